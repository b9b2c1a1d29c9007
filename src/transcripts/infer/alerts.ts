import { schema } from "../../exchange/schema.js";
import { alertRecords, type HealthAlert } from "../../exchange/servers/health-findings.js";
import { healthSets } from "../../exchange/servers/health-sets.js";
import { findByName, type Topology, updateObject } from "../../topology/index.js";
import type { SeenAlert } from "./seen.js";

/** Servers whose monitors find what they were seen to find. */
export function withAlerts(topology: Topology, alerts: readonly SeenAlert[]): Topology {
  let current = topology;
  for (const name of new Set(alerts.map(({ server }) => server))) {
    const [server] = findByName(current, ["ExchangeServer"], name);
    if (server === undefined) continue;
    const own = alerts.filter((alert) => alert.server === name).flatMap(meant);
    const result = updateObject(schema, current, server.guid, { properties: { HealthAlerts: alertRecords(own) } });
    if (result.ok) current = result.topology;
  }
  return current;
}

/** The monitors of a set that have a name, or begin like one that a column cut. */
function meant({ set: setName, monitor, value }: SeenAlert): readonly HealthAlert[] {
  const isCut = /(?:\.\.\.|\u2026)$/.test(monitor);
  const beginning = monitor.replace(/(?:\.\.\.|\u2026)$/, "");
  return healthSets
    .filter(({ name }) => name.toLowerCase() === setName.toLowerCase())
    .flatMap(({ name, monitors }) =>
      monitors
        .filter((each) => (isCut ? each.name.startsWith(beginning) : each.name === monitor))
        .map((each) => ({ set: name, monitor: each.name, target: each.target, value })),
    );
}
