import {
  getObject,
  getProperty,
  isRecord,
  isReference,
  type PropertyValue,
  type Topology,
  valuesOf,
} from "../../../topology/index.js";
import type { Value } from "../../../values/value.js";
import { texts } from "../../noun/read.js";
import type { Source } from "../../noun/source.js";
import { schema } from "../../schema.js";
import { ByteQuantifiedSize } from "../../types/byte-quantified-size.js";
import { classificationText } from "./data-classifications.js";
import { actions } from "./rule-actions.js";
import type { RulePart } from "./rule-part.js";
import { conditions } from "./rule-parts.js";

/** What a rule consists of, and how it reads. */

const scopes: Readonly<Record<string, string>> = {
  InOrganization: "Inside the organization",
  NotInOrganization: "Outside the organization",
};

function shown({ topology, object }: Source, property: string): string {
  return valuesOf(getProperty(schema, object, property))
    .map((value) => {
      const text = shownValue(topology, value);
      return `'${scopes[text] ?? text}'`;
    })
    .join(" or ");
}

function shownValue(topology: Topology, value: PropertyValue): string {
  if (isRecord(value)) return classificationText(value);
  if (typeof value === "bigint") return new ByteQuantifiedSize(value).toNetText();
  return isReference(value) ? (getObject(topology, value.guid)?.name ?? "") : String(value);
}

/** The parts that a rule has. */
function partsOf(source: Source, all: readonly RulePart[], prefix = ""): readonly RulePart[] {
  return all.filter(({ parameters: [first] }) => {
    const value = getProperty(schema, source.object, `${prefix}${first}`);
    return valuesOf(value).length > 0 && value !== false;
  });
}

function lines(source: Source, all: readonly RulePart[], prefix = ""): readonly string[] {
  return partsOf(source, all, prefix).map(({ reads, parameters }) =>
    reads.replace(/\{(\d)\}/g, (_, hole: string) => shown(source, `${prefix}${parameters[Number(hole)] ?? ""}`)),
  );
}

/** One condition a line, the first with a capital, the others with "and" (facts: get-transportrule.1). */
const joined = (parts: readonly string[], word: string): string =>
  parts
    .map((line, index) => `    ${index === 0 ? line.charAt(0).toUpperCase() + line.slice(1) : `${word} ${line}`}\r\n`)
    .join("");

/** `If the message: … Take the following actions: …` */
export function describe(source: Source): string {
  const fits = lines(source, conditions);
  const exceptions = lines(source, conditions, "ExceptIf");
  const does = lines(source, actions).map((line) => `    ${line}\r\n`);
  return [
    fits.length === 0 ? "Apply to all messages\r\n" : `If the message:\r\n${joined(fits, "and")}`,
    `Take the following actions:\r\n${does.join("")}`,
    exceptions.length === 0 ? "" : `Except if the message:\r\n${joined(exceptions, "or")}`,
  ].join("");
}

const namespace = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks";
const named = (parts: readonly RulePart[], kind: "Predicate" | "Action"): Value =>
  parts.length === 0 ? null : texts(parts.map(({ name }) => `${namespace}.${name}${kind}`));

export const conditionsOf = (source: Source): Value => named(partsOf(source, conditions), "Predicate");
export const exceptionsOf = (source: Source): Value => named(partsOf(source, conditions, "ExceptIf"), "Predicate");
export const actionsOf = (source: Source): Value => named(partsOf(source, actions), "Action");
