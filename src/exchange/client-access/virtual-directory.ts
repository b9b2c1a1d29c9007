import type { TableColumn } from "../../formatting/index.js";
import {
  backEndWebSite,
  type DirectoryObject,
  defaultWebSite,
  findByIndex,
  getProperty,
  isBackEnd,
  type NewObject,
} from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { configurationTypes, serverIdentity } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { type GetOptions, getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import {
  defineNoun,
  type Noun,
  type NounClass,
  type NounDefinition,
  type NounVerbs,
  type VerbBehaviour,
} from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { type SetOptions, setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { hasRole, isSince2013 } from "../servers/roles.js";
import { ADObjectId, serverAbove } from "../types/ad-object-id.js";
import { configuration, gzipLevel, shortName } from "./virtual-directory-rows.js";

/**
 * What the virtual directories of Outlook Web App, ECP, Web Services, ActiveSync, … share: they live on a server's web
 * site, are called `SERVER\name (site)`, and say how clients sign in and under which URLs they are reached. Since 2013
 * there are two web sites: the front end, which clients reach, and the back end of the Mailbox role, which it asks.
 */

/** The class of a kind of virtual directory. */
export function virtualDirectoryClass(name: string, objectClass: string, objectCategory: string): NounClass {
  return {
    name,
    objectClass: ["top", "msExchVirtualDirectory", objectClass],
    objectCategory,
    container: { belowClass: "ExchangeServer", path: ["CN=Protocols", "CN=HTTP"] },
  };
}

/** What is particular to a kind of virtual directory. */
export interface VirtualDirectoryDefinition
  extends Pick<NounDefinition, "noun" | "called" | "certainty" | "properties"> {
  readonly objectClass: string;
  readonly objectCategory: string;
  readonly place: VirtualDirectoryPlace;
  /** The name of the objects' type, and those between it and ExchangeVirtualDirectory. */
  readonly types: readonly [typeName: string, ...bases: string[]];
  /** Of the table. */
  readonly columns: readonly TableColumn[];
}

/** A kind of virtual directory: its class is named like the noun. */
export function defineVirtualDirectory(definition: VirtualDirectoryDefinition): Noun {
  const { objectClass, objectCategory, place, types, columns, ...rest } = definition;
  const { noun } = rest;
  const [typeName] = types;
  return defineNoun({
    ...rest,
    class: virtualDirectoryClass(noun, objectClass, objectCategory),
    identity: virtualDirectoryIdentity(noun),
    serverSetup: virtualDirectorySetup(noun, place),
    typeNames: virtualDirectoryTypes(...types),
    views: [{ kind: "table", name: typeName, typeNames: [typeName], columns }],
    displayIdentity: serverAndName,
  });
}

/** What differs of the verbs: parameters without a visible effect, and what New reads beside the table's. */
export interface VirtualDirectoryVerbOptions {
  readonly accepted?: Readonly<Partial<Record<"New" | "Set" | "Remove", readonly string[]>>>;
  readonly emulatedByNew?: readonly string[];
  readonly afterSet?: SetOptions["after"];
}

/** Get, New, Set and Remove of a kind of virtual directory. */
export function virtualDirectoryVerbs(
  noun: Noun,
  place: VirtualDirectoryPlace,
  { accepted = {}, emulatedByNew, afterSet }: VirtualDirectoryVerbOptions = {},
): NounVerbs {
  const byNew = accepted.New;
  const bySet = accepted.Set;
  const byRemove = accepted.Remove;
  return {
    Get: getVirtualDirectory(noun),
    New: newVirtualDirectory(noun, place, byNew, emulatedByNew),
    Set: setVerb(noun, {
      ...(bySet === undefined ? {} : { accepted: bySet }),
      ...(afterSet === undefined ? {} : { after: afterSet }),
    }),
    Remove: removeVerb(noun, byRemove === undefined ? {} : { accepted: byRemove }),
  };
}

/** How a virtual directory is named: `EX01\owa (Default Web Site)`, also with wildcards. */
export function virtualDirectoryIdentity(className: string): NonNullable<NounDefinition["identity"]> {
  return { classes: [className], wildcards: true, owner: "ExchangeServer", hidden: isBackEnd };
}

export const serverAndName = serverIdentity;

export function virtualDirectoryTypes(...own: readonly string[]): readonly string[] {
  return configurationTypes(...own, `${configuration}.ExchangeVirtualDirectory`, `${configuration}.ADVirtualDirectory`);
}

/** Where a kind of virtual directory is found, and what differs between the versions of servers. */
export interface VirtualDirectoryPlace {
  /** `owa` of `owa (Default Web Site)`. */
  readonly name: string;
  /** Behind the slash of the internal URL; left out: the name. `null`: there is no URL. */
  readonly url?: string | null;
  /** The internal URL is not secured, on servers of this kind. */
  readonly plainHttp?: (server: DirectoryObject) => boolean;
  /** Servers before Exchange 2013 have none. */
  readonly since2013?: boolean;
  /** Further properties that setup and New give. */
  readonly properties?: (server: DirectoryObject) => NonNullable<NewObject["properties"]>;
  /** Since 2013 the back end has one too, which differs in these; left out: it has none. */
  readonly backEnd?: NonNullable<NewObject["properties"]>;
}

/** The front end has asked for the user's name and hands on who it is; the form is not shown again. From memory. */
export const signsInByWindows = {
  BasicAuthentication: false,
  WindowsAuthentication: true,
  FormsAuthentication: false,
} as const;

/** Where the back end listens. */
const backEndPort = 444;

/** `https://ex01.contoso.com/owa` */
export function internalUrl(server: DirectoryObject, path: string, scheme = "https", port = ""): string {
  return `${scheme}://${String(getProperty(schema, server, "Fqdn") ?? "").toLowerCase()}${port}/${path}`;
}

/** A new virtual directory of a server. */
function directoryOf(
  server: DirectoryObject,
  className: string,
  place: VirtualDirectoryPlace,
  name: string,
  site: string,
): NewObject {
  const { url = place.name } = place;
  const behind = site.toLowerCase() === backEndWebSite.toLowerCase();
  const scheme = !behind && place.plainHttp?.(server) === true ? "http" : "https";
  return {
    class: className,
    name: `${name} (${site})`,
    parent: server.guid,
    properties: {
      ...(url === null ? {} : { InternalUrl: internalUrl(server, url, scheme, behind ? `:${backEndPort}` : "") }),
      ...place.properties?.(server),
      ...(behind ? place.backEnd : {}),
    },
  };
}

/**
 * What setup makes: one on each Client Access server, and since 2013 one in the back end of each Mailbox server, of the
 * kinds that have one (their names: Microsoft's check of the directory, SetupAssist's Test-VirtualDirectoryConfiguration).
 */
export function virtualDirectorySetup(className: string, place: VirtualDirectoryPlace) {
  return (server: DirectoryObject): readonly NewObject[] => {
    const since2013 = isSince2013(server);
    const sites = [
      ...(hasRole(server, "ClientAccess") && (place.since2013 !== true || since2013) ? [defaultWebSite] : []),
      ...(since2013 && place.backEnd !== undefined && hasRole(server, "Mailbox") ? [backEndWebSite] : []),
    ];
    return sites.map((site) => directoryOf(server, className, place, place.name, site));
  };
}

const messages = {
  notReached: message({
    text: () =>
      "An IIS directory entry couldn't be created. The error message is The RPC server is unavailable.\n. HResult = -2147023174",
    exception: "Microsoft.Exchange.Management.Metabase.IISGeneralCOMException",
    category: "NotInstalled",
    hashes: { "Microsoft.Exchange.Management.SystemConfigurationTasks.GetOwaVirtualDirectory": "401839E9" },
    certainty: "derived",
    evidence:
      "facts/nouns.json (general) errors: seen of a web server that denies access; what a server that is off says is Windows' text",
  }),
  exists: message({
    text: (directory: string, place: string) =>
      `The virtual directory '${directory}' already exists under '${place}'.\nParameter name: VirtualDirectoryName`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "facts/nouns.json (general) errors: the first line captured in a log of setup, the second from memory",
  }),
} as const;

/** The server that -Server means; without it, the one on which the session runs. */
export function serverOrLocal(task: Task, role?: string): DirectoryObject {
  if (task.has("Server")) return resolveServer(task, "Server", role);
  const [server] = findByIndex(task.topology, "ExchangeServer", "name", task.session.serverName);
  if (server === undefined) throw task.parameterNotFound(task.session.serverName);
  return server;
}

/**
 * A new virtual directory as New makes it.
 * @throws {PowerShellError} when the web site has one of the name
 */
export function makeDirectory(task: Task, className: string, place: VirtualDirectoryPlace): NewObject {
  const isForMailboxes = task.text("Role") === "Mailbox";
  const server = serverOrLocal(task, isForMailboxes ? "Mailbox" : "ClientAccess");
  const site = task.text("WebSiteName") ?? (isForMailboxes ? backEndWebSite : defaultWebSite);
  const made = directoryOf(server, className, place, task.text("Name") ?? place.name, site);
  const [existing] = task.find(`${server.name}\\${made.name}`, virtualDirectoryIdentity(className));
  if (existing !== undefined)
    throw task.failure(
      messages.exists,
      [shortName(made.name), `${String(getProperty(schema, server, "Fqdn"))}/${site}`],
      identityOf(task, existing),
    );
  return made;
}

/**
 * New: on the server of the session, or that of -Server; -Role Mailbox: in its back end, unless a web site is named. A URL
 * that is given takes the place of the usual one.
 * @param accepted pools, folders of the metabase and the like, which belong to the web server and are shown nowhere
 */
export function newVirtualDirectory(
  noun: Noun,
  place: VirtualDirectoryPlace,
  accepted: readonly string[] = [],
  emulated: readonly string[] = ["WebSiteName", "Server", "Role"],
): VerbBehaviour {
  const [className = ""] = noun.identity.classes;
  return newVerb(noun, {
    emulated,
    accepted,
    make: (task, given) => {
      const made = makeDirectory(task, className, place);
      return { ...made, properties: { ...made.properties, ...given } };
    },
  });
}

/**
 * Get: -Server narrows to a server's; -ADPropertiesOnly leaves out what comes from the web server. Those of the back end
 * are among them with -ShowMailboxVirtualDirectories only (setup asks so for both; a log of 2019's setup), or by name.
 */
export function getVirtualDirectory(noun: Noun, options: GetOptions = {}): VerbBehaviour {
  return getVerb(noun, {
    ...options,
    emulated: ["ShowMailboxVirtualDirectories"],
    find: directoriesNamed(noun),
    arrange: (task, objects) =>
      reached(task, task.isOn("ShowMailboxVirtualDirectories") || task.has("Identity") ? objects : frontEnd(objects)),
    live: { ADPropertiesOnly: withoutWebServer, ...options.live },
  });
}

function* frontEnd(objects: Iterable<DirectoryObject>): Generator<DirectoryObject> {
  for (const object of objects) if (!isBackEnd(object)) yield object;
}

/** What -Identity means: a pattern those of the back end only where they are asked for. */
function directoriesNamed({ identity: query }: Noun): (task: Task) => readonly DirectoryObject[] {
  const { hidden: _, ...all } = query;
  return (task) => {
    const identity = task.value("Identity");
    if (!(identity instanceof IdParameter)) return [];
    return task.matches(identity, task.isOn("ShowMailboxVirtualDirectories") ? all : query);
  };
}

/** What the web server holds is asked for: where it can't be reached, that is said in place of the object. */
function* reached(task: Task, directories: Iterable<DirectoryObject>): Generator<DirectoryObject> {
  for (const directory of directories) {
    const server = serverAbove(task.topology, directory);
    const isOff = server !== null && getProperty(schema, server, "IsDown") === true;
    if (!isOff || task.isOn("ADPropertiesOnly")) yield directory;
    else task.cmdlet.writeError(task.failure(messages.notReached, [], identityOf(task, directory)).record);
  }
}

/** `EX01\owa (Default Web Site)` as a target. */
const identityOf = (task: Task, directory: DirectoryObject): ADObjectId =>
  new ADObjectId(task.topology, directory, "server");

/** What Get shows with -ADPropertiesOnly (facts/nouns.json: seen in a dump of OWA; the others from memory). */
function withoutWebServer(): ReadonlyMap<string, Value> {
  const methods = ["Basic", "Windows", "Digest", "Forms", "LiveId", "Adfs", "OAuth", "WSSecurity", "LiveIdBasic"];
  const switches = methods.map((name) => `${name}Authentication`);
  return new Map<string, Value>([
    ...[...switches, "BasicAuthEnabled", "WindowsAuthEnabled", "CompressionEnabled"].map(
      (name) => [name, false] as const,
    ),
    ["GzipLevel", gzipLevel("Off")],
    ...["WebSite", "WebsiteName", "DisplayName", "VirtualDirectoryName", "Path"].map((name) => [name, ""] as const),
  ]);
}
