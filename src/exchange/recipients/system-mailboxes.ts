import {
  type DirectoryObject,
  getProperty,
  guidNamed,
  isReference,
  listObjects,
  type NewObject,
  type PropertyValue,
  reference,
  type Topology,
} from "../../topology/index.js";
import { bytesOf } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { isSince2013, versionOf } from "../servers/roles.js";

/**
 * The mailboxes that Exchange makes for itself, in organizations that are said to have them (`systemMailboxes` of a
 * description): for approval, discovery, migration, offline address books and federation, and to be monitored.
 */

/** A mailbox of the kind Arbitration, and the first release that has it: 14 is 2010, 15 is 2013, 15.1 is 2016. */
interface Arbitration {
  /** `#` stands for what is different in each organization. */
  readonly name: string;
  readonly displayName: string;
  readonly since: readonly [major: number, minor: number];
  /** What it does for the organization, without `OrganizationCapability`. */
  readonly capabilities?: string;
}

const microsoftExchange = "Microsoft Exchange";

/** In the order of a capture (get-mailbox.2); names and what they do are documented (re-creating arbitration mailboxes). */
const arbitrationMailboxes: readonly Arbitration[] = [
  {
    name: "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}",
    displayName: microsoftExchange,
    since: [15, 0],
    capabilities: "UMGrammarReady PstProvider MessageTracking MailRouting ClientExtensions GMGen OABGen UMGrammar",
  },
  {
    name: "SystemMailbox{1f05a927-#}",
    displayName: "Microsoft Exchange Approval Assistant",
    since: [14, 0],
  },
  {
    name: "SystemMailbox{e0dc1c29-89c3-4034-b678-e6c29d823ed9}",
    displayName: microsoftExchange,
    since: [14, 0],
    capabilities: "UMDataStorage",
  },
  {
    name: "FederatedEmail.4c1f4d8b-8179-4148-93bf-00a95fa1e042",
    displayName: "Microsoft Exchange Federation Mailbox",
    since: [14, 0],
  },
  {
    name: "Migration.8f3e7716-2011-43e4-96b1-aba62d229136",
    displayName: "Microsoft Exchange Migration",
    since: [15, 0],
    capabilities: "Management",
  },
  { name: "SystemMailbox{D0E409A0-AF9B-4720-92FE-AAC869B0D201}", displayName: microsoftExchange, since: [15, 1] },
  { name: "SystemMailbox{2CE34405-31BE-455D-89D7-A7C7DA7A0DAA}", displayName: microsoftExchange, since: [15, 1] },
];

/** A mailbox that Get-Mailbox shows without being asked (facts/nouns.json: fresh install). */
const discovery = {
  name: "DiscoverySearchMailbox {D919BA05-46A6-415f-80AD-7E09334BB852}",
  alias: "DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}",
  displayName: "Discovery Search Mailbox",
} as const;

/** What all of them need to be made. */
interface Ground {
  readonly topology: Topology;
  readonly domain: DirectoryObject;
  readonly organization: DirectoryObject;
  readonly database: DirectoryObject;
  /** A GUID that is the same in each run, by what it is for. */
  readonly guid: (of: string) => string;
}

/** The mailboxes that setup makes: none before there is a database to hold them. */
export function systemMailboxes(topology: Topology): readonly NewObject[] {
  const [organization] = listObjects(topology, "ExchangeOrganization");
  const [domain] = listObjects(topology, "Domain");
  if (organization === undefined || domain === undefined) return [];
  const [database] = listObjects(topology, "MailboxDatabase").filter(isForMailboxes);
  if (getProperty(schema, organization, "SystemMailboxes") !== true || database === undefined) return [];
  const guid = (of: string): string => guidNamed(topology.ids.seed, `system mailbox|${of}`);
  const ground = { topology, domain, organization, database, guid };
  return [...arbitration(ground), discoveryMailbox(ground), ...monitoring(ground)];
}

const isForMailboxes = (database: DirectoryObject): boolean => getProperty(schema, database, "Recovery") !== true;

