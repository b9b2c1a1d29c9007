import { type DirectoryObject, getProperty, isReference, listObjects, pathOf } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { texts } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { type FilterNode, parseFilter } from "../opath/filter.js";
import { schema } from "../schema.js";
import { rootedName } from "../types/ad-object-id.js";
import { policyFor } from "./address-templates.js";
import { fitsFilter } from "./filters/recipient-filter.js";
import { attributeOf, hasMailbox, isMailEnabled, textOf } from "./recipient-types.js";

/** What lists and policies a recipient belongs to. */

/** Stands behind the policy's own GUID where the policy makes the addresses. */
const addressPolicies = "{26491cfc-9e50-4857-861b-0cb8df22b5d7}";

const appliesPolicies = ({ object }: Source): boolean => attributeOf(object, "EmailAddressPolicyEnabled") !== false;

/** The e-mail address policy that makes the recipient's addresses. */
export const policiesIncluded = (source: Source, context: ValueContext): Value => {
  if (!appliesPolicies(source) || !isMailEnabled(source.object)) return texts([]);
  const policy = policyFor(context, source.topology, source.object);
  return texts([...(policy === undefined ? [] : [policy.guid]), addressPolicies]);
};
export const policiesExcluded = (source: Source): Value => texts(appliesPolicies(source) ? [] : [addressPolicies]);

const applied = new WeakMap<DirectoryObject, FilterNode | null>();

/** The filter with which a list was last made: what was changed since, Update-AddressList applies. */
function appliedFilterOf(list: DirectoryObject): FilterNode | null {
  let filter = applied.get(list);
  if (filter === undefined) {
    const text = textOf(list, "LastUpdatedRecipientFilter");
    filter = text === "" ? null : parseFilter(text);
    applied.set(list, filter);
  }
  return filter;
}

function isIn({ topology, object }: Source, context: ValueContext, list: DirectoryObject): boolean {
  const filter = appliedFilterOf(list);
  if (filter === null) return false;
  const container = getProperty(schema, list, "RecipientContainer");
  if (isReference(container) && !pathOf(topology, object).some(({ guid }) => guid === container.guid)) return false;
  return fitsFilter(context, filter, topology, object);
}

/** The views that setup makes (from memory), and the lists whose filters the recipient fits. */
export const addressListMembership = (source: Source, context: ValueContext): Value => {
  const { topology, object } = source;
  if (!isMailEnabled(object) || attributeOf(object, "HiddenFromAddressListsEnabled") === true) return texts([]);
  const views = hasMailbox(object) ? ["\\Mailboxes(VLV)", "\\All Mailboxes(VLV)"] : [];
  const lists = [...listObjects(topology, "GlobalAddressList"), ...listObjects(topology, "AddressList")]
    .filter((list) => isIn(source, context, list))
    .map((list) => rootedName(topology, list));
  return texts([...views, "\\All Recipients(VLV)", ...lists]);
};
