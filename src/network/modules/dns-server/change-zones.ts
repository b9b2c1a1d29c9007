import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { organizationOf } from "../../../exchange/organization.js";
import { notEmulated } from "../../../runtime/errors.js";
import { listObjects } from "../../../topology/index.js";
import { addZone, removeZone } from "../../change/dns.js";
import { oneOf } from "../../cmdlets/task.js";
import { nameServiceOf } from "../../dns.js";
import { textField } from "../../fields.js";
import { moduleVersion } from "../windows-module.js";
import { codes, dnsFailure, dnsServer, remote, source, zoneOn } from "./dns-server.js";
import { zoneObject } from "./zones.js";

/** `1.168.192.in-addr.arpa` of `192.168.1.0/24`; null for what is no network of whole bytes. */
function reverseZoneOf(networkId: string): string | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}\/(8|16|24)$/.exec(networkId);
  if (match === null) return null;
  const bytes = match.slice(1, 1 + Number(match[4]) / 8);
  return `${bytes.reverse().join(".")}.in-addr.arpa`;
}

export const addDnsServerPrimaryZone = defineCmdlet({
  name: "Add-DnsServerPrimaryZone",
  typeName: "Add-DnsServerPrimaryZone",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Makes a zone that the domain controllers answer for.",
  supportsShouldProcess: true,
  defaultParameterSet: "Name",
  parameters: {
    Name: { type: "string", mandatory: true, position: 0, pipeline: "name", aliases: ["ZoneName"], sets: ["Name"] },
    NetworkId: { type: "string", mandatory: true, pipeline: "name", sets: ["NetworkId"] },
    // All domain controllers have all zones here, and machines register in those of their domains only.
    ReplicationScope: { ...oneOf(["Custom", "Domain", "Forest", "Legacy"]), coverage: "accepted" },
    DirectoryPartitionName: { type: "string", coverage: "accepted" },
    ZoneFile: { type: "string", coverage: "accepted" },
    DynamicUpdate: { ...oneOf(["None", "Secure", "NonsecureAndSecure"]), coverage: "accepted" },
    LoadExisting: { type: "switch", coverage: "refused" },
    ResponsiblePerson: { type: "string", coverage: "refused" },
    PassThru: { type: "switch" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { NetworkId, Name } = parameters;
      const name = (NetworkId === undefined ? Name?.replace(/\.$/, "") : reverseZoneOf(NetworkId)) ?? "";
      if (name === "")
        throw notEmulated(`Add-DnsServerPrimaryZone -NetworkId ${NetworkId}`, "Give one of /8, /16, /24.");
      const { place, name: server, host } = dnsServer(cmdlet, parameters.ComputerName);
      const isThere = nameServiceOf(place.network)
        .zones("Inside")
        .some((each) => each.toLowerCase() === name.toLowerCase());
      if (host === null || isThere) {
        const code = host === null ? codes.serverUnavailable : codes.zoneExists;
        const category = host === null ? "NotSpecified" : "ResourceExists";
        const message = `Failed to create zone ${name} on server ${server}.`;
        cmdlet.writeError(dnsFailure({ code, category, message, target: name, className: "PS_DnsServerPrimaryZone" }));
        return;
      }
      const description = `Adding DNS zone ${name} on ${server} server.`;
      if (!cmdlet.shouldProcessDescription(description, description, "Confirm")) return;
      const organization = organizationOf(cmdlet.context);
      organization.current = addZone(organization.current, name);
      if (parameters.PassThru) cmdlet.writeObject(zoneObject(name));
    },
  }),
});

export const removeDnsServerZone = defineCmdlet({
  name: "Remove-DnsServerZone",
  typeName: "Remove-DnsServerZone",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Removes a zone that was made, with its records.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string", mandatory: true, position: 0, pipeline: "name", aliases: ["ZoneName"] },
    Force: { type: "switch" },
    PassThru: { type: "switch" },
    VirtualizationInstance: { type: "string", coverage: "refused" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const server = dnsServer(cmdlet, parameters.ComputerName);
      const zone = zoneOn(cmdlet, server, parameters.Name ?? "", "PS_DnsServerZone");
      if (zone === null) return;
      const organization = organizationOf(cmdlet.context);
      const isMade = listObjects(organization.current, "DnsZone").some(
        (each) => textField(each, "View") === "Inside" && textField(each, "ZoneName") === zone,
      );
      if (!isMade)
        throw notEmulated(`Remove-DnsServerZone for ${zone}`, "The zone follows from the domains and sites.");
      const description = `Removing zone ${zone} from ${server.name} server.`;
      if (!cmdlet.shouldProcessDescription(description, description, "Confirm")) return;
      if (!parameters.Force && !cmdlet.shouldContinue(`${description} Do you want to continue?`, "Confirm")) return;
      organization.current = removeZone(organization.current, zone);
      if (parameters.PassThru) cmdlet.writeObject(zoneObject(zone));
    },
  }),
});
