import { serverEditions } from "../topology/classes/exchange-server.js";
import {
  type AvailabilityGroupSpec,
  type ClientAccessArraySpec,
  type DatabaseSpec,
  type MailboxSpec,
  mailboxTypes,
  type ServerSpec,
  serverRoles,
  type TopologySpec,
} from "../topology/index.js";
import { domainIn, lastStep, nameOf, organizationIn, textIn, textsIn, unitIn } from "./exported-names.js";
import type { ExportedObject } from "./exported-objects.js";

/** The description of an organization, and what was assumed for it. */
export interface Description {
  readonly spec: TopologySpec;
  readonly assumed: readonly string[];
}

const defaultDomain = "contoso.com";
const defaultSite = "Default-First-Site-Name";
const defaultServer = "EX01";
const firstLabel = (fqdn: string): string => fqdn.split(".", 1)[0] ?? fqdn;

/** What holds the organization together, as `buildTopology` takes it: domain, sites, servers, groups, databases. */
export function descriptionOf(objects: readonly ExportedObject[]): Description {
  const made = new Maker(objects);
  const servers = made.servers();
  const availabilityGroups = made.groups(servers);
  const databases = made.databases(servers);
  const mailboxes = made.mailboxes(databases);
  const clientAccessArrays = made.arrays();
  return {
    spec: { ...made.forest(servers), servers, availabilityGroups, databases, clientAccessArrays, mailboxes },
    assumed: made.assumed,
  };
}

class Maker {
  readonly assumed: string[] = [];

  constructor(private readonly objects: readonly ExportedObject[]) {}

  private of(...nouns: readonly string[]): readonly ExportedObject[] {
    return this.objects.filter(({ noun }) => nouns.includes(noun.noun));
  }

  forest(servers: readonly ServerSpec[]): Omit<TopologySpec, "servers" | "mailboxes" | "databases"> {
    const domain = this.objects.map(domainIn).find((found) => found !== undefined);
    if (domain === undefined) this.assumed.push(`No object tells the domain; it is ${defaultDomain}.`);
    const organization = this.objects.map(organizationIn).find((found) => found !== undefined);
    const sites = distinct([
      ...this.of("ADSite").map(nameOf),
      ...servers.flatMap(({ site }) => site ?? []),
      ...this.arrays().map(({ site }) => site),
    ]);
    const domainControllers = distinct(
      this.objects.map((object) => firstLabel(textIn(object, "OriginatingServer") ?? "")),
    );
    const organizationalUnits = distinct(this.objects.flatMap((object) => unitIn(object) ?? []));
    return {
      domain: domain ?? defaultDomain,
      ...(organization === undefined ? {} : { organization }),
      ...(sites.length === 0 ? {} : { sites }),
      ...(domainControllers.length === 0 ? {} : { domainControllers }),
      ...(organizationalUnits.length === 0 ? {} : { organizationalUnits }),
    };
  }

  /** Servers that were exported; those that only others name are made with what is usual. */
  servers(): ServerSpec[] {
    const found = new Map<string, ServerSpec>();
    const add = (server: ServerSpec): void => {
      if (server.name !== "" && !found.has(server.name.toLowerCase())) found.set(server.name.toLowerCase(), server);
    };
    for (const server of this.of("ExchangeServer")) add(serverOf(server));
    const named = [
      ...this.of("MailboxDatabase").flatMap((each) => textIn(each, "Server") ?? textIn(each, "ServerName") ?? []),
      ...this.of("DatabaseAvailabilityGroup").flatMap((group) => textsIn(group, "Servers")),
      ...this.of("Mailbox").flatMap((mailbox) => textIn(mailbox, "ServerName") ?? []),
      ...this.of("ReceiveConnector").flatMap((connector) => textIn(connector, "Server") ?? []),
    ];
    for (const name of distinct(named.map((each) => firstLabel(lastStep(each))))) {
      if (found.has(name.toLowerCase())) continue;
      this.assumed.push(`The server ${name} was not exported; it has the usual roles, in ${defaultSite}.`);
      add({ name, site: defaultSite });
    }
    if (found.size === 0 && this.of("Mailbox").length > 0) {
      this.assumed.push(`No server was exported; there is ${defaultServer}.`);
      add({ name: defaultServer });
    }
    return [...found.values()];
  }

