import { englishCulture } from "../../values/culture.js";
import { DateTime, DateTimeOffset } from "../../values/date-time.js";
import { enumText } from "../../values/enumerations.js";
import { formatDateTime, offsetText } from "../../values/format/date-time-format.js";
import {
  enumerate,
  isNull,
  netText,
  PSCustomObject,
  PSDictionary,
  propertiesOf,
  toText,
  type Value,
  type ValueContext,
} from "../../values/index.js";
import { offsetOfLocal } from "../../values/local-time.js";
import { dateTimeDisplayText } from "../../values/member-access/date-display.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "../../values/numbers.js";
import { Guid, Uri } from "../../values/simple-values.js";
import { baseOf, PSObject } from "../../values/value.js";

export type EscapeHandling = "Default" | "EscapeNonAscii" | "EscapeHtml";

export interface JsonForm {
  readonly depth: number;
  readonly compress: boolean;
  readonly enumsAsStrings: boolean;
  readonly escapes: EscapeHandling;
  /** How 5.1 wrote JSON: dates as milliseconds, `"a":  1`, nested levels aligned under their bracket. */
  readonly legacy: boolean;
}

/** A dictionary whose keys are not texts. `typeName`: of the dictionary. */
export class NonTextKey extends Error {
  constructor(readonly typeName: string) {
    super("a key is not a text");
  }
}

/** A value as JSON sees it. */
type Json =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "array"; readonly items: readonly Json[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [name: string, value: Json])[] };

function hasNotes(value: Value): value is PSObject | DateTime {
  return (value instanceof PSObject || value instanceof DateTime) && value.instanceMembers !== null;
}

/** What a value costs of the limit of steps: objects that hold each other can be endless. */
const stepsOfNode = 10;

/** Makes JSON of a value (SPEC E.11). */
export class JsonWriter {
  /** Whether something lay deeper than the depth and became its text. */
  truncated = false;

  constructor(
    private readonly context: ValueContext,
    private readonly form: JsonForm,
  ) {}

  /** @throws NonTextKey */
  write(value: Value): string {
    const json = this.toJson(value, 0);
    if (this.form.compress) return compact(json);
    return this.form.legacy ? legacyText(json, 0) : indented(json, "");
  }

  private toJson(value: Value, depth: number): Json {
    this.context.spend(stepsOfNode);
    const base = baseOf(value);
    const simple = this.literal(base);
    if (simple !== null && this.form.legacy && hasNotes(value)) return this.valueWithNotes(simple, value, depth);
    if (simple !== null) return { kind: "literal", text: simple };
    if (depth > this.form.depth) {
      this.truncated = true;
      return { kind: "literal", text: this.quoted(toText(this.context, base)) };
    }
    if (base instanceof PSDictionary) return this.dictionary(base, depth);
    const elements = base instanceof PSCustomObject ? null : enumerate(base);
    if (elements !== null) {
      const items: Json[] = [];
      for (const element of elements) items.push(this.toJson(element, depth + 1));
      return { kind: "array", items };
    }
    const entries = propertiesOf(this.context, value).map(
      (property) => [property.name, this.toJson(property.get(), depth + 1)] as const,
    );
    return { kind: "object", entries };
  }

  /** A text, number or date on which something hangs; of dates 5.1 wrote also what the console shows. */
  private valueWithNotes(simple: string, value: PSObject | DateTime, depth: number): Json {
    const entries: (readonly [string, Json])[] = [["value", { kind: "literal", text: simple }]];
    entries.push(...this.notesOf(value, depth));
    const date = baseOf(value);
    if (date instanceof DateTime) {
      entries.push([
        "DateTime",
        { kind: "literal", text: this.quoted(dateTimeDisplayText(value, date, this.context)) },
      ]);
    }
    return { kind: "object", entries };
  }

  private notesOf(value: PSObject | DateTime, depth: number): readonly (readonly [name: string, value: Json])[] {
    return [...(value.instanceMembers ?? [])].flatMap((member) =>
      member.kind === "NoteProperty" ? [[member.name, this.toJson(member.value, depth + 1)] as const] : [],
    );
  }

  private dictionary(dictionary: PSDictionary, depth: number): Json {
    const entries = [...dictionary.entries()].map(({ key, value }) => {
      const name = baseOf(key);
      if (typeof name !== "string" && this.context.facts.languageVersion < 7)
        throw new NonTextKey(dictionary.type.fullName);
      return [typeof name === "string" ? name : netText(this.context, name), this.toJson(value, depth + 1)] as const;
    });
    return { kind: "object", entries };
  }

