import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { organizationOf } from "../../exchange/organization.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { addressNumber, isInSubnet, subnetMask } from "../address.js";
import { addNlbCluster, changeNlbMembers, nlbClusterNamed, removeNlbCluster, setNlbNode } from "../change/balancing.js";
import { objectType } from "../cmdlets/lab-object.js";
import { change, given, guarded, oneOf, settledTopology, wordOf } from "../cmdlets/task.js";
import { textField } from "../fields.js";
import { LabError } from "../lab-error.js";
import type { Host } from "../machines.js";
import { type NlbCluster, networkOf } from "../network.js";
import { localHost } from "../programs/here.js";
import { moduleVersion, windowsModule } from "./windows-module.js";

/**
 * NetworkLoadBalancingClusters: Windows' own load balancing. Tables are from memory of Windows Server 2008 R2, texts of
 * errors are ours: the rules that they tell are Windows'.
 */
const source = "NetworkLoadBalancingClusters";
const typeNameOf = (command: string): string =>
  `Microsoft.NetworkLoadBalancingClusters.PowerShell.${command.replace("-", "")}`;

const modes = ["Unicast", "Multicast", "IgmpMulticast"] as const;

const clusterType = objectType<{ readonly cluster: NlbCluster; readonly mask: string }>(
  "Microsoft.NetworkLoadBalancingClusters.PowerShell.Cluster",
  [
    { name: "Name", width: 36, value: ({ cluster }) => clusterName(cluster) },
    { name: "IPAddress", width: 15, value: ({ cluster }) => cluster.address },
    { name: "SubnetMask", width: 15, value: ({ mask }) => mask },
    {
      name: "Mode",
      width: 0,
      value: ({ cluster }) => (textField(cluster.object, "OperationMode") ?? "").toUpperCase(),
    },
  ],
);

interface Node {
  readonly host: Host;
  readonly cluster: NlbCluster;
  readonly id: number;
}

const nodeType = objectType<Node>("Microsoft.NetworkLoadBalancingClusters.PowerShell.Node", [
  { name: "Name", width: 20, value: ({ host }) => host.name },
  { name: "State", width: 15, value: (node) => stateOf(node) },
  { name: "HostID", typeName: "int", width: 0, value: ({ id }) => id },
]);

function stateOf({ host, cluster }: Node): string {
  if (!host.isUp) return "Unreachable";
  return cluster.started.some(({ object }) => object.guid === host.object.guid) ? "Converged" : "Stopped";
}

const clusterName = ({ object, name }: NlbCluster): string => textField(object, "ClusterName") ?? name;

function writeCluster(cmdlet: CmdletRuntime, cluster: NlbCluster): void {
  const { sites } = networkOf(settledTopology(cmdlet));
  const number = addressNumber(cluster.address) ?? 0;
  const subnet = sites.find((each) => isInSubnet(each.subnet, number))?.subnet;
  cmdlet.writeObject(clusterType.make({ cluster, mask: subnet === undefined ? "" : subnetMask(subnet) }));
}

function writeNode(cmdlet: CmdletRuntime, name: string, host: Host): void {
  const cluster = nlbClusterNamed(settledTopology(cmdlet), name);
  const at = cluster.members.findIndex(({ object }) => object.guid === host.object.guid);
  const member = cluster.members[at];
  if (member !== undefined) cmdlet.writeObject(nodeType.make({ host: member, cluster, id: at + 1 }));
}

/** The server that -HostName means, or the one that the console is open on. */
function hostOf(cmdlet: CmdletRuntime, name: string | undefined): Host {
  const network = networkOf(settledTopology(cmdlet));
  const host = name === undefined || name === "." ? localHost(organizationOf(cmdlet.context)) : network.hostNamed(name);
  if (host === null) throw new LabError("NotFound", `There is no server "${name}".`, name);
  return host;
}

/** The cluster that a server is a member of. */
function clusterOfHost(cmdlet: CmdletRuntime, host: Host): NlbCluster {
  const found = networkOf(settledTopology(cmdlet)).nlbClusters.find(({ members }) =>
    members.some(({ object }) => object.guid === host.object.guid),
  );
  if (found === undefined) throw new LabError("NotFound", `NLB is not bound on ${host.name}.`, host.name);
  return found;
}

const hostName = { type: "string", pipeline: "name", aliases: ["HN", "h"] } as const;
const interfaceName = { type: "string", aliases: ["IN", "i"], coverage: "accepted" } as const;

const newNlbCluster = defineCmdlet({
  name: "New-NlbCluster",
  typeName: typeNameOf("New-NlbCluster"),
  source,
  version: moduleVersion,
  synopsis: "Makes an NLB cluster on a server, with the address that clients use.",
  supportsShouldProcess: true,
  parameters: {
    HostName: hostName,
    InterfaceName: { ...interfaceName, mandatory: true, position: 0 },
    ClusterName: { type: "string" },
    ClusterPrimaryIP: { type: "string", mandatory: true, position: 1, aliases: ["CIP"] },
    SubnetMask: { type: "string", coverage: "accepted" },
    OperationMode: oneOf(modes),
    DedicatedIP: { type: "string", coverage: "refused" },
    DedicatedIPSubnetMask: { type: "string", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => {
        const { ClusterName, ClusterPrimaryIP: address = "" } = parameters;
        const host = hostOf(cmdlet, parameters.HostName);
        if (!cmdlet.shouldProcess(host.name)) return;
        const name = ClusterName?.split(".")[0] || address;
        const settings = given({
          clusterName: ClusterName,
          operationMode: wordOf(modes, parameters.OperationMode),
        });
        const spec = { name, address, members: [host.name], ...settings };
        if (change(cmdlet, (topology) => addNlbCluster(topology, spec))) {
          writeCluster(cmdlet, nlbClusterNamed(settledTopology(cmdlet), name));
        }
      });
    },
  }),
});

