import {
  type DirectoryObject,
  listObjects,
  type NewObject,
  type ObjectChange,
  reference,
} from "../../../topology/index.js";
import {
  canonicalIdentity,
  objectVersions,
  presentationTail,
  presentationTypes,
} from "../../noun/common-properties.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { type Setter, setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { bool, link, text } from "../../properties/property.js";
import { filterable } from "../filters/recipient-filter.js";
import {
  filterFrom,
  filterParameters,
  filterTypeRow,
  ldapFilterRow,
  precannedRows,
  recipientContainerRow,
  recipientFilterRow,
} from "../filters/stored-filter.js";
import { byAnr, managedBy } from "../get-recipients.js";
import { mailEnabledProperties } from "../mail-enabled-properties.js";
import { anyPrincipal, recipientIdentityProperties } from "../recipient-types.js";
import { addressSetters, checkAddressChange, completedByPolicy, mailEnabled, unitFor } from "../recipient-writing.js";
import { leaveGroups } from "./leave-groups.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.DynamicDistributionGroup";

/** What Exchange 2010 adds to each filter of a dynamic group: mailboxes of the system get no mail (from memory). */
const noSystemMailboxes = [
  "-not(Name -like 'SystemMailbox{*')",
  "-not(Name -like 'CAS_{*')",
  "-not(RecipientTypeDetailsValue -eq 'MailboxPlan')",
  "-not(RecipientTypeDetailsValue -eq 'DiscoveryMailbox')",
  "-not(RecipientTypeDetailsValue -eq 'ArbitrationMailbox')",
];
/** What 2013 and later add besides. */
const later = [
  "-not(RecipientTypeDetailsValue -eq 'PublicFolderMailbox')",
  "-not(RecipientTypeDetailsValue -eq 'MonitoringMailbox')",
];

/** A group whose members are those that fit a filter at the time. Order measured (2019), view from memory. */
export const dynamicDistributionGroup = defineNoun({
  noun: "DynamicDistributionGroup",
  class: {
    name: "DynamicDistributionGroup",
    objectClass: ["top", "msExchDynamicDistributionList"],
    objectCategory: "ms-Exch-Dynamic-Distribution-List",
    container: { below: "domain", path: ["CN=Users"] },
    indexes: {
      alias: { property: "Alias" },
      address: { property: "EmailAddresses", unique: "forest" },
    },
  },
  tasks: "RecipientTasks",
  certainty: "captured",
  identity: {
    classes: ["DynamicDistributionGroup"],
    wildcards: "several",
    properties: recipientIdentityProperties,
  },
  typeNames: presentationTypes(
    typeName,
    "Microsoft.Exchange.Data.Directory.Management.DistributionGroupBase",
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledRecipient",
  ),
  properties: () => [
    recipientContainerRow,
    recipientFilterRow,
    ldapFilterRow,
    ...precannedRows,
    filterTypeRow,
    text("Notes"),
    text("PhoneticDisplayName"),
    link("ManagedBy", anyPrincipal.classes, { prints: "canonical", query: anyPrincipal }),
    text("ExpansionServer"),
    bool("ReportToManagerEnabled", { default: false }),
    bool("ReportToOriginatorEnabled", { default: true }),
    bool("SendOofMessageToOriginatorEnabled", { default: false }),
    ...mailEnabledProperties(true),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "ManagedBy" }],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

const suffixOf = (task: Task): readonly string[] =>
  task.info.release === "2010" ? noSystemMailboxes : [...noSystemMailboxes, ...later];

/** Left out, the place below which recipients count is the unit of the group, or the domain. */
function containerOf(task: Task, unit: Pick<NewObject, "parent">): string | null {
  return unit.parent ?? listObjects(task.topology, "Domain")[0]?.guid ?? null;
}

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const unit = unitFor(task);
  const container = task.has("RecipientContainer") ? null : containerOf(task, unit);
  const object: NewObject = { class: "DynamicDistributionGroup", name, ...unit };
  const properties = {
    ...filterFrom(task, null, suffixOf(task)),
    ...(container === null ? {} : { RecipientContainer: reference(container) }),
    DisplayName: task.text("DisplayName") ?? name,
  };
  return { ...object, properties: mailEnabled(task, { object, properties }) };
}

/** All parameters of the filter are read together, where the change is completed. */
const partOfFilter: Setter = () => ({});

function complete(task: Task, object: DirectoryObject, change: ObjectChange): ObjectChange {
  const filter = filterFrom(task, object, suffixOf(task));
  return completedByPolicy(task, object, { ...change, properties: { ...change.properties, ...filter } });
}

export const dynamicDistributionGroupVerbs: NounVerbs = {
  Get: getVerb(dynamicDistributionGroup, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { Anr: byAnr("Anr"), ManagedBy: managedBy },
    // Nothing of Exchange's own is a dynamic group here.
    accepted: ["IncludeSystemObjects"],
  }),
  New: newVerb(dynamicDistributionGroup, {
    emulated: [...filterParameters, "Alias", "PrimarySmtpAddress", "OrganizationalUnit"],
    make,
  }),
  Set: setVerb(dynamicDistributionGroup, {
    setters: {
      ...addressSetters,
      ...Object.fromEntries(filterParameters.map((name) => [name, partOfFilter])),
    },
    accepted: ["CreateDTMFMap", "ForceUpgrade"],
    complete,
    check: checkAddressChange,
  }),
  Remove: removeVerb(dynamicDistributionGroup, { after: leaveGroups }),
};
