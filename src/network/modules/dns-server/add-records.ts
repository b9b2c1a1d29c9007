import type { ParameterDeclarations } from "../../../binding/declaration.js";
import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { namesOf } from "../../../cmdlets/session/scopes.js";
import { organizationOf } from "../../../exchange/organization.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import { TimeSpan, ticksPerSecond } from "../../../values/date-time.js";
import { PSArray, type Value } from "../../../values/index.js";
import { reverseName } from "../../address.js";
import { addRecord } from "../../change/dns.js";
import { nameServiceOf, zoneOf } from "../../dns.js";
import { LabError } from "../../lab-error.js";
import { networkOf } from "../../network.js";
import { moduleVersion } from "../windows-module.js";
import { codes, type DnsServer, dnsFailure, dnsServer, nameInZone, remote, source, zoneOn } from "./dns-server.js";
import { recordObject } from "./resource-record.js";

/** What all cmdlets that add a record take. */
const common = {
  ZoneName: { type: "string", mandatory: true, position: 0, pipeline: "name" },
  Name: { type: "string", mandatory: true, position: 1, pipeline: "name", aliases: ["RecordName", "HostName"] },
  TimeToLive: { type: "timespan", pipeline: "name" },
  AgeRecord: { type: "switch", coverage: "accepted" },
  AllowUpdateAny: { type: "switch", coverage: "accepted" },
  PassThru: { type: "switch" },
  ZoneScope: { type: "string", coverage: "refused" },
  VirtualizationInstance: { type: "string", coverage: "refused" },
  ...remote,
} as const satisfies ParameterDeclarations;

interface Common {
  readonly ZoneName?: string | undefined;
  readonly Name?: string | undefined;
  readonly TimeToLive?: Value | undefined;
  readonly PassThru: boolean;
  readonly ComputerName?: string | undefined;
}

interface Addition {
  /** `A`, `CNAME`, … */
  readonly type: string;
  /** One record each. */
  readonly data: readonly string[];
  readonly createPtr?: boolean;
  /** `PS_DnsServerResourceRecordA`. */
  readonly className: string;
}

function add(cmdlet: CmdletRuntime, parameters: Common, { type, data, createPtr = false, className }: Addition): void {
  const { Name: node = "", TimeToLive } = parameters;
  const server = dnsServer(cmdlet, parameters.ComputerName);
  const zone = zoneOn(cmdlet, server, parameters.ZoneName ?? "", className);
  if (zone === null) return;
  const description = `Adding DNS resource record ${node} of type ${type} in zone ${zone} on ${server.name} server.`;
  if (!cmdlet.shouldProcessDescription(description, description, "Confirm")) return;
  const name = nameInZone(node, zone);
  const life = TimeToLive instanceof TimeSpan ? { timeToLive: Number(TimeToLive.ticks / ticksPerSecond) } : {};
  for (const each of data) {
    if (!write(cmdlet, server, { zone, node, className }, { name, type, data: each, ...life })) continue;
    if (createPtr) addPointer(cmdlet, server, { zone, node, className }, name, each);
    if (parameters.PassThru) show(cmdlet, server, zone, { name, type, data: each });
  }
}

interface Spec {
  readonly name: string;
  readonly type: string;
  readonly data: string;
  readonly timeToLive?: number;
}
interface Place {
  readonly zone: string;
  readonly node: string;
  readonly className: string;
}

/** Adds a record; `false` when the server refuses it. */
function write(cmdlet: CmdletRuntime, server: DnsServer, { zone, node, className }: Place, spec: Spec): boolean {
  const organization = organizationOf(cmdlet.context);
  const message = `Failed to create resource record ${node} in zone ${zone} on server ${server.name}.`;
  try {
    organization.current = addRecord(organization.current, spec);
    return true;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    const isThere = error.id === "NameTaken";
    const collision = spec.type === "CNAME" ? codes.aliasCollides : codes.nodeIsAlias;
    const code = isThere ? codes.recordExists : collision;
    const category = isThere ? "ResourceExists" : "NotSpecified";
    cmdlet.writeError(dnsFailure({ code, category, message, target: node, className }));
    return false;
  }
}

/** The way back from an address, where a zone for it is. */
function addPointer(cmdlet: CmdletRuntime, server: DnsServer, place: Place, name: string, address: string): void {
  const organization = organizationOf(cmdlet.context);
  const pointer = reverseName(address);
  const service = nameServiceOf(networkOf(organization.current));
  const isThere = service
    .recordsOf("Inside", pointer, "PTR")
    .some(({ data }) => data.toLowerCase() === name.toLowerCase());
  if (isThere) return;
  if (zoneOf(service.zones("Inside"), pointer) !== null) {
    organization.current = addRecord(organization.current, { name: pointer, type: "PTR", data: name });
    return;
  }
  cmdlet.writeError(
    dnsFailure({
      code: codes.noZone,
      category: "ObjectNotFound",
      message: `Failed to create PTR record. Resource record ${place.node} in zone ${place.zone} on server ${server.name} is created successfully, but corresponding PTR record could not be created.`,
      target: place.node,
      className: place.className,
    }),
  );
}

function show(cmdlet: CmdletRuntime, server: DnsServer, zone: string, { name, type, data }: Spec): void {
  const service = nameServiceOf(networkOf(organizationOf(cmdlet.context).current));
  const made = service.recordsOf("Inside", name, type).find((record) => record.data === data);
  if (made !== undefined) cmdlet.writeObject(recordObject(cmdlet, server, zone, made));
}

