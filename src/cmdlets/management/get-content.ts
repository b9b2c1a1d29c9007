import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { StopSignal } from "../../runtime/signals.js";
import { PSArray, typeNamed, type Value } from "../../values/index.js";
import { SmallInteger } from "../../values/numbers.js";
import { cmdletError } from "../error-record.js";
import { addMember, asObject } from "../instance-members.js";
import { namesOf } from "../session/scopes.js";
import { contentPathParameters, linesOf } from "./content.js";
import { driveNamed, driveNameOf, type PSDrive } from "./drives.js";
import { decodedText, fileBytes } from "./file-bytes.js";
import { encodingNamed, isByteEncoding } from "./file-encoding.js";
import { streamNotFound, streamOf } from "./file-streams.js";
import { type FileNode, joinPath, splitPath } from "./file-system.js";
import { filesOf, itemNotFound, providerPath } from "./paths.js";
import { withoutCredentials } from "./provider-credentials.js";
import { driveInfo, type PSDriveInfo, providerInfo } from "./provider-info.js";
import { providerItems } from "./provider-items.js";
import { selectedNodes } from "./selected-nodes.js";

const { Path, LiteralPath, ...shared } = contentPathParameters;

const parameters = {
  ReadCount: { type: "long", pipeline: "name" },
  TotalCount: {
    type: "long",
    pipeline: "name",
    aliases: ["First", "Head"],
    validate: [{ kind: "ValidateRange", min: 0n, max: 9223372036854775807n }],
  },
  Tail: {
    since: 3,
    type: "int",
    pipeline: "name",
    aliases: ["Last"],
    validate: [{ kind: "ValidateRange", min: 0, max: 2147483647 }],
    before7: { validate: [] },
  },
  Path,
  LiteralPath,
  ...shared,
  Delimiter: { type: "string" },
  Wait: { type: "switch" },
  Raw: { since: 3, type: "switch" },
  AsByteStream: { since: 7, type: "switch" },
} as const satisfies ParameterDeclarations;

export const getContent = defineCmdlet({
  name: "Get-Content",
  typeName: "Microsoft.PowerShell.Commands.GetContentCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Reads files, line by line.",
  defaultParameterSet: "Path",
  parameters,
  create: withoutCredentials((bound, cmdlet) => new ContentReading(bound, cmdlet)),
});

class ContentReading implements CmdletBody {
  private lastDrive: PSDriveInfo | null = null;
  private wasRead = false;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  process(): void {
    const { bound, cmdlet } = this;
    this.checkConflicts();
    const literal = bound.LiteralPath !== undefined;
    for (const path of namesOf(cmdlet, bound.LiteralPath ?? bound.Path)) {
      if (this.writesItem(path)) continue;
      for (const { path: file, node } of selectedNodes(cmdlet, path, literal, bound)) {
        if (node.kind !== "file") {
          this.writeUnreadable(file);
          continue;
        }
        const content = streamOf(node, bound.Stream);
        if (content === undefined)
          cmdlet.writeError(streamNotFound(file, bound.Stream ?? "", "GetContentReaderFileNotFoundError"));
        else {
          this.wasRead = true;
          if (this.asBytes) this.writeBytes(file, content);
          else this.writeContent(file, this.textOf(content));
        }
      }
    }
  }

  /** Nobody else writes to the files: there is nothing to wait for but the user, who stops it. */
  end(): void {
    if (this.bound.Wait && this.wasRead)
      throw new StopSignal("interrupted", "The line was stopped: nobody else writes to the file.");
  }

  /** The content of an item of the alias, environment, function or variable drive. */
  private writesItem(path: string): boolean {
    const { cmdlet } = this;
    const item = providerPath(cmdlet, path);
    if (item === null) return false;
    const found = providerItems(cmdlet, item.provider, item.name);
    if (found.length === 0) cmdlet.writeError(itemNotFound(cmdlet, path, item));
    for (const { content } of found) cmdlet.writeObject(content, true);
    return true;
  }

