import { type DirectoryObject, getProperty, updateObject } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { mailbox } from "../recipients/mailbox.js";
import { declareInDirectory, schema } from "../schema.js";
import { objectOwner } from "./owner.js";
import { shownPrincipal, writeRow } from "./permission-rows.js";
import { principalFor } from "./security-principal.js";

/** Where the owner of a mailbox is kept, once somebody has said who it is: not where that of the user's account is. */
export const ownerAttribute = "MailboxOwner";

declareInDirectory({
  noun: "the owners of mailboxes",
  extension: { name: "User", properties: { [ownerAttribute]: { holds: "string" } } },
});

/** Windows itself makes mailboxes (from memory). */
const firstOwner = "NT AUTHORITY\\SYSTEM";

const owning = sentence({
  text: (identity: string, owner: string) => `Setting the owner of mailbox "${identity}" to "${owner}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** Get-MailboxPermission -Owner. */
export function writeMailboxOwner(task: Task, user: DirectoryObject): void {
  const owner = getProperty(schema, user, ownerAttribute);
  writeRow(task, objectOwner, user, { Owner: shownPrincipal(task, typeof owner === "string" ? owner : firstOwner) });
}

const typed = (value: Value): string => (value instanceof IdParameter ? value.text : "");

/** Add-MailboxPermission -Owner. */
export function setMailboxOwner(task: Task): void {
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  const owner = principalFor(task, "Owner");
  task.requireWrite(user);
  if (!task.shouldProcess(owning.text(typed(task.value("Identity")), typed(task.value("Owner"))))) return;
  const result = updateObject(schema, task.topology, user.guid, { properties: { [ownerAttribute]: owner } });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  writeMailboxOwner(task, result.object);
}
