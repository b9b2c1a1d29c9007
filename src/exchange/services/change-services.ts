import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type ErrorRecord, PSArray } from "../../values/index.js";
import { organizationOf } from "../organization.js";
import { chosenServices, type ServiceChoice, serviceObject, servicesOfObjects } from "./get-service.js";
import { localMachine, type ServiceState, servicesOf } from "./machines.js";
import { type Obstacle, runningDependents, type Switched, started, stopped } from "./service-control.js";
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

/** Writes what was done, and the error of what stands in the way of the rest. `false` when something does. */
function keep(cmdlet: CmdletRuntime, { topology, obstacle }: Switched, failures: Failures): boolean {
  organizationOf(cmdlet.context).current = topology;
  if (obstacle === null) return true;
  const stuck = stuckService(cmdlet, obstacle.service);
  cmdlet.writeError(failures[obstacle.reason](stuck));
  return false;
}

type Failures = Readonly<Record<Obstacle["reason"], (stuck: StuckService) => ErrorRecord>>;

const stopFailures: Failures = {
  unreachable: cannotReachToStop,
  dependents: ({ label, target }) => hasDependents(label, target),
  refused: cannotStop,
};
const startFailures: Failures = { unreachable: cannotReachToStart, dependents: cannotStart, refused: cannotStart };

const topologyOf = ({ context }: CmdletRuntime) => organizationOf(context).current;

function stop(cmdlet: CmdletRuntime, service: ServiceState, force: boolean): boolean {
  return keep(cmdlet, stopped(topologyOf(cmdlet), service, force), stopFailures);
}

/** Whatever of what it needs stands in the way, the error is of the service that was to start. */
function start(cmdlet: CmdletRuntime, service: ServiceState): boolean {
  const { obstacle, ...result } = started(topologyOf(cmdlet), service);
  return keep(cmdlet, { ...result, obstacle: obstacle && { ...obstacle, service } }, startFailures);
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
  const before = runningDependents(topologyOf(cmdlet), service);
  if (!stop(cmdlet, service, force)) return false;
  return [service, ...before].every(({ name }) => {
    const now = all(cmdlet, service).find((other) => other.name === name);
    return now === undefined || start(cmdlet, now);
  });
});
