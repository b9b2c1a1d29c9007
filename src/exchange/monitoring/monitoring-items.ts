import { type HealthSet, healthSets } from "../servers/health-sets.js";

/** What watches a part of a server: a probe tries it, a monitor judges, a responder acts. */
export interface MonitoringItem {
  readonly type: "Probe" | "Monitor" | "Responder";
  readonly set: string;
  readonly name: string;
  readonly target: string;
  /** The Windows service that it is about. */
  readonly service?: string;
}

/**
 * The items of a health set. Monitors are those of health-sets.ts; probes have the same prefix (documented: "most of the
 * probes share a prefix"), and responders restart the service and tell people, from memory ("Autodiscover.Protocol").
 */
function itemsOf({ name: set, monitors }: HealthSet): readonly MonitoringItem[] {
  return monitors.flatMap((monitor): readonly MonitoringItem[] => {
    const prefix = monitor.name.replace(/Monitor$/, "");
    const item = (type: MonitoringItem["type"], name: string): MonitoringItem => ({
      type,
      set,
      name,
      target: monitor.target,
      ...(monitor.service === undefined ? {} : { service: monitor.service }),
    });
    return [
      ...(prefix === monitor.name ? [] : [item("Probe", `${prefix}Probe`)]),
      item("Monitor", monitor.name),
      ...(monitor.service === undefined ? [] : [item("Responder", `${prefix}Restart`)]),
      item("Responder", `${prefix}Escalate`),
    ];
  });
}

/** The items that a name means: all of a health set, or `HealthSet\Item`, with the target behind another backslash. */
export function itemsNamed(identity: string): readonly MonitoringItem[] {
  const [set = "", name, target] = identity.toLowerCase().split("\\");
  return healthSets
    .filter((each) => each.name.toLowerCase() === set)
    .flatMap(itemsOf)
    .filter(
      (item) =>
        (name === undefined || item.name.toLowerCase() === name) &&
        (target === undefined || item.target.toLowerCase() === target),
    );
}

/** `OWA.Protocol\OwaSelfTestProbe\MSExchangeOWAAppPool` */
export const identityOfItem = ({ set, name, target }: MonitoringItem): string =>
  target === "" ? `${set}\\${name}` : `${set}\\${name}\\${target}`;
