import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { organizationOf } from "../../exchange/organization.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { groupNamed, moveCoreGroup } from "../change/balancing.js";
import { objectType } from "../cmdlets/lab-object.js";
import { change, guarded, named, settledTopology } from "../cmdlets/task.js";
import { LabError } from "../lab-error.js";
import { type GroupCluster, networkOf } from "../network.js";
import { localHost } from "../programs/here.js";
import { moduleVersion, windowsModule } from "./windows-module.js";

/**
 * FailoverClusters, as far as it shows what availability groups stand on: the cluster, its nodes, and its core group,
 * with which the group's name and address move. Tables are from memory of Windows Server 2008 R2, texts of errors are ours.
 */
const source = "FailoverClusters";
const typeNameOf = (command: string): string =>
  `Microsoft.FailoverClusters.PowerShell.${command.replace("-", "")}Command`;

interface ResourceGroup {
  readonly name: string;
  readonly cluster: GroupCluster;
}

const coreGroup = "Cluster Group";

const groupType = objectType<ResourceGroup>("Microsoft.FailoverClusters.PowerShell.ClusterGroup", [
  { name: "Name", width: 24, value: ({ name }) => name },
  { name: "OwnerNode", width: 24, value: ({ cluster }) => cluster.owner?.name ?? "" },
  { name: "State", width: 10, alignment: "right", value: ({ name, cluster }) => stateOf(name, cluster) },
  { name: "Cluster", value: ({ cluster }) => cluster.name },
]);

/** A DAG has no storage that is shared: that group stays offline. */
function stateOf(name: string, { owner }: GroupCluster): string {
  return name === coreGroup && owner !== null ? "Online" : "Offline";
}

const clusterType = objectType<GroupCluster>("Microsoft.FailoverClusters.PowerShell.Cluster", [
  { name: "Name", width: 24, value: ({ name }) => name },
]);

interface Node {
  readonly name: string;
  readonly isUp: boolean;
}

const nodeType = objectType<Node>("Microsoft.FailoverClusters.PowerShell.ClusterNode", [
  { name: "Name", width: 24, value: ({ name }) => name },
  { name: "State", width: 10, alignment: "right", value: ({ isUp }) => (isUp ? "Up" : "Down") },
]);

const clusterParameter = { type: "string" } as const;

/** The cluster that is named, or the one that this server is a member of. */
function clusterOf(cmdlet: CmdletRuntime, name: string | undefined): GroupCluster {
  const topology = settledTopology(cmdlet);
  if (name !== undefined) return groupNamed(topology, name);
  const host = localHost(organizationOf(cmdlet.context));
  const { groups } = networkOf(topology);
  const own = groups.find(({ members }) => members.some(({ object }) => object.guid === host?.object.guid));
  if (own !== undefined) return own;
  throw new LabError(
    "NotFound",
    `The cluster service is not running on ${host?.name ?? "this machine"}. Name a cluster with -Cluster.`,
    host?.name,
  );
}

const groupsOf = (cluster: GroupCluster): readonly ResourceGroup[] =>
  ["Available Storage", coreGroup].map((name) => ({ name, cluster }));

const getCluster = defineCmdlet({
  name: "Get-Cluster",
  typeName: typeNameOf("Get-Cluster"),
  source,
  version: moduleVersion,
  synopsis: "Gives the failover cluster of a database availability group.",
  parameters: { Name: { type: "string", position: 0 } },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => cmdlet.writeObject(clusterType.make(clusterOf(cmdlet, parameters.Name))));
    },
  }),
});

const getClusterNode = defineCmdlet({
  name: "Get-ClusterNode",
  typeName: typeNameOf("Get-ClusterNode"),
  source,
  version: moduleVersion,
  synopsis: "Gives the members of a cluster.",
  parameters: { Name: { type: "string[]", position: 0 }, Cluster: clusterParameter },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => {
        const { members } = clusterOf(cmdlet, parameters.Cluster);
        for (const node of named(cmdlet, "node", members, parameters.Name)) cmdlet.writeObject(nodeType.make(node));
      });
    },
  }),
});

const getClusterGroup = defineCmdlet({
  name: "Get-ClusterGroup",
  typeName: typeNameOf("Get-ClusterGroup"),
  source,
  version: moduleVersion,
  synopsis: "Gives the groups of a cluster: the core group has its name and address.",
  parameters: { Name: { type: "string[]", position: 0 }, Cluster: clusterParameter },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => {
        const groups = groupsOf(clusterOf(cmdlet, parameters.Cluster));
        for (const group of named(cmdlet, "cluster group", groups, parameters.Name)) {
          cmdlet.writeObject(groupType.make(group));
        }
      });
    },
  }),
});

const moveClusterGroup = defineCmdlet({
  name: "Move-ClusterGroup",
  typeName: typeNameOf("Move-ClusterGroup"),
  source,
  version: moduleVersion,
  synopsis: "Moves a group of a cluster to another member.",
  parameters: {
    Name: { type: "string", mandatory: true, position: 0, pipeline: "name" },
    Node: { type: "string", position: 1 },
    Cluster: { ...clusterParameter, pipeline: "name" },
    Wait: { type: "int", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => {
        const cluster = clusterOf(cmdlet, parameters.Cluster);
        const group = groupsOf(cluster).find(({ name }) => name.toLowerCase() === parameters.Name?.toLowerCase());
        if (group === undefined) {
          throw new LabError("NotFound", `The cluster group "${parameters.Name}" was not found.`, parameters.Name);
        }
        const node = parameters.Node ?? otherMember(cluster);
        if (!change(cmdlet, (topology) => moveCoreGroup(topology, cluster.name, node))) return;
        cmdlet.writeObject(groupType.make({ ...group, cluster: clusterOf(cmdlet, cluster.name) }));
      });
    },
  }),
});

/** Without -Node it is the next member that is up. */
function otherMember({ members, owner, name }: GroupCluster): string {
  const at = members.findIndex(({ object }) => object.guid === owner?.object.guid);
  const others = [...members.slice(at + 1), ...members.slice(0, Math.max(0, at))];
  const next = others.find(({ isUp }) => isUp);
  if (next === undefined) throw new LabError("NotAllowed", `${name} has no other member that is up.`, name);
  return next.name;
}

export const clusterModule = windowsModule(source, "Windows Server 2008 R2", [
  getCluster,
  getClusterNode,
  getClusterGroup,
  moveClusterGroup,
]);
export const clusterViews = [...groupType.views, ...clusterType.views, ...nodeType.views];
