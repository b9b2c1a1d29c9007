import {
  type DirectoryObject,
  findByIndex,
  followReference,
  getObject,
  getProperty,
  isReference,
  listObjects,
} from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { localTime } from "../../values/local-time.js";
import { SmallInteger } from "../../values/numbers.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { copiesOf } from "../databases/copies.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import { exchangeMessages, message, sentence } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { filterGiven } from "../noun/filter-failure.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live, multiValued } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { matchesFilter } from "../opath/match.js";
import { accountNameOf } from "../permissions/account-names.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { enumeration } from "../types/enumeration.js";
import { Unlimited, unlimitedType, unlimitedWord } from "../types/unlimited.js";
import { disconnectDateOf, disconnectedIn, isDisconnected } from "./disconnected-mailbox.js";
import { foldersOf, lastLogonOf, type Totals, totalsOf } from "./mailbox-content.js";
import { type Quarantine, quarantineOf } from "./mailbox-quarantine.js";
import { storageLimitStatus } from "./storage-limit.js";
import { storeMailboxFor } from "./store-mailbox.js";

const mapi = "Microsoft.Exchange.Data.Mapi";
const typeName = `${mapi}.MailboxStatistics`;
const objectClass = enumeration(`${mapi}.ObjectClass`, ["Unknown", "Mailbox"]);
const disconnectReason = enumeration(`${mapi}.MailboxState`, ["Unknown", "Disabled", "SoftDeleted"]);

/** Each database has a mailbox of its own, without a user (facts: captures, get-mailboxstatistics.2). */
const systemMailboxTotals: Totals = { items: 1, size: 402_000n, deletedItems: 0, deletedSize: 0n };
const emptyTotals: Totals = { items: 0, size: 0n, deletedItems: 0, deletedSize: 0n };
/** Items that belong to folders, not to people: views, rules, settings. */
const associatedItems = 12;

const isArchive = ({ object, live: values }: Source): boolean =>
  values?.get("IsArchiveMailbox") === true ||
  (isDisconnected(object) && getProperty(schema, object, "IsArchive") === true);
const isSystem = ({ object }: Source): boolean => object.class === "MailboxDatabase";

function totals(source: Source): Totals {
  if (isSystem(source)) return systemMailboxTotals;
  return isArchive(source) ? emptyTotals : totalsOf(foldersOf(source.object));
}

const uint = (name: string, of: (source: Source) => number) =>
  computed(name, "System.Nullable[uint32]", (source) => new SmallInteger("UInt32", of(source)));
const sizeType = `Microsoft.Exchange.Data.Unlimited[${byteQuantifiedSizeName}]`;
const size = (name: string, of: (source: Source) => bigint) =>
  computed(name, sizeType, (source) => {
    const amount = new ByteQuantifiedSize(of(source));
    return new Unlimited(unlimitedType(byteQuantifiedSizeName), amount, unlimitedWord(source.release));
  });
const moment = (name: string, of: (source: Source) => bigint | null) =>
  computed(name, "System.Nullable[datetime]", (source) => {
    const ticks = of(source);
    return ticks === null ? null : new DateTime(ticks, "Local");
  });

const logon = (source: Source): bigint | null =>
  isSystem(source) || isArchive(source) ? null : lastLogonOf(source.object);
const fiveMinutes = 5n * 60n * 10_000_000n;

/** The database that the mailbox lies in. */
function databaseOf(source: Source): DirectoryObject | null {
  const { topology, object } = source;
  if (isSystem(source)) return object;
  if (isDisconnected(object)) return object.parent === null ? null : getObject(topology, object.parent);
  const link = getProperty(schema, object, isArchive(source) ? "ArchiveDatabase" : "Database");
  const target = isReference(link) ? followReference(topology, link) : null;
  return target?.state === "live" ? target.object : null;
}

function serverOf(source: Source): DirectoryObject | null {
  const database = databaseOf(source);
  const link = database === null ? null : getProperty(schema, database, "Server");
  const target = isReference(link) ? followReference(source.topology, link) : null;
  return target?.state === "live" ? target.object : null;
}

