import type { ExecutionContext } from "../../runtime/execution-context.js";
import { DateTime } from "../../values/date-time.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, PSArray, property, type Value } from "../../values/index.js";
import { netError } from "../../values/net-errors.js";
import { openText } from "../../values/types/streams/reader-types.js";
import { createText } from "../../values/types/streams/writer-types.js";
import type { ValueContext } from "../../values/value-context.js";
import { byteLength } from "../management/file-encoding.js";
import { attributesOf } from "../management/file-info.js";
import { type FileSystemNode, splitPath, withNode, withoutNode } from "../management/file-system.js";
import { type FoundNode, filesOf, findNode, fullPath, parentExists, sortedChildren } from "../management/paths.js";
import { ComObject, defineComInterface } from "./com-object.js";
import { ComTextStream } from "./text-stream.js";

// Scripting.FileSystemObject over the session's files: interfaces of the scripting runtime, as documented. Its errors'
// texts are from memory.

const failure = (message: string) => netError("System.Runtime.InteropServices.COMException", message);
const text = (value: Value | undefined): string => (value === null || value === undefined ? "" : String(value));
const session = (context: ValueContext) => ({ context: context as ExecutionContext });

function nodeAt(context: ValueContext, path: Value | undefined): FoundNode | undefined {
  return text(path) === "" ? undefined : findNode(session(context), fullPath(session(context), text(path)));
}
function existing(context: ValueContext, path: Value | undefined, kind: FileSystemNode["kind"]): string {
  const found = nodeAt(context, path);
  if (found?.node.kind === kind) return found.path;
  throw failure(kind === "file" ? "File not found" : "Path not found");
}

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf("\\"), path.lastIndexOf("/")) + 1);
const extensionOf = (path: string): string => {
  const name = nameOf(path);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
};
const baseOf = (path: string): string => {
  const name = nameOf(path);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
};
const parentOf = (path: string): string => {
  const cut = path.replace(/[\\/]+$/, "");
  const slash = Math.max(cut.lastIndexOf("\\"), cut.lastIndexOf("/"));
  if (slash < 0) return "";
  return /^[A-Za-z]:$/.test(cut.slice(0, slash)) ? cut.slice(0, slash + 1) : cut.slice(0, slash);
};

/** Puts what is at one path, or a copy of it, at another; a target that ends with a backslash is a folder. */
function transfer(context: ValueContext, from: string, to: string, isCopy: boolean, overwrites: boolean): void {
  const at = session(context);
  const found = findNode(at, from);
  if (found === undefined) throw failure("File not found");
  const target = fullPath(at, /[\\/]$/.test(to) ? to + nameOf(from) : to);
  if (!parentExists(at, target)) throw failure("Path not found");
  if (findNode(at, target) !== undefined && !overwrites) throw failure("File already exists");
  const files = filesOf(at);
  const now = context.now();
  const parts = splitPath(target);
  const node = { ...found.node, name: parts.at(-1) ?? found.node.name };
  if (!isCopy) files.root = withoutNode(files.root, splitPath(found.path), now);
  files.root = withNode(files.root, parts, node, now);
}

function remove(context: ValueContext, path: string): void {
  const files = filesOf(session(context));
  files.root = withoutNode(files.root, splitPath(path), context.now());
}

function createFolder(context: ValueContext, path: Value | undefined): Value {
  const at = session(context);
  const full = fullPath(at, text(path));
  if (findNode(at, full) !== undefined) throw failure("File already exists");
  if (!parentExists(at, full)) throw failure("Path not found");
  const files = filesOf(at);
  const now = context.now();
  const parts = splitPath(full);
  const folder = {
    kind: "directory",
    name: parts.at(-1) ?? "",
    children: new Map(),
    created: now,
    written: now,
  } as const;
  files.root = withNode(files.root, parts, folder, now);
  return new ComFile(full, "directory");
}

