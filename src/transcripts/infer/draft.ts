import type { EditionName } from "../../shell/edition-names.js";
import { serverEditions } from "../../topology/classes/exchange-server.js";
import {
  type AvailabilityGroupSpec,
  type DatabaseSpec,
  type MailboxSpec,
  type MailboxType,
  mailboxTypes,
  type ServerRole,
  type ServerSpec,
  serverRoles,
  type TopologySpec,
} from "../../topology/index.js";
import type { Evidence } from "./evidence.js";
import type { SeenObject } from "./seen.js";

/** Properties of these nouns that the description of an organization holds, in small letters. */
const described: Readonly<Record<string, readonly string[]>> = {
  ADSite: ["name"],
  DatabaseAvailabilityGroup: ["name", "servers"],
  ExchangeServer: ["name", "site", "serverrole", "edition", "admindisplayversion", "fqdn", "domain", "identity"],
  MailboxDatabase: ["name", "server", "servername", "recovery", "rpcclientaccessserver", "identity", "mounted"],
  ClientAccessArray: ["name", "fqdn", "site", "sitename", "members", "identity"],
  Mailbox: [
    "name",
    "alias",
    "displayname",
    "database",
    "servername",
    "recipienttypedetails",
    "primarysmtpaddress",
    "emailaddresses",
    "identity",
  ],
};

/** Whether the description of an organization says it all about a property. */
export function isDescribed({ noun }: SeenObject, property: string): boolean {
  return described[noun]?.includes(property) ?? false;
}

/** Whether objects of a noun are made from the description of the organization. */
export function hasDescription({ noun }: Pick<SeenObject, "noun">): boolean {
  return Object.hasOwn(described, noun);
}

/** The domain of an organization of which no name tells it. */
export const defaultDomain = "contoso.com";
const defaultSite = "Default-First-Site-Name";
const defaultServer = "EX01";
const defaultDatabase = "Mailbox Database 1";
/** What servers of an edition are, of which nothing tells the version. */
const versions: Readonly<Record<EditionName, string | undefined>> = {
  Exchange2010: undefined,
  Exchange2013: "15.0.1497.2",
  Exchange2016: "15.1.2507.6",
  Exchange2019: "15.2.1118.7",
  PowerShell5: undefined,
  PowerShell7: undefined,
};
const firstLabel = (fqdn: string): string => fqdn.split(".", 1)[0] ?? fqdn;
/** `contoso.com/Configuration/Sites/HeadOffice`, or the bare name. */
const lastPart = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
/** `{a, b}`, or the one element alone. */
const elements = (text: string): string[] =>
  text
    .replace(/^\{|\}$/g, "")
    .split(/, ?/)
    .filter((element) => element !== "" && !element.endsWith("..."));

/** The description of the smallest organization that holds the objects. */
export function draftOf(objects: readonly SeenObject[], evidence: Evidence, edition: EditionName): TopologySpec {
  const draft = new Draft(objects, evidence, versions[edition]);
  const servers = draft.servers();
  const databases = draft.databases(servers);
  const mailboxes = draft.mailboxes(databases);
  const sites = new Set(servers.map(({ site }) => site ?? defaultSite));
  for (const { name } of draft.of("ADSite")) sites.add(name);
  const { domain = defaultDomain, netBIOSName, organization, domainControllers, now } = evidence;
  return {
    domain,
    ...(netBIOSName === undefined ? {} : { netBIOSName }),
    ...(organization === undefined ? {} : { organization }),
    ...(now === undefined ? {} : { now }),
    ...(sites.size === 0 ? {} : { sites: [...sites] }),
    ...(domainControllers.length === 0 ? {} : { domainControllers }),
    servers,
    availabilityGroups: draft.groups(servers),
    databases,
    mailboxes,
    clientAccessArrays: draft
      .of("ClientAccessArray")
      .filter(({ isMade }) => !isMade)
      .flatMap(({ name, properties }) => {
        const fqdn = properties.get("fqdn");
        const site = draft.siteOfArray(properties);
        return fqdn === undefined || site === undefined ? [] : [{ name, fqdn, site }];
      }),
  };
}

