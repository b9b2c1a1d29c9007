import type { Setter } from "../noun/set-verb.js";
import { IdParameter } from "../parameters/id-parameter.js";

/** The account of another forest that the mailbox is for; `$null` makes it a user's of this one again. */
export const linkedMasterAccount: Setter = (_task, value) =>
  value instanceof IdParameter
    ? { properties: { LinkedMasterAccount: value.text, RecipientTypeDetails: "LinkedMailbox", AccountDisabled: true } }
    : { properties: { LinkedMasterAccount: null, RecipientTypeDetails: "UserMailbox" } };
