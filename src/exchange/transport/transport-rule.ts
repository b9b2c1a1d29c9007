import { type DirectoryObject, getProperty, listObjects, updateObject } from "../../topology/index.js";
import { changeVerb, disableVerb } from "../noun/change-verb.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { bool, choice, int, list, property, text, texts } from "../properties/property.js";
import { choiceKind, nullable } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { enumeration } from "../types/enumeration.js";
import { rulesOf } from "./mail-flow/rules.js";
import { recipientKind } from "./rule-kinds.js";

const tasks = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks";
const typeName = `${tasks}.Rule`;

const states = enumeration("Microsoft.Exchange.MessagingPolicies.Rules.RuleState", ["Disabled", "Enabled"]);
const fromScopes = enumeration(`${tasks}.FromUserScope`, ["InOrganization", "NotInOrganization"]);
const toScopes = enumeration(`${tasks}.ToUserScope`, ["InOrganization", "NotInOrganization"]);

/** Conditions, and the same as exceptions. */
const predicates = (prefix: "" | "ExceptIf") => [
  list(`${prefix}From`, recipientKind),
  property(`${prefix}FromScope`, nullable(choiceKind(fromScopes))),
  list(`${prefix}SentTo`, recipientKind),
  property(`${prefix}SentToScope`, nullable(choiceKind(toScopes))),
  texts(`${prefix}SubjectContainsWords`),
  texts(`${prefix}FromAddressContainsWords`),
  texts(`${prefix}RecipientAddressContainsWords`),
];

/**
 * What happens to messages on their way. The properties are those that messages here can be tested for and changed by;
 * their order is that of 2016 (facts/captures.jsonl, get-transportrule.1). The view is from memory.
 */
export const transportRule = defineNoun({
  noun: "TransportRule",
  called: "transport rule",
  tasks: "MessagingPolicies.Rules",
  class: {
    name: "TransportRule",
    objectClass: ["top", "msExchTransportRule"],
    objectCategory: "ms-Exch-Transport-Rule",
    container: { below: "organization", path: ["CN=Transport Settings", "CN=Rules", "CN=TransportVersioned"] },
  },
  typeNames: configurationTypes(typeName),
  properties: () => [
    int("Priority", { default: 0, parameter: null }),
    text("Comments"),
    choice("State", states, { default: "Enabled", parameter: null }),
    ...predicates(""),
    ...predicates("ExceptIf"),
    text("PrependSubject"),
    list("AddToRecipients", recipientKind),
    list("CopyTo", recipientKind),
    list("BlindCopyTo", recipientKind),
    list("RedirectMessageTo", recipientKind),
    text("RejectMessageEnhancedStatusCode"),
    text("RejectMessageReasonText"),
    bool("DeleteMessage", { default: false }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "State", width: 8 },
        { property: "Priority", width: 8, alignment: "left" },
        { property: "Comments" },
      ],
    },
  ],
});

/** Puts a rule into its place and numbers all of them from 0, as they run. */
function renumber(task: Task, rule: DirectoryObject | null, wanted: number | null): void {
  const rules = rulesOf(task.topology).filter(({ guid }) => guid !== rule?.guid);
  if (rule !== null) rules.splice(wanted ?? rules.length, 0, rule);
  for (const [priority, each] of rules.entries()) {
    const result = updateObject(schema, task.topology, each.guid, { properties: { Priority: priority } });
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  }
}

const priorityOf = (task: Task): number | null => (task.has("Priority") ? Number(task.text("Priority")) : null);

export const transportRuleVerbs: NounVerbs = {
  Get: getVerb(transportRule, {
    filters: {
      State: (task) => {
        const wanted = task.text("State");
        return { keep: (rule) => getProperty(schema, rule, "State") === wanted };
      },
    },
    arrange: (_task, rules) =>
      [...rules].sort(
        (a, b) => Number(getProperty(schema, a, "Priority")) - Number(getProperty(schema, b, "Priority")),
      ),
  }),
  New: newVerb(transportRule, {
    emulated: ["Priority", "Enabled"],
    make: (task) => ({
      class: "TransportRule",
      name: task.text("Name") ?? "",
      properties: {
        Priority: Math.min(
          priorityOf(task) ?? Number.POSITIVE_INFINITY,
          listObjects(task.topology, "TransportRule").length,
        ),
        State: task.has("Enabled") && !task.isOn("Enabled") ? "Disabled" : "Enabled",
      },
    }),
    after: (task, rule) => renumber(task, rule, priorityOf(task)),
  }),
  Set: setVerb(transportRule, {
    setters: {
      Priority: (task) => {
        const last = listObjects(task.topology, "TransportRule").length - 1;
        return { properties: { Priority: Math.min(priorityOf(task) ?? 0, last) } };
      },
    },
    after: (task, rule) => {
      if (task.has("Priority")) renumber(task, rule, priorityOf(task));
    },
  }),
  Remove: removeVerb(transportRule, { after: (task) => renumber(task, null, null) }),
  Enable: changeVerb(transportRule, "Enable", { change: () => ({ properties: { State: "Enabled" } }) }, () => {}),
  Disable: disableVerb(transportRule, { change: () => ({ properties: { State: "Disabled" } }) }),
};
