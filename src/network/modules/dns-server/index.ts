import { windowsModule } from "../windows-module.js";
import {
  addDnsServerResourceRecord,
  addDnsServerResourceRecordA,
  addDnsServerResourceRecordCName,
  addDnsServerResourceRecordMx,
  addDnsServerResourceRecordPtr,
} from "./add-records.js";
import { removeDnsServerResourceRecord, setDnsServerResourceRecord } from "./change-records.js";
import { addDnsServerPrimaryZone, removeDnsServerZone } from "./change-zones.js";
import { getDnsServerResourceRecord } from "./get-records.js";
import { clearDnsServerCache, getDnsServerZone } from "./zones.js";

/** DnsServer, with the tools of Windows for it: zones, records, the cache. */
export const dnsServerModule = windowsModule("DnsServer", "Windows Server 2012", [
  getDnsServerZone,
  addDnsServerPrimaryZone,
  removeDnsServerZone,
  getDnsServerResourceRecord,
  addDnsServerResourceRecord,
  addDnsServerResourceRecordA,
  addDnsServerResourceRecordCName,
  addDnsServerResourceRecordMx,
  addDnsServerResourceRecordPtr,
  setDnsServerResourceRecord,
  removeDnsServerResourceRecord,
  clearDnsServerCache,
]);
