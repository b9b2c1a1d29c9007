import { type DirectoryObject, findByIndex, getObject, getProperty, reference } from "../../topology/index.js";
import { copiesOf } from "../databases/copies.js";
import { activeOn } from "../databases/database.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { add, change } from "../noun/write.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { resolveServer } from "../servers/resolve-server.js";
import { databaseAvailabilityGroup, networksOf } from "./database-availability-group.js";
import { warnOfFailure } from "./group-task-log.js";
import { groupOf, membersOf } from "./members.js";
import { guidsOf } from "./quorum.js";
import { warnOfShare } from "./witness.js";

/** Membership of a server in a group: what Add- and Remove-DatabaseAvailabilityGroupServer change. They give no objects. */
export const databaseAvailabilityGroupServer = defineNoun({
  noun: "DatabaseAvailabilityGroupServer",
  identity: databaseAvailabilityGroup.identity,
  typeNames: ["Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseAvailabilityGroupServer"],
  properties: () => [],
  views: [],
});

const dagTask = {
  exception: "Microsoft.Exchange.Cluster.Replay.DagTaskOperationFailedException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
} as const;

const messages = {
  isMember: message({
    text: (server: string, group: string) =>
      `The server "${server}" is already a member of the database availability group "${group}".`,
    ...dagTask,
  }),
  isWitness: message({
    text: (server: string, group: string) =>
      `The server "${server}" can't become a member of "${group}" because it is its witness server.`,
    ...dagTask,
  }),
  isFull: message({
    text: (group: string) => `The database availability group "${group}" has 16 members already, and can't have more.`,
    ...dagTask,
  }),
  isNoMember: message({
    text: (server: string, group: string) =>
      `The server "${server}" isn't a member of the database availability group "${group}".`,
    ...dagTask,
  }),
  notReached: message({
    text: () =>
      "A server-side database availability group administrative operation failed. Error: The operation failed with message: Error 0x6ba (The RPC server is unavailable) from cli_RpccCreateCluster",
    ...dagTask,
    certainty: "derived",
    evidence: "facts/nouns.json, Add-DatabaseAvailabilityGroupServer: the frame was seen with error 0x6f7",
  }),
  lost: message({
    text: (server: string) =>
      `The server "${server}" couldn't be contacted. If it is lost for good, use the ConfigurationOnly parameter to remove it from the group's configuration.`,
    ...dagTask,
  }),
  hasCopies: message({
    text: (server: string, databases: string) =>
      `The server "${server}" can't leave the group because it holds copies of replicated databases: ${databases}. Remove the copies first.`,
    ...dagTask,
  }),
} as const;

const sentences = {
  add: sentence({
    text: (server: string, group: string) =>
      `Adding Mailbox server "${server}" to database availability group "${group}".`,
    certainty: "unknown",
    evidence: "our wording, after that of the removal",
  }),
  remove: sentence({
    text: (server: string, group: string) =>
      `Removing Mailbox server "${server}" from database availability group "${group}".`,
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-DatabaseAvailabilityGroupServer",
  }),
} as const;

const mostMembers = 16;
const isDown = (server: DirectoryObject): boolean => getProperty(schema, server, "IsDown") === true;

function groupOfTask(task: Task): DirectoryObject {
  return task.resolve("Identity", databaseAvailabilityGroup.identity, (identity) => task.notFound(identity));
}

function checkNewMember(task: Task, group: DirectoryObject, server: DirectoryObject): void {
  const present = groupOf(task.topology, server);
  const witness = getProperty(schema, group, "WitnessServer");
  const failure =
    present !== null
      ? task.failure(messages.isMember, [server.name, present.name], task.id(group))
      : typeof witness === "string" && witness.toLowerCase() === fqdnOf(server).toLowerCase()
        ? task.failure(messages.isWitness, [server.name, group.name], task.id(group))
        : membersOf(task.topology, group).length >= mostMembers
          ? task.failure(messages.isFull, [group.name], task.id(group))
          : null;
  if (failure === null) return;
  warnOfFailure(task);
  throw failure;
}

