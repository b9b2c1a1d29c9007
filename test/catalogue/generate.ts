/**
 * Writes src/exchange/catalogue/nouns.generated.ts from the facts about cmdlets: `npm run catalogue`.
 * The form of the text is described in src/exchange/catalogue/catalogue-entry.ts.
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
  readonly mandatory?: boolean;
  readonly position?: number;
  readonly pipeline?: string;
}
interface FactCmdlet {
  readonly name: string;
  readonly versions: readonly string[];
  readonly sets?: readonly string[];
  readonly parameters: Readonly<Record<string, FactParameter>>;
}

/** Nouns that have behaviour; the others follow with the whole catalogue. */
export const nouns = [
  "ADSite",
  "ClientAccessArray",
  "ClientAccessServer",
  "ExchangeServer",
  "Mailbox",
  "MailboxDatabase",
];

const folder = dirname(fileURLToPath(import.meta.url));
export const generatedFile = join(folder, "../../src/exchange/catalogue/nouns.generated.ts");
export const namesFile = join(folder, "../../src/exchange/catalogue/names.generated.ts");
const allReleases = 15;

function readFacts(): readonly FactCmdlet[] {
  const text = readFileSync(join(folder, "cmdlets.jsonl"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line): FactCmdlet => JSON.parse(line));
}

const maskOf = (versions: readonly string[] | undefined): number =>
  versions === undefined
    ? allReleases
    : exchangeReleases.reduce((mask, release, bit) => (versions.includes(release) ? mask | (1 << bit) : mask), 0);

function parameterLine(name: string, fact: FactParameter, cmdletMask: number, sets: readonly string[]): string | null {
  const mask = maskOf(fact.versions) & cmdletMask;
  if (mask === 0) return null;
  const isShouldProcess = (name === "WhatIf" || name === "Confirm") && fact.type === "SwitchParameter";
  if (isShouldProcess) return null;
  const inSets = [...new Set(fact.in ?? [])].map((set) => sets.indexOf(set)).filter((index) => index >= 0);
  const pipeline = fact.pipeline ?? "";
  const plain = `${fact.mandatory ? "!" : ""}${fact.position ?? ""}${pipeline.includes("value") ? "v" : ""}${pipeline.includes("name") ? "n" : ""}`;
  const fields = [name, fact.type];
  if (plain !== "") fields.push(plain);
  if (mask !== cmdletMask) fields.push(`^${mask}`);
  if (inSets.length > 0 && inSets.length < sets.length) fields.push(`@${inSets.join(",")}`);
  if (fact.aliases !== undefined) fields.push(`~${fact.aliases.join(",")}`);
  return ` ${fields.join(" ")}`;
}

function cmdletLines(cmdlet: FactCmdlet): readonly string[] {
  const mask = maskOf(cmdlet.versions);
  if (mask === 0) return [];
  const used = new Set(
    Object.values(cmdlet.parameters).flatMap((fact) => ((maskOf(fact.versions) & mask) === 0 ? [] : (fact.in ?? []))),
  );
  const sets = (cmdlet.sets ?? []).filter((set) => used.has(set));
  const verb = cmdlet.name.slice(0, cmdlet.name.indexOf("-"));
  const shouldProcess = cmdlet.parameters.WhatIf === undefined ? "-" : "w";
  const parameters = Object.entries(cmdlet.parameters).map(([name, fact]) => parameterLine(name, fact, mask, sets));
  return [[verb, mask, shouldProcess, ...sets].join(" "), ...parameters.filter((line) => line !== null)];
}

/** The text of the generated file. */
export function generate(): string {
  const facts = readFacts();
  const entries = nouns.map((noun) => {
    const lines = facts
      .filter((cmdlet) => cmdlet.name.slice(cmdlet.name.indexOf("-") + 1) === noun)
      .flatMap(cmdletLines);
    if (lines.length === 0) throw new Error(`the facts know no cmdlet of ${noun}`);
    return `  [${JSON.stringify(noun)}, ${JSON.stringify(lines.join("\n"))}],\n`;
  });
  return [
    "// Generated from the facts about cmdlets by `npm run catalogue`. Don't edit.\n",
    "\n/** Noun → its cmdlets in the catalogue's compact text (see catalogue-entry.ts). */\n",
    "export const catalogueNouns: readonly (readonly [noun: string, text: string])[] = [\n",
    ...entries,
    "];\n",
  ].join("");
}

/** Every cmdlet's name, for the NotEmulated error of those without behaviour: `Noun mask Verb,Verb`. */
export function generateNames(): string {
  const lines = new Map<string, string[]>();
  for (const { name, versions } of readFacts()) {
    const mask = maskOf(versions);
    if (mask === 0) continue;
    const dash = name.indexOf("-");
    const key = `${name.slice(dash + 1)} ${mask}`;
    lines.set(key, [...(lines.get(key) ?? []), name.slice(0, dash)]);
  }
  const text = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, verbs]) => `${key} ${verbs.join(",")}`);
  return [
    "// Generated from the facts about cmdlets by `npm run catalogue`. Don't edit.\n",
    "\n/** Every cmdlet of every release: `Noun mask Verb,Verb`, masks as in release.ts. */\n",
    `export const catalogueNames = ${JSON.stringify(text.join("\n"))};\n`,
  ].join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generatedFile, generate());
  writeFileSync(namesFile, generateNames());
}
