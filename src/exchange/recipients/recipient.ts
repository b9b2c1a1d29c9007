import { type DirectoryObject, followReference, isList, isReference } from "../../topology/index.js";
import { compareText } from "../../values/comparison.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { exchangeMessages, sentence } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { filterGiven } from "../noun/filter-failure.js";
import { type Filter, getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { multiValued, texts } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { computed, fixed } from "../properties/property.js";
import { moveRows } from "../requests/move-rows.js";
import { ADObjectId, type ADObjectIdText } from "../types/ad-object-id.js";
import { ProxyAddress, proxyAddressName, SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { addressesIn } from "./addresses.js";
import { filterable, fitsFilter, isFilterable } from "./filters/recipient-filter.js";
import { byAnr, ofKinds, ofTypes } from "./get-recipients.js";
import { primaryAddress, unitOf } from "./mail-enabled-properties.js";
import { resourceTypes } from "./mailbox-enumerations.js";
import { isOfHiddenKind } from "./mailbox-kinds.js";
import { addressListMembership, policiesExcluded, policiesIncluded } from "./membership.js";
import {
  anyRecipient,
  attributeOf,
  isMailEnabled,
  recipientTypeRead,
  textOf,
  typeDetailsOf,
  typeDetailsRead,
} from "./recipient-types.js";
import { reapplied } from "./recipient-writing.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ReducedRecipient";
const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";
const textList = "Microsoft.Exchange.Data.MultiValuedProperty[string]";

const text = (name: string, attribute = name): ExchangeProperty =>
  computed(name, "string", ({ object }) => textOf(object, attribute));
const bool = (name: string, absent = false): ExchangeProperty =>
  computed(name, "bool", ({ object }) => {
    const value = attributeOf(object, name);
    return typeof value === "boolean" ? value : absent;
  });
const no = (name: string): ExchangeProperty => fixed(name, "bool", () => false);
const unset = (name: string, type = adObjectId): ExchangeProperty => fixed(name, type, () => null);

function linked({ topology, object }: Source, name: string, form: ADObjectIdText): ADObjectId | null {
  const value = attributeOf(object, name);
  const target = isReference(value) ? followReference(topology, value) : null;
  return target?.state === "live" ? new ADObjectId(topology, target.object, form) : null;
}
const link = (name: string, form: ADObjectIdText = "name"): ExchangeProperty =>
  computed(name, adObjectId, (source) => linked(source, name, form));

/** Groups have several managers, dynamic groups one. */
function managers({ topology, object }: Source): Value {
  const value = attributeOf(object, "ManagedBy");
  const targets = (isList(value) ? value : [value]).flatMap((each) => {
    const target = isReference(each) ? followReference(topology, each) : null;
    return target?.state === "live" ? [new ADObjectId(topology, target.object, "canonical")] : [];
  });
  return multiValued(targets);
}

const serverText = (name: "ServerName" | "ServerLegacyDN"): ExchangeProperty =>
  computed(name, "string", (source) => filterable.readForFilter(source, name) ?? "");

const customNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/** A recipient of any kind, with what all of them have in common. Order of the list from memory. */
export const recipient = defineNoun({
  noun: "Recipient",
  tasks: "RecipientTasks",
  identity: { ...anyRecipient, wildcards: "several" },
  typeNames: presentationTypes(typeName),
  properties: () => [
    text("Alias"),
    computed(
      "ArchiveGuid",
      "guid",
      ({ object }) => new Guid(textOf(object, "ArchiveGuid") || "00000000-0000-0000-0000-000000000000"),
    ),
    unset("AuthenticationType", "System.Nullable[Microsoft.Exchange.Data.Directory.AuthenticationType]"),
    text("City"),
    text("Notes"),
    text("Company"),
    text("CountryOrRegion"),
    text("PostalCode"),
    ...customNumbers.map((n) => text(`CustomAttribute${n}`)),
    ...[1, 2, 3, 4, 5].map((n) =>
      computed(`ExtensionCustomAttribute${n}`, textList, ({ object }) => {
        const value = attributeOf(object, `ExtensionCustomAttribute${n}`);
        return texts(isList(value) ? value.map(String) : []);
      }),
    ),
    link("Database"),
    link("ArchiveDatabase"),
    computed("DatabaseName", "string", (source) => linked(source, "Database", "name")?.name ?? ""),
    text("Department"),
    fixed("ExternalDirectoryObjectId", "string", () => ""),
    link("ManagedFolderMailboxPolicy"),
    computed("EmailAddresses", "Microsoft.Exchange.Data.ProxyAddressCollection", ({ object }) =>
      multiValued(
        addressesIn(object).map((address) => new ProxyAddress(address)),
        proxyAddressName,
      ),
    ),
    text("ExpansionServer"),
    computed("ExternalEmailAddress", proxyAddressName, ({ object }) => {
      const external = textOf(object, "ExternalEmailAddress");
      return external === "" ? null : new ProxyAddress(external);
    }),
    text("DisplayName"),
    text("FirstName"),
    bool("HiddenFromAddressListsEnabled"),
    bool("EmailAddressPolicyEnabled", true),
    no("IsDirSynced"),
    text("LastName"),
    computed("ResourceType", `System.Nullable[${resourceTypes.fullName}]`, (source) =>
      resourceTypes(String(filterable.readForFilter(source, "ResourceType") ?? "")),
    ),
    computed("ManagedBy", `Microsoft.Exchange.Data.MultiValuedProperty[${adObjectId}]`, managers),
    link("Manager", "canonical"),
    link("ActiveSyncMailboxPolicy"),
    computed("Name", "string", ({ object }) => object.name),
    text("Office"),
    computed("OrganizationalUnit", "string", unitOf),
    text("Phone"),
    computed("PoliciesIncluded", textList, policiesIncluded),
    computed("PoliciesExcluded", textList, policiesExcluded),
    computed("PrimarySmtpAddress", smtpAddressName, primaryAddress),
    computed("RecipientType", "Microsoft.Exchange.Data.Directory.Recipient.RecipientType", recipientTypeRead),
    computed(
      "RecipientTypeDetails",
      "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails",
      typeDetailsRead,
    ),
    text("SamAccountName"),
    serverText("ServerLegacyDN"),
    serverText("ServerName"),
    text("StateOrProvince"),
    fixed("StorageGroupName", "string", () => ""),
    text("Title"),
    no("UMEnabled"),
    unset("UMMailboxPolicy"),
    unset("UMRecipientDialPlanId"),
    fixed("WindowsLiveID", smtpAddressName, () => new SmtpAddress("")),
    no("HasActiveSyncDevicePartnership"),
    computed("AddressListMembership", textList, addressListMembership),
    link("OwaMailboxPolicy"),
    link("AddressBookPolicy"),
    link("SharingPolicy"),
    link("RetentionPolicy"),
    no("ShouldUseDefaultRetentionPolicy"),
    ...moveRows(),
    computed("IsValidSecurityPrincipal", "bool", ({ object }) => /^(User|Group)$/.test(object.class)),
    bool("LitigationHoldEnabled"),
    fixed("Capabilities", textList, () => texts([])),
    ...presentationTail(objectVersions.exchange2010, { name: false, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // As Get-User in 2010 (facts/views.md): two halves of the console.
      columns: [{ property: "Name" }, { property: "RecipientType", alignment: "left" }],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

/** -Database: whose mailbox is in it. */
function inDatabase(task: Task): Filter {
  const database = task.resolve("Database", { classes: ["MailboxDatabase"] }, (identity) =>
    task.failure(exchangeMessages.databaseNotFound, [identity]),
  );
  return {
    keep: (object) => {
      const value = attributeOf(object, "Database");
      return isReference(value) && value.guid === database.guid;
    },
  };
}

/** -RecipientPreviewFilter: the filter of a group, a list or a policy, before somebody makes one of it. */
function preview(task: Task): Filter {
  const filter = filterGiven(task, "RecipientPreviewFilter", undefined, isFilterable);
  return { keep: (object) => fitsFilter(task.cmdlet.context, filter, task.topology, object) };
}

/**
 * -BookmarkDisplayName: the next page of a list by display name. It begins with the recipient of that name, or behind it
 * where -IncludeBookmarkObject says no.
 */
function fromBookmark(task: Task, objects: Iterable<DirectoryObject>): Iterable<DirectoryObject> {
  const bookmark = task.text("BookmarkDisplayName");
  if (bookmark === null) return objects;
  const first = task.has("IncludeBookmarkObject") && !task.isOn("IncludeBookmarkObject") ? 1 : 0;
  const nameOf = (object: DirectoryObject): string => textOf(object, "DisplayName") || object.name;
  return [...objects]
    .filter((object) => compareText(nameOf(object), bookmark, true) >= first)
    .sort((a, b) => compareText(nameOf(a), nameOf(b), true));
}

const updating = sentence({
  text: (name: string) => `Updating recipient "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** Update-Recipient: what address policies want of a recipient is made anew. */
function update(task: Task): void {
  const found = task.resolve("Identity", anyRecipient, (identity) => task.notFound(identity));
  task.requireWrite(found);
  if (!task.shouldProcess(updating.text(canonicalIdentity(task.source(found))))) return;
  if (attributeOf(found, "EmailAddressPolicyEnabled") === false) return;
  change(task, found, { properties: { EmailAddresses: reapplied(task, found, found) } });
}

export const recipientVerbs: NounVerbs = {
  Update: {
    taskClass: "RecipientTasks.UpdateRecipient",
    emulated: ["Identity"],
    accepted: [],
    process: update,
  },
  Get: getVerb(recipient, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: {
      Anr: byAnr("Anr"),
      Database: inDatabase,
      RecipientPreviewFilter: preview,
      RecipientType: ofTypes,
      RecipientTypeDetails: ofKinds,
    },
    // All properties come anyway, and nothing is deleted softly.
    accepted: ["PropertySet", "Properties", "IncludeSoftDeletedRecipients"],
    emulated: ["BookmarkDisplayName", "IncludeBookmarkObject"],
    arrange: function* (task, objects) {
      for (const object of fromBookmark(task, objects))
        if (isMailEnabled(object) && !isOfHiddenKind(typeDetailsOf(object))) yield object;
    },
  }),
};
