import {
  DateTime,
  DateTimeOffset,
  datePartsOf,
  ticksOf,
  ticksPerMillisecond,
  ticksPerMinute,
  unixEpochTicks,
} from "../../values/date-time.js";
import { PSArray, PSCustomObject, type PSDictionary, type Value } from "../../values/index.js";
import { BigInteger, Double } from "../../values/numbers.js";

/** What JSON objects become. */
export interface JsonObjectForm {
  /** `null`: custom objects. */
  readonly newDictionary: (() => PSDictionary) | null;
  /** Local time minus UTC in ticks at UTC ticks. */
  readonly utcOffset: (utcTicks: bigint) => bigint;
  readonly maximumDepth: number;
  /** What dates become: a name of JsonDateKind. */
  readonly dateKind: string;
}

/** The text is no JSON; the message is Newtonsoft's, without what stands before it. */
export class JsonSyntaxError extends Error {}

/** An object that is JSON but no PowerShell object: empty names, or names that differ in case only. */
export class JsonNameError extends Error {
  constructor(
    readonly errorId: string,
    message: string,
  ) {
    super(message);
  }
}

/** Reads one JSON value; what may follow it is comments and space. */
export class JsonReader {
  private at = 0;
  private depth = 0;
  /** Names and indexes from the root to the value being read. */
  private readonly path: (string | number)[] = [];

  constructor(
    private readonly text: string,
    private readonly form: JsonObjectForm,
  ) {}

