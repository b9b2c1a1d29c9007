import { type DirectoryObject, findByIndex, getProperty, isReference, pathOf } from "../../topology/index.js";
import { compare } from "../../values/comparison.js";
import { toItems } from "../../values/enumeration.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import { exchangeMessages, message } from "../noun/exchange-errors.js";
import { type Filter, getVerb } from "../noun/get-verb.js";
import { defineNoun, type Verb, type VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { type FilterNode, FilterSyntaxError, parseFilter } from "../opath/filter.js";
import { matchesFilter } from "../opath/match.js";
import { schema } from "../schema.js";
import { mailboxProperties } from "./mailbox-properties.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.Mailbox";

const detailsOf = (user: DirectoryObject): string => String(getProperty(schema, user, "RecipientTypeDetails") ?? "");
const hasMailbox = (user: DirectoryObject): boolean => isReference(getProperty(schema, user, "Database"));

/** A mailbox: a user with a database. Identity finds it by name, alias, addresses, account names, legacy DN and display name. */
export const mailbox = defineNoun({
  noun: "Mailbox",
  identity: { classes: ["User"], where: hasMailbox, wildcards: true, properties: ["LegacyExchangeDN", "DisplayName"] },
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledOrgPerson",
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledRecipient",
    "Microsoft.Exchange.Data.Directory.Management.ADPresentationObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: mailboxProperties,
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // Counted in captures of 2010 to 2019 (facts/views.md, get-mailbox.9, .12, .13, .19, .20).
      columns: [
        { property: "Name", width: 25 },
        { property: "Alias", width: 20 },
        { property: "ServerName", width: 16 },
        { property: "ProhibitSendQuota" },
      ],
    },
  ],
  displayIdentity: canonicalIdentity,
});

const messages = {
  unitNotFound: message({
    text: (identity: string) =>
      `Organizational unit "${identity}" was not found. Please make sure you have typed it correctly.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors",
  }),
  badFilter: message({
    text: (reason: string) => reason,
    exception: "Microsoft.Exchange.Data.ParsingNonFilterablePropertyException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real texts are not known",
  }),
  unknownSortProperty: message({
    text: (property: string) =>
      `The property "${property}" can't be used to sort: a mailbox has no property of this name.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const usersOfDatabase = (task: Task, database: DirectoryObject): DirectoryObject[] =>
  findByIndex(task.topology, "User", "database", database.guid).filter(hasMailbox);

function inDatabase(task: Task): Filter {
  const database = task.resolve("Database", { classes: ["MailboxDatabase"] }, (identity) =>
    task.failure(exchangeMessages.databaseNotFound, [identity]),
  );
  return { from: usersOfDatabase(task, database) };
}

/** Mailboxes whose database is active on a server. */
function onServer(task: Task): Filter {
  const server = task.resolve("Server", { classes: ["ExchangeServer"] }, (identity) =>
    task.failure(exchangeMessages.parameterObjectNotFound, [identity]),
  );
  const databases = findByIndex(task.topology, "MailboxDatabase", "server", server.guid);
  return { from: databases.flatMap((database) => usersOfDatabase(task, database)) };
}

/** Ambiguous name resolution: what names and addresses begin with. */
function byAnr(task: Task): Filter {
  const wanted = (task.text("Anr") ?? "").toLowerCase();
  const fields = ["DisplayName", "FirstName", "LastName", "Alias", "SamAccountName", "LegacyExchangeDN"];
  const starts = (text: unknown): boolean => typeof text === "string" && text.toLowerCase().startsWith(wanted);
  return {
    keep: (user) => {
      const addresses = getProperty(schema, user, "EmailAddresses");
      const byAddress =
        Array.isArray(addresses) &&
        addresses.some((address) => typeof address === "string" && starts(address.replace(/^\w+:/, "")));
      return byAddress || starts(user.name) || fields.some((field) => starts(getProperty(schema, user, field)));
    },
  };
}

function inUnit(task: Task): Filter {
  const query = { classes: ["OrganizationalUnit", "Container", "Domain"] };
  const unit = task.resolve("OrganizationalUnit", query, (identity) => task.failure(messages.unitNotFound, [identity]));
  return { keep: (user) => pathOf(task.topology, user).some(({ guid }) => guid === unit.guid) };
}

function ofTypes(task: Task): Filter {
  const wanted = new Set(
    toItems(task.value("RecipientTypeDetails")).map((item) => toText(task.cmdlet.context, item).toLowerCase()),
  );
  return { keep: (user) => wanted.has(detailsOf(user).toLowerCase()) };
}

/** Reads a property of a mailbox by name, without making all of it. */
function reader(task: Task, user: DirectoryObject): (name: string) => Value | undefined {
  const source = task.source(user);
  return (name) =>
    mailboxProperties
      .find((property) => property.name.toLowerCase() === name.toLowerCase())
      ?.read(source, task.cmdlet.context);
}

function byFilter(task: Task): Filter {
  const filter = readFilter(task);
  return { keep: (user) => matchesFilter(task.cmdlet.context, filter, reader(task, user)) };
}

function readFilter(task: Task): FilterNode {
  try {
    return parseFilter(task.text("Filter") ?? "");
  } catch (error) {
    if (error instanceof FilterSyntaxError) throw task.failure(messages.badFilter, [error.message]);
    throw error;
  }
}

/** What a plain Get-Mailbox leaves out, and what its switches ask for instead. */
function arrange(task: Task, users: Iterable<DirectoryObject>): Iterable<DirectoryObject> {
  const wantsArbitration = task.isOn("Arbitration");
  const wantsArchive = task.isOn("Archive");
  const chosen = kept(users, (user) => {
    if (wantsArbitration !== (detailsOf(user) === "ArbitrationMailbox")) return false;
    return !wantsArchive || isReference(getProperty(schema, user, "ArchiveDatabase"));
  });
  return task.has("SortBy") ? sorted(task, [...chosen]) : chosen;
}

function* kept(users: Iterable<DirectoryObject>, keep: (user: DirectoryObject) => boolean): Generator<DirectoryObject> {
  for (const user of users) if (keep(user)) yield user;
}

function sorted(task: Task, users: DirectoryObject[]): DirectoryObject[] {
  const wanted = task.text("SortBy") ?? "";
  const property = mailboxProperties.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (property === undefined) throw task.failure(messages.unknownSortProperty, [wanted]);
  const { context } = task.cmdlet;
  const keyed = users.map((user) => ({ user, key: toText(context, property.read(task.source(user), context)) }));
  return keyed.sort((a, b) => compare(context, a.key, b.key, true)).map(({ user }) => user);
}

export const mailboxVerbs: Readonly<Partial<Record<Verb, VerbBehaviour>>> = {
  Get: getVerb(mailbox, {
    taskClass: "RecipientTasks.GetMailbox",
    defaultParameterSet: "Identity",
    limited: true,
    filters: {
      Database: inDatabase,
      Server: onServer,
      Anr: byAnr,
      OrganizationalUnit: inUnit,
      RecipientTypeDetails: ofTypes,
      Filter: byFilter,
    },
    emulated: ["SortBy", "Archive", "Arbitration"],
    accepted: ["ReadFromDomainController", "IgnoreDefaultScope"],
    arrange,
  }),
};