function displayName(source: Source): string {
  const { object } = source;
  if (isSystem(source)) return `SystemMailbox{${object.guid}}`;
  if (isArchive(source) && !isDisconnected(object)) {
    const [name] = [getProperty(schema, object, "ArchiveName")].flat();
    return String(name ?? "");
  }
  return String(getProperty(schema, object, "DisplayName") ?? object.name);
}

function mailboxGuid(source: Source): Value {
  const { object } = source;
  if (isSystem(source)) return new Guid(object.guid);
  const guid = getProperty(
    schema,
    object,
    isArchive(source) && !isDisconnected(object) ? "ArchiveGuid" : "ExchangeGuid",
  );
  return typeof guid === "string" ? new Guid(guid) : null;
}

const legacyDN = (source: Source): string =>
  isSystem(source) ? "" : String(getProperty(schema, source.object, "LegacyExchangeDN") ?? "").toUpperCase();

const loggedOnAccount = (source: Source): string => {
  if (logon(source) === null) return isSystem(source) ? "NT AUTHORITY\\SYSTEM" : "";
  return isDisconnected(source.object) ? "" : accountNameOf(source.topology, source.object);
};

/** What -IncludeQuarantineDetails adds since 2013 (names documented, place from memory). */
function quarantineRows(): readonly ExchangeProperty[] {
  const since = { since: "2013", certainty: "memory" } as const;
  const row = (name: string, type: string, of: (quarantine: Quarantine, context: ValueContext) => Value) =>
    computed(
      name,
      type,
      (source, context) => {
        const asked = source.live?.get("QuarantineDetails") === true;
        const found = asked ? quarantineOf(source.object, source.topology.clock) : null;
        return found === null ? null : of(found, context);
      },
      since,
    );
  return [
    row("QuarantineDescription", "string", ({ reason }) => reason),
    row("QuarantineLastCrash", "System.Nullable[datetime]", ({ begin }, context) => localTime(context, begin)),
    row("QuarantineEnd", "System.Nullable[datetime]", ({ end }, context) => localTime(context, end)),
  ];
}

/** How much is in a mailbox, and who was there last. */
export const mailboxStatistics = defineNoun({
  noun: "MailboxStatistics",
  tasks: "MapiTasks",
  identity: mailbox.identity,
  typeNames: [typeName, `${mapi}.MapiObject`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    uint("AssociatedItemCount", (source) => (totals(source).items > 1 ? associatedItems : 0)),
    uint("DeletedItemCount", (source) => totals(source).deletedItems),
    moment("DisconnectDate", ({ topology, object, release }) => disconnectDateOf(topology, object, release)),
    computed("DisconnectReason", `System.Nullable[${disconnectReason.fullName}]`, ({ topology, object, release }) =>
      disconnectDateOf(topology, object, release) === null ? null : disconnectReason("Disabled"),
    ),
    computed("DisplayName", "string", displayName),
    uint("ItemCount", (source) => totals(source).items),
    computed("LastLoggedOnUserAccount", "string", loggedOnAccount),
    moment("LastLogoffTime", (source) => {
      const at = logon(source);
      return at === null ? null : at + fiveMinutes;
    }),
    moment("LastLogonTime", logon),
    computed("LegacyDN", "string", legacyDN),
    computed("MailboxGuid", "guid", mailboxGuid),
    fixed("ObjectClass", objectClass.fullName, () => objectClass("Mailbox")),
    computed("StorageLimitStatus", `${mapi}.StorageLimitStatus`, (source) =>
      source.release === "2010" ? storageLimitStatus(source, databaseOf(source), totals(source).size) : null,
    ),
    size("TotalDeletedItemSize", (source) => totals(source).deletedSize),
    size("TotalItemSize", (source) => totals(source).size),
    computed("Database", "Microsoft.Exchange.Data.Directory.ADObjectId", (source) => {
      const database = databaseOf(source);
      return database === null ? null : new ADObjectId(source.topology, database, "name");
    }),
    computed("ServerName", "string", (source) => serverOf(source)?.name ?? ""),
    computed("DatabaseName", "string", (source) => databaseOf(source)?.name ?? ""),
    computed("MoveHistory", "System.Object", (source) => live("MoveHistory")(source)),
    computed("IsQuarantined", "bool", ({ topology, object }) => quarantineOf(object, topology.clock) !== null),
    ...quarantineRows(),
    computed("IsArchiveMailbox", "bool", isArchive),
    computed("Identity", `${mapi}.MailboxId`, mailboxGuid),
    computed("MapiIdentity", `${mapi}.MailboxId`, mailboxGuid),
    computed("OriginatingServer", "string", (source) => {
      const server = serverOf(source);
      const fqdn = server === null ? null : getProperty(schema, server, "Fqdn");
      return typeof fqdn === "string" ? fqdn.toLowerCase() : "";
    }),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/nouns.json; captures get-mailboxstatistics.2, .4. Of 2013 the third column is wider (.6).
      columns: [
        { property: "DisplayName", width: 25 },
        { property: "ItemCount", width: 12, alignment: "left" },
        { property: "StorageLimitStatus", width: 18, alignment: "right" },
        { property: "LastLogonTime", alignment: "right" },
      ],
    },
  ],
});

