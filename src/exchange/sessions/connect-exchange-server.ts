import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type DirectoryObject, followReference, getProperty, isReference, listObjects } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { organizationOf } from "../organization.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { connectTo } from "./management-session.js";
import { PSSession, psSessionsOf } from "./ps-session.js";

/**
 * How Exchange's shell finds a server: the one that was asked for, else the local one, those of its site, or of others.
 * What it says on the way is captured (facts/captures.jsonl, new-pssession.1 to .5).
 */

/** The line that opens a connection, as the shell's own functions have it: what errors of it show, as far as it was seen. */
const openingLine =
  'New-PSSession -ConnectionURI "$connectionUri" -ConfigurationName Microsoft.Exchange -SessionOption $so';

const noneInSite = sentence({
  text: (site: string) =>
    `No Exchange servers are available in the Active Directory site ${site}. Connecting to an Exchange server in another Active Directory site.`,
  certainty: "captured",
  evidence: "facts/captures.jsonl, new-pssession.2",
});
const failed = sentence({
  text: () => "Failed to connect to an Exchange server in the current site.",
  certainty: "captured",
  evidence: "facts/captures.jsonl, new-pssession.5",
});
const question = "Enter the server FQDN where you want to connect.:";

/** Tries a host; whether the shell is connected to it now. */
function tryHost(cmdlet: CmdletRuntime, host: string): boolean {
  const { context, streams } = cmdlet;
  const { host: console } = context;
  console.writeMessage("verbose", `Connecting to ${host}.`);
  const sessions = psSessionsOf(context);
  const before = sessions.state;
  context.session.globalScope.setVariable("connectionUri", `http://${host}/powershell?serializationLevel=Full`);
  let opened: PSSession | null = null;
  context.invokeBlock(context.createScriptBlock(openingLine), {
    output: {
      write: (value) => {
        if (value instanceof PSSession) opened = value;
      },
    },
    streams,
  });
  return settle(cmdlet, opened, before.management);
}

function settle(cmdlet: CmdletRuntime, opened: PSSession | null, former: number | "closed" | "none"): boolean {
  if (opened === null) return false;
  const { context } = cmdlet;
  const server = serversOf(cmdlet).find((each) => isCalled(each, opened.computerName));
  if (server === undefined) return false;
  const sessions = psSessionsOf(context);
  for (const session of sessions.state.sessions) if (session.id === former) session.close();
  sessions.state = {
    ...sessions.state,
    sessions: sessions.state.sessions.filter(({ id }) => id !== former),
    management: opened.id,
  };
  connectTo(context, { name: server.name, fqdn: fqdnOf(server) });
  context.session.globalScope.setVariable("remoteSession", opened);
  context.host.writeMessage("verbose", `Connected to ${fqdnOf(server)}.`);
  return true;
}

const serversOf = ({ context }: CmdletRuntime): readonly DirectoryObject[] =>
  listObjects(organizationOf(context).current, "ExchangeServer");

const isCalled = (server: DirectoryObject, host: string): boolean =>
  [server.name.toLowerCase(), fqdnOf(server).toLowerCase()].includes(host.toLowerCase());

function siteOf({ context }: CmdletRuntime, server: DirectoryObject): string {
  const site = getProperty(schema, server, "Site");
  const target = isReference(site) ? followReference(organizationOf(context).current, site) : null;
  return target?.state === "live" ? target.object.name : "";
}

/** The local server first, then others of its site, then those of other sites. */
function connectAnywhere(cmdlet: CmdletRuntime): boolean {
  const { session } = organizationOf(cmdlet.context);
  const servers = serversOf(cmdlet);
  const local = servers.find(({ name }) => name === session.host.name);
  if (local === undefined) return false;
  const site = siteOf(cmdlet, local);
  const near = servers.filter((server) => server !== local && siteOf(cmdlet, server) === site);
  if ([local, ...near].some((server) => tryHost(cmdlet, fqdnOf(server)))) return true;
  const far = servers.filter((server) => siteOf(cmdlet, server) !== site);
  if (far.length === 0) return false;
  cmdlet.writeWarning(noneInSite.text(site));
  return far.some((server) => tryHost(cmdlet, fqdnOf(server)));
}

/** Asks for a server until one answers or nothing is typed. */
function askForServer(cmdlet: CmdletRuntime): void {
  for (;;) {
    const host = cmdlet.context.host.ask({
      kind: "line",
      prompt: `${question} `,
      caption: "",
      message: "",
      choices: [],
      defaultChoice: 0,
    });
    if (host === "" || tryHost(cmdlet, host)) return;
  }
}

/** Connects the shell anew: to a server by name, or to the nearest. */
export const connectExchangeServer = defineCmdlet({
  name: "Connect-ExchangeServer",
  typeName: "Connect-ExchangeServer",
  source: "",
  isFunction: true,
  synopsis: "Connects the shell to an Exchange server: -Auto to the nearest, -ServerFqdn to one by name.",
  parameters: {
    ServerFqdn: { type: "string", position: 0 },
    Auto: { type: "switch" },
    Prompt: { type: "switch" },
    ClearCache: { type: "switch", coverage: "accepted" },
    // Nobody is asked for a password here.
    UserName: { type: "string", coverage: "accepted" },
    Credential: { type: "object", coverage: "accepted" },
    Forest: { type: "string", coverage: "refused" },
    ClientApplication: { type: "string", coverage: "accepted" },
    AllowClobber: { type: "switch", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    end: () => {
      const { ServerFqdn: name } = parameters;
      if (name !== undefined && name !== "") {
        if (tryHost(cmdlet, name) || !parameters.Auto) return;
      } else if (!parameters.Auto) return askForServer(cmdlet);
      if (connectAnywhere(cmdlet)) return;
      cmdlet.context.host.write(`${failed.text()}\n`);
      askForServer(cmdlet);
    },
  }),
});
