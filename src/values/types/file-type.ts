import { bytesOf, utf8Bytes } from "../bytes.js";
import { PSArray } from "../collections.js";
import { DateTime } from "../date-time.js";
import { toItems } from "../enumeration.js";
import { argumentNullError, netError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import { method } from "../signatures.js";
import { netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { FileFacts, ValueContext } from "../value-context.js";
import { byteArray } from "./convert.js";
import { Encoding } from "./encoding.js";
import { accessOf, modeOf, textOrNull } from "./streams/arguments.js";
import { givenPath, sessionFiles } from "./streams/byte-stream.js";
import { openFile } from "./streams/open-file.js";
import { openText } from "./streams/reader-types.js";
import { createText } from "./streams/writer-types.js";

// System.IO.File over the session's files. Texts are UTF-8 without a mark, and lines end as on Windows.
const lineEnd = "\r\n";
const contents = "System.Collections.Generic.IEnumerable[string] contents";
const encodingParameter = "System.Text.Encoding encoding";

const filesOf = sessionFiles;
const pathIn = (context: ValueContext, value: Value | undefined, parameter = "path"): string =>
  givenPath(context, value === null || value === undefined ? null : netText(context, value), parameter);

function textIn(context: ValueContext, path: Value | undefined, encoding: Value | undefined): string {
  const files = filesOf(context);
  const name = pathIn(context, path);
  if (!(encoding instanceof Encoding)) return files.read(name);
  const bytes = files.readBytes(name);
  const isMarked = encoding.preamble.length > 0 && encoding.preamble.every((byte, i) => bytes[i] === byte);
  return encoding.decode(isMarked ? bytes.slice(encoding.preamble.length) : bytes);
}

/** Lines without their ends; what follows the last end is one only if there is anything. */
function linesIn(text: string): PSArray {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return new PSArray(lines, typeNamed("System.String"));
}

function write(context: ValueContext, path: Value | undefined, text: string, encoding: Value | undefined): null {
  const bytes = encoding instanceof Encoding ? [...encoding.preamble, ...encoding.encode(text)] : utf8Bytes(text);
  filesOf(context).writeBytes(pathIn(context, path), bytes);
  return null;
}

function append(context: ValueContext, path: Value | undefined, text: string, encoding: Value | undefined): null {
  const files = filesOf(context);
  const name = pathIn(context, path);
  const old = files.exists(name) ? files.readBytes(name) : [];
  if (old.length === 0) return write(context, path, text, encoding);
  files.writeBytes(name, [...old, ...(encoding instanceof Encoding ? encoding.encode(text) : utf8Bytes(text))]);
  return null;
}

const textOf = (context: ValueContext, value: Value | undefined): string =>
  value === null || value === undefined ? "" : netText(context, value);

const joined = (context: ValueContext, value: Value | undefined): string => {
  if (value === null || value === undefined) throw argumentNullError(context, "contents");
  return toItems(value)
    .map((line) => textOf(context, line) + lineEnd)
    .join("");
};

/** Copy and Move: `overwrite` is the third argument. */
function transfer(isCopy: boolean) {
  return (context: ValueContext, _: Value, [source, target, overwrite]: readonly Value[]): null => {
    const from = pathIn(context, source, "sourceFileName");
    const to = pathIn(context, target, "destFileName");
    filesOf(context).transfer(from, to, { isCopy, overwrites: overwrite === true });
    return null;
  };
}

/** Replace: the old file becomes the backup, when one is named. */
function replace(context: ValueContext, _: Value, [source, target, backup]: readonly Value[]): null {
  const files = filesOf(context);
  const from = pathIn(context, source, "sourceFileName");
  const to = pathIn(context, target, "destinationFileName");
  files.readBytes(from);
  const isKept = typeof backup === "string" && backup !== "";
  if (isKept) files.transfer(to, backup, { isCopy: false, overwrites: true });
  else files.readBytes(to);
  files.transfer(from, to, { isCopy: false, overwrites: true });
  return null;
}

/** What a time is of a file that is not there: the beginning of Windows' count, 1601, in local time. */
const beginningOfTime = 504911232000000000n;

/** Get…Time, Set…Time and their …Utc. */
function times(name: string, key: "created" | "written" | "accessed") {
  const read = (context: ValueContext, path: Value | undefined): bigint | undefined =>
    filesOf(context).facts(pathIn(context, path))?.[key];
  const set = (context: ValueContext, path: Value | undefined, ticks: bigint): null => {
    filesOf(context).change(pathIn(context, path), { [key]: ticks } as Partial<FileFacts>);
    return null;
  };
  const ticksOf = (value: Value | undefined): bigint => (value instanceof DateTime ? value.ticks : 0n);
  return [
    method([
      `static datetime Get${name}(string path)`,
      (c, _, [p]) => new DateTime(read(c, p) ?? beginningOfTime + c.utcOffset(beginningOfTime), "Local"),
    ]),
    method([
      `static datetime Get${name}Utc(string path)`,
      (c, _, [p]) => {
        const ticks = read(c, p);
        return new DateTime(ticks === undefined ? beginningOfTime : ticks - c.utcOffset(ticks), "Utc");
      },
    ]),
    method([`static void Set${name}(string path, datetime time)`, (c, _, [p, t]) => set(c, p, ticksOf(t))]),
    method([
      `static void Set${name}Utc(string path, datetime time)`,
      (c, _, [p, t]) => set(c, p, ticksOf(t) + c.utcOffset(ticksOf(t))),
    ]),
  ];
}

function attributesAt(context: ValueContext, path: Value | undefined): Value {
  const name = pathIn(context, path);
  const facts = filesOf(context).facts(name);
  if (facts === undefined) {
    const message = `Could not find file '${filesOf(context).fullPath(name)}'.`;
    throw netError("System.IO.FileNotFoundException", message);
  }
  return new EnumValue(typeNamed("System.IO.FileAttributes"), BigInt(facts.attributes));
}

const open = (context: ValueContext, _: Value, [path, mode, access]: readonly Value[]): Value =>
  openFile(context, textOrNull(path ?? null), modeOf(mode), accessOf(access));
const stream = "System.IO.FileStream";

/** Members that open files, put them elsewhere, or tell of them without reading them. */
const wholeFiles = () => [
  method(
    [`static ${stream} Open(string path, System.IO.FileMode mode)`, open],
    [`static ${stream} Open(string path, System.IO.FileMode mode, System.IO.FileAccess access)`, open],
    [
      `static ${stream} Open(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)`,
      open,
    ],
  ),
  method([`static ${stream} OpenRead(string path)`, (c, _, [p]) => openFile(c, textOrNull(p), "Open", "Read")]),
  method([
    `static ${stream} OpenWrite(string path)`,
    (c, _, [p]) => openFile(c, textOrNull(p), "OpenOrCreate", "Write"),
  ]),
  method(["static System.IO.StreamReader OpenText(string path)", (c, _, [p]) => openText(c, p)]),
  method(
    [`static ${stream} Create(string path)`, (c, _, [p]) => openFile(c, textOrNull(p), "Create")],
    [`static ${stream} Create(string path, int bufferSize)`, (c, _, [p]) => openFile(c, textOrNull(p), "Create")],
  ),
  method(["static System.IO.StreamWriter CreateText(string path)", (c, _, [p]) => createText(c, p, false)]),
  method(["static System.IO.StreamWriter AppendText(string path)", (c, _, [p]) => createText(c, p, true)]),
  method(
    ["static void Copy(string sourceFileName, string destFileName)", transfer(true)],
    ["static void Copy(string sourceFileName, string destFileName, bool overwrite)", transfer(true)],
  ),
  method(
    ["static void Move(string sourceFileName, string destFileName)", transfer(false)],
    ["[core] static void Move(string sourceFileName, string destFileName, bool overwrite)", transfer(false)],
  ),
  method([
    "static void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)",
    replace,
  ]),
  method(["static System.IO.FileAttributes GetAttributes(string path)", (c, _, [p]) => attributesAt(c, p)]),
  method([
    "static void SetAttributes(string path, System.IO.FileAttributes fileAttributes)",
    (c, _, [p, value]) => {
      const attributes = value instanceof EnumValue ? Number(value.value) : 0;
      filesOf(c).change(pathIn(c, p), { attributes });
      return null;
    },
  ]),
  ...times("CreationTime", "created"),
  ...times("LastAccessTime", "accessed"),
  ...times("LastWriteTime", "written"),
];

defineType({
  fullName: "System.IO.File",
  staticMembers: () => [
    ...wholeFiles(),
    method([
      "static bool Exists(string path)",
      (c, _, [p]) => typeof p === "string" && p !== "" && filesOf(c).exists(p),
    ]),
    method([
      "static void Delete(string path)",
      (c, _, [p]) => {
        filesOf(c).remove(pathIn(c, p));
        return null;
      },
    ]),
    method(["static byte[] ReadAllBytes(string path)", (c, _, [p]) => byteArray(filesOf(c).readBytes(pathIn(c, p)))]),
    method([
      "static void WriteAllBytes(string path, byte[] bytes)",
      (c, _, [p, bytes]) => {
        if (bytes === null || bytes === undefined) throw argumentNullError(c, "bytes");
        filesOf(c).writeBytes(pathIn(c, p), bytesOf(bytes));
        return null;
      },
    ]),
    method(
      ["static string ReadAllText(string path)", (c, _, [p]) => textIn(c, p, undefined)],
      [`static string ReadAllText(string path, ${encodingParameter})`, (c, _, [p, e]) => textIn(c, p, e)],
    ),
    method(
      ["static string[] ReadAllLines(string path)", (c, _, [p]) => linesIn(textIn(c, p, undefined))],
      [`static string[] ReadAllLines(string path, ${encodingParameter})`, (c, _, [p, e]) => linesIn(textIn(c, p, e))],
    ),
    method(
      [
        "static System.Collections.Generic.IEnumerable[string] ReadLines(string path)",
        (c, _, [p]) => linesIn(textIn(c, p, undefined)),
      ],
      [
        `static System.Collections.Generic.IEnumerable[string] ReadLines(string path, ${encodingParameter})`,
        (c, _, [p, e]) => linesIn(textIn(c, p, e)),
      ],
    ),
    method(
      [
        "static void WriteAllText(string path, string contents)",
        (c, _, [p, s]) => write(c, p, textOf(c, s), undefined),
      ],
      [
        `static void WriteAllText(string path, string contents, ${encodingParameter})`,
        (c, _, [p, s, e]) => write(c, p, textOf(c, s), e),
      ],
    ),
    method(
      [
        "static void WriteAllLines(string path, string[] contents)",
        (c, _, [p, s]) => write(c, p, joined(c, s), undefined),
      ],
      [`static void WriteAllLines(string path, ${contents})`, (c, _, [p, s]) => write(c, p, joined(c, s), undefined)],
      [
        `static void WriteAllLines(string path, string[] contents, ${encodingParameter})`,
        (c, _, [p, s, e]) => write(c, p, joined(c, s), e),
      ],
      [
        `static void WriteAllLines(string path, ${contents}, ${encodingParameter})`,
        (c, _, [p, s, e]) => write(c, p, joined(c, s), e),
      ],
    ),
    method(
      [
        "static void AppendAllText(string path, string contents)",
        (c, _, [p, s]) => append(c, p, textOf(c, s), undefined),
      ],
      [
        `static void AppendAllText(string path, string contents, ${encodingParameter})`,
        (c, _, [p, s, e]) => append(c, p, textOf(c, s), e),
      ],
    ),
    method(
      [`static void AppendAllLines(string path, ${contents})`, (c, _, [p, s]) => append(c, p, joined(c, s), undefined)],
      [
        `static void AppendAllLines(string path, ${contents}, ${encodingParameter})`,
        (c, _, [p, s, e]) => append(c, p, joined(c, s), e),
      ],
    ),
  ],
});