  /** The text of what JSON has no structure for; `null` for collections and objects. */
  private literal(value: Value): string | null {
    if (isNull(value)) return "null";
    switch (typeof value) {
      case "boolean":
        return value ? "true" : "false";
      case "number":
      case "bigint":
        return String(value);
      case "string":
        return this.quoted(value);
    }
    if (value instanceof Double || value instanceof Single) return this.real(value);
    if (value instanceof SmallInteger || value instanceof UInt64 || value instanceof BigInteger)
      return String(value.value);
    if (value instanceof Decimal) return netText(this.context, value);
    if (value instanceof Char) return this.quoted(value.text);
    if (value instanceof EnumValue)
      return this.form.enumsAsStrings ? this.quoted(enumText(value)) : String(value.value);
    if (value instanceof DateTime) return this.form.legacy ? this.legacyDate(value) : this.quoted(this.dateText(value));
    if (value instanceof DateTimeOffset) {
      const local = formatDateTime(
        new DateTime(value.ticks),
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        englishCulture(this.context.facts),
        0n,
      );
      return this.quoted(local + offsetText(value.offset, 3));
    }
    if (value instanceof Guid || value instanceof Uri) return this.quoted(netText(this.context, value));
    return null;
  }

  private real(value: Double | Single): string {
    if (!Number.isFinite(value.value)) {
      const name = Number.isNaN(value.value) ? "NaN" : value.value > 0 ? "Infinity" : "-Infinity";
      return `"${name}"`;
    }
    const text = netText(this.context, value);
    return /[.E]/.test(text) ? text : `${text}.0`;
  }

  /** Milliseconds since 1970, UTC; what says nothing of its zone is local. */
  private legacyDate(date: DateTime): string {
    const utc = date.kind === "Utc" ? date.ticks : date.ticks - offsetOfLocal(this.context, date.ticks);
    return `"\\/Date(${(utc - 621_355_968_000_000_000n) / 10_000n})\\/"`;
  }

  private dateText(date: DateTime): string {
    const culture = englishCulture(this.context.facts);
    const text = formatDateTime(date, "yyyy-MM-ddTHH:mm:ss.FFFFFFF", culture, 0n);
    if (date.kind === "Utc") return `${text}Z`;
    return date.kind === "Local" ? text + offsetText(offsetOfLocal(this.context, date.ticks), 3) : text;
  }

  private quoted(text: string): string {
    let result = '"';
    for (const c of text) result += this.escaped(c);
    return `${result}"`;
  }

  private escaped(c: string): string {
    const named = namedEscapes.get(c);
    if (named !== undefined) return named;
    const code = c.charCodeAt(0);
    const { escapes, legacy } = this.form;
    const mustEscape =
      code < 0x20 ||
      code === 0x85 ||
      code === 0x2028 ||
      code === 0x2029 ||
      ((escapes === "EscapeHtml" || legacy) && "<>&'".includes(c)) ||
      (escapes === "EscapeHtml" && c === '"') ||
      (escapes === "EscapeNonAscii" && code > 0x7e);
    if (!mustEscape) return c;
    let units = "";
    for (let i = 0; i < c.length; i++) units += `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`;
    return units;
  }
}

const namedEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\b", "\\b"],
  ["\f", "\\f"],
]);

function nameText(name: string): string {
  return JSON.stringify(name);
}

function compact(json: Json): string {
  switch (json.kind) {
    case "literal":
      return json.text;
    case "array":
      return `[${json.items.map(compact).join(",")}]`;
    case "object":
      return `{${json.entries.map(([name, value]) => `${nameText(name)}:${compact(value)}`).join(",")}}`;
  }
}

function indented(json: Json, indent: string): string {
  const inner = `${indent}  `;
  switch (json.kind) {
    case "literal":
      return json.text;
    case "array":
      if (json.items.length === 0) return "[]";
      return `[\n${json.items.map((item) => inner + indented(item, inner)).join(",\n")}\n${indent}]`;
    case "object":
      if (json.entries.length === 0) return "{}";
      return `{\n${json.entries.map(([name, value]) => `${inner}${nameText(name)}: ${indented(value, inner)}`).join(",\n")}\n${indent}}`;
  }
}

/** 5.1's layout: children stand four columns right of their opening bracket. */
function legacyText(json: Json, column: number): string {
  const inner = " ".repeat(column + 4);
  const outer = " ".repeat(column);
  switch (json.kind) {
    case "literal":
      return json.text;
    case "array":
      if (json.items.length === 0) return `[\n\n${outer}]`;
      return `[\n${json.items.map((item) => inner + legacyText(item, column + 4)).join(",\n")}\n${outer}]`;
    case "object":
      if (json.entries.length === 0) return `{\n\n${outer}}`;
      return `{\n${json.entries
        .map(([name, value]) => {
          const head = `${nameText(name)}:  `;
          return inner + head + legacyText(value, column + 4 + head.length);
        })
        .join(",\n")}\n${outer}}`;
  }
}
