import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { alertRecords, alertsOf, type HealthAlert } from "../servers/health-findings.js";
import { healthSets } from "../servers/health-sets.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";

/** A monitor of a server, which people may mark as being repaired: Get-ServerHealth shows it so. */
export const serverMonitor = defineNoun({
  noun: "ServerMonitor",
  identity: serverQuery,
  typeNames: ["Microsoft.Exchange.Monitoring.ServerMonitor"],
  properties: () => [],
  views: [],
});

const repairing = "Repairing";

const notFound = message({
  text: (name: string, server: string) => `The server "${server}" has no monitor "${name}".`,
  exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
  category: "ObjectNotFound",
  certainty: "unknown",
  evidence: "the failure is known, its text is not",
});
const setting = sentence({
  text: (name: string, server: string) => `Setting the state of monitor "${name}" on server "${server}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

type Monitor = Omit<HealthAlert, "value">;

/** The monitors of a name, `Set\\Monitor` or `Monitor`; -TargetResource narrows them. */
function monitorsNamed(task: Task): readonly Monitor[] {
  const wanted = (task.text("Name") ?? "").toLowerCase();
  const target = task.text("TargetResource")?.toLowerCase();
  return healthSets.flatMap(({ name: set, monitors }) =>
    monitors
      .filter(({ name }) => [name, `${set}\\${name}`].some((each) => each.toLowerCase() === wanted))
      .filter((each) => target === undefined || each.target.toLowerCase() === target)
      .map(({ name: monitor, target: on }) => ({ set, monitor, target: on })),
  );
}

const isSame = (a: Monitor, b: Monitor): boolean => a.set === b.set && a.monitor === b.monitor && a.target === b.target;

function set(task: Task): void {
  const server = resolveServer(task, "Server");
  const name = task.text("Name") ?? "";
  const monitors = monitorsNamed(task);
  if (monitors.length === 0) throw task.failure(notFound, [name, server.name], task.id(server));
  task.requireWrite(server);
  if (!task.shouldProcess(setting.text(name, server.name))) return;
  const others = alertsOf(server).filter(
    (alert) => alert.value !== repairing || !monitors.some((each) => isSame(each, alert)),
  );
  const said = task.isOn("Repairing") ? monitors.map((each) => ({ ...each, value: repairing })) : [];
  change(task, server, { properties: { HealthAlerts: alertRecords([...said, ...others]) } });
}

export const serverMonitorVerbs: NounVerbs = {
  Set: {
    taskClass: "Microsoft.Exchange.Monitoring.SetServerMonitor",
    emulated: ["Server", "Name", "Repairing", "TargetResource"],
    accepted: [],
    process: set,
  },
};
