import {
  type DirectoryObject,
  eachObject,
  followReference,
  getProperty,
  isReference,
  type Topology,
} from "../../../topology/index.js";
import { hasMailbox } from "../../recipients/recipient-types.js";
import { schema } from "../../schema.js";

/** The class of the policies that give roles to users. */
export const roleAssignmentPolicyClass = "RoleAssignmentPolicy";

/** The policy that setup makes, whatever it is called now: mailboxes that keep none have it. */
export function firstPolicy(topology: Topology): DirectoryObject | null {
  for (const policy of eachObject(topology, roleAssignmentPolicyClass))
    if (getProperty(schema, policy, "IsOfSetup") === true) return policy;
  return null;
}

/** The policy that a user's mailbox has; `null` for who has no mailbox. */
export function policyOf(topology: Topology, user: DirectoryObject): DirectoryObject | null {
  if (!hasMailbox(user)) return null;
  const named = getProperty(schema, user, roleAssignmentPolicyClass);
  const target = isReference(named) ? followReference(topology, named) : null;
  return target?.state === "live" ? target.object : firstPolicy(topology);
}
