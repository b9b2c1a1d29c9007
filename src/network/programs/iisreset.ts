import { type Organization, organizationOf } from "../../exchange/organization.js";
import { type Machine, machineNamed, type ServiceState, servicesOf } from "../../exchange/services/machines.js";
import { started, stopped } from "../../exchange/services/service-control.js";
import { defineApplication } from "../../runtime/application.js";
import { notEmulated } from "../../runtime/errors.js";

/** The services of IIS, in the order in which they stop. */
const internetServices = ["IISADMIN", "W3SVC", "WAS"];

type Action = "restart" | "stop" | "start";
const actions: Readonly<Record<string, Action>> = { "/restart": "restart", "/stop": "stop", "/start": "start" };

/** iisreset.exe: stops and starts IIS and what needs it, on this machine or another; its lines are from memory. */
export const iisreset = defineApplication({
  name: "iisreset.exe",
  version: "7.5.7600.16385",
  run({ context, arguments: words, print }) {
    const organization = organizationOf(context);
    let action: Action = "restart";
    let machine = machineNamed(context, ".");
    for (const word of words) {
      const option = word.toLowerCase().replace(/^-/, "/");
      const named = actions[option];
      if (named !== undefined) action = named;
      else if (!option.startsWith("/")) machine = machineNamed(context, word);
      // How long it waits, and what it does when a service does not stop in time: here they do.
      else if (!/^\/(noforce|timeout:\d+)$/.test(option)) throw notEmulated(`iisreset ${word}`);
    }
    print("");
    if (machine === undefined) {
      print("Access denied, you must be an administrator of the remote computer to use this");
      print("command. Either have your user account added to the administrator local group of");
      print("the remote computer or to the domain administrator global group.");
      return 1;
    }
    const before = running(organization, machine);
    if (action !== "start") {
      print("Attempting stop...");
      stopAll(organization, machine);
      print("Internet services successfully stopped");
    }
    if (action !== "stop") {
      print("Attempting start...");
      startAll(organization, machine, action === "start" ? [] : before);
      print(`Internet services successfully ${action === "start" ? "started" : "restarted"}`);
    }
    return 0;
  },
});

function running({ current }: Organization, machine: Machine): readonly string[] {
  return servicesOf(current, machine).flatMap(({ name, status }) => (status === "Running" ? [name] : []));
}

function named({ current }: Organization, machine: Machine, name: string): ServiceState | undefined {
  return servicesOf(current, machine).find((service) => service.name.toLowerCase() === name.toLowerCase());
}

function stopAll(organization: Organization, machine: Machine): void {
  for (const name of internetServices) {
    const service = named(organization, machine, name);
    if (service !== undefined) organization.current = stopped(organization.current, service, true).topology;
  }
}

/** Starts IIS, and what ran before: stopping it has stopped what needs it. */
function startAll(organization: Organization, machine: Machine, before: readonly string[]): void {
  for (const name of new Set([...internetServices, ...before])) {
    const service = named(organization, machine, name);
    if (service !== undefined) organization.current = started(organization.current, service).topology;
  }
}
