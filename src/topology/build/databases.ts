import { type PropertyValue, reference } from "../value.js";
import { type BuildContext, type BuiltServer, keep } from "./context.js";
import { checkFields, type Given, itemOf, named, optionalList, optionalText, requiredText, show } from "./reader.js";
import type { DatabaseSpec, TopologySpec } from "./spec.js";

/** Makes the mailbox databases with their copies. */
export function buildDatabases(context: BuildContext, spec: TopologySpec): void {
  for (const [index, item] of optionalList(context.problems, "databases", spec.databases).entries()) {
    buildDatabase(context, `databases[${index}]`, itemOf<DatabaseSpec>(item));
  }
}

function buildDatabase(context: BuildContext, where: string, given: Given<DatabaseSpec>): void {
  const { problems, forest } = context;
  checkFields(problems, where, given, ["name", "server", "recovery", "copies", "rpcClientAccessServer"]);
  const name = requiredText(problems, `${where}.name`, given.name, "Mailbox Database 1");
  const server = mailboxServer(context, `${where}.server`, given.server);
  const recovery = given.recovery ?? false;
  if (typeof recovery !== "boolean")
    problems.add(`${where}.recovery`, `${show(recovery)} won't do. Give true or false.`);
  const accessServer = optionalText(
    problems,
    `${where}.rpcClientAccessServer`,
    given.rpcClientAccessServer,
    "EX01.contoso.com",
  );
  const copies = copyServers(context, where, given.copies, server, recovery === true);
  if (name === "" || server === null) return;
  const folder = `${server.dataPath}\\${name}`;
  const properties: Record<string, PropertyValue> = {
    Server: reference(server.object.guid),
    MasterServerOrAvailabilityGroup: reference((server.group ?? server.object).guid),
    Recovery: recovery === true,
    RpcClientAccessServer: accessServer ?? accessServerFor(context, server),
    EdbFilePath: `${folder}\\${name}.edb`,
    LogFolderPath: folder,
    LogFilePrefix: `E${server.databases.toString(16).toUpperCase().padStart(2, "0")}`,
    Mounted: recovery !== true,
  };
  server.databases += 1;
  const object = forest.add({ class: "MailboxDatabase", name, properties }, where);
  keep(context, where, name, context.databases, { object, recovery: recovery === true });
  for (const [at, host] of [server, ...copies].entries()) {
    const copy = { HostServer: reference(host.object.guid), ActivationPreference: at + 1 };
    forest.addLeaf({ class: "DatabaseCopy", name: host.object.name, parent: object.guid, properties: copy }, where);
  }
}

function mailboxServer(context: BuildContext, where: string, value: unknown): BuiltServer | null {
  const name = requiredText(context.problems, where, value, "EX01");
  const server = name === "" ? null : named(context.problems, where, name, context.servers, "server");
  if (server?.isMailbox === false) context.problems.add(where, `the server ${name} lacks the Mailbox role.`);
  return server;
}

/** The servers that hold further copies: each one once, and all in the group of the first. */
function copyServers(
  context: BuildContext,
  where: string,
  value: unknown,
  first: BuiltServer | null,
  recovery: boolean,
): BuiltServer[] {
  const { problems } = context;
  const found: BuiltServer[] = [];
  for (const [index, name] of optionalList(problems, `${where}.copies`, value).entries()) {
    const place = `${where}.copies[${index}]`;
    const server = mailboxServer(context, place, name);
    if (server === null || first === null) continue;
    if (recovery) problems.add(place, "a recovery database has no copies.");
    else if (server === first || found.includes(server))
      problems.add(place, `the server ${show(name)} has a copy already.`);
    else if (first.group === null || server.group !== first.group) {
      problems.add(
        place,
        `copies need servers of one availability group: put ${first.object.name} and ${show(name)} into one.`,
      );
    } else found.push(server);
  }
  return found;
}

/** The last version in which Client Access arrays count: Exchange 2010. */
const lastWithArrays = 14;

/** The name that Exchange gives a new database for its clients; null when the site has no Client Access server. */
function accessServerFor(context: BuildContext, server: BuiltServer): string | null {
  const array =
    server.site === null || server.major > lastWithArrays ? undefined : context.arrays.get(server.site.guid);
  if (array !== undefined) return array;
  if (server.isClientAccess) return server.fqdn;
  for (const other of context.servers.values())
    if (other.isClientAccess && other.site === server.site) return other.fqdn;
  return null;
}
