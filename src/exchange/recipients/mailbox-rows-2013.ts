import { type DirectoryObject, getProperty, isReference, listObjects, type Topology } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { bool, computed, fixed, link, quota, size, spanLimit, texts, time } from "../properties/property.js";
import { bytesOf, unlimited } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { Unlimited, unlimitedType, unlimitedWord } from "../types/unlimited.js";
import { isAccountDisabled } from "./account-disabled.js";

/**
 * What mailboxes have since Exchange 2013, a group for each place in the list (facts/nouns.json, Get-Mailbox: where the
 * groups stand was seen, the order within some is from memory).
 */

const since2013 = { since: "2013", certainty: "memory" } as const;
const since2016 = { since: "2016", certainty: "memory" } as const;
const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";

const unset = (name: string, type: string, marks: Pick<ExchangeProperty, "since" | "certainty"> = since2013) =>
  fixed(name, type, () => null, marks);
const no = (name: string, marks: Pick<ExchangeProperty, "since" | "certainty"> = since2013) =>
  fixed(name, "bool", () => false, marks);

/** Behind Database: where copies of what is sent for somebody else are kept (since CU2 of 2013). */
export const sentItemsRows = (): readonly ExchangeProperty[] => [
  bool("MessageCopyForSentAsEnabled", { default: false, ...since2013 }),
  bool("MessageCopyForSendOnBehalfEnabled", { default: false, ...since2013 }),
];

/** Behind DeliverToMailboxAndForward: what public folder mailboxes do for the hierarchy. */
export const hierarchyRows = (): readonly ExchangeProperty[] => [
  bool("IsExcludedFromServingHierarchy", { default: false, ...since2013 }),
  bool("IsHierarchyReady", { default: true, ...since2013 }),
  bool("IsHierarchySyncEnabled", { default: true, ...since2016 }),
];

/** Behind LitigationHoldOwner. */
export const holdRows = (): readonly ExchangeProperty[] => [
  spanLimit("LitigationHoldDuration", { default: unlimited, ...since2013 }),
];

/** Behind ExchangeGuid: `1;{guid};Primary;{domain};{guid}` in MailboxLocations. */
export const locationRows = (): readonly ExchangeProperty[] => [
  unset("MailboxContainerGuid", "System.Nullable[guid]"),
  unset("UnifiedMailbox", "Microsoft.Exchange.Data.CrossTenantObjectId", since2016),
  computed("MailboxLocations", "Microsoft.Exchange.Data.MultiValuedProperty[string]", mailboxLocations, since2016),
  fixed(
    "AggregatedMailboxGuids",
    "Microsoft.Exchange.Data.MultiValuedProperty[guid]",
    () => multiValuedProperty([]),
    since2013,
  ),
];

function mailboxLocations(source: Source): Value {
  const database = stored(source, "Database");
  if (!isReference(database)) return multiValuedProperty([]);
  const domain = listObjects(source.topology, "Domain")[0]?.name ?? "";
  const own = String(stored(source, "ExchangeGuid") ?? "");
  return multiValuedProperty([`1;${own};Primary;${domain};${database.guid}`]);
}

/** A size that mailboxes of Exchange 2010 and of later releases begin with. */
export const sizeByRelease = (name: string, old: string, later: string): ExchangeProperty =>
  size(name, { absent: ({ release }) => new ByteQuantifiedSize(bytesOf(release === "2010" ? old : later)) });

const quotaByRelease = (name: string, old: string, later: string): ExchangeProperty =>
  quota(name, {
    absent: ({ release }) => {
      const amount = new ByteQuantifiedSize(bytesOf(release === "2010" ? old : later));
      return new Unlimited(unlimitedType(byteQuantifiedSizeName), amount, unlimitedWord(release));
    },
  });

/** 50 and 45 GB until 2010, 100 and 90 GB since (captured: get-mailbox.3). */
export const archiveQuotaRows = (): readonly ExchangeProperty[] => [
  quotaByRelease("ArchiveQuota", "50GB", "100GB"),
  quotaByRelease("ArchiveWarningQuota", "45GB", "90GB"),
];

/** Behind ReconciliationId and the like: the accounts of the service in the cloud. */
export const onlineIdRow = (): ExchangeProperty =>
  fixed("MicrosoftOnlineServicesID", smtpAddressName, () => new SmtpAddress(""), since2013);

export const isPublicFolderMailbox = ({ properties }: DirectoryObject): boolean =>
  properties.RecipientTypeDetails === "PublicFolderMailbox";

