import { type DirectoryObject, getObject, getProperty, guidNamed, type NewObject } from "../../topology/index.js";
import { UInt64 } from "../../values/numbers.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs, taskClassOf, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { usualSentence } from "../noun/sentences.js";
import { setVerb } from "../noun/set-verb.js";
import { storeText } from "../noun/setters.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { bool, computed, fixed, int, links, list, property, size, text, texts, time } from "../properties/property.js";
import { choiceKind, nullable } from "../properties/scalar-kinds.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { anyClassification } from "../transport/message-classification.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { describedAsAsked, describeRule } from "./description.js";
import { folderKind, personKind } from "./rule-kinds.js";
import { ruleClass, ruleOwner, rulesOf } from "./rule-owner.js";

const storage = "Microsoft.Exchange.Data.Storage";
const typeName = `${storage}.Management.InboxRule`;
const importance = enumeration(`${storage}.Importance`, ["Low", "Normal", "High"]);
const sensitivity = enumeration(`${storage}.Sensitivity`, ["Normal", "Personal", "Private", "CompanyConfidential"]);
const messageType = enumeration(`${storage}.Management.InboxRuleMessageType`, [
  "AutomaticReply",
  "AutomaticForward",
  "Encrypted",
  "Calendaring",
  "CalendaringResponse",
  "PermissionControlled",
  "Voicemail",
  "Signed",
  "ApprovalRequest",
  "ReadReceipt",
  "NonDeliveryReport",
]);

const off = (name: string) => bool(name, { default: false });

/** Each condition stands beside the exception that says the same. */
const predicates = [
  (name: string) => texts(name),
  (name: string) => text(name),
  (name: string) => list(name, personKind),
  off,
  (name: string) => property(name, nullable(choiceKind(messageType))),
  (name: string) => time(name),
  (name: string) => property(name, nullable(choiceKind(importance))),
  (name: string) => size(name),
  (name: string) => property(name, nullable(choiceKind(sensitivity))),
  (name: string) => links(name, "MessageClassification", { query: anyClassification }),
] as const;
const [words, flag, persons, truth, ofType, date, ofImportance, bytes, ofSensitivity, classifications] = predicates;
const both = (make: (name: string) => ReturnType<typeof text>, name: string) => [make(name), make(`ExceptIf${name}`)];

/** A rule of a mailbox. Order of the list from memory; the view shows what the console shows. */
export const inboxRule = defineNoun({
  noun: "InboxRule",
  called: "Inbox rule",
  tasks: "StoreTasks",
  class: {
    name: ruleClass,
    objectClass: ["top"],
    objectCategory: "Rule",
    container: { belowClass: "User", path: [] },
  },
  typeNames: [
    typeName,
    `${storage}.Management.XsoMailboxConfigurationObject`,
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    computed(
      "Description",
      "Microsoft.Exchange.Data.Storage.RuleDescription",
      (source, context) => source.live?.get("Description") ?? describeRule(source, context),
    ),
    bool("Enabled", { default: true }),
    computed("Identity", "Microsoft.Exchange.Data.Storage.Management.InboxRuleId", ({ topology, object }) => {
      const owner = object.parent === null ? null : getObject(topology, object.parent);
      return owner === null
        ? object.name
        : `${new ADObjectId(topology, owner, "canonical").toNetText()}\\${object.name}`;
    }),
    fixed("InError", "bool", () => false, { since: "2013" }),
    text("Name", { attribute: "RuleName" }),
    int("Priority", { default: 1, parameter: null }),
    computed("RuleIdentity", "System.Nullable[uint64]", ({ object }) => new UInt64(BigInt(object.name))),
    fixed("SupportedByTask", "bool", () => true),
    ...both(words, "BodyContainsWords"),
    ...both(flag, "FlaggedForAction"),
    ...both(words, "FromAddressContainsWords"),
    ...both(persons, "From"),
    ...both(truth, "HasAttachment"),
    ...both(classifications, "HasClassification"),
    ...both(words, "HeaderContainsWords"),
    ...both(ofType, "MessageTypeMatches"),
    ...both(truth, "MyNameInCcBox"),
    ...both(truth, "MyNameInToBox"),
    ...both(truth, "MyNameInToOrCcBox"),
    ...both(truth, "MyNameNotInToBox"),
    ...both(date, "ReceivedAfterDate"),
    ...both(date, "ReceivedBeforeDate"),
    ...both(words, "RecipientAddressContainsWords"),
    ...both(truth, "SentOnlyToMe"),
    ...both(persons, "SentTo"),
    ...both(words, "SubjectContainsWords"),
    ...both(words, "SubjectOrBodyContainsWords"),
    ...both(ofImportance, "WithImportance"),
    ...both(bytes, "WithinSizeRangeMaximum"),
    ...both(bytes, "WithinSizeRangeMinimum"),
    ...both(ofSensitivity, "WithSensitivity"),
    texts("ApplyCategory"),
    texts("ApplySystemCategory", { since: "2016", certainty: "memory" }),
    property("CopyToFolder", folderKind),
    off("DeleteMessage"),
    texts("DeleteSystemCategory", { since: "2016", certainty: "memory" }),
    list("ForwardAsAttachmentTo", personKind),
    list("ForwardTo", personKind),
    off("MarkAsRead"),
    property("MarkImportance", nullable(choiceKind(importance))),
    property("MoveToFolder", folderKind),
    bool("PinMessage", { default: false, since: "2016" }),
    list("RedirectTo", personKind),
    texts("SendTextMessageNotificationTo"),
    off("StopProcessingRules"),
    computed("MailboxOwnerId", "Microsoft.Exchange.Data.Directory.ADObjectId", ({ topology, object }) => {
      const owner = object.parent === null ? null : getObject(topology, object.parent);
      return owner === null ? null : new ADObjectId(topology, owner, "canonical");
    }),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "Enabled" },
        { property: "Priority", alignment: "left" },
        { property: "RuleIdentity", alignment: "left" },
      ],
    },
  ],
  displayIdentity: ({ object }) => String(getProperty(schema, object, "RuleName")),
});

