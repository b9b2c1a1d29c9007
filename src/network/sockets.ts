import type { Organization } from "../exchange/organization.js";
import type { Sockets } from "../values/value-context.js";
import { Evaluation, machineOfHost } from "./evaluation.js";
import { networkOf } from "./network.js";
import { listenerAt } from "./ports.js";
import { localHost } from "./programs/here.js";
import { reach } from "./reach.js";
import { resolve } from "./resolve.js";
import { keepEvaluation } from "./settle.js";
import { Trace } from "./steps.js";

/**
 * How the console's machine connects to ports, for .NET's TcpClient.
 * @param advance lets the emulated clock move on by seconds
 */
export function sessionSockets(organization: Organization, advance: (seconds: number) => void): Sockets {
  return {
    wait: advance,
    connect(name, port) {
      const host = localHost(organization);
      const nowhere = { outcome: "hostNotFound", address: "", port, seconds: 0 } as const;
      if (host === null) return nowhere;
      const evaluation = new Evaluation(networkOf(organization.current));
      const machine = machineOfHost(host);
      const [address] = resolve(evaluation, machine, name).addresses;
      const trace = new Trace();
      const reached = address === undefined ? null : reach(evaluation, machine, address, listenerAt(port), trace);
      organization.current = keepEvaluation(evaluation, []);
      if (address === undefined || reached === null) return nowhere;
      const outcome = reached.ok ? "connected" : reached.timedOut ? "timedOut" : "refused";
      return { outcome, address, port, seconds: trace.seconds };
    },
  };
}
