import {
  type DirectoryObject,
  eachObject,
  getObject,
  getProperty,
  isList,
  isReference,
  pathOf,
  type Topology,
} from "../../../topology/index.js";
import type { ValueContext } from "../../../values/value-context.js";
import { parseFilter } from "../../opath/filter.js";
import { fitsFilter } from "../../recipients/filters/recipient-filter.js";
import { recipientClasses } from "../../recipients/recipient-types.js";
import { schema } from "../../schema.js";

/** What an assignment lets its holder change, of recipients or of the configuration. */
export interface WriteScope {
  /** `Organization`, `Self`, `OU`, `CustomRecipientScope`, `OrganizationConfig`, `ExclusiveConfigScope`, `None`, … */
  readonly type: string;
  /** GUID of the management scope or the unit, where the type needs one. */
  readonly target: string | null;
}

/** Whom a scope is for and where it is looked at. */
export interface ScopeQuestion {
  readonly context: ValueContext;
  readonly topology: Topology;
  /** GUID of the user, for scopes that say "his own". */
  readonly user: string | null;
}

/** Users, contacts and groups are recipients, all else belongs to the configuration. */
export const isRecipient = (object: DirectoryObject): boolean => recipientClasses.includes(object.class);

const isBelow = ({ topology }: ScopeQuestion, object: DirectoryObject, guid: string | null): boolean =>
  guid !== null && pathOf(topology, object).some((above) => above.guid === guid);

function isManaged(object: DirectoryObject, user: string | null): boolean {
  const managers = Object.hasOwn(schema.get(object.class).properties, "ManagedBy")
    ? getProperty(schema, object, "ManagedBy")
    : null;
  return isList(managers) && managers.some((each) => isReference(each) && each.guid === user);
}

/** Whether a scope covers an object. */
export function covers(question: ScopeQuestion, { type, target }: WriteScope, object: DirectoryObject): boolean {
  switch (type) {
    case "Organization":
    case "OrganizationConfig":
    case "MyGAL":
      return true;
    case "Self":
      return object.guid === question.user;
    case "MyDistributionGroups":
      return isManaged(object, question.user);
    case "OU":
      return isBelow(question, object, target);
    case "CustomRecipientScope":
    case "ExclusiveRecipientScope":
    case "CustomConfigScope":
    case "ExclusiveConfigScope": {
      const scope = target === null ? null : getObject(question.topology, target);
      return scope !== null && matchesScope(question, scope, object);
    }
    default:
      return false;
  }
}

const textOf = (scope: DirectoryObject, name: string): string => String(getProperty(schema, scope, name) ?? "");

/** Whether an object is one of those that a management scope means. */
export function matchesScope(question: ScopeQuestion, scope: DirectoryObject, object: DirectoryObject): boolean {
  switch (textOf(scope, "ScopeRestrictionType")) {
    case "RecipientScope": {
      const root = getProperty(schema, scope, "RecipientRoot");
      if (!isRecipient(object) || (isReference(root) && !isBelow(question, object, root.guid))) return false;
      return fits(question, textOf(scope, "RecipientFilter"), object);
    }
    case "ServerScope":
      return ownerFits(question, "ExchangeServer", textOf(scope, "ServerFilter"), object);
    case "DatabaseScope":
      return ownerFits(question, "MailboxDatabase", textOf(scope, "DatabaseFilter"), object);
    default:
      return false;
  }
}

/** Servers and databases are in a scope with all that lies below them. */
function ownerFits(question: ScopeQuestion, className: string, filter: string, object: DirectoryObject): boolean {
  const owner = pathOf(question.topology, object).find((above) => above.class === className);
  return owner !== undefined && fits(question, filter, owner);
}

/** Filters of servers write ServerSite for the site. */
const spelled = (filter: string): string => filter.replace(/\bServerSite\b/gi, "Site");

function fits({ context, topology }: ScopeQuestion, filter: string, object: DirectoryObject): boolean {
  return filter === "" || fitsFilter(context, parseFilter(spelled(filter)), topology, object);
}

/** The exclusive scopes that an object is in: only who has an assignment with one of them may change it. */
export function exclusiveScopesOf(question: ScopeQuestion, object: DirectoryObject): readonly DirectoryObject[] {
  const found: DirectoryObject[] = [];
  for (const scope of eachObject(question.topology, "ManagementScope")) {
    if (getProperty(schema, scope, "Exclusive") === true && matchesScope(question, scope, object)) found.push(scope);
  }
  return found;
}
