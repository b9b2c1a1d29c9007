import { parseIPAddress } from "../../values/simple-value-parsing.js";
import { fold } from "../fold.js";
import { guidNamed } from "../guid.js";
import type { DirectoryObject } from "../state.js";
import { type PropertyValue, reference } from "../value.js";
import type { BuildContext } from "./context.js";
import {
  checkFields,
  type Given,
  itemOf,
  named,
  oneOf,
  optionalList,
  optionalText,
  requiredText,
  show,
} from "./reader.js";
import type { DnsRecordSpec, LoadBalancerSpec, NetworkHostSpec, NetworkSpec, TopologySpec } from "./spec.js";

/*
 * The part `network` of a description. What follows from the rest is not built: addresses, subnets and the records of
 * machines are derived when they are asked for (`src/network/`).
 */

const views = ["Inside", "Outside"] as const;
const types = ["A", "CNAME", "PTR", "SRV", "MX", "TXT"] as const;
const largestPort = 65_535;

/** The folded names of machines that are switched off: they are needed before the machines are made. */
export function downHosts({ network }: TopologySpec): ReadonlySet<string> {
  const hosts: unknown = network?.hosts;
  const given = Array.isArray(hosts) ? hosts.map((host) => itemOf<Given<NetworkHostSpec>>(host)) : [];
  return new Set(
    given.flatMap(({ name, isDown }) => (isDown === true && typeof name === "string" ? [fold(name)] : [])),
  );
}

/** Makes what the part `network` describes. */
export function buildNetwork(context: BuildContext, spec: TopologySpec): void {
  const given: unknown = spec.network;
  if (given === undefined) return;
  if (typeof given !== "object" || given === null) {
    context.problems.add("network", `${show(given)} won't do. Give an object such as { records: […] }.`);
    return;
  }
  const network: Given<NetworkSpec> = given;
  checkFields(context.problems, "network", network, [
    "subnets",
    "hosts",
    "zones",
    "records",
    "balancers",
    "publishing",
  ]);
  const build = new NetworkBuilder(context);
  build.each("subnets", network.subnets, (where, item) => build.subnet(where, item));
  build.each("hosts", network.hosts, (where, item) => build.host(where, item));
  build.each("zones", network.zones, (where, item) => build.zone(where, item));
  build.each("records", network.records, (where, item) => build.record(where, item));
  build.each("balancers", network.balancers, (where, item) => build.balancer(where, item));
  build.each("publishing", network.publishing, (where, item) => build.rule(where, item));
}

class NetworkBuilder {
  private readonly zones: Record<(typeof views)[number], string[]>;
  /** Addresses that were given to somebody, with the place of that. */
  private readonly holders = new Map<string, string>();

  constructor(private readonly context: BuildContext) {
    const { domainName } = context;
    this.zones = { Inside: [domainName], Outside: [domainName] };
  }

  each(part: string, items: unknown, build: (where: string, item: Given<Record<string, unknown>>) => void): void {
    for (const [index, item] of optionalList(this.context.problems, `network.${part}`, items).entries()) {
      build(`network.${part}[${index}]`, itemOf(item));
    }
  }

  subnet(where: string, given: Given<{ prefix: string; site: string }>): void {
    const { problems, sites, forest } = this.context;
    checkFields(problems, where, given, ["prefix", "site"]);
    const prefix = requiredText(problems, `${where}.prefix`, given.prefix, "10.1.0.0/16");
    const [address = "", length = ""] = prefix.split("/");
    if (prefix !== "" && (!isAddress(address) || !/^([12]?\d|3[0-2])$/.test(length))) {
      problems.add(`${where}.prefix`, `${show(prefix)} is no subnet. Write it as 10.1.0.0/16.`);
    }
    const site = named(
      problems,
      `${where}.site`,
      requiredText(problems, `${where}.site`, given.site, "Paris"),
      sites,
      "site",
    );
    if (site === null || prefix === "") return;
    const properties = { Prefix: prefix, Site: reference(site.guid) };
    forest.addLeaf({ class: "NetworkSubnet", name: prefix, properties }, where);
  }

  host(where: string, given: Given<NetworkHostSpec>): void {
    const { problems, forest } = this.context;
    checkFields(problems, where, given, ["name", "addresses", "windowsVersion", "isDown"]);
    const machine = this.machine(`${where}.name`, given.name);
    if (given.isDown !== undefined && typeof given.isDown !== "boolean") {
      problems.add(`${where}.isDown`, `${show(given.isDown)} won't do. Give true or false.`);
    }
    const addresses = optionalList(problems, `${where}.addresses`, given.addresses).map((item, index) =>
      this.ownAddress(`${where}.addresses[${index}]`, item),
    );
    const version = optionalText(problems, `${where}.windowsVersion`, given.windowsVersion, "Windows Server 2012 R2");
    if (machine === null || (addresses.length === 0 && version === undefined)) return;
    const properties = { Machine: reference(machine.guid), Addresses: addresses, WindowsVersion: version ?? null };
    forest.addLeaf({ class: "NetworkHost", name: machine.name, properties }, where);
  }

