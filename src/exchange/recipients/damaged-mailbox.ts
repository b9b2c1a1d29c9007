import { type DirectoryObject, isReference, type ObjectChange } from "../../topology/index.js";
import { exchangeMessages, sentence } from "../noun/exchange-errors.js";
import { valueAfter } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { hasLostDatabase } from "./recipient-types.js";

/** A mailbox that has lost its database in the directory: it is shown with warnings, and can't be written as it is. */

const corrupted = sentence({
  text: (identity: string) =>
    `The object ${identity} has been corrupted, and it's in an inconsistent state. The following validation errors happened:`,
  certainty: "captured",
  evidence: "facts/captures.jsonl, get-mailbox.9",
});
const databaseIsMandatory = sentence({
  text: () => "Database is mandatory on UserMailbox.",
  certainty: "captured",
  evidence: "facts/captures.jsonl, get-mailbox.9: it is said twice",
});

/** Says behind a mailbox that it is damaged. */
export function warnOfDamage(task: Task, user: DirectoryObject): void {
  if (!hasLostDatabase(user)) return;
  const identity = new ADObjectId(task.topology, user, "canonical").toNetText();
  const texts = [corrupted.text(identity), databaseIsMandatory.text(), databaseIsMandatory.text()];
  for (const text of texts) task.cmdlet.writeWarning(text);
}

/** Refuses a change that leaves a mailbox without a database. */
export function checkDatabase(task: Task, user: DirectoryObject, { properties = {} }: ObjectChange): void {
  if (!hasLostDatabase(user) || isReference(valueAfter(user, properties, "Database"))) return;
  const target = new ADObjectId(task.topology, user, "canonical");
  throw task.failure(exchangeMessages.notValid, [databaseIsMandatory.text()], target);
}
