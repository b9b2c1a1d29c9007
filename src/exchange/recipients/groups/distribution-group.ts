import {
  type DirectoryObject,
  followReference,
  isList,
  isReference,
  type NewObject,
  reference,
} from "../../../topology/index.js";
import { disableVerb, enableVerb } from "../../noun/change-verb.js";
import {
  canonicalIdentity,
  objectVersions,
  presentationTail,
  presentationTypes,
} from "../../noun/common-properties.js";
import { message } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { bool, choice, text } from "../../properties/property.js";
import { enumeration } from "../../types/enumeration.js";
import { currentUser } from "../current-user.js";
import { filterable } from "../filters/recipient-filter.js";
import { byAnr, managedBy, ofKinds, withoutMail } from "../get-recipients.js";
import { mailEnabledProperties } from "../mail-enabled-properties.js";
import { isMailEnabled, recipientIdentityProperties } from "../recipient-types.js";
import {
  accountName,
  addressSetters,
  completedByPolicy,
  mailEnabled,
  recipientSetOptions,
  wrongType,
} from "../recipient-writing.js";
import { checkAccountName, freeSamAccountName } from "../unique-values.js";
import { group, groupTypeRow, managedByRow } from "./group.js";
import { requireManager } from "./group-manager.js";
import { addMember, principalsIn } from "./group-members.js";
import { leaveGroups } from "./leave-groups.js";
import { nameOfNewGroup, unitOfNewGroup, withPolicy } from "./naming-policy.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.DistributionGroup";

const memberUpdate = enumeration("Microsoft.Exchange.Data.Directory.Recipient.MemberUpdateType", [
  "Closed",
  "Open",
  "ApprovalRequired",
]);

