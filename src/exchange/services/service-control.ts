import type { Topology } from "../../topology/index.js";
import { isUp, type ServiceState, servicesOf, withService } from "./machines.js";
import { dependentsOf, neededBy, unstoppable } from "./service-controller.js";

/** The organization after services were started or stopped: which ones, in order, and what stands in the way of the rest. */
export interface Switched {
  readonly topology: Topology;
  readonly switched: readonly ServiceState[];
  readonly obstacle: Obstacle | null;
}

export interface Obstacle {
  readonly service: ServiceState;
  /** Its machine is down; others need it and are not to be stopped; Windows refuses. */
  readonly reason: "unreachable" | "dependents" | "refused";
}

const all = (topology: Topology, { machine }: ServiceState): readonly ServiceState[] => servicesOf(topology, machine);

/** Services that run and cannot without this one. */
export function runningDependents(topology: Topology, service: ServiceState): readonly ServiceState[] {
  return dependentsOf(service, all(topology, service)).filter(({ status }) => status !== "Stopped");
}

/** Stops a service and, with force, those that need it first. */
export function stopped(topology: Topology, service: ServiceState, force: boolean): Switched {
  const stays = (reason: Obstacle["reason"]): Switched => ({ topology, switched: [], obstacle: { service, reason } });
  if (!isUp(topology, service.machine)) return stays("unreachable");
  const running = runningDependents(topology, service);
  if (running.length > 0 && !force) return stays("dependents");
  if (unstoppable.has(service.name.toLowerCase())) return stays("refused");
  const before = inTurn(topology, running, (state, each) => stopped(state, each, true));
  if (before.obstacle !== null || service.status === "Stopped") return before;
  return {
    topology: withService(before.topology, service, { status: "Stopped" }),
    switched: [...before.switched, service],
    obstacle: null,
  };
}

/** Starts a service and what it needs first. */
export function started(topology: Topology, service: ServiceState): Switched {
  const done: Switched = { topology, switched: [], obstacle: null };
  if (!isUp(topology, service.machine)) return { ...done, obstacle: { service, reason: "unreachable" } };
  if (service.status === "Running") return done;
  if (service.startType === "Disabled") return { ...done, obstacle: { service, reason: "refused" } };
  const before = inTurn(topology, neededBy(service, all(topology, service)), started);
  if (before.obstacle !== null) return before;
  return {
    topology: withService(before.topology, service, { status: "Running" }),
    switched: [...before.switched, service],
    obstacle: null,
  };
}

/** One service after another, as they are by then, until one does not do what it should. */
function inTurn(
  topology: Topology,
  services: readonly ServiceState[],
  act: (topology: Topology, service: ServiceState) => Switched,
): Switched {
  let result: Switched = { topology, switched: [], obstacle: null };
  for (const { name, machine } of services) {
    const now = servicesOf(result.topology, machine).find((each) => each.name === name);
    if (now === undefined || result.obstacle !== null) break;
    const next = act(result.topology, now);
    result = { ...next, switched: [...result.switched, ...next.switched] };
  }
  return result;
}
