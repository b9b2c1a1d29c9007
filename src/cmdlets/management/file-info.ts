import { DateTime } from "../../values/date-time.js";
import { heapClass } from "../../values/heap/heap-class.js";
import {
  coreProperty,
  type DotNetMember,
  type DotNetType,
  defineType,
  method,
  property,
  typeNamed,
  type Value,
} from "../../values/index.js";
import { keepFields } from "../../values/journal.js";
import { EnumValue } from "../../values/numbers.js";
import { DotNetObject } from "../../values/value.js";
import { addMember } from "../instance-members.js";
import { driveNamed, driveNameOf } from "./drives.js";
import { byteLength } from "./file-encoding.js";
import { fileInfoMethods } from "./file-info-methods.js";
import {
  type FileSystem,
  type FileSystemNode,
  joinPath,
  nodeAt,
  splitPath,
  withNode,
  withoutNode,
} from "./file-system.js";
import { filesOf, type HasContext } from "./paths.js";
import { driveInfo, providerInfo } from "./provider-info.js";

const fileName = "System.IO.FileInfo";
const directoryName = "System.IO.DirectoryInfo";
const baseName = "System.IO.FileSystemInfo";

/** Bits of System.IO.FileAttributes. */
export const attributeBits = { readOnly: 1, hidden: 2, system: 4, directory: 16, archive: 32, normal: 128 } as const;

/** The attributes of a node as bits. */
export function attributesOf({ kind, attributes }: FileSystemNode): number {
  return attributes ?? (kind === "file" ? attributeBits.archive : attributeBits.directory);
}

/**
 * System.IO.FileInfo or DirectoryInfo: a file or directory as Get-Item and Get-ChildItem give it. It shows what stands
 * at its path when it was made; what script sets goes into the files at once.
 */
export class FileSystemInfo extends DotNetObject {
  constructor(
    public path: string,
    public node: FileSystemNode,
    private readonly files: FileSystem,
    private shown: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.node.kind === "file" ? fileName : directoryName);
  }
  /** The whole path; up to 5.1 only the name, when it comes from the listing of a directory. */
  toNetText(): string {
    return this.shown;
  }
  get extension(): string {
    const dot = this.node.name.lastIndexOf(".");
    return dot < 0 ? "" : this.node.name.slice(dot);
  }
  get parentPath(): string {
    return joinPath(splitPath(this.path).slice(0, -1));
  }
  get exists(): boolean {
    return nodeAt(this.files.root, splitPath(this.path))?.kind === this.node.kind;
  }
  /** Another node in the place of this one. */
  change(changed: Partial<FileSystemNode>): void {
    keepFields(this);
    this.node = { ...this.node, ...changed } as FileSystemNode;
    this.files.root = withNode(this.files.root, splitPath(this.path), this.node, this.node.written);
  }
  delete(now: bigint): void {
    this.files.root = withoutNode(this.files.root, splitPath(this.path), now);
  }
  /** The object of what stands at another path. */
  at(path: string): Value {
    const node = nodeAt(this.files.root, splitPath(path));
    return node === undefined ? null : new FileSystemInfo(path, node, this.files, path);
  }
  /** It was moved: the object follows. */
  moved(path: string): void {
    keepFields(this);
    this.path = path;
    this.shown = path;
    this.node = nodeAt(this.files.root, splitPath(path)) ?? this.node;
  }
  /** The directory at a path; `null` for the one above a drive. */
  directory(path: string): Value {
    const node = path === "" ? undefined : nodeAt(this.files.root, splitPath(path));
    return node === undefined || path === this.path ? null : new FileSystemInfo(path, node, this.files, path);
  }
}
heapClass("FileSystemInfo", FileSystemInfo);

type Info = FileSystemInfo;
const attributesType = () => typeNamed("System.IO.FileAttributes");

/** A time that may be read and set, in local time or UTC. */
function time(name: string, read: (node: FileSystemNode) => bigint, key: "created" | "written" | "accessed") {
  const set = (info: Info, value: Value, shift: bigint): void => {
    if (value instanceof DateTime) info.change({ [key]: value.ticks + shift });
  };
  return [
    property<Info>(
      `datetime ${name}`,
      (info) => new DateTime(read(info.node), "Local"),
      (info, value) => set(info, value, 0n),
    ),
    property<Info>(
      `datetime ${name}Utc`,
      (info, context) => new DateTime(read(info.node) - context.utcOffset(read(info.node)), "Utc"),
      (info, value, context) => set(info, value, value instanceof DateTime ? context.utcOffset(value.ticks) : 0n),
    ),
  ];
}

