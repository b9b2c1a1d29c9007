import { type DirectoryObject, isReference, type Topology, valuesOf } from "../../../topology/index.js";
import { groupsAbove } from "../../recipients/groups/membership-links.js";
import { anyProperty, holderOf } from "./recipients.js";

/** From whom a recipient takes messages, and whose messages have to be approved first. */

const accepting = [
  "AcceptMessagesOnlyFrom",
  "AcceptMessagesOnlyFromDLMembers",
  "AcceptMessagesOnlyFromSendersOrMembers",
] as const;
const rejecting = ["RejectMessagesFrom", "RejectMessagesFromDLMembers", "RejectMessagesFromSendersOrMembers"] as const;

/** A sender: an object of the organization and the groups that it is in, or a stranger. */
export interface Sender {
  readonly isKnown: boolean;
  /** GUIDs of the sender and of all its groups. */
  readonly own: ReadonlySet<string>;
}

export function senderOf(topology: Topology, address: string): Sender {
  const object = holderOf(topology, address);
  const above = object === undefined ? [] : [object, ...groupsAbove(topology, object)];
  return { isKnown: object !== undefined, own: new Set(above.map(({ guid }) => guid)) };
}

const listed = (recipient: DirectoryObject, properties: readonly string[]): readonly string[] =>
  properties
    .flatMap((property) => valuesOf(anyProperty(recipient, property)))
    .flatMap((link) => (isReference(link) ? [link.guid] : []));

const isAmong = (guids: readonly string[], { own }: Sender): boolean => guids.some((guid) => own.has(guid));

/** Why a recipient does not take messages of a sender; `null` when it does. */
export function refusalBy(recipient: DirectoryObject, sender: Sender): "notAuthenticated" | "notAuthorized" | null {
  if (!sender.isKnown && anyProperty(recipient, "RequireSenderAuthenticationEnabled") === true)
    return "notAuthenticated";
  const accepted = listed(recipient, accepting);
  if (accepted.length > 0 && !isAmong(accepted, sender)) return "notAuthorized";
  return isAmong(listed(recipient, rejecting), sender) ? "notAuthorized" : null;
}

/** The GUIDs of those who have to approve a sender's messages first; none where nobody has to. */
export function moderatorsFor(recipient: DirectoryObject, sender: Sender): readonly string[] {
  if (anyProperty(recipient, "ModerationEnabled") !== true) return [];
  const moderators = listed(recipient, ["ModeratedBy"]);
  const free = [...moderators, ...listed(recipient, ["BypassModerationFromSendersOrMembers"])];
  return isAmong(free, sender) ? [] : moderators;
}
