import { type DirectoryObject, findByIndex, getProperty } from "../../topology/index.js";
import { databaseParameter, disconnectedMailboxFor } from "../mailboxes/connect-mailbox.js";
import { leaveBehind } from "../mailboxes/disconnected-mailbox.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { VerbBehaviour } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import type { Task } from "../noun/task.js";
import { remove } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { schema } from "../schema.js";
import { checkLast, mailboxMeant } from "./arbitration.js";
import { leaveGroups } from "./groups/leave-groups.js";
import { mailbox } from "./mailbox.js";
import { hasMailbox } from "./recipient-types.js";

const messages = {
  stillConnected: message({
    text: (identity: string, user: string) =>
      `The mailbox "${identity}" can't be removed from its database: it is the mailbox of "${user}". Disable it first.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-Mailbox -StoreMailboxIdentity), the text is not known",
  }),
} as const;

const purging = sentence({
  text: (mailboxName: string, database: string) =>
    `Removing mailbox "${mailboxName}" from mailbox database "${database}". Its content is lost.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** The user, the mailbox and its memberships go; the mailbox itself stays in the database but for -Permanent. */
const removeUser = removeVerb(mailbox, {
  emulated: ["Identity", "Arbitration", "RemoveLastArbitrationMailboxAllowed", "Permanent"],
  find: mailboxMeant,
  check: (task, object) => checkLast(task, object, "RemoveLastArbitrationMailboxAllowed"),
  after: (task, user) => {
    if (task.value("Permanent") !== true)
      task.commit(leaveBehind(task.topology, user, { mailbox: true, archive: true }));
    leaveGroups(task, user);
  },
  accepted: [
    "PublicFolder",
    "AuditLog",
    "AuxAuditLog",
    "SupervisoryReviewPolicy",
    "Migration",
    "Force",
    "RemoveArbitrationMailboxWithOABsAllowed",
    "IgnoreLegalHold",
  ],
  sentence: sentence({
    text: (name: string) =>
      `Removing mailbox "${name}" will remove the Active Directory user object and mark the mailbox and the archive (if present) in the database for removal.`,
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-Mailbox",
  }),
});

/** Whose mailbox in the database a GUID or a name is, if somebody still has it. */
function userOf(task: Task, database: DirectoryObject, wanted: string): DirectoryObject | undefined {
  const said = wanted.toLowerCase();
  return findByIndex(task.topology, "User", "database", database.guid).find(
    (user) =>
      hasMailbox(user) &&
      ["ExchangeGuid", "DisplayName", "LegacyExchangeDN"].some(
        (property) => String(getProperty(schema, user, property) ?? "").toLowerCase() === said,
      ),
  );
}

/** -Database and -StoreMailboxIdentity: a mailbox that has lost its user leaves the database for good. */
function purge(task: Task): void {
  const database = databaseParameter(task);
  const identity = task.value("StoreMailboxIdentity");
  const text = identity instanceof IdParameter ? (identity.guid ?? identity.text) : "";
  const user = userOf(task, database, text);
  if (user !== undefined) throw task.failure(messages.stillConnected, [text, user.name], identity);
  const lost = disconnectedMailboxFor(task, database, "StoreMailboxIdentity");
  task.requireWrite(lost);
  if (task.shouldProcess(purging.text(lost.name, database.name))) remove(task, lost);
}

/** Remove-Mailbox: the user with the mailbox, or a mailbox without a user. */
export const removeMailbox: VerbBehaviour = {
  ...removeUser,
  defaultParameterSet: "Identity",
  emulated: [...removeUser.emulated, "Database", "StoreMailboxIdentity"],
  process: (task) => (task.has("StoreMailboxIdentity") ? purge(task) : removeUser.process(task)),
};
