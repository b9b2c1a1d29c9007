import { listObjects, type NewObject } from "../../topology/index.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { newVerb } from "../noun/new-verb.js";
import type { Task } from "../noun/task.js";
import { mailbox } from "./mailbox.js";
import { mailboxPropertiesFor } from "./mailbox-making.js";
import { checkAccountName, freeSamAccountName } from "./unique-values.js";

const units = { classes: ["OrganizationalUnit", "Container", "Domain"] } as const;

/** The unit that -OrganizationalUnit means; left out, users live in CN=Users. */
export function unitFor(task: Task): Pick<NewObject, "parent"> {
  if (task.value("OrganizationalUnit") === null) return {};
  const unit = task.resolve("OrganizationalUnit", units, (identity) =>
    task.failure(exchangeMessages.unitNotFound, [identity]),
  );
  return { parent: unit.guid };
}

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const own = mailboxPropertiesFor(task, { name, object: null });
  const alias = String(own.Alias);
  const [domain] = listObjects(task.topology, "Domain");
  const userPrincipalName = task.text("UserPrincipalName") ?? `${alias}@${domain?.name ?? ""}`;
  checkAccountName(task, "UserPrincipalName", userPrincipalName, null);
  const wanted = task.text("SamAccountName");
  if (wanted !== null) checkAccountName(task, "SamAccountName", wanted, null);
  return {
    class: "User",
    name,
    ...unitFor(task),
    properties: {
      ...own,
      UserPrincipalName: userPrincipalName,
      SamAccountName: wanted ?? freeSamAccountName(task, alias),
      DisplayName: task.text("DisplayName") ?? name,
      FirstName: task.text("FirstName"),
      LastName: task.text("LastName"),
    },
  };
}

/** New-Mailbox: a user with a mailbox. The password and what is asked at the next logon have no visible effect here. */
export const newMailbox = newVerb(mailbox, {
  defaultParameterSet: "User",
  emulated: [
    "Database",
    "OrganizationalUnit",
    "FirstName",
    "LastName",
    "Room",
    "Equipment",
    "Shared",
    "Arbitration",
    "Discovery",
    "Archive",
    "ArchiveDatabase",
    "LinkedMasterAccount",
    "PrimarySmtpAddress",
  ],
  accepted: [
    "Password",
    "ResetPasswordOnNextLogon",
    "Force",
    "LinkedDomainController",
    "LinkedCredential",
    "AccountDisabled",
  ],
  make,
});
