import { type DirectoryObject, getProperty, indexHas } from "../../topology/index.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { removeVerb } from "../noun/remove-verb.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { mailboxDatabase } from "./mailbox-database.js";

const notEmpty = message({
  text: (kinds: string) =>
    `This mailbox database contains one or more ${kinds}. To get a list of all mailboxes in this database, run the command Get-Mailbox -Database <Database ID>. To get a list of all mailbox plans in this database, run the command Get-MailboxPlan. To get a list of archive mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -Archive. To get a list of all arbitration mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -Arbitration. To disable a non-arbitration mailbox so that you can delete the mailbox database, run the command Disable-Mailbox <Mailbox ID>. To disable an archive mailbox so you can delete the mailbox database, run the command Disable-Mailbox <Mailbox ID> -Archive. Arbitration mailboxes should be moved to another server; to do this, run the command New-MoveRequest <parameters>. If this is the last server in the organization, run the command Disable-Mailbox <Mailbox ID> -Arbitration -DisableLastArbitrationMailboxAllowed to disable the arbitration mailbox. Mailbox plans should be moved to another server; to do this, run the command Set-MailboxPlan <MailboxPlan ID> -Database <Database ID>.`,
  exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.AssociatedUserMailboxExistException",
  category: "InvalidOperation",
  certainty: "captured",
  evidence: "facts/nouns.json, Remove-MailboxDatabase: 2010 SP1 and later; 2013 and later add kinds of mailboxes to the list",
});

const filesRemain = sentence({
  text: (path: string, database: string) =>
    `The specified database has been removed. You must remove the database file located in ${path} from your computer manually if it exists. Specified database: ${database}`,
  certainty: "captured",
  evidence: "facts/nouns.json, Remove-MailboxDatabase (2013)",
});

const kindsOf2013 = "mailboxes, mailbox plans, archive mailboxes, public folder mailboxes or arbitration mailboxes";
const kindsOf2016 = "mailboxes, mailbox plans, archive mailboxes, public folder mailboxes, arbitration mailboxes, or audit mailboxes";

/** What a release counts among the mailboxes of a database. */
const mailboxKinds: Readonly<Record<ExchangeRelease, string>> = {
  "2010": "mailboxes, mailbox plans, archive mailboxes, or arbitration mailboxes",
  "2013": kindsOf2013,
  "2016": kindsOf2016,
  "2019": kindsOf2016,
};

function checkEmpty(task: Task, database: DirectoryObject): void {
  if (indexHas(task.topology, "User", "database", database.guid)) throw task.failure(notEmpty, [mailboxKinds[task.info.release]], task.value("Identity"));
}

export const removeMailboxDatabase = removeVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.RemoveMailboxDatabase",
  check: checkEmpty,
  sentence: sentence({
    text: (name: string) => `Removing mailbox database "${name}".`,
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-MailboxDatabase",
  }),
  after: (task, database) => {
    const path = getProperty(schema, database, "EdbFilePath");
    task.cmdlet.writeWarning(filesRemain.text(typeof path === "string" ? path : "", database.name));
  },
});