const nothing = <T>(run: () => T): null => {
  run();
  return null;
};

const ofSystem = defineComInterface("2a0b9d10-4b87-11d3-a97a-00104b365c9f", () => [
  method(["bool FileExists(string FileSpec)", (c, _, [path]) => nodeAt(c, path)?.node.kind === "file"]),
  method(["bool FolderExists(string FolderSpec)", (c, _, [path]) => nodeAt(c, path)?.node.kind === "directory"]),
  method([
    "bool DriveExists(string DriveSpec)",
    (c, _, [drive]) => nodeAt(c, `${text(drive).slice(0, 1)}:\\`) !== undefined,
  ]),
  method(["System.Object GetFile(string FilePath)", (c, _, [path]) => new ComFile(existing(c, path, "file"), "file")]),
  method([
    "System.Object GetFolder(string FolderPath)",
    (c, _, [path]) => new ComFile(existing(c, path, "directory"), "directory"),
  ]),
  method(["string GetBaseName(string Path)", (_c, _s, [path]) => baseOf(text(path))]),
  method(["string GetExtensionName(string Path)", (_c, _s, [path]) => extensionOf(text(path))]),
  method(["string GetFileName(string Path)", (_c, _s, [path]) => nameOf(text(path))]),
  method(["string GetParentFolderName(string Path)", (_c, _s, [path]) => parentOf(text(path))]),
  method(["string GetDriveName(string Path)", (_c, _s, [path]) => /^[A-Za-z]:/.exec(text(path))?.[0] ?? ""]),
  method(["string GetAbsolutePathName(string Path)", (c, _, [path]) => fullPath(session(c), text(path))]),
  method([
    "string BuildPath(string Path, string Name)",
    (_c, _s, [path, name]) => `${text(path).replace(/[\\/]$/, "")}\\${text(name).replace(/^[\\/]/, "")}`,
  ]),
  method(
    [
      "void CopyFile(string Source, string Destination)",
      (c, _, [from, to]) => nothing(() => transfer(c, existing(c, from, "file"), text(to), true, true)),
    ],
    [
      "void CopyFile(string Source, string Destination, bool OverWriteFiles)",
      (c, _, [from, to, over]) => nothing(() => transfer(c, existing(c, from, "file"), text(to), true, over === true)),
    ],
  ),
  method([
    "void MoveFile(string Source, string Destination)",
    (c, _, [from, to]) => nothing(() => transfer(c, existing(c, from, "file"), text(to), false, false)),
  ]),
  method(
    ["void DeleteFile(string FileSpec)", (c, _, [path]) => nothing(() => remove(c, existing(c, path, "file")))],
    [
      "void DeleteFile(string FileSpec, bool Force)",
      (c, _, [path]) => nothing(() => remove(c, existing(c, path, "file"))),
    ],
  ),
  method(
    [
      "void DeleteFolder(string FolderSpec)",
      (c, _, [path]) => nothing(() => remove(c, existing(c, path, "directory"))),
    ],
    [
      "void DeleteFolder(string FolderSpec, bool Force)",
      (c, _, [path]) => nothing(() => remove(c, existing(c, path, "directory"))),
    ],
  ),
  method(["System.Object CreateFolder(string Path)", (c, _, [path]) => createFolder(c, path)]),
  method(
    ["System.Object CreateTextFile(string FileName)", (c, _, [path]) => created(c, path, true)],
    [
      "System.Object CreateTextFile(string FileName, bool Overwrite)",
      (c, _, [path, over]) => created(c, path, over === true),
    ],
  ),
  method(
    ["System.Object OpenTextFile(string FileName)", (c, _, [path]) => opened(c, path, 1, false)],
    [
      "System.Object OpenTextFile(string FileName, int IOMode)",
      (c, _, [path, mode]) => opened(c, path, Number(mode), false),
    ],
    [
      "System.Object OpenTextFile(string FileName, int IOMode, bool Create)",
      (c, _, [path, mode, create]) => opened(c, path, Number(mode), create === true),
    ],
  ),
]);

