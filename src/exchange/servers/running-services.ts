import type { DirectoryObject, Topology } from "../../topology/index.js";
import { type ServiceState, servicesOf } from "../services/machines.js";
import { fqdnOf } from "./fqdn-of.js";

/** The Windows services of an Exchange server, by name in small letters. */
export function servicesByName(topology: Topology, server: DirectoryObject): ReadonlyMap<string, ServiceState> {
  const machine = { object: server, name: server.name, fqdn: fqdnOf(server) };
  return new Map(servicesOf(topology, machine).map((service) => [service.name.toLowerCase(), service]));
}

/** Whether a service of a server runs. */
export function runs(topology: Topology, server: DirectoryObject, service: string): boolean {
  return servicesByName(topology, server).get(service.toLowerCase())?.status === "Running";
}
