import { type DirectoryObject, findByIndex, getProperty, isReference, listObjects } from "../../topology/index.js";
import { PSCredential } from "../../values/types/security-types.js";
import { linked } from "../databases/copies.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { accountNameOf, domainNameOf } from "../permissions/account-names.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { resolveServer } from "../servers/resolve-server.js";
import { hasRole } from "../servers/roles.js";

/**
 * The test users of the cmdlets that log on as a client: one on each Mailbox server, made by the script
 * new-TestCasConnectivityUser.ps1. In Exchange the name follows from the server too, by a rule that is not known.
 */
const nameLength = 13;
export const testUserName = (server: DirectoryObject): string =>
  `extest_${server.guid.replaceAll("-", "").slice(0, nameLength)}`;

const noTestUser = message({
  text: (user: string, server: string) =>
    `The task couldn't sign in with user ${user}. Run Scripts\\new-TestCasConnectivityUser.ps1 to verify that the user exists on the Mailbox server ${server}`,
  exception: "Microsoft.Exchange.Monitoring.CasHealthUserNotFoundException",
  category: "ObjectNotFound",
  certainty: "documented",
  evidence: "facts/nouns.json, test account problem (KB 2914460); exception and category from memory",
});

const sentences = {
  notAccessible: sentence({
    text: (user: string) =>
      `Test user '${user}' isn't accessible, so this cmdlet won't be able to test Client Access server connectivity.`,
    certainty: "memory",
    evidence: "from memory: Exchange 2010 without test users",
  }),
  nothingTested: sentence({
    text: () => "No Client Access servers were tested.",
    certainty: "memory",
    evidence: "from memory: Exchange 2010 without test users",
  }),
} as const;

/** As whom a test logs on: the user, and how the results call him. */
export interface TestUser {
  readonly user: DirectoryObject;
  readonly name: string;
}

/** The GUID of a server's site. */
export const siteOf = (server: DirectoryObject): string | null => {
  const link = getProperty(schema, server, "Site");
  return isReference(link) ? link.guid : null;
};

/** The site of the server on which a mailbox is. */
export function siteOfMailbox(task: Task, user: DirectoryObject): string | null {
  const database = linked(task.topology, getProperty(schema, user, "Database"));
  const server = database === null ? null : getProperty(schema, database, "Server");
  const found = server !== null && isReference(server) ? linked(task.topology, server) : null;
  return found === null ? null : siteOf(found);
}

/** The servers of a site with a role. */
export function serversIn(task: Task, site: string | null, role: string): readonly DirectoryObject[] {
  return site === null
    ? []
    : findByIndex(task.topology, "ExchangeServer", "site", site).filter((server) => hasRole(server, role));
}

/** The Client Access servers that -ClientAccessServer or -AutoDiscoverServer means; without them all of the local site (documented). */
export function accessServers(task: Task): readonly DirectoryObject[] {
  const named = ["ClientAccessServer", "AutoDiscoverServer"].find((each) => task.has(each));
  if (named !== undefined) return [resolveServer(task, named, "ClientAccess")];
  return serversIn(task, siteOf(localServer(task)), "ClientAccess");
}

/** The server that the session is connected to. */
export function localServer(task: Task): DirectoryObject {
  const servers = listObjects(task.topology, "ExchangeServer");
  const local = servers.find(({ name }) => name === task.session.serverName) ?? servers[0];
  if (local === undefined) throw task.notFound(task.session.serverName);
  return local;
}

/** The user whom -Identity means, or -MailboxCredential or -TestCredential names, whose password nobody checks. */
export function credentialUser(task: Task): TestUser | null {
  if (task.value("Identity") instanceof IdParameter) {
    const named = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
    return { user: named, name: accountNameOf(task.topology, named) };
  }
  const credential = task.value("MailboxCredential") ?? task.value("TestCredential");
  if (!(credential instanceof PSCredential)) return null;
  const [user] = task.find(credential.userName, mailbox.identity);
  if (user === undefined) throw task.notFound(credential.userName);
  return { user, name: credential.userName };
}

/**
 * As whom to test a Client Access server: the credential's user, or the test users of -MailboxServer, without it of all
 * Mailbox servers of its site. Those that are missing are errors.
 */
export function usersFor(task: Task, site: string | null): readonly TestUser[] {
  const given = credentialUser(task);
  if (given !== null) return [given];
  const servers = task.has("MailboxServer")
    ? [resolveServer(task, "MailboxServer", "Mailbox")]
    : serversIn(task, site, "Mailbox");
  return servers.flatMap((server) => testUserOn(task, server) ?? []);
}

/** The test user of a Mailbox server; without one the error, and `null`. */
export function testUserOn(task: Task, server: DirectoryObject): TestUser | null {
  const name = testUserName(server);
  const [user] = task.find(name, mailbox.identity);
  if (user !== undefined) return { user, name: accountNameOf(task.topology, user) };
  task.cmdlet.writeWarning(sentences.notAccessible.text(name));
  const [domain] = listObjects(task.topology, "Domain");
  const account = `${domain === undefined ? "" : domainNameOf(task.topology, domain)}\\${name}`;
  task.cmdlet.writeError(task.failure(noTestUser, [account, fqdnOf(server)]).record);
  return null;
}

/** Runs a test for each Client Access server and user; nobody to test with is said. */
export function testAccessServers(task: Task, test: (server: DirectoryObject, user: TestUser) => void): void {
  const known = new Map<string, readonly TestUser[]>();
  let tested = 0;
  for (const server of accessServers(task)) {
    const site = siteOf(server) ?? "";
    const users = known.get(site) ?? usersFor(task, site);
    known.set(site, users);
    for (const user of users) {
      test(server, user);
      tested += 1;
    }
  }
  if (tested === 0) task.cmdlet.writeWarning(sentences.nothingTested.text());
}
