import type { DirectoryObject } from "../../topology/index.js";
import { freeAddress } from "../change/hosts.js";
import { zoneOf } from "../dns.js";
import type { Host } from "../machines.js";
import type { AccessArray, Survey } from "./survey.js";

/** Lines for the prompt that several rules give. */

/** A text as an argument: between quotation marks when it needs them. */
export function quoted(text: string): string {
  return /^[A-Za-z0-9][\w.:/-]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** Texts as the argument of a parameter that takes several. */
export function listed(texts: readonly string[]): string {
  return texts.map(quoted).join(",");
}

/** Names in a sentence: all of a few, and how many more there are. */
export function named(names: readonly string[]): string {
  const shown = 5;
  const few = names.slice(0, shown).join(", ");
  return names.length > shown ? `${few} and ${names.length - shown} more` : few;
}

/** Seconds that the record of a name may be kept when one has to be able to change it. */
export const shortTimeToLive = 300;

/** The zone and node of a name for dnscmd; `zone` null: no inner zone holds it. */
function nodeOf(survey: Survey, name: string): { readonly zone: string | null; readonly node: string } {
  const zone = zoneOf(survey.names.zones("Inside"), name);
  if (zone === null || zone.length === name.length) return { zone, node: "'@'" };
  return { zone, node: name.slice(0, -zone.length - 1) };
}

/** Lines that make an A record inside; a zone for the one name when no zone holds it. */
export function recordAdded(survey: Survey, name: string, address: string): readonly string[] {
  const { zone, node } = nodeOf(survey, name);
  const made = zone === null ? [`dnscmd /ZoneAdd ${quoted(name)} /DsPrimary`] : [];
  return [...made, `dnscmd /RecordAdd ${quoted(zone ?? name)} ${node} ${shortTimeToLive} A ${address}`];
}

/** Lines that remove what a name has for addresses inside. */
export function recordsRemoved(survey: Survey, name: string): readonly string[] {
  const { zone, node } = nodeOf(survey, name);
  if (zone === null) return [];
  return ["A", "CNAME"].flatMap((type) =>
    survey.names
      .recordsOf("Inside", name, type)
      .map(({ data }) => `dnscmd /RecordDelete ${quoted(zone)} ${node} ${type} ${quoted(data)} /f`),
  );
}

/** Where a name for servers of a site should lead to, and the lines that make it when it is not there. */
function destination(
  survey: Survey,
  site: DirectoryObject,
  servers: readonly Host[],
  port: number,
): { readonly address: string; readonly commands: readonly string[] } | null {
  const { balancers, nlbClusters } = survey.network;
  const wanted = new Set(servers.map(({ object }) => object.guid));
  const serves = (hosts: readonly Host[]): boolean => hosts.some(({ object }) => wanted.has(object.guid));
  const balancer = balancers.find(({ ports, pool }) => (ports.length === 0 || ports.includes(port)) && serves(pool));
  if (balancer !== undefined) return { address: balancer.address, commands: [] };
  const cluster = nlbClusters.find(({ members }) => serves(members));
  if (cluster !== undefined) return { address: cluster.address, commands: [] };
  const [first] = servers;
  if (first === undefined) return null;
  if (servers.length === 1) return { address: first.addresses[0] ?? "", commands: [] };
  const address = freeAddress(survey.topology, site);
  return { address, commands: [balancerMade(survey, `LB-${site.name}`, address, servers)] };
}

/** The line that makes a load balancer with a name that is free. */
export function balancerMade(survey: Survey, name: string, address: string, pool: readonly Host[]): string {
  const taken = new Set(survey.network.balancers.map((each) => each.name.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`;
  return `New-LabBalancer ${quoted(free)} ${address} -Pool ${listed(pool.map((host) => host.name))}`;
}

/** What a name leads to: servers of a site, for connections to a port. */
export interface Lead {
  readonly site: DirectoryObject;
  readonly servers: readonly Host[];
  readonly port: number;
}

/**
 * Lines after which a name leads to the servers of a site: to a load balancer in front of them, which is made when there
 * is none and there are several, or to the only one. What the name had for addresses goes.
 */
export function ledTo(survey: Survey, name: string, { site, servers, port }: Lead): readonly string[] {
  const to = destination(survey, site, servers, port);
  if (to === null) return [];
  return [...to.commands, ...recordsRemoved(survey, name), ...recordAdded(survey, name, to.address)];
}

/** The port at which an array is reached: the endpoint mapper's. */
export const rpcPort = 135;

/** Lines that give an array another name, with its record, and let the databases name it. */
export function renamed(survey: Survey, { name, fqdn, site, servers }: AccessArray): readonly string[] {
  const free = survey.freeName("outlook", site);
  return [
    ...ledTo(survey, free, { site, servers, port: rpcPort }),
    `Set-ClientAccessArray ${quoted(name)} -Fqdn ${free}`,
    `Get-MailboxDatabase | where { $_.RpcClientAccessServer -eq '${fqdn}' } | Set-MailboxDatabase -RpcClientAccessServer ${free}`,
  ];
}
