import { type DotNetMember, method, type Value } from "../../values/index.js";
import { accessOf, modeOf } from "../../values/types/streams/arguments.js";
import { sessionFiles } from "../../values/types/streams/byte-stream.js";
import { openFile } from "../../values/types/streams/open-file.js";
import { openText } from "../../values/types/streams/reader-types.js";
import { createText } from "../../values/types/streams/writer-types.js";
import type { ValueContext } from "../../values/value-context.js";
import type { FileSystemInfo } from "./file-info.js";

const stream = "System.IO.FileStream";
const info = "System.IO.FileInfo";
const open = (context: ValueContext, self: FileSystemInfo, [mode, access]: readonly Value[]): Value =>
  openFile(context, self.path, modeOf(mode), accessOf(access));

/** What FileInfo does with its file: opens it and puts it elsewhere. The object itself stays as it was read. */
export const fileInfoMethods: readonly DotNetMember[] = [
  method<FileSystemInfo>(
    [`${stream} Open(System.IO.FileMode mode)`, open],
    [`${stream} Open(System.IO.FileMode mode, System.IO.FileAccess access)`, open],
    [`${stream} Open(System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)`, open],
  ),
  method<FileSystemInfo>(["System.IO.StreamReader OpenText()", (c, self) => openText(c, self.path)]),
  method<FileSystemInfo>(["System.IO.StreamWriter CreateText()", (c, self) => createText(c, self.path, false)]),
  method<FileSystemInfo>(["System.IO.StreamWriter AppendText()", (c, self) => createText(c, self.path, true)]),
  method<FileSystemInfo>([`${stream} Create()`, (c, self) => openFile(c, self.path, "Create")]),
  method<FileSystemInfo>([`${stream} OpenRead()`, (c, self) => openFile(c, self.path, "Open", "Read")]),
  method<FileSystemInfo>([`${stream} OpenWrite()`, (c, self) => openFile(c, self.path, "OpenOrCreate", "Write")]),
  method<FileSystemInfo>(
    [`${info} CopyTo(string destFileName)`, copyTo],
    [`${info} CopyTo(string destFileName, bool overwrite)`, copyTo],
  ),
  method<FileSystemInfo>(
    ["void MoveTo(string destFileName)", moveTo],
    ["[core] void MoveTo(string destFileName, bool overwrite)", moveTo],
  ),
];

function copyTo(context: ValueContext, self: FileSystemInfo, [target, overwrite]: readonly Value[]): Value {
  const files = sessionFiles(context);
  const path = typeof target === "string" ? target : "";
  files.transfer(self.path, path, { isCopy: true, overwrites: overwrite === true });
  return self.at(files.fullPath(path));
}

function moveTo(context: ValueContext, self: FileSystemInfo, [target, overwrite]: readonly Value[]): null {
  const files = sessionFiles(context);
  const path = typeof target === "string" ? target : "";
  files.transfer(self.path, path, { isCopy: false, overwrites: overwrite === true });
  self.moved(files.fullPath(path));
  return null;
}