const known = new WeakMap<Topology, readonly DirectoryObject[]>();

/** The public folder mailboxes of an organization, in the order in which they were made; looked for once. */
export function publicFolderMailboxes(topology: Topology): readonly DirectoryObject[] {
  let found = known.get(topology);
  if (found === undefined) {
    found = listObjects(topology, "User").filter(isPublicFolderMailbox);
    known.set(topology, found);
  }
  return found;
}

/** The one that holds the writable hierarchy: the first. */
export function rootMailbox(topology: Topology): DirectoryObject | undefined {
  return publicFolderMailboxes(topology)[0];
}

/** The mailbox that shows a user the hierarchy: his own choice, else one of those that serve it, by turns. */
function effectiveMailbox({ topology, object }: Source): Value {
  const chosen = getProperty(schema, object, "DefaultPublicFolderMailbox");
  const serving = publicFolderMailboxes(topology).filter(
    (each) => getProperty(schema, each, "IsExcludedFromServingHierarchy") !== true,
  );
  const own = isReference(chosen) ? serving.find(({ guid }) => guid === chosen.guid) : undefined;
  const turn = Number.parseInt(object.guid.slice(0, 6), 16) % Math.max(1, serving.length);
  const mailbox = own ?? serving[turn];
  return mailbox === undefined ? null : new ADObjectId(topology, mailbox, "canonical");
}

/** Behind IsShared. */
export const rootMailboxRow = (): ExchangeProperty =>
  computed(
    "IsRootPublicFolderMailbox",
    "bool",
    ({ topology, object }) => isPublicFolderMailbox(object) && rootMailbox(topology)?.guid === object.guid,
    since2013,
  );

/** Behind RoleAssignmentPolicy. */
export const publicFolderRows = (): readonly ExchangeProperty[] => [
  link("DefaultPublicFolderMailbox", "User", {
    prints: "canonical",
    query: { classes: ["User"], where: isPublicFolderMailbox },
    ...since2013,
  }),
  computed("EffectivePublicFolderMailbox", adObjectId, effectiveMailbox, since2013),
];

/** Behind ResourceType: whether somebody can log on to a room. */
export const roomAccountRow = (): ExchangeProperty =>
  computed(
    "RoomMailboxAccountEnabled",
    "System.Nullable[bool]",
    ({ object }) => (object.properties.RecipientTypeDetails === "RoomMailbox" ? !isAccountDisabled(object) : null),
    since2013,
  );

/** Behind ArchiveStatus: where the archive is. */
export const archiveStateRow = (): ExchangeProperty =>
  computed(
    "ArchiveState",
    "Microsoft.Exchange.Data.Directory.Recipient.ArchiveState",
    (source) => (isReference(stored(source, "ArchiveDatabase")) ? "Local" : "None"),
    since2013,
  );

/** Behind MailboxMoveStatus. */
export const releaseRows = (): readonly ExchangeProperty[] => [
  unset("MailboxRelease", "string"),
  unset("ArchiveRelease", "string"),
];

/** Behind UsageLocation. */
export const softDeletedRows = (): readonly ExchangeProperty[] => [
  no("IsSoftDeletedByRemove"),
  no("IsSoftDeletedByDisable"),
  no("IsInactiveMailbox"),
  no("IncludeInGarbageCollection"),
  unset("WhenSoftDeleted", "System.Nullable[datetime]"),
  texts("InPlaceHolds", { parameter: null, ...since2013 }),
  computed(
    "GeneratedOfflineAddressBooks",
    "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]",
    ({ topology, object }) =>
      multiValuedProperty(findBooks(topology, object).map((book) => new ADObjectId(topology, book, "rooted"))),
    since2013,
  ),
  computed("AccountDisabled", "bool", ({ object }) => isAccountDisabled(object), since2016),
  time("StsRefreshTokensValidFrom", since2016),
  bool("DisableThrottling", { default: false, ...since2016 }),
];

/** The arbitration mailbox that makes offline address books where nobody has named another (documented). */
export const organizationMailbox = "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}";

/** The offline address books that a mailbox is made to generate. */
function findBooks(topology: Topology, mailbox: DirectoryObject): readonly DirectoryObject[] {
  return listObjects(topology, "OfflineAddressBook").filter((book) => {
    const generator = getProperty(schema, book, "GeneratingMailbox");
    if (isReference(generator)) return generator.guid === mailbox.guid;
    return getProperty(schema, book, "Server") === null && mailbox.properties.Alias === organizationMailbox;
  });
}
