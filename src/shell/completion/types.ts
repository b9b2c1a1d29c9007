import { acceleratorNames, knownTypeNames, resolveTypeName } from "../../values/index.js";
import type { CompletionMatch } from "./result.js";
import { beginningWith, byName } from "./words.js";

/** The ending that may be left out where an attribute is named. */
const attributeEnding = /Attribute$/;

/**
 * Types whose name begins with a typed word, and the next step of namespaces: behind a dot by the whole name, else by
 * the short name or an accelerator.
 */
export function typeMatches(typed: string): CompletionMatch[] {
  const matches = typed.includes(".") ? qualifiedMatches(typed) : shortMatches(typed);
  return matches.sort((a, b) => byName(a.list, b.list));
}

function qualifiedMatches(typed: string): CompletionMatch[] {
  const isWanted = beginningWith(typed);
  const depth = typed.split(".").length;
  const matches = new Map<string, CompletionMatch>();
  for (const fullName of knownTypeNames()) {
    if (!isWanted(fullName)) continue;
    const steps = fullName.split(".");
    const text = steps.slice(0, depth).join(".");
    const list = steps[depth - 1] ?? text;
    const type = steps.length > depth ? "Namespace" : "Type";
    matches.set(text.toLowerCase(), { text: text.replace(/`\d+$/, ""), list: list.replace(/`\d+$/, "<>"), type });
  }
  return [...matches.values()];
}

function shortMatches(typed: string): CompletionMatch[] {
  const isWanted = beginningWith(typed);
  const matches = new Map<string, CompletionMatch>();
  const accelerated = new Set<string>();
  for (const name of acceleratorNames()) {
    accelerated.add(name.toLowerCase());
    if (!isWanted(name)) continue;
    const list = resolveTypeName(name)?.name ?? name;
    matches.set(name.toLowerCase(), { text: name, list, type: "Type" });
  }
  for (const fullName of knownTypeNames()) {
    const steps = fullName.split(".");
    const short = steps.at(-1) ?? fullName;
    const [root = ""] = steps;
    if (steps.length > 1 && isWanted(root)) matches.set(root.toLowerCase(), { text: root, list: root, type: "Namespace" });
    if (!isWanted(short) || accelerated.has(short.toLowerCase()) || attributeEnding.test(short)) continue;
    matches.set(fullName.toLowerCase(), { text: fullName.replace(/`\d+$/, ""), list: short.replace(/`\d+$/, "<>"), type: "Type" });
  }
  return [...matches.values()];
}

/** Named arguments of the attributes that scripts write, in the order in which they are offered. */
const attributeArguments: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "parameter",
    [
      "Position", "ParameterSetName", "Mandatory", "ValueFromPipeline", "ValueFromPipelineByPropertyName",
      "ValueFromRemainingArguments", "HelpMessage", "HelpMessageBaseName", "HelpMessageResourceId", "DontShow",
    ],
  ],
  [
    "cmdletbinding",
    [
      "PositionalBinding", "DefaultParameterSetName", "SupportsShouldProcess", "SupportsPaging", "SupportsTransactions",
      "ConfirmImpact", "HelpUri", "RemotingCapability",
    ],
  ],
]);

/** Arguments of `[Attribute(` that begin with a typed word. */
export function attributeMatches(attribute: string, word: string): CompletionMatch[] {
  const isWanted = beginningWith(word);
  const names = attributeArguments.get(attribute.toLowerCase().replace(/attribute$/, "")) ?? [];
  return names.filter(isWanted).map((name) => ({ text: name, list: name, type: "Property" }));
}
