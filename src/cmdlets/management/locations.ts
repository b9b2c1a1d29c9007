import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { driveNamed, driveNameOf } from "./drives.js";
import { absolutePath, type FileSystem, splitPath } from "./file-system.js";
import { PathInfo } from "./path-info.js";
import { driveNotFound, expandPath, filesOf, fullPath, pathNotFound, providerPath } from "./paths.js";

/** As many locations are remembered. */
const mostVisited = 20;

/** From 7 on, `-` and `+` go through the locations that were left; `undefined` for other paths. */
function throughHistory(cmdlet: CmdletRuntime, path: string, literal: boolean): string | undefined {
  const isBack = path === "-";
  if (literal || (!isBack && path !== "+") || cmdlet.context.facts.languageVersion < 7) return undefined;
  const files = filesOf(cmdlet);
  const { back, forth } = files.visited;
  const next = (isBack ? back : forth).at(-1);
  if (next === undefined) {
    const message = `There is no location history left to navigate ${isBack ? "backwards" : "forwards"}.`;
    cmdlet.throwTerminatingError(
      cmdletError({
        id: "System.InvalidOperationException",
        category: "NotSpecified",
        exception: "InvalidOperationException",
        message,
      }),
    );
  }
  files.visited = isBack
    ? { back: back.slice(0, -1), forth: [...forth, files.location] }
    : { back: [...back, files.location], forth: forth.slice(0, -1) };
  setCurrentLocation(cmdlet.context, next);
  return next;
}

/** The current location is about to be left (asked of the engine: also when the new one turns out not to be there). */
function remember(files: FileSystem): void {
  files.visited = { back: [...files.visited.back, files.location].slice(-mostVisited), forth: [] };
}

/** Makes a path the current location; `undefined` when it is not there and the error is written. */
export function goTo(cmdlet: CmdletRuntime, path: string, literal: boolean): string | undefined {
  const visited = throughHistory(cmdlet, path, literal);
  if (visited !== undefined) return visited;
  remember(filesOf(cmdlet));
  const item = providerPath(cmdlet, path);
  const reached = item === null ? directoryAt(cmdlet, path, literal) : itemDriveAt(cmdlet, path, item.name);
  if (reached === undefined) {
    cmdlet.writeError(pathNotFound(cmdlet, item === null ? fullPath(cmdlet, path) : item.name));
    return undefined;
  }
  setCurrentLocation(cmdlet.context, reached);
  return reached;
}

/** A directory as the location shows it: under the drive by which it was named. */
function directoryAt(cmdlet: CmdletRuntime, path: string, literal: boolean): string | undefined {
  const directory = expandPath(cmdlet, path, literal).find(({ node }) => node.kind === "directory");
  if (directory === undefined) return undefined;
  const files = filesOf(cmdlet);
  const named = absolutePath(path, files.location);
  const drive = driveNamed(files, driveNameOf(named) ?? "");
  if (drive === undefined || drive.root.length <= 3) return directory.path;
  const below = splitPath(directory.path).slice(splitPath(drive.root).length);
  return `${drive.name}:\\${below.join("\\")}`;
}

/** Drives of items have no directories: only the drive itself can be gone to. */
function itemDriveAt(cmdlet: CmdletRuntime, path: string, name: string): string | undefined {
  if (name !== "") return undefined;
  const files = filesOf(cmdlet);
  const drive = driveNamed(files, driveNameOf(path) ?? driveNameOf(files.location) ?? "");
  return drive === undefined ? undefined : `${drive.name}:\\`;
}

/** Changes the current location, and `$PWD` with it. */
export function setCurrentLocation(context: ExecutionContext, path: string): void {
  filesOf({ context }).location = path;
  context.setVariable("global:PWD", new PathInfo({ context }, path));
}

const stackOf = (files: FileSystem, name: string | undefined): readonly string[] =>
  isDefaultStack(name) ? files.stack : (files.namedStacks.get(name.toLowerCase()) ?? []);

function setStack(files: FileSystem, name: string | undefined, stack: readonly string[]): void {
  if (isDefaultStack(name)) files.stack = stack;
  else files.namedStacks = new Map([...files.namedStacks, [name.toLowerCase(), stack]]);
}

function isDefaultStack(name: string | undefined): name is undefined | "" {
  return name === undefined || name === "" || name.toLowerCase() === "default";
}

const pathParameters = {
  Path: { type: "string", position: 0, pipeline: "value,name", sets: ["Path"] },
  LiteralPath: { type: "string", mandatory: true, pipeline: "name", sets: ["LiteralPath"], aliases: ["PSPath", "LP"] },
  PassThru: { type: "switch" },
} as const;

