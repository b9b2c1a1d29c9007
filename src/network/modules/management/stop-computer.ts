import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { cmdletError } from "../../../cmdlets/error-record.js";
import { namesOf } from "../../../cmdlets/session/scopes.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import { ExitSignal } from "../../../runtime/signals.js";
import type { Topology } from "../../../topology/index.js";
import type { ErrorRecord } from "../../../values/index.js";
import { restartHost, restartSeconds, setPower } from "../../change/power.js";
import { change } from "../../cmdlets/task.js";
import type { Host } from "../../machines.js";
import { type Here, here } from "../../programs/here.js";
import { resolve } from "../../resolve.js";
import { waitFor } from "../elapsed-time.js";
import { noServer } from "./test-connection.js";

/** With this code Windows ends the programs of somebody who is logged off: STATUS DBG_TERMINATE_PROCESS. */
const endedByWindows = 1_073_807_364;

/** Words of Restart-Computer's question since PowerShell 3.0, recorded. */
const restartAction = "Enable the Remote shutdown access rights and restart the computer.";
const firstWithRestartAction = 3;

/** What can be said of the way to a computer; there is one way in the lab, and the account may do everything. */
const ways = {
  Authentication: { until: 5, type: "string", coverage: "accepted" },
  DcomAuthentication: { since: 3, until: 5, type: "string", coverage: "accepted" },
  WsmanAuthentication: { since: 3, type: "string", coverage: "accepted" },
  Protocol: { since: 3, until: 5, type: "string", coverage: "accepted" },
  Impersonation: { until: 5, type: "string", coverage: "accepted" },
  Credential: { type: "pscredential", position: 1, coverage: "accepted" },
  ThrottleLimit: { until: 5, type: "int", coverage: "accepted" },
  AsJob: { until: 5, type: "switch", coverage: "refused" },
} as const;

const computerName = {
  type: "string[]",
  position: 0,
  pipeline: "value,name",
  aliases: ["CN", "__SERVER", "Server", "IPAddress"],
  validate: [{ kind: "ValidateNotNullOrEmpty" }],
} as const;

/** Nobody else is logged on to the servers, so that Windows never asks for -Force. */
const force = { type: "switch", coverage: "accepted" } as const;

/** The server that a name leads to; null when nothing answers there. */
function serverAt(place: Here, name: string): Host | null {
  if (isLocal(place, name)) return place.host;
  const [address] = resolve(place.evaluation, place.machine, name).addresses;
  const endpoint = address === undefined ? null : place.network.at(address);
  return endpoint?.kind === "host" && endpoint.host.isUp && endpoint.host.runs("RpcSs") ? endpoint.host : null;
}

function isLocal({ host }: Here, name: string): boolean {
  return [".", "localhost", host.name.toLowerCase(), host.fqdn.toLowerCase()].includes(name.toLowerCase());
}

interface Run {
  readonly names: readonly string[];
  readonly action: string | undefined;
  act(topology: Topology, host: Host): Topology;
  failure(name: string): ErrorRecord;
}

/** Does it to all computers that are meant, this one last: the console ends with it. Gives those that it was done to. */
function run(cmdlet: CmdletRuntime, { names, action, act, failure }: Run): readonly Host[] {
  const place = here(cmdlet.context);
  const wanted = names.length === 0 ? ["localhost"] : names;
  const found = wanted.map((name) => ({ name, host: serverAt(place, name) }));
  place.keep();
  const done: Host[] = [];
  let endsHere = false;
  for (const { name, host } of found) {
    const isThis = isLocal(place, name);
    if (!cmdlet.shouldProcess(isThis ? `localhost (${place.host.name})` : name, action)) continue;
    if (host === null) cmdlet.writeError(failure(name));
    else if (isThis) endsHere = true;
    else if (change(cmdlet, (topology) => act(topology, host))) done.push(host);
  }
  if (endsHere) {
    change(cmdlet, (topology) => act(topology, place.host));
    throw new ExitSignal(endedByWindows);
  }
  return done;
}

export const stopComputer = defineCmdlet({
  name: "Stop-Computer",
  typeName: "Microsoft.PowerShell.Commands.StopComputerCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Shuts servers and domain controllers down.",
  supportsShouldProcess: true,
  parameters: { ...ways, ComputerName: computerName, Force: force },
  create: (parameters, cmdlet) => ({
    process(): void {
      run(cmdlet, {
        names: namesOf(cmdlet, parameters.ComputerName),
        action: undefined,
        act: (topology, host) => setPower(topology, host.name, false),
        failure: (name) => noServer(name, "StopComputerException"),
      });
    },
  }),
});

/** What 2.0 said was the exception itself; since 3.0 there is a sentence around it. The first is from memory. */
function restartFailed(cmdlet: CmdletRuntime, name: string): ErrorRecord {
  if (cmdlet.context.facts.languageVersion < firstWithRestartAction) return noServer(name, "RestartComputerException");
  return cmdletError({
    id: "RestartcomputerFailed",
    category: "OperationStopped",
    exception: "InvalidOperationException",
    message: `Failed to restart the computer ${name} with the following error message: The RPC server is unavailable. (Exception from HRESULT: 0x800706BA).`,
    target: name,
  });
}

/** -Wait came to an end before the server did: our words, the real ones are not known. */
function tooLate({ name }: Host, seconds: number): ErrorRecord {
  return cmdletError({
    id: "RestartComputerTimeout",
    category: "OperationTimeout",
    exception: "InvalidOperationException",
    message: `Failed to restart the computer ${name} with the following error message: it was not back after ${seconds} seconds.`,
    target: name,
  });
}

export const restartComputer = defineCmdlet({
  name: "Restart-Computer",
  typeName: "Microsoft.PowerShell.Commands.RestartComputerCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Restarts servers and domain controllers: they are down for two minutes.",
  supportsShouldProcess: true,
  parameters: {
    ...ways,
    ComputerName: computerName,
    Force: force,
    Wait: { since: 3, type: "switch" },
    Timeout: {
      since: 3,
      type: "int",
      aliases: ["TimeoutSec"],
      validate: [{ kind: "ValidateRange", min: -1, max: 2_147_483_647 }],
    },
    // Which part is waited for, and how often is looked: all parts of a server are back at the same time here.
    For: { since: 3, type: "string", coverage: "accepted" },
    Delay: { since: 3, type: "int", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const isOld = cmdlet.context.facts.languageVersion < firstWithRestartAction;
      const restarted = run(cmdlet, {
        names: namesOf(cmdlet, parameters.ComputerName),
        action: isOld ? undefined : restartAction,
        act: (topology, host) => restartHost(topology, host.name),
        failure: (name) => restartFailed(cmdlet, name),
      });
      if (!parameters.Wait || restarted.length === 0) return;
      const most = parameters.Timeout ?? -1;
      const isLate = most >= 0 && most < restartSeconds;
      waitFor(cmdlet, isLate ? most : restartSeconds);
      if (isLate) for (const host of restarted) cmdlet.writeError(tooLate(host, most));
    },
  }),
});
