import { connectMailbox } from "../mailboxes/connect-mailbox.js";
import { restoreMailbox } from "../mailboxes/restore-mailbox.js";
import { searchMailbox } from "../mailboxes/search/search-mailbox.js";
import type { NounVerbs } from "../noun/noun.js";
import { disableMailbox, enableMailbox } from "./enable-mailbox.js";
import { getMailbox } from "./mailbox.js";
import { newMailbox } from "./new-mailbox.js";
import { removeMailbox } from "./remove-mailbox.js";
import { setMailbox } from "./set-mailbox.js";

export const mailboxVerbs: NounVerbs = {
  Get: getMailbox,
  New: newMailbox,
  Set: setMailbox,
  Enable: enableMailbox,
  Disable: disableMailbox,
  Remove: removeMailbox,
  Connect: connectMailbox,
  Restore: restoreMailbox,
  Search: searchMailbox,
};
