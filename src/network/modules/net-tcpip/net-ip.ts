import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { NameFilter, namesOf } from "../../../cmdlets/session/scopes.js";
import type { FormatView } from "../../../formatting/index.js";
import { listObjects } from "../../../topology/index.js";
import { PSArray, typeNamed } from "../../../values/index.js";
import { oneOf, wordOf } from "../../cmdlets/task.js";
import { gatewayOf, type Here, here } from "../../programs/here.js";
import {
  dnsServersOf,
  interfaceAlias,
  interfaceDescription,
  interfaceIndex,
  loopbackAlias,
  loopbackIndex,
  subnetOf,
} from "../interface.js";
import { moduleVersion } from "../windows-module.js";
import { windowsType } from "../windows-object.js";

/**
 * Get-NetIPAddress and Get-NetIPConfiguration. Rows as recorded consoles of Windows Server 2012 R2 show them; the card is
 * ours, and there is no IPv6 in the lab.
 */
const source = "NetTCPIP";

interface NetAddress {
  readonly address: string;
  readonly alias: string;
  readonly index: number;
  readonly prefixLength: number;
}

const addressType = windowsType<NetAddress>("Microsoft.Management.Infrastructure.CimInstance#MSFT_NetIPAddress", [
  { name: "IPAddress", value: ({ address }) => address },
  { name: "IPv4Address", value: ({ address }) => address },
  { name: "IPv6Address", value: () => null },
  { name: "InterfaceIndex", typeName: "uint32", value: ({ index }) => index },
  { name: "InterfaceAlias", value: ({ alias }) => alias },
  { name: "AddressFamily", value: () => "IPv4" },
  { name: "Type", value: () => "Unicast" },
  { name: "PrefixLength", typeName: "byte", value: ({ prefixLength }) => prefixLength },
  { name: "PrefixOrigin", value: ({ index }) => (index === loopback.index ? "WellKnown" : "Manual") },
  { name: "SuffixOrigin", value: ({ index }) => (index === loopback.index ? "WellKnown" : "Manual") },
  { name: "AddressState", value: () => "Preferred" },
  { name: "ValidLifetime", value: () => "Infinite ([TimeSpan]::MaxValue)" },
  { name: "PreferredLifetime", value: () => "Infinite ([TimeSpan]::MaxValue)" },
  { name: "SkipAsSource", typeName: "bool", value: () => false },
  { name: "PolicyStore", value: () => "ActiveStore" },
]);

const loopback: NetAddress = {
  address: "127.0.0.1",
  alias: loopbackAlias,
  index: loopbackIndex,
  prefixLength: 8,
};

interface Configuration {
  readonly domain: string;
  readonly addresses: readonly string[];
  readonly gateway: string;
  readonly servers: readonly string[];
}

const texts = (values: readonly string[]): PSArray => new PSArray([...values], typeNamed("System.String"));
const joined = (property: string): string => `$_.${property} -join "\`n"`;

const configurationType = windowsType<Configuration>("NetIPConfiguration", [
  { name: "ComputerName", value: () => null },
  { name: "InterfaceAlias", value: () => interfaceAlias },
  { name: "InterfaceIndex", typeName: "uint32", value: () => interfaceIndex },
  { name: "InterfaceDescription", value: () => interfaceDescription },
  { name: "NetProfileName", value: ({ domain }) => domain },
  { name: "IPv4Address", typeName: "string[]", value: ({ addresses }) => texts(addresses) },
  { name: "IPv4DefaultGateway", value: ({ gateway }) => gateway },
  { name: "DNSServer", typeName: "string[]", value: ({ servers }) => texts(servers) },
]);

export const netIpViews: readonly FormatView[] = [
  {
    kind: "list",
    name: "MSFT_NetIPAddress",
    typeNames: [addressType.fullName],
    entries: [
      {
        items: (
          "IPAddress InterfaceIndex InterfaceAlias AddressFamily Type PrefixLength PrefixOrigin SuffixOrigin " +
          "AddressState ValidLifetime PreferredLifetime SkipAsSource PolicyStore"
        )
          .split(" ")
          .map((property) => ({ property })),
      },
    ],
  },
  {
    kind: "list",
    name: "NetIPConfiguration",
    typeNames: [configurationType.fullName],
    entries: [
      {
        items: [
          { property: "InterfaceAlias" },
          { property: "InterfaceIndex" },
          { property: "InterfaceDescription" },
          { label: "NetProfile.Name", property: "NetProfileName" },
          { label: "IPv4Address", script: joined("IPv4Address") },
          { property: "IPv4DefaultGateway" },
          { label: "DNSServer", script: joined("DNSServer") },
        ],
      },
    ],
  },
];

function addressesOf(place: Here): readonly NetAddress[] {
  const own = place.host.addresses.map((address): NetAddress => {
    const prefixLength = subnetOf(place, address)?.length ?? 32;
    return { address, alias: interfaceAlias, index: interfaceIndex, prefixLength };
  });
  return [...own, loopback];
}

const families = ["IPv4", "IPv6"] as const;

export const getNetIpAddress = defineCmdlet({
  name: "Get-NetIPAddress",
  typeName: "Get-NetIPAddress",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Gives the addresses of this machine.",
  parameters: {
    IPAddress: { type: "string[]", position: 0, pipeline: "name", aliases: ["LocalAddress"] },
    InterfaceIndex: { type: "int[]", pipeline: "name", aliases: ["ifIndex"] },
    InterfaceAlias: { type: "string[]", pipeline: "name", aliases: ["ifAlias"] },
    AddressFamily: oneOf(families),
    CimSession: { type: "object[]", coverage: "refused" },
    AsJob: { type: "switch", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      if (wordOf(families, parameters.AddressFamily) === "IPv6") return;
      const wanted = new NameFilter(namesOf(cmdlet, parameters.IPAddress), []);
      const aliases = new NameFilter(namesOf(cmdlet, parameters.InterfaceAlias), []);
      const indexes = parameters.InterfaceIndex?.items;
      for (const each of addressesOf(here(cmdlet.context))) {
        const isMeant = wanted.accepts(each.address) && aliases.accepts(each.alias);
        if (isMeant && (indexes === undefined || indexes.includes(each.index))) {
          cmdlet.writeObject(addressType.make(each));
        }
      }
    },
  }),
});

export const getNetIpConfiguration = defineCmdlet({
  name: "Get-NetIPConfiguration",
  aliases: ["gip"],
  typeName: "Get-NetIPConfiguration",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Gives the address, the router and the DNS servers of this machine.",
  parameters: {
    InterfaceAlias: { type: "string", position: 0, pipeline: "name", aliases: ["ifAlias"] },
    InterfaceIndex: { type: "int", pipeline: "name", aliases: ["ifIndex"] },
    All: { type: "switch", coverage: "accepted" },
    Detailed: { type: "switch", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const place = here(cmdlet.context);
      const { host, machine, network } = place;
      const alias = new NameFilter(parameters.InterfaceAlias === undefined ? [] : [parameters.InterfaceAlias], []);
      if (!alias.accepts(interfaceAlias) || (parameters.InterfaceIndex ?? interfaceIndex) !== interfaceIndex) return;
      const [domain] = listObjects(network.topology, "Domain");
      cmdlet.writeObject(
        configurationType.make({
          domain: domain?.name ?? "",
          addresses: host.addresses,
          gateway: gatewayOf(network, machine.address),
          servers: dnsServersOf(place),
        }),
      );
    },
  }),
});