  groups(servers: readonly ServerSpec[]): AvailabilityGroupSpec[] {
    const known = new Set(servers.map(({ name }) => name.toLowerCase()));
    return this.of("DatabaseAvailabilityGroup").map((group) => {
      const witnessServer = textIn(group, "WitnessServer");
      const witnessDirectory = textIn(group, "WitnessDirectory");
      const ipAddresses = textsIn(group, "DatabaseAvailabilityGroupIpv4Addresses");
      return {
        name: nameOf(group),
        members: textsIn(group, "Servers")
          .map((name) => firstLabel(lastStep(name)))
          .filter((name) => known.has(name.toLowerCase())),
        ...(witnessServer === undefined ? {} : { witnessServer }),
        ...(witnessDirectory === undefined ? {} : { witnessDirectory }),
        ...(ipAddresses.length === 0 ? {} : { ipAddresses }),
      };
    });
  }

  arrays(): ClientAccessArraySpec[] {
    return this.of("ClientAccessArray").flatMap((array) => {
      const fqdn = textIn(array, "Fqdn");
      const site = textIn(array, "SiteName") ?? lastStep(textIn(array, "Site") ?? "");
      return fqdn === undefined || site === "" ? [] : [{ name: nameOf(array), fqdn, site }];
    });
  }

  databases(servers: readonly ServerSpec[]): DatabaseSpec[] {
    const first = servers[0]?.name ?? defaultServer;
    const found = this.of("MailboxDatabase").map((database): DatabaseSpec => {
      const server = firstLabel(lastStep(textIn(database, "Server") ?? textIn(database, "ServerName") ?? first));
      const copies = textsIn(database, "Servers").map((name) => firstLabel(lastStep(name)));
      const others = copies.filter((name) => name.toLowerCase() !== server.toLowerCase());
      const access = textIn(database, "RpcClientAccessServer");
      return {
        name: nameOf(database),
        server,
        ...(textIn(database, "Recovery") === "True" ? { recovery: true } : {}),
        ...(others.length === 0 ? {} : { copies: others }),
        ...(access === undefined ? {} : { rpcClientAccessServer: access }),
      };
    });
    const known = new Set(found.map(({ name }) => name.toLowerCase()));
    for (const mailbox of this.of("Mailbox")) {
      const name = lastStep(textIn(mailbox, "Database") ?? "");
      if (name === "" || known.has(name.toLowerCase())) continue;
      known.add(name.toLowerCase());
      const server = firstLabel(textIn(mailbox, "ServerName") ?? first);
      this.assumed.push(`The database ${name} was not exported; it is on ${server}, as its mailboxes say.`);
      found.push({ name, server });
    }
    if (found.length === 0 && this.of("Mailbox").length > 0) found.push({ name: "Mailbox Database 1", server: first });
    return found;
  }

  mailboxes(databases: readonly DatabaseSpec[]): MailboxSpec[] {
    return this.of("Mailbox").map((mailbox) => {
      const alias = textIn(mailbox, "Alias");
      const displayName = textIn(mailbox, "DisplayName");
      const database = lastStep(textIn(mailbox, "Database") ?? "") || databases[0]?.name;
      const type = mailboxTypes.find((each) => each === textIn(mailbox, "RecipientTypeDetails"));
      const organizationalUnit = unitIn(mailbox);
      return {
        name: nameOf(mailbox),
        ...(alias === undefined ? {} : { alias }),
        ...(displayName === undefined ? {} : { displayName }),
        ...(database === undefined ? {} : { database }),
        ...(type === undefined ? {} : { type }),
        ...(organizationalUnit === undefined ? {} : { organizationalUnit }),
        ...addressesOf(mailbox),
      };
    });
  }
}

function serverOf(server: ExportedObject): ServerSpec {
  const site = lastStep(textIn(server, "Site") ?? "");
  const told = (textIn(server, "ServerRole") ?? "").split(/, ?/);
  const roles = serverRoles.filter((role) => told.some((each) => each.toLowerCase() === role.toLowerCase()));
  const edition = serverEditions.find((each) => each === textIn(server, "Edition"));
  const version = /Version (\d+)\.(\d+) \(Build (\d+)\.(\d+)\)/.exec(textIn(server, "AdminDisplayVersion") ?? "");
  return {
    name: nameOf(server),
    ...(site === "" ? {} : { site }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(edition === undefined ? {} : { edition }),
    ...(version === null ? {} : { version: version.slice(1).join(".") }),
  };
}

function addressesOf(mailbox: ExportedObject): Pick<MailboxSpec, "emailAddresses"> {
  const smtp = textsIn(mailbox, "EmailAddresses")
    .filter((address) => /^smtp:/i.test(address))
    .sort((a, b) => Number(b.startsWith("SMTP:")) - Number(a.startsWith("SMTP:")))
    .map((address) => address.slice("smtp:".length));
  const primary = textIn(mailbox, "PrimarySmtpAddress");
  const emailAddresses = smtp.length > 0 || primary === undefined ? smtp : [primary];
  return emailAddresses.length === 0 ? {} : { emailAddresses };
}

function distinct(names: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const name of names) if (name !== "" && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  return [...found.values()];
}
