/**
 * Writes src/exchange/catalogue/*.generated.ts from the facts about cmdlets: `npm run catalogue`.
 * The form of the text is described in src/exchange/catalogue/catalogue-cmdlet.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exchangeReleases } from "../../src/exchange/catalogue/release.js";

interface FactParameter {
  readonly type: string;
  readonly versions?: readonly string[];
  readonly in?: readonly string[];
  readonly aliases?: readonly string[];
  /** The sets in which it is mandatory, where it is not in all. */
  readonly mandatory?: boolean | readonly string[];
  readonly position?: number;
  readonly pipeline?: string;
}
/** One line of the facts. */
export interface FactCmdlet {
  readonly name: string;
  readonly versions: readonly string[];
  readonly sets?: readonly string[];
  readonly parameters: Readonly<Record<string, FactParameter>>;
}

const folder = dirname(fileURLToPath(import.meta.url));
const target = join(folder, "../../src/exchange/catalogue");
const allReleases = 15;

/** All cmdlets of the facts, those that only Exchange Online has among them. */
export function readFacts(): readonly FactCmdlet[] {
  const text = readFileSync(join(folder, "cmdlets.jsonl"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line): FactCmdlet => JSON.parse(line));
}

/** The releases of a cmdlet or parameter as release.ts counts them; 0: only Exchange Online has it. */
export const maskOf = (versions: readonly string[] | undefined): number =>
  versions === undefined
    ? allReleases
    : exchangeReleases.reduce((mask, release, bit) => (versions.includes(release) ? mask | (1 << bit) : mask), 0);

/** Names that the facts have in several spellings, or with a slip, by the one that is meant. */
const typeSpellings: ReadonlyMap<string, string> = new Map([
  ["string", "String"],
  ["MailboxIdParameter, AzureImportRequest", "MailboxIdParameter"],
  ["Microsoft.Exchange.Data.EnhancedTimeSpan", "EnhancedTimeSpan"],
]);

/** A type's name as the catalogue has it. */
export const typeNameOf = (fact: FactParameter): string =>
  typeSpellings.get(fact.type) ?? fact.type.replace(/^System\.(?=[A-Z]\w+$)/, "");

/** -WhatIf and -Confirm are a flag of the cmdlet. */
export const isShouldProcess = (name: string, fact: FactParameter): boolean =>
  (name === "WhatIf" || name === "Confirm") && fact.type === "SwitchParameter";

/** A parameter in two parts: what cmdlets share, and the releases and sets in which this cmdlet has it. */
interface Written {
  readonly declaration: string;
  readonly suffix: string;
}

interface WrittenCmdlet {
  readonly verb: string;
  readonly noun: string;
  readonly mask: number;
  readonly flag: string;
  readonly sets: readonly string[];
  readonly parameters: readonly Written[];
}

function written(
  name: string,
  fact: FactParameter,
  cmdletMask: number,
  sets: readonly string[],
  types: ReadonlyMap<string, number>,
): Written {
  const mask = maskOf(fact.versions) & cmdletMask;
  const inSets = [...new Set(fact.in ?? [])].map((set) => sets.indexOf(set)).filter((index) => index >= 0);
  const pipeline = fact.pipeline ?? "";
  const flags = `${fact.mandatory === true ? "!" : ""}${fact.position ?? ""}${pipeline.includes("value") ? "v" : ""}${pipeline.includes("name") ? "n" : ""}`;
  const fields = [name, (types.get(typeNameOf(fact)) ?? 0).toString(36)];
  if (flags !== "" || fact.aliases !== undefined) fields.push(flags);
  if (fact.aliases !== undefined) fields.push(fact.aliases.join(","));
  const ofSets = inSets.length > 0 && inSets.length < sets.length ? `@${inSets.join(",")}` : "";
  const mandatoryIn = Array.isArray(fact.mandatory)
    ? `!${fact.mandatory.map((set) => sets.indexOf(set)).join(",")}`
    : "";
  return {
    declaration: fields.join(":"),
    suffix: `${mask === cmdletMask ? "" : `^${mask}`}${ofSets}${mandatoryIn}`,
  };
}

function writtenCmdlet(cmdlet: FactCmdlet, types: ReadonlyMap<string, number>): WrittenCmdlet {
  const mask = maskOf(cmdlet.versions);
  const dash = cmdlet.name.indexOf("-");
  const parameters = parametersOf(cmdlet);
  const used = new Set(parameters.flatMap(([, fact]) => fact.in ?? []));
  const sets = (cmdlet.sets ?? []).filter((set) => used.has(set));
  return {
    verb: cmdlet.name.slice(0, dash),
    noun: cmdlet.name.slice(dash + 1),
    mask,
    flag: cmdlet.parameters.WhatIf === undefined ? "" : "w",
    sets,
    parameters: parameters.map(([name, fact]) => written(name, fact, mask, sets, types)),
  };
}