const messages = {
  noMailbox: message({
    text: (identity: string) => `The specified mailbox "${identity}" doesn't exist.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered",
  }),
  noCopy: message({
    text: (database: string, server: string) => `The database "${database}" has no copy on server "${server}".`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Get-MailboxStatistics -CopyOnServer), the text is not known",
  }),
  noArchive: message({
    text: (identity: string) => `The mailbox "${identity}" doesn't have an archive.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const neverLoggedOn = sentence({
  text: (identity: string, guid: string) =>
    `The user hasn't logged on to mailbox '${identity}' ('${guid}'), so there is no data to return. After the user logs on, this warning will no longer appear.`,
  certainty: "memory",
  evidence: "facts/nouns.json, Get-MailboxStatistics",
});
const notMounted = sentence({
  text: (database: string, server: string) =>
    `The database '${database}' to be accessed on server '${server}' is not mounted or is not available.`,
  certainty: "captured",
  evidence: "facts/nouns.json, Get-MailboxStatistics",
});

/** Whether anyone or anything has been in a mailbox: before that the store does not have it. */
const isInStore = (user: DirectoryObject): boolean =>
  getProperty(schema, user, "ContentOrigin") !== "empty" ||
  typeof getProperty(schema, user, "LastLogon") === "bigint" ||
  [getProperty(schema, user, "FolderChanges")].flat().length > 0;

function isReadable(task: Task, database: DirectoryObject | null): boolean {
  if (database !== null && getProperty(schema, database, "Mounted") === true) return true;
  task.cmdlet.writeWarning(notMounted.text(database?.name ?? "", ""));
  return false;
}

const archiveSource = (task: Task, user: DirectoryObject): Source => ({
  ...task.source(user),
  live: new Map<string, Value>([["IsArchiveMailbox", true]]),
});

function ofMailbox(task: Task): void {
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.failure(messages.noMailbox, [identity]));
  const wantsArchive = task.isOn("Archive");
  if (wantsArchive && !isReference(getProperty(schema, user, "ArchiveDatabase")))
    throw task.failure(messages.noArchive, [canonicalIdentity(task.source(user))]);
  const source = wantsArchive ? archiveSource(task, user) : task.source(user);
  if (!isReadable(task, databaseOf(source))) return;
  if (!wantsArchive && !isInStore(user)) {
    const guid = String(getProperty(schema, user, "ExchangeGuid"));
    task.cmdlet.writeWarning(neverLoggedOn.text(canonicalIdentity(source), guid));
    return;
  }
  if (task.has("CopyOnServer")) requireCopy(task, databaseOf(source));
  task.cmdlet.writeObject(mailboxStatistics.present(withHistory(task, source)));
}

