import { CsvReader } from "../cmdlets/utility/csv-text.js";
import { isIn } from "../exchange/noun/exchange-object.js";
import type { Noun } from "../exchange/noun/noun.js";
import { nouns } from "../exchange/nouns.js";
import { toItems } from "../values/enumeration.js";
import { PowerShellError } from "../values/errors.js";
import { propertiesOf, typeNamesOf } from "../values/member-access/index.js";
import { isNull } from "../values/objects.js";
import { deserialize } from "../values/serialization/index.js";
import { toText } from "../values/text.js";
import { baseOf, DotNetObject, type Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";
import { ImportError } from "./import-error.js";

/** What a property of an exported object says. */
export interface ExportedValue {
  /** As the property is spelled. */
  readonly name: string;
  /** The texts of its values: one, several of a list, none of `$null`. */
  readonly texts: readonly string[];
  readonly isList: boolean;
  /** The value, where the file has more than its text. */
  readonly value: Value;
}

/** An object as a Get cmdlet gave it and a file holds it. */
export interface ExportedObject {
  readonly file: string;
  readonly noun: Noun;
  /** By name in small letters; those that the file does not tell are missing. */
  readonly properties: ReadonlyMap<string, ExportedValue>;
  /** Lists of which the file holds no more than the name of their type, as Export-Csv writes them. */
  readonly lost: readonly string[];
}

/** What a file holds: objects of nouns, and the types of those that no noun is known for. */
export interface ExportedFile {
  readonly objects: readonly ExportedObject[];
  /** How many objects there were of each type that is not known. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** Longer texts are refused before they are read. */
const longest = 256 * 1024 * 1024;

/**
 * Reads what Export-Clixml or Export-Csv wrote.
 * @throws {ImportError} for anything else
 */
export function exportedObjects(context: ValueContext, file: string, text: string): ExportedFile {
  if (text.length > longest) throw new ImportError(`${file} is larger than ${longest / 1024 / 1024} MB.`);
  if (text.includes("\0")) throw new ImportError(`${file} is no text: it holds NUL characters.`);
  const start = text.replace(/^\uFEFF/, "").trimStart();
  // Export-Csv writes nothing at all when there was nothing to write.
  if (start === "") return { objects: [], unknown: new Map() };
  return start.startsWith("<") ? fromClixml(context, file, start) : fromCsv(file, start);
}

function fromClixml(context: ValueContext, file: string, text: string): ExportedFile {
  let values: readonly Value[];
  try {
    values = deserialize(context, text);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw new ImportError(`${file} is no Clixml: ${error.record.message}`);
  }
  const objects: ExportedObject[] = [];
  const unknown = new Map<string, number>();
  for (const value of values.flatMap((each) => toItems(each))) {
    const types = typeNamesOf(value);
    const noun = types.map((type) => nounOfType(type.replace(/^Deserialized\./, ""))).find((found) => found);
    if (noun === undefined) unknown.set(types[0] ?? "nothing", (unknown.get(types[0] ?? "nothing") ?? 0) + 1);
    else objects.push({ file, noun, properties: propertiesIn(context, value), lost: [] });
  }
  return { objects, unknown };
}

function propertiesIn(context: ValueContext, object: Value): ReadonlyMap<string, ExportedValue> {
  const properties = new Map<string, ExportedValue>();
  for (const property of propertiesOf(context, object)) {
    const value = property.get();
    properties.set(property.name.toLowerCase(), { name: property.name, value, ...textsOf(context, value) });
  }
  return properties;
}

/** The texts of a property's value: those of the elements, of a list. */
export function textsOf(context: ValueContext, value: Value): Pick<ExportedValue, "texts" | "isList"> {
  const base = baseOf(value);
  if (isNull(base)) return { texts: [], isList: false };
  const items = base instanceof DotNetObject ? toItems(base) : [base];
  const isList = items.length !== 1 || items[0] !== base;
  // A member of an enumeration comes as its number, with its name as text.
  return { texts: isList ? items.map((item) => toText(context, item)) : [toText(context, value)], isList };
}

/** Fields that hold nothing but the name of a type: Export-Csv writes lists so. */
const typeNameOnly = /^(?:Deserialized\.)?(?:System|Microsoft\.Exchange)\.[\w.`+]+(?:\[.*\])?$/s;

function fromCsv(file: string, text: string): ExportedFile {
  const reader = new CsvReader(text, delimiterOf(text));
  const typeLine = reader.peekLine();
  const typeName = /^#TYPE (.+)$/
    .exec(typeLine)?.[1]
    ?.trim()
    .replace(/^(?:CSV:|Deserialized\.|Selected\.)+/, "");
  if (typeLine.startsWith("#")) reader.skipLine();
  const columns = reader.record().map((name) => name ?? "");
  const noun = (typeName === undefined ? undefined : nounOfType(typeName)) ?? nounOfColumns(file, columns);
  if (noun === undefined) {
    if (columns.length < 2)
      throw new ImportError(`${file} is neither Clixml nor a CSV file: its first line has no columns.`);
    return { objects: [], unknown: new Map([[typeName ?? `the columns ${columns.slice(0, 4).join(", ")}, …`, 1]]) };
  }
  const objects: ExportedObject[] = [];
  while (!reader.atEnd) {
    if (reader.peekLine().trim() === "") reader.skipLine();
    else objects.push({ file, noun, ...fieldsOf(noun, columns, reader.record()) });
  }
  return { objects, unknown: new Map() };
}

function fieldsOf(
  noun: Noun,
  columns: readonly string[],
  fields: readonly (string | null)[],
): Pick<ExportedObject, "properties" | "lost"> {
  const properties = new Map<string, ExportedValue>();
  const lost: string[] = [];
  const lists = listsOf(noun);
  columns.forEach((name, index) => {
    const text = fields[index] ?? "";
    if (typeNameOnly.test(text)) {
      lost.push(name);
      return;
    }
    const isList = lists.has(name.toLowerCase());
    const texts = text === "" ? [] : isList ? elementsIn(text) : [text];
    const hasSeveral = texts.length > 1 || texts[0] !== text;
    properties.set(name.toLowerCase(), { name, texts, isList: isList && hasSeveral, value: hasSeveral ? null : text });
  });
  return { properties: withAddresses(properties), lost };
}

const listNames = new WeakMap<Noun, ReadonlySet<string>>();

/** The properties of a noun that hold lists, in small letters. */
function listsOf(noun: Noun): ReadonlySet<string> {
  let names = listNames.get(noun);
  if (names === undefined) {
    const lists = noun.properties.filter(({ column }) => column?.kind.many === true);
    names = new Set(lists.map(({ name }) => name.toLowerCase()));
    listNames.set(noun, names);
  }
  return names;
}

/**
 * The elements of a list that whoever exported it joined: with semicolons, bars or line ends, in braces as a table shows
 * it, or with commas where each element is an address or a place in the directory. Anything else is one element.
 */
function elementsIn(text: string): readonly string[] {
  const braced = /^\{(.*)\}$/s.exec(text)?.[1];
  // `smtp:*;1` is one address space with its cost.
  const parts = (braced ?? text).split(/\s*(?:[|\r\n]+|;(?!\d+\s*(?:$|[;|,])))\s*/).filter((part) => part !== "");
  if (parts.length !== 1) return parts;
  const [whole = ""] = parts;
  const byComma = whole.split(/\s*,\s*/);
  const isTold = braced !== undefined || byComma.every((part) => /^\w+:\S|^\S+@\S+$|^[\w.-]+\/.+/.test(part));
  return isTold ? byComma : parts;
}

/** Addresses are such a list; the primary one stands in a column of its own. */
function withAddresses(properties: ReadonlyMap<string, ExportedValue>): ReadonlyMap<string, ExportedValue> {
  const primary = properties.get("primarysmtpaddress")?.texts[0];
  if (primary === undefined || properties.has("emailaddresses")) return properties;
  const addresses = [`SMTP:${primary}`];
  return new Map([
    ...properties,
    ["emailaddresses", { name: "EmailAddresses", texts: addresses, isList: true, value: null }],
  ]);
}

/** Excel writes semicolons where the comma is the decimal sign. */
function delimiterOf(text: string): string {
  const header = text
    .split("\n", 2)
    .find((line) => !line.startsWith("#TYPE"))
    ?.slice(0, 4000);
  const count = (sign: string): number => (header ?? "").split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const nounsByType = new Map<string, Noun>();

function nounOfType(typeName: string): Noun | undefined {
  if (nounsByType.size === 0) {
    for (const { noun } of nouns) {
      const own = noun.typeNames[0]?.toLowerCase() ?? "";
      if (!nounsByType.has(own)) nounsByType.set(own, noun);
    }
  }
  return nounsByType.get(typeName.toLowerCase());
}

/**
 * Without a line that names the type: the noun that the file is named after, else the one whose objects have most of the
 * columns, and the fewest others of them.
 */
function nounOfColumns(file: string, columns: readonly string[]): Noun | undefined {
  const wanted = columns.map((name) => name.toLowerCase()).filter((name) => !remoteColumns.has(name));
  if (wanted.length < 2 || !wanted.includes("name")) return undefined;
  const fitting = nouns.flatMap(({ noun }) => {
    const names = new Set(noun.properties.filter((each) => isIn(each, "2010")).map(({ name }) => name.toLowerCase()));
    const known = wanted.filter((name) => names.has(name)).length;
    const isNamed = Number(file.toLowerCase().includes(noun.noun.toLowerCase())) * noun.noun.length;
    if (known / wanted.length < leastKnown || (isNamed === 0 && showsOthers.has(noun.noun))) return [];
    return [{ noun, isNamed, known, others: names.size - known }];
  });
  fitting.sort((a, b) => b.isNamed - a.isNamed || b.known - a.known || a.others - b.others);
  return fitting[0]?.noun;
}

/** Nouns that show objects of other nouns: nobody means them who says nothing. */
const showsOthers: ReadonlySet<string> = new Set([
  "DistributionGroupMember",
  "RoleGroupMember",
  "RoleGroup",
  "Recipient",
  "User",
  "Group",
  "Contact",
  "Database",
]);

/** A later release has columns that are not known. */
const leastKnown = 0.7;
const remoteColumns: ReadonlySet<string> = new Set(["pscomputername", "runspaceid", "psshowcomputername"]);
