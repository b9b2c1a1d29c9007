import { windowsModule } from "../windows-module.js";
import { clearDnsClientCache, getDnsClientCache } from "./client-cache.js";
import { resolveDnsName } from "./resolve-dns-name.js";
import { getDnsClientServerAddress } from "./server-addresses.js";

/** DnsClient: names as a machine sees them. */
export const dnsClientModule = windowsModule("DnsClient", "Windows Server 2012", [
  resolveDnsName,
  getDnsClientCache,
  clearDnsClientCache,
  getDnsClientServerAddress,
]);