  zone(where: string, given: Given<{ name: string; view: string }>): void {
    const { problems, forest } = this.context;
    checkFields(problems, where, given, ["name", "view"]);
    const zone = requiredText(problems, `${where}.name`, given.name, "contoso.com");
    const view = oneOf(problems, `${where}.view`, given.view, views, "Inside");
    if (zone === "") return;
    this.zones[view].push(zone);
    const properties = { ZoneName: zone, View: view };
    forest.addLeaf({ class: "DnsZone", name: shortName(zone, view), properties }, where);
  }

  record(where: string, given: Given<DnsRecordSpec>): void {
    const { problems, forest } = this.context;
    checkFields(problems, where, given, ["name", "data", "type", "view", "timeToLive"]);
    const name = requiredText(problems, `${where}.name`, given.name, `outlook.${this.context.domainName}`);
    const type = oneOf(problems, `${where}.type`, given.type, types, "A");
    const view = oneOf(problems, `${where}.view`, given.view, views, "Inside");
    const data =
      type === "A"
        ? this.address(`${where}.data`, given.data)
        : requiredText(problems, `${where}.data`, given.data, "ex01.contoso.com");
    const timeToLive = this.number(`${where}.timeToLive`, given.timeToLive, 2 ** 31 - 1);
    if (name === "" || data === "") return;
    if (!this.zones[view].some((zone) => isBelow(fold(name), fold(zone)))) {
      problems.add(`${where}.name`, `no zone holds ${name} (${view}). There are ${this.zones[view].join(", ")}.`);
    }
    const properties: Record<string, PropertyValue> = { HostName: name, View: view, Type: type, Data: data };
    if (timeToLive !== null) properties.TimeToLive = timeToLive;
    forest.addLeaf({ class: "DnsRecord", name: shortName(name, view, type, data), properties }, where);
  }

  balancer(where: string, given: Given<LoadBalancerSpec>): void {
    const { problems, forest } = this.context;
    checkFields(problems, where, given, ["name", "address", "pool", "ports", "healthCheck", "affinity", "method"]);
    const name = requiredText(problems, `${where}.name`, given.name, "LB01");
    const address = this.ownAddress(`${where}.address`, given.address);
    const pool = optionalList(problems, `${where}.pool`, given.pool).map((item, index) =>
      this.machine(`${where}.pool[${index}]`, item),
    );
    const ports = optionalList(problems, `${where}.ports`, given.ports).flatMap((item, index) => {
      const port = this.number(`${where}.ports[${index}]`, item, largestPort);
      return port === null ? [] : [port];
    });
    const properties = {
      VirtualAddress: address,
      Pool: pool.flatMap((machine) => (machine === null ? [] : [reference(machine.guid)])),
      Ports: ports,
      HealthCheck: oneOf(problems, `${where}.healthCheck`, given.healthCheck, ["Service", "Ping", "None"], "Service"),
      Affinity: oneOf(problems, `${where}.affinity`, given.affinity, ["None", "SourceAddress"], "SourceAddress"),
      Method: oneOf(problems, `${where}.method`, given.method, ["RoundRobin", "LeastConnections"], "LeastConnections"),
    };
    if (name !== "") forest.addLeaf({ class: "LoadBalancer", name, properties }, where);
  }

  rule(where: string, given: Given<{ name: string; address: string; port: number; target: string }>): void {
    const { problems, forest } = this.context;
    checkFields(problems, where, given, ["name", "address", "port", "target"]);
    const name = requiredText(problems, `${where}.name`, given.name, "HTTPS");
    const address = this.address(`${where}.address`, given.address);
    const target = given.target === undefined ? null : this.address(`${where}.target`, given.target);
    const port = this.number(`${where}.port`, given.port ?? null, largestPort);
    const properties = { ExternalAddress: address, Port: port, Target: target };
    if (name !== "") forest.addLeaf({ class: "FirewallRule", name, properties }, where);
  }

  private machine(where: string, value: unknown): DirectoryObject | null {
    const { problems, servers, controllers } = this.context;
    const name = requiredText(problems, where, value, "EX01");
    if (name === "") return null;
    const all = new Map([...Array.from(servers, ([key, { object }]) => [key, object] as const), ...controllers]);
    return named(problems, where, name, all, "server or domain controller");
  }

  private address(where: string, value: unknown): string {
    const { problems } = this.context;
    const text = requiredText(problems, where, value, "10.1.0.50");
    if (text === "" || isAddress(text)) return text;
    problems.add(where, `${show(text)} is no IPv4 address. Write it as 10.1.0.50.`);
    return "";
  }

  /** An address at which one thing answers. */
  private ownAddress(where: string, value: unknown): string {
    const address = this.address(where, value);
    const holder = this.holders.get(address);
    if (holder !== undefined) this.context.problems.add(where, `${address} is given twice, first in ${holder}.`);
    else if (address !== "") this.holders.set(address, where);
    return address;
  }

  private number(where: string, value: unknown, largest: number): number | null {
    if (value === undefined) return null;
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= largest) return value;
    this.context.problems.add(where, `${show(value)} won't do. Give a whole number up to ${largest}.`);
    return null;
  }
}

function isAddress(text: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(text) && parseIPAddress(text) !== null;
}

function isBelow(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** Names of Active Directory objects are short; those of records and zones may be long. */
function shortName(...parts: readonly string[]): string {
  const label = (parts[0] ?? "").split(".")[0]?.slice(0, 30) ?? "";
  return `${label} ${guidNamed(1, parts.join("|").toLowerCase()).slice(0, 13)}`;
}
