import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  type DirectoryObject,
  followReference,
  getProperty,
  isReference,
  listObjects,
  type Topology,
} from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { organizationOf } from "../organization.js";
import { RemoteSession } from "../remote-session.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { runs } from "../servers/running-services.js";
import { noServer } from "./pssession-cmdlets.js";

/**
 * What `Connect-ExchangeServer -auto` does: the server of the session comes first, then those of its site, then those of
 * other sites; the first that answers is the one that cmdlets run on from then on.
 */

const noneNear = sentence({
  text: (site: string) =>
    `No Exchange servers are available in the Active Directory site ${site}. Connecting to an Exchange server in another Active Directory site.`,
  certainty: "captured",
  evidence: "facts/captures.jsonl, new-pssession.2",
});
const noneAtAll = sentence({
  text: () => "Failed to connect to an Exchange server in the current site.",
  certainty: "captured",
  evidence: "facts/captures.jsonl, new-pssession.5",
});
const question = "Enter the server FQDN where you want to connect.: ";

function siteOf(topology: Topology, server: DirectoryObject | undefined): DirectoryObject | null {
  const link = server === undefined ? null : getProperty(schema, server, "Site");
  const target = isReference(link) ? followReference(topology, link) : null;
  return target?.state === "live" ? target.object : null;
}

/** Whether a server's web server answers, behind which the shells of others run. */
const answers = (topology: Topology, server: DirectoryObject): boolean => runs(topology, server, "W3SVC");

/** The line of the start-up functions that opens the connection: what fails is New-PSSession (the captures). */
const opening =
  'New-PSSession -ConnectionURI "$connectionUri" -ConfigurationName Microsoft.Exchange -SessionOption $so';

function writeFailure(cmdlet: CmdletRuntime, fqdn: string): void {
  const record = noServer(fqdn.toLowerCase(), cmdlet.context.facts.languageVersion);
  const name = "New-PSSession";
  const place = { sourceText: opening, file: null, start: 0, end: opening.length };
  record.amend({ activity: name, invocation: { invocationName: name, commandName: name, ...place } });
  cmdlet.writeError(record);
}

/** Connects to a server, or says why not. */
function connect(cmdlet: CmdletRuntime, server: DirectoryObject): boolean {
  const { context } = cmdlet;
  const organization = organizationOf(context);
  const fqdn = fqdnOf(server);
  context.host.writeMessage("verbose", `Connecting to ${fqdn}.`);
  if (!answers(organization.current, server)) {
    writeFailure(cmdlet, fqdn);
    return false;
  }
  context.host.writeMessage("verbose", `Connected to ${fqdn}.`);
  const { session } = organization;
  if (session.serverName !== server.name) {
    organization.session = new RemoteSession(organization.current, session.rights, { name: server.name, fqdn });
  }
  return true;
}

/** Connects to the first server that answers; where none does, asks which one to take. */
export function connectAutomatically(cmdlet: CmdletRuntime): void {
  const { context } = cmdlet;
  const { current, session } = organizationOf(context);
  const servers = listObjects(current, "ExchangeServer");
  const local = servers.find(({ name }) => name === session.serverName);
  const site = siteOf(current, local);
  const isNear = (server: DirectoryObject): boolean => siteOf(current, server)?.guid === site?.guid;
  const near = servers.filter(isNear).toSorted((a, b) => Number(b === local) - Number(a === local));
  if (near.some((server) => connect(cmdlet, server))) return;
  const far = servers.filter((server) => !isNear(server));
  if (far.some((server) => answers(current, server))) {
    cmdlet.writeWarning(noneNear.text(site?.name ?? ""));
    if (far.some((server) => connect(cmdlet, server))) return;
  }
  context.host.write(`${noneAtAll.text()}\n`);
  const prompt = { kind: "line", prompt: question, caption: "", message: "", choices: [], defaultChoice: -1 } as const;
  const wanted = context.host.ask(prompt).toLowerCase();
  const chosen = servers.find((server) => fqdnOf(server).toLowerCase() === wanted);
  if (chosen !== undefined) connect(cmdlet, chosen);
  else if (wanted !== "") writeFailure(cmdlet, wanted);
}
