import { type DirectoryObject, listObjects } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { computed, fixed } from "../properties/property.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";
import { runs } from "../servers/running-services.js";
import { databaseAvailabilityGroup } from "./database-availability-group.js";
import { copiesOn, copyName } from "./find-copies.js";
import { statusOfCopy } from "./mailbox-database-copy-status.js";
import { groupOf, membersOf } from "./members.js";
import { type Cluster, clusterOf } from "./quorum.js";

const typeName = "Microsoft.Exchange.Monitoring.ReplicationCheckOutcome";

/** One check of replication on a server. List and order of the checks: facts/nouns.json; view: test-replicationhealth.1. */
export const replicationHealth = defineNoun({
  noun: "ReplicationHealth",
  identity: serverQuery,
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    computed("Server", "string", live("Server")),
    computed("Check", "string", live("Check")),
    computed("CheckDescription", "string", live("CheckDescription"), { certainty: "unknown" }),
    computed("Result", "string", live("Result")),
    computed("Error", "string", live("Error")),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Server", width: 15 },
        { property: "Check", width: 26 },
        { property: "Result", width: 10 },
        { property: "Error" },
      ],
    },
  ],
});

/** A check: what it looks at, and what it finds wrong; `""` when nothing is. The failures' words are ours. */
interface Check {
  readonly name: string;
  /** Known from ClusterService alone; the others are our wording. */
  readonly description: string;
  readonly inGroupsOnly: boolean;
  readonly failure: (task: Task, server: DirectoryObject) => string;
}

const fine = (): string => "";

function replayStopped(task: Task, server: DirectoryObject): string {
  return runs(task.topology, server, "MSExchangeRepl")
    ? ""
    : `The Microsoft Exchange Replication service isn't running on server '${server.name}'.`;
}

/** What is wrong with the cluster below the server's group. */
const inCluster =
  (failure: (cluster: Cluster, server: DirectoryObject) => string): Check["failure"] =>
  (task, server) => {
    const group = groupOf(task.topology, server);
    return group === null ? "" : failure(clusterOf(task.topology, group), server);
  };

const serviceDown = inCluster(({ hasQuorum, running }, server) =>
  hasQuorum && running.some(({ guid }) => guid === server.guid)
    ? ""
    : `The Cluster service isn't running on server '${server.name}'.`,
);
const membersDown = inCluster(({ voters, running }) => {
  const down = voters.filter((server) => !running.includes(server));
  return down.length === 0 ? "" : `Members that are down: ${down.map(({ name }) => name).join(", ")}.`;
});
const noQuorum = inCluster(({ hasQuorum }) => (hasQuorum ? "" : "The cluster has no quorum."));
const noWitness = inCluster(({ witnessAnswers }) => (witnessAnswers ? "" : "The witness server doesn't answer."));

/** Copies on the server in one of some states. */
const copiesIn =
  (states: readonly string[]) =>
  (task: Task, server: DirectoryObject): string => {
    const found = copiesOn(task, server).filter((copy) => states.includes(statusOfCopy(task, copy)));
    return found.length === 0 ? "" : `Copies: ${found.map(copyName).join(", ")}.`;
  };

const check = (name: string, description: string, failure: Check["failure"] = fine): Check => ({
  name,
  description,
  inGroupsOnly: true,
  failure,
});

const checks: readonly Check[] = [
  check("ClusterService", "Checks whether the cluster service is healthy locally.", serviceDown),
  {
    ...check("ReplayService", "Checks whether the Replication service is running.", replayStopped),
    inGroupsOnly: false,
  },
  { ...check("ActiveManager", "Checks whether Active Manager is running.", noQuorum), inGroupsOnly: false },
  { ...check("TasksRpcListener", "Checks whether the Replication service answers tasks."), inGroupsOnly: false },
  check("TcpListener", "Checks whether the Replication service listens for log copying."),
  check("DagMembersUp", "Checks whether all members of the group are up.", membersDown),
  check("ClusterNetwork", "Checks whether the networks of the cluster are healthy."),
  check("QuorumGroup", "Checks whether the cluster's core group is healthy.", noQuorum),
  check("FileShareQuorum", "Checks whether the witness can be reached.", noWitness),
  check("DBCopySuspended", "Checks whether copies are suspended.", copiesIn(["Suspended"])),
  check("DBCopyFailed", "Checks whether copies have failed.", copiesIn(["Failed", "FailedAndSuspended"])),
  check("DBInitializing", "Checks whether copies are being initialized for too long."),
  check("DBDisconnected", "Checks whether copies are disconnected."),
  check("DBLogCopyKeepingUp", "Checks whether log copying keeps up."),
  check("DBLogReplayKeepingUp", "Checks whether log replay keeps up."),
];

/** What -OutputObjects gives in place of the checks: an object for each failure (documented; its list from memory). */
const outputType = "Microsoft.Exchange.Monitoring.ReplicationCheckOutputObject";
const replicationCheckOutput = defineNoun({
  noun: "the failures of Test-ReplicationHealth",
  identity: serverQuery,
  typeNames: [outputType],
  properties: () => [
    computed("Server", "string", live("Server")),
    computed("CheckId", "string", live("Check")),
    computed("CheckTitle", "string", live("CheckDescription"), { certainty: "unknown" }),
    computed("Result", "string", live("Result")),
    computed("Error", "string", live("Error")),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [],
});

/** The witness has a vote where the number of members is even. */
function applies(task: Task, server: DirectoryObject, { name, inGroupsOnly }: Check): boolean {
  const group = groupOf(task.topology, server);
  if (group === null) return !inGroupsOnly;
  return name !== "FileShareQuorum" || clusterOf(task.topology, group).witness !== "None";
}

/** The server that -Identity means, the members of -DatabaseAvailabilityGroup, or the local server. */
function serversToTest(task: Task): readonly DirectoryObject[] {
  if (task.value("Identity") instanceof IdParameter) return [resolveServer(task, "Identity", "Mailbox")];
  if (task.has("DatabaseAvailabilityGroup")) {
    const { identity: query } = databaseAvailabilityGroup;
    const group = task.resolve("DatabaseAvailabilityGroup", query, (identity) => task.parameterNotFound(identity));
    return membersOf(task.topology, group);
  }
  return listObjects(task.topology, "ExchangeServer").slice(0, 1);
}

function test(task: Task, server: DirectoryObject): void {
  for (const each of checks) {
    if (!applies(task, server, each)) continue;
    const failure = each.failure(task, server);
    if (task.isOn("OutputObjects") && failure === "") continue;
    const values = new Map<string, Value>([
      ["Server", server.name.toUpperCase()],
      ["Check", each.name],
      ["CheckDescription", each.description],
      ["Result", failure === "" ? "Passed" : "*FAILED*"],
      ["Error", failure],
    ]);
    const noun = task.isOn("OutputObjects") ? replicationCheckOutput : replicationHealth;
    task.cmdlet.writeObject(noun.present({ ...task.source(server), live: values }));
  }
}

export const replicationHealthVerbs: NounVerbs = {
  Test: {
    taskClass: "Microsoft.Exchange.Monitoring.TestReplicationHealth",
    emulated: ["Identity", "DatabaseAvailabilityGroup", "OutputObjects"],
    // Nothing is slow here, and no monitoring listens.
    accepted: ["ActiveDirectoryTimeout", "MonitoringContext", "TransientEventSuppressionWindow"],
    process: (task) => {
      for (const server of serversToTest(task)) test(task, server);
    },
  },
};
