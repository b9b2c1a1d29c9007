import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { cmdletError } from "../../../cmdlets/error-record.js";
import { namesOf } from "../../../cmdlets/session/scopes.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import type { ErrorRecord } from "../../../values/index.js";
import { Evaluation, machineOfHost } from "../../evaluation.js";
import type { Host } from "../../machines.js";
import { type Echo, echo, type Here, here } from "../../programs/here.js";
import { resolve } from "../../resolve.js";
import { waitFor } from "../elapsed-time.js";
import { pingStatusType } from "./ping-status.js";

/** Texts of the failures: those of the first three are recorded, the last is from memory. */
const failures = {
  unknownName: "No such host is known",
  timedOut: "Error due to lack of resources",
  unreachable: "A non-recoverable error occurred during a database lookup",
  expired: "There was a problem with some part of the filterspec or provider-specific buffer in general",
} as const;

/** The error of a computer that does not answer. */
export function testFailed(computer: string, text: string): ErrorRecord {
  return cmdletError({
    id: "TestConnectionException",
    category: "ResourceUnavailable",
    exception: "PingException",
    message: `Testing connection to computer '${computer}' failed: ${text}`,
    target: computer,
  });
}

const usualTimeToLive = 80;
const usualBufferSize = 32;
const usualCount = 4;
const range = (min: number, max: number) => [{ kind: "ValidateRange", min, max }] as const;

/** The echo of a computer by its name or address, as a machine gets it. */
interface Echoed {
  readonly address: string;
  readonly answer: Echo | "unknownName" | "expired";
}

function echoFrom(place: Here, source: Host, computer: string, timeToLive: number): Echoed {
  const machine = machineOfHost(source);
  const [address] = resolve(place.evaluation, machine, computer).addresses;
  if (address === undefined) return { address: "", answer: "unknownName" };
  const answer = echo({ network: place.network, machine }, address);
  const isTooFar = answer.kind === "answered" && answer.hops.length >= timeToLive;
  return { address, answer: isTooFar ? "expired" : answer };
}

const reasonOf = (answer: Exclude<Echoed["answer"], { kind: "answered" }>): string =>
  failures[typeof answer === "string" ? answer : answer.kind];

export const testConnection = defineCmdlet({
  name: "Test-Connection",
  typeName: "Microsoft.PowerShell.Commands.TestConnectionCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Sends echo requests to computers.",
  defaultParameterSet: "Default",
  parameters: {
    AsJob: { type: "switch", sets: ["Default", "Source"], coverage: "refused" },
    Authentication: { type: "string", coverage: "accepted" },
    WsmanAuthentication: { since: 3, type: "string", coverage: "accepted" },
    Protocol: { since: 3, type: "string", coverage: "accepted" },
    BufferSize: { type: "int", aliases: ["Size", "Bytes", "BS"], validate: range(0, 65_500) },
    ComputerName: {
      type: "string[]",
      mandatory: true,
      position: 0,
      pipeline: "name",
      aliases: ["CN", "IPAddress", "__SERVER", "Server", "Destination"],
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    Count: { type: "int", validate: range(1, 2_147_483_647) },
    Credential: { type: "pscredential", sets: ["Source"], coverage: "accepted" },
    Source: {
      type: "string[]",
      position: 1,
      sets: ["Source"],
      mandatory: true,
      aliases: ["FCN", "SRC"],
    },
    Impersonation: { type: "string", coverage: "accepted" },
    ThrottleLimit: { type: "int", sets: ["Default", "Source"], coverage: "accepted" },
    TimeToLive: { type: "int", aliases: ["TTL"], validate: range(1, 255) },
    Delay: { type: "int", validate: range(1, 60) },
    Quiet: { type: "switch", sets: ["Quiet"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { BufferSize: bufferSize = usualBufferSize, Count: count = usualCount, Delay: delay = 1 } = parameters;
      const place = here(cmdlet.context);
      for (const source of sourcesOf(cmdlet, place, namesOf(cmdlet, parameters.Source))) {
        for (const computer of namesOf(cmdlet, parameters.ComputerName)) {
          const echoed = echoFrom(place, source, computer, parameters.TimeToLive ?? usualTimeToLive);
          if (parameters.Quiet) {
            cmdlet.writeObject(typeof echoed.answer !== "string" && echoed.answer.kind === "answered");
          } else for (let sent = 0; sent < count; sent++) write(cmdlet, source, computer, echoed, bufferSize);
        }
      }
      place.keep();
      waitFor(cmdlet, (count - 1) * delay);
    },
  }),
});

function write(cmdlet: CmdletRuntime, source: Host, computer: string, echoed: Echoed, bufferSize: number): void {
  cmdlet.context.countStep();
  const { answer, address } = echoed;
  if (typeof answer === "string" || answer.kind !== "answered") {
    cmdlet.writeError(testFailed(computer, reasonOf(answer)));
    return;
  }
  const { time: responseTime, timeToLive } = answer;
  const status = { source: source.name, destination: computer, address, bufferSize, responseTime, timeToLive };
  cmdlet.writeObject(pingStatusType.make(status));
}

/** The machines that send: this one, or servers that are up. Those that are not are errors. */
function sourcesOf(cmdlet: CmdletRuntime, place: Here, names: readonly string[]): readonly Host[] {
  if (names.length === 0) return [place.host];
  return names.flatMap((name) => {
    const [address] = resolve(new Evaluation(place.network), place.machine, name).addresses;
    const endpoint = address === undefined ? null : place.network.at(address);
    if (endpoint?.kind === "host" && endpoint.host.isUp) return [endpoint.host];
    cmdlet.writeError(noServer(name));
    return [];
  });
}

/** A computer that WMI does not reach. */
export function noServer(computer: string, id = "TestConnectionException"): ErrorRecord {
  return cmdletError({
    id,
    category: "InvalidOperation",
    exception: "COMException",
    message: "The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)",
    target: computer,
  });
}
