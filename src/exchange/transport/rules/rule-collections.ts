import { defineResultType, ResultObject } from "../../../cmdlets/result-type.js";
import {
  type DirectoryObject,
  listObjects,
  type Properties,
  type PropertyValue,
  parseGuid,
} from "../../../topology/index.js";
import { bytesOf, utf8Bytes, utf8Text } from "../../../values/bytes.js";
import { PSArray } from "../../../values/collections.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { SmallInteger } from "../../../values/numbers.js";
import { typeNamed } from "../../../values/types.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import { defineNoun, type Noun, type NounVerbs } from "../../noun/noun.js";
import type { Task } from "../../noun/task.js";
import { add, remove } from "../../noun/write.js";
import { journalRule } from "./journal-rule.js";
import { transportRule } from "./transport-rule.js";

/**
 * All rules of a kind in a file: Export- and Import-TransportRuleCollection, Export- and Import-JournalRuleCollection. An
 * export is an object with FileData, which Set-Content -Encoding Byte writes (documented); an import takes the place of all
 * rules that are there. The file is XML with the frame of the real one; what a rule says is written in a form of our own.
 */

const collectionType = "Microsoft.Exchange.Management.SystemConfigurationTasks.RuleCollectionFileData";
defineResultType(collectionType, [
  { name: "FileData", typeName: "byte[]" },
  { name: "Identity", typeName: "Microsoft.Exchange.Data.ObjectId" },
  { name: "IsValid", typeName: "bool" },
]);

class CollectionData extends ResultObject {
  get type(): DotNetType {
    return typeNamed(collectionType);
  }
}
heapClass("CollectionData", CollectionData);

const messages = {
  unreadable: message({
    text: () => "The rule collection can't be imported: the file data isn't a valid rule collection.",
    exception: "Microsoft.Exchange.MessagingPolicies.Rules.ParserException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const replacing = sentence({
  text: (kind: string) => `Importing the collection takes the place of all existing ${kind}s.`,
  certainty: "unknown",
  evidence: "the warning is documented, the text is not known",
});

/** A rule in the file. */
interface ExportedRule {
  readonly name: string;
  readonly properties: Properties;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

/** 64-bit integers, which JSON has no numbers for. */
const marked = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? { $int64: value.toString() } : value;
function unmarked(_key: string, value: unknown): unknown {
  const number: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "$int64") : undefined;
  return typeof number === "string" && /^-?\d{1,20}$/.test(number) ? BigInt(number) : value;
}

function fileText(name: string, rules: readonly DirectoryObject[]): string {
  const written = rules.map(
    (rule) =>
      `  <rule name="${escaped(rule.name)}" id="${rule.guid}" format="properties">\n    <properties>${escaped(JSON.stringify(rule.properties, marked))}</properties>\n  </rule>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<rules name="${name}">\n${written.join("")}</rules>\n`;
}

/** What a file holds; `null` for one that is none of these. */
function rulesIn(name: string, text: string): readonly ExportedRule[] | null {
  if (!text.includes(`<rules name="${name}">`)) return null;
  const found = [...text.matchAll(/<rule name="([^"]*)"[^>]*>\s*<properties>([^<]*)<\/properties>/g)];
  try {
    return found.map(([, ruleName = "", json = ""]) => ({
      name: unescaped(ruleName),
      properties: JSON.parse(unescaped(json), unmarked) as Properties,
    }));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A kind of rules: what its file calls itself, and what it is called in sentences. */
interface Collection {
  readonly noun: Noun;
  readonly rules: Noun;
  readonly className: string;
  readonly fileName: string;
  readonly called: string;
  /** What is not looked at: there is one form of files, no rules of Exchange 2007, and -Confirm alone asks. */
  readonly accepted: { readonly export: readonly string[]; readonly import: readonly string[] };
}

const collectionNoun = (name: string, rules: Noun): Noun =>
  defineNoun({
    noun: name,
    tasks: rules.tasks ?? "SystemConfigurationTasks",
    identity: rules.identity,
    typeNames: [`Microsoft.Exchange.Management.SystemConfigurationTasks.${name}`],
    properties: () => [],
    views: [],
  });

export const transportRuleCollection: Noun = collectionNoun("TransportRuleCollection", transportRule);
export const journalRuleCollection: Noun = collectionNoun("JournalRuleCollection", journalRule);

const collections: Readonly<Record<"transport" | "journal", Collection>> = {
  transport: {
    noun: transportRuleCollection,
    rules: transportRule,
    className: "TransportRule",
    fileName: "TransportVersioned",
    called: "transport rule",
    accepted: { export: ["ExportLegacyRules"], import: ["Force", "Identity"] },
  },
  journal: {
    noun: journalRuleCollection,
    rules: journalRule,
    className: "JournalRule",
    fileName: "JournalingVersioned",
    called: "journal rule",
    accepted: { export: ["ExportLegacyRules"], import: ["Identity"] },
  },
};

const priority = (rule: DirectoryObject): number => Number(rule.properties.Priority ?? 0);

function write(task: Task, { className, fileName, rules, called }: Collection): void {
  const all = [...listObjects(task.topology, className)].sort((a, b) => priority(a) - priority(b));
  const one = task.has("Identity")
    ? [task.resolve("Identity", rules.identity, (identity) => task.notFound(identity))]
    : all;
  if (!task.shouldProcess(exporting.text(called))) return;
  const data = new CollectionData();
  const bytes = utf8Bytes(fileText(fileName, one)).map((byte) => new SmallInteger("Byte", byte));
  data.setField("FileData", new PSArray(bytes, typeNamed("System.Byte")));
  data.setField("Identity", null);
  data.setField("IsValid", true);
  task.cmdlet.writeObject(data);
}

const exporting = sentence({
  text: (kind: string) => `Exporting the collection of ${kind}s.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** Links to what is gone since are left out: a rule is taken as far as it goes. */
function usable(task: Task, value: PropertyValue): PropertyValue {
  if (Array.isArray(value))
    return value.map((each: PropertyValue) => usable(task, each)).filter((each) => each !== null);
  if (typeof value !== "object" || value === null || !("guid" in value)) return value;
  const guid = parseGuid(String(value.guid));
  return guid !== null && task.find(guid, { classes: ["MessageClassification"] }).length > 0 ? value : null;
}

function read(task: Task, { className, fileName, called }: Collection): void {
  const found = rulesIn(fileName, utf8Text(bytesOf(task.value("FileData"))));
  if (found === null) throw task.failure(messages.unreadable, []);
  if (!task.shouldProcess(replacing.text(called))) return;
  for (const rule of listObjects(task.topology, className)) {
    task.requireWrite(rule);
    remove(task, rule);
  }
  for (const { name, properties } of found) {
    const kept = Object.entries(properties).map(([key, value]) => [key, usable(task, value)] as const);
    add(task, { class: className, name, properties: Object.fromEntries(kept) });
  }
}

/** The verbs of a collection. */
const verbsOf = (collection: Collection): NounVerbs => ({
  Export: {
    taskClass: `${collection.noun.tasks ?? ""}.Export${collection.noun.noun}`,
    emulated: ["Identity"],
    accepted: collection.accepted.export,
    process: (task) => write(task, collection),
  },
  Import: {
    taskClass: `${collection.noun.tasks ?? ""}.Import${collection.noun.noun}`,
    emulated: ["FileData"],
    accepted: collection.accepted.import,
    confirms: true,
    process: (task) => read(task, collection),
  },
});

export const transportRuleCollectionVerbs: NounVerbs = verbsOf(collections.transport);
export const journalRuleCollectionVerbs: NounVerbs = verbsOf(collections.journal);
