import { type DirectoryObject, isReference } from "../../topology/index.js";
import { devicesOf } from "../devices/device-access.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import type { Kind } from "../properties/kind.js";
import { listKind } from "../properties/list-kind.js";
import { bool, choice, computed, link, property, text, texts } from "../properties/property.js";
import { boolKind, choiceKind, nullable, textKind } from "../properties/scalar-kinds.js";
import { byAnr } from "../recipients/get-recipients.js";
import { mailbox } from "../recipients/mailbox.js";
import { wantsKind } from "../recipients/mailbox-kinds.js";
import {
  accountName,
  checkAddressChange,
  emailAddressesSetter,
  primaryAddressSetter,
} from "../recipients/recipient-writing.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { mobilePolicyClass } from "./active-sync-mailbox-policy.js";
import { defaultPolicy } from "./default-policy.js";
import { mimeFormat } from "./mail-protocol-settings.js";
import { protocolSettingsOf, protocolSettingsRows } from "./protocol-settings.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.CASMailbox";

const applicationPolicy = enumeration("Microsoft.Exchange.Data.Directory.EwsApplicationAccessPolicy", [
  "EnforceAllowList",
  "EnforceBlockList",
]);

const yes = { default: true } as const;
const no = { default: false } as const;
const maybe = (name: string) => property(name, nullable(boolKind));

/** A list that shows nothing, rather than {}, while it was never filled. */
const listOrNothing: Kind = {
  ...listKind(textKind),
  show: (value, source, context) =>
    Array.isArray(value) && value.length > 0 ? listKind(textKind).show(value, source, context) : null,
};

/** A row that mailboxes have as well; what sets it here is a parameter of its own or nothing. */
function ofMailbox(name: string): ExchangeProperty {
  const found = mailbox.properties.find((row) => row.name === name);
  if (found === undefined) throw new Error(`Mailboxes have no ${name}.`);
  return found;
}

/** Kept for each mailbox, and shown when -ActiveSyncDebugLogging asks for it. */
const debugLogging: ExchangeProperty = { ...bool("ActiveSyncDebugLogging", no), read: () => null };

const partnership = "HasActiveSyncDevicePartnership";

/** -RecalculateHasActiveSyncDevicePartnership: what Set said is forgotten, and the devices are counted. */
function* counted(task: Task, users: Iterable<DirectoryObject>): Generator<DirectoryObject> {
  for (const user of users) {
    const said = task.isOn(`Recalculate${partnership}`) && Object.hasOwn(user.properties, partnership);
    yield said ? change(task, user, { properties: { [partnership]: null } }) : user;
  }
}

/** Mailboxes that watch the servers are shown to who asks for them with -Monitoring, and nobody else's of Exchange. */
function* ofWantedKind(task: Task, users: Iterable<DirectoryObject>): Generator<DirectoryObject> {
  const isWanted = wantsKind(task);
  for (const user of users) if (isWanted(user)) yield user;
}

/** Settings of POP or IMAP: their names differ by the protocol alone. */
const protocol = (name: "Pop" | "Imap"): readonly ExchangeProperty[] => [
  bool(`${name}Enabled`, yes),
  bool(`${name}UseProtocolDefaults`, yes),
  choice(`${name}MessagesRetrievalMimeFormat`, mimeFormat, { default: "BestBodyFormat" }),
  bool(`${name}EnableExactRFC822Size`, no),
  bool(`${name}ProtocolLoggingEnabled`, { ...no, parameter: null }),
  bool(`${name}SuppressReadReceipt`, no),
  bool(`${name}ForceICalForCalendarRetrievalOption`, no),
];

/**
 * How a mailbox may be reached. A mailbox that names no ActiveSync policy has the default one. Order and defaults from
 * memory; the order of the blocks of EWS is the least sure (facts/nouns.json).
 */
