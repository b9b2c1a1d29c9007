import {
  type DirectoryObject,
  findByIndex,
  followReference,
  getProperty,
  isReference,
  listObjects,
  type PropertyValue,
  type Topology,
} from "../../../topology/index.js";
import type { Task } from "../../noun/task.js";
import { schema } from "../../schema.js";
import { fqdnOf } from "../../servers/fqdn-of.js";
import { activeServerOf, databaseOf } from "../../transport/delivery.js";
import { organizationMailbox } from "../mailbox-rows-2013.js";

/** The arbitration mailbox that makes an address book: the one that it names, else the organization's; `null` without one. */
export function generatorOf(topology: Topology, book: DirectoryObject): DirectoryObject | null {
  const named = getProperty(schema, book, "GeneratingMailbox");
  const target = isReference(named) ? followReference(topology, named) : null;
  if (target?.state === "live") return target.object;
  if (getProperty(schema, book, "Server") !== null) return null;
  return findByIndex(topology, "User", "alias", organizationMailbox)[0] ?? null;
}

/**
 * What making a book anew leaves in it: when, and since 2013 how many recipients it has and who has made it (the form:
 * facts/captures.jsonl, get-offlineaddressbook.1).
 */
export function afterGeneration(task: Task, book: DirectoryObject): Readonly<Record<string, PropertyValue>> {
  const { topology } = task;
  const touched = { LastTouchedTime: topology.clock };
  const generator = generatorOf(topology, book);
  if (generator === null || task.source(book).release === "2010") return touched;
  const database = databaseOf(topology, generator);
  const server = database === null ? null : activeServerOf(topology, database);
  const mailbox = String(getProperty(schema, generator, "ExchangeGuid") ?? "");
  return {
    ...touched,
    LastNumberOfRecords: listedRecipients(topology),
    LastGeneratingData: `MailboxGuid: ${mailbox}; DatabaseGuid: ${database?.guid ?? ""}; Server: ${server === null ? "" : fqdnOf(server)}`,
  };
}

const recipientClasses = ["User", "Contact", "Group", "DynamicDistributionGroup"] as const;

/** How many recipients the lists of the organization show. */
function listedRecipients(topology: Topology): number {
  const isListed = (object: DirectoryObject): boolean =>
    typeof getProperty(schema, object, "Alias") === "string" &&
    getProperty(schema, object, "HiddenFromAddressListsEnabled") !== true;
  return recipientClasses.reduce((sum, name) => sum + listObjects(topology, name).filter(isListed).length, 0);
}
