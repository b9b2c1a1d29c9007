import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { NameFilter, namesOf } from "../../../cmdlets/session/scopes.js";
import type { FormatView } from "../../../formatting/index.js";
import { PSArray, typeNamed } from "../../../values/index.js";
import { oneOf, wordOf } from "../../cmdlets/task.js";
import { here } from "../../programs/here.js";
import { dnsServersOf, interfaceAlias, interfaceIndex, loopbackAlias, loopbackIndex } from "../interface.js";
import { moduleVersion } from "../windows-module.js";
import { windowsType } from "../windows-object.js";

/** Get-DnsClientServerAddress: columns as recorded consoles show them; there is no IPv6 in the lab. */
interface ServerAddresses {
  readonly alias: string;
  readonly index: number;
  readonly servers: readonly string[];
}

const ipv4 = 2;

const addressesType = windowsType<ServerAddresses>(
  "Microsoft.Management.Infrastructure.CimInstance#MSFT_DNSClientServerAddress",
  [
    { name: "InterfaceAlias", value: ({ alias }) => alias },
    { name: "InterfaceIndex", typeName: "uint32", value: ({ index }) => index },
    { name: "AddressFamily", typeName: "uint16", value: () => ipv4 },
    {
      name: "ServerAddresses",
      typeName: "string[]",
      value: ({ servers }) => new PSArray([...servers], typeNamed("System.String")),
    },
  ],
);

const family = `switch ($_.AddressFamily) { 2 { 'IPv4' } 23 { 'IPv6' } }`;

export const serverAddressViews: readonly FormatView[] = [
  {
    kind: "table",
    name: "MSFT_DNSClientServerAddress",
    typeNames: [addressesType.fullName],
    columns: [
      { property: "InterfaceAlias", width: 28 },
      { property: "InterfaceIndex", width: 9, alignment: "left" },
      { label: "AddressFamily", script: family, width: 7 },
      { property: "ServerAddresses" },
    ],
    rows: [
      {
        selectedBy: {},
        items: [
          { property: "InterfaceAlias" },
          { property: "InterfaceIndex", alignment: "right" },
          { script: family },
          { property: "ServerAddresses" },
        ],
      },
    ],
  },
];

const families = ["IPv4", "IPv6"] as const;

export const getDnsClientServerAddress = defineCmdlet({
  name: "Get-DnsClientServerAddress",
  typeName: "Get-DnsClientServerAddress",
  source: "DnsClient",
  version: moduleVersion,
  isFunction: true,
  synopsis: "Gives the DNS servers that this machine asks.",
  parameters: {
    InterfaceAlias: { type: "string[]", position: 0, pipeline: "name" },
    InterfaceIndex: { type: "int[]", pipeline: "name" },
    AddressFamily: { ...oneOf(families), type: "string[]" },
    CimSession: { type: "object[]", coverage: "refused" },
    ThrottleLimit: { type: "int", coverage: "accepted" },
    AsJob: { type: "switch", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const wanted = namesOf(cmdlet, parameters.AddressFamily).map((name) => wordOf(families, name));
      if (wanted.length > 0 && !wanted.includes("IPv4")) return;
      const aliases = new NameFilter(namesOf(cmdlet, parameters.InterfaceAlias), []);
      const indexes = parameters.InterfaceIndex?.items;
      const all: readonly ServerAddresses[] = [
        { alias: interfaceAlias, index: interfaceIndex, servers: dnsServersOf(here(cmdlet.context)) },
        { alias: loopbackAlias, index: loopbackIndex, servers: [] },
      ];
      for (const each of all) {
        const isMeant = aliases.accepts(each.alias) && (indexes === undefined || indexes.includes(each.index));
        if (isMeant) cmdlet.writeObject(addressesType.make(each));
      }
    },
  }),
});
