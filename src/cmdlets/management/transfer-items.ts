import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import type { ErrorRecord } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { remotingKey } from "../session-services.js";
import { attributeBits, attributesOf, fileSystemInfo } from "./file-info.js";
import { type DirectoryNode, type FileSystemNode, joinPath, splitPath, withNode, withoutNode } from "./file-system.js";
import { pathFilters, pathOrLiteralPath } from "./path-parameters.js";
import {
  childPath,
  directoryNotFound,
  driveError,
  expandPath,
  type FoundNode,
  filesOf,
  findNode,
  fullPath,
  parentExists,
} from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
import { copiesItems, refusesMove, renamesItem } from "./provider-transfers.js";
import { type PathFilters, selectedNodes } from "./selected-nodes.js";

const sessionType = "System.Management.Automation.Runspaces.PSSession";

const sourceParameters = {
  ...pathOrLiteralPath,
  Destination: { type: "string", position: 1, pipeline: "name" },
  Force: { type: "switch" },
  PassThru: { type: "switch" },
  ...pathFilters,
  Credential: credential,
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
  filters: PathFilters,
  use: (source: FoundNode) => void,
): void {
  for (const path of paths) for (const source of selectedNodes(cmdlet, path, literal, filters)) use(source);
}

/** A directory with what both have in it; the newer's files win. */
function merged(older: DirectoryNode, newer: DirectoryNode): DirectoryNode {
  const children = new Map(older.children);
  for (const [key, child] of newer.children) {
    const there = children.get(key);
    children.set(key, there?.kind === "directory" && child.kind === "directory" ? merged(there, child) : child);
  }
  return { ...older, children };
}

function writePlaced(cmdlet: CmdletRuntime, path: string): void {
  const placed = findNode(cmdlet, path);
  if (placed !== undefined) cmdlet.writeObject(fileSystemInfo(cmdlet, placed.path, placed.node));
}

export const copyItem = defineCmdlet({
  name: "Copy-Item",
  typeName: "Microsoft.PowerShell.Commands.CopyItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Copies files and directories.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: {
    ...sourceParameters,
    Container: { type: "switch", coverage: "accepted" },
    Recurse: { type: "switch" },
    // The files of another machine are, to its PowerShell, those of the session.
    FromSession: { since: 5, type: sessionType, validate: [{ kind: "ValidateNotNullOrEmpty" }] },
    ToSession: { since: 5, type: sessionType, validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    begin(): void {
      const { FromSession, ToSession } = parameters;
      if (FromSession !== undefined && ToSession !== undefined) cmdlet.throwTerminatingError(bothSessions());
      const session = FromSession ?? ToSession;
      if (session !== undefined && extensionOf(cmdlet.context, remotingKey).runspaceOf(session) === null)
        cmdlet.throwTerminatingError(noSession());
    },
    process(): void {
      const paths = namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path);
      const ofFiles = paths.filter((path) => !copiesItems(cmdlet, path, parameters));
      eachSource(cmdlet, ofFiles, parameters.LiteralPath !== undefined, parameters, (source) => {
        copyNode(cmdlet, source, targetOf(cmdlet, source, parameters.Destination), parameters);
      });
    },
  })),
});

/** The texts of both are from memory. */
function bothSessions() {
  return cmdletError({
    id: "InvalidInput",
    category: "InvalidArgument",
    exception: "ArgumentException",
    message: "The 'FromSession' and 'ToSession' are mutually exclusive and cannot be specified at the same time.",
  });
}

function noSession() {
  return cmdletError({
    id: "RunspaceNotAvailable",
    category: "ResourceUnavailable",
    exception: "PSInvalidOperationException",
    message: "The runspace cannot be used to copy files: it is not open, or it is that of a restricted endpoint.",
  });
}

interface Copying {
  readonly Recurse: boolean;
  readonly Force: boolean;
  readonly PassThru: boolean;
}

function copyNode(cmdlet: CmdletRuntime, source: FoundNode, target: string, how: Copying): void {
  const isFile = source.node.kind === "file";
  const there = findNode(cmdlet, target)?.node;
  if (!parentExists(cmdlet, target)) {
    cmdlet.writeError(copyDirectoryNotFound(cmdlet, target));
    return;
  }
  if (!cmdlet.shouldProcess(`Item: ${source.path} Destination: ${target}`, isFile ? "Copy File" : "Copy Directory")) {
    return;
  }
  const failure = copyFailure(source, target, there, how);
  if (failure !== null) {
    cmdlet.writeError(failure);
    return;
  }
  const now = cmdlet.context.now();
  const copied = withCreation(source.node, now, how.Recurse);
  place(cmdlet, target, there?.kind === "directory" && copied.kind === "directory" ? merged(there, copied) : copied);
  if (how.PassThru) writePlaced(cmdlet, target);
}

