import { type DirectoryObject, listObjects, type NewObject, reference, updateObject } from "../../../topology/index.js";
import type { Value } from "../../../values/value.js";
import { changeVerb } from "../../noun/change-verb.js";
import { configurationTypes, objectVersions, presentationTail } from "../../noun/common-properties.js";
import { message } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Source } from "../../noun/source.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import {
  bool,
  count,
  fixed,
  int,
  link,
  links,
  list,
  property,
  schedule,
  text,
  texts,
  time,
} from "../../properties/property.js";
import { choiceKind, intKind, nullable } from "../../properties/scalar-kinds.js";
import { schema } from "../../schema.js";
import { resolveServer } from "../../servers/resolve-server.js";
import { isSince2013 } from "../../servers/roles.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { enumeration } from "../../types/enumeration.js";
import { afterGeneration, generatorOf } from "./book-generation.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.OfflineAddressBook";

const versions = enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.OfflineAddressBookVersion", [
  "Version1",
  "Version2",
  "Version3",
  "Version4",
]);

const messages = {
  defaultStays: message({
    text: (name: string) =>
      `The offline address book "${name}" is the default one and can't be removed. Make another one the default first.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

const anyList = { classes: ["GlobalAddressList", "AddressList"], rooted: true } as const;

/** Every day at five in the morning. */
const mornings = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].map((day) => `${day}.5:00 AM-${day}.5:15 AM`);

/** The arbitration mailbox that makes address books, where nobody has named another. */
function usualGenerator({ topology, object }: Source): Value {
  const found = generatorOf(topology, object);
  return found === null ? null : new ADObjectId(topology, found, "canonical");
}

/** What setup makes: the default book, with the default global list. */
export const offlineAddressBook = defineNoun({
  noun: "OfflineAddressBook",
  called: "offline address book",
  class: {
    name: "OfflineAddressBook",
    objectClass: ["top", "msExchOAB"],
    objectCategory: "ms-Exch-OAB",
    container: { below: "organization", path: ["CN=Address Lists Container", "CN=Offline Address Lists"] },
  },
  setup: (topology) => {
    const [server] = listObjects(topology, "ExchangeServer");
    const lists = listObjects(topology, "GlobalAddressList").slice(0, 1);
    return [
      {
        class: "OfflineAddressBook",
        name: "Default Offline Address Book",
        properties: {
          IsDefault: true,
          AddressLists: lists.map(({ guid }) => reference(guid)),
          // Since 2013 it is no server's: an organization mailbox makes it.
          ...(server === undefined || isSince2013(server) ? {} : { Server: reference(server.guid) }),
        },
      },
    ];
  },
  identity: { classes: ["OfflineAddressBook"], wildcards: true, rooted: true },
  typeNames: configurationTypes(typeName),
  // Captured of 2013 (facts/captures.jsonl, get-offlineaddressbook.1); what is newer from memory.
  certainty: "captured",
  properties: () => [
    link("Server", "ExchangeServer"),
    link("GeneratingMailbox", "User", { prints: "canonical", since: "2013", absent: usualGenerator }),
    links("AddressLists", anyList.classes, { prints: "rooted", query: anyList }),
    list("Versions", choiceKind(versions), { default: ["Version4"] }),
    bool("IsDefault", { default: false }),
    link("PublicFolderDatabase", "PublicFolderDatabase"),
    bool("PublicFolderDistributionEnabled", { default: false }),
    bool("GlobalWebDistributionEnabled", { default: false }),
    fixed("WebDistributionEnabled", "bool", () => true),
    bool("ShadowMailboxDistributionEnabled", { default: false, since: "2013" }),
    time("LastTouchedTime", { parameter: null }),
    time("LastRequestedTime", { parameter: null, since: "2013" }),
    time("LastFailedTime", { parameter: null, since: "2013" }),
    property("LastNumberOfRecords", nullable(intKind), { parameter: null, since: "2013" }),
    text("LastGeneratingData", { parameter: null, since: "2013" }),
    int("MaxBinaryPropertySize", { default: 32768 }),
    int("MaxMultivaluedBinaryPropertySize", { default: 65536 }),
    int("MaxStringPropertySize", { default: 3400 }),
    int("MaxMultivaluedStringPropertySize", { default: 65536 }),
    texts("ConfiguredAttributes", { default: configuredAttributes() }),
    count("DiffRetentionPeriod", { default: 30 }),
    schedule("Schedule", { default: mornings }),
    links("VirtualDirectories", "OabVirtualDirectory", {
      prints: "server",
      query: { classes: ["OabVirtualDirectory"], owner: "ExchangeServer" },
    }),
    fixed("AdminDisplayName", "string", () => ""),
    ...presentationTail(
      ({ release }) => (release === "2010" ? objectVersions.exchange2007 : objectVersions.exchange2013),
      { name: true, identity: "rooted" },
    ),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/captures.jsonl, get-offlineaddressbook.2
      columns: [{ property: "Name" }, { property: "Versions" }, { property: "AddressLists" }],
    },
  ],
  displayIdentity: ({ object }) => `\\${object.name}`,
});

/** Captured as far as 16 of them (get-offlineaddressbook.1); the rest as a public example of Exchange Online has it. */
function configuredAttributes(): readonly string[] {
  const found = [
    "OfficeLocation",
    "ProxyAddresses",
    "PhoneticGivenName",
    "GivenName",
    "PhoneticSurname",
    "Surname",
    "Account",
    "PhoneticDisplayName",
    "DisplayNameUnicode",
  ];
  const shown = [
    "ExternalMemberCount",
    "TotalMemberCount",
    "ModerationEnabled",
    "DelivContLength",
    "MailTipTranslations",
    "ObjectGuid",
    "IsOrganizational",
    "HabSeniorityIndex",
    "DisplayTypeEx",
    "SimpleDisplayNameAnsi",
    "HomeMdbA",
    "Certificate",
    "UserSMimeCertificate",
    "UserCertificate",
    "Comment",
    "PagerTelephoneNumber",
    "AssistantTelephoneNumber",
    "MobileTelephoneNumber",
    "PrimaryFaxNumber",
    "Home2TelephoneNumberMv",
    "Business2TelephoneNumberMv",
    "HomeTelephoneNumber",
    "TargetAddress",
    "PhoneticDepartmentName",
    "DepartmentName",
    "Assistant",
    "PhoneticCompanyName",
    "CompanyName",
    "Title",
    "Country",
    "PostalCode",
    "StateOrProvince",
    "Locality",
    "StreetAddress",
    "Initials",
    "BusinessTelephoneNumber",
    "SendRichInfo",
    "ObjectType",
    "DisplayType",
  ];
  const indicated = [
    "RejectMessagesFromDLMembers",
    "AcceptMessagesOnlyFromDLMembers",
    "RejectMessagesFrom",
    "AcceptMessagesOnlyFrom",
    "UmSpokenName",
    "ThumbnailPhoto",
  ];
  return [
    ...found.map((name) => `${name}, ANR`),
    ...shown.map((name) => `${name}, Value`),
    ...indicated.map((name) => `${name}, Indicator`),
  ];
}

/** There is one default: the book that had been it gives it up. */
function keepOneDefault(task: Task, chosen: DirectoryObject): void {
  if (chosen.properties.IsDefault !== true) return;
  for (const other of listObjects(task.topology, "OfflineAddressBook")) {
    if (other.guid === chosen.guid || other.properties.IsDefault !== true) continue;
    const result = updateObject(schema, task.topology, other.guid, { properties: { IsDefault: false } });
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  }
}

/** The first one is the default; left out, the server is the first with mailboxes. */
function make(task: Task): NewObject {
  const [server] = listObjects(task.topology, "ExchangeServer");
  const isFirst = listObjects(task.topology, "OfflineAddressBook").length === 0;
  return {
    class: "OfflineAddressBook",
    name: task.text("Name") ?? "",
    properties: {
      ...(isFirst ? { IsDefault: true } : {}),
      ...(server === undefined || task.has("Server") ? {} : { Server: reference(server.guid) }),
    },
  };
}

/** Who generates a book that is moved: the server of -Server, or that of the session. */
function generationServer(task: Task): DirectoryObject {
  if (task.has("Server")) return resolveServer(task, "Server", "Mailbox");
  const servers = listObjects(task.topology, "ExchangeServer");
  const local = servers.find(({ name }) => name === task.session.serverName) ?? servers[0];
  if (local === undefined) throw task.parameterNotFound(task.session.serverName);
  return local;
}

export const offlineAddressBookVerbs: NounVerbs = {
  Get: getVerb(offlineAddressBook, {
    defaultParameterSet: "Identity",
    filters: {
      Server: (task) => {
        const server = task.resolve("Server", { classes: ["ExchangeServer"] }, (identity) =>
          task.parameterNotFound(identity),
        );
        return {
          keep: ({ properties: { Server: value = null } }) =>
            typeof value === "object" && value !== null && "guid" in value && value.guid === server.guid,
        };
      },
    },
  }),
  New: newVerb(offlineAddressBook, { accepted: ["SkipPublicFolderInitialization"], make, after: keepOneDefault }),
  Set: setVerb(offlineAddressBook, {
    setters: {
      UseDefaultAttributes: (task) =>
        task.isOn("UseDefaultAttributes") ? { properties: { ConfiguredAttributes: configuredAttributes() } } : {},
    },
    // Nothing downloads it.
    accepted: [
      "ApplyMandatoryProperties",
      "FullOabDownloadPreventionThreshold",
      "UpgradeFromE14",
      "ZipOabFilesBeforeUploading",
    ],
    after: keepOneDefault,
  }),
  Remove: removeVerb(offlineAddressBook, {
    accepted: ["Force"],
    check: (task, book) => {
      if (book.properties.IsDefault === true) throw task.failure(messages.defaultStays, [book.name]);
    },
  }),
  Move: changeVerb(
    offlineAddressBook,
    "Move",
    {
      emulated: ["Server"],
      change: (task) => ({ properties: { Server: reference(generationServer(task).guid) } }),
    },
    () => {},
  ),
  Update: changeVerb(
    offlineAddressBook,
    "Update",
    {
      // A book is made at once, whatever else its server does.
      accepted: ["Force"],
      change: (task, book) => ({ properties: afterGeneration(task, book) }),
    },
    () => {},
  ),
};