function addServer(task: Task): void {
  const group = groupOfTask(task);
  task.requireWrite(group);
  const server = resolveServer(task, "MailboxServer", "Mailbox");
  checkNewMember(task, group, server);
  if (!task.shouldProcess(sentences.add.text(server.name, group.name))) return;
  if (getProperty(schema, server, "IsDown") === true) {
    warnOfFailure(task);
    throw task.failure(messages.notReached, [], task.id(group));
  }
  change(task, server, { properties: { DatabaseAvailabilityGroup: reference(group.guid) } });
  if (membersOf(task.topology, group).length === 2) warnOfShare(task, group);
  setMaster(task, server, group);
  makeFirstNetwork(task, group);
}

/** The databases of a member belong to the group; recovery databases and public folders stay the server's. */
function setMaster(task: Task, server: DirectoryObject, master: DirectoryObject): void {
  for (const database of activeOn(task, server)) {
    if (database.class !== "MailboxDatabase" || getProperty(schema, database, "Recovery") === true) continue;
    change(task, database, { properties: { MasterServerOrAvailabilityGroup: reference(master.guid) } });
  }
}

/** The cluster finds its networks when the first member forms it; which subnets they are, organizations don't say. */
export function makeFirstNetwork(task: Task, group: DirectoryObject): void {
  if (membersOf(task.topology, group).length === 0 || networksOf(task, group).length > 0) return;
  const name = task.info.release === "2010" ? "DAGNetwork01" : "MapiDagNetwork";
  add(task, { class: "DatabaseAvailabilityGroupNetwork", name, parent: group.guid });
}

/** The replicated databases that have a copy on a server. */
function replicatedOn(task: Task, server: DirectoryObject): readonly string[] {
  return findByIndex(task.topology, "DatabaseCopy", "server", server.guid).flatMap(({ parent }) => {
    const database = parent === null ? null : getObject(task.topology, parent);
    return database !== null && copiesOf(task.topology, database).length > 1 ? [database.name] : [];
  });
}

/** The group's lists of members without one. */
function withoutMember(group: DirectoryObject, { guid }: DirectoryObject) {
  const lists = ["StoppedServers", "ClusterStoppedServers", "EvictedServers", "MountsHeld"];
  const rest = (list: string) => [...guidsOf(group, list)].filter((each) => each !== guid).map(reference);
  return Object.fromEntries(lists.map((list) => [list, rest(list)]));
}

function removeServer(task: Task): void {
  const group = groupOfTask(task);
  const server = resolveServer(task, "MailboxServer", "Mailbox");
  if (groupOf(task.topology, server)?.guid !== group.guid) {
    throw task.failure(messages.isNoMember, [server.name, group.name], task.id(group));
  }
  const replicated = replicatedOn(task, server);
  if (replicated.length > 0) {
    throw task.failure(messages.hasCopies, [server.name, replicated.join(", ")], task.id(group));
  }
  if (isDown(server) && !task.isOn("ConfigurationOnly"))
    throw task.failure(messages.lost, [server.name], task.id(group));
  task.requireWrite(group);
  if (!task.shouldProcess(sentences.remove.text(server.name, group.name))) return;
  change(task, group, { properties: withoutMember(group, server) });
  change(task, server, { properties: { DatabaseAvailabilityGroup: null } });
  setMaster(task, server, server);
}

export const databaseAvailabilityGroupServerVerbs: NounVerbs = {
  Add: {
    taskClass: "SystemConfigurationTasks.AddDatabaseAvailabilityGroupServer",
    emulated: ["Identity", "MailboxServer"],
    accepted: ["SkipDagValidation"],
    process: addServer,
  },
  Remove: {
    taskClass: "SystemConfigurationTasks.RemoveDatabaseAvailabilityGroupServer",
    emulated: ["Identity", "MailboxServer", "ConfigurationOnly"],
    accepted: ["SkipDagValidation"],
    confirms: true,
    process: removeServer,
  },
};
