import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { namesOf } from "../../../cmdlets/session/scopes.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import { listenerAt } from "../../ports.js";
import { type Echo, echo, type Here, here, nameAt } from "../../programs/here.js";
import { reach } from "../../reach.js";
import { resolve } from "../../resolve.js";
import { Trace } from "../../steps.js";
import { waitFor } from "../elapsed-time.js";
import {
  type IPStatusName,
  pingStatusType7,
  type TcpStatus7,
  tcpStatusType7,
  traceStatusType7,
} from "./ping-status-7.js";
import { testFailed } from "./test-connection.js";

const usualCount = 4;
const usualHops = 128;
const usualBufferSize = 32;
const usualTimeout = 5;
const pingsOfHop = 3;
const pinging = ["DefaultPing", "RepeatPing"] as const;
const range = (min: number, max: number) => [{ kind: "ValidateRange", min, max }] as const;

/** A computer with the address that it was found at. */
interface Target {
  readonly place: Here;
  readonly name: string;
  readonly shown: string;
  readonly address: string;
}

/** PowerShell 7's Test-Connection, whose errors are those that 7.6 writes. */
export const testConnection7 = defineCmdlet({
  name: "Test-Connection",
  typeName: "Microsoft.PowerShell.Commands.TestConnectionCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Sends echo requests to computers, shows the way to them, or tries a port.",
  defaultParameterSet: "DefaultPing",
  parameters: {
    Ping: { type: "switch", sets: pinging },
    Repeat: { type: "switch", mandatory: true, sets: ["RepeatPing"], aliases: ["Continuous"], coverage: "refused" },
    Traceroute: { type: "switch", mandatory: true, sets: ["TraceRoute"] },
    MtuSize: { type: "switch", mandatory: true, sets: ["MtuSizeDetect"], coverage: "refused" },
    IPv4: { type: "switch", coverage: "accepted" },
    IPv6: { type: "switch", coverage: "refused" },
    ResolveDestination: { type: "switch" },
    Source: { type: "string", sets: [...pinging, "TraceRoute", "TcpPort"], coverage: "refused" },
    MaxHops: {
      type: "int",
      sets: [...pinging, "TraceRoute"],
      aliases: ["Ttl", "TimeToLive", "Hops"],
      validate: range(1, 128),
    },
    Count: { type: "int", sets: ["DefaultPing", "TcpPort"], validate: range(1, 2_147_483_647) },
    Delay: { type: "int", sets: [...pinging, "TcpPort"], validate: range(1, 2_147_483_647) },
    BufferSize: { type: "int", sets: pinging, aliases: ["Size", "Bytes", "BS"], validate: range(0, 65_500) },
    DontFragment: { type: "switch", sets: pinging, coverage: "accepted" },
    Quiet: { type: "switch" },
    Detailed: { type: "switch", sets: ["TcpPort"] },
    TimeoutSeconds: { type: "int", validate: range(1, 2_147_483_647) },
    TargetName: {
      type: "string[]",
      mandatory: true,
      position: 0,
      pipeline: "value,name",
      aliases: ["ComputerName"],
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    TcpPort: { type: "int", mandatory: true, sets: ["TcpPort"], validate: range(0, 65_535) },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const {
        Count: count,
        MaxHops: mostHops = usualHops,
        TcpPort: port,
        Delay: delay = 1,
        Quiet: isQuiet,
      } = parameters;
      const timeout = parameters.TimeoutSeconds ?? usualTimeout;
      for (const name of namesOf(cmdlet, parameters.TargetName)) {
        const place = here(cmdlet.context);
        const target = targetOf(place, name, parameters.ResolveDestination);
        if (target === null) {
          place.keep();
          if (isQuiet || (port !== undefined && !parameters.Detailed)) cmdlet.writeObject(false);
          else cmdlet.writeError(testFailed(name, "Cannot resolve the target name."));
          continue;
        }
        const pings = { count: count ?? usualCount, bufferSize: parameters.BufferSize ?? usualBufferSize };
        const seconds =
          port !== undefined
            ? tryPort(cmdlet, target, { port, count: count ?? 1, isDetailed: parameters.Detailed })
            : parameters.Traceroute
              ? traceWay(cmdlet, target, { mostHops, isQuiet, withNames: parameters.ResolveDestination })
              : ping(cmdlet, target, { ...pings, mostHops, isQuiet });
        place.keep();
        waitFor(cmdlet, Math.min(seconds, timeout) + (port === undefined ? (pings.count - 1) * delay : 0));
      }
    },
  }),
});