/** Windows PowerShell lets .NET's exception through, as consoles show it; 7 catches it as it does other failures. */
function copyDirectoryNotFound(cmdlet: CmdletRuntime, target: string): ErrorRecord {
  if (cmdlet.context.facts.languageVersion >= 7) {
    return directoryNotFound(cmdlet, target, "CopyFileInfoItemIOError", "WriteError");
  }
  const error = driveError(cmdlet, target);
  if (error !== null) return error;
  return cmdletError({
    id: "System.IO.DirectoryNotFoundException",
    category: "NotSpecified",
    exception: "DirectoryNotFoundException",
    message: `Could not find a part of the path '${target}'.`,
  });
}

/** A copy is created now and keeps when it was written. A directory without -Recurse comes empty. */
function withCreation(node: FileSystemNode, created: bigint, deep: boolean): FileSystemNode {
  if (node.kind === "file") return { ...node, created };
  const children = deep
    ? [...node.children].map(([key, child]) => [key, withCreation(child, created, true)] as const)
    : [];
  return { ...node, created, written: created, children: new Map(children) };
}

function copyFailure(source: FoundNode, target: string, there: FileSystemNode | undefined, { Force }: Copying) {
  if (source.path.toLowerCase() === target.toLowerCase()) {
    return cmdletError({
      id: "CopyError",
      category: "WriteError",
      exception: "IOException",
      message: `Cannot overwrite the item ${source.path} with itself.`,
      target: source.path,
    });
  }
  if (source.node.kind === "directory" && there?.kind === "file") {
    return cmdletError({
      id: "CopyContainerItemToLeafError",
      category: "InvalidArgument",
      exception: "PSArgumentException",
      message: "Container cannot be copied onto existing leaf item.",
      target: source.path,
    });
  }
  if (source.node.kind === "directory" && there?.kind === "directory" && !Force) {
    return cmdletError({
      id: "DirectoryExist",
      category: "ResourceExists",
      exception: "IOException",
      message: `An item with the specified name ${target} already exists.`,
      target,
    });
  }
  if (there?.kind === "file" && !Force && (attributesOf(there) & attributeBits.readOnly) !== 0) {
    return cmdletError({
      id: "CopyFileInfoItemUnauthorizedAccessError",
      category: "PermissionDenied",
      exception: "UnauthorizedAccessException",
      message: `Access to the path '${target}' is denied.`,
      target: source.path,
    });
  }
  return null;
}

export const moveItem = defineCmdlet({
  name: "Move-Item",
  typeName: "Microsoft.PowerShell.Commands.MoveItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Moves files and directories.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: sourceParameters,
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      const paths = namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path);
      const ofFiles = paths.filter((path) => !refusesMove(cmdlet, path, parameters.Destination));
      eachSource(cmdlet, ofFiles, parameters.LiteralPath !== undefined, parameters, (source) => {
        transfer(cmdlet, source, targetOf(cmdlet, source, parameters.Destination), {
          action: source.node.kind === "file" ? "Move File" : "Move Directory",
          force: parameters.Force,
          passThru: parameters.PassThru,
        });
      });
    },
  })),
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
    Credential: credential,
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      const path = parameters.LiteralPath ?? parameters.Path ?? "";
      const newName = parameters.NewName ?? "";
      if (renamesItem(cmdlet, path, newName, parameters)) return;
      const [source] = expandPath(cmdlet, path, true);
      if (source === undefined) {
        cmdlet.writeError(driveError(cmdlet, fullPath(cmdlet, path)) ?? nothingToRename(path));
        return;
      }
      const parent = joinPath(splitPath(source.path).slice(0, -1));
      const name = withoutParent(newName, parent);
      if (/[\\/:]/.test(name)) {
        cmdlet.writeError(nameIsPath());
        return;
      }
      transfer(cmdlet, source, childPath(parent, name), {
        action: source.node.kind === "file" ? "Rename File" : "Rename Directory",
        force: parameters.Force,
        passThru: parameters.PassThru,
      });
    },
  })),
});

/** `.\x` and the full path in the same directory count as the name alone. */
function withoutParent(name: string, parent: string): string {
  const prefix = parent.endsWith("\\") ? parent : `${parent}\\`;
  if (name.toLowerCase().startsWith(prefix.toLowerCase())) return name.slice(prefix.length);
  return name.replace(/^\.[\\/]/, "");
}

function nothingToRename(path: string) {
  return cmdletError({
    id: "InvalidOperation",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message: `Cannot rename because item at '${path}' does not exist.`,
  });
}

function nameIsPath() {
  return cmdletError({
    id: "Argument",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: "Cannot rename the specified target, because it represents a path or device name.",
  });
}

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
    cmdlet.writeError(directoryNotFound(cmdlet, target, "MoveFileInfoItemIOError", "WriteError"));
    return;
  }
  const files = filesOf(cmdlet);
  files.root = withoutNode(files.root, splitPath(source.path), cmdlet.context.now());
  place(cmdlet, target, source.node);
  if (passThru) writePlaced(cmdlet, target);
}