function created(context: ValueContext, path: Value | undefined, overwrites: boolean): Value {
  if (!overwrites && nodeAt(context, path) !== undefined) throw failure("File already exists");
  return new ComTextStream(null, createText(context, text(path), false));
}

/** 1: for reading, 2: for writing, 8: for appending. */
function opened(context: ValueContext, path: Value | undefined, mode: number, creates: boolean): Value {
  const isThere = nodeAt(context, path)?.node.kind === "file";
  if (!isThere && !creates) throw failure("File not found");
  if (mode !== 1) return new ComTextStream(null, createText(context, text(path), mode === 8));
  if (!isThere) createText(context, text(path), false).close(context);
  return new ComTextStream(openText(context, text(path)), null);
}

/** Scripting.FileSystemObject. */
export class FileSystemObject extends ComObject {
  constructor() {
    super(ofSystem);
  }
}
heapClass("FileSystemObject", FileSystemObject);

const sizeOf = (node: FileSystemNode): number =>
  node.kind === "file" ? byteLength(node) : [...node.children.values()].reduce((sum, child) => sum + sizeOf(child), 0);

/** Reads something of what stands at the path now. */
const ofNode = (declaration: string, read: (node: FileSystemNode) => Value) =>
  property(declaration, (self: ComFile, context) => {
    const found = findNode(session(context), self.path);
    return found === undefined ? null : read(found.node);
  });

const common = () => [
  property("string Path", (self: ComFile) => self.path),
  ofNode("string Name", ({ name }) => name),
  property("System.Object ParentFolder", (self: ComFile) => new ComFile(parentOf(self.path), "directory")),
  ofNode("System.Object Size", sizeOf),
  ofNode("int Attributes", attributesOf),
  ofNode("datetime DateCreated", ({ created: ticks }) => new DateTime(ticks, "Unspecified")),
  ofNode("datetime DateLastModified", ({ written }) => new DateTime(written, "Unspecified")),
  ofNode("datetime DateLastAccessed", ({ accessed, written }) => new DateTime(accessed ?? written, "Unspecified")),
  method<ComFile>(["void Delete()", (c, self) => nothing(() => remove(c, self.path))]),
  method<ComFile>([
    "void Copy(string Destination)",
    (c, self, [to]) => nothing(() => transfer(c, self.path, text(to), true, true)),
  ]),
  method<ComFile>([
    "void Move(string Destination)",
    (c, self, [to]) => nothing(() => transfer(c, self.path, text(to), false, false)),
  ]),
];

const children = (kind: FileSystemNode["kind"]) => (self: ComFile, context: ValueContext) => {
  const node = findNode(session(context), self.path)?.node;
  const all = node?.kind === "directory" ? sortedChildren(node.children.values()) : [];
  const prefix = self.path.replace(/\\$/, "");
  return new PSArray(
    all.filter((each) => each.kind === kind).map((each) => new ComFile(`${prefix}\\${each.name}`, kind)),
  );
};

const fileInterface = defineComInterface("c7c3f5a4-88a3-11d0-abcb-00a0c90fffc0", () => [
  ...common(),
  method<ComFile>(["System.Object OpenAsTextStream()", (c, self) => new ComTextStream(openText(c, self.path), null)]),
]);
const folderInterface = defineComInterface("c7c3f5a2-88a3-11d0-abcb-00a0c90fffc0", () => [
  ...common(),
  property("System.Object Files", children("file")),
  property("System.Object SubFolders", children("directory")),
]);

/** A file or a folder, by its path. */
class ComFile extends ComObject {
  constructor(
    readonly path: string,
    kind: FileSystemNode["kind"],
  ) {
    super(kind === "file" ? fileInterface : folderInterface);
  }
}
heapClass("ComFile", ComFile);
