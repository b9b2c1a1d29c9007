import {
  escapeCanonicalPart,
  formatDomain,
  formatRelativeName,
  parseCanonicalName,
  parseDistinguishedName,
} from "./distinguished-name.js";
import { getObject } from "./read.js";
import type { NamingAttribute, Schema } from "./schema.js";
import { type DirectoryObject, parentKey, siblingKey, type Topology } from "./state.js";
import { hashGet } from "./storage/hash-table.js";
import type { Guid } from "./value.js";

/*
 * Distinguished and canonical names are computed from the links to parents, never stored: renaming or moving a
 * container costs nothing and every name below it is right at once. Finding by such a name walks down the same links.
 */

/** The distinguished name of an object: `CN=MB-HO-01,CN=Databases,…,DC=exchangeserverpro,DC=net`. */
export function distinguishedName(schema: Schema, topology: Topology, object: DirectoryObject): string {
  const steps = pathOf(topology, object).map((step) =>
    step.parent === null
      ? formatDomain(step.name)
      : formatRelativeName({ attribute: schema.get(step.class).naming ?? "CN", name: step.name }),
  );
  return steps.reverse().join(",");
}

/** The canonical name of an object: `exchangeserverpro.net/Users/Alan Reid`. */
export function canonicalName(topology: Topology, object: DirectoryObject): string {
  return pathOf(topology, object)
    .map((step) => escapeCanonicalPart(step.name))
    .join("/");
}

/** The DNS name of the domain that an object belongs to; for objects of the configuration, the forest's root domain. */
export function domainOf(topology: Topology, object: DirectoryObject): string {
  return pathOf(topology, object)[0]?.name ?? "";
}

/** An object with all that is above it, the root of the domain first. */
export function pathOf(topology: Topology, object: DirectoryObject): DirectoryObject[] {
  const path = [object];
  for (let step = object; step.parent !== null; ) {
    const above = getObject(topology, step.parent);
    if (above === null) throw new Error(`The parent of ${step.class} "${step.name}" is missing from the topology.`);
    path.push(above);
    step = above;
  }
  return path.reverse();
}

/** The object with a distinguished name (case and blanks between steps aside), or null. */
export function findByDistinguishedName(topology: Topology, text: string): DirectoryObject | null {
  const steps = parseDistinguishedName(text);
  if (steps === null) return null;
  const firstLabel = steps.findLastIndex((step) => step.attribute !== "DC") + 1;
  const labels = steps.slice(firstLabel).map((step) => step.name);
  if (labels.length === 0) return null;
  let guid = childNamed(topology, null, "DC", labels.join("."));
  for (const { attribute, name } of steps.slice(0, firstLabel).reverse()) {
    if (guid === undefined) return null;
    guid = childNamed(topology, guid, attribute, name);
  }
  return guid === undefined ? null : getObject(topology, guid);
}

/** The objects with a canonical name: usually one, two where a container and a unit share a name. */
export function findByCanonicalName(topology: Topology, text: string): DirectoryObject[] {
  const [domain, ...parts] = parseCanonicalName(text.endsWith("/") ? text.slice(0, -1) : text);
  const root = childNamed(topology, null, "DC", domain ?? "");
  let found: Guid[] = root === undefined ? [] : [root];
  for (const part of parts) {
    found = found
      .flatMap((guid) => (["CN", "OU"] as const).map((attribute) => childNamed(topology, guid, attribute, part)))
      .filter((guid) => guid !== undefined);
  }
  return found.map((guid) => getObject(topology, guid)).filter((object) => object !== null);
}

/** The GUID of the object that a parent (null: the forest) has under a name, or undefined. */
export function childNamed(
  topology: Topology,
  parent: Guid | null,
  attribute: NamingAttribute,
  name: string,
): Guid | undefined {
  const siblings = hashGet(topology.children, parentKey(parent));
  return siblings === undefined ? undefined : hashGet(siblings, siblingKey(attribute, name));
}