const messages = {
  notUniversal: message({
    text: (name: string) => `The group "${name}" can't be mail-enabled: only universal groups can. Convert it first.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  securityGroupIsClosed: message({
    text: () =>
      "The value of MemberJoinRestriction and MemberDepartRestriction must be Closed for a security group: its members get permissions.",
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "facts/nouns.json, Get-DistributionGroup: the rule; the text is not known",
  }),
} as const;

/** A group that mail can go to. Order: the head from memory, the rest measured; view from memory. */
export const distributionGroup = defineNoun({
  noun: "DistributionGroup",
  class: "Group",
  tasks: "RecipientTasks",
  identity: { classes: ["Group"], where: isMailEnabled, wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(
    typeName,
    "Microsoft.Exchange.Data.Directory.Management.DistributionGroupBase",
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledRecipient",
  ),
  properties: () => [
    groupTypeRow,
    text("SamAccountName"),
    bool("BypassNestedModerationEnabled", { default: false }),
    managedByRow,
    choice("MemberJoinRestriction", memberUpdate, { default: "Closed" }),
    choice("MemberDepartRestriction", memberUpdate, { default: "Open" }),
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
      columns: [
        { property: "Name" },
        { property: "DisplayName" },
        { property: "GroupType", alignment: "left" },
        { property: "PrimarySmtpAddress" },
      ],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

const isSecurity = (properties: NonNullable<NewObject["properties"]>): boolean =>
  String(properties.GroupType ?? "").includes("SecurityEnabled");

/** Nobody may join or leave a security group by himself. */
function checkRestrictions(task: Task, properties: NonNullable<NewObject["properties"]>): void {
  if (!isSecurity(properties)) return;
  const given = ["MemberJoinRestriction", "MemberDepartRestriction"].filter((name) => task.has(name));
  if (given.some((name) => task.text(name) !== "Closed")) throw task.failure(messages.securityGroupIsClosed, []);
}

function make(task: Task): NewObject {
  const name = nameOfNewGroup(task, task.text("Name") ?? "");
  const display = task.text("DisplayName");
  const type = task.text("Type")?.toLowerCase() === "security" ? "Universal, SecurityEnabled" : "Universal";
  const object: NewObject = { class: "Group", name, ...unitOfNewGroup(task) };
  const account = task.text("SamAccountName");
  if (account !== null) checkAccountName(task, "SamAccountName", account, null);
  const properties = {
    GroupType: type,
    DisplayName: display === null ? name : nameOfNewGroup(task, display),
    SamAccountName: account ?? freeSamAccountName(task, name, longestGroupAccount),
    RoomList: task.isOn("RoomList"),
    Notes: task.text("Notes"),
    ...ownerOf(task),
    ...(type === "Universal" ? {} : { MemberDepartRestriction: "Closed" }),
  };
  checkRestrictions(task, properties);
  return { ...object, properties: mailEnabled(task, { object, properties }) };
}

/** Who makes a group manages it, unless -ManagedBy says otherwise. */
function ownerOf(task: Task): NonNullable<NewObject["properties"]> {
  const self = task.has("ManagedBy") ? null : currentUser(task);
  return self === null ? {} : { ManagedBy: [reference(self.guid)] };
}

/** Groups' account names may be as long as any name. */
const longestGroupAccount = 64;

function managersOf(task: Task, group: DirectoryObject): readonly DirectoryObject[] {
  const managers = group.properties.ManagedBy ?? [];
  return (isList(managers) ? managers : []).flatMap((each) => {
    const target = isReference(each) ? followReference(task.topology, each) : null;
    return target?.state === "live" ? [target.object] : [];
  });
}

/** -Members; and with -CopyOwnerToMember those who manage it. */
function fill(task: Task, group: DirectoryObject): void {
  for (const member of principalsIn(task, "Members")) addMember(task, group, member);
  if (!task.isOn("CopyOwnerToMember")) return;
  for (const manager of managersOf(task, group)) addMember(task, group, manager);
}

export const distributionGroupVerbs: NounVerbs = {
  Get: getVerb(distributionGroup, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { Anr: byAnr("Anr"), ManagedBy: managedBy, RecipientTypeDetails: ofKinds },
  }),
  New: newVerb(distributionGroup, {
    emulated: [
      "Alias",
      "PrimarySmtpAddress",
      "OrganizationalUnit",
      "Type",
      "RoomList",
      "Notes",
      "Members",
      "CopyOwnerToMember",
      "IgnoreNamingPolicy",
    ],
    make,
    after: fill,
  }),
  Set: setVerb(distributionGroup, {
    setters: {
      ...addressSetters,
      SamAccountName: accountName("SamAccountName"),
      RoomList: (task) => ({ properties: { RoomList: task.isOn("RoomList") } }),
    },
    emulated: ["IgnoreNamingPolicy", "BypassSecurityGroupManagerCheck"],
    accepted: ["CreateDTMFMap", "ForceUpgrade"],
    complete: (task, object, change) => completedByPolicy(task, object, withPolicy(task, change)),
    check: (task, object, change) => {
      requireManager(task, object);
      checkRestrictions(task, object.properties);
      recipientSetOptions.check?.(task, object, change);
    },
  }),
  Enable: enableVerb(distributionGroup, {
    identity: { classes: ["Group"], properties: recipientIdentityProperties },
    emulated: ["Alias", "DisplayName", "PrimarySmtpAddress"],
    change: (task, object) => {
      if (isMailEnabled(object)) return wrongType(task, object);
      const type = object.properties.GroupType ?? "Universal";
      if (!String(type).includes("Universal")) throw task.failure(messages.notUniversal, [object.name]);
      const display = task.text("DisplayName") ?? object.properties.DisplayName ?? object.name;
      return { properties: mailEnabled(task, { object, properties: { DisplayName: display } }) };
    },
  }),
  Disable: disableVerb(distributionGroup, {
    change: () => ({ properties: { ...withoutMail(distributionGroup, group), RoomList: false } }),
  }),
  Remove: removeVerb(distributionGroup, {
    emulated: ["BypassSecurityGroupManagerCheck"],
    check: requireManager,
    after: leaveGroups,
  }),
};
