import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { fileSystemInfo } from "./file-info.js";
import { type FileSystemNode, splitPath, withNode, withoutNode } from "./file-system.js";
import { pathFilters, pathOrLiteralPath } from "./path-parameters.js";
import {
  childPath,
  directoryNotFound,
  expandPath,
  type FoundNode,
  filesOf,
  findNode,
  fullPath,
  parentExists,
  pathNotFound,
} from "./paths.js";

const sourceParameters = {
  ...pathOrLiteralPath,
  Destination: { type: "string", position: 1, pipeline: "name" },
  Force: { type: "switch" },
  PassThru: { type: "switch" },
  ...pathFilters,
  Credential: { type: "object", coverage: "refused" },
} as const;

/** Where an item goes: into the destination when that is a directory, else in its place. */
function targetOf(cmdlet: CmdletRuntime, source: FoundNode, destination: string | undefined): string {
  const path = fullPath(cmdlet, destination ?? ".");
  return findNode(cmdlet, path)?.node.kind === "directory" ? childPath(path, source.node.name) : path;
}

/** Puts a node at a path under the path's own name. */
function place(cmdlet: CmdletRuntime, path: string, node: FileSystemNode): void {
  const files = filesOf(cmdlet);
  const parts = splitPath(path);
  files.root = withNode(files.root, parts, { ...node, name: parts.at(-1) ?? node.name }, cmdlet.context.now());
}

function eachSource(
  cmdlet: CmdletRuntime,
  paths: readonly string[],
  literal: boolean,
  use: (source: FoundNode) => void,
): void {
  for (const path of paths) {
    const found = expandPath(cmdlet, path, literal);
    if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
    for (const source of found) use(source);
  }
}

function writePlaced(cmdlet: CmdletRuntime, path: string): void {
  const placed = findNode(cmdlet, path);
  if (placed !== undefined) cmdlet.writeObject(fileSystemInfo(placed.path, placed.node));
}

export const copyItem = defineCmdlet({
  name: "Copy-Item",
  typeName: "Microsoft.PowerShell.Commands.CopyItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Copies files and directories.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: { ...sourceParameters, Container: { type: "switch", coverage: "accepted" }, Recurse: { type: "switch" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const paths = namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path);
      eachSource(cmdlet, paths, parameters.LiteralPath !== undefined, (source) => {
        const target = targetOf(cmdlet, source, parameters.Destination);
        const isFile = source.node.kind === "file";
        if (!parentExists(cmdlet, target)) {
          cmdlet.writeError(directoryNotFound(cmdlet, target, "CopyFileInfoItemIOError"));
          return;
        }
        if (
          !cmdlet.shouldProcess(`Item: ${source.path} Destination: ${target}`, isFile ? "Copy File" : "Copy Directory")
        )
          return;
        const node =
          source.node.kind === "directory" && !parameters.Recurse
            ? { ...source.node, children: new Map() }
            : source.node;
        place(cmdlet, target, node);
        if (parameters.PassThru) writePlaced(cmdlet, target);
      });
    },
  }),
});

export const moveItem = defineCmdlet({
  name: "Move-Item",
  typeName: "Microsoft.PowerShell.Commands.MoveItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Moves files and directories.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: sourceParameters,
  create: (parameters, cmdlet) => ({
    process(): void {
      const paths = namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path);
      eachSource(cmdlet, paths, parameters.LiteralPath !== undefined, (source) => {
        transfer(cmdlet, source, targetOf(cmdlet, source, parameters.Destination), {
          action: source.node.kind === "file" ? "Move File" : "Move Directory",
          force: parameters.Force,
          passThru: parameters.PassThru,
        });
      });
    },
  }),
});

export const renameItem = defineCmdlet({
  name: "Rename-Item",
  typeName: "Microsoft.PowerShell.Commands.RenameItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Renames a file or directory.",
  defaultParameterSet: "ByPath",
  supportsShouldProcess: true,
  parameters: {
    Path: { type: "string", position: 0, mandatory: true, pipeline: "value,name", sets: ["ByPath"] },
    LiteralPath: {
      type: "string",
      mandatory: true,
      pipeline: "name",
      sets: ["ByLiteralPath"],
      aliases: ["PSPath", "LP"],
    },
    NewName: { type: "string", position: 1, mandatory: true, pipeline: "name" },
    Force: { type: "switch" },
    PassThru: { type: "switch" },
    Credential: { type: "object", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const path = parameters.LiteralPath ?? parameters.Path ?? "";
      eachSource(cmdlet, [path], parameters.LiteralPath !== undefined, (source) => {
        const target = childPath(fullPath(cmdlet, `${source.path}\\..`), parameters.NewName ?? "");
        transfer(cmdlet, source, target, {
          action: source.node.kind === "file" ? "Rename File" : "Rename Directory",
          force: parameters.Force,
          passThru: parameters.PassThru,
        });
      });
    },
  }),
});

interface Transfer {
  readonly action: string;
  readonly force: boolean;
  readonly passThru: boolean;
}

function transfer(
  cmdlet: CmdletRuntime,
  source: FoundNode,
  target: string,
  { action, force, passThru }: Transfer,
): void {
  if (!cmdlet.shouldProcess(`Item: ${source.path} Destination: ${target}`, action)) return;
  const isSame = source.path.toLowerCase() === target.toLowerCase();
  if (!isSame && findNode(cmdlet, target) !== undefined && !force) {
    cmdlet.writeError(
      cmdletError({
        id: action.startsWith("Move") ? "MoveFileInfoItemIOError" : "RenameItemIOError",
        category: "WriteError",
        exception: "IOException",
        message: "Cannot create a file when that file already exists.",
        target: source.path,
      }),
    );
    return;
  }
  if (!parentExists(cmdlet, target)) {
    cmdlet.writeError(directoryNotFound(cmdlet, target, "MoveFileInfoItemIOError"));
    return;
  }
  const files = filesOf(cmdlet);
  files.root = withoutNode(files.root, splitPath(source.path));
  place(cmdlet, target, source.node);
  if (passThru) writePlaced(cmdlet, target);
}
