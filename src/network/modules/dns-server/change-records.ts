import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { namesOf } from "../../../cmdlets/session/scopes.js";
import { organizationOf } from "../../../exchange/organization.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import { notEmulated } from "../../../runtime/errors.js";
import { changeRecord, chosenRecords, type RecordChoice, removeRecord } from "../../change/dns.js";
import { wordsOf } from "../dns-client/lookup.js";
import { moduleVersion } from "../windows-module.js";
import { codes, type DnsServer, dnsFailure, dnsServer, nameInZone, remote, source, zoneOn } from "./dns-server.js";
import { noRecord, recordTypeParameter } from "./get-records.js";
import { type DescribedRecord, describedRecord, recordObject } from "./resource-record.js";

const className = "DnsServerResourceRecord";
const object = "Microsoft.Management.Infrastructure.CimInstance#DnsServerResourceRecord";

const ofTop: ReadonlySet<string> = new Set(["NS", "SOA"]);
const whyOfTop = "They follow from the domain controllers.";

/** The record of a zone that an object stands for. */
function choiceOf(cmdlet: CmdletRuntime, zone: string, { node, type, data }: DescribedRecord): RecordChoice | null {
  const name = nameInZone(node, zone);
  const { current } = organizationOf(cmdlet.context);
  const found = chosenRecords(current, { name, type }).find((record) => sameData(record.data, data));
  return found === undefined ? null : { name, type, data: found.data };
}

function sameData(one: string, other: string): boolean {
  return wordsOf(one).join(" ").toLowerCase() === wordsOf(other).join(" ").toLowerCase();
}

export const setDnsServerResourceRecord = defineCmdlet({
  name: "Set-DnsServerResourceRecord",
  typeName: "Set-DnsServerResourceRecord",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Changes what a record holds, or how long it may be kept.",
  supportsShouldProcess: true,
  parameters: {
    NewInputObject: { type: object, mandatory: true, position: 0 },
    OldInputObject: { type: object, mandatory: true, position: 1 },
    ZoneName: { type: "string", mandatory: true, position: 2, pipeline: "name" },
    PassThru: { type: "switch" },
    ZoneScope: { type: "string", coverage: "refused" },
    VirtualizationInstance: { type: "string", coverage: "refused" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { NewInputObject = null, OldInputObject = null, ZoneName = "" } = parameters;
      const server = dnsServer(cmdlet, parameters.ComputerName);
      const zone = zoneOn(cmdlet, server, ZoneName, className);
      const before = describedRecord(cmdlet, OldInputObject);
      const after = describedRecord(cmdlet, NewInputObject);
      if (zone === null || before === null || after === null) return;
      if (ofTop.has(before.type)) throw notEmulated(`Set-DnsServerResourceRecord for ${before.type} records`, whyOfTop);
      const isSameRecord = before.type === after.type && before.node.toLowerCase() === after.node.toLowerCase();
      const choice = isSameRecord ? choiceOf(cmdlet, zone, before) : null;
      if (choice === null) {
        cmdlet.writeError(cannotChange(server, zone, before));
        return;
      }
      const description = `Setting DNS resource record ${before.node} of type ${before.type} in zone ${zone} on ${server.name} server.`;
      if (!cmdlet.shouldProcessDescription(description, description, "Confirm")) return;
      const organization = organizationOf(cmdlet.context);
      const { data, timeToLive } = after;
      organization.current = changeRecord(organization.current, choice, { data, timeToLive });
      if (!parameters.PassThru) return;
      const [changed] = chosenRecords(organization.current, { ...choice, data });
      if (changed !== undefined) cmdlet.writeObject(recordObject(cmdlet, server, zone, changed));
    },
  }),
});

/** The record is not there as the old object says, or the new object is of another name or type. */
function cannotChange(server: DnsServer, zone: string, { node }: DescribedRecord) {
  return dnsFailure({
    code: codes.noName,
    category: "ObjectNotFound",
    message: `Failed to update resource record ${node} in zone ${zone} on server ${server.name}.`,
    target: node,
    className,
  });
}

export const removeDnsServerResourceRecord = defineCmdlet({
  name: "Remove-DnsServerResourceRecord",
  typeName: "Remove-DnsServerResourceRecord",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Removes records of a zone.",
  supportsShouldProcess: true,
  defaultParameterSet: "Name",
  parameters: {
    ZoneName: { type: "string", mandatory: true, position: 0, pipeline: "name" },
    Name: { type: "string", mandatory: true, position: 1, sets: ["Name"], aliases: ["RecordName"] },
    RRType: { ...recordTypeParameter, mandatory: true, position: 2, sets: ["Name"] },
    RecordData: { type: "string[]", sets: ["Name"] },
    InputObject: { type: object, mandatory: true, pipeline: "value", sets: ["InputObject"] },
    Force: { type: "switch" },
    PassThru: { type: "switch" },
    ZoneScope: { type: "string", coverage: "refused" },
    VirtualizationInstance: { type: "string", coverage: "refused" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const server = dnsServer(cmdlet, parameters.ComputerName);
      const zone = zoneOn(cmdlet, server, parameters.ZoneName ?? "", className);
      if (zone === null) return;
      const given = describedRecord(cmdlet, parameters.InputObject ?? null);
      const node = given?.node ?? parameters.Name ?? "";
      const type = (given?.type ?? parameters.RRType ?? "").toUpperCase();
      if (ofTop.has(type)) throw notEmulated(`Remove-DnsServerResourceRecord for ${type} records`, whyOfTop);
      const data = given?.data ?? (namesOf(cmdlet, parameters.RecordData).join(" ") || null);
      const all = chosenRecords(organizationOf(cmdlet.context).current, { name: nameInZone(node, zone), type });
      const records = data === null ? all : all.filter((record) => sameData(record.data, data));
      if (records.length === 0) {
        cmdlet.writeError(noRecord(server, zone, node));
        return;
      }
      const what = data === null ? `DNS resource record set by name ${node}` : `DNS resource record ${node}`;
      const description = `Removing ${what} of type ${type} from zone ${zone} on ${server.name} server.`;
      if (!cmdlet.shouldProcessDescription(description, description, "Confirm")) return;
      if (!parameters.Force && !cmdlet.shouldContinue(`${description} Do you want to continue?`, "Confirm")) return;
      const shown = records.map((record) => recordObject(cmdlet, server, zone, record));
      const organization = organizationOf(cmdlet.context);
      for (const record of records) organization.current = removeRecord(organization.current, record);
      if (parameters.PassThru) for (const each of shown) cmdlet.writeObject(each);
    },
  }),
});
