import {
  type DirectoryObject,
  findByIndex,
  getProperty,
  listObjects,
  type NewObject,
  type Topology,
} from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { configurationTail, configurationTypes, objectVersions, serverIdentity } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { type GetOptions, getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import type { Noun, NounClass, NounDefinition, VerbBehaviour } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { bool, choice, computed, list, text, texts, uri } from "../properties/property.js";
import { choiceKind } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { hasRole } from "../servers/resolve-server.js";
import { ADObjectId, serverAbove } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { serverVersionFrom } from "../types/versions.js";

/**
 * What the virtual directories of Outlook Web App, ECP, Web Services, ActiveSync, … share: they live on a server's web
 * site, are called `SERVER\name (site)`, and say how clients sign in and under which URLs they are reached.
 */

export const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
export const defaultWebSite = "Default Web Site";

const methodsName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthenticationMethod";
/** From memory; the documented values are among them. */
export const authenticationMethod = enumeration(methodsName, [
  "Basic",
  "Digest",
  "Ntlm",
  "Fba",
  "WindowsIntegrated",
  "LiveIdFba",
  "LiveIdBasic",
  "WSSecurity",
  "Certificate",
  "NegoEx",
  "OAuth",
  "Adfs",
  "Kerberos",
  "Negotiate",
  "LiveIdNegotiate",
  "Misconfigured",
]);
export const gzipLevel = enumeration(`${configuration}.GzipLevel`, ["Off", "Low", "High", "Error"]);
const tokenChecking = enumeration(`${configuration}.ExtendedProtectionTokenCheckingMode`, ["None", "Allow", "Require"]);
const protectionFlag = enumeration(`${configuration}.ExtendedProtectionFlag`, [
  "None",
  "Proxy",
  "NoServiceNameCheck",
  "AllowDotlessSpn",
  "ProxyCohosting",
]);

/** The class of a kind of virtual directory. */
export function virtualDirectoryClass(name: string, objectClass: string, objectCategory: string): NounClass {
  return {
    name,
    objectClass: ["top", "msExchVirtualDirectory", objectClass],
    objectCategory,
    container: { belowClass: "ExchangeServer", path: ["CN=Protocols", "CN=HTTP"] },
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

const serverOf = ({ topology, object }: Source): DirectoryObject | null => serverAbove(topology, object);

const serverText = (source: Source, property: string): string => {
  const server = serverOf(source);
  const value = server === null ? null : getProperty(schema, server, property);
  return typeof value === "string" ? value : "";
};

/** `owa` of `owa (Default Web Site)`. */
export function shortName(name: string): string {
  return name.replace(/ \([^()]*\)$/, "");
}

/** `Default Web Site` of `owa (Default Web Site)`. */
function webSite(name: string): string {
  return / \(([^()]*)\)$/.exec(name)?.[1] ?? "";
}

/** How clients sign in, by the switches below it. The order is that of captures: `{Basic, Fba}`. */
function internalMethods(source: Source): Value {
  const on = (property: string): boolean => stored(source, property) === true;
  const names = [
    ...(on("BasicAuthentication") ? ["Basic"] : []),
    ...(on("DigestAuthentication") ? ["Digest"] : []),
    ...(on("WindowsAuthentication") ? ["Ntlm", "WindowsIntegrated"] : []),
    ...(on("FormsAuthentication") ? ["Fba"] : []),
  ];
  return multiValuedProperty(names.map(authenticationMethod), methodsName);
}

const installFolder = (source: Source): string => serverText(source, "DataPath").replace(/\\Mailbox$/i, "");

export interface VirtualDirectoryDefaults {
  readonly basic: boolean;
  readonly windows: boolean;
  readonly forms: boolean;
  /** Where its files lie, below the folder in which Exchange is installed. */
  readonly folder: string;
  /** Of a virtual directory that signs in by forms: {Fba}. */
  readonly externalMethods: readonly string[];
  readonly gzip: "Off" | "Low" | "High";
}

/** The rest of the list, from Name on; the same for all kinds (facts/nouns.json: counted in dumps of 2013 to 2019). */
export function virtualDirectoryTail(defaults: VirtualDirectoryDefaults): readonly ExchangeProperty[] {
  return [
    computed("Name", "string", ({ object }) => object.name),
    computed(
      "InternalAuthenticationMethods",
      `Microsoft.Exchange.Data.MultiValuedProperty[${methodsName}]`,
      internalMethods,
    ),
    computed(
      "MetabasePath",
      "string",
      (source) => `IIS://${serverText(source, "Fqdn")}/W3SVC/1/ROOT/${shortName(source.object.name)}`,
    ),
    bool("BasicAuthentication", { default: defaults.basic }),
    bool("WindowsAuthentication", { default: defaults.windows }),
    bool("DigestAuthentication", { default: false }),
    bool("FormsAuthentication", { default: defaults.forms }),
    bool("LiveIdAuthentication", { default: false }),
    bool("AdfsAuthentication", { default: false, since: "2013" }),
    bool("OAuthAuthentication", { default: false, since: "2013" }),
    text("DefaultDomain"),
    choice("GzipLevel", gzipLevel, { default: defaults.gzip }),
    computed("WebSite", "string", ({ object }) => webSite(object.name)),
    computed("DisplayName", "string", ({ object }) => shortName(object.name)),
    text("Path", { absent: (source) => `${installFolder(source)}\\${defaults.folder}` }),
    choice("ExtendedProtectionTokenChecking", tokenChecking, { default: "None" }),
    list("ExtendedProtectionFlags", choiceKind(protectionFlag)),
    texts("ExtendedProtectionSPNList"),
    {
      ...computed("AdminDisplayVersion", "Microsoft.Exchange.Data.ServerVersion", (source) => {
        const server = serverOf(source);
        return server === null ? null : serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"));
      }),
      since: "2013",
    },
    computed("Server", "Microsoft.Exchange.Data.Directory.ADObjectId", (source) => {
      const server = serverOf(source);
      return server === null ? null : new ADObjectId(source.topology, server, "name");
    }),
    uri("InternalUrl"),
    uri("ExternalUrl"),
    list("ExternalAuthenticationMethods", choiceKind(authenticationMethod), { default: defaults.externalMethods }),
    ...configurationTail(objectVersions.exchange2010, { name: false, identity: "server" }),
  ];
}

/** The servers that have virtual directories. */
function clientAccessServers(topology: Topology): readonly DirectoryObject[] {
  return listObjects(topology, "ExchangeServer").filter((server) => hasRole(server, "ClientAccess"));
}

/** `https://ex01.contoso.com/owa` */
function internalUrl(server: DirectoryObject, path: string): string {
  return `https://${String(getProperty(schema, server, "Fqdn") ?? "").toLowerCase()}/${path}`;
}

/** A new virtual directory of a server. */
function directoryOf(
  server: DirectoryObject,
  className: string,
  name: string,
  urlPath: string,
  site: string,
): NewObject {
  return {
    class: className,
    name: `${name} (${site})`,
    parent: server.guid,
    properties: { InternalUrl: internalUrl(server, urlPath) },
  };
}

/** What setup makes: one on each Client Access server. */
export function virtualDirectorySetup(className: string, name: string, urlPath = name) {
  return (topology: Topology): readonly NewObject[] =>
    clientAccessServers(topology).map((server) => directoryOf(server, className, name, urlPath, defaultWebSite));
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

/** The server on which the session runs; New makes virtual directories there. */
function localServer(task: Task): DirectoryObject {
  const [server] = findByIndex(task.topology, "ExchangeServer", "name", task.session.serverName);
  if (server === undefined) throw task.parameterNotFound(task.session.serverName);
  return server;
}

function makeDirectory(task: Task, className: string, defaultName: string, urlPath: string): NewObject {
  const server = localServer(task);
  const site = task.text("WebSiteName") ?? defaultWebSite;
  const made = directoryOf(server, className, task.text("Name") ?? defaultName, urlPath, site);
  const [existing] = task.find(`${server.name}\\${made.name}`, virtualDirectoryIdentity(className));
  if (existing !== undefined)
    throw task.failure(messages.exists, [
      shortName(made.name),
      `${String(getProperty(schema, server, "Fqdn"))}/${site}`,
    ]);
  return made;
}

/** New: on the server of the session. A URL that is given takes the place of the usual one. */
export function newVirtualDirectory(noun: Noun, defaultName: string, urlPath = defaultName): VerbBehaviour {
  const [className = ""] = noun.identity.classes;
  return newVerb(noun, {
    emulated: ["WebSiteName"],
    accepted: ["AppPoolId", "ApplicationRoot"],
    make: (task, given) => {
      const made = makeDirectory(task, className, defaultName, urlPath);
      return { ...made, properties: { ...made.properties, ...given } };
    },
  });
}

/** Get: -Server narrows to a server's; -ADPropertiesOnly leaves out what comes from the web server. */
export function getVirtualDirectory(noun: Noun, options: GetOptions = {}): VerbBehaviour {
  return getVerb(noun, { ...options, live: { ADPropertiesOnly: withoutWebServer, ...options.live } });
}

/** What Get shows with -ADPropertiesOnly (facts/nouns.json: seen in a dump). */
function withoutWebServer(): ReadonlyMap<string, Value> {
  const switches = ["Basic", "Windows", "Digest", "Forms", "LiveId", "Adfs", "OAuth"];
  return new Map<string, Value>([
    ...switches.map((name) => [`${name}Authentication`, false] as const),
    ["GzipLevel", gzipLevel("Off")],
    ["WebSite", ""],
    ["DisplayName", ""],
    ["Path", ""],
  ]);
}
