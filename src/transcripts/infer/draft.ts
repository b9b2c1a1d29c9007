import {
  type DatabaseSpec,
  type MailboxSpec,
  type MailboxType,
  mailboxTypes,
  type ServerRole,
  type ServerSpec,
  serverRoles,
  type TopologySpec,
} from "../../topology/index.js";
import type { SeenObject } from "./sightings.js";

/** Properties of these nouns that the description of an organization holds, in small letters. */
const described: Readonly<Record<string, readonly string[]>> = {
  ADSite: ["name"],
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
export function hasDescription({ noun }: SeenObject): boolean {
  return Object.hasOwn(described, noun);
}

/** The domain of an organization of which no name tells it. */
export const defaultDomain = "contoso.com";
const defaultSite = "Default-First-Site-Name";
const defaultServer = "EX01";
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
export function draftOf(objects: readonly SeenObject[], text: string): TopologySpec {
  const draft = new Draft(objects);
  const servers = draft.servers();
  const databases = draft.databases(servers);
  const mailboxes = draft.mailboxes(databases);
  const sites = new Set(servers.map(({ site }) => site ?? defaultSite));
  for (const { name } of draft.of("ADSite")) sites.add(name);
  return {
    domain: domainIn(text) ?? defaultDomain,
    ...(sites.size === 0 ? {} : { sites: [...sites] }),
    servers,
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
  constructor(private readonly objects: readonly SeenObject[]) {}

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
    const needsOne = this.of("MailboxDatabase").length + this.of("Mailbox").length > 0;
    if (found.size === 0 && needsOne) add(defaultServer);
    return this.withSites([...found.values()]);
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
      const name = lastPart(properties.get("database") ?? "");
      if (name === "" || known.has(name.toLowerCase())) continue;
      known.add(name.toLowerCase());
      found.push({ name, server: properties.get("servername") ?? first });
    }
    return found.length > 0 || this.of("Mailbox").length === 0
      ? found
      : [{ name: "Mailbox Database 1", server: first }];
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
  const version = /Version (\d+)\.(\d+) \(Build (\d+)\.(\d+)\)/.exec(properties.get("admindisplayversion") ?? "");
  const edition = (["Enterprise", "Standard"] as const).find((name) => properties.get("edition")?.startsWith(name));
  return {
    ...(site === undefined || site === "" ? {} : { site: lastPart(site) }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(edition === undefined ? {} : { edition }),
    ...(version === null ? {} : { version: version.slice(1).join(".") }),
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
    lastPart(properties.get("database") ?? "") || databases.find((each) => each.server.toLowerCase() === server)?.name;
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

/** The domain that most host names of the text are in; `undefined` when there are none. */
function domainIn(text: string): string | undefined {
  const counts = new Map<string, number>();
  const count = (domain: string): void => {
    const key = domain.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const [, domain = ""] of text.matchAll(/\b[\w-]+\.((?:[a-z][\w-]*\.)+[a-z]{2,6})\b/gi)) {
    if (!/^microsoft\./i.test(domain) && !/\.(?:ps1|txt|csv|edb|exe|log)$/i.test(domain)) count(domain);
  }
  for (const [, domain = ""] of text.matchAll(/\b((?:[\w-]+\.)+[a-z]{2,})\/(?:Users|Configuration|[A-Z])/g))
    count(domain);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
