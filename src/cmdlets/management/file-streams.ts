import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, type ErrorRecord, typeNamed, WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { addMember } from "../instance-members.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { driveNamed, driveNameOf } from "./drives.js";
import { byteLength, storedText } from "./file-encoding.js";
import { type FileEncoding, type FileNode, joinPath, splitPath, withNode } from "./file-system.js";
import { filesOf } from "./paths.js";
import { driveInfo, providerInfo } from "./provider-info.js";

/** The name of a file's own content among its streams. */
const ownStream = ":$DATA";

/** Whether -Stream names the file's own content. */
function isOwn(stream: string): boolean {
  return stream === "" || stream.toLowerCase() === ":$data";
}

/** A file's stream as a file of its own; the file itself without a name. */
export function streamOf(node: FileNode, stream: string | undefined): FileNode | undefined {
  if (stream === undefined || isOwn(stream)) return node;
  return node.streams?.get(stream.toLowerCase());
}

/** Writes a stream of a file that is there. */
export function writeStream(
  cmdlet: CmdletRuntime,
  path: string,
  file: FileNode,
  stream: string,
  text: string,
  encoding?: FileEncoding,
): void {
  const now = cmdlet.context.now();
  const old = file.streams?.get(stream.toLowerCase());
  const kept = encoding ?? old?.encoding ?? "utf8";
  const made: FileNode = {
    kind: "file",
    name: old?.name ?? stream,
    text: storedText(text, kept),
    encoding: kept,
    created: old?.created ?? now,
    written: now,
  };
  keep(cmdlet, path, file, new Map([...(file.streams ?? []), [stream.toLowerCase(), made]]));
}

function keep(cmdlet: CmdletRuntime, path: string, file: FileNode, streams: ReadonlyMap<string, FileNode>): void {
  const files = filesOf(cmdlet);
  files.root = withNode(files.root, splitPath(path), { ...file, streams }, cmdlet.context.now());
}

/** The names of a file's streams that a name or wildcard means, its own content among them. */
export function streamsNamed(file: FileNode, pattern: string): readonly string[] {
  const names = [ownStream, ...[...(file.streams?.values() ?? [])].map(({ name }) => name)];
  if (isOwn(pattern)) return [ownStream];
  const matcher = new WildcardPattern(pattern, true);
  return names.filter((name) => matcher.isMatch(name));
}

/** Takes streams away; an error when a name without wildcards means none. */
export function removeStreams(
  cmdlet: CmdletRuntime,
  path: string,
  file: FileNode,
  patterns: readonly string[],
  isAsked = false,
): void {
  let streams = new Map(file.streams ?? []);
  for (const pattern of patterns) {
    const names = streamsNamed({ ...file, streams }, pattern).filter((name) => name !== ownStream);
    if (names.length === 0 && !WildcardPattern.containsWildcardCharacters(pattern))
      cmdlet.writeError(streamNotFound(path, pattern, "AlternateDataStreamNotFound"));
    for (const name of names) {
      // The words of the question are from memory.
      if (!isAsked && !cmdlet.shouldProcess(`Path: ${path} Stream: ${name}`, "Remove Stream")) continue;
      streams = new Map([...streams].filter(([key]) => key !== name.toLowerCase()));
    }
  }
  if (streams.size !== (file.streams?.size ?? 0)) keep(cmdlet, path, file, streams);
}

const fullName = "Microsoft.PowerShell.Commands.AlternateStreamData";
defineResultType(fullName, [
  { name: "FileName", typeName: "string", settable: true },
  { name: "Stream", typeName: "string", settable: true },
  { name: "Length", typeName: "long", settable: true },
]);

/** What Get-Item -Stream tells of a stream. */
class AlternateStreamData extends ResultObject {
  get type(): DotNetType {
    return typeNamed(fullName);
  }
}
heapClass("AlternateStreamData", AlternateStreamData);

/** A stream as Get-Item gives it, with what the provider adds to every item (documented: the examples of Get-Item). */
export function streamInfo(cmdlet: CmdletRuntime, path: string, file: FileNode, name: string): AlternateStreamData {
  const info = new AlternateStreamData();
  const stream = name === ownStream ? file : streamOf(file, name);
  info.setField("FileName", path);
  info.setField("Stream", name);
  info.setField("Length", BigInt(stream === undefined ? 0 : byteLength(stream)));
  const drive = driveNamed(filesOf(cmdlet), driveNameOf(path) ?? "");
  const prefix = "Microsoft.PowerShell.Core\\FileSystem::";
  const parts = splitPath(path);
  // `name` of the own content begins with the colon that parts it from the file.
  const shown = `${parts.at(-1) ?? ""}:${name}`;
  const notes = {
    PSPath: `${prefix}${path}:${name}`,
    PSParentPath: `${prefix}${joinPath(parts.slice(0, -1))}`,
    PSChildName: shown,
    PSDrive: drive === undefined ? null : driveInfo(cmdlet, drive),
    PSProvider: providerInfo("FileSystem"),
    PSIsContainer: false,
  };
  for (const [note, value] of Object.entries(notes)) addMember(info, { kind: "NoteProperty", name: note, value });
  return info;
}

/** The stream that -Stream names is not there (documented: what consoles show; the id of items from memory). */
export function streamNotFound(path: string, stream: string, id: string): ErrorRecord {
  return cmdletError({
    id,
    category: "ObjectNotFound",
    exception: "FileNotFoundException",
    message: `Could not open the alternate data stream '${stream}' of the file '${path}'.`,
    target: path,
  });
}
