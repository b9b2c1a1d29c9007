import type { TableColumn } from "../../formatting/index.js";
import { type DirectoryObject, findByIndex, getProperty, type NewObject } from "../../topology/index.js";
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
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { hasRole, isSince2013 } from "../servers/roles.js";
import { configuration, gzipLevel, shortName } from "./virtual-directory-rows.js";

/**
 * What the virtual directories of Outlook Web App, ECP, Web Services, ActiveSync, … share: they live on a server's web
 * site, are called `SERVER\name (site)`, and say how clients sign in and under which URLs they are reached.
 */

const defaultWebSite = "Default Web Site";

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
  return { classes: [className], wildcards: true, owner: "ExchangeServer" };
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
}

/** `https://ex01.contoso.com/owa` */
export function internalUrl(server: DirectoryObject, path: string, scheme = "https"): string {
  return `${scheme}://${String(getProperty(schema, server, "Fqdn") ?? "").toLowerCase()}/${path}`;
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
  const scheme = place.plainHttp?.(server) === true ? "http" : "https";
  return {
    class: className,
    name: `${name} (${site})`,
    parent: server.guid,
    properties: {
      ...(url === null ? {} : { InternalUrl: internalUrl(server, url, scheme) }),
      ...place.properties?.(server),
    },
  };
}

/** What setup makes: one on each Client Access server. */
export function virtualDirectorySetup(className: string, place: VirtualDirectoryPlace) {
  return (server: DirectoryObject): readonly NewObject[] => {
    const has = hasRole(server, "ClientAccess") && (place.since2013 !== true || isSince2013(server));
    return has ? [directoryOf(server, className, place, place.name, defaultWebSite)] : [];
  };
}

const messages = {
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
  const server = serverOrLocal(task, "ClientAccess");
  const site = task.text("WebSiteName") ?? defaultWebSite;
  const made = directoryOf(server, className, place, task.text("Name") ?? place.name, site);
  const [existing] = task.find(`${server.name}\\${made.name}`, virtualDirectoryIdentity(className));
  if (existing !== undefined)
    throw task.failure(messages.exists, [
      shortName(made.name),
      `${String(getProperty(schema, server, "Fqdn"))}/${site}`,
    ]);
  return made;
}

/**
 * New: on the server of the session, or that of -Server. A URL that is given takes the place of the usual one.
 * @param accepted pools, folders of the metabase and the like, which belong to the web server and are shown nowhere
 */
export function newVirtualDirectory(
  noun: Noun,
  place: VirtualDirectoryPlace,
  accepted: readonly string[] = [],
  emulated: readonly string[] = ["WebSiteName", "Server"],
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

/** Get: -Server narrows to a server's; -ADPropertiesOnly leaves out what comes from the web server. */
export function getVirtualDirectory(noun: Noun, options: GetOptions = {}): VerbBehaviour {
  return getVerb(noun, { ...options, live: { ADPropertiesOnly: withoutWebServer, ...options.live } });
}

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