/** -CopyOnServer: all copies of a database say the same here, but there must be one on the server. */
function requireCopy(task: Task, database: DirectoryObject | null): void {
  const server = resolveServer(task, "CopyOnServer");
  const has = database !== null && copiesOf(task.topology, database).some((copy) => copy.server.guid === server.guid);
  if (!has) throw task.failure(messages.noCopy, [database?.name ?? "", server.name]);
}

/** What switches add. No mailbox has a history of moves here: what a move leaves is its request. */
function withHistory(task: Task, source: Source): Source {
  const history = task.isOn("IncludeMoveHistory") || task.isOn("IncludeMoveReport");
  const added: readonly (readonly [string, Value])[] = [
    ...(history ? [["MoveHistory", multiValued([])] as const] : []),
    ...(task.isOn("IncludeQuarantineDetails") ? [["QuarantineDetails", true] as const] : []),
  ];
  return added.length === 0 ? source : { ...source, live: new Map([...(source.live ?? []), ...added]) };
}

function ofDatabase(task: Task, database: DirectoryObject): void {
  if (!isReadable(task, database)) return;
  const fits = filterOf(task);
  const write = (found: Source): void => {
    const source = withHistory(task, found);
    if (fits(source)) task.cmdlet.writeObject(mailboxStatistics.present(source));
  };
  if (task.has("CopyOnServer")) requireCopy(task, database);
  if (task.has("StoreMailboxIdentity")) {
    write(task.source(storeMailboxFor(task, database, "StoreMailboxIdentity")));
    return;
  }
  for (const user of findByIndex(task.topology, "User", "database", database.guid))
    if (isInStore(user)) write(task.source(user));
  for (const user of findByIndex(task.topology, "User", "archiveDatabase", database.guid))
    write(archiveSource(task, user));
  if (getProperty(schema, database, "Recovery") !== true) write(task.source(database));
  for (const lost of disconnectedIn(task.topology, database)) write(task.source(lost));
}

/** -Filter: OPATH over what the statistics show. */
function filterOf(task: Task): (source: Source) => boolean {
  if (!task.has("Filter")) return () => true;
  const rows = new Map(mailboxStatistics.properties.map((row) => [row.name.toLowerCase(), row]));
  const filter = filterGiven(task, "Filter", undefined, (name) => rows.has(name.toLowerCase()));
  const { context } = task.cmdlet;
  return (source) => matchesFilter(context, filter, (name) => rows.get(name.toLowerCase())?.read(source, context));
}

function databasesOf(task: Task): readonly DirectoryObject[] {
  if (task.value("Database") !== null) {
    return [
      task.resolve("Database", { classes: ["MailboxDatabase"] }, (identity) =>
        task.failure(exchangeMessages.databaseNotFound, [identity]),
      ),
    ];
  }
  const server = resolveServer(task, "Server");
  if (!task.isOn("IncludePassive")) return findByIndex(task.topology, "MailboxDatabase", "server", server.guid);
  return listObjects(task.topology, "MailboxDatabase").filter((database) =>
    copiesOf(task.topology, database).some((copy) => copy.server.guid === server.guid),
  );
}

export const mailboxStatisticsVerbs: NounVerbs = {
  Get: {
    taskClass: "MapiTasks.GetMailboxStatistics",
    emulated: [
      "Identity",
      "Database",
      "Server",
      "StoreMailboxIdentity",
      "CopyOnServer",
      "Filter",
      "IncludePassive",
      "IncludeQuarantineDetails",
      "Archive",
      "IncludeMoveHistory",
      "IncludeMoveReport",
    ],
    accepted: ["NoADLookup"],
    defaultParameterSet: "Identity",
    process: (task) => {
      if (task.has("Identity")) ofMailbox(task);
      else for (const database of databasesOf(task)) ofDatabase(task, database);
    },
  },
};
