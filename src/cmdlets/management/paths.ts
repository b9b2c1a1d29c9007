import type { ExecutionContext } from "../../runtime/execution-context.js";
import { extensionOf } from "../../runtime/extension.js";
import { compareText, type ErrorRecord, WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import {
  absolutePath,
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
export type ItemProvider = "Variable" | "Alias" | "Function" | "Environment";

const providerDrives: ReadonlyMap<string, ItemProvider> = new Map([
  ["variable", "Variable"],
  ["alias", "Alias"],
  ["function", "Function"],
  ["env", "Environment"],
]);

/** `variable:x` taken apart; `null` for paths of files. */
export function providerPath(path: string): { readonly provider: ItemProvider; readonly name: string } | null {
  const match = /^(\w{2,}):[\\/]?(.*)$/s.exec(path);
  const provider = match === null ? undefined : providerDrives.get((match[1] ?? "").toLowerCase());
  return provider === undefined ? null : { provider, name: match?.[2] ?? "" };
}

export function filesOf(cmdlet: HasContext): FileSystem {
  return extensionOf(cmdlet.context, fileSystemKey);
}

/** A path of the command line as an absolute one. Ends the command when its drive is not there. */
export function fullPath(cmdlet: HasContext, path: string): string {
  return absolutePath(path, filesOf(cmdlet).location);
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

/** The nodes that a path means: wildcards in any step, unless it is taken literally. Sorted by name in each directory. */
export function expandPath(cmdlet: HasContext, path: string, literal: boolean): readonly FoundNode[] {
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
        .filter((child) => pattern.isMatch(child.name))
        .map((child) => ({ path: childPath(parent, child.name), node: child }));
    });
  }
  return found;
}

export function childPath(parent: string, name: string): string {
  return joinPath([...splitPath(parent), name]);
}

export function sortedChildren(children: Iterable<FileSystemNode>): FileSystemNode[] {
  return [...children].sort((a, b) => compareText(a.name, b.name, true));
}

/** Writes a file's whole text; directories on the way exist already. */
export function writeFile(cmdlet: HasContext, path: string, text: string): void {
  const files = filesOf(cmdlet);
  const parts = splitPath(path);
  const now = cmdlet.context.now();
  const old = nodeAt(files.root, parts);
  const node: FileNode = {
    kind: "file",
    name: old?.name ?? parts.at(-1) ?? "",
    text,
    created: old?.created ?? now,
    written: now,
  };
  files.root = withNode(files.root, parts, node, now);
}

/** Whether the directory that a file is to be in exists. */
export function parentExists(cmdlet: HasContext, path: string): boolean {
  const parent = nodeAt(filesOf(cmdlet).root, splitPath(path).slice(0, -1));
  return parent?.kind === "directory";
}

/** `Cannot find path 'C:\x' because it does not exist.`, or the drive's error. */
export function pathNotFound(cmdlet: HasContext, path: string): ErrorRecord {
  const drive = driveOf(path);
  if (drive !== null && !filesOf(cmdlet).root.children.has(`${drive.toLowerCase()}:`)) return driveNotFound(drive);
  return cmdletError({
    id: "PathNotFound",
    category: "ObjectNotFound",
    exception: "ItemNotFoundException",
    message: `Cannot find path '${path}' because it does not exist.`,
    target: path,
  });
}

function driveOf(path: string): string | null {
  return /^(\w+):/.exec(path)?.[1] ?? null;
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

/** The directory of a file that is to be written is not there. */
export function directoryNotFound(cmdlet: HasContext, path: string, id: string): ErrorRecord {
  const drive = driveOf(path);
  if (drive !== null && !filesOf(cmdlet).root.children.has(`${drive.toLowerCase()}:`)) return driveNotFound(drive);
  return cmdletError({
    id,
    category: "ObjectNotFound",
    exception: "DirectoryNotFoundException",
    message: `Could not find a part of the path '${path}'.`,
    target: path,
  });
}
