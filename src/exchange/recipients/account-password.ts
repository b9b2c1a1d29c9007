import type { PropertyValue } from "../../topology/index.js";
import { SecureString } from "../../values/types/security-types.js";
import { isGoodPassword } from "../active-directory/passwords.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";

const badPassword = message({
  text: (domainController: string) =>
    `Active Directory operation failed on ${domainController}. This error is not retriable. Additional information: The password does not meet the password policy requirements. Check the minimum password length, password complexity and password history requirements. (Exception from HRESULT: 0x800708C5)`,
  exception: "Microsoft.Exchange.Data.Directory.ADInvalidPasswordException",
  category: "NotSpecified",
  certainty: "memory",
  evidence: "remembered of New-Mailbox; the rules are those of a new domain (documented)",
});

/**
 * How a new account stands: its password, which the domain has to take and which is not kept, whether it has to be
 * changed at the next logon, and whether nobody may log on.
 * @throws the failure of a password that the domain's rules do not allow
 */
export function accountState(task: Task, account: PropertyValue | undefined): Record<string, PropertyValue> {
  const password = task.value("Password");
  if (password instanceof SecureString && !isTaken(password.text, String(account ?? "")))
    throw task.failure(badPassword, [task.domainController]);
  return {
    ...(password === null ? {} : { PasswordLastSet: task.topology.clock }),
    ...(task.value("ResetPasswordOnNextLogon") === true ? { ResetPasswordOnNextLogon: true } : {}),
    ...(task.isOn("AccountDisabled") ? { AccountDisabled: true } : {}),
  };
}

/** What was typed unseen stands in a transcript as asterisks, and nobody knows what it was. */
const isTaken = (password: string, account: string): boolean =>
  /^\*+$/.test(password) || isGoodPassword(password, account);

/** The parameters that it reads. */
export const accountStateParameters: readonly string[] = ["Password", "ResetPasswordOnNextLogon", "AccountDisabled"];
