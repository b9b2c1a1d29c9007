import type { FormatView } from "../../../formatting/index.js";
import { windowsType } from "../windows-object.js";

/** What became of one echo request of Test-Connection, up to Windows PowerShell 5.1. */
export interface PingStatus {
  readonly source: string;
  readonly destination: string;
  readonly address: string;
  readonly bufferSize: number;
  readonly responseTime: number;
  readonly timeToLive: number;
}

/** Win32_PingStatus of WMI, with its most used properties. */
export const pingStatusType = windowsType<PingStatus>(
  "System.Management.ManagementObject#root\\cimv2\\Win32_PingStatus",
  [
    { name: "PSComputerName", value: ({ source }) => source },
    { name: "__SERVER", value: ({ source }) => source },
    { name: "Address", value: ({ destination }) => destination },
    { name: "BufferSize", typeName: "uint32", value: ({ bufferSize }) => bufferSize },
    { name: "IPV4Address", value: ({ address }) => address },
    { name: "IPV6Address", value: () => null },
    { name: "PrimaryAddressResolutionStatus", typeName: "uint32", value: () => 0 },
    { name: "ProtocolAddress", value: ({ address }) => address },
    { name: "ReplySize", typeName: "uint32", value: ({ bufferSize }) => bufferSize },
    { name: "ResponseTime", typeName: "uint32", value: ({ responseTime }) => responseTime },
    { name: "ResponseTimeToLive", typeName: "uint32", value: ({ timeToLive }) => timeToLive },
    { name: "StatusCode", typeName: "uint32", value: () => 0 },
  ],
);

const columns = [
  { label: "Source", property: "__SERVER", width: 13 },
  { label: "Destination", property: "Address", width: 15 },
  { label: "IPV4Address", property: "IPV4Address", width: 16 },
  { label: "IPV6Address", property: "IPV6Address", width: 40 },
  { label: "Bytes", property: "BufferSize", width: 8, alignment: "left" },
  { label: "Time(ms)", property: "ResponseTime", width: 9, alignment: "left" },
] as const;

/** The table as recorded consoles show it; the list is from memory. */
export const pingStatusViews: readonly FormatView[] = [
  { kind: "table", name: "Win32_PingStatus", typeNames: [pingStatusType.fullName], columns },
  {
    kind: "list",
    name: "Win32_PingStatus",
    typeNames: [pingStatusType.fullName],
    entries: [{ items: columns.map(({ label, property }) => ({ label, property })) }],
  },
];
