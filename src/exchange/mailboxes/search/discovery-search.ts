import {
  type DirectoryObject,
  eachObject,
  getObject,
  getProperty,
  isList,
  isRecord,
  isReference,
  type PropertyValue,
  type Topology,
  updateObject,
} from "../../../topology/index.js";
import { ticksPerSecond } from "../../../values/date-time.js";
import { declareInDirectory, schema } from "../../schema.js";
import { enumeration } from "../../types/enumeration.js";
import { changeFolder } from "../mailbox-content.js";

/**
 * Searches of many mailboxes that the server works on: what was found is counted when a search begins, and lies in the
 * discovery mailbox when it is through (ten seconds, and five for each mailbox: invented).
 */

export const searchClass = "MailboxSearch";

/** Members documented (Get-MailboxSearch), order from memory. */
export const searchState = enumeration("Microsoft.Exchange.Data.Storage.Infoworker.MailboxSearch.SearchState", [
  "NotStarted",
  "InProgress",
  "Failed",
  "Stopping",
  "Stopped",
  "Succeeded",
  "PartiallySucceeded",
  "EstimateInProgress",
  "EstimateSucceeded",
  "EstimateFailed",
  "EstimateStopped",
]);

/** What a search has found in a folder of a mailbox. */
export interface FoundPart {
  /** The mailbox's GUID. */
  readonly mailbox: string;
  readonly path: string;
  readonly items: number;
  readonly size: bigint;
}

const own = (search: DirectoryObject, name: string): PropertyValue => getProperty(schema, search, name);

export const foundAsProperty = (found: readonly FoundPart[]): PropertyValue =>
  found.map((part) => ({ kind: "found", ...part }));

export function foundOf(search: DirectoryObject): readonly FoundPart[] {
  const kept = own(search, "Found");
  return (isList(kept) ? kept : []).flatMap((each) =>
    isRecord(each) && typeof each.size === "bigint"
      ? [{ mailbox: String(each.mailbox), path: String(each.path), items: Number(each.items), size: each.size }]
      : [],
  );
}

/** The mailboxes that a search goes through: those it names, or all. */
export function sourcesOf(topology: Topology, search: DirectoryObject): readonly DirectoryObject[] {
  const named = own(search, "SourceMailboxes");
  const guids = (isList(named) ? named : []).flatMap((link) => (isReference(link) ? [link.guid] : []));
  if (guids.length === 0)
    return [...eachObject(topology, "User")].filter((user) => isReference(getProperty(schema, user, "Database")));
  return guids.flatMap((guid) => {
    const object = getObject(topology, guid);
    if (object === null) return [];
    if (object.class === "User") return [object];
    const members = getProperty(schema, object, "Members");
    return (isList(members) ? members : []).flatMap((link) => {
      const member = isReference(link) ? getObject(topology, link.guid) : null;
      return member?.class === "User" ? [member] : [];
    });
  });
}

/** Whether a search counts and copies nothing. */
export const onlyEstimates = (search: DirectoryObject): boolean =>
  own(search, "EstimateOnly") === true || !isReference(own(search, "TargetMailbox"));

const dueAt = (topology: Topology, search: DirectoryObject): bigint | null => {
  const started = own(search, "StartedAt");
  if (typeof started !== "bigint" || own(search, "EndedAt") !== null) return null;
  return started + (10n + 5n * BigInt(sourcesOf(topology, search).length)) * ticksPerSecond;
};

export function stateOf(
  topology: Topology,
  search: DirectoryObject,
): { readonly state: string; readonly percent: number } {
  const estimates = onlyEstimates(search) ? "Estimate" : "";
  const started = own(search, "StartedAt");
  if (typeof started !== "bigint") return { state: "NotStarted", percent: 0 };
  if (own(search, "IsStopped") === true) return { state: `${estimates}Stopped`, percent: 0 };
  const due = dueAt(topology, search);
  if (due === null || due <= topology.clock) return { state: `${estimates}Succeeded`, percent: 100 };
  const share = Number(((topology.clock - started) * 100n) / (due - started));
  return { state: estimates === "" ? "InProgress" : "EstimateInProgress", percent: share };
}

/** Searches that are through: what they found lies in their target mailboxes. */
function completeSearches(topology: Topology): Topology {
  let passed = topology;
  for (const search of eachObject(topology, searchClass)) {
    const due = own(search, "IsStopped") === true ? null : dueAt(topology, search);
    if (due === null || due > topology.clock) continue;
    const result = updateObject(schema, passed, search.guid, { properties: { EndedAt: due } });
    if (result.ok) passed = onlyEstimates(search) ? result.topology : copied(result.topology, search);
  }
  return passed;
}

/** `/Search/Alan Reid/Inbox` of the target mailbox. */
function copied(topology: Topology, search: DirectoryObject): Topology {
  const link = own(search, "TargetMailbox");
  let passed = topology;
  for (const { mailbox, path, items, size } of foundOf(search)) {
    const target = isReference(link) ? getObject(passed, link.guid) : null;
    const name = getObject(passed, mailbox)?.name ?? mailbox;
    if (target !== null) passed = changeFolder(passed, target, `/${search.name}/${name}${path}`, items, size);
  }
  return passed;
}

declareInDirectory({ noun: "searches of mailboxes that end", passing: completeSearches });