function targetOf(place: Here, name: string, isNameWanted: boolean): Target | null {
  const [address] = resolve(place.evaluation, place.machine, name).addresses;
  if (address === undefined) return null;
  return { place, name, shown: isNameWanted ? (nameAt(place.network, address) ?? name) : name, address };
}

function statusOf(answer: Echo, mostHops: number): IPStatusName {
  switch (answer.kind) {
    case "answered":
      return answer.hops.length >= mostHops ? "TtlExpired" : "Success";
    case "unreachable":
      return "DestinationHostUnreachable";
    case "timedOut":
      return "TimedOut";
  }
}

interface Pings {
  readonly count: number;
  readonly bufferSize: number;
  readonly mostHops: number;
  readonly isQuiet: boolean;
}

/** Sends echo requests. Gives the seconds that were waited in vain. */
function ping(cmdlet: CmdletRuntime, target: Target, { count, bufferSize, mostHops, isQuiet }: Pings): number {
  const { place, shown: destination, address } = target;
  const answer = echo(place, address);
  const status = statusOf(answer, mostHops);
  const isAnswered = status === "Success" && answer.kind === "answered";
  if (isQuiet) cmdlet.writeObject(isAnswered);
  else {
    for (let sent = 1; sent <= count; sent++) {
      cmdlet.context.countStep();
      const latency = isAnswered ? answer.time : 0;
      const facts = { source: place.host.name, destination, address: isAnswered ? address : null, latency, bufferSize };
      cmdlet.writeObject(pingStatusType7.make({ ...facts, ping: sent, status }));
    }
  }
  return status === "TimedOut" ? Number.POSITIVE_INFINITY : 0;
}

interface Way {
  readonly mostHops: number;
  readonly isQuiet: boolean;
  readonly withNames: boolean;
}

/** Shows the routers on the way, each asked three times. */
function traceWay(cmdlet: CmdletRuntime, target: Target, { mostHops, isQuiet, withNames }: Way): number {
  const { place, name, address } = target;
  const answer = echo(place, address);
  const isAnswered = answer.kind === "answered";
  if (isQuiet) {
    cmdlet.writeObject(isAnswered);
    return 0;
  }
  const way = isAnswered ? [...answer.hops, address] : Array.from({ length: mostHops }, () => null);
  way.slice(0, mostHops).forEach((hop, index) => {
    const hostName = hop === null ? "" : withNames ? (nameAt(place.network, hop) ?? hop) : hop;
    for (let sent = 1; sent <= pingsOfHop; sent++) {
      cmdlet.context.countStep();
      cmdlet.writeObject(
        traceStatusType7.make({
          hop: index + 1,
          hostName,
          ping: sent,
          latency: isAnswered && index > 0 ? answer.time : 0,
          status: hop === null ? "TimedOut" : "Success",
          source: place.host.name,
          target: name,
          targetAddress: address,
        }),
      );
    }
  });
  return 0;
}

interface PortTest {
  readonly port: number;
  readonly count: number;
  readonly isDetailed: boolean;
}

/** Tries a TCP port: true or false, or with -Detailed what happened. */
function tryPort(cmdlet: CmdletRuntime, target: Target, { port, count, isDetailed }: PortTest): number {
  const { place, shown, address } = target;
  const trace = new Trace();
  const reached = reach(place.evaluation, place.machine, address, listenerAt(port), trace);
  if (!isDetailed) {
    cmdlet.writeObject(reached.ok);
    return trace.seconds;
  }
  const status: TcpStatus7["status"] = reached.ok ? "Success" : reached.timedOut ? "TimedOut" : "ConnectionRefused";
  const answer = echo(place, address);
  const latency = reached.ok && answer.kind === "answered" ? answer.time : 0;
  const facts = { source: place.host.name, target: shown, address, port, latency, isConnected: reached.ok, status };
  for (let id = 1; id <= count; id++) cmdlet.writeObject(tcpStatusType7.make({ ...facts, id }));
  return trace.seconds;
}