export const setLocation = defineCmdlet({
  name: "Set-Location",
  typeName: "Microsoft.PowerShell.Commands.SetLocationCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Changes the current location.",
  defaultParameterSet: "Path",
  parameters: {
    ...pathParameters,
    StackName: { type: "string", pipeline: "name", mandatory: true, sets: ["Stack"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const files = filesOf(cmdlet);
      if (parameters.StackName !== undefined) {
        useStack(cmdlet, files, parameters.StackName);
        return;
      }
      const path = parameters.LiteralPath ?? parameters.Path;
      if (path === undefined) return;
      const reached = goTo(cmdlet, path, parameters.LiteralPath !== undefined);
      if (reached !== undefined && parameters.PassThru) cmdlet.writeObject(new PathInfo(cmdlet, reached));
    },
  }),
});

/** Makes a named stack the one that Push- and Pop-Location use: it becomes the default's content. */
function useStack(cmdlet: CmdletRuntime, files: FileSystem, name: string): void {
  if (!isDefaultStack(name) && !files.namedStacks.has(name.toLowerCase())) {
    cmdlet.writeError(stackNotFound(name));
    return;
  }
  files.stack = stackOf(files, name);
}

function stackNotFound(name: string) {
  return cmdletError({
    id: "Argument",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: `Cannot find location stack '${name}'. It does not exist or it is not a container.`,
  });
}

export const getLocation = defineCmdlet({
  name: "Get-Location",
  typeName: "Microsoft.PowerShell.Commands.GetLocationCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives the current location.",
  defaultParameterSet: "Location",
  parameters: {
    PSProvider: { type: "string[]", pipeline: "name", sets: ["Location"] },
    PSDrive: { type: "string[]", pipeline: "name", sets: ["Location"] },
    Stack: { type: "switch", sets: ["Stack"] },
    StackName: { type: "string[]", pipeline: "name", sets: ["Stack"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const files = filesOf(cmdlet);
      if (parameters.Stack || parameters.StackName !== undefined) {
        const names = parameters.StackName === undefined ? [""] : namesOf(cmdlet, parameters.StackName);
        for (const name of names) writeStack(cmdlet, stackOf(files, name));
        return;
      }
      if (parameters.PSDrive === undefined) {
        cmdlet.writeObject(new PathInfo(cmdlet, files.location));
        return;
      }
      for (const name of namesOf(cmdlet, parameters.PSDrive)) {
        const drive = driveNamed(files, name);
        if (drive === undefined) cmdlet.writeError(driveNotFound(name));
        else cmdlet.writeObject(new PathInfo(cmdlet, locationOn(files, drive.name)));
      }
    },
  }),
});

/** The location when it is on the drive, else the drive's top. */
function locationOn({ location }: FileSystem, drive: string): string {
  return driveNameOf(location)?.toLowerCase() === drive.toLowerCase() ? location : `${drive}:\\`;
}

/** The paths of a stack, the last first: a console shows them, and nothing of an empty stack. */
function writeStack(cmdlet: CmdletRuntime, stack: readonly string[]): void {
  for (const path of stack.toReversed()) cmdlet.writeObject(new PathInfo(cmdlet, path));
}

export const pushLocation = defineCmdlet({
  name: "Push-Location",
  typeName: "Microsoft.PowerShell.Commands.PushLocationCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Remembers the current location and changes it.",
  defaultParameterSet: "Path",
  parameters: { ...pathParameters, StackName: { type: "string", pipeline: "name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const files = filesOf(cmdlet);
      const before = stackOf(files, parameters.StackName);
      setStack(files, parameters.StackName, [...before, files.location]);
      const path = parameters.LiteralPath ?? parameters.Path;
      if (path === undefined) return;
      const reached = goTo(cmdlet, path, parameters.LiteralPath !== undefined);
      if (reached === undefined) setStack(files, parameters.StackName, before);
      else if (parameters.PassThru) cmdlet.writeObject(new PathInfo(cmdlet, reached));
    },
  }),
});

export const popLocation = defineCmdlet({
  name: "Pop-Location",
  typeName: "Microsoft.PowerShell.Commands.PopLocationCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Goes back to the location remembered last.",
  parameters: { PassThru: { type: "switch" }, StackName: { type: "string", pipeline: "name" } },
  create: (parameters, cmdlet) => ({
    end(): void {
      const files = filesOf(cmdlet);
      const { StackName } = parameters;
      if (!isDefaultStack(StackName) && !files.namedStacks.has(StackName.toLowerCase())) {
        cmdlet.writeError(stackNotFound(StackName));
        return;
      }
      const stack = stackOf(files, StackName);
      const last = stack.at(-1);
      if (last === undefined) return;
      setStack(files, StackName, stack.slice(0, -1));
      remember(files);
      setCurrentLocation(cmdlet.context, last);
      if (parameters.PassThru) cmdlet.writeObject(new PathInfo(cmdlet, last));
    },
  }),
});
