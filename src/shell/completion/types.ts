import type { Engine } from "../../runtime/engine.js";
import { acceleratorNames, findTypeByFullName, knownTypeNames, resolveTypeName } from "../../values/index.js";
import type { CompletionMatch } from "./result.js";
import { beginningWith, byName } from "./words.js";

/** The ending that may be left out where an attribute is named. */
const attributeEnding = /Attribute$/;

/**
 * Types whose name begins with a typed word, and the next step of namespaces: behind a dot by the whole name, else by
 * the short name or an accelerator.
 */
export function typeMatches(engine: Engine, typed: string): CompletionMatch[] {
  const names = visibleTypeNames(engine);
  const matches = typed.includes(".") ? qualifiedMatches(names, typed) : shortMatches(names, typed);
  return matches.sort((a, b) => byName(a.list, b.list));
}

/** Full names of the types that this edition knows; those within generic types cannot be written. */
function visibleTypeNames(engine: Engine): readonly string[] {
  return knownTypeNames().filter((name) => {
    if (name.includes("`") && name.includes("+")) return false;
    const type = findTypeByFullName(name);
    return type === undefined || engine.services.isTypeHidden?.(type) !== true;
  });
}

/** `System.Collections.Generic.List` and `List<>` for the generic one. */
function typeMatch(fullName: string): CompletionMatch {
  const short = fullName.slice(Math.max(fullName.lastIndexOf("."), fullName.lastIndexOf("+")) + 1);
  return { text: fullName.replace(/`\d+$/, ""), list: short.replace(/`\d+$/, "<>"), type: "Type" };
}

function qualifiedMatches(names: readonly string[], typed: string): CompletionMatch[] {
  const isWanted = beginningWith(typed);
  const depth = typed.split(".").length;
  const matches = new Map<string, CompletionMatch>();
  for (const fullName of names) {
    if (!isWanted(fullName)) continue;
    const steps = fullName.split(".");
    const text = steps.slice(0, depth).join(".");
    const list = steps[depth - 1] ?? text;
    matches.set(text.toLowerCase(), steps.length > depth ? { text, list, type: "Namespace" } : typeMatch(fullName));
  }
  return [...matches.values()];
}

function shortMatches(names: readonly string[], typed: string): CompletionMatch[] {
  const isWanted = beginningWith(typed);
  const matches = new Map<string, CompletionMatch>();
  const accelerated = new Set<string>();
  for (const name of acceleratorNames()) {
    accelerated.add(name.toLowerCase());
    if (!isWanted(name)) continue;
    const list = resolveTypeName(name)?.name ?? name;
    matches.set(name.toLowerCase(), { text: name, list, type: "Type" });
  }
  for (const fullName of names) {
    const steps = fullName.split(".");
    const short = typeMatch(fullName).list;
    const [root = ""] = steps;
    if (steps.length > 1 && isWanted(root))
      matches.set(root.toLowerCase(), { text: root, list: root, type: "Namespace" });
    if (!isWanted(short) || accelerated.has(short.toLowerCase()) || attributeEnding.test(short)) continue;
    matches.set(fullName.toLowerCase(), typeMatch(fullName));
  }
  return [...matches.values()];
}

/** Named arguments of the attributes that scripts write, in the order in which they are offered. */
const attributeArguments: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "parameter",
    [
      "Position",
      "ParameterSetName",
      "Mandatory",
      "ValueFromPipeline",
      "ValueFromPipelineByPropertyName",
      "ValueFromRemainingArguments",
      "HelpMessage",
      "HelpMessageBaseName",
      "HelpMessageResourceId",
      "DontShow",
    ],
  ],
  [
    "cmdletbinding",
    [
      "PositionalBinding",
      "DefaultParameterSetName",
      "SupportsShouldProcess",
      "SupportsPaging",
      "SupportsTransactions",
      "ConfirmImpact",
      "HelpUri",
      "RemotingCapability",
    ],
  ],
]);

/** Arguments of `[Attribute(` that begin with a typed word. */
export function attributeMatches(attribute: string, word: string): CompletionMatch[] {
  const isWanted = beginningWith(word);
  const names = attributeArguments.get(attribute.toLowerCase().replace(/attribute$/, "")) ?? [];
  return names.filter(isWanted).map((name) => ({ text: name, list: name, type: "Property" }));
}
