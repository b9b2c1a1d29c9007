import type { DirectoryObject, NewObject, PropertyValue } from "../../topology/index.js";
import { getProperty, listObjects } from "../../topology/index.js";
import { disableVerb, enableVerb } from "../noun/change-verb.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { exchangeMessages, message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { choice, computed, fixed, guid, link, text, texts } from "../properties/property.js";
import { schema } from "../schema.js";
import { enumeration } from "../types/enumeration.js";
import { ProxyAddress, proxyAddressName } from "../types/proxy-address.js";
import { accountState, accountStateParameters } from "./account-password.js";
import { aliasFor } from "./addresses.js";
import { noMailbox } from "./arbitration.js";
import { recoverableItemsRows } from "./external-recipient-properties.js";
import { filterable } from "./filters/recipient-filter.js";
import { byAnr, withoutMail } from "./get-recipients.js";
import { leaveGroups } from "./groups/leave-groups.js";
import { mailEnabledProperties, toRecipients } from "./mail-enabled-properties.js";
import { dataSetters } from "./recipient-data.js";
import { isMailEnabled, recipientClasses, recipientIdentityProperties, textOf } from "./recipient-types.js";
import {
  accountName,
  addressSetters,
  mailEnabled,
  recipientSetOptions,
  unitFor,
  wrongType,
} from "./recipient-writing.js";
import { accountOf } from "./unique-values.js";
import { user } from "./user.js";

/**
 * A user whose mailbox is in Exchange Online: a mail user with an address there, which the synchronization of the directory
 * would make a mailbox of. Order of the list and view from memory.
 */

const typeName = "Microsoft.Exchange.Data.Directory.Management.RemoteMailbox";
const isRemote = (object: DirectoryObject): boolean =>
  /^Remote\w+Mailbox$/.test(textOf(object, "RecipientTypeDetails"));
const noGuid = "00000000-0000-0000-0000-000000000000";

const remoteType = enumeration(
  "Microsoft.Exchange.Data.Directory.Recipient.RemoteRecipientType",
  [
    "None",
    "ProvisionMailbox",
    "ProvisionArchive",
    "Migrated",
    "DeprovisionMailbox",
    "DeprovisionArchive",
    "RoomMailbox",
    "EquipmentMailbox",
    "SharedMailbox",
  ],
  { isFlags: true },
);

export const remoteMailbox = defineNoun({
  noun: "RemoteMailbox",
  called: "remote mailbox",
  class: "User",
  tasks: "RecipientTasks",
  identity: { classes: ["User"], where: isRemote, wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(
    typeName,
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledOrgPerson",
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledRecipient",
  ),
  properties: () => [
    computed("RemoteRoutingAddress", proxyAddressName, ({ object }) => {
      const kept = textOf(object, "ExternalEmailAddress");
      return kept === "" ? null : new ProxyAddress(kept);
    }),
    choice("RemoteRecipientType", remoteType, { default: "None", parameter: null }),
    computed("OnPremisesOrganizationalUnit", "string", (source) => canonicalIdentity(source).replace(/\/[^/]*$/, "")),
    computed("ArchiveState", "string", ({ object }) =>
      String(object.properties.RemoteRecipientType ?? "").includes("ProvisionArchive") ? "HostedPending" : "None",
    ),
    guid("ExchangeGuid", { absent: () => noGuid }),
    guid("ArchiveGuid", { default: noGuid }),
    texts("ArchiveName"),
    link("ForwardingAddress", recipientClasses, { ...toRecipients, parameter: null }),
    text("SamAccountName"),
    text("UserPrincipalName"),
    text("ImmutableId"),
    fixed("WindowsLiveID", "string", () => ""),
    ...recoverableItemsRows(),
    ...mailEnabledProperties(false),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "RecipientTypeDetails", alignment: "left" },
        { property: "RemoteRecipientType", alignment: "left" },
      ],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

const messages = {
  noRoutingDomain: message({
    text: () =>
      "There is no accepted domain for the addresses of remote mailboxes (*.mail.onmicrosoft.com). Specify the RemoteRoutingAddress parameter.",
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Enable-RemoteMailbox -RemoteRoutingAddress), the text is not known",
  }),
} as const;

/** `alias@tenant.mail.onmicrosoft.com`: the address that was given, or one in the accepted domain of the service. */
function routingAddress(task: Task, alias: string): string {
  const given = task.text("RemoteRoutingAddress");
  if (given !== null) return given.includes(":") ? given.replace(/^smtp:/i, "SMTP:") : `SMTP:${given}`;
  const domain = listObjects(task.topology, "AcceptedDomain")
    .map((each) => String(getProperty(schema, each, "DomainName") ?? ""))
    .find((name) => name.endsWith(".mail.onmicrosoft.com"));
  if (domain === undefined) throw task.failure(messages.noRoutingDomain, []);
  return `SMTP:${alias}@${domain}`;
}

const kindOf = (task: Task): string => ["Room", "Equipment", "Shared"].find((kind) => task.isOn(kind)) ?? "User";

/** What the synchronization is asked to make. */
function wantedType(task: Task, kind: string): string {
  const parts = ["ProvisionMailbox", ...(task.isOn("Archive") ? ["ProvisionArchive"] : [])];
  return [...parts, ...(kind === "User" ? [] : [`${kind}Mailbox`])].join(", ");
}

/** What makes a user one with a remote mailbox; his own addresses come first, the one of the service behind them. */
function remoteProperties(
  task: Task,
  object: DirectoryObject | NewObject,
  own: Readonly<Record<string, PropertyValue>>,
) {
  const alias = task.text("Alias") ?? aliasFor(object.name);
  const external = routingAddress(task, alias);
  const kind = kindOf(task);
  const made = mailEnabled(task, {
    object,
    properties: { ...own, RecipientTypeDetails: `Remote${kind}Mailbox`, ExternalEmailAddress: external },
  });
  const addresses = Array.isArray(made.EmailAddresses) ? made.EmailAddresses.map(String) : [];
  const routing = external.replace(/^SMTP:/, "smtp:");
  return {
    ...made,
    EmailAddresses: addresses.some((each) => each.toLowerCase() === routing.toLowerCase())
      ? addresses
      : [...addresses, routing],
    RemoteRecipientType: wantedType(task, kind),
    ...(task.isOn("Archive") ? archiveOf(task, object.name) : {}),
  };
}

const archiveOf = (task: Task, name: string): Record<string, PropertyValue> => ({
  ArchiveGuid: task.cmdlet.context.newGuid(),
  ArchiveName: [task.text("ArchiveName") ?? `Personal Archive - ${name}`],
});

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const unit = task.has("OnPremisesOrganizationalUnit") ? unitNamed(task) : unitFor(task);
  const object: NewObject = { class: "User", name, ...unit };
  const account = accountOf(task, task.text("Alias") ?? aliasFor(name));
  const own = {
    ...account,
    ...accountState(task, account.SamAccountName),
    RemotePowerShellEnabled: task.value("RemotePowerShellEnabled") !== false,
    DisplayName: task.text("DisplayName") ?? name,
    FirstName: task.text("FirstName"),
    Initials: task.text("Initials"),
    LastName: task.text("LastName"),
  };
  return { ...object, properties: remoteProperties(task, object, own) };
}

