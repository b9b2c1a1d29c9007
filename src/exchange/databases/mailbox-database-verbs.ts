import { cleanMailboxDatabase } from "../mailboxes/store-maintenance.js";
import type { NounVerbs } from "../noun/noun.js";
import { getMailboxDatabase } from "./get-mailbox-database.js";
import { newMailboxDatabase } from "./new-mailbox-database.js";
import { removeMailboxDatabase } from "./remove-mailbox-database.js";
import { setMailboxDatabase } from "./set-mailbox-database.js";

export const mailboxDatabaseVerbs: NounVerbs = {
  Get: getMailboxDatabase,
  New: newMailboxDatabase,
  Set: setMailboxDatabase,
  Remove: removeMailboxDatabase,
  Clean: cleanMailboxDatabase,
};