const commonMembers: readonly DotNetMember[] = [
  property<Info>("string FullName", (info) => info.path),
  property<Info>("string Extension", (info) => info.extension),
  ...time("CreationTime", (node) => node.created, "created"),
  ...time("LastAccessTime", (node) => node.accessed ?? node.written, "accessed"),
  ...time("LastWriteTime", (node) => node.written, "written"),
  coreProperty<Info>("string LinkTarget", () => null),
  property<Info>(
    "System.IO.FileAttributes Attributes",
    (info) => new EnumValue(attributesType(), BigInt(attributesOf(info.node))),
    (info, value) => {
      if (value instanceof EnumValue) info.change({ attributes: Number(value.value) });
    },
  ),
  method<Info>([
    "void Delete()",
    (context, info) => {
      info.delete(context.now());
      return null;
    },
  ]),
  method<Info>(["void Refresh()", () => null]),
  method<Info>(["string ToString()", (_, info) => info.toNetText()]),
];

defineType({ fullName: baseName, members: () => commonMembers });
defineType({
  fullName: fileName,
  base: baseName,
  members: () => [
    property<Info>("string Name", (info) => info.node.name),
    property<Info>("long Length", (info) => (info.node.kind === "file" ? BigInt(byteLength(info.node)) : 0n)),
    property<Info>("string DirectoryName", (info) => info.parentPath),
    property<Info>("System.IO.DirectoryInfo Directory", (info) => info.directory(info.parentPath)),
    property<Info>(
      "bool IsReadOnly",
      (info) => (attributesOf(info.node) & attributeBits.readOnly) !== 0,
      (info, value) => {
        const others = attributesOf(info.node) & ~attributeBits.readOnly;
        info.change({ attributes: value === true ? others | attributeBits.readOnly : others });
      },
    ),
    property<Info>("bool Exists", (info) => info.exists),
    ...fileInfoMethods,
  ],
});
defineType({
  fullName: directoryName,
  base: baseName,
  members: () => [
    property<Info>("string Name", (info) => (/^[A-Za-z]:$/.test(info.node.name) ? info.path : info.node.name)),
    property<Info>("System.IO.DirectoryInfo Parent", (info) => info.directory(info.parentPath)),
    property<Info>("System.IO.DirectoryInfo Root", (info) => {
      const root = joinPath(splitPath(info.path).slice(0, 1));
      return root === info.path ? info : info.directory(root);
    }),
    property<Info>("bool Exists", (info) => info.exists),
  ],
});

/** Where an object comes from decides what its text is up to 5.1. */
export type InfoOrigin = "path" | "listing";

/** The .NET object for a node at a path, with the provider's notes. */
export function fileSystemInfo(
  cmdlet: HasContext,
  path: string,
  node: FileSystemNode,
  origin: InfoOrigin = "path",
): FileSystemInfo {
  const { context } = cmdlet;
  const files = filesOf(cmdlet);
  const isShort = origin === "listing" && context.facts.languageVersion < 7;
  const info = new FileSystemInfo(path, node, files, isShort ? node.name : path);
  const parent = splitPath(path).length > 1 ? info.parentPath : "";
  const prefix = "Microsoft.PowerShell.Core\\FileSystem::";
  const note = (name: string, value: Value): void => addMember(info, { kind: "NoteProperty", name, value });
  note("PSPath", prefix + path);
  note("PSParentPath", parent === "" ? "" : prefix + parent);
  note("PSChildName", parent === "" ? path : node.name);
  const drive = driveNamed(files, driveNameOf(path) ?? "");
  if (drive !== undefined) note("PSDrive", driveInfo(cmdlet, drive));
  note("PSProvider", providerInfo("FileSystem"));
  note("PSIsContainer", node.kind === "directory");
  return info;
}

/** `d-----` (5.0 on), `d----` (2.0 to 4.0 and 7): what Mode shows. */
export function modeText(node: FileSystemNode, languageVersion: number): string {
  const bits = attributesOf(node);
  const letter = (bit: number, sign: string): string => ((bits & bit) === 0 ? "-" : sign);
  const isDirectory = node.kind === "directory";
  return (
    (isDirectory ? "d" : "-") +
    letter(attributeBits.archive, "a") +
    letter(attributeBits.readOnly, "r") +
    letter(attributeBits.hidden, "h") +
    letter(attributeBits.system, "s") +
    (languageVersion >= 5 && languageVersion < 7 ? "-" : "")
  );
}