const getNlbCluster = defineCmdlet({
  name: "Get-NlbCluster",
  typeName: typeNameOf("Get-NlbCluster"),
  source,
  version: moduleVersion,
  synopsis: "Gives the NLB cluster that a server is a member of.",
  parameters: { HostName: { ...hostName, position: 0 }, InterfaceName: interfaceName },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => writeCluster(cmdlet, clusterOfHost(cmdlet, hostOf(cmdlet, parameters.HostName))));
    },
  }),
});

const removeCluster = defineCmdlet({
  name: "Remove-NlbCluster",
  typeName: typeNameOf("Remove-NlbCluster"),
  source,
  version: moduleVersion,
  synopsis: "Removes the NLB cluster that a server is a member of.",
  supportsShouldProcess: true,
  confirmImpact: "High",
  parameters: { HostName: { ...hostName, position: 0 }, InterfaceName: interfaceName, Force: { type: "switch" } },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => {
        const { name } = clusterOfHost(cmdlet, hostOf(cmdlet, parameters.HostName));
        if (parameters.Force || cmdlet.shouldProcess(name))
          change(cmdlet, (topology) => removeNlbCluster(topology, name));
      });
    },
  }),
});

const addNlbClusterNode = defineCmdlet({
  name: "Add-NlbClusterNode",
  typeName: typeNameOf("Add-NlbClusterNode"),
  source,
  version: moduleVersion,
  synopsis: "Takes another server into an NLB cluster.",
  supportsShouldProcess: true,
  parameters: {
    HostName: hostName,
    InterfaceName: interfaceName,
    NewNodeName: { type: "string", mandatory: true, position: 0, aliases: ["NN"] },
    NewNodeInterface: { type: "string", mandatory: true, position: 1, aliases: ["NI"], coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => {
        const { name } = clusterOfHost(cmdlet, hostOf(cmdlet, parameters.HostName));
        const node = hostOf(cmdlet, parameters.NewNodeName);
        if (!cmdlet.shouldProcess(node.name)) return;
        if (change(cmdlet, (topology) => changeNlbMembers(topology, name, node.name, true)))
          writeNode(cmdlet, name, node);
      });
    },
  }),
});

const getNlbClusterNode = defineCmdlet({
  name: "Get-NlbClusterNode",
  typeName: typeNameOf("Get-NlbClusterNode"),
  source,
  version: moduleVersion,
  synopsis: "Gives the members of an NLB cluster and their state.",
  parameters: { HostName: { ...hostName, position: 0 }, InterfaceName: interfaceName, NodeName: { type: "string" } },
  create: (parameters, cmdlet) => ({
    process: () => {
      guarded(cmdlet, () => {
        const { name, members } = clusterOfHost(cmdlet, hostOf(cmdlet, parameters.HostName));
        const wanted = parameters.NodeName?.toLowerCase();
        for (const host of members) {
          if (wanted === undefined || host.name.toLowerCase() === wanted) writeNode(cmdlet, name, host);
        }
      });
    },
  }),
});

/** Start-, Stop- and Remove-NlbClusterNode. */
function onNode(command: string, synopsis: string, act: "start" | "stop" | "remove") {
  return defineCmdlet({
    name: command,
    typeName: typeNameOf(command),
    source,
    version: moduleVersion,
    synopsis,
    supportsShouldProcess: true,
    parameters: { HostName: { ...hostName, position: 0 }, InterfaceName: interfaceName },
    create: (parameters, cmdlet) => ({
      process: () => {
        guarded(cmdlet, () => {
          const host = hostOf(cmdlet, parameters.HostName);
          const { name } = clusterOfHost(cmdlet, host);
          if (!cmdlet.shouldProcess(host.name)) return;
          const isDone = change(cmdlet, (topology) =>
            act === "remove"
              ? changeNlbMembers(topology, name, host.name, false)
              : setNlbNode(topology, name, host.name, act === "start"),
          );
          if (isDone && act !== "remove") writeNode(cmdlet, name, host);
        });
      },
    }),
  });
}

export const nlbModule = windowsModule(source, "Windows Server 2008 R2", [
  newNlbCluster,
  getNlbCluster,
  removeCluster,
  addNlbClusterNode,
  getNlbClusterNode,
  onNode("Start-NlbClusterNode", "Starts a member of an NLB cluster.", "start"),
  onNode("Stop-NlbClusterNode", "Stops a member of an NLB cluster; it takes no connections then.", "stop"),
  onNode("Remove-NlbClusterNode", "Takes a server out of its NLB cluster.", "remove"),
]);
export const nlbViews = [...clusterType.views, ...nodeType.views];
