import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { extensionOf } from "../../runtime/extension.js";
import { type DotNetType, typeNamed } from "../../values/index.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { fileSystemKey } from "./file-system.js";
import { pathOrLiteralPath } from "./path-parameters.js";
import { expandPath, filesOf, fullPath, pathNotFound } from "./paths.js";

const fullName = "System.Management.Automation.PathInfo";
defineResultType(fullName, [
  { name: "Drive", typeName: "string" },
  { name: "ProviderPath", typeName: "string" },
  { name: "Path", typeName: "string" },
]);

/** A path as Get-Location and Resolve-Path give it; its text is the path. */
export class PathInfo extends ResultObject {
  constructor(private readonly path: string) {
    super();
    this.setField("Drive", /^(\w+):/.exec(path)?.[1] ?? null);
    this.setField("ProviderPath", path);
    this.setField("Path", path);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return this.path;
  }
}

/** Makes a directory the current one; `undefined` when it is not there and the error is written. */
export function goTo(cmdlet: CmdletRuntime, path: string, literal: boolean): string | undefined {
  const directory = expandPath(cmdlet, path, literal).find(({ node }) => node.kind === "directory");
  if (directory === undefined) {
    cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
    return undefined;
  }
  setCurrentLocation(cmdlet.context, directory.path);
  return directory.path;
}

/** Changes the current directory, and `$PWD` with it. */
export function setCurrentLocation(context: ExecutionContext, path: string): void {
  extensionOf(context, fileSystemKey).location = path;
  context.setVariable("global:PWD", new PathInfo(path));
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
  synopsis: "Changes the current directory.",
  defaultParameterSet: "Path",
  parameters: { ...pathParameters, StackName: { type: "string", coverage: "refused" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const path = parameters.LiteralPath ?? parameters.Path;
      if (path === undefined) return;
      const reached = goTo(cmdlet, path, parameters.LiteralPath !== undefined);
      if (reached !== undefined && parameters.PassThru) cmdlet.writeObject(new PathInfo(reached));
    },
  }),
});

export const getLocation = defineCmdlet({
  name: "Get-Location",
  typeName: "Microsoft.PowerShell.Commands.GetLocationCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives the current directory.",
  parameters: {
    PSProvider: { type: "string[]", coverage: "refused" },
    PSDrive: { type: "string[]", coverage: "refused" },
    Stack: { type: "switch", coverage: "refused" },
    StackName: { type: "string[]", coverage: "refused" },
  },
  create: (_parameters, cmdlet) => ({
    end: () => cmdlet.writeObject(new PathInfo(filesOf(cmdlet).location)),
  }),
});

export const pushLocation = defineCmdlet({
  name: "Push-Location",
  typeName: "Microsoft.PowerShell.Commands.PushLocationCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Remembers the current directory and changes it.",
  defaultParameterSet: "Path",
  parameters: { ...pathParameters, StackName: { type: "string", coverage: "refused" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const files = filesOf(cmdlet);
      files.stack = [...files.stack, files.location];
      const path = parameters.LiteralPath ?? parameters.Path;
      if (path === undefined) return;
      const reached = goTo(cmdlet, path, parameters.LiteralPath !== undefined);
      if (reached === undefined) files.stack = files.stack.slice(0, -1);
      else if (parameters.PassThru) cmdlet.writeObject(new PathInfo(reached));
    },
  }),
});

export const popLocation = defineCmdlet({
  name: "Pop-Location",
  typeName: "Microsoft.PowerShell.Commands.PopLocationCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Goes back to the directory remembered last.",
  parameters: { PassThru: { type: "switch" }, StackName: { type: "string", coverage: "refused" } },
  create: (parameters, cmdlet) => ({
    end(): void {
      const files = filesOf(cmdlet);
      const last = files.stack.at(-1);
      if (last === undefined) return;
      files.stack = files.stack.slice(0, -1);
      setCurrentLocation(cmdlet.context, last);
      if (parameters.PassThru) cmdlet.writeObject(new PathInfo(last));
    },
  }),
});

export const resolvePath = defineCmdlet({
  name: "Resolve-Path",
  typeName: "Microsoft.PowerShell.Commands.ResolvePathCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives the paths that a wildcard means.",
  defaultParameterSet: "Path",
  parameters: {
    ...pathOrLiteralPath,
    Relative: { type: "switch", coverage: "refused" },
    Credential: { type: "object", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const literal = parameters.LiteralPath !== undefined;
      for (const item of (parameters.LiteralPath ?? parameters.Path)?.items ?? []) {
        const path = String(item);
        const found = expandPath(cmdlet, path, literal);
        if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
        for (const entry of found) cmdlet.writeObject(new PathInfo(entry.path));
      }
    },
  }),
});
