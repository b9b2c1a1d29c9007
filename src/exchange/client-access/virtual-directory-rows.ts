import { type DirectoryObject, getProperty, isBackEnd, webSiteOf } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { configurationTail, objectVersions } from "../noun/common-properties.js";
import { type ExchangeProperty, isIn } from "../noun/exchange-object.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { bool, choice, computed, list, type PropertyOptions, text, texts, uri } from "../properties/property.js";
import { choiceKind } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { isSince2013 } from "../servers/roles.js";
import { ADObjectId, serverAbove } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { serverVersionFrom } from "../types/versions.js";

/** The rows that the tables of virtual directories share: how clients sign in, where it lies, whose it is. */

export const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

const methodsName = `${configuration}.AuthenticationMethod`;
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
export const remoteDocumentsActions = enumeration(`${configuration}.RemoteDocumentsActions`, ["Allow", "Block"]);
const tokenChecking = enumeration(`${configuration}.ExtendedProtectionTokenCheckingMode`, ["None", "Allow", "Require"]);
const protectionFlag = enumeration(`${configuration}.ExtendedProtectionFlag`, [
  "None",
  "Proxy",
  "NoServiceNameCheck",
  "AllowDotlessSpn",
  "ProxyCohosting",
]);

/** The server that it lives on. */
export const serverOf = ({ topology, object }: Source): DirectoryObject | null => serverAbove(topology, object);

export const serverText = (source: Source, property: string): string => {
  const server = serverOf(source);
  const value = server === null ? null : getProperty(schema, server, property);
  return typeof value === "string" ? value : "";
};

/** `owa` of `owa (Default Web Site)`. */
export function shortName(name: string): string {
  return name.replace(/ \([^()]*\)$/, "");
}

/** A switch, by the methods that it stands for. The order is that of captures. */
const methodsOf: readonly (readonly [property: string, methods: readonly string[]])[] = [
  ["BasicAuthentication", ["Basic"]],
  ["DigestAuthentication", ["Digest"]],
  ["WindowsAuthentication", ["Ntlm", "WindowsIntegrated"]],
  ["FormsAuthentication", ["Fba"]],
  ["WSSecurityAuthentication", ["WSSecurity"]],
];

/** How clients sign in, by the switches below it: `{Basic, Fba}`, `{Ntlm, WindowsIntegrated, WSSecurity, OAuth}`. */
function methodsBySwitches(source: Source): Value {
  const { properties } = schema.get(source.object.class);
  const on = (property: string): boolean => Object.hasOwn(properties, property) && stored(source, property) === true;
  const names = methodsOf.flatMap(([property, methods]) => (on(property) ? methods : []));
  const later = isIn({ since: "2013" }, source.release);
  if (later && on("OAuthAuthentication")) names.push("OAuth");
  if (later && on("AdfsAuthentication")) names.push("Adfs");
  return multiValuedProperty(names.map(authenticationMethod), methodsName);
}

export const methodsList = (
  name: "InternalAuthenticationMethods" | "ExternalAuthenticationMethods",
): ExchangeProperty => computed(name, `Microsoft.Exchange.Data.MultiValuedProperty[${methodsName}]`, methodsBySwitches);

/** A list of methods that a parameter sets. */
export const storedMethods = (
  name: string,
  defaults: readonly string[] = [],
  options: PropertyOptions = {},
): ExchangeProperty => list(name, choiceKind(authenticationMethod), { ...options, default: defaults });

const installFolder = (source: Source): string => serverText(source, "DataPath").replace(/\\Mailbox$/i, "");

/** Where its files lie, below the folder in which Exchange is installed: before Exchange 2013, and since. */
export interface Folders {
  readonly before: string;
  readonly since2013: string;
  /** Of the back end; left out: where it was before. */
  readonly backEnd?: string;
}

/** The folders of most: `ClientAccess\\owa`, `FrontEnd\\HttpProxy\\owa`. */
export const usualFolders = (name: string): Folders => ({
  before: `ClientAccess\\${name}`,
  since2013: `FrontEnd\\HttpProxy\\${name}`,
});

/** The folder as a whole, unless another was given. */
export const path = ({ before, since2013, backEnd = before }: Folders): ExchangeProperty =>
  text("Path", {
    absent: (source) => {
      const server = serverOf(source);
      const folder = server === null || !isSince2013(server) ? before : isBackEnd(source.object) ? backEnd : since2013;
      return /^[A-Z]:/.test(folder) ? folder : `${installFolder(source)}\\${folder}`;
    },
  });

/** `IIS://ex01.contoso.com/W3SVC/1/ROOT/owa`; the back end is the second web site. */
export const metabasePath: ExchangeProperty = computed(
  "MetabasePath",
  "string",
  (source) =>
    `IIS://${serverText(source, "Fqdn")}/W3SVC/${isBackEnd(source.object) ? 2 : 1}/ROOT/${shortName(source.object.name)}`,
);