  private checkConflicts(): void {
    const { bound, cmdlet } = this;
    if (bound.TotalCount !== undefined && bound.Tail !== undefined) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "TailAndHeadCannotCoexist",
          category: "InvalidOperation",
          exception: "InvalidOperationException",
          message: "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.",
        }),
      );
    }
    if (!bound.Raw) return;
    // From memory.
    if (bound.Wait)
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "RawAndWaitCannotCoexist",
          category: "InvalidOperation",
          exception: "InvalidOperationException",
          message: "The Raw and Wait parameters cannot be specified at the same time.",
        }),
      );
    const other = (["TotalCount", "Tail", "Delimiter"] as const).find((name) => bound[name] !== undefined);
    if (other === undefined) return;
    cmdlet.throwTerminatingError(
      cmdletError({
        id: "InvalidOperation",
        category: "InvalidOperation",
        exception: "PSInvalidOperationException",
        message: `The 'Raw' and '${other}' parameters cannot be specified in the same command.`,
      }),
    );
  }

  /** `-AsByteStream`, up to 5.1 `-Encoding Byte`. */
  private get asBytes(): boolean {
    return isByteEncoding(this.cmdlet, this.bound);
  }

  /** The file's text as -Encoding reads its bytes; without it as it was written. */
  private textOf(node: FileNode): string {
    const { bound, cmdlet } = this;
    if (bound.Encoding === undefined) return node.text;
    return decodedText(fileBytes(node), encodingNamed(cmdlet.context, bound.Encoding, "utf8"));
  }

  private writeBytes(file: string, node: FileNode): void {
    const { bound } = this;
    const bytes = fileBytes(node).map((byte) => new SmallInteger("Byte", byte));
    if (bound.Raw) this.cmdlet.writeObject(new PSArray([...bytes], typeNamed("System.Byte")));
    else this.writePieces(file, bytes);
  }

  private writeContent(file: string, text: string): void {
    const { bound, cmdlet } = this;
    if (bound.Raw) {
      if (text !== "") cmdlet.writeObject(this.marked(text, file, 1));
      return;
    }
    const lines =
      bound.Delimiter === undefined
        ? linesOf(text)
        : delimited(text, bound.Delimiter, this.cmdlet.context.facts.languageVersion < 7);
    this.writePieces(file, lines);
  }

  /** Lines, or bytes: the first or last so many, in pieces of -ReadCount. */
  private writePieces(file: string, all: readonly Exclude<Value, null>[]): void {
    const { bound, cmdlet } = this;
    let lines = all;
    // Before 7 nothing refuses a negative number, which counts as none.
    const tail = bound.Tail === undefined || bound.Tail < 0 ? undefined : bound.Tail;
    const skipped = tail === undefined ? 0 : Math.max(0, lines.length - tail);
    if (bound.TotalCount !== undefined) lines = lines.slice(0, Number(bound.TotalCount));
    if (tail !== undefined) lines = tail === 0 ? [] : lines.slice(-tail);
    const chunk = bound.ReadCount === undefined ? 1 : Number(bound.ReadCount);
    if (chunk === 1) {
      lines.forEach((line, i) => {
        cmdlet.writeObject(this.marked(line, file, skipped + i + 1));
      });
      return;
    }
    const size = chunk <= 0 ? Math.max(1, lines.length) : chunk;
    for (let i = 0; i < lines.length; i += size) {
      const piece = lines.slice(i, i + size);
      cmdlet.writeObject(this.marked(new PSArray(piece), file, i + piece.length));
    }
  }

  /** Where a line came from hangs on it, as the provider adds it. */
  private marked(value: Exclude<Value, null>, file: string, readCount: number): Value {
    const object = asObject(value);
    const parts = splitPath(file);
    const note = (name: string, content: Value): void =>
      addMember(object, { kind: "NoteProperty", name, value: content });
    const prefix = "Microsoft.PowerShell.Core\\FileSystem::";
    const drive = driveNamed(filesOf(this.cmdlet), driveNameOf(file) ?? "");
    note("PSPath", prefix + file);
    note("PSParentPath", prefix + joinPath(parts.slice(0, -1)));
    note("PSChildName", parts.at(-1) ?? "");
    if (drive !== undefined) note("PSDrive", this.driveObject(drive));
    note("PSProvider", providerInfo("FileSystem"));
    note("ReadCount", BigInt(readCount));
    return object;
  }

  /** One object for all lines of a file. */
  private driveObject(drive: PSDrive): PSDriveInfo {
    if (this.lastDrive?.drive.name !== drive.name) this.lastDrive = driveInfo(this.cmdlet, drive);
    return this.lastDrive;
  }

  private writeUnreadable(path: string): void {
    this.cmdlet.writeError(
      cmdletError({
        id: "GetContentReaderUnauthorizedAccessError",
        category: "PermissionDenied",
        exception: "UnauthorizedAccessException",
        message: `Access to the path '${path}' is denied.`,
        target: path,
      }),
    );
  }
}

/** The pieces between delimiters; 5.1 left each delimiter at the end of its piece. */
function delimited(text: string, delimiter: string, keepsDelimiter: boolean): string[] {
  if (text === "") return [];
  if (delimiter === "") return [text];
  const parts = text.split(delimiter);
  const last = parts.pop() ?? "";
  const whole = keepsDelimiter ? parts.map((part) => part + delimiter) : parts;
  return last === "" ? whole : [...whole, last];
}
