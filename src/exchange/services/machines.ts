import type { ExecutionContext } from "../../runtime/execution-context.js";
import {
  addObject,
  childrenOf,
  type DirectoryObject,
  getObject,
  getProperty,
  listObjects,
  type PropertyValue,
  type Topology,
  updateObject,
} from "../../topology/index.js";
import { organizationOf } from "../organization.js";
import { schema } from "../schema.js";
import { dutiesOfServer, versionOf } from "../servers/roles.js";
import { type InstalledService, installedServices, type ServerKind } from "./installed-services.js";

/** A server of the organization as a Windows machine: an Exchange server or a domain controller. */
export interface Machine {
  readonly object: DirectoryObject;
  readonly name: string;
  readonly fqdn: string;
}

const machineClasses = [
  ["ExchangeServer", "Fqdn"],
  ["DomainController", "DnsHostName"],
] as const;

const machineOf = (object: DirectoryObject, property: string): Machine => ({
  object,
  name: object.name,
  fqdn: String(getProperty(schema, object, property) ?? ""),
});

/** All machines, Exchange's first. */
export function machinesOf(topology: Topology): readonly Machine[] {
  return machineClasses.flatMap(([className, property]) =>
    listObjects(topology, className).map((object) => machineOf(object, property)),
  );
}

/** The machine of a name, when it is up: short or full, `.` and `localhost` are the one that the shell runs on. */
export function machineNamed(context: ExecutionContext, name: string): Machine | undefined {
  const { current, session } = organizationOf(context);
  const wanted = name === "." || name.toLowerCase() === "localhost" ? session.host.name : name;
  const key = wanted.toLowerCase();
  const isMeant = (text: string): boolean => text.length === key.length && text.toLowerCase() === key;
  for (const [className, property] of machineClasses) {
    for (const object of listObjects(current, className)) {
      const fqdn = getProperty(schema, object, property);
      if (!isMeant(object.name) && !(typeof fqdn === "string" && isMeant(fqdn))) continue;
      if (getProperty(schema, object, "IsDown") !== true) return machineOf(object, property);
    }
  }
  return undefined;
}

/** Whether a machine that was found earlier is up now. */
export function isUp(topology: Topology, { object }: Machine): boolean {
  const now = getObject(topology, object.guid);
  return now !== null && getProperty(schema, now, "IsDown") !== true;
}

/** The machine that the shell runs on. */
export function localMachine(context: ExecutionContext): Machine | undefined {
  return machineNamed(context, ".");
}

/** A service of a machine as it is now. */
export interface ServiceState extends Omit<InstalledService, "startType" | "runs"> {
  readonly machine: Machine;
  readonly status: "Running" | "Stopped" | "Paused";
  readonly startType: "Automatic" | "Manual" | "Disabled";
  readonly description: string;
}

/** What of a service may be changed. */
export type ServiceChange = Partial<Pick<ServiceState, "status" | "startType" | "displayName" | "description">>;

/** The services of a machine by name, as the organization has them now. */
export function servicesOf(topology: Topology, machine: Machine): readonly ServiceState[] {
  const { object } = machine;
  const isExchange = object.class === "ExchangeServer";
  const changed = new Map(
    childrenOf(topology, object.guid)
      .filter((child) => child.class === "WindowsService")
      .map((child) => [child.name.toLowerCase(), child]),
  );
  const isDown = getProperty(schema, object, "IsDown") === true;
  const kind: ServerKind = isExchange
    ? { roles: dutiesOfServer(object), major: null, ...versionOf(object) }
    : { roles: ["DomainController"], major: null };
  return installedServices(kind).map((installed) => {
    const own = changed.get(installed.name.toLowerCase());
    const text = (property: string): string | null => {
      const value: PropertyValue = own === undefined ? null : getProperty(schema, own, property);
      return typeof value === "string" ? value : null;
    };
    return {
      ...installed,
      machine,
      status: isDown
        ? "Stopped"
        : (oneOf(text("Status"), ["Running", "Stopped", "Paused"]) ?? (installed.runs ? "Running" : "Stopped")),
      startType: oneOf(text("StartType"), ["Automatic", "Manual", "Disabled"]) ?? installed.startType,
      displayName: text("DisplayName") ?? installed.displayName,
      description: text("Description") ?? "",
    };
  });
}

function oneOf<T extends string>(text: string | null, values: readonly T[]): T | undefined {
  return values.find((value) => value === text);
}

/** Writes a service's new state into the organization. */
export function changeService(context: ExecutionContext, service: ServiceState, change: ServiceChange): void {
  const organization = organizationOf(context);
  organization.current = withService(organization.current, service, change);
}

/** The organization with a service in a new state. */
export function withService(topology: Topology, service: ServiceState, change: ServiceChange): Topology {
  const parent = service.machine.object.guid;
  const properties: Readonly<Record<string, string | undefined>> = {
    Status: change.status,
    StartType: change.startType,
    DisplayName: change.displayName,
    Description: change.description,
  };
  const given = Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const own = childrenOf(topology, parent).find(
    (child) => child.class === "WindowsService" && child.name.toLowerCase() === service.name.toLowerCase(),
  );
  const result =
    own === undefined
      ? addObject(schema, topology, {
          class: "WindowsService",
          name: service.name,
          parent,
          properties: given,
        })
      : updateObject(schema, topology, own.guid, { properties: given });
  if (!result.ok) throw new Error(`the service ${service.name} could not be written: ${result.failure.kind}`);
  return result.topology;
}
