import { joinedServices } from "../../exchange/client-access/certificate-values.js";
import { selfSigned, servicesOf } from "../../exchange/client-access/exchange-certificate.js";
import { listObjects, type Topology } from "../../topology/index.js";
import { Evaluation } from "../evaluation.js";
import { LabError } from "../lab-error.js";
import { serverOf } from "../mailboxes.js";
import { networkOf } from "../network.js";
import { addNetworkObject, changeNetworkObject } from "../write.js";
import { hostNamed } from "./hosts.js";

/** Who issues the lab's certificates; all clients trust it. */
export const labAuthority = "CN=Lab Certification Authority";
const years = 2;

/**
 * Gives servers a certificate that clients trust, with some names, and lets IIS use it in the place of the one it had.
 * What the certification authority does between New-ExchangeCertificate -GenerateRequest and Import-ExchangeCertificate.
 * @throws {LabError} for a server that is not there or has no web site
 */
export function installCertificate(topology: Topology, servers: readonly string[], names: readonly string[]): Topology {
  if (names.length === 0) throw new LabError("InvalidArgument", "A certificate needs at least one name.");
  return servers.reduce((state, name) => installOn(state, name, names), topology);
}

function installOn(topology: Topology, server: string, names: readonly string[]): Topology {
  const host = hostNamed(topology, server);
  if (!host.hasRole("ClientAccess")) {
    throw new LabError("NotAllowed", `${host.name} is no Client Access server.`, server);
  }
  const made = selfSigned(topology, host.object, {
    subject: `CN=${names[0] ?? ""}`,
    domains: names,
    services: ["IIS"],
    notBefore: topology.clock,
    years,
    what: `lab ${names.join(" ").toLowerCase()} ${topology.usn}`,
    properties: { Issuer: labAuthority, RootCAType: "Enterprise" },
  });
  const evaluation = new Evaluation(networkOf(topology));
  const others = listObjects(topology, made.class).filter(
    (each) => serverOf(evaluation, each) === host.object.guid && servicesOf(each).includes("IIS"),
  );
  const without = others.reduce((state, each) => {
    const kept = servicesOf(each).filter((service) => service !== "IIS");
    return changeNetworkObject(state, each, { Services: joinedServices(kept) });
  }, topology);
  return addNetworkObject(without, made).topology;
}
