import { type DirectoryObject, getProperty, type PropertyValue, valuesOf } from "../../../topology/index.js";
import { Guid } from "../../../values/simple-values.js";
import { changeVerb, disableVerb } from "../../noun/change-verb.js";
import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import { message } from "../../noun/exchange-errors.js";
import type { ExchangeProperty } from "../../noun/exchange-object.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { priorityList } from "../../noun/priority-list.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb, valueAfter } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { IdParameter } from "../../parameters/id-parameter.js";
import { choice, computed, fixed, int, text, time } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { enumeration } from "../../types/enumeration.js";
import { defaultCode, defaultReason } from "../mail-flow/rules.js";
import { actions } from "./rule-actions.js";
import { actionsOf, conditionsOf, describe, exceptionsOf } from "./rule-description.js";
import { actionRows, conditionRows, laterRows } from "./rule-rows.js";

const tasks = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks";
const typeName = `${tasks}.Rule`;

const states = enumeration("Microsoft.Exchange.MessagingPolicies.Rules.RuleState", ["Disabled", "Enabled"]);
/** How rules end: captured of 2016. */
function tail(): readonly ExchangeProperty[] {
  const rows = configurationTail(objectVersions.exchange2007, { name: true, identity: "name" });
  const order = ["Identity", "DistinguishedName", "Guid", "OrganizationId", "Name", "IsValid", "WhenChanged"];
  const ordered = [...order, "ExchangeVersion", "ObjectState"].flatMap((name) =>
    rows.filter((row) => row.name === name),
  );
  const immutable = computed("ImmutableId", "guid", ({ object }) => new Guid(object.guid), { since: "2016" });
  return ordered.flatMap((row) => (row.name === "Guid" ? [row, immutable] : [row]));
}

/**
 * What happens to messages on their way. The properties are those that messages here can be tested for and changed by,
 * without rights protection and what only Edge Transport servers do; their order is that of 2016
 * (facts/captures.jsonl, get-transportrule.1). The view is from memory.
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
    fixed("DlpPolicy", "string", () => "", { since: "2013" }),
    fixed("DlpPolicyId", "guid", () => new Guid("00000000-0000-0000-0000-000000000000"), { since: "2013" }),
    text("Comments"),
    fixed("ManuallyModified", "bool", () => false),
    time("ActivationDate", { since: "2013" }),
    time("ExpiryDate", { since: "2013" }),
    computed("Description", "string", describe),
    fixed("RuleVersion", "version", () => "15.0.1.1", { since: "2013" }),
    computed("Conditions", `${tasks}.TransportRulePredicate[]`, conditionsOf),
    computed("Exceptions", `${tasks}.TransportRulePredicate[]`, exceptionsOf),
    computed("Actions", `${tasks}.TransportRuleAction[]`, actionsOf),
    choice("State", states, { default: "Enabled", parameter: null }),
    ...laterRows(),
    ...conditionRows(""),
    ...conditionRows("ExceptIf"),
    ...actionRows(),
    ...tail(),
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

/** Numbered from 0, as they run. */
const order = priorityList("TransportRule", 0);

