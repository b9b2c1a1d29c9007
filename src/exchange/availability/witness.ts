import { findByIndex, getProperty, isReference, listObjects } from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { hasRole } from "../servers/roles.js";

const noWitness = message({
  text: () =>
    "There is no Hub Transport server without the Mailbox role in the local site to be the witness server. Specify the parameter WitnessServer.",
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

const notTrusted = sentence({
  text: (server: string) =>
    `The Exchange Trusted Subsystem is not a member of the local Administrators group on specified witness server ${server}.`,
  certainty: "captured",
  evidence: "facts/nouns.json, New-DatabaseAvailabilityGroup",
});

/**
 * The FQDN of the witness server that a parameter names. One that isn't an Exchange server draws the warning that the
 * real check gives for all of them.
 */
export function witnessFrom(task: Task, parameter: string): string | null {
  const given = task.text(parameter);
  if (given === null || given === "") return null;
  const [server] = task.find(given, { classes: ["ExchangeServer"], indexes: ["name", "fqdn"] });
  if (server !== undefined) return fqdnOf(server);
  const fqdn = given.includes(".") ? given : `${given}.${domainName(task)}`;
  task.cmdlet.writeWarning(notTrusted.text(fqdn));
  return fqdn;
}

/** Without -WitnessServer: a Hub Transport server (2013: Client Access) of the local site without databases. */
export function foundWitness(task: Task): string {
  const role = task.info.release === "2010" ? "HubTransport" : "ClientAccess";
  const [local] = listObjects(task.topology, "ExchangeServer");
  const site = local === undefined ? null : getProperty(schema, local, "Site");
  const servers = isReference(site) ? findByIndex(task.topology, "ExchangeServer", "site", site.guid) : [];
  const found = servers.find((server) => hasRole(server, role) && !hasRole(server, "Mailbox"));
  if (found === undefined) throw task.failure(noWitness, []);
  return fqdnOf(found);
}

/** Where a group's share lies when nobody says otherwise. */
export function usualDirectory(task: Task, group: string): string {
  return `C:\\DAGFileShareWitnesses\\${group}.${domainName(task)}`;
}

/** The DNS name of the forest's first domain. */
export function domainName(task: Task): string {
  return listObjects(task.topology, "Domain")[0]?.name ?? "";
}
