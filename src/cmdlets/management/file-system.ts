import { ExtensionKey } from "../../runtime/extension.js";

/** What files and directories have in common. Times are ticks of the emulated clock. */
interface NodeBase {
  /** As spelled when it was made. */
  readonly name: string;
  readonly created: bigint;
  /** When the text, or what is in the directory, was changed last. */
  readonly written: bigint;
  /** When somebody other than the system last set the time of access; that of writing when omitted. */
  readonly accessed?: bigint;
  /** Bits of System.IO.FileAttributes; 32 (Archive) for a file and 16 (Directory) for a directory when omitted. */
  readonly attributes?: number;
}

/** A file: its text as a whole. */
export interface FileNode extends NodeBase {
  readonly kind: "file";
  readonly text: string;
  /** Whether it comes with the emulated machine, and was not given to the session nor made in it. */
  readonly isPreset?: true;
  /** In which its bytes are counted; UTF-8 without mark when omitted. */
  readonly encoding?: FileEncoding;
  /** Alternate data streams by name in lower case, each as a file of its own. */
  readonly streams?: ReadonlyMap<string, FileNode>;
}

/** How text lies in a file; the names are those of -Encoding. */
export type FileEncoding = "utf8" | "utf8BOM" | "unicode" | "bigendianunicode" | "utf32" | "ascii" | CodePageName;
/** Windows' Western code page, and those of its consoles: 437 in America, 850 in Western Europe. */
export type CodePageName = "ansi" | "oem" | "oem850";

/** A directory; children by name in lower case. */
export interface DirectoryNode extends NodeBase {
  readonly kind: "directory";
  readonly children: ReadonlyMap<string, FileSystemNode>;
}

export type FileSystemNode = FileNode | DirectoryNode;

/** The session's files: one immutable tree whose first level are drives (`C:`) and UNC servers (`\\server`). */
export interface FileSystem {
  /** Replaced as a whole by each write. */
  root: DirectoryNode;
  /** The current directory, absolute: `C:\`. */
  location: string;
  /** What Push-Location remembers, the last at the end. */
  stack: readonly string[];
  /** What Push-Location -StackName remembers, by the stack's name. */
  namedStacks: ReadonlyMap<string, readonly string[]>;
  /** Where `Set-Location -` goes back to, and `Set-Location +` forth, the next at the end. */
  visited: { readonly back: readonly string[]; readonly forth: readonly string[] };
  /** Drives that New-PSDrive made, in the order of their making. */
  madeDrives: readonly MadeDrive[];
}

/** A drive that stands for a directory (`FileSystem`) or for another drive's items. */
export interface MadeDrive {
  readonly name: string;
  readonly provider: "Alias" | "Environment" | "FileSystem" | "Function" | "Variable";
  /** Absolute path of the directory; empty for drives without paths. */
  readonly root: string;
  readonly description: string;
}

export const fileSystemKey = new ExtensionKey<FileSystem>("file system");

export const emptyDirectory = (name: string, created = 0n): DirectoryNode => ({
  kind: "directory",
  name,
  children: new Map(),
  created,
  written: created,
});

/** Files of a session as the shell's option gives them: `{ "C:\\x.csv": "text" }`. */
export function fileSystemOf(files: Iterable<readonly [path: string, text: string]>, now = 0n): FileSystem {
  let root = emptyDirectory("");
  root = withNode(root, ["C:"], emptyDirectory("C:", now), now);
  for (const [path, text] of files) {
    const parts = splitPath(path.replaceAll("/", "\\"));
    const name = parts.at(-1) ?? "";
    root = withNode(root, parts, { kind: "file", name, text, created: now, written: now }, now);
  }
  return {
    root,
    location: "C:\\",
    stack: [],
    namedStacks: new Map(),
    visited: { back: [], forth: [] },
    madeDrives: [],
  };
}

/** All files with their texts, by absolute path, those of the machine itself apart: what {@link fileSystemOf} takes. */
export function filesOf({ root }: Pick<FileSystem, "root">): Readonly<Record<string, string>> {
  const found: [string, string][] = [];
  const collect = (directory: DirectoryNode, parts: readonly string[]): void => {
    for (const node of directory.children.values()) {
      const path = [...parts, node.name];
      if (node.kind === "directory") collect(node, path);
      else if (node.isPreset !== true) found.push([joinPath(path), node.text]);
    }
  };
  collect(root, []);
  return Object.fromEntries(found);
}

/** The steps of an absolute path: drive or `\\server`, then names. */
export function splitPath(path: string): readonly string[] {
  if (path.startsWith("\\\\")) {
    const [server = "", ...rest] = path
      .slice(2)
      .split("\\")
      .filter((part) => part !== "");
    return [`\\\\${server}`, ...rest];
  }
  return path.split("\\").filter((part) => part !== "");
}

/** The absolute path of steps: `C:\`, `C:\a\b`, `\\server\share`. */
export function joinPath(parts: readonly string[]): string {
  const text = parts.join("\\");
  return parts.length === 1 && text.endsWith(":") ? `${text}\\` : text;
}

/** What `~` stands for. */
export const homeDirectory = "C:\\Users\\Administrator";

/** A path made absolute: relative ones stand on the location, `~`, `.` and `..` are resolved. */
export function absolutePath(path: string, location: string): string {
  const text = path.replaceAll("/", "\\").replace(/^~(?=\\|$)/, () => homeDirectory);
  const isUnc = text.startsWith("\\\\");
  const isDrive = /^[^\\:]+:/.test(text);
  let parts: string[];
  if (isUnc || isDrive) parts = [...splitPath(text)];
  else if (text.startsWith("\\")) parts = [...splitPath(location).slice(0, 1), ...splitPath(text)];
  else parts = [...splitPath(location), ...splitPath(text)];
  const result: string[] = [];
  for (const part of parts) {
    if (part === ".") continue;
    if (part === "..") {
      if (result.length > 1) result.pop();
      continue;
    }
    result.push(part);
  }
  return joinPath(result);
}

/** What stands at the steps; `undefined` when nothing does. */
export function nodeAt(root: DirectoryNode, parts: readonly string[]): FileSystemNode | undefined {
  let node: FileSystemNode = root;
  for (const part of parts) {
    if (node.kind !== "directory") return undefined;
    const next: FileSystemNode | undefined = node.children.get(part.toLowerCase());
    if (next === undefined) return undefined;
    node = next;
  }
  return node;
}

/** The tree with a node at the steps; directories on the way are made. Copies the directories on the way only. */
export function withNode(
  root: DirectoryNode,
  parts: readonly string[],
  node: FileSystemNode,
  now: bigint,
): DirectoryNode {
  const [head, ...rest] = parts;
  if (head === undefined) return node.kind === "directory" ? node : root;
  const key = head.toLowerCase();
  const child = root.children.get(key);
  const directory = child?.kind === "directory" ? child : emptyDirectory(head, now);
  const children = new Map(root.children);
  children.set(key, rest.length === 0 ? node : withNode(directory, rest, node, now));
  return child === undefined ? { ...root, children, written: now } : { ...root, children };
}

/** The tree without what stands at the steps. */
export function withoutNode(root: DirectoryNode, parts: readonly string[], now: bigint): DirectoryNode {
  const [head, ...rest] = parts;
  if (head === undefined) return root;
  const key = head.toLowerCase();
  const child = root.children.get(key);
  if (child === undefined) return root;
  const children = new Map(root.children);
  if (rest.length === 0) {
    children.delete(key);
    return { ...root, children, written: now };
  }
  if (child.kind === "directory") children.set(key, withoutNode(child, rest, now));
  return { ...root, children };
}
