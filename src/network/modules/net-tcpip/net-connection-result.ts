import type { FormatView, ListItem } from "../../../formatting/index.js";
import { PSArray, typeNamed, type Value } from "../../../values/index.js";
import { WindowsObject, windowsType } from "../windows-object.js";

/** What Test-NetConnection has found out. */
export interface NetConnection {
  readonly computerName: string;
  /** Null: the name has no address. */
  readonly remoteAddress: string | null;
  /** Null: no port was tried. */
  readonly port: number | null;
  readonly tcpSucceeded: boolean;
  readonly names: readonly string[];
  readonly interfaceAlias: string;
  readonly sourceAddress: string;
  /** The address that packets are sent to first: a router's, or `0.0.0.0` for a machine in the same subnet. */
  readonly nextHop: string;
  readonly isPrivate: boolean;
  /** Null: nobody was pinged. */
  readonly ping: { readonly succeeded: boolean; readonly milliseconds: number; readonly status: string } | null;
  /** Null: the way was not asked for. */
  readonly hops: readonly string[] | null;
  readonly isDetailed: boolean;
}

const texts = (values: readonly string[]): PSArray => new PSArray([...values], typeNamed("System.String"));

export const netConnectionResult = windowsType<NetConnection>("TestNetConnectionResult", [
  { name: "ComputerName", value: ({ computerName }) => computerName },
  { name: "RemoteAddress", value: ({ remoteAddress }) => remoteAddress },
  { name: "ResolvedAddresses", typeName: "string[]", value: ({ names }) => texts(names) },
  { name: "PingSucceeded", typeName: "bool", value: ({ ping }) => ping?.succeeded ?? false },
  { name: "PingReplyDetails", value: ({ ping }) => ping?.status ?? null },
  { name: "TcpTestSucceeded", typeName: "bool", value: ({ tcpSucceeded }) => tcpSucceeded },
  { name: "RemotePort", typeName: "uint32", value: ({ port }) => port ?? 0 },
  { name: "TraceRoute", typeName: "string[]", value: ({ hops }) => (hops === null ? null : texts(hops)) },
  { name: "Detailed", typeName: "bool", value: ({ isDetailed }) => isDetailed },
  { name: "InterfaceAlias", value: ({ interfaceAlias }) => interfaceAlias },
  { name: "SourceAddress", value: ({ sourceAddress }) => sourceAddress },
  { name: "NameResolutionSucceeded", typeName: "bool", value: ({ remoteAddress }) => remoteAddress !== null },
  { name: "NetRoute", value: ({ nextHop }) => nextHop },
  { name: "IsAdmin", typeName: "bool", value: () => true },
  { name: "NetworkIsolationContext", value: ({ isPrivate }) => (isPrivate ? "Private Network" : "Internet") },
  { name: "MatchingIPsecRules", value: () => null },
  { name: "RoundTripTime", typeName: "long", value: ({ ping }) => ping?.milliseconds ?? null },
]);

const field = (self: Value, name: string): Value => (self instanceof WindowsObject ? self.field(name) : null);

/** A row that only some results have. */
function row(property: string, when: (self: Value) => boolean, label: string = property): ListItem {
  return { property, label, condition: { compute: (_context, self) => when(self) } };
}

/** The lines of several values, one below the other. */
function lines(property: string, when: (self: Value) => boolean, label: string = property): ListItem {
  const compute = (_context: unknown, self: Value): Value => {
    const value = field(self, property);
    return value instanceof PSArray ? value.items.join("\n") : "";
  };
  return { label, compute, condition: { compute: (_context, self) => when(self) } };
}

const isDetailed = (self: Value): boolean => field(self, "Detailed") === true;
const isFound = (self: Value): boolean => field(self, "NameResolutionSucceeded") === true;
const hasPort = (self: Value): boolean => field(self, "RemotePort") !== 0 && isFound(self);
const hasPing = (self: Value): boolean => field(self, "RoundTripTime") !== null;

/** Rows as recorded consoles show them; those of -InformationLevel Detailed on Windows Server 2012 R2 are from memory. */
export const netConnectionViews: readonly FormatView[] = [
  {
    kind: "list",
    name: "TestNetConnectionResult",
    typeNames: [netConnectionResult.fullName],
    entries: [
      {
        items: [
          { property: "ComputerName" },
          { property: "RemoteAddress" },
          row("RemotePort", hasPort),
          lines("ResolvedAddresses", isDetailed, "NameResolutionResults"),
          row("MatchingIPsecRules", (self) => isDetailed(self) && hasPort(self)),
          row("NetworkIsolationContext", (self) => isDetailed(self) && hasPort(self)),
          { property: "InterfaceAlias" },
          { property: "SourceAddress" },
          row("NetRoute", isDetailed, "NetRoute (NextHop)"),
          row("PingSucceeded", (self) => hasPing(self) || !isFound(self)),
          {
            label: "PingReplyDetails (RTT)",
            compute: (_context, self) => `${String(field(self, "RoundTripTime"))} ms`,
            condition: { compute: (_context, self) => hasPing(self) },
          },
          row("TcpTestSucceeded", hasPort),
          lines("TraceRoute", (self) => field(self, "TraceRoute") !== null),
        ],
      },
    ],
  },
];
