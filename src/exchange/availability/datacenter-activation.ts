import { type DirectoryObject, getProperty, isReference, reference } from "../../topology/index.js";
import { copiesOf } from "../databases/copies.js";
import { activeOn } from "../databases/database.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { activate, bestCopy } from "./activation.js";
import { databaseAvailabilityGroup } from "./database-availability-group.js";
import { warnOfFailure } from "./group-task-log.js";
import { membersOf, stoppedMembers } from "./members.js";
import { guidsOf } from "./quorum.js";
import { usualDirectory, witnessFrom } from "./witness.js";

/** Start-, Stop- and Restore-DatabaseAvailabilityGroup: the switch to another datacenter. */

const messages = {
  notDagOnly: message({
    text: () =>
      "You can run this command on a database availability group (DAG) only when the DatacenterActivationMode parameter for the DAG is set to DagOnly",
    exception: "Microsoft.Exchange.Cluster.Replay.DagTaskOperationFailedException",
    category: "InvalidArgument",
    certainty: "captured",
    evidence: "facts/captures.jsonl, start-databaseavailabilitygroup.1; type and category unknown",
  }),
  notReached: message({
    text: (server: string, verb: string) =>
      `${verb} failed: the server "${server}" couldn't be contacted. To change its state in the configuration only, use the ConfigurationOnly parameter.`,
    exception: "Microsoft.Exchange.Cluster.Replay.DagTaskOperationFailedException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Stop-DatabaseAvailabilityGroup -ConfigurationOnly), the text is not known",
  }),
  notMember: message({
    text: (server: string, group: string) => `The server "${server}" isn't a member of "${group}".`,
    exception: "Microsoft.Exchange.Cluster.Replay.DagTaskOperationFailedException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const unknown = { certainty: "unknown", evidence: "our wording: no capture of the question is known" } as const;
const sentences = {
  start: sentence({ text: (name: string) => `Starting database availability group "${name}".`, ...unknown }),
  stop: sentence({ text: (name: string) => `Stopping database availability group "${name}".`, ...unknown }),
  restore: sentence({ text: (name: string) => `Restoring database availability group "${name}".`, ...unknown }),
} as const;

/** The group, which must be in the mode for it. */
function groupToSwitch(task: Task): DirectoryObject {
  const group = task.resolve("Identity", databaseAvailabilityGroup.identity, (identity) => task.notFound(identity));
  if (getProperty(schema, group, "DatacenterActivationMode") !== "DagOnly") {
    warnOfFailure(task);
    throw task.failure(messages.notDagOnly, []);
  }
  return group;
}

/** The members that -MailboxServer or -ActiveDirectorySite means. */
function chosen(task: Task, group: DirectoryObject): readonly DirectoryObject[] {
  const members = membersOf(task.topology, group);
  if (task.has("MailboxServer")) {
    const server = resolveServer(task, "MailboxServer", "Mailbox");
    if (!members.some(({ guid }) => guid === server.guid)) {
      throw task.failure(messages.notMember, [server.name, group.name], task.id(group));
    }
    return [server];
  }
  if (!task.has("ActiveDirectorySite")) return members;
  const site = task.resolve("ActiveDirectorySite", { classes: ["ADSite"] }, (name) => task.parameterNotFound(name));
  return members.filter((server) => {
    const link = getProperty(schema, server, "Site");
    return isReference(link) && link.guid === site.guid;
  });
}

/** What is down can only be changed in the configuration. */
function checkReached(task: Task, group: DirectoryObject, servers: readonly DirectoryObject[]): void {
  const down = servers.find((server) => getProperty(schema, server, "IsDown") === true);
  if (down !== undefined && !task.isOn("ConfigurationOnly"))
    throw task.failure(messages.notReached, [down.name, task.info.name.split("-")[0] ?? ""], task.id(group));
}

/** Lists of a group's servers: with some more, or without some. */
function listed(group: DirectoryObject, property: string, servers: readonly DirectoryObject[], isIn: boolean) {
  const before = [...guidsOf(group, property)];
  const guids = servers.map(({ guid }) => guid);
  const others = before.filter((guid) => !guids.includes(guid));
  return (isIn ? [...before, ...guids.filter((guid) => !before.includes(guid))] : others).map(reference);
}

function stop(task: Task): void {
  const group = groupToSwitch(task);
  const servers = chosen(task, group);
  checkReached(task, group, servers);
  task.requireWrite(group);
  if (!task.shouldProcess(sentences.stop.text(group.name))) return;
  // Servers that can't be reached are marked only.
  const isReached = !task.isOn("ConfigurationOnly");
  change(task, group, {
    properties: {
      StoppedServers: listed(group, "StoppedServers", servers, true),
      ...(isReached ? { ClusterStoppedServers: listed(group, "ClusterStoppedServers", servers, true) } : {}),
    },
  });
}

function start(task: Task): void {
  const group = groupToSwitch(task);
  const servers = chosen(task, group);
  task.requireWrite(group);
  if (!task.shouldProcess(sentences.start.text(group.name))) return;
  const lists = ["StoppedServers", "ClusterStoppedServers", "EvictedServers"];
  const now = Object.fromEntries(lists.map((list) => [list, listed(group, list, servers, false)]));
  // The witness comes back when all members have; in Exchange it takes a Set-DatabaseAvailabilityGroup.
  const isWhole = now.StoppedServers?.length === 0;
  change(task, group, { properties: { ...now, ...(isWhole ? { UsesAlternateWitness: false } : {}) } });
}

/**
 * The stopped members are evicted from the cluster, which has quorum with those that are left, and these take the databases
 * over. With an even number of them, or one, the alternate witness takes the place of the witness (documented).
 */
function restore(task: Task): void {
  const group = groupToSwitch(task);
  const alternate = witnessFrom(task, "AlternateWitnessServer");
  task.requireWrite(group);
  if (!task.shouldProcess(sentences.restore.text(group.name))) return;
  if (alternate !== null) {
    const directory = task.text("AlternateWitnessDirectory") ?? usualDirectory(task, group.name);
    change(task, group, { properties: { AlternateWitnessServer: alternate, AlternateWitnessDirectory: directory } });
  }
  const evicted = stoppedMembers(task.topology, group);
  const hasAlternate = alternate !== null || typeof getProperty(schema, group, "AlternateWitnessServer") === "string";
  change(task, group, {
    properties: {
      EvictedServers: listed(group, "EvictedServers", evicted, true),
      MountsHeld: [],
      UsesAlternateWitness: hasAlternate && !task.isOn("UsePrimaryWitnessServer"),
    },
  });
  for (const server of evicted) {
    for (const database of activeOn(task, server)) {
      if (copiesOf(task.topology, database).length < 2) continue;
      const copy = bestCopy(task, database);
      if (copy !== null) activate(task, database, copy, true);
    }
  }
}

const common = ["Identity", "ActiveDirectorySite"];

export const stopGroup: VerbBehaviour = {
  taskClass: "SystemConfigurationTasks.StopDatabaseAvailabilityGroup",
  emulated: [...common, "MailboxServer", "ConfigurationOnly"],
  accepted: [],
  defaultParameterSet: "Identity",
  confirms: true,
  process: stop,
};

export const startGroup: VerbBehaviour = {
  taskClass: "SystemConfigurationTasks.StartDatabaseAvailabilityGroup",
  emulated: [...common, "MailboxServer"],
  // Nothing but the configuration keeps a member out of the cluster here.
  accepted: ["ConfigurationOnly"],
  defaultParameterSet: "Identity",
  process: start,
};

export const restoreGroup: VerbBehaviour = {
  taskClass: "SystemConfigurationTasks.RestoreDatabaseAvailabilityGroup",
  emulated: ["Identity", "AlternateWitnessServer", "AlternateWitnessDirectory", "UsePrimaryWitnessServer"],
  // Which members are evicted is what Stop-DatabaseAvailabilityGroup said of them.
  accepted: ["ActiveDirectorySite"],
  confirms: true,
  process: restore,
};