export const extendedProtection: readonly ExchangeProperty[] = [
  choice("ExtendedProtectionTokenChecking", tokenChecking, { default: "None" }),
  list("ExtendedProtectionFlags", choiceKind(protectionFlag)),
  texts("ExtendedProtectionSPNList"),
];

/** The server that it lives on, with its version. */
export const serverRows: readonly ExchangeProperty[] = [
  computed(
    "AdminDisplayVersion",
    "Microsoft.Exchange.Data.ServerVersion",
    (source) => {
      const server = serverOf(source);
      return server === null ? null : serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"));
    },
    { since: "2013" },
  ),
  computed("Server", "Microsoft.Exchange.Data.Directory.ADObjectId", (source) => {
    const server = serverOf(source);
    return server === null ? null : new ADObjectId(source.topology, server, "name");
  }),
];

/** What stands at the end of a list; Name is one of its rows unless it stood further up. */
export const directoryTail = (name: boolean): readonly ExchangeProperty[] =>
  configurationTail(objectVersions.exchange2010, { name, identity: "server", objectState: "Changed" });

export const nameRow: ExchangeProperty = computed("Name", "string", ({ object }) => object.name);

export interface VirtualDirectoryDefaults {
  readonly basic: boolean;
  readonly windows: boolean;
  readonly forms: boolean;
  readonly folders: Folders;
  /** Of a virtual directory that signs in by forms: {Fba}. */
  readonly externalMethods: readonly string[];
  readonly gzip: "Off" | "Low" | "High";
}

/**
 * The rest of the lists of Outlook Web App and of the control panel, from Name on; the same for both (facts/nouns.json:
 * counted in dumps of 2013 to 2019).
 */
export function virtualDirectoryTail(defaults: VirtualDirectoryDefaults): readonly ExchangeProperty[] {
  return [
    nameRow,
    methodsList("InternalAuthenticationMethods"),
    metabasePath,
    bool("BasicAuthentication", { default: defaults.basic }),
    bool("WindowsAuthentication", { default: defaults.windows }),
    bool("DigestAuthentication", { default: false }),
    bool("FormsAuthentication", { default: defaults.forms }),
    bool("LiveIdAuthentication", { default: false }),
    bool("AdfsAuthentication", { default: false, since: "2013" }),
    bool("OAuthAuthentication", { default: false, since: "2013" }),
    text("DefaultDomain"),
    choice("GzipLevel", gzipLevel, { default: defaults.gzip }),
    computed("WebSite", "string", ({ object }) => webSiteOf(object.name)),
    computed("DisplayName", "string", ({ object }) => shortName(object.name)),
    path(defaults.folders),
    ...extendedProtection,
    ...serverRows,
    uri("InternalUrl"),
    uri("ExternalUrl"),
    storedMethods("ExternalAuthenticationMethods", defaults.externalMethods),
    ...directoryTail(false),
  ];
}

export interface ServiceDefaults {
  readonly basic: boolean;
  readonly windows: boolean;
  readonly wsSecurity: boolean;
  readonly oAuth: boolean;
  /** What LiveIdNegotiateAuthentication shows from 2013 on; captures differ by kind. */
  readonly negotiate: boolean | null;
  readonly folders: Folders;
}

/**
 * The rest of the lists of the services for programs, from Name on: Web Services, Autodiscover, PowerShell. OAuth stands
 * before Adfs here (facts/nouns.json: a dump of 2016, a transcript of 2013; 2010 is derived).
 */
export function serviceTail(defaults: ServiceDefaults): readonly ExchangeProperty[] {
  return [
    nameRow,
    methodsList("InternalAuthenticationMethods"),
    methodsList("ExternalAuthenticationMethods"),
    computed("LiveIdSpNegoAuthentication", "bool", () => false, { until: "2010" }),
    computed("LiveIdNegotiateAuthentication", "System.Nullable[bool]", () => defaults.negotiate, { since: "2013" }),
    bool("WSSecurityAuthentication", { default: defaults.wsSecurity }),
    bool("LiveIdBasicAuthentication", { default: false }),
    bool("BasicAuthentication", { default: defaults.basic }),
    bool("DigestAuthentication", { default: false }),
    bool("WindowsAuthentication", { default: defaults.windows }),
    bool("OAuthAuthentication", { default: defaults.oAuth, since: "2013" }),
    bool("AdfsAuthentication", { default: false, since: "2013" }),
    metabasePath,
    path(defaults.folders),
    ...extendedProtection,
    ...serverRows,
    uri("InternalUrl"),
    uri("ExternalUrl"),
    ...directoryTail(false),
  ];
}