export const casMailbox = defineNoun({
  noun: "CASMailbox",
  class: "User",
  tasks: "RecipientTasks",
  identity: mailbox.identity,
  typeNames: presentationTypes(typeName),
  properties: () => [
    ofMailbox("EmailAddresses"),
    ofMailbox("LegacyExchangeDN"),
    ofMailbox("LinkedMasterAccount"),
    ofMailbox("PrimarySmtpAddress"),
    ofMailbox("SamAccountName"),
    ofMailbox("ServerLegacyDN"),
    ofMailbox("ServerName"),
    ofMailbox("DisplayName"),
    texts("ActiveSyncAllowedDeviceIDs"),
    texts("ActiveSyncBlockedDeviceIDs"),
    link("ActiveSyncMailboxPolicy", mobilePolicyClass, {
      absent: ({ topology }) => {
        const policy = defaultPolicy(topology, mobilePolicyClass);
        return policy === null ? null : new ADObjectId(topology, policy, "name");
      },
    }),
    computed(
      "ActiveSyncMailboxPolicyIsDefaulted",
      "bool",
      (source) => !isReference(stored(source, "ActiveSyncMailboxPolicy")),
    ),
    debugLogging,
    bool("ActiveSyncSuppressReadReceipt", { ...no, since: "2016", certainty: "memory" }),
    bool("ActiveSyncEnabled", yes),
    // Set-CASMailbox of 2010 may say otherwise, until somebody counts anew.
    bool(partnership, { absent: ({ topology, object }) => devicesOf(topology, object).length > 0 }),
    ...protocolSettingsRows(),
    link("OwaMailboxPolicy", "OwaMailboxPolicy"),
    bool("OWAEnabled", yes),
    bool("OWAforDevicesEnabled", { ...yes, since: "2013" }),
    bool("ECPEnabled", yes),
    ...protocol("Pop"),
    ...protocol("Imap"),
    bool("MAPIEnabled", yes),
    property("MapiHttpEnabled", nullable(boolKind), { since: "2013" }),
    bool("MAPIBlockOutlookNonCachedMode", no),
    text("MAPIBlockOutlookVersions"),
    bool("MAPIBlockOutlookRpcHttp", no),
    bool("MAPIBlockOutlookExternalConnectivity", { ...no, since: "2013" }),
    bool("PublicFolderClientAccess", { ...no, since: "2016" }),
    ...["EwsEnabled", "EwsAllowOutlook", "EwsAllowMacOutlook", "EwsAllowEntourage"].map(maybe),
    property("EwsApplicationAccessPolicy", nullable(choiceKind(applicationPolicy))),
    property("EwsAllowList", listOrNothing),
    property("EwsBlockList", listOrNothing),
    bool("ShowGalAsDefaultView", yes),
    bool("IsOptimizedForAccessibility", { ...no, since: "2016" }),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name", width: 25 },
        { property: "ActiveSyncEnabled", width: 17 },
        { property: "OWAEnabled", width: 16 },
        { property: "PopEnabled", width: 16 },
        { property: "ImapEnabled", width: 16 },
        { label: "MapiEnabled", property: "MAPIEnabled" },
      ],
    },
  ],
  displayIdentity: canonicalIdentity,
});

export const casMailboxVerbs: NounVerbs = {
  Get: getVerb(casMailbox, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { Anr: byAnr("Anr") },
    live: {
      ActiveSyncDebugLogging: (_task, user) =>
        new Map([["ActiveSyncDebugLogging", user.properties.ActiveSyncDebugLogging === true]]),
      ProtocolSettings: protocolSettingsOf,
    },
    emulated: [`Recalculate${partnership}`, "Monitoring"],
    // What they ask for is always shown.
    accepted: ["ActiveSyncSuppressReadReceipt", "ReadIsOptimizedForAccessibility"],
    arrange: (task, users) => counted(task, ofWantedKind(task, users)),
  }),
  Set: setVerb(casMailbox, {
    // No device here is blocked for what it does too often.
    accepted: ["ResetAutoBlockedDevices"],
    setters: {
      EmailAddresses: emailAddressesSetter,
      PrimarySmtpAddress: primaryAddressSetter,
      SamAccountName: accountName("SamAccountName"),
    },
    check: checkAddressChange,
  }),
};
