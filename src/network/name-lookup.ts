import type { Organization } from "../exchange/organization.js";
import type { NameLookup } from "../values/value-context.js";
import { Evaluation, machineOfHost } from "./evaluation.js";
import { networkOf } from "./network.js";
import { localHost, nameAt } from "./programs/here.js";
import { resolve } from "./resolve.js";
import { keepEvaluation } from "./settle.js";

/** How the console's machine looks names up, for .NET's `[System.Net.Dns]`. */
export function sessionNames(organization: Organization): NameLookup {
  return {
    hostName: () => organization.session.host.name.toUpperCase(),
    addressesOf(name) {
      const host = localHost(organization);
      if (host === null) return null;
      const evaluation = new Evaluation(networkOf(organization.current));
      const { addresses, name: asked, answer } = resolve(evaluation, machineOfHost(host), name);
      organization.current = keepEvaluation(evaluation, []);
      return addresses.length === 0 ? null : { asked, name: answer?.records.at(-1)?.name ?? asked, addresses };
    },
    nameOf: (address) => nameAt(networkOf(organization.current), address),
  };
}
