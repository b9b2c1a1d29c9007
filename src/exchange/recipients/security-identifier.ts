import { type DirectoryObject, domainOf, listObjects, type Topology } from "../../topology/index.js";
import type { Source } from "../noun/source.js";
import { SecurityIdentifier } from "../types/security-identifier.js";

/** Relative identifiers below this belong to what Windows brings along. */
const firstRelativeIdentifier = 1000;

/** The SID of an account, as text: the domain's numbers, made of its name, and the account's own number. */
export function securityIdentifier({ topology, object }: Pick<Source, "topology" | "object">): string {
  return `${domainIdentifier(topology, domainOf(topology, object))}-${firstRelativeIdentifier + object.usnCreated}`;
}

/** The SID of an account. */
export function sidOf(source: Pick<Source, "topology" | "object">): SecurityIdentifier {
  return new SecurityIdentifier(securityIdentifier(source));
}

/** Those of some accounts that have a SID. */
export function identifiedBy(
  topology: Topology,
  accounts: readonly DirectoryObject[],
  identifier: string,
): readonly DirectoryObject[] {
  const number = Number(identifier.slice(identifier.lastIndexOf("-") + 1)) - firstRelativeIdentifier;
  const wanted = identifier.toUpperCase();
  return accounts.filter(
    (object) => object.usnCreated === number && securityIdentifier({ topology, object }) === wanted,
  );
}

/** The SID of a domain, as text. */
export function domainIdentifier(topology: Topology, domain: string): string {
  const numbers = [1, 2, 3].map((part) => hash(`${part}${domain}${listObjects(topology, "Domain")[0]?.guid ?? ""}`));
  return `S-1-5-21-${numbers.join("-")}`;
}

function hash(text: string): number {
  let result = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) result = Math.imul(result ^ text.charCodeAt(i), 0x01000193);
  return result >>> 0;
}
