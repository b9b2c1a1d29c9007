import type { Value } from "../../values/value.js";
import { texts } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { attributeOf, hasMailbox } from "./recipient-types.js";

/** What lists and policies a recipient belongs to. */

/** Stands behind the policy's own GUID where the policy makes the addresses. */
const addressPolicies = "{26491cfc-9e50-4857-861b-0cb8df22b5d7}";

const appliesPolicies = ({ object }: Source): boolean => attributeOf(object, "EmailAddressPolicyEnabled") !== false;

export const policiesIncluded = (source: Source): Value => texts(appliesPolicies(source) ? [addressPolicies] : []);
export const policiesExcluded = (source: Source): Value => texts(appliesPolicies(source) ? [] : [addressPolicies]);

/** The lists that setup makes (from memory). */
export const addressListMembership = ({ object }: Source): Value => {
  if (attributeOf(object, "HiddenFromAddressListsEnabled") === true) return texts([]);
  const views = hasMailbox(object) ? ["\\Mailboxes(VLV)", "\\All Mailboxes(VLV)"] : [];
  const lists = hasMailbox(object) ? ["\\All Users"] : [];
  return texts([...views, "\\All Recipients(VLV)", "\\Default Global Address List", ...lists]);
};
