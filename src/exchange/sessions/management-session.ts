import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { type DirectoryObject, getProperty, listObjects, type Topology } from "../../topology/index.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { organizationOf } from "../organization.js";
import { RemoteSession } from "../remote-session.js";
import { schema } from "../schema.js";
import { serverVersionFrom } from "../types/versions.js";
import { exchangeConfiguration, PSSession, type PSSessions, psSessionsOf, usualSessionName } from "./ps-session.js";

/** The Exchange Management Shell's own connection: Get-PSSession lists it, Remove-PSSession closes it, the next cmdlet opens it again. */

/** Which cmdlets a server has, by its version. */
export function releaseOf(server: DirectoryObject): ExchangeRelease {
  const version = serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"));
  if (version === null || version.major < 15) return "2010";
  return version.minor === 0 ? "2013" : version.minor === 1 ? "2016" : "2019";
}

/** The connection that a shell starts with. Its number in the list is 1; the runspace's is that of all its objects. */
export function firstConnection(
  topology: Topology,
  { fqdn, runspace }: RemoteSession,
  release: ExchangeRelease,
  languageVersion: number,
): PSSession | null {
  return listObjects(topology, "ExchangeServer").length === 0
    ? null
    : new PSSession(
        1,
        usualSessionName(languageVersion, 1),
        fqdn.toLowerCase(),
        runspace,
        release,
        exchangeConfiguration,
      );
}

/** Puts another connection in the place of the shell's own, which is closed; its cmdlets run on that server from now on. */
export function connectTo(context: ExecutionContext, server: { readonly name: string; readonly fqdn: string }): void {
  const organization = organizationOf(context);
  const { session, current } = organization;
  if (server.name !== session.serverName)
    organization.session = new RemoteSession(current, session.rights, server, session.host);
}

/** What a cmdlet of Exchange's shell does when its connection was closed: it opens another, and says so. */
export function reopen({ context }: CmdletRuntime, command: string): void {
  const sessions = psSessionsOf(context);
  if (sessions.state.management !== "closed" || isImported(sessions, command)) return;
  const organization = organizationOf(context);
  if (organization.release === null) return;
  // The words are captured (facts/captures.jsonl, get-mailbox.10, enable-exchangecertificate.1).
  context.host.write(`Creating a new session for implicit remoting of "${command}" command...\n`);
  const id = sessions.state.opened + 1;
  const { languageVersion } = context.facts;
  const { fqdn } = organization.session;
  const opened = new PSSession(
    id,
    usualSessionName(languageVersion, id),
    fqdn.toLowerCase(),
    context.newGuid(),
    organization.release,
    exchangeConfiguration,
  );
  sessions.state = {
    ...sessions.state,
    opened: id,
    sessions: [...sessions.state.sessions, opened],
    management: id,
  };
}

/** A command of another connection, which hides the shell's own, goes through that one. */
function isImported({ state }: PSSessions, command: string): boolean {
  return state.modules.some(({ prefix, commands }) => prefix === "" && commands.has(command.toLowerCase()));
}
