import {
  type DirectoryObject,
  findByIndex,
  getProperty,
  type IdentityQuery,
  listObjects,
  pathOf,
  type Topology,
} from "../../topology/index.js";
import { identifiedBy } from "../recipients/security-identifier.js";
import { schema } from "../schema.js";

/** The names that Windows has for users and groups: `CONTOSO\alan.reid`, `S-1-5-21-…`. */

/** The short name of an object's domain, as it stands before account names. */
export function domainNameOf(topology: Topology, object: DirectoryObject): string {
  const [domain] = pathOf(topology, object);
  const short = domain?.class === "Domain" ? getProperty(schema, domain, "NetBIOSName") : null;
  return typeof short === "string" ? short : (domain?.name ?? "");
}

/** `CONTOSO\alan.reid`. */
export function accountNameOf(topology: Topology, object: DirectoryObject): string {
  const account = getProperty(schema, object, "SamAccountName");
  return `${domainNameOf(topology, object)}\\${typeof account === "string" ? account : object.name}`;
}

const accountIndex = "samAccountName";

/** What `DOMAIN\name` and a security identifier mean, in the classes of a query that have such names. */
export function accountsNamed(topology: Topology, text: string, { classes, where }: IdentityQuery): DirectoryObject[] {
  const isIdentifier = /^S-1-5-21-/i.test(text);
  const backslash = text.indexOf("\\");
  if (!isIdentifier && backslash < 0) return [];
  const fits = (object: DirectoryObject): boolean => where?.(object) ?? true;
  const accounts = classes.filter((name) => Object.hasOwn(schema.find(name)?.indexes ?? {}, accountIndex));
  if (isIdentifier)
    return accounts.flatMap((name) => identifiedBy(topology, listObjects(topology, name), text)).filter(fits);
  const domain = text.slice(0, backslash).toLowerCase();
  return accounts
    .flatMap((name) => findByIndex(topology, name, accountIndex, text.slice(backslash + 1)))
    .filter((object) => domainNameOf(topology, object).toLowerCase() === domain && fits(object));
}