  /** @throws JsonSyntaxError, JsonNameError */
  read(): Value {
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) {
      throw this.failure(`Additional text encountered after finished reading JSON content: ${this.text[this.at]}.`);
    }
    return value;
  }

  private value(): Value {
    const c = this.text[this.at];
    if (c === undefined) throw this.unexpectedEnd();
    if (c === "{") return this.object();
    if (c === "[") return this.array();
    if (c === '"' || c === "'") return this.stringValue(c);
    if (/[-0-9.]/.test(c)) return this.number();
    for (const [word, meaning] of words) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return meaning === "NaN" ? new Double(Number.NaN) : meaning;
    }
    throw this.failure(`Unexpected character encountered while parsing value: ${c}.`);
  }

  private object(): Value {
    const dictionary = this.form.newDictionary?.() ?? null;
    const notes = new Map<string, { name: string; value: Value }>();
    this.open();
    for (let first = true; ; first = false) {
      this.skipSpace();
      if (this.text[this.at] === undefined) throw this.unexpectedEnd();
      if (this.text[this.at] === "}") break;
      if (!first) {
        this.expectComma();
        this.skipSpace();
        if (this.text[this.at] === "}") break;
      }
      const name = this.propertyName();
      this.path.push(name);
      this.skipSpace();
      if (this.text[this.at] === undefined) throw this.unexpectedEnd();
      if (this.text[this.at] !== ":") {
        throw this.failure(
          `Invalid character after parsing property name. Expected ':' but got: ${this.text[this.at]}.`,
        );
      }
      this.at++;
      this.skipSpace();
      const value = this.value();
      this.path.pop();
      if (dictionary !== null) dictionary.set(name, value);
      else this.addNote(notes, name, value);
    }
    this.close();
    return dictionary ?? new PSCustomObject([...notes.values()].map(({ name, value }) => [name, value]));
  }

  private addNote(notes: Map<string, { name: string; value: Value }>, name: string, value: Value): void {
    if (name === "") {
      throw new JsonNameError(
        "EmptyKeyInJsonString",
        "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.",
      );
    }
    const key = name.toLowerCase();
    const old = notes.get(key);
    if (old !== undefined && old.name !== name) {
      throw new JsonNameError(
        "KeysWithDifferentCasingInJsonString",
        `Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '${old.name}' was '${name}'.`,
      );
    }
    notes.set(key, { name, value });
  }

  private propertyName(): string {
    const c = this.text[this.at];
    if (c === '"' || c === "'") return this.string(c);
    const bare = /^[A-Za-z_$][\w$]*/.exec(this.text.slice(this.at, this.at + 256));
    if (bare === null) throw this.failure(`Invalid property identifier character: ${c}.`);
    this.at += bare[0].length;
    return bare[0];
  }

  private array(): Value {
    const items: Value[] = [];
    this.open();
    for (let first = true; ; first = false) {
      this.skipSpace();
      if (this.text[this.at] === undefined) throw this.unexpectedEnd();
      if (this.text[this.at] === "]") break;
      if (!first) {
        this.expectComma();
        this.skipSpace();
        if (this.text[this.at] === "]") break;
      }
      this.path.push(items.length);
      items.push(this.value());
      this.path.pop();
    }
    this.close();
    return new PSArray(items);
  }

  private open(): void {
    if (++this.depth > this.form.maximumDepth) {
      throw this.failure(`The reader's MaxDepth of ${this.form.maximumDepth} has been exceeded.`);
    }
    this.at++;
  }
  private close(): void {
    this.depth--;
    this.at++;
  }

  private expectComma(): void {
    const c = this.text[this.at];
    if (c !== ",") {
      throw this.failure(`After parsing a value an unexpected character was encountered: ${c}.`);
    }
    this.at++;
    this.skipSpace();
    if (this.text[this.at] === undefined) throw this.unexpectedEnd();
  }

  private stringValue(quote: string): Value {
    const text = this.string(quote);
    return this.form.dateKind === "String" ? text : (dateOf(text, this.form) ?? text);
  }

  private string(quote: string): string {
    let result = "";
    this.at++;
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined) throw this.failure(`Unterminated string. Expected delimiter: ${quote}.`);
      this.at++;
      if (c === quote) return result;
      result += c === "\\" ? this.escape() : c;
    }
  }

  private escape(): string {
    const c = this.text[this.at++];
    if (c === undefined) throw this.failure('Unterminated string. Expected delimiter: ".');
    if (c === "u") {
      const digits = this.text.slice(this.at, this.at + 4);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.failure(`Invalid Unicode escape sequence: \\u${digits}.`);
      this.at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const named = namedEscapes.get(c);
    if (named !== undefined) return named;
    if ("\\\"'/".includes(c)) return c;
    throw this.failure(`Bad JSON escape sequence: \\${c}.`);
  }

  private number(): Value {
    const match = /^-?(?:0[xX][0-9a-fA-F]+|Infinity|[0-9.]+(?:[eE][-+]?[0-9]+)?)/.exec(
      this.text.slice(this.at, this.at + 4096),
    );
    const text = match?.[0] ?? "";
    const value = Number(text);
    if (match === null || Number.isNaN(value)) {
      throw this.failure(`Input string '${text}' is not a valid number.`);
    }
    this.at += text.length;
    if (/^-?[0-9]+$/.test(text)) {
      const integer = BigInt(text);
      const isLong = integer >= -9223372036854775808n && integer <= 9223372036854775807n;
      return isLong ? integer : new BigInteger(integer);
    }
    return new Double(value);
  }

  private skipSpace(): void {
    for (;;) {
      const c = this.text[this.at];
      if (c === " " || c === "\n" || c === "\r" || c === "\t") this.at++;
      else if (c === "/" && this.text[this.at + 1] === "/") {
        const end = this.text.indexOf("\n", this.at);
        this.at = end < 0 ? this.text.length : end;
      } else if (c === "/" && this.text[this.at + 1] === "*") {
        const end = this.text.indexOf("*/", this.at);
        this.at = end < 0 ? this.text.length : end + 2;
      } else return;
    }
  }

  private unexpectedEnd(): JsonSyntaxError {
    if (this.depth === 0) return this.failure("Unexpected end when reading JSON.");
    const isObject = typeof this.path.at(-1) !== "number";
    return this.failure(`Unexpected end when deserializing ${isObject ? "object" : "array"}.`);
  }

  private failure(message: string): JsonSyntaxError {
    const before = this.text.slice(0, this.at);
    const line = before.split("\n").length;
    const column = this.at - (before.lastIndexOf("\n") + 1);
    const path = this.path
      .map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`))
      .join("");
    return new JsonSyntaxError(`${message} Path '${path}', line ${line}, position ${column}.`);
  }
}

const namedEscapes: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

const words: readonly (readonly [string, Value])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", null],
  ["NaN", "NaN"],
];

const millisecondsDate = /^\/Date\((-?\d{1,15})([-+]\d{4})?\)\/$/;
const isoDate = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?(Z|[-+]\d\d:?\d\d)?$/;

/** The date that an ISO text means, as the form asks for it; `null` for other texts. */
function dateOf(text: string, form: JsonObjectForm): DateTime | DateTimeOffset | null {
  const { utcOffset, dateKind } = form;
  const old = millisecondsDate.exec(text);
  if (old !== null) return millisecondsOf(old[1] ?? "0", old[2], form);
  const match = isoDate.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction = "", zone] = match;
  const ticks = ticksOf(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(7, "0")),
  );
  const parts = datePartsOf(ticks);
  if (parts.month !== Number(month) || parts.day !== Number(day) || Number(hour) > 23) return null;
  // A text without a zone is in that of the kind that is asked for.
  const offset = offsetOf(zone) ?? (dateKind === "Utc" ? 0n : utcOffset(ticks));
  const utc = ticks - offset;
  switch (dateKind) {
    case "Utc":
      return new DateTime(utc, "Utc");
    case "Local":
      return new DateTime(utc + utcOffset(utc), "Local");
    case "Offset":
      return new DateTimeOffset(ticks, offset);
    default:
      if (zone === undefined) return new DateTime(ticks);
      return zone === "Z" ? new DateTime(ticks, "Utc") : new DateTime(utc + utcOffset(utc), "Local");
  }
}

/** `/Date(0)/`, as Windows PowerShell writes dates; with a zone it is a local time. */
function millisecondsOf(
  milliseconds: string,
  zone: string | undefined,
  { utcOffset, dateKind }: JsonObjectForm,
): DateTime | DateTimeOffset {
  const utc = unixEpochTicks + BigInt(milliseconds) * ticksPerMillisecond;
  if (dateKind === "Offset") {
    const offset = offsetOf(zone) ?? 0n;
    return new DateTimeOffset(utc + offset, offset);
  }
  const isLocal = dateKind === "Local" || (dateKind !== "Utc" && zone !== undefined);
  return isLocal ? new DateTime(utc + utcOffset(utc), "Local") : new DateTime(utc, "Utc");
}

/** Ticks before UTC that `Z` or `+02:00` means; `null` without one. */
function offsetOf(zone: string | undefined): bigint | null {
  if (zone === undefined) return null;
  if (zone === "Z") return 0n;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -1n : 1n) * BigInt(minutes) * ticksPerMinute;
}
