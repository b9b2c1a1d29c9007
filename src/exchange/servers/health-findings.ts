import { type DirectoryObject, getProperty, isList, isRecord, type PropertyValue } from "../../topology/index.js";
import { isSwitchedOff } from "../monitoring/monitoring-override.js";
import type { Task } from "../noun/task.js";
import { declareInDirectory, schema } from "../schema.js";
import { type HealthSet, healthSets, type Monitor } from "./health-sets.js";
import { hasRole } from "./roles.js";
import { servicesByName } from "./running-services.js";
import { componentStateOf } from "./server-component-state.js";

declareInDirectory({
  noun: "ServerHealth",
  // Records `alert`: set, monitor and target, and what the monitor says, where it isn't what the services tell.
  extension: { name: "ExchangeServer", properties: { HealthAlerts: { holds: "record", many: true } } },
});

/** Sets that decide whether databases stay on a server, from memory. */
export const availability: ReadonlySet<string> = new Set(["DataProtection", "Store", "Search"]);

/** What a monitor said, where it isn't what the services tell. */
export interface HealthAlert {
  readonly set: string;
  readonly monitor: string;
  readonly target: string;
  readonly value: string;
}

/** The records that keep what monitors of a server say. */
export const alertRecords = (alerts: readonly HealthAlert[]): PropertyValue =>
  alerts.map((alert) => ({ kind: "alert", ...alert }));

export function alertsOf(server: DirectoryObject): readonly HealthAlert[] {
  const stored = getProperty(schema, server, "HealthAlerts");
  return (isList(stored) ? stored : []).flatMap((each) =>
    isRecord(each)
      ? [
          {
            set: String(each.set),
            monitor: String(each.monitor),
            target: String(each.target),
            value: String(each.value),
          },
        ]
      : [],
  );
}

/** One monitor of a server as it is now. */
export interface Finding {
  readonly set: HealthSet;
  readonly monitor: Monitor;
  readonly value: string;
  readonly state: string;
  readonly number: bigint;
}

export function findingsOn({ topology }: Pick<Task, "topology">, server: DirectoryObject): readonly Finding[] {
  const services = servicesByName(topology, server);
  const isStopped = (name: string | undefined): boolean => {
    const service = services.get(name?.toLowerCase() ?? "");
    return service !== undefined && service.status !== "Running";
  };
  const said = alertsOf(server);
  const has = (set: HealthSet): boolean => set.name !== "UM.Protocol" || hasRole(server, "UnifiedMessaging");
  return healthSets.filter(has).flatMap((set, place) =>
    set.monitors.map((monitor, index): Finding => {
      const alert = said.find(
        (each) => each.set === set.name && each.monitor === monitor.name && each.target === monitor.target,
      );
      const isOff = isSwitchedOff(topology, server, { set: set.name, name: monitor.name, target: monitor.target });
      const value = isOff ? "Disabled" : (alert?.value ?? (isStopped(monitor.service) ? "Unhealthy" : "Healthy"));
      return { set, monitor, value, state: stateOf(server, set), number: BigInt(5_000_000 + place * 1000 + index) };
    }),
  );
}

function stateOf(server: DirectoryObject, { component }: HealthSet): string {
  if (component === "None") return "NotApplicable";
  return componentStateOf(server, component) === "Active" ? "Online" : "Offline";
}
