import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import { addressNumber } from "../../address.js";
import { oneOf, wordOf } from "../../cmdlets/task.js";
import { listenerAt } from "../../ports.js";
import { type Echo, echo, type Here, here, nameAt } from "../../programs/here.js";
import { reach } from "../../reach.js";
import { resolve } from "../../resolve.js";
import { Trace } from "../../steps.js";
import { waitFor } from "../elapsed-time.js";
import { interfaceAlias, nextHop } from "../interface.js";
import { isSince, moduleVersion } from "../windows-module.js";
import { type NetConnection, netConnectionResult } from "./net-connection-result.js";

const commonPorts = { HTTP: 80, RDP: 3389, SMB: 445, WINRM: 5985 } as const;
const commonPortNames = ["HTTP", "RDP", "SMB", "WINRM"] as const;
const levels = ["Quiet", "Detailed"] as const;
const usualHops = 30;
/** The name that it tests when it is given none; the world outside is not in the lab. */
const beacon = "internetbeacon.msedge.net";

/** What is asked for. */
interface Test {
  readonly computerName: string;
  readonly port: number | null;
  readonly hops: number | null;
  readonly isDetailed: boolean;
}

export const testNetConnection = defineCmdlet({
  name: "Test-NetConnection",
  aliases: ["tnc"],
  typeName: "Test-NetConnection",
  source: "NetTCPIP",
  version: moduleVersion,
  isFunction: true,
  synopsis: "Says whether a computer, and a TCP port of it, can be reached from this machine.",
  defaultParameterSet: "ICMP",
  parameters: {
    ComputerName: { type: "string", position: 0, pipeline: "value,name", aliases: ["RemoteAddress", "cn"] },
    TraceRoute: { type: "switch", sets: ["ICMP"] },
    Hops: { type: "int", sets: ["ICMP"] },
    CommonTCPPort: { ...oneOf(commonPortNames), mandatory: true, position: 1, sets: ["CommonTCPPort"] },
    Port: { type: "int", mandatory: true, pipeline: "name", aliases: ["RemotePort"], sets: ["RemotePort"] },
    InformationLevel: oneOf(levels),
    // Since Windows Server 2016.
    DiagnoseRouting: { type: "switch", mandatory: true, sets: ["NetRouteDiagnostics"], coverage: "refused" },
    ConstrainSourceAddress: { type: "string", sets: ["NetRouteDiagnostics"], coverage: "refused" },
    ConstrainInterface: { type: "int", sets: ["NetRouteDiagnostics"], coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { ComputerName, CommonTCPPort, Port, TraceRoute, Hops } = parameters;
      const common = wordOf(commonPortNames, CommonTCPPort);
      const level = wordOf(levels, parameters.InformationLevel);
      const result = run(cmdlet, {
        computerName: ComputerName ?? beacon,
        port: Port ?? (common === undefined ? null : commonPorts[common]),
        hops: TraceRoute ? (Hops ?? usualHops) : null,
        isDetailed: level === "Detailed",
      });
      if (level !== "Quiet") cmdlet.writeObject(netConnectionResult.make(result));
      else cmdlet.writeObject(result.port === null ? result.ping?.succeeded === true : result.tcpSucceeded);
    },
  }),
});

function run(cmdlet: CmdletRuntime, test: Test): NetConnection {
  const place = here(cmdlet.context);
  const { machine, host } = place;
  const { computerName, port } = test;
  // From Windows Server 2019 on the words of the warnings differ, and a port that answers is not pinged.
  const isNew = isSince(host.windowsVersion, "Windows Server 2019");
  const [address = null] = resolve(place.evaluation, machine, computerName).addresses;
  if (address === null) {
    place.keep();
    cmdlet.writeWarning(`Name resolution of ${computerName} failed${isNew ? "" : " -- Status: HostNotFound"}`);
    return unresolved(test);
  }
  const trace = new Trace();
  const connected = port === null ? null : reach(place.evaluation, machine, address, listenerAt(port), trace);
  if (connected?.ok === false) {
    cmdlet.writeWarning(`TCP connect to ${isNew ? `(${address} : ${port})` : `${computerName}:${port}`} failed`);
  }
  const answer = isNew && connected?.ok === true ? null : echo(place, address);
  if (answer !== null && answer.kind !== "answered") {
    const status = statusOf(answer);
    cmdlet.writeWarning(
      isNew
        ? `Ping to ${address} failed with status: ${status}`
        : `Ping to ${computerName} failed -- Status: ${status}`,
    );
  }
  place.keep();
  waitFor(cmdlet, trace.seconds);
  return {
    ...unresolved(test),
    remoteAddress: address,
    tcpSucceeded: connected?.ok === true,
    names: namesFor(place, computerName, address),
    interfaceAlias,
    sourceAddress: machine.address,
    nextHop: nextHop(place, address),
    isPrivate: place.network.siteAt(address) !== null,
    ping: answer === null ? null : pingOf(answer),
    hops: test.hops === null ? null : hopsTo(answer, address, test.hops),
  };
}

/** What is known of a computer without an address. */
function unresolved({ computerName, port, isDetailed }: Test): NetConnection {
  return {
    computerName,
    remoteAddress: null,
    port,
    tcpSucceeded: false,
    names: [],
    interfaceAlias: "",
    sourceAddress: "",
    nextHop: "",
    isPrivate: false,
    ping: null,
    hops: null,
    isDetailed,
  };
}

/** The addresses of a name, or an address and its name. */
function namesFor(place: Here, computerName: string, address: string): readonly string[] {
  if (addressNumber(computerName) === null) return resolve(place.evaluation, place.machine, computerName).addresses;
  const name = nameAt(place.network, address);
  return name === null ? [address] : [address, name];
}

function statusOf({ kind }: Echo): string {
  switch (kind) {
    case "answered":
      return "Success";
    case "unreachable":
      return "DestinationHostUnreachable";
    case "timedOut":
      return "TimedOut";
  }
}

function pingOf(answer: Echo): NetConnection["ping"] {
  const milliseconds = answer.kind === "answered" ? answer.time : 0;
  return { succeeded: answer.kind === "answered", milliseconds, status: statusOf(answer) };
}

/** The routers on the way, and the end of it; `TimedOut` where nobody answers. */
function hopsTo(answer: Echo | null, address: string, most: number): readonly string[] {
  if (answer?.kind !== "answered") return Array.from({ length: most }, () => "TimedOut");
  return [...answer.hops, address].slice(0, most);
}
