import type { FormatView } from "../../formatting/index.js";
import { clientCacheViews } from "./dns-client/client-cache.js";
import { dnsRecordViews } from "./dns-client/dns-record.js";
import { serverAddressViews } from "./dns-client/server-addresses.js";
import { resourceRecordViews } from "./dns-server/resource-record.js";
import { dnsZoneViews } from "./dns-server/zones.js";
import { clusterViews } from "./failover-clusters.js";
import { pingStatusViews } from "./management/ping-status.js";
import { pingStatusViews7 } from "./management/ping-status-7.js";
import { netConnectionViews } from "./net-tcpip/net-connection-result.js";
import { netIpViews } from "./net-tcpip/net-ip.js";
import { nlbViews } from "./network-load-balancing.js";

const lastOfWindows = 5;

/** How the objects of Windows' modules are shown, in an edition's language version. */
export function windowsViews(languageVersion: number): readonly FormatView[] {
  return [
    ...clusterViews,
    ...nlbViews,
    ...dnsRecordViews,
    ...clientCacheViews,
    ...serverAddressViews,
    ...resourceRecordViews,
    ...dnsZoneViews,
    ...netConnectionViews,
    ...netIpViews,
    ...(languageVersion > lastOfWindows ? pingStatusViews7 : pingStatusViews),
  ];
}
