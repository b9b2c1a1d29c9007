import { type DirectoryObject, findByIndex, getProperty, isReference } from "../../topology/index.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { type Filter, getVerb } from "../noun/get-verb.js";
import { defineNoun } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { schema } from "../schema.js";
import { warnOfDamage } from "./damaged-mailbox.js";
import { filterable } from "./filters/recipient-filter.js";
import { byAnr, ofKinds } from "./get-recipients.js";
import { kindSwitches, wantsKind } from "./mailbox-kinds.js";
import { mailboxProperties } from "./mailbox-properties.js";
import { hasMailbox, hasRemoteArchive } from "./recipient-types.js";
import { systemMailboxes } from "./system-mailboxes.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.Mailbox";

/** A mailbox: a user with a database. Identity finds it by name, alias, addresses, account names, legacy DN and display name. */
export const mailbox = defineNoun({
  noun: "Mailbox",
  class: "User",
  setup: systemMailboxes,
  tasks: "RecipientTasks",
  identity: {
    classes: ["User"],
    where: hasMailbox,
    wildcards: "several",
    properties: ["LegacyExchangeDN", "DisplayName", "ExchangeGuid"],
  },
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
  ...filterable,
});

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

/** Whom -Identity means: who is left out by the switches is not found. */
function named(task: Task): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  return identity instanceof IdParameter ? [...arrange(task, task.matches(identity, mailbox.identity))] : [];
}

/** What a plain Get-Mailbox leaves out, and what its switches ask for instead. */
function arrange(task: Task, users: Iterable<DirectoryObject>): Iterable<DirectoryObject> {
  const isWanted = wantsKind(task);
  const wantsRemoteArchive = task.isOn("RemoteArchive");
  const wantsArchive = task.isOn("Archive");
  return kept(users, (user) => {
    if (!isWanted(user)) return false;
    if (wantsRemoteArchive && !hasRemoteArchive(user)) return false;
    return !wantsArchive || isReference(getProperty(schema, user, "ArchiveDatabase"));
  });
}

function* kept(users: Iterable<DirectoryObject>, keep: (user: DirectoryObject) => boolean): Generator<DirectoryObject> {
  for (const user of users) if (keep(user)) yield user;
}

export const getMailbox = getVerb(mailbox, {
  taskClass: "RecipientTasks.GetMailbox",
  defaultParameterSet: "Identity",
  limited: true,
  filters: {
    Database: inDatabase,
    Server: onServer,
    Anr: byAnr("Anr"),
    RecipientTypeDetails: ofKinds,
  },
  emulated: ["Archive", "RemoteArchive", ...kindSwitches],
  find: named,
  arrange,
  behind: warnOfDamage,
});
