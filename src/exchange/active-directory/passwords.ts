import { type DirectoryObject, updateObject } from "../../topology/index.js";
import { SecureString } from "../../values/types/security-types.js";
import type { Value } from "../../values/value.js";
import { schema } from "../schema.js";
import type { DirectoryTask } from "./directory-task.js";
import { directoryFailures } from "./failures.js";

/** Passwords: the rules of a new domain (documented). The text itself is not kept. */

const shortest = 7;
const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/] as const;
const kindsNeeded = 3;

/** Whether a domain with the default policy takes a password of an account. */
export function isGoodPassword(text: string, account: string): boolean {
  if (text.length < shortest) return false;
  if (account.length > 2 && text.toLowerCase().includes(account.toLowerCase())) return false;
  return kinds.filter((kind) => kind.test(text)).length >= kindsNeeded;
}

/** Gives an account a password. @throws the module's failure for one that the domain does not take */
export function setPassword(task: DirectoryTask, account: DirectoryObject, password: Value, target: Value): void {
  const text = password instanceof SecureString ? password.text : "";
  const name = String(account.properties.SamAccountName ?? "");
  if (!isGoodPassword(text, name)) throw task.failure(directoryFailures.badPassword, [], target);
  task.written(
    updateObject(schema, task.topology, account.guid, {
      properties: { PasswordLastSet: task.topology.clock, HasNoPassword: null },
    }),
    target,
  );
}
