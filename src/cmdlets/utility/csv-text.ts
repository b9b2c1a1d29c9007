import {
  isNull,
  netText,
  PSArray,
  PSDictionary,
  propertiesOf,
  type Value,
  type ValueContext,
} from "../../values/index.js";
import { baseOf } from "../../values/value.js";

export type QuoteKind = "Never" | "Always" | "AsNeeded";

export interface CsvForm {
  readonly delimiter: string;
  readonly quotes: QuoteKind;
  /** -QuoteFields, in lower case: only these columns are quoted. */
  readonly quotedFields: ReadonlySet<string> | null;
}

/** The columns that an object gives: its properties, or a dictionary's keys since 7.2. */
export function columnsOf(context: ValueContext, object: Value): readonly string[] {
  const base = baseOf(object);
  if (base instanceof PSDictionary && context.facts.languageVersion >= 7) {
    return [...base.entries()].map(({ key }) => netText(context, key));
  }
  return propertiesOf(context, object).map((property) => property.name);
}

/** The line of column names. */
export function headerLine(columns: readonly string[], form: CsvForm): string {
  return columns.map((name) => field(name, name, form)).join(form.delimiter);
}

/** The line of an object's values under the given columns; absent ones are empty. */
export function objectLine(context: ValueContext, object: Value, columns: readonly string[], form: CsvForm): string {
  const base = baseOf(object);
  const values = new Map<string, Value>();
  if (base instanceof PSDictionary && context.facts.languageVersion >= 7) {
    for (const { key, value } of base.entries()) values.set(netText(context, key).toLowerCase(), value);
  } else {
    for (const property of propertiesOf(context, object)) values.set(property.name.toLowerCase(), property.get());
  }
  return columns
    .map((name) => {
      const value = values.get(name.toLowerCase());
      return value === undefined || value === null ? "" : field(csvText(context, value), name, form);
    })
    .join(form.delimiter);
}

function csvText(context: ValueContext, value: Value): string {
  if (isNull(value)) return "";
  const base = baseOf(value);
  return base instanceof PSArray ? base.type.fullName : netText(context, base);
}

function field(text: string, column: string, { delimiter, quotes, quotedFields }: CsvForm): string {
  if (quotedFields !== null) return quotedFields.has(column.toLowerCase()) ? quoted(text) : text;
  switch (quotes) {
    case "Always":
      return quoted(text);
    case "Never":
      return text;
    case "AsNeeded":
      return text.includes(delimiter) || /["\r\n]/.test(text) ? quoted(text) : text;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Splits CSV text into records of fields; `null` marks a field that was not there. Reads as Import-Csv does. */
export class CsvReader {
  private at = 0;
  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The rest of the line without reading it as fields. */
  peekLine(): string {
    const end = this.text.indexOf("\n", this.at);
    return this.text.slice(this.at, end < 0 ? undefined : end).replace(/\r$/, "");
  }
  skipLine(): void {
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end + 1;
  }

  /** One record; a quoted field may span lines. Nothing behind the last delimiter of the text is `null`. */
  record(): readonly (string | null)[] {
    const fields: (string | null)[] = [];
    for (;;) {
      fields.push(this.field());
      const next = this.text[this.at];
      if (next === this.delimiter) {
        this.at++;
        continue;
      }
      if (next === "\r") this.at++;
      if (this.text[this.at] === "\n") this.at++;
      return fields;
    }
  }

  private field(): string | null {
    while (this.text[this.at] === " " || (this.text[this.at] === "\t" && this.delimiter !== "\t")) this.at++;
    let value = "";
    let wasQuoted = false;
    while (this.at < this.text.length) {
      const c = this.text[this.at] as string;
      if (c === this.delimiter || c === "\n" || (c === "\r" && this.text[this.at + 1] === "\n")) break;
      if (c === '"' && value === "" && !wasQuoted) {
        wasQuoted = true;
        value += this.quoted();
        continue;
      }
      value += c;
      this.at++;
    }
    return value === "" && !wasQuoted && this.atEnd ? null : value;
  }

  private quoted(): string {
    let value = "";
    this.at++;
    while (this.at < this.text.length) {
      const end = this.text.indexOf('"', this.at);
      if (end < 0) {
        value += this.text.slice(this.at);
        this.at = this.text.length;
        return value;
      }
      value += this.text.slice(this.at, end);
      this.at = end + 1;
      if (this.text[this.at] !== '"') return value;
      value += '"';
      this.at++;
    }
    return value;
  }
}