function arbitration(ground: Ground): readonly NewObject[] {
  const newest = listObjects(ground.topology, "ExchangeServer").map(versionOf);
  const exists = ({ since: [major, minor] }: Arbitration): boolean =>
    newest.some((each) => each !== null && (each.major > major || (each.major === major && each.minor >= minor)));
  return arbitrationMailboxes.filter(exists).map((each) => {
    const name = each.name.replace("#", ground.guid(each.name).slice(9));
    const capabilities = each.capabilities?.split(" ").map((duty) => `OrganizationCapability${duty}`) ?? [];
    return mailbox(ground, name, "ArbitrationMailbox", {
      DisplayName: each.displayName,
      SamAccountName: `SM_${ground.guid(`account ${name}`).replaceAll("-", "").slice(0, 17)}`,
      ...(capabilities.length === 0 ? {} : { PersistedCapabilities: capabilities }),
    });
  });
}

function discoveryMailbox(ground: Ground): NewObject {
  const quota = bytesOf("50GB");
  return mailbox(ground, discovery.name, "DiscoveryMailbox", {
    DisplayName: discovery.displayName,
    Alias: discovery.alias,
    SamAccountName: `SM_${ground.guid(discovery.name).replaceAll("-", "").slice(0, 17)}`,
    UseDatabaseQuotaDefaults: false,
    ProhibitSendQuota: quota,
    ProhibitSendReceiveQuota: quota,
  });
}

/** One for each database and one for each server of 2013 or later, below Monitoring Mailboxes. */
function monitoring(ground: Ground): readonly NewObject[] {
  const { topology, domain } = ground;
  const servers = listObjects(topology, "ExchangeServer").filter(isSince2013);
  const monitored = servers.flatMap((server) => [
    ...listObjects(topology, "MailboxDatabase")
      .filter((database) => isForMailboxes(database) && isOn(database, server))
      .map((database) => ({ database, displayName: `HealthMailbox-${server.name}-${database.name}` })),
    { database: ground.database, displayName: `HealthMailbox-${server.name}-001` },
  ]);
  if (monitored.length === 0) return [];
  const system = folder(ground, "Microsoft Exchange System Objects", domain.guid);
  const place = folder(ground, "Monitoring Mailboxes", system.guid);
  return [
    system,
    place,
    ...monitored.map(({ database, displayName }) => {
      const name = `HealthMailbox${ground.guid(displayName).replaceAll("-", "")}`;
      const properties = { DisplayName: displayName, SamAccountName: name.slice(0, 20) };
      return { ...mailbox({ ...ground, database }, name, "MonitoringMailbox", properties), parent: place.guid };
    }),
  ];
}

function folder({ guid }: Ground, name: string, parent: string): NewObject & { readonly guid: string } {
  return { class: "Container", guid: guid(`folder ${name}`), name, parent };
}

function isOn(database: DirectoryObject, server: DirectoryObject): boolean {
  const where = getProperty(schema, database, "Server");
  return isReference(where) && where.guid === server.guid;
}

function mailbox(
  { domain, organization, database, guid }: Ground,
  name: string,
  kind: string,
  properties: Readonly<Record<string, PropertyValue>>,
): NewObject {
  const { Alias: alias = name } = properties;
  const group = `${String(getProperty(schema, organization, "LegacyExchangeDN"))}/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)`;
  return {
    class: "User",
    name,
    properties: {
      Alias: alias,
      UserPrincipalName: `${String(alias)}@${domain.name}`,
      EmailAddresses: [`SMTP:${String(alias)}@${domain.name}`],
      LegacyExchangeDN: `${group}/cn=Recipients/cn=${guid(`legacy ${name}`).replaceAll("-", "")}-${name.slice(0, 5)}`,
      Database: reference(database.guid),
      ExchangeGuid: guid(`mailbox ${name}`),
      RecipientTypeDetails: kind,
      HiddenFromAddressListsEnabled: true,
      ContentOrigin: "empty",
      ...properties,
    },
  };
}
