import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { namesOf } from "../../../cmdlets/session/scopes.js";
import type { FormatView } from "../../../formatting/index.js";
import { compareText, WildcardPattern } from "../../../values/index.js";
import { nameServiceOf } from "../../dns.js";
import { moduleVersion } from "../windows-module.js";
import { windowsType } from "../windows-object.js";
import { codes, type DnsServer, dnsFailure, dnsServer, remote, source } from "./dns-server.js";

interface Zone {
  readonly name: string;
  /** Made by the server itself. */
  readonly isAutoCreated: boolean;
}

/** Every DNS server of Windows has them. */
const autoCreated = ["0.in-addr.arpa", "127.in-addr.arpa", "255.in-addr.arpa"];

const zoneType = windowsType<Zone>("Microsoft.Management.Infrastructure.CimInstance#DnsServerPrimaryZone", [
  { name: "ZoneName", value: ({ name }) => name },
  { name: "ZoneType", value: () => "Primary" },
  { name: "IsAutoCreated", typeName: "bool", value: ({ isAutoCreated }) => isAutoCreated },
  { name: "IsDsIntegrated", typeName: "bool", value: ({ isAutoCreated }) => !isAutoCreated },
  { name: "IsReverseLookupZone", typeName: "bool", value: ({ name }) => name.endsWith(".in-addr.arpa") },
  { name: "IsSigned", typeName: "bool", value: () => false },
  { name: "DynamicUpdate", value: ({ isAutoCreated }) => (isAutoCreated ? "None" : "Secure") },
  { name: "ReplicationScope", value: ({ isAutoCreated }) => (isAutoCreated ? "None" : "Domain") },
]);

const columns = [
  { property: "ZoneName", width: 35 },
  { property: "ZoneType", width: 15 },
  { property: "IsAutoCreated", width: 15, alignment: "left" },
  { property: "IsDsIntegrated", width: 15, alignment: "left" },
  { property: "IsReverseLookupZone", width: 20, alignment: "left" },
  { property: "IsSigned", width: 15, alignment: "left" },
] as const;

export const dnsZoneViews: readonly FormatView[] = [
  { kind: "table", name: "DnsServerZone", typeNames: [zoneType.fullName], columns },
];

/** The object of a zone that is not the server's own. */
export function zoneObject(name: string) {
  return zoneType.make({ name, isAutoCreated: false });
}

function zonesOf({ place }: DnsServer): readonly Zone[] {
  const own = nameServiceOf(place.network).zones("Inside");
  return [
    ...own.map((name) => ({ name, isAutoCreated: false })),
    ...autoCreated.map((name) => ({ name, isAutoCreated: true })),
  ].sort((a, b) => compareText(a.name, b.name, true));
}

export const getDnsServerZone = defineCmdlet({
  name: "Get-DnsServerZone",
  typeName: "Get-DnsServerZone",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Gives the zones of a DNS server.",
  parameters: {
    Name: { type: "string[]", position: 0, pipeline: "name", aliases: ["ZoneName"] },
    VirtualizationInstance: { type: "string", coverage: "refused" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const server = dnsServer(cmdlet, parameters.ComputerName);
      const failed = (code: number, message: string, target: string): void => {
        const category = code === codes.noZone ? "ObjectNotFound" : "NotSpecified";
        cmdlet.writeError(dnsFailure({ code, category, message, target, className: "PS_DnsServerZone" }));
      };
      if (server.host === null) {
        failed(codes.serverUnavailable, `Failed to enumerate zones from the server ${server.name}.`, server.name);
        return;
      }
      const zones = zonesOf(server);
      for (const name of parameters.Name === undefined ? ["*"] : namesOf(cmdlet, parameters.Name)) {
        const pattern = new WildcardPattern(name.replace(/\.$/, ""), true);
        const found = zones.filter((zone) => pattern.isMatch(zone.name));
        for (const zone of found) cmdlet.writeObject(zoneType.make(zone));
        if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
          failed(codes.noZone, `The zone ${name} was not found on server ${server.name}.`, name);
        }
      }
    },
  }),
});

/** The lab's servers keep no answers of others: what is outside they ask anew each time. So nothing is lost by it. */
export const clearDnsServerCache = defineCmdlet({
  name: "Clear-DnsServerCache",
  typeName: "Clear-DnsServerCache",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Empties the cache of a DNS server.",
  supportsShouldProcess: true,
  parameters: {
    Force: { type: "switch" },
    CacheScope: { type: "string", coverage: "refused" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { name, host } = dnsServer(cmdlet, parameters.ComputerName);
      if (host === null) {
        const message = `Failed to clear the cache of DNS server ${name}.`;
        const facts = { code: codes.serverUnavailable, category: "NotSpecified", target: name } as const;
        cmdlet.writeError(dnsFailure({ ...facts, message, className: "PS_DnsServerCache" }));
        return;
      }
      const description = `Clearing DNS server cache on server ${name}.`;
      if (!cmdlet.shouldProcessDescription(description, description, "Confirm")) return;
      if (!parameters.Force) cmdlet.shouldContinue(`${description} Do you want to continue?`, "Confirm");
    },
  }),
});
