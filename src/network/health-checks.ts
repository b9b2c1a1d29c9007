import { schema } from "../exchange/schema.js";
import {
  countObjects,
  isReference,
  type RecordValue,
  reference,
  sameValue,
  type Topology,
  updateProperties,
} from "../topology/index.js";
import { ticksPerSecond } from "../values/date-time.js";
import { fieldOf, recordsField } from "./fields.js";
import { https, type Listener, rpc } from "./listeners.js";
import type { Host } from "./machines.js";
import { type Balancer, networkOf } from "./network.js";

/**
 * What a load balancer knows of its members: what it found at its last checks. A member whose state changes is taken out, or
 * back in, when the balancer's interval has passed; until then connections go on as before, and fail on a member that failed.
 */
interface Finding {
  readonly server: string;
  /** 0: the machine, by ping. */
  readonly port: number;
  readonly isIn: boolean;
  /** Since when the member's state is another one, ticks; null when it is not. */
  readonly since: bigint | null;
}

interface Check {
  readonly port: number;
  isHealthy(host: Host): boolean;
}

const ping: Check = { port: 0, isHealthy: ({ isUp }) => isUp };
const serviceCheck = (listener: Listener): Check => ({
  port: listener.port,
  isHealthy: (host) => host.isUp && listener.answers(host),
});

/** What a balancer asks before it sends a connection of a kind to a member; null when it asks nothing. */
function checkFor({ healthCheck }: Balancer, listener: Listener): Check | null {
  switch (healthCheck) {
    case "Service":
      return serviceCheck(listener);
    case "Ping":
      return ping;
    case "None":
      return null;
  }
}

/** Everything that a balancer asks its members. */
function checksOf(balancer: Balancer): readonly Check[] {
  const { healthCheck, ports } = balancer;
  if (healthCheck === "None") return [];
  if (healthCheck === "Ping") return [ping];
  return [rpc, https].filter(({ port }) => ports.length === 0 || ports.includes(port)).map(serviceCheck);
}

function findingsOf({ object }: Balancer): readonly Finding[] {
  return recordsField(object, "Findings").flatMap(({ server, port, isIn, since }) =>
    server !== undefined && isReference(server) && typeof port === "number"
      ? [{ server: server.guid, port, isIn: isIn === true, since: typeof since === "bigint" ? since : null }]
      : [],
  );
}

const findingRecord = ({ server, port, isIn, since }: Finding): RecordValue => ({
  kind: "finding",
  server: reference(server),
  port,
  isIn,
  since,
});

/** What a balancer holds of a member at a time, by what it found before; of one that it has never asked, what is so. */
function findingAt(balancer: Balancer, host: Host, check: Check, now: bigint): Finding {
  const { guid } = host.object;
  const before = findingsOf(balancer).find(({ server, port }) => server === guid && port === check.port);
  const isHealthy = check.isHealthy(host);
  const settled = { server: guid, port: check.port, isIn: isHealthy, since: null };
  if (before === undefined || before.isIn === isHealthy) return settled;
  const since = before.since ?? now;
  return now - since >= intervalOf(balancer) ? settled : { ...settled, isIn: before.isIn, since };
}

const intervalOf = ({ healthInterval }: Balancer): bigint => BigInt(healthInterval) * ticksPerSecond;

/** The members that a balancer sends connections of a kind to. */
export function membersInUse(balancer: Balancer, listener: Listener, now: bigint): readonly Host[] {
  const check = checkFor(balancer, listener);
  return check === null ? balancer.pool : balancer.pool.filter((host) => findingAt(balancer, host, check, now).isIn);
}

/** When balancers will see what they have not seen yet, ticks. */
export function nextFindings(topology: Topology): readonly bigint[] {
  return networkOf(topology).balancers.flatMap((balancer) =>
    findingsOf(balancer).flatMap(({ since }) => (since === null ? [] : [since + intervalOf(balancer)])),
  );
}

/** Lets all balancers check their members; what they find otherwise than before is kept. */
export function checkHealth(topology: Topology): Topology {
  if (countObjects(topology, "LoadBalancer") === 0) return topology;
  const changes = networkOf(topology).balancers.flatMap((balancer) => {
    const checks = checksOf(balancer);
    const found = balancer.pool
      .flatMap((host) => checks.map((check) => findingAt(balancer, host, check, topology.clock)))
      .map(findingRecord);
    const isSame = sameValue(fieldOf(balancer.object, "Findings"), found);
    return isSame ? [] : [[balancer.object.guid, { Findings: found }] as const];
  });
  return updateProperties(schema, topology, changes);
}
