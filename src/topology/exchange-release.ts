import type { ServerRole } from "./classes/exchange-server.js";

/** The releases of Exchange that can be emulated, from the oldest on. */
export const exchangeReleases = ["2010", "2013", "2016", "2019"] as const;

/** A release of Exchange. */
export type ExchangeRelease = (typeof exchangeReleases)[number];

/**
 * The version of servers of a release that say no other: SP3 of 2010; of the later ones a late cumulative update,
 * 15.0.1497.2 and 15.2.1118.7 as captured (get-exchangeserver.1 and .2), and of 2016 the one that came with the latter.
 */
export const releaseVersions: Readonly<Record<ExchangeRelease, string>> = {
  "2010": "14.3.123.4",
  "2013": "15.0.1497.2",
  "2016": "15.1.2507.6",
  "2019": "15.2.1118.7",
};

/** How servers from a version on divide their work. */
interface Generation {
  readonly major: number;
  readonly minor: number;
  /** The roles that they are said to have; what else one does comes with these. */
  readonly roles: readonly ServerRole[];
  /** Those of a server that says nothing else. */
  readonly usual: readonly ServerRole[];
  /** What comes with a role without being listed: since 2013 Hub Transport with Mailbox, since 2016 Client Access too. */
  readonly brings: Readonly<Partial<Record<ServerRole, readonly ServerRole[]>>>;
}

/** The latest first (facts/nouns.json, Get-ExchangeServer: Mailbox alone is listed on 2016, and all of Is…Server true). */
const generations: readonly Generation[] = [
  {
    major: 15,
    minor: 2,
    roles: ["Mailbox", "Edge"],
    usual: ["Mailbox"],
    brings: { Mailbox: ["ClientAccess", "HubTransport"] },
  },
  {
    major: 15,
    minor: 1,
    roles: ["Mailbox", "Edge"],
    usual: ["Mailbox"],
    brings: { Mailbox: ["ClientAccess", "UnifiedMessaging", "HubTransport"] },
  },
  {
    major: 15,
    minor: 0,
    roles: ["Mailbox", "ClientAccess", "Edge"],
    usual: ["Mailbox", "ClientAccess"],
    brings: { Mailbox: ["UnifiedMessaging", "HubTransport"] },
  },
];

/** Until 2010: a role is what it says. */
const separateRoles: Generation = {
  major: 0,
  minor: 0,
  roles: ["Mailbox", "ClientAccess", "UnifiedMessaging", "HubTransport", "Edge"],
  usual: ["Mailbox", "ClientAccess", "HubTransport"],
  brings: {},
};

/** The version of a server, as far as its generation goes. */
export interface GenerationOf {
  readonly major: number;
  readonly minor: number;
}

function generationOf({ major, minor }: GenerationOf): Generation {
  const found = generations.find((each) => major > each.major || (major === each.major && minor >= each.minor));
  return found ?? separateRoles;
}

/** The roles of a server of a version that says nothing else. */
export function usualRoles(version: GenerationOf): readonly ServerRole[] {
  return generationOf(version).usual;
}

/** The roles that a server of a version is said to have, of those that it was given: Hub Transport is none since 2013. */
export function listedRoles(version: GenerationOf, roles: readonly string[]): readonly string[] {
  const known: readonly string[] = generationOf(version).roles;
  const listed = roles.filter((role) => known.includes(role));
  return listed.length === 0 ? roles : listed;
}

/** All that a server does: its roles, and what comes with them in its version. */
export function dutiesOf(version: GenerationOf, roles: readonly string[]): readonly string[] {
  const brings: Readonly<Record<string, readonly string[] | undefined>> = generationOf(version).brings;
  return [...new Set(roles.flatMap((role) => [role, ...(brings[role] ?? [])]))];
}
