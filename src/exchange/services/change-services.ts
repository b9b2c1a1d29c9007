import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { PSArray } from "../../values/index.js";
import { organizationOf } from "../organization.js";
import { chosenServices, type ServiceChoice, serviceObject, servicesOfObjects } from "./get-service.js";
import { changeService, localMachine, machineNamed, type ServiceState, servicesOf } from "./machines.js";
import { dependentsOf, neededBy, unstoppable } from "./service-controller.js";
import {
  cannotReachToStart,
  cannotReachToStop,
  cannotStart,
  cannotStop,
  hasDependents,
  type StuckService,
  serviceLabel,
} from "./service-failures.js";

const choiceParameters = {
  Name: {
    type: "string[]",
    position: 0,
    mandatory: true,
    pipeline: "value,name",
    sets: ["Default"],
    aliases: ["ServiceName"],
  },
  DisplayName: { type: "string[]", mandatory: true, sets: ["DisplayName"] },
  InputObject: {
    type: "System.ServiceProcess.ServiceController[]",
    position: 0,
    mandatory: true,
    pipeline: "value",
    sets: ["InputObject"],
  },
  Include: { type: "string[]" },
  Exclude: { type: "string[]" },
  PassThru: { type: "switch" },
} as const;

function chosen(cmdlet: CmdletRuntime, choice: ServiceChoice): readonly ServiceState[] {
  const { InputObject: objects } = choice;
  if (objects instanceof PSArray) return servicesOfObjects(cmdlet, objects);
  const machine = localMachine(cmdlet.context);
  return machine === undefined ? [] : chosenServices(cmdlet, machine, choice);
}

const all = (cmdlet: CmdletRuntime, { machine }: ServiceState): readonly ServiceState[] =>
  servicesOf(organizationOf(cmdlet.context).current, machine);

/** Whether the machine of a service answers: an object of it may be older than the machine's failure. */
const isReached = ({ context }: CmdletRuntime, { machine }: ServiceState): boolean =>
  machineNamed(context, machine.fqdn) !== undefined;

/** A service as the errors name it. */
function stuckService(cmdlet: CmdletRuntime, service: ServiceState): StuckService {
  const isLocal = localMachine(cmdlet.context)?.name === service.machine.name;
  return {
    label: serviceLabel(service),
    name: service.name,
    computer: isLocal ? "." : service.machine.name,
    target: serviceObject(cmdlet, service).asErrorTarget(),
  };
}

/** Stops a service and, with force, those that need it first. `false` when it stays. */
function stop(cmdlet: CmdletRuntime, service: ServiceState, force: boolean): boolean {
  const stuck = stuckService(cmdlet, service);
  if (!isReached(cmdlet, service)) {
    cmdlet.writeError(cannotReachToStop(stuck));
    return false;
  }
  const running = dependentsOf(service, all(cmdlet, service)).filter(({ status }) => status !== "Stopped");
  if (running.length > 0 && !force) {
    cmdlet.writeError(hasDependents(stuck.label, stuck.target));
    return false;
  }
  if (unstoppable.has(service.name.toLowerCase())) {
    cmdlet.writeError(cannotStop(stuck));
    return false;
  }
  for (const dependent of running) if (!stop(cmdlet, dependent, true)) return false;
  if (service.status !== "Stopped") changeService(cmdlet.context, service, { status: "Stopped" });
  return true;
}

/** Starts a service and what it needs. `false` when it stays stopped. */
function start(cmdlet: CmdletRuntime, service: ServiceState): boolean {
  if (!isReached(cmdlet, service)) {
    cmdlet.writeError(cannotReachToStart(stuckService(cmdlet, service)));
    return false;
  }
  if (service.status === "Running") return true;
  const isReady =
    service.startType !== "Disabled" &&
    neededBy(service, all(cmdlet, service)).every((needed) => start(cmdlet, needed));
  if (!isReady) {
    cmdlet.writeError(cannotStart(stuckService(cmdlet, service)));
    return false;
  }
  changeService(cmdlet.context, service, { status: "Running" });
  return true;
}

/** Stop-, Start- and Restart-Service: which services, what is asked, and what is done. */
function switching(
  verb: "Start" | "Stop" | "Restart",
  act: (cmdlet: CmdletRuntime, service: ServiceState, force: boolean) => boolean,
) {
  return defineCmdlet({
    name: `${verb}-Service`,
    typeName: `Microsoft.PowerShell.Commands.${verb}ServiceCommand`,
    source: "Microsoft.PowerShell.Management",
    synopsis: `${verb}s services of the server that the shell runs on.`,
    defaultParameterSet: "InputObject",
    supportsShouldProcess: true,
    parameters: {
      ...choiceParameters,
      ...(verb === "Start" ? {} : ({ Force: { type: "switch" } } as const)),
      ...(verb === "Stop" ? ({ NoWait: { since: 5, type: "switch", coverage: "accepted" } } as const) : {}),
    },
    create: (parameters, cmdlet) => ({
      process(): void {
        for (const service of chosen(cmdlet, parameters)) {
          if (!cmdlet.shouldProcess(serviceLabel(service))) continue;
          const isDone = act(cmdlet, service, parameters.Force === true);
          if (isDone && parameters.PassThru) cmdlet.writeObject(serviceObject(cmdlet, service));
        }
      },
    }),
  });
}

export const startService = switching("Start", start);
export const stopService = switching("Stop", stop);

/** What was running before runs again afterwards. */
export const restartService = switching("Restart", (cmdlet, service, force) => {
  const before = dependentsOf(service, all(cmdlet, service)).filter(({ status }) => status === "Running");
  if (!stop(cmdlet, service, force)) return false;
  return [service, ...before].every(({ name }) => {
    const now = all(cmdlet, service).find((other) => other.name === name);
    return now === undefined || start(cmdlet, now);
  });
});