const messages = {
  noAction: message({
    text: () => "You must specify at least one action for the rule.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered; a rule needs an action (documented)",
  }),
  edgeOnly: message({
    text: (action: string) =>
      `The action "${action}" isn't valid in a rule of Hub Transport servers. It's for Edge Transport servers only.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-TransportRule), the text is not known",
  }),
  noClassification: message({
    text: () =>
      "The NotifySender action is for rules that have the MessageContainsDataClassifications condition: specify it too.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-TransportRule -NotifySender), the text is not known",
  }),
  noTemplate: message({
    text: (template: string) => `The rights protection template "${template}" couldn't be found.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** Actions that rules have on Edge Transport servers alone (documented); the shell here is that of other servers. */
const edgeActions = [
  "Disconnect",
  "LogEventText",
  "Quarantine",
  "SmtpRejectMessageRejectStatusCode",
  "SmtpRejectMessageRejectText",
];
const refusedActions = [...edgeActions, "ApplyRightsProtectionTemplate", "DlpPolicy"];

/** No data loss prevention policy is there that a rule could be part of. */
function checkPolicy(task: Task): void {
  const policy = task.text("DlpPolicy") ?? "";
  if (policy !== "") throw task.parameterNotFound(policy);
}

function checkActions(task: Task): void {
  checkPolicy(task);
  const edge = edgeActions.find((name) => task.has(name) && task.value(name) !== null && task.value(name) !== false);
  if (edge !== undefined) throw task.failure(messages.edgeOnly, [edge]);
  // Templates come from a server of Rights Management Services, which is not there.
  const template = task.value("ApplyRightsProtectionTemplate");
  if (template instanceof IdParameter) throw task.failure(messages.noTemplate, [template.text], template);
}

/** What goes with what was given: an action has all of its properties (documented defaults). */
function completed(
  task: Task,
  rule: DirectoryObject | null,
  given: Readonly<Record<string, PropertyValue>>,
): Record<string, PropertyValue> {
  const after = (name: string): PropertyValue =>
    rule === null ? (given[name] ?? null) : valueAfter(rule, given, name);
  const isSet = (name: string): boolean => valuesOf(after(name)).length > 0 && after(name) !== false;
  const defaults: Record<string, PropertyValue> = {};
  const withDefault = (first: string, name: string, value: string): void => {
    if (isSet(first) && !isSet(name)) defaults[name] = value;
  };
  withDefault("ApplyHtmlDisclaimerText", "ApplyHtmlDisclaimerLocation", "Append");
  withDefault("ApplyHtmlDisclaimerText", "ApplyHtmlDisclaimerFallbackAction", "Wrap");
  withDefault("RejectMessageReasonText", "RejectMessageEnhancedStatusCode", defaultCode);
  withDefault("RejectMessageEnhancedStatusCode", "RejectMessageReasonText", defaultReason);
  withDefault("ADComparisonAttribute", "ADComparisonOperator", "Equal");
  if (isSet("SenderNotificationType") && !isSet("MessageContainsDataClassifications"))
    throw task.failure(messages.noClassification, []);
  if (
    !actions.some(({ parameters: [first] }) => isSet(first)) &&
    !isSet("StopRuleProcessing") &&
    !isSet("RejectMessageEnhancedStatusCode")
  )
    throw task.failure(messages.noAction, []);
  return defaults;
}

export const transportRuleVerbs: NounVerbs = {
  Get: getVerb(transportRule, {
    limited: true,
    filters: {
      DlpPolicy: (task) => {
        checkPolicy(task);
        return { keep: () => true };
      },
      State: (task) => {
        const wanted = task.text("State");
        return { keep: (rule) => getProperty(schema, rule, "State") === wanted };
      },
    },
    arrange: (_task, rules) => order.sorted(rules),
  }),
  New: newVerb(transportRule, {
    emulated: ["Priority", "Enabled", ...refusedActions],
    make: (task, given) => {
      checkActions(task);
      return {
        class: "TransportRule",
        name: task.text("Name") ?? "",
        properties: {
          ...completed(task, null, given),
          Priority: order.wanted(task, order.all(task).length + 1),
          State: task.has("Enabled") && !task.isOn("Enabled") ? "Disabled" : "Enabled",
        },
      };
    },
    after: order.place,
  }),
  Set: setVerb(transportRule, {
    emulated: ["Identity", ...refusedActions],
    check: checkActions,
    setters: {
      Priority: (task) => ({ properties: { Priority: order.wanted(task, order.all(task).length) } }),
    },
    complete: (task, rule, change) => ({
      ...change,
      properties: { ...change.properties, ...completed(task, rule, change.properties ?? {}) },
    }),
    after: (task, rule) => {
      if (task.has("Priority")) order.place(task, rule);
    },
  }),
  Remove: removeVerb(transportRule, { after: order.close }),
  Enable: changeVerb(transportRule, "Enable", { change: () => ({ properties: { State: "Enabled" } }) }, () => {}),
  Disable: disableVerb(transportRule, { change: () => ({ properties: { State: "Disabled" } }) }),
};
