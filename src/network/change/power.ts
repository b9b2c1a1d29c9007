import { declareInDirectory } from "../../exchange/schema.js";
import { childrenOf, countObjects, type Topology } from "../../topology/index.js";
import { ticksPerSecond } from "../../values/date-time.js";
import { fieldOf, textField } from "../fields.js";
import { LabError } from "../lab-error.js";
import { networkOf } from "../network.js";
import { changeNetworkObject } from "../write.js";
import { changeOwn, hostNamed } from "./hosts.js";

/** Seconds from the restart of a server until its services run again; the lab's servers are all alike. */
export const restartSeconds = 120;

/** Switches a server or domain controller on or off. What starts by itself runs again when it is on. */
export function setPower(topology: Topology, name: string, isUp: boolean): Topology {
  const { object, own, isUp: was } = hostNamed(topology, name);
  const isAwaited = own !== null && fieldOf(own, "StartsAt") !== null;
  const settled = isAwaited ? changeNetworkObject(topology, own, { StartsAt: null }) : topology;
  if (was === isUp) return settled;
  const switched = changeNetworkObject(settled, object, { IsDown: !isUp });
  if (!isUp) return switched;
  return childrenOf(switched, object.guid)
    .filter((child) => child.class === "WindowsService" && textField(child, "StartType") !== "Disabled")
    .reduce((state, service) => changeNetworkObject(state, service, { Status: null }), switched);
}

/**
 * Restarts a server or domain controller: it is down until the clock has moved on by {@link restartSeconds}.
 * @throws {LabError} for one that is down
 */
export function restartHost(topology: Topology, name: string): Topology {
  if (!hostNamed(topology, name).isUp) throw new LabError("NotAllowed", `${name} is down.`, name);
  const down = setPower(topology, name, false);
  return changeOwn(down, name, { StartsAt: topology.clock + BigInt(restartSeconds) * ticksPerSecond });
}

/** Servers that are restarted, and when each of them runs again. */
function awaited(topology: Topology): readonly { readonly name: string; readonly startsAt: bigint }[] {
  if (countObjects(topology, "NetworkHost") === 0) return [];
  return networkOf(topology).hosts.flatMap(({ name, own }) => {
    const startsAt = own === null ? null : fieldOf(own, "StartsAt");
    return typeof startsAt === "bigint" ? [{ name, startsAt }] : [];
  });
}

/** When servers that are restarted run again, ticks. */
export function nextStarts(topology: Topology): readonly bigint[] {
  return awaited(topology).map(({ startsAt }) => startsAt);
}

/** The organization with the servers running whose time has come; `now`: ticks. */
export function startDue(topology: Topology, now: bigint = topology.clock): Topology {
  const due = awaited(topology).filter(({ startsAt }) => startsAt <= now);
  return due.reduce((state, { name }) => setPower(state, name, true), topology);
}

declareInDirectory({ noun: "servers that are restarted", passing: (topology) => startDue(topology) });
