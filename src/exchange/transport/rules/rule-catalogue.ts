import { listObjects } from "../../../topology/index.js";
import type { Value } from "../../../values/value.js";
import { objectStateOf } from "../../noun/common-properties.js";
import { message } from "../../noun/exchange-errors.js";
import { isIn } from "../../noun/exchange-object.js";
import { getVerb } from "../../noun/get-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../../noun/noun.js";
import type { Task } from "../../noun/task.js";
import { computed, fixed } from "../../properties/property.js";
import { actions } from "./rule-actions.js";
import type { RulePart } from "./rule-part.js";
import { conditions } from "./rule-parts.js";

/** What transport rules can be made of: Get-TransportRulePredicate and Get-TransportRuleAction. */

const namespace = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks";

/** Names of the properties: as a list of what the cmdlets return has them; view from memory. */
function partNoun(noun: string, typeName: string): Noun {
  return defineNoun({
    noun,
    tasks: "MessagingPolicies.Rules",
    identity: { classes: [] },
    typeNames: [typeName, `${namespace}.RulePhrase`],
    properties: () => [
      computed("Name", "string", ({ live }) => live?.get("Name") ?? null),
      computed("Rank", "int", ({ live }) => live?.get("Rank") ?? null),
      computed("LinkedDisplayText", "string", ({ live }) => live?.get("LinkedDisplayText") ?? null),
      computed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
      fixed("IsValid", "bool", () => true),
      fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New"), { since: "2013" }),
    ],
    views: [
      {
        kind: "table",
        name: typeName,
        typeNames: [typeName],
        columns: [{ property: "Name", width: 35 }, { property: "LinkedDisplayText" }],
      },
    ],
  });
}

const noSuchPart = message({
  text: (name: string) => `There is no transport rule predicate or action named "${name}".`,
  exception: "System.ArgumentException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "the failure is known, its text is not",
});

/** All that the release has, or the one of a name. */
function show(noun: Noun, parts: readonly RulePart[], task: Task): void {
  const [organization] = listObjects(task.topology, "TransportSettings");
  const known = parts.filter((part) => isIn(part, task.info.release));
  const wanted = task.text("Name");
  const found = known.filter(({ name }) => wanted === null || name.toLowerCase() === wanted.toLowerCase());
  if (organization === undefined || found.length === 0) throw task.failure(noSuchPart, [wanted ?? ""]);
  for (const part of found) {
    const live = new Map<string, Value>([
      ["Name", part.name],
      ["Rank", known.indexOf(part)],
      ["LinkedDisplayText", part.offered],
    ]);
    task.cmdlet.writeObject(noun.present({ ...task.source(organization), live }));
  }
}

function partVerbs(noun: Noun, parts: readonly RulePart[]): NounVerbs {
  const get = getVerb(noun, { unnamed: true, emulated: ["Name"] });
  return { Get: { ...get, process: (task) => show(noun, parts, task) } };
}

export const transportRulePredicate = partNoun("TransportRulePredicate", `${namespace}.TransportRulePredicate`);
export const transportRulePredicateVerbs = partVerbs(transportRulePredicate, conditions);
export const transportRuleAction = partNoun("TransportRuleAction", `${namespace}.TransportRuleAction`);
export const transportRuleActionVerbs = partVerbs(transportRuleAction, actions);
