import {
  countObjects,
  type DirectoryObject,
  getProperty,
  isList,
  listObjects,
  type NewObject,
  type ObjectChange,
  type Topology,
  updateObject,
} from "../../../topology/index.js";
import { toText } from "../../../values/text.js";
import { changeVerb } from "../../noun/change-verb.js";
import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { type Setter, setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { computed, fixed, property, texts } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { domainOfAddress, isAcceptedDomain, policiesInOrder, policyClass, policyFor } from "../address-templates.js";
import { addressesIn, primaryOf, withPrimary } from "../addresses.js";
import {
  appliedFilterRows,
  filterFrom,
  filterParameters,
  filterTypeRow,
  ldapFilterRow,
  precannedRows,
  recipientContainerRow,
  recipientFilterRow,
} from "../filters/stored-filter.js";
import { attributeOf, isMailEnabled, recipientClasses, textOf } from "../recipient-types.js";
import { reapplied } from "../recipient-writing.js";
import { lowestPriority, priorityKind } from "./policy-priority.js";
import { templateListKind } from "./proxy-address-template.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.EmailAddressPolicy";

const tasks = "Microsoft.Exchange.Management.SystemConfigurationTasks";
const messages = {
  defaultStays: message({
    text: (name: string) => `The default e-mail address policy "${name}" can't be removed.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  defaultKeepsFilter: message({
    text: (name: string) =>
      `The filter and the priority of the default e-mail address policy "${name}" can't be changed.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  notAccepted: message({
    text: (domain: string) =>
      `The domain "${domain}" of an address template isn't an accepted domain of the organization.`,
    exception: `${tasks}.InvalidOperationException`,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

const templatesIn = (policy: DirectoryObject): readonly string[] => {
  const templates = getProperty(schema, policy, "EnabledEmailAddressTemplates");
  return isList(templates) ? templates.map(String) : [];
};
const isPrimary = (template: string): boolean => template.startsWith("SMTP:");

/** Setup makes one policy for everybody: the alias in the domain of the forest. */
function defaultPolicy(topology: Topology): readonly NewObject[] {
  return listObjects(topology, "Domain")
    .slice(0, 1)
    .map(({ name }) => ({
      class: policyClass,
      name: "Default Policy",
      properties: {
        RecipientFilter: "Alias -ne $null",
        LastUpdatedRecipientFilter: "Alias -ne $null",
        IncludedRecipients: "AllRecipients",
        Priority: lowestPriority,
        EnabledEmailAddressTemplates: [`SMTP:@${name}`],
      },
    }));
}

/** Which addresses recipients get. Order of the list and view from memory. */
export const emailAddressPolicy = defineNoun({
  noun: "EmailAddressPolicy",
  called: "e-mail address policy",
  class: {
    name: policyClass,
    objectClass: ["top", "msExchGenericPolicy", "msExchRecipientPolicy"],
    objectCategory: "ms-Exch-Recipient-Policy",
    container: { below: "organization", path: ["CN=Recipient Policies"] },
  },
  setup: defaultPolicy,
  typeNames: configurationTypes(typeName),
  properties: () => [
    recipientFilterRow,
    ldapFilterRow,
    ...appliedFilterRows,
    ...precannedRows,
    recipientContainerRow,
    filterTypeRow,
    property("Priority", priorityKind),
    computed(
      "EnabledPrimarySMTPAddressTemplate",
      "string",
      ({ object }) => templatesIn(object).find(isPrimary)?.slice("SMTP:".length) ?? "",
    ),
    property("EnabledEmailAddressTemplates", templateListKind),
    property("DisabledEmailAddressTemplates", templateListKind),
    fixed("HasEmailAddressSetting", "bool", () => true),
    fixed("HasMailboxManagerSetting", "bool", () => false),
    texts("NonAuthoritativeDomains", { parameter: null }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Priority", alignment: "left" }, { property: "RecipientFilter" }],
    },
  ],
});

const isDefault = (policy: DirectoryObject): boolean => getProperty(schema, policy, "Priority") === lowestPriority;

/** The policies but the default one, in their order. */
const others = (task: Task): readonly DirectoryObject[] =>
  policiesInOrder(task.topology).filter((policy) => !isDefault(policy));

function checkTemplates(task: Task, templates: readonly string[]): readonly string[] {
  for (const template of templates) {
    const domain = domainOfAddress(template);
    if (/^smtp:/i.test(template) && !isAcceptedDomain(task.topology, domain))
      throw task.failure(messages.notAccepted, [domain]);
  }
  return templates;
}

/** One primary template; further ones stay. */
const withPrimaryTemplate = (templates: readonly string[], primary: string): readonly string[] => [
  `SMTP:${primary.replace(/^smtp:/i, "")}`,
  ...templates.filter((template) => !isPrimary(template)),
];

function make(task: Task, given: NonNullable<NewObject["properties"]>): NewObject {
  const primary = task.text("EnabledPrimarySMTPAddressTemplate");
  const enabled = given.EnabledEmailAddressTemplates ?? [];
  const templates = primary === null ? (isList(enabled) ? enabled.map(String) : []) : withPrimaryTemplate([], primary);
  return {
    class: policyClass,
    name: task.text("Name") ?? "",
    properties: {
      ...filterFrom(task, null),
      EnabledEmailAddressTemplates: checkTemplates(task, templates),
      Priority: given.Priority ?? countObjects(task.topology, policyClass),
    },
  };
}

const write = (task: Task, policy: DirectoryObject, change: ObjectChange): void => {
  const result = updateObject(schema, task.topology, policy.guid, change);
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
};

/** Priorities run from 1 on without gaps: one policy takes its place, the others move. */
function renumber(task: Task, moved: DirectoryObject): void {
  const wanted = Number(getProperty(schema, moved, "Priority"));
  const rest = others(task).filter(({ guid }) => guid !== moved.guid);
  const place = Math.min(Math.max(1, wanted), rest.length + 1);
  const ordered = [...rest.slice(0, place - 1), moved, ...rest.slice(place - 1)];
  for (const [index, policy] of ordered.entries()) {
    if (getProperty(schema, policy, "Priority") !== index + 1)
      write(task, policy, { properties: { Priority: index + 1 } });
  }
}

const partOfFilter: Setter = () => ({});
const primaryTemplate: Setter = (task, value, policy) => ({
  properties: {
    EnabledEmailAddressTemplates: withPrimaryTemplate(
      templatesIn(policy),
      value === null ? "" : toText(task.cmdlet.context, value),
    ),
  },
});

/** The recipients whose addresses the policy makes get them now. */
function apply(task: Task, policy: DirectoryObject): void {
  const { context } = task.cmdlet;
  for (const className of recipientClasses) {
    for (const recipient of listObjects(task.topology, className)) {
      if (!isMailEnabled(recipient)) continue;
      if (attributeOf(recipient, "EmailAddressPolicyEnabled") === false) continue;
      if (policyFor(context, task.topology, recipient)?.guid !== policy.guid) continue;
      const made = reapplied(task, recipient, recipient);
      const primary = primaryOf(addressesIn(recipient));
      const addresses = task.isOn("UpdateSecondaryAddressesOnly") && primary !== "" ? withPrimary(made, primary) : made;
      if (addresses.join("\n") !== addressesIn(recipient).join("\n"))
        write(task, recipient, { properties: { EmailAddresses: addresses } });
    }
  }
}

export const emailAddressPolicyVerbs: NounVerbs = {
  Get: getVerb(emailAddressPolicy, {
    // There are no policies of the mailbox manager here.
    accepted: ["IncludeMailboxSettingOnlyPolicy"],
    arrange: (task, found) => {
      const wanted = new Set(Array.from(found, ({ guid }) => guid));
      return policiesInOrder(task.topology).filter(({ guid }) => wanted.has(guid));
    },
  }),
  New: newVerb(emailAddressPolicy, {
    defaultParameterSet: "SMTPTemplateWithPrecannedFilter",
    emulated: [...filterParameters, "EnabledPrimarySMTPAddressTemplate"],
    make,
    after: renumber,
  }),
  Set: setVerb(emailAddressPolicy, {
    setters: {
      ...Object.fromEntries(filterParameters.map((name) => [name, partOfFilter])),
      EnabledPrimarySMTPAddressTemplate: primaryTemplate,
    },
    accepted: ["ForceUpgrade"],
    complete: (task, policy, change) => ({
      ...change,
      properties: { ...change.properties, ...filterFrom(task, policy) },
    }),
    check: (task, policy, change) => {
      const templates = change.properties?.EnabledEmailAddressTemplates ?? null;
      if (isList(templates)) checkTemplates(task, templates.map(String));
      const touched = [...filterParameters, "RecipientContainer", "Priority"].some((name) => task.has(name));
      if (isDefault(policy) && touched) throw task.failure(messages.defaultKeepsFilter, [policy.name]);
    },
    after: (task, policy) => {
      if (task.has("Priority")) renumber(task, policy);
    },
  }),
  Remove: removeVerb(emailAddressPolicy, {
    check: (task, policy) => {
      if (isDefault(policy)) throw task.failure(messages.defaultStays, [policy.name]);
    },
    after: (task) => {
      const [first] = others(task);
      if (first !== undefined) renumber(task, first);
    },
  }),
  Update: changeVerb(
    emailAddressPolicy,
    "Update",
    {
      change: (_task, policy) => ({ properties: { LastUpdatedRecipientFilter: textOf(policy, "RecipientFilter") } }),
      sentence: sentence({
        text: (name: string) => `Updating e-mail address policy "${name}".`,
        certainty: "unknown",
        evidence: "our wording: no capture of the question is known",
      }),
      after: apply,
      emulated: ["UpdateSecondaryAddressesOnly"],
      // Whatever mail goes to has an alias here.
      accepted: ["FixMissingAlias"],
    },
    () => {},
  ),
};
