import { type DirectoryObject, distinguishedName } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { principalText } from "./security-principal.js";

/** What Add- and Remove-ADPermission and -MailboxPermission warn of. */
export const accessWarnings = {
  present: sentence({
    text: (object: string, account: string) =>
      `The appropriate access control entry is already present on the object "${object}" for account "${account}".`,
    certainty: "captured",
    evidence: "facts/nouns.json, Add-MailboxPermission: seen of 2016",
  }),
  absent: sentence({
    text: (object: string, account: string) =>
      `Can't remove the access control entry on the object "${object}" for account "${account}" because the ACE isn't present.`,
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-MailboxPermission",
  }),
} as const;

/** @param about one of {@link accessWarnings} */
export function warnOfAccess(
  task: Task,
  about: (typeof accessWarnings)[keyof typeof accessWarnings],
  object: DirectoryObject,
  principal: string,
): void {
  const name = distinguishedName(schema, task.topology, object);
  task.cmdlet.writeWarning(about.text(name, principalText(task.topology, principal)));
}
