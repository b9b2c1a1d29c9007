import { convertTo } from "../../values/conversion/index.js";
import { DateTime, ticksPerMillisecond, unixEpochTicks } from "../../values/date-time.js";
import { PSArray, PSCustomObject, typeNamed, type Value, type ValueContext } from "../../values/index.js";
import { Double } from "../../values/numbers.js";

/** Why Windows PowerShell makes no object of a text: .NET Framework's serializer, or the object's own names. */
export class FrameworkJsonError extends Error {
  constructor(
    readonly reason: "syntax" | "duplicateName" | "emptyName",
    message: string,
  ) {
    super(message);
  }
}

/** What may stand in a word or a number. */
const wordCharacter = /[\p{L}\p{Nd}._+-]/u;
const date = /^"\\\/Date\((-?\d+)(?:[A-Za-z]|[-+]\d{4})?\)\\\/"/;
const deepest = 100;

/**
 * Reads JSON as ConvertFrom-Json of Windows PowerShell does, which asks .NET Framework's JavaScriptSerializer: whole
 * numbers are Int32 or Int64, others Decimal, or Double when they have an exponent; only `"\/Date(0)\/"` is a date, and
 * comments are none. Positions in messages count the characters read so far.
 */
export class FrameworkJsonReader {
  private at = 0;

  constructor(
    private readonly context: ValueContext,
    private readonly text: string,
  ) {}

  /** @throws FrameworkJsonError */
  read(): Value {
    const value = this.value(0);
    const next = this.next();
    if (next !== null) throw invalidPrimitive(this.text.slice(this.at - 1));
    return value;
  }

  private value(depth: number): Value {
    if (depth > deepest) throw this.failure("RecursionLimit exceeded.");
    const c = this.peek();
    if (c === "{") return this.object(depth);
    if (c === "[") return this.array(depth);
    if (c === '"' || c === "'") return this.dateOrText(c);
    return this.primitive();
  }

  private object(depth: number): Value {
    const notes = new Map<string, { readonly name: string; readonly value: Value }>();
    const misplaced = "Invalid object passed in, ':' or '}' expected.";
    this.next();
    for (let c = this.peek(); c !== "}"; c = this.peek()) {
      if (c === null) throw this.failure(misplaced);
      const name = c === '"' || c === "'" ? this.string(c) : this.word();
      if (this.next() !== ":") throw this.failure(misplaced);
      addNote(notes, name, this.value(depth + 1));
      const end = this.next();
      if (end === "}") return objectOf(notes);
      if (end !== ",") throw this.failure(misplaced);
      // Behind a comma a value is expected, whatever comes.
      if (this.peek() === "}") throw invalidPrimitive("");
    }
    this.next();
    return objectOf(notes);
  }

  private array(depth: number): Value {
    const items: Value[] = [];
    let wantsMore = false;
    this.next();
    for (let c = this.peek(); c !== null && c !== "]"; c = this.peek()) {
      items.push(this.value(depth + 1));
      const end = this.next();
      if (end === "]") return new PSArray(items);
      if (end !== ",") throw this.failure("Invalid array passed in, ',' expected.");
      wantsMore = true;
    }
    const last = this.next();
    if (wantsMore) throw this.failure("Invalid array passed in, extra trailing ','.");
    if (last !== "]") throw this.failure("Invalid array passed in, ']' expected.");
    return new PSArray(items);
  }

  private dateOrText(quote: string): Value {
    const found = date.exec(this.text.slice(this.at, this.at + 64));
    if (found === null) return this.string(quote);
    this.at += found[0].length;
    return new DateTime(unixEpochTicks + BigInt(found[1] ?? "0") * ticksPerMillisecond, "Utc");
  }

  private string(quote: string): string {
    let result = "";
    this.next();
    for (;;) {
      const c = this.text[this.at++];
      if (c === undefined) {
        this.at--;
        throw this.failure("Unterminated string passed in.");
      }
      if (c === quote) return result;
      result += c === "\\" ? this.escape() : c;
    }
  }

  private escape(): string {
    const c = this.text[this.at++];
    if (c === "u") {
      const digits = this.text.slice(this.at, this.at + 4);
      this.at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const named = c === undefined ? undefined : escapes.get(c);
    if (named === undefined) throw this.failure("Unrecognized escape sequence.");
    return named;
  }

  private word(): string {
    const start = this.at;
    while (wordCharacter.test(this.text[this.at] ?? "")) this.at++;
    return this.text.slice(start, this.at);
  }

  private primitive(): Value {
    const word = this.word();
    if (word === "null") return null;
    if (word === "true" || word === "false") return word === "true";
    if (/^[-+]?\d+$/.test(word)) return this.whole(word);
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return convertTo(this.context, word, typeNamed("System.Decimal"));
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)[eE][-+]?\d+$/.test(word)) return new Double(Number(word));
    throw invalidPrimitive(word);
  }

  private whole(word: string): Value {
    const value = BigInt(word.replace(/^\+/, ""));
    if (value >= -2147483648n && value <= 2147483647n) return Number(value);
    if (value >= -9223372036854775808n && value <= 9223372036854775807n) return value;
    const isDecimal = value <= 79228162514264337593543950335n && value >= -79228162514264337593543950335n;
    return isDecimal ? convertTo(this.context, word, typeNamed("System.Decimal")) : new Double(Number(value));
  }

  /** The next character that is no white space, which is left to be read. */
  private peek(): string | null {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
    return this.text[this.at] ?? null;
  }

  private next(): string | null {
    const c = this.peek();
    if (c !== null) this.at++;
    return c;
  }

  private failure(message: string): FrameworkJsonError {
    return new FrameworkJsonError("syntax", `${message} (${this.at}): ${this.text}`);
  }
}

function invalidPrimitive(word: string): FrameworkJsonError {
  return new FrameworkJsonError("syntax", `Invalid JSON primitive: ${word}.`);
}

function addNote(notes: Map<string, { readonly name: string; readonly value: Value }>, name: string, value: Value) {
  if (name === "") {
    throw new FrameworkJsonError(
      "emptyName",
      'Cannot process argument because the value of argument "name" is not valid. Change the value of the "name" argument and run the operation again.',
    );
  }
  const old = notes.get(name.toLowerCase());
  if (old !== undefined && old.name !== name) {
    throw new FrameworkJsonError(
      "duplicateName",
      `Cannot convert the JSON string because a dictionary that was converted from the string contains the duplicated keys '${old.name}' and '${name}'.`,
    );
  }
  notes.set(name.toLowerCase(), { name, value });
}

function objectOf(notes: ReadonlyMap<string, { readonly name: string; readonly value: Value }>): PSCustomObject {
  return new PSCustomObject([...notes.values()].map(({ name, value }) => [name, value]));
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["'", "'"],
  ["/", "/"],
  ["\\", "\\"],
]);