class Draft {
  constructor(
    private readonly objects: readonly SeenObject[],
    private readonly evidence: Evidence,
    private readonly version: string | undefined,
  ) {}

  of(noun: string): readonly SeenObject[] {
    return this.objects.filter((object) => object.noun.toLowerCase() === noun.toLowerCase());
  }

  siteOfArray(properties: ReadonlyMap<string, string>): string | undefined {
    const site = properties.get("sitename") ?? properties.get("site");
    return site === undefined ? undefined : lastPart(site);
  }

  /** Servers that are shown, that arrays have as members, that databases are on or give as access server. */
  servers(): ServerSpec[] {
    const found = new Map<string, ServerSpec>();
    const add = (name: string, facts: Partial<ServerSpec> = {}): void => {
      const key = name.toLowerCase();
      found.set(key, { ...found.get(key), ...facts, name: found.get(key)?.name ?? name });
    };
    // The shell is connected to the first one.
    if (this.evidence.server !== undefined) add(this.evidence.server);
    for (const { name, properties } of this.of("ExchangeServer")) add(firstLabel(name), serverFacts(properties));
    for (const { properties } of this.of("ClientAccessArray")) {
      const site = this.siteOfArray(properties);
      for (const member of elements(properties.get("members") ?? "")) add(member, site === undefined ? {} : { site });
    }
    for (const database of this.of("MailboxDatabase")) {
      const name = this.serverOf(database);
      if (name !== undefined && !found.has(name.toLowerCase())) add(name);
    }
    for (const { properties } of this.of("Mailbox")) {
      const name = properties.get("servername");
      if (name !== undefined && !found.has(name.toLowerCase())) add(name);
    }
    for (const { properties } of this.of("DatabaseAvailabilityGroup"))
      for (const member of membersIn(properties)) add(member);
    for (const [index, version] of this.mailboxVersions().entries()) {
      const known = [...found.values()][index];
      add(known?.name ?? `EX${String(index + 1).padStart(2, "0")}`, known?.version === undefined ? { version } : {});
    }
    if (found.size === 0) add(defaultServer);
    return this.withSites(
      [...found.values()].map((server, index) => {
        const version = server.version ?? (index === 0 ? this.evidence.version : undefined) ?? this.version;
        return version === undefined ? server : { ...server, version };
      }),
    );
  }

  /** Versions of servers that only mailboxes tell, as 15.0.1497.2. */
  private mailboxVersions(): readonly string[] {
    return [...new Set(this.of("Mailbox").flatMap(({ properties }) => versionIn(properties) ?? []))];
  }

  groups(servers: readonly ServerSpec[]): AvailabilityGroupSpec[] {
    const known = new Set(servers.map(({ name }) => name.toLowerCase()));
    return this.of("DatabaseAvailabilityGroup")
      .filter(({ isMade }) => !isMade)
      .map(({ name, properties }) => ({
        name,
        members: membersIn(properties).filter((member) => known.has(member.toLowerCase())),
      }));
  }

  /** A server that an array of a site does not list is in another one. */
  private withSites(servers: readonly ServerSpec[]): ServerSpec[] {
    const listed = new Set(
      this.of("ClientAccessArray").flatMap(({ properties }) =>
        properties.has("members") ? [this.siteOfArray(properties) ?? ""] : [],
      ),
    );
    const other = this.of("ADSite").find(({ name }) => !listed.has(name))?.name ?? defaultSite;
    const only = listed.size === 0 ? (this.of("ADSite")[0]?.name ?? defaultSite) : other;
    return servers.map((server) => ({ ...server, site: server.site ?? only }));
  }

  private serverOf({ properties }: SeenObject): string | undefined {
    const server = properties.get("server") ?? properties.get("servername");
    if (server !== undefined && server !== "") return firstLabel(lastPart(server));
    const access = properties.get("rpcclientaccessserver");
    const arrays = this.of("ClientAccessArray").map((array) => array.properties.get("fqdn")?.toLowerCase());
    return access === undefined || access === "" || arrays.includes(access.toLowerCase())
      ? undefined
      : firstLabel(access);
  }