/** The parameters that some release has, without -WhatIf and -Confirm. */
function parametersOf(cmdlet: FactCmdlet): readonly (readonly [string, FactParameter])[] {
  const mask = maskOf(cmdlet.versions);
  return Object.entries(cmdlet.parameters).filter(
    ([name, fact]) => (maskOf(fact.versions) & mask) !== 0 && !isShouldProcess(name, fact),
  );
}

/** Values with how often they come, the most frequent first; a number each. */
function ranked(values: readonly string[], least: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].filter(([, count]) => count >= least).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(sorted.map(([value], index) => [value, index]));
}

const head = "// Generated from the facts about cmdlets by `npm run catalogue`. Don't edit.\n";

/** The generated files: name and text. */
export function generate(): ReadonlyMap<string, string> {
  const facts = readFacts().filter(({ versions }) => maskOf(versions) !== 0);
  const typeNames = facts.flatMap((cmdlet) => parametersOf(cmdlet).map(([, fact]) => typeNameOf(fact)));
  const types = ranked(typeNames, 1);
  const cmdlets = facts.map((cmdlet) => writtenCmdlet(cmdlet, types));
  const shared = ranked(
    cmdlets.flatMap(({ parameters }) => parameters.map(({ declaration }) => declaration)),
    2,
  );
  return new Map([
    ["declarations.generated.ts", declarationsFile(types, shared)],
    ["nouns.generated.ts", nounsFile(cmdlets, shared)],
    ["enumerations.generated.ts", enumerationsFile(new Set(types.keys()))],
  ]);
}

function declarationsFile(types: ReadonlyMap<string, number>, shared: ReadonlyMap<string, number>): string {
  return [
    head,
    "\n/** The types of parameters, the most frequent first, with a blank between; declarations name them by number. */\n",
    `export const parameterTypeNames =\n  ${JSON.stringify([...types.keys()].join(" "))};\n`,
    "\n/** Declarations that several cmdlets share, the most frequent first, with a blank between. */\n",
    `export const sharedDeclarations =\n  ${JSON.stringify([...shared.keys()].join(" "))};\n`,
  ].join("");
}

function nounsFile(cmdlets: readonly WrittenCmdlet[], shared: ReadonlyMap<string, number>): string {
  const nouns = new Map<string, WrittenCmdlet[]>();
  for (const cmdlet of cmdlets) nouns.set(cmdlet.noun, [...(nouns.get(cmdlet.noun) ?? []), cmdlet]);
  const parameter = ({ declaration, suffix }: Written): string =>
    `${shared.get(declaration)?.toString(36) ?? declaration}${suffix}`;
  const lines = [...nouns]
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map(([noun, all]) => {
      const names = all.map(({ verb, mask, flag }) => `${verb}${mask}${flag}`).join(" ");
      const texts = all.map(({ sets, parameters }) => [sets.join(","), ...parameters.map(parameter)].join(" "));
      return `  [${JSON.stringify(noun)}, ${JSON.stringify(names)}, ${JSON.stringify(texts.join("\n"))}],\n`;
    });
  return [
    head,
    "\n/** Nouns with the names and the declarations of their cmdlets (see catalogue-cmdlet.ts). */\n",
    "export const catalogueNouns: readonly (readonly [noun: string, names: string, declarations: string])[] = [\n",
    ...lines,
    "];\n",
  ].join("");
}

interface FactEnumeration {
  readonly values: readonly string[];
}

/** In the facts' list, but no enumerations: the reference names examples of what may stand there. */
const noEnumerations = new Set(["ProxyAddress", "ProxyAddressCollection", "Word"]);
/**
 * Enumerations of which the reference lists only what some cmdlet takes, though others take more (the list of facts
 * does not say which lists are whole): they are left open.
 */
const openEnumerations = new Set(["AuthenticationMethod", "ServerRole", "SkippableMigrationSteps"]);

function enumerationsFile(types: ReadonlySet<string>): string {
  const facts: { types: Readonly<Record<string, FactEnumeration>> } = JSON.parse(
    readFileSync(join(folder, "enums.json"), "utf8"),
  );
  const lines = Object.entries(facts.types)
    .filter(([name]) => types.has(name) || types.has(`${name}[]`))
    .filter(([name, { values }]) => !noEnumerations.has(name) && !openEnumerations.has(name) && values.length > 1)
    .map(([name, { values }]) => `${name} ${values.join(",")}`);
  return [
    head,
    "\n/** Enumerations of parameters with the values that the reference documents: a line each, `Name Value,Value`. */\n",
    `export const catalogueEnumerations =\n  ${JSON.stringify(lines.join("\n"))};\n`,
  ].join("");
}

/** Where a generated file lies. */
export const generatedFile = (name: string): string => join(target, name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of generate()) writeFileSync(generatedFile(name), text);
}