const actionNames = [
  "ApplyCategory",
  "ApplySystemCategory",
  "DeleteSystemCategory",
  "CopyToFolder",
  "DeleteMessage",
  "ForwardAsAttachmentTo",
  "ForwardTo",
  "MarkAsRead",
  "MarkImportance",
  "MoveToFolder",
  "PinMessage",
  "RedirectTo",
  "SendTextMessageNotificationTo",
  "StopProcessingRules",
];

const messages = {
  noAction: message({
    text: () => "The rule has no action. Specify at least one.",
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  noMessage: message({
    text: (id: string, owner: string) => `The message "${id}" couldn't be found in the mailbox of "${owner}".`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  badPriority: message({
    text: (given: string, last: string) => `The priority ${given} won't do: write a number from 1 to ${last}.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const removing = sentence({
  text: (name: string) => `Removing Inbox rule "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** Whose rules, and which: `alan.reid\1234`, or a name or number of a rule of -Mailbox. */
function meant(task: Task): { readonly typed: string; readonly rules: readonly DirectoryObject[] } {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return { typed: "", rules: [] };
  const { guid, text: typed } = identity;
  const known = guid === null ? null : getObject(task.topology, guid);
  if (known?.class === ruleClass) return { typed, rules: [known] };
  const backslash = typed.lastIndexOf("\\");
  const [named] = backslash < 0 ? [] : task.find(typed.slice(0, backslash), mailbox.identity);
  const wanted = (named === undefined ? typed : typed.slice(backslash + 1)).toLowerCase();
  const rules = rulesOf(task.topology, named ?? ruleOwner(task)).filter(
    (rule) => rule.name === wanted || String(getProperty(schema, rule, "RuleName")).toLowerCase() === wanted,
  );
  return { typed, rules };
}

function theOne(task: Task): DirectoryObject {
  const { typed, rules } = meant(task);
  return task.single(rules, typed, (name) => task.notFound(name));
}

/** The number by which a store knows a rule: one that no rule of the mailbox has. */
function ruleNumber(task: Task, owner: DirectoryObject): string {
  const taken = new Set(rulesOf(task.topology, owner).map(({ name }) => name));
  for (let count = taken.size; ; count++) {
    const hex = guidNamed(task.topology.ids.seed, `inbox rule|${owner.guid}|${count}`).replaceAll("-", "");
    const number = String(BigInt(`0x${hex.slice(0, 15)}`));
    if (!taken.has(number)) return number;
  }
}

function make(task: Task): NewObject {
  const owner = ruleOwner(task);
  const from = task.value("FromMessageId");
  // Only programs know the ids of messages, and no program here has ever been told one.
  if (from instanceof IdParameter) throw task.failure(messages.noMessage, [from.text, owner.name], from);
  if (!actionNames.some((name) => task.has(name))) throw task.failure(messages.noAction, []);
  const rules = rulesOf(task.topology, owner);
  return {
    class: ruleClass,
    name: ruleNumber(task, owner),
    parent: owner.guid,
    properties: { Priority: wantedPriority(task, rules.length + 1) ?? rules.length + 1 },
  };
}

function wantedPriority(task: Task, last: number): number | null {
  if (!task.has("Priority")) return null;
  const wanted = Number(task.text("Priority"));
  if (wanted < 1 || wanted > last) throw task.failure(messages.badPriority, [String(wanted), String(last)]);
  return wanted;
}

/** Numbers the rules of a mailbox from 1, with one of them in its place. */
function renumber(task: Task, owner: string, rule: DirectoryObject | null, wanted: number | null): void {
  const user = getObject(task.topology, owner);
  if (user === null) return;
  const rules = rulesOf(task.topology, user).filter(({ guid }) => guid !== rule?.guid);
  if (rule !== null) rules.splice((wanted ?? rules.length + 1) - 1, 0, rule);
  rules.forEach((each, index) => {
    change(task, each, { properties: { Priority: index + 1 } });
  });
}

/** The store keeps no rules of Outlook's own that would go. */
const accepted = ["AlwaysDeleteOutlookRulesBlob", "Force"];

function switching(verb: Verb, enabled: boolean): VerbBehaviour {
  const question = usualSentence(inboxRule, verb);
  return {
    taskClass: taskClassOf(inboxRule, verb),
    emulated: ["Identity", "Mailbox"],
    accepted,
    ...(enabled ? {} : { confirms: true }),
    process: (task) => {
      const rule = theOne(task);
      const name = inboxRule.displayIdentity(task.source(rule));
      task.requireWrite(rule);
      if (task.shouldProcess(question.text(name))) change(task, rule, { properties: { Enabled: enabled } });
    },
  };
}

export const inboxRuleVerbs: NounVerbs = {
  Get: getVerb(inboxRule, {
    emulated: ["Mailbox", "DescriptionTimeFormat", "DescriptionTimeZone"],
    // Rules that sweep are made in Outlook on the web alone.
    filters: { SweepRules: (task) => ({ keep: () => !task.isOn("SweepRules") }) },
    accepted: ["IncludeHidden", "BypassScopeCheck"],
    given: describedAsAsked,
    all: (task) => rulesOf(task.topology, ruleOwner(task)),
    find: (task) => meant(task).rules,
  }),
  New: newVerb(inboxRule, {
    emulated: ["Mailbox", "Priority", "FromMessageId"],
    // It comes with -FromMessageId only: see there.
    accepted: [...accepted, "ValidateOnly"],
    defaultParameterSet: "Identity",
    make,
    after: (task, rule) => {
      const last = rule.parent === null ? null : getObject(task.topology, rule.parent);
      const count = last === null ? 1 : rulesOf(task.topology, last).length;
      renumber(task, rule.parent ?? "", rule, wantedPriority(task, count));
    },
  }),
  Set: setVerb(inboxRule, {
    emulated: ["Identity", "Mailbox"],
    accepted,
    find: theOne,
    setters: {
      Name: storeText("RuleName", "Name"),
      Priority: (task, _value, rule) => {
        const owner = rule.parent === null ? null : getObject(task.topology, rule.parent);
        const count = owner === null ? 1 : rulesOf(task.topology, owner).length;
        return { properties: { Priority: wantedPriority(task, count) } };
      },
    },
    after: (task, rule) => {
      if (task.has("Priority")) renumber(task, rule.parent ?? "", rule, Number(task.text("Priority")));
    },
  }),
  Enable: switching("Enable", true),
  Disable: switching("Disable", false),
  Remove: removeVerb(inboxRule, {
    emulated: ["Identity", "Mailbox"],
    accepted,
    find: theOne,
    sentence: removing,
    after: (task, rule) => renumber(task, rule.parent ?? "", null, null),
  }),
};