  databases(servers: readonly ServerSpec[]): DatabaseSpec[] {
    const first = servers[0]?.name ?? defaultServer;
    const found = this.of("MailboxDatabase")
      .filter(({ isMade }) => !isMade)
      .map((database): DatabaseSpec => {
        const access = database.properties.get("rpcclientaccessserver");
        return {
          name: database.name,
          server: this.serverOf(database) ?? first,
          ...(database.properties.get("recovery") === "True" ? { recovery: true } : {}),
          ...(access === undefined || access === "" ? {} : { rpcClientAccessServer: access }),
        };
      });
    const known = new Set(found.map(({ name }) => name.toLowerCase()));
    for (const { properties } of this.of("Mailbox")) {
      const name = lastPart(properties.get("database") ?? sourceOf(properties) ?? "");
      if (name === "" || known.has(name.toLowerCase())) continue;
      known.add(name.toLowerCase());
      const version = versionIn(properties);
      const ofVersion = servers.find((server) => version !== undefined && server.version === version)?.name;
      found.push({ name, server: properties.get("servername") ?? ofVersion ?? first });
    }
    const isHome = found.some(({ recovery }) => recovery !== true);
    return isHome || this.of("Mailbox").length === 0 ? found : [...found, { name: defaultDatabase, server: first }];
  }

  mailboxes(databases: readonly DatabaseSpec[]): MailboxSpec[] {
    return this.of("Mailbox")
      .filter(({ isMade }) => !isMade)
      .map(({ name, properties }) => mailboxOf(name, properties, databases));
  }
}

function serverFacts(properties: ReadonlyMap<string, string>): Partial<ServerSpec> {
  const site = properties.get("site");
  const roles = elements(properties.get("serverrole") ?? "").flatMap((role) =>
    serverRoles.filter((known): known is ServerRole => known.toLowerCase() === role.toLowerCase()),
  );
  const version = versionIn(properties);
  const edition = serverEditions.find((name) => name === properties.get("edition"));
  return {
    ...(site === undefined || site === "" ? {} : { site: lastPart(site) }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(edition === undefined ? {} : { edition }),
    ...(version === undefined ? {} : { version }),
  };
}

function mailboxOf(
  name: string,
  properties: ReadonlyMap<string, string>,
  databases: readonly DatabaseSpec[],
): MailboxSpec {
  const alias = properties.get("alias");
  const displayName = properties.get("displayname");
  const server = properties.get("servername")?.toLowerCase();
  const database =
    lastPart(properties.get("database") ?? sourceOf(properties) ?? "") ||
    databases.find((each) => each.server.toLowerCase() === server)?.name;
  const type = mailboxTypes.find((each): each is MailboxType => each === properties.get("recipienttypedetails"));
  const addresses = elements(properties.get("emailaddresses") ?? "")
    .filter((address) => /^smtp:/i.test(address))
    .sort((a, b) => Number(b.startsWith("SMTP:")) - Number(a.startsWith("SMTP:")))
    .map((address) => address.slice("smtp:".length));
  const primary = properties.get("primarysmtpaddress");
  const emailAddresses = addresses.length > 0 || primary === undefined ? addresses : [primary];
  return {
    name,
    ...(alias === undefined || alias === "" ? {} : { alias }),
    ...(displayName === undefined || displayName === "" ? {} : { displayName }),
    ...(database === undefined ? {} : { database }),
    ...(type === undefined ? {} : { type }),
    ...(emailAddresses.length === 0 ? {} : { emailAddresses }),
  };
}

/** `15.1.2507.6`, of what AdminDisplayVersion says. */
function versionIn(properties: ReadonlyMap<string, string>): string | undefined {
  const version = /Version (\d+)\.(\d+) \(Build (\d+)\.(\d+)\)/.exec(properties.get("admindisplayversion") ?? "");
  return version === null ? undefined : version.slice(1).join(".");
}

/** Where a mailbox is that is on its way elsewhere. */
function sourceOf(properties: ReadonlyMap<string, string>): string | undefined {
  return properties.has("targetdatabase") ? (properties.get("sourcedatabase") ?? defaultDatabase) : undefined;
}

function membersIn(properties: ReadonlyMap<string, string>): readonly string[] {
  return elements(properties.get("servers") ?? "").map(firstLabel);
}
