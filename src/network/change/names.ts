import type { DirectoryObject, Topology } from "../../topology/index.js";
import { addressNumber } from "../address.js";
import { recordsField } from "../fields.js";
import { LabError } from "../lab-error.js";
import { changeNetworkObject } from "../write.js";
import { clientMachine } from "./client-machines.js";
import { hostNamed, ownObject } from "./hosts.js";

/** The object of a machine: a client's, or what differs of a server (made when it is missing). */
export function machineObject(
  topology: Topology,
  name: string,
): { readonly topology: Topology; readonly object: DirectoryObject } {
  const client = clientMachine(topology, name);
  return client === null ? ownObject(topology, hostNamed(topology, name)) : { topology, object: client };
}

/** Puts a line into the hosts file of a machine, or takes the lines of a name out (`address` null). */
export function setHostsEntry(topology: Topology, machine: string, name: string, address: string | null): Topology {
  if (address !== null && addressNumber(address) === null) {
    throw new LabError("InvalidArgument", `"${address}" is no IPv4 address. Write it as 10.1.0.50.`, address);
  }
  const own = machineObject(topology, machine);
  const others = recordsField(own.object, "HostsFile").filter(
    (entry) => String(entry.name).toLowerCase() !== name.toLowerCase(),
  );
  const lines = address === null ? others : [...others, { kind: "hostsEntry", name, address }];
  return changeNetworkObject(own.topology, own.object, { HostsFile: lines });
}

/** Empties the resolver cache of a machine, as `ipconfig /flushdns` does. */
export function flushResolverCache(topology: Topology, machine: string): Topology {
  const client = clientMachine(topology, machine);
  const own = client ?? hostNamed(topology, machine).own;
  return own === null ? topology : changeNetworkObject(topology, own, { ResolverCache: null });
}
