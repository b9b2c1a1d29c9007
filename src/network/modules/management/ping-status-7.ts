import type { FormatView } from "../../../formatting/index.js";
import { ipAddress, windowsEnum, windowsType } from "../windows-object.js";

/**
 * Objects of PowerShell 7's Test-Connection; their tables are those that the engine of 7.6 makes of such objects.
 */
const command = "Microsoft.PowerShell.Commands.TestConnectionCommand";

const statusName = "System.Net.NetworkInformation.IPStatus";
const status = windowsEnum(statusName, {
  Success: 0,
  DestinationHostUnreachable: 11_003,
  TimedOut: 11_010,
  TtlExpired: 11_013,
});
export type IPStatusName = "Success" | "DestinationHostUnreachable" | "TimedOut" | "TtlExpired";

export interface PingStatus7 {
  readonly ping: number;
  readonly source: string;
  readonly destination: string;
  /** Null: nobody answered. */
  readonly address: string | null;
  readonly latency: number;
  readonly bufferSize: number;
  readonly status: IPStatusName;
}

export const pingStatusType7 = windowsType<PingStatus7>(`${command}+PingStatus`, [
  { name: "Ping", typeName: "uint", value: ({ ping }) => ping },
  { name: "Source", value: ({ source }) => source },
  { name: "Destination", value: ({ destination }) => destination },
  {
    name: "Address",
    typeName: "System.Net.IPAddress",
    value: ({ address }) => (address === null ? null : ipAddress(address)),
  },
  { name: "DisplayAddress", value: (of) => (of.status === "Success" ? of.address : "*") },
  { name: "Latency", typeName: "long", value: ({ latency }) => latency },
  { name: "Status", typeName: statusName, value: (of) => status(of.status) },
  { name: "BufferSize", typeName: "int", value: (of) => (of.status === "Success" ? of.bufferSize : 0) },
]);

export interface TraceStatus7 {
  readonly hop: number;
  readonly hostName: string;
  readonly ping: number;
  readonly latency: number;
  readonly status: IPStatusName;
  readonly source: string;
  readonly target: string;
  readonly targetAddress: string;
}

export const traceStatusType7 = windowsType<TraceStatus7>(`${command}+TraceStatus`, [
  { name: "Hop", typeName: "int", value: ({ hop }) => hop },
  { name: "Hostname", value: ({ hostName }) => hostName },
  { name: "Ping", typeName: "uint", value: ({ ping }) => ping },
  { name: "Latency", typeName: "long", value: ({ latency }) => latency },
  { name: "Status", typeName: statusName, value: (of) => status(of.status) },
  { name: "Source", value: ({ source }) => source },
  { name: "Target", value: ({ target }) => target },
  { name: "TargetAddress", typeName: "System.Net.IPAddress", value: ({ targetAddress }) => ipAddress(targetAddress) },
]);

export interface TcpStatus7 {
  readonly id: number;
  readonly source: string;
  readonly target: string;
  readonly address: string;
  readonly port: number;
  readonly latency: number;
  readonly isConnected: boolean;
  readonly status: "Success" | "TimedOut" | "ConnectionRefused";
}

const socketErrorName = "System.Net.Sockets.SocketError";
const socketError = windowsEnum(socketErrorName, { Success: 0, TimedOut: 10_060, ConnectionRefused: 10_061 });

export const tcpStatusType7 = windowsType<TcpStatus7>(`${command}+TcpPortStatus`, [
  { name: "Id", typeName: "int", value: ({ id }) => id },
  { name: "Source", value: ({ source }) => source },
  { name: "Target", value: ({ target }) => target },
  { name: "TargetAddress", typeName: "System.Net.IPAddress", value: ({ address }) => ipAddress(address) },
  { name: "Port", typeName: "int", value: ({ port }) => port },
  { name: "Latency", typeName: "long", value: ({ latency }) => latency },
  { name: "Connected", typeName: "bool", value: ({ isConnected }) => isConnected },
  { name: "Status", typeName: socketErrorName, value: (of) => socketError(of.status) },
]);

/** A number that only a success has. */
const measured = (property: string): string => `if ($_.Status -eq 'Success') { $_.${property} } else { '*' }`;

export const pingStatusViews7: readonly FormatView[] = [
  {
    kind: "table",
    name: pingStatusType7.fullName,
    typeNames: [pingStatusType7.fullName],
    groupBy: { property: "Destination" },
    columns: [
      { property: "Ping", width: 4, alignment: "right" },
      { property: "Source", width: 16 },
      { label: "Address", property: "DisplayAddress", width: 25 },
      { label: "Latency(ms)", script: measured("Latency"), width: 7, alignment: "right" },
      { label: "BufferSize(B)", script: measured("BufferSize"), width: 10, alignment: "right" },
      { property: "Status" },
    ],
  },
  {
    kind: "table",
    name: tcpStatusType7.fullName,
    typeNames: [tcpStatusType7.fullName],
    groupBy: { property: "Target" },
    columns: [
      { property: "Id", width: 4, alignment: "right" },
      { property: "Source", width: 16 },
      { label: "Address", property: "TargetAddress", width: 25 },
      { property: "Port", width: 7, alignment: "right" },
      { label: "Latency(ms)", property: "Latency", width: 7, alignment: "right" },
      { property: "Connected", width: 10, alignment: "left" },
      { property: "Status" },
    ],
  },
  {
    kind: "table",
    name: traceStatusType7.fullName,
    typeNames: [traceStatusType7.fullName],
    groupBy: { property: "Target" },
    columns: [
      { property: "Hop", width: 3, alignment: "right" },
      { property: "Hostname", width: 25 },
      { property: "Ping", width: 4, alignment: "right" },
      { label: "Latency(ms)", script: measured("Latency"), width: 7, alignment: "right" },
      { property: "Status", width: 16 },
      { property: "Source", width: 12 },
      { property: "TargetAddress", width: 15 },
    ],
  },
];
