import { DateTime } from "../../values/date-time.js";
import { type DotNetType, typeNamed, type Value } from "../../values/index.js";
import { addMember } from "../instance-members.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { type FileSystemNode, joinPath, splitPath } from "./file-system.js";

const fileName = "System.IO.FileInfo";
const directoryName = "System.IO.DirectoryInfo";
const baseName = "System.IO.FileSystemInfo";

defineResultType(baseName, [
  { name: "FullName", typeName: "string" },
  { name: "Extension", typeName: "string" },
  { name: "Exists", typeName: "bool" },
  { name: "CreationTime", typeName: "datetime" },
  { name: "LastWriteTime", typeName: "datetime" },
]);
defineResultType(
  fileName,
  [
    { name: "Name", typeName: "string" },
    { name: "Length", typeName: "long" },
    { name: "DirectoryName", typeName: "string" },
  ],
  baseName,
);
defineResultType(directoryName, [{ name: "Name", typeName: "string" }], baseName);

/** A file or directory as Get-Item and Get-ChildItem give it. Its text is its path. */
class FileSystemInfo extends ResultObject {
  constructor(
    private readonly path: string,
    private readonly kind: FileSystemNode["kind"],
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.kind === "file" ? fileName : directoryName);
  }
  override text(): string {
    return this.path;
  }
}

/** The .NET object for a node at a path. */
export function fileSystemInfo(path: string, node: FileSystemNode): ResultObject {
  const info = new FileSystemInfo(path, node.kind);
  const dot = node.name.lastIndexOf(".");
  const parent = joinPath(splitPath(path).slice(0, -1));
  info.setField("Name", node.name);
  info.setField("FullName", path);
  info.setField("Extension", dot < 0 ? "" : node.name.slice(dot));
  info.setField("Exists", true);
  info.setField("CreationTime", new DateTime(node.created, "Local"));
  info.setField("LastWriteTime", new DateTime(node.kind === "file" ? node.written : node.created, "Local"));
  if (node.kind === "file") {
    info.setField("Length", BigInt(utf8Length(node.text)));
    info.setField("DirectoryName", parent);
  }
  const note = (name: string, value: Value): void => addMember(info, { kind: "NoteProperty", name, value });
  note("PSPath", path);
  note("PSParentPath", parent);
  note("PSChildName", node.name);
  note("PSIsContainer", node.kind === "directory");
  return info;
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
