import { type DirectoryObject, findByIndex, getProperty, isReference, listObjects } from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { hasRole } from "../servers/roles.js";
import { isUp, machinesOf } from "../services/machines.js";

const noWitness = message({
  text: () =>
    "There is no Hub Transport server without the Mailbox role in the local site to be the witness server. Specify the parameter WitnessServer.",
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

const noDirectory = message({
  text: (server: string) =>
    `The task was unable to create the default witness directory on server ${server}. Please manually specify a witness directory.`,
  exception: "Microsoft.Exchange.Cluster.Replay.DagTaskOperationFailedException",
  category: "InvalidArgument",
  certainty: "documented",
  evidence:
    "facts/nouns.json, New-DatabaseAvailabilityGroup: the text is documented; type and category are those of other failures",
});

const laterAgain =
  "Until this problem is corrected, the database availability group may be more vulnerable to failures. You can use the Set-DatabaseAvailabilityGroup cmdlet to try the operation again.";

const noShares = sentence({
  text: (server: string) =>
    `Unable to access file shares on witness server '${server}'. ${laterAgain} Error: The network path was not found.`,
  certainty: "documented",
  evidence: "facts/nouns.json, New-DatabaseAvailabilityGroup",
});

const noShare = sentence({
  text: (directory: string, server: string) =>
    `Failed to create file share witness directory '${directory}' on witness server '${server}'. ${laterAgain} Error: WMI exception occurred on server '${server}': The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)`,
  certainty: "documented",
  evidence: "facts/nouns.json, Add-DatabaseAvailabilityGroupServer",
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

const isNamed = (given: string, ...names: readonly string[]): boolean =>
  names.some((name) => name.toLowerCase() === given.toLowerCase());

/** Whether a machine of the organization is switched off. One that it doesn't know is somebody's who keeps it running. */
function isOff(task: Task, fqdn: string): boolean {
  const machine = machinesOf(task.topology).find((each) => isNamed(fqdn, each.name, each.fqdn));
  return machine !== undefined && !isUp(task.topology, machine);
}

/**
 * A witness that can't be reached: without a directory that was given none is made, which refuses it; with one it is
 * taken all the same, and its share is made later.
 */
export function checkWitness(task: Task, fqdn: string, hasDirectory: boolean): void {
  if (!isOff(task, fqdn)) return;
  const name = fqdn.split(".")[0] ?? fqdn;
  if (!hasDirectory) throw task.failure(noDirectory, [name]);
  task.cmdlet.writeWarning(noShares.text(name));
}

/** The second member needs the witness: its share is made then, if its server answers. */
export function warnOfShare(task: Task, group: DirectoryObject): void {
  const fqdn = String(getProperty(schema, group, "WitnessServer") ?? "");
  if (!isOff(task, fqdn)) return;
  const directory = String(getProperty(schema, group, "WitnessDirectory") ?? "");
  task.cmdlet.writeWarning(noShare.text(directory, fqdn.split(".")[0] ?? fqdn));
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
