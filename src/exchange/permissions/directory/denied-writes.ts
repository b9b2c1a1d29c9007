import { type DirectoryObject, pathOf, type Topology } from "../../../topology/index.js";
import { accessListAttributes } from "../../schema.js";
import { domainNameOf } from "../account-names.js";
import { principalText } from "../security-principal.js";
import { directoryEntriesIn } from "./directory-entry.js";
import { bitsOf } from "./rights.js";

/**
 * Exchange writes to the directory as a group of its own, which may write everywhere. What denies it that, on the
 * object or above it, keeps all cmdlets from changing the object, whoever runs them.
 */
const trusted = "Exchange Trusted Subsystem";

const writeBits = bitsOf(["WriteProperty"]);
const onlyBelow = ["Descendents", "Children"];
const notBelow = ["None", ...onlyBelow.slice(1)];

/** Whether an entry of the access lists denies Exchange to change an object. Entries about one property don't count. */
export function isWriteDenied(topology: Topology, object: DirectoryObject): boolean {
  return pathOf(topology, object).some((place) => {
    const added = place.properties[accessListAttributes.added];
    if (added === undefined || added === null) return false;
    const isOwn = place.guid === object.guid;
    return directoryEntriesIn(added).some(
      ({ deny, bits, about, inheritance, principal }) =>
        deny &&
        about === null &&
        (bits & writeBits) !== 0n &&
        !(isOwn ? onlyBelow : notBelow).includes(inheritance) &&
        isTrusted(topology, principal, object),
    );
  });
}

function isTrusted(topology: Topology, principal: string, near: DirectoryObject): boolean {
  const name = principalText(topology, principal).toLowerCase();
  return name === "everyone" || name === `${domainNameOf(topology, near)}\\${trusted}`.toLowerCase();
}