const withoutDot = (name: string | undefined): string => (name ?? "").replace(/\.$/, "");

const addresses = { type: "System.Net.IPAddress[]", mandatory: true } as const;

const addressesOf = (cmdlet: CmdletRuntime, value: Value): readonly string[] =>
  value instanceof PSArray ? namesOf(cmdlet, value) : [];

/** What the cmdlets that add records of one type have in common. */
const adding = (suffix: string, synopsis: string) =>
  ({
    name: `Add-DnsServerResourceRecord${suffix}`,
    typeName: `Add-DnsServerResourceRecord${suffix}`,
    source,
    version: moduleVersion,
    isFunction: true,
    synopsis,
    supportsShouldProcess: true,
  }) as const;

const classOf = (suffix: string): string => `PS_DnsServerResourceRecord${suffix}`;

export const addDnsServerResourceRecordA = defineCmdlet({
  ...adding("A", "Adds an address to a name."),
  parameters: {
    ...common,
    IPv4Address: { ...addresses, position: 2, pipeline: "name" },
    CreatePtr: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const data = addressesOf(cmdlet, parameters.IPv4Address ?? null);
      add(cmdlet, parameters, { type: "A", data, createPtr: parameters.CreatePtr, className: classOf("A") });
    },
  }),
});

export const addDnsServerResourceRecordCName = defineCmdlet({
  ...adding("CName", "Adds an alias."),
  parameters: { ...common, HostNameAlias: { type: "string", mandatory: true, position: 2, pipeline: "name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const data = [withoutDot(parameters.HostNameAlias)];
      add(cmdlet, parameters, { type: "CNAME", data, className: classOf("CName") });
    },
  }),
});

export const addDnsServerResourceRecordPtr = defineCmdlet({
  ...adding("Ptr", "Adds the name of an address."),
  parameters: { ...common, PtrDomainName: { type: "string", mandatory: true, position: 2, pipeline: "name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const data = [withoutDot(parameters.PtrDomainName)];
      add(cmdlet, parameters, { type: "PTR", data, className: classOf("Ptr") });
    },
  }),
});

export const addDnsServerResourceRecordMx = defineCmdlet({
  ...adding("MX", "Adds a mail server of a name."),
  parameters: {
    ...common,
    MailExchange: { type: "string", mandatory: true, position: 2, pipeline: "name" },
    Preference: { type: "int", mandatory: true, position: 3, pipeline: "name" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const data = [`${parameters.Preference} ${withoutDot(parameters.MailExchange)}`];
      add(cmdlet, parameters, { type: "MX", data, className: classOf("MX") });
    },
  }),
});

/** The cmdlet of all types; a switch says which one is meant. */
export const addDnsServerResourceRecord = defineCmdlet({
  name: "Add-DnsServerResourceRecord",
  typeName: "Add-DnsServerResourceRecord",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Adds a record of one of several types.",
  supportsShouldProcess: true,
  parameters: {
    ...common,
    A: { type: "switch", sets: ["A"] },
    IPv4Address: { ...addresses, sets: ["A"] },
    CreatePtr: { type: "switch", sets: ["A"] },
    CName: { type: "switch", sets: ["CName"] },
    HostNameAlias: { type: "string", mandatory: true, sets: ["CName"] },
    Ptr: { type: "switch", sets: ["Ptr"] },
    PtrDomainName: { type: "string", mandatory: true, sets: ["Ptr"] },
    MX: { type: "switch", sets: ["MX"] },
    MailExchange: { type: "string", mandatory: true, sets: ["MX"] },
    Preference: { type: "int", mandatory: true, sets: ["MX"] },
    Srv: { type: "switch", sets: ["Srv"] },
    DomainName: { type: "string", mandatory: true, sets: ["Srv"] },
    Priority: { type: "int", mandatory: true, sets: ["Srv"] },
    Weight: { type: "int", mandatory: true, sets: ["Srv"] },
    Port: { type: "int", mandatory: true, sets: ["Srv"] },
    Txt: { type: "switch", sets: ["Txt"] },
    DescriptiveText: { type: "string", mandatory: true, sets: ["Txt"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const className = "PS_DnsServerResourceRecord";
      const one = (type: string, data: string): void => add(cmdlet, parameters, { type, data: [data], className });
      const { HostNameAlias, PtrDomainName, MailExchange, Preference, DomainName, Priority, Weight, Port } = parameters;
      if (parameters.DescriptiveText !== undefined) one("TXT", parameters.DescriptiveText);
      else if (HostNameAlias !== undefined) one("CNAME", withoutDot(HostNameAlias));
      else if (PtrDomainName !== undefined) one("PTR", withoutDot(PtrDomainName));
      else if (MailExchange !== undefined) one("MX", `${Preference} ${withoutDot(MailExchange)}`);
      else if (DomainName !== undefined) one("SRV", `${Priority} ${Weight} ${Port} ${withoutDot(DomainName)}`);
      else {
        const data = addressesOf(cmdlet, parameters.IPv4Address ?? null);
        add(cmdlet, parameters, { type: "A", data, createPtr: parameters.CreatePtr, className });
      }
    },
  }),
});
