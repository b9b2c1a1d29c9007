import { type DirectoryObject, guidNamed, listObjects } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { parseIPAddress } from "../../values/simple-value-parsing.js";
import { Guid } from "../../values/simple-values.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { connectionsOf } from "../connectivity/connections.js";
import { localServer } from "../connectivity/test-users.js";
import { domainControllers } from "../noun/domain-controllers.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { fqdnOf } from "./fqdn-of.js";
import { resolveServer, serverQuery } from "./resolve-server.js";

const typeName = "Microsoft.Exchange.Data.Common.NetworkConnectionInfo";
const addresses = "System.Net.IPAddress[]";

/** A network adapter of a server: each has one here. List from memory. */
export const networkConnectionInfo = defineNoun({
  noun: "NetworkConnectionInfo",
  identity: serverQuery,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Name", "string", live("Name")),
    computed("DnsServers", addresses, live("DnsServers")),
    computed("IPAddresses", addresses, live("IPAddresses")),
    computed("AdapterGuid", "guid", live("AdapterGuid")),
    computed("MacAddress", "string", live("MacAddress")),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    fixed("IsValid", "bool", () => true),
  ],
  views: [],
});

const addressList = (texts: readonly string[]): Value =>
  new PSArray(
    texts.flatMap((text) => parseIPAddress(text) ?? []),
    typeNamed("System.Net.IPAddress"),
  );

/** The address under which a name answers, whether or not the machine is up. */
function addressOf(task: Task, from: DirectoryObject, name: string): readonly string[] {
  const { address } = connectionsOf(task.cmdlet.context).connect(from, name, "RPC");
  return address === "" ? [] : [address];
}

function show(task: Task): void {
  const server = task.has("Identity") ? resolveServer(task, "Identity") : localServer(task);
  const guid = guidNamed(task.topology.ids.seed, `network adapter|${server.guid}`);
  // The first three bytes say who made it.
  const mac = `00155D${guid.slice(0, 6)}`.toUpperCase().match(/../g)?.join(":") ?? "";
  writeRow(task, networkConnectionInfo, server, {
    Name: "Microsoft Hyper-V Network Adapter",
    DnsServers: addressList(
      domainControllers(task.topology)
        .slice(0, Math.min(2, listObjects(task.topology, "DomainController").length))
        .flatMap((name) => addressOf(task, server, name)),
    ),
    IPAddresses: addressList(addressOf(task, server, fqdnOf(server))),
    AdapterGuid: new Guid(guid),
    MacAddress: mac,
    Identity: new Guid(guid),
  });
}

export const networkConnectionInfoVerbs: NounVerbs = {
  Get: {
    taskClass: "SystemConfigurationTasks.GetNetworkConnectionInfo",
    emulated: ["Identity"],
    accepted: [],
    process: show,
  },
};
