import {
  canonicalIdentity,
  objectVersions,
  presentationTail,
  presentationTypes,
} from "../../noun/common-properties.js";
import { getVerb } from "../../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { multiValued, texts } from "../../noun/read.js";
import { setVerb } from "../../noun/set-verb.js";
import { bool, choice, computed, links, property, text } from "../../properties/property.js";
import { intKind, nullable } from "../../properties/scalar-kinds.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { enumeration } from "../../types/enumeration.js";
import { smtpAddressName } from "../../types/proxy-address.js";
import { filterable } from "../filters/recipient-filter.js";
import { byAnr, ofKinds } from "../get-recipients.js";
import { primaryAddress, unitOf } from "../mail-enabled-properties.js";
import {
  anyPrincipal,
  recipientClasses,
  recipientIdentityProperties,
  recipientTypeRead,
  typeDetailsRead,
} from "../recipient-types.js";
import { primaryAddressSetter, recipientSetOptions } from "../recipient-writing.js";
import { sidOf } from "../security-identifier.js";
import { requireManager } from "./group-manager.js";
import { membersOf } from "./membership-links.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.WindowsGroup";

/** Bits of Active Directory's groupType. */
export const groupTypeFlags = enumeration(
  "Microsoft.Exchange.Data.Directory.Recipient.GroupTypeFlags",
  ["None", "BuiltinLocal", "Global", "DomainLocal", "Universal", "SecurityEnabled"],
  { isFlags: true, numbers: [0n, 1n, 2n, 4n, 8n, 0x80000000n] },
);

/** Who manages a group: several since 2010. */
export const managedByRow = links("ManagedBy", recipientClasses, { prints: "canonical", query: anyPrincipal });
export const groupTypeRow = choice("GroupType", groupTypeFlags, { default: "Universal", parameter: null });

/** A group of the directory, whether or not mail can go to it. Order of the list and view from memory. */
export const group = defineNoun({
  noun: "Group",
  class: {
    name: "Group",
    objectClass: ["top", "group"],
    objectCategory: "Group",
    container: { below: "domain", path: ["CN=Users"] },
    properties: {
      Alias: { holds: "string" },
      EmailAddresses: { holds: "string", many: true },
      LegacyExchangeDN: { holds: "string" },
      RoomList: { holds: "boolean", default: false },
      IsRoleGroup: { holds: "boolean", default: false },
    },
    indexes: {
      alias: { property: "Alias" },
      address: { property: "EmailAddresses", unique: "forest" },
      samAccountName: { property: "SamAccountName", unique: "forest" },
    },
  },
  tasks: "RecipientTasks",
  identity: { classes: ["Group"], wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(typeName),
  properties: () => [
    text("DisplayName"),
    groupTypeRow,
    managedByRow,
    text("SamAccountName"),
    computed("Sid", "System.Security.Principal.SecurityIdentifier", sidOf),
    computed(
      "SidHistory",
      "Microsoft.Exchange.Data.MultiValuedProperty[System.Security.Principal.SecurityIdentifier]",
      () => texts([]),
    ),
    text("SimpleDisplayName"),
    computed("RecipientType", "Microsoft.Exchange.Data.Directory.Recipient.RecipientType", recipientTypeRead),
    computed(
      "RecipientTypeDetails",
      "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails",
      typeDetailsRead,
    ),
    computed("WindowsEmailAddress", smtpAddressName, primaryAddress),
    text("Notes"),
    computed(
      "Members",
      "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]",
      ({ topology, object }) =>
        multiValued(membersOf(topology, object).map((member) => new ADObjectId(topology, member, "canonical"))),
    ),
    text("PhoneticDisplayName"),
    computed("OrganizationalUnit", "string", unitOf),
    property("SeniorityIndex", nullable(intKind)),
    bool("IsHierarchicalGroup", { default: false }),
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
        { property: "SamAccountName" },
        { property: "GroupType", alignment: "left" },
      ],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

const universal = (type: string): string =>
  type.includes("SecurityEnabled") ? "Universal, SecurityEnabled" : "Universal";

export const groupVerbs: NounVerbs = {
  Get: getVerb(group, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { Anr: byAnr("Anr"), RecipientTypeDetails: ofKinds },
  }),
  Set: setVerb(group, {
    setters: {
      WindowsEmailAddress: primaryAddressSetter,
      Universal: (task, _value, object) =>
        task.isOn("Universal")
          ? { properties: { GroupType: universal(String(object.properties.GroupType ?? "")) } }
          : {},
    },
    emulated: ["BypassSecurityGroupManagerCheck"],
    ...recipientSetOptions,
    check: (task, object, change) => {
      requireManager(task, object);
      recipientSetOptions.check?.(task, object, change);
    },
  }),
};
