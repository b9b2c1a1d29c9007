import { type DirectoryObject, indexHas } from "../../topology/index.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { removeVerb } from "../noun/remove-verb.js";
import type { Task } from "../noun/task.js";
import { copiesOf } from "./copies.js";
import { leaveFiles } from "./files-remain.js";
import { mailboxDatabase } from "./mailbox-database.js";

/** What a release counts among the mailboxes of a database, and what it says of the kinds that 2010 does not have. */
interface MailboxKinds {
  readonly kinds: string;
  readonly listing: string;
  readonly disabling: string;
}

const of2010: MailboxKinds = {
  kinds: "mailboxes, mailbox plans, archive mailboxes, or arbitration mailboxes",
  listing: "",
  disabling: "",
};
const of2013: MailboxKinds = {
  kinds: "mailboxes, mailbox plans, archive mailboxes, public folder mailboxes or arbitration mailboxes",
  listing:
    "To get a list of all public folder mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -PublicFolder. ",
  disabling:
    "To disable a public folder mailbox so that you can delete the mailbox database, run the command Disable-Mailbox <Mailbox ID> -PublicFolder. ",
};
const of2016: MailboxKinds = {
  ...of2013,
  kinds:
    "mailboxes, mailbox plans, archive mailboxes, public folder mailboxes, arbitration mailboxes, or audit mailboxes",
};
const kindsByRelease: Readonly<Record<ExchangeRelease, MailboxKinds>> = {
  "2010": of2010,
  "2013": of2013,
  "2016": of2016,
  "2019": of2016,
};

const notEmpty = message({
  text: (kinds: string, listing: string, disabling: string) =>
    `This mailbox database contains one or more ${kinds}. To get a list of all mailboxes in this database, run the command Get-Mailbox -Database <Database ID>. To get a list of all mailbox plans in this database, run the command Get-MailboxPlan. To get a list of archive mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -Archive. ${listing}To get a list of all arbitration mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -Arbitration. To disable a non-arbitration mailbox so that you can delete the mailbox database, run the command Disable-Mailbox <Mailbox ID>. To disable an archive mailbox so you can delete the mailbox database, run the command Disable-Mailbox <Mailbox ID> -Archive. ${disabling}Arbitration mailboxes should be moved to another server; to do this, run the command New-MoveRequest <parameters>. If this is the last server in the organization, run the command Disable-Mailbox <Mailbox ID> -Arbitration -DisableLastArbitrationMailboxAllowed to disable the arbitration mailbox. Mailbox plans should be moved to another server; to do this, run the command Set-MailboxPlan <MailboxPlan ID> -Database <Database ID>.`,
  exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.AssociatedUserMailboxExistException",
  category: "InvalidOperation",
  certainty: "captured",
  evidence:
    "facts/nouns.json, Remove-MailboxDatabase: 2010 SP1 and later, 2013; what 2016 says of audit mailboxes is incomplete",
});

const hasCopies = message({
  text: (name: string) =>
    `The mailbox database "${name}" has more than one copy. Remove the other copies before you remove the database.`,
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

function checkEmpty(task: Task, database: DirectoryObject): void {
  if (indexHas(task.topology, "User", "database", database.guid)) {
    const { kinds, listing, disabling } = kindsByRelease[task.info.release];
    throw task.failure(notEmpty, [kinds, listing, disabling], task.value("Identity"));
  }
}

export const removeMailboxDatabase = removeVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.RemoveMailboxDatabase",
  check: (task, database) => {
    checkEmpty(task, database);
    if (copiesOf(task.topology, database).length > 1) throw task.failure(hasCopies, [database.name], task.id(database));
  },
  sentence: sentence({
    text: (name: string) => `Removing mailbox database "${name}".`,
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-MailboxDatabase",
  }),
  after: leaveFiles,
});
