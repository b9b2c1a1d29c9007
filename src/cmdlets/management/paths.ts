import type { ExecutionContext } from "../../runtime/execution-context.js";
import { extensionOf } from "../../runtime/extension.js";
import type { ErrorCategory } from "../../values/errors.js";
import { compareText, type ErrorRecord, WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { driveNamed, driveNameOf, isDriveElsewhere, type ProviderName } from "./drives.js";
import { storedText } from "./file-encoding.js";
import {
  absolutePath,
  type FileEncoding,
  type FileNode,
  type FileSystem,
  type FileSystemNode,
  fileSystemKey,
  joinPath,
  nodeAt,
  splitPath,
  withNode,
} from "./file-system.js";

/** A running cmdlet, or anything else that knows its session. */
export interface HasContext {
  readonly context: ExecutionContext;
}

/** The drives that are not directories. */
export type ItemProvider = Exclude<ProviderName, "FileSystem">;

/** An item of such a drive. */
export interface ProviderItemPath {
  readonly provider: ItemProvider;
  readonly name: string;
}

/** `Microsoft.PowerShell.Core\FileSystem::C:\x` taken apart, as PSPath has it. */
const qualified = /^(?:Microsoft\.PowerShell\.Core\\)?(\w+)::(.*)$/is;

/** `variable:x` taken apart, or a name on the drive that is the current location; `null` for paths of files. */
export function providerPath(cmdlet: HasContext, path: string): ProviderItemPath | null {
  const qualifier = qualified.exec(path);
  if (qualifier !== null) {
    const provider = providerNames.find((name) => name.toLowerCase() === (qualifier[1] ?? "").toLowerCase());
    return provider === undefined || provider === "FileSystem" ? null : { provider, name: qualifier[2] ?? "" };
  }
  const drive = driveNameOf(path);
  if (drive?.length === 1) return null;
  const files = filesOf(cmdlet);
  if (drive !== null) return onDrive(files, drive, path.slice(drive.length + 1));
  const current = driveNameOf(files.location);
  return current === null || current.length === 1 || path.startsWith("\\\\") ? null : onDrive(files, current, path);
}

const providerNames = ["Alias", "Environment", "FileSystem", "Function", "Variable"] as const;

function onDrive(files: FileSystem, drive: string, rest: string) {
  const provider = driveNamed(files, drive)?.provider;
  if (provider === undefined || provider === "FileSystem") return null;
  return { provider, name: rest.replace(/^(?:\.?[\\/])+|^\.$/, "") };
}

export function filesOf(cmdlet: HasContext): FileSystem {
  return extensionOf(cmdlet.context, fileSystemKey);
}

/** A path of the command line as an absolute one; drives that stand for a directory give way to it. */
export function fullPath(cmdlet: HasContext, path: string): string {
  const files = filesOf(cmdlet);
  return onDisk(files, absolutePath(qualified.exec(path)?.[2] ?? path, files.location));
}

function onDisk(files: FileSystem, path: string): string {
  const drive = driveNameOf(path);
  if (drive === null) return path;
  const made = files.madeDrives.find(({ name }) => name.toLowerCase() === drive.toLowerCase());
  if (made === undefined || made.root === "") return path;
  return joinPath([...splitPath(made.root), ...splitPath(path).slice(1)]);
}

/** A node with its path, spelled as the files spell it. */
export interface FoundNode {
  readonly path: string;
  readonly node: FileSystemNode;
}

/** What stands at an absolute path. */
export function findNode(cmdlet: HasContext, path: string): FoundNode | undefined {
  const { root } = filesOf(cmdlet);
  const spelled: string[] = [];
  let node: FileSystemNode = root;
  for (const part of splitPath(path)) {
    const next: FileSystemNode | undefined =
      node.kind === "directory" ? node.children.get(part.toLowerCase()) : undefined;
    if (next === undefined) return undefined;
    node = next;
    spelled.push(next.name);
  }
  return { path: joinPath(spelled), node };
}

/**
 * The nodes that a path means: wildcards in any step, unless it is taken literally. Sorted by name in each directory.
 * @param hidden whether wildcards find what is hidden, as they do with -Force
 */
export function expandPath(cmdlet: HasContext, path: string, literal: boolean, hidden = false): readonly FoundNode[] {
  const absolute = fullPath(cmdlet, path);
  if (literal || !WildcardPattern.containsWildcardCharacters(path)) {
    const found = findNode(cmdlet, literal ? absolute : WildcardPattern.unescape(absolute));
    return found === undefined ? [] : [found];
  }
  let found: FoundNode[] = [{ path: "", node: filesOf(cmdlet).root }];
  for (const part of splitPath(absolute)) {
    const pattern = WildcardPattern.containsWildcardCharacters(part) ? new WildcardPattern(part, true) : null;
    found = found.flatMap(({ path: parent, node }) => {
      if (node.kind !== "directory") return [];
      if (pattern === null) {
        const child = node.children.get(part.toLowerCase());
        return child === undefined ? [] : [{ path: childPath(parent, child.name), node: child }];
      }
      return sortedChildren(node.children.values())
        .filter((child) => pattern.isMatch(child.name) && (hidden || !isHidden(child)))
        .map((child) => ({ path: childPath(parent, child.name), node: child }));
    });
  }
  return found;
}

const isHidden = ({ attributes = 0 }: FileSystemNode): boolean => (attributes & hiddenBit) !== 0;
/** Of System.IO.FileAttributes. */
const hiddenBit = 2;

export function childPath(parent: string, name: string): string {
  return joinPath([...splitPath(parent), name]);
}

export function sortedChildren(children: Iterable<FileSystemNode>): FileSystemNode[] {
  return [...children].sort((a, b) => compareText(a.name, b.name, true));
}

/** Writes a file's whole text; directories on the way exist already. A file keeps its encoding unless one is given. */
export function writeFile(cmdlet: HasContext, path: string, text: string, encoding?: FileEncoding): void {
  const files = filesOf(cmdlet);
  const parts = splitPath(path);
  const now = cmdlet.context.now();
  const old = nodeAt(files.root, parts);
  const kept = encoding ?? (old?.kind === "file" ? old.encoding : undefined) ?? "utf8";
  const node: FileNode = {
    kind: "file",
    name: old?.name ?? parts.at(-1) ?? "",
    text: storedText(text, kept),
    created: old?.created ?? now,
    written: now,
    encoding: kept,
    ...(old?.attributes === undefined ? {} : { attributes: old.attributes }),
    ...(old?.kind === "file" && old.streams !== undefined ? { streams: old.streams } : {}),
  };
  files.root = withNode(files.root, parts, node, now);
}

/** Adds text to the end of a file; directories on the way are made. */
export function appendToFile(cmdlet: HasContext, path: string, text: string): void {
  const there = findNode(cmdlet, path)?.node;
  writeFile(cmdlet, path, (there?.kind === "file" ? there.text : "") + text);
}

/** Whether the directory that a file is to be in exists. */
export function parentExists(cmdlet: HasContext, path: string): boolean {
  const parent = nodeAt(filesOf(cmdlet).root, splitPath(path).slice(0, -1));
  return parent?.kind === "directory";
}

/** `Cannot find path 'C:\x' because it does not exist.`, or the drive's error. */
export function pathNotFound(cmdlet: HasContext, path: string): ErrorRecord {
  return (
    driveError(cmdlet, path) ??
    cmdletError({
      id: "PathNotFound",
      category: "ObjectNotFound",
      exception: "ItemNotFoundException",
      message: `Cannot find path '${path}' because it does not exist.`,
      target: path,
    })
  );
}

/** The same of an item of a drive that is none of files, spelled as the drive is: `Env:\\x` (asked of the engine). */
export function itemNotFound(cmdlet: HasContext, path: string, { provider, name }: ProviderItemPath): ErrorRecord {
  return pathNotFound(cmdlet, qualified.test(path) ? name : itemPath(provider, name));
}

/** `Env:\\x`: an item of a drive that is none of files. */
export function itemPath(provider: ItemProvider, name: string): string {
  return `${provider === "Environment" ? "Env" : provider}:\\${name}`;
}

/** Why nothing can stand at a path: its drive is not there, or not emulated. */
export function driveError(cmdlet: HasContext, path: string): ErrorRecord | null {
  const drive = driveNameOf(path);
  if (drive === null || driveNamed(filesOf(cmdlet), drive) !== undefined) return null;
  return isDriveElsewhere(drive) ? driveNotEmulated(drive) : driveNotFound(drive);
}

function driveNotEmulated(drive: string): ErrorRecord {
  return cmdletError({
    id: "NotEmulated",
    category: "NotImplemented",
    exception: "NotSupportedException",
    message: `The emulator has no items of the drive ${drive}:. Get-PSDrive lists the drives that it has.`,
    target: drive,
  });
}

export function driveNotFound(drive: string): ErrorRecord {
  return cmdletError({
    id: "DriveNotFound",
    category: "ObjectNotFound",
    exception: "DriveNotFoundException",
    message: `Cannot find drive. A drive with the name '${drive}' does not exist.`,
    target: drive,
  });
}

/** What Out-File, Export-Csv and their kin say that cannot open their file; they name no target. */
export function fileOpenFailure(cmdlet: HasContext, path: string): ErrorRecord {
  return (
    driveError(cmdlet, path) ??
    cmdletError({
      id: "FileOpenFailure",
      category: "OpenError",
      exception: "DirectoryNotFoundException",
      message: `Could not find a part of the path '${path}'.`,
    })
  );
}

/** The same of a path that is a directory, or of a file that is read-only. */
export function fileOpenDenied(path: string): ErrorRecord {
  return cmdletError({
    id: "FileOpenFailure",
    category: "OpenError",
    exception: "UnauthorizedAccessException",
    message: `Access to the path '${path}' is denied.`,
  });
}

/** The directory of a file that is to be written is not there. */
export function directoryNotFound(
  cmdlet: HasContext,
  path: string,
  id: string,
  category: ErrorCategory = "ObjectNotFound",
): ErrorRecord {
  const error = driveError(cmdlet, path);
  if (error !== null) return error;
  return cmdletError({
    id,
    category,
    exception: "DirectoryNotFoundException",
    message: `Could not find a part of the path '${path}'.`,
    target: path,
  });
}