const unitNamed = (task: Task): Pick<NewObject, "parent"> => ({
  parent: task.resolve(
    "OnPremisesOrganizationalUnit",
    { classes: ["OrganizationalUnit", "Container", "Domain"] },
    (identity) => task.failure(exchangeMessages.unitNotFound, [identity]),
  ).guid,
});

const routing: Setter = (task) => ({ properties: { ExternalEmailAddress: routingAddress(task, "") } });
const kinds: Readonly<Record<string, string>> = {
  Regular: "User",
  Room: "Room",
  Equipment: "Equipment",
  Shared: "Shared",
};
const type: Setter = (task) => {
  const kind = kinds[task.text("Type") ?? ""] ?? "User";
  return {
    properties: { RecipientTypeDetails: `Remote${kind}Mailbox`, RemoteRecipientType: wantedType(task, kind) },
  };
};

/** How other forests see the mailbox in permissions: msExchRecipientDisplayType, which no cmdlet shows of one. */
const aclable = "ACLableSyncedObjectEnabled";

export const remoteMailboxVerbs: NounVerbs = {
  Get: getVerb(remoteMailbox, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: {
      Anr: byAnr("Anr"),
      Archive: () => ({
        keep: (object) => String(object.properties.RemoteRecipientType ?? "").includes("ProvisionArchive"),
      }),
      OnPremisesOrganizationalUnit: (task) => {
        const { parent } = unitNamed(task);
        return { keep: (object) => object.parent === parent };
      },
    },
  }),
  New: newVerb(remoteMailbox, {
    defaultParameterSet: "Default",
    emulated: [
      "Alias",
      "PrimarySmtpAddress",
      "RemoteRoutingAddress",
      "OnPremisesOrganizationalUnit",
      "FirstName",
      "Initials",
      "LastName",
      "Room",
      "Equipment",
      "Shared",
      "Archive",
      "RemotePowerShellEnabled",
      ...accountStateParameters,
    ],
    accepted: [aclable],
    make,
  }),
  Set: setVerb(remoteMailbox, {
    setters: {
      ...addressSetters,
      ...dataSetters,
      RemoteRoutingAddress: routing,
      Type: type,
      UserPrincipalName: accountName("UserPrincipalName"),
      SamAccountName: accountName("SamAccountName"),
      ResetPasswordOnNextLogon: (_task, value) => ({ properties: { ResetPasswordOnNextLogon: value === true } }),
    },
    accepted: [aclable],
    ...recipientSetOptions,
  }),
  Enable: enableVerb(remoteMailbox, {
    defaultParameterSet: "Default",
    identity: { classes: ["User"], properties: recipientIdentityProperties },
    emulated: ["Alias", "PrimarySmtpAddress", "RemoteRoutingAddress", "Room", "Equipment", "Shared", "Archive"],
    accepted: [aclable],
    change: (task, object) => {
      if (isRemote(object) && task.isOn("Archive")) {
        const present = String(object.properties.RemoteRecipientType ?? "ProvisionMailbox");
        return {
          properties: { ...archiveOf(task, object.name), RemoteRecipientType: `${present}, ProvisionArchive` },
        };
      }
      if (isMailEnabled(object)) return wrongType(task, object);
      const display = object.properties.DisplayName ?? object.name;
      return { properties: remoteProperties(task, object, { DisplayName: display }) };
    },
  }),
  Disable: disableVerb(remoteMailbox, {
    emulated: ["Archive"],
    accepted: ["IgnoreLegalHold"],
    change: (task, object) => {
      if (!task.isOn("Archive"))
        return { properties: { ...withoutMail(remoteMailbox, user), RecipientTypeDetails: "User" } };
      const present = String(object.properties.RemoteRecipientType ?? "").replace(", ProvisionArchive", "");
      return {
        properties: { ArchiveGuid: noGuid, ArchiveName: [], RemoteRecipientType: `${present}, DeprovisionArchive` },
      };
    },
  }),
  Remove: removeVerb(remoteMailbox, {
    find: (task) => task.resolve("Identity", remoteMailbox.identity, (name) => noMailbox(task, name)),
    emulated: ["Identity"],
    accepted: ["IgnoreLegalHold"],
    after: leaveGroups,
  }),
};
