import { buildTopology } from "./build/build-topology.js";
import { type ExchangeRelease, exchangeReleases } from "./exchange-release.js";
import type { StartingPointName } from "./starting-point-names.js";
import type { Topology } from "./state.js";

/**
 * The organization of the article about Client Access arrays: two sites, three servers with all roles, five databases
 * in the order in which the article lists them, no array yet. The people in it are invented. Of a later release the same
 * company with the same names, and servers of that release.
 */
function buildHeadOffice(release: ExchangeRelease): Topology {
  return buildTopology({
    release,
    // The article's organization shows none.
    systemMailboxes: release !== "2010",
    domain: "exchangeserverpro.net",
    netBIOSName: "ESPNET",
    organization: "Exchange Server Pro",
    sites: ["HeadOffice", "BranchOffice"],
    domainControllers: [
      { name: "HO-DC", site: "HeadOffice" },
      { name: "BR-DC", site: "BranchOffice" },
    ],
    servers: [
      { name: "HO-EX2010-MB1", site: "HeadOffice" },
      { name: "HO-EX2010-MB2", site: "HeadOffice" },
      { name: "BR-EX2010-MB", site: "BranchOffice" },
    ],
    databases: [
      { name: "MB-HO-01", server: "HO-EX2010-MB1" },
      { name: "MB-HO-02", server: "HO-EX2010-MB1" },
      { name: "MB-BR-01", server: "BR-EX2010-MB" },
      { name: "MB-HO-03", server: "HO-EX2010-MB1" },
      { name: "RDB-HO-01", server: "HO-EX2010-MB1", recovery: true },
    ],
    organizationalUnits: ["Head Office", "Branch Office"],
    mailboxes: [
      { name: "Administrator", database: "MB-HO-01" },
      { name: "Alan Reid", organizationalUnit: "Head Office", database: "MB-HO-01" },
      { name: "Sarah Jones", organizationalUnit: "Head Office", database: "MB-HO-01" },
      { name: "Emma Carlisle", organizationalUnit: "Head Office", database: "MB-HO-02" },
      { name: "Tom Okafor", organizationalUnit: "Head Office", database: "MB-HO-02" },
      { name: "Priya Nair", organizationalUnit: "Head Office", database: "MB-HO-03" },
      {
        name: "Help Desk",
        organizationalUnit: "Head Office",
        database: "MB-HO-03",
        type: "SharedMailbox",
        alias: "helpdesk",
      },
      {
        name: "Board Room",
        organizationalUnit: "Head Office",
        database: "MB-HO-03",
        type: "RoomMailbox",
        alias: "boardroom",
      },
      { name: "Lucas Brandt", organizationalUnit: "Branch Office", database: "MB-BR-01" },
      { name: "Anne-Marie Weber", organizationalUnit: "Branch Office", database: "MB-BR-01" },
    ],
  });
}

/** A small organization: one site, one server with all roles, one database, a few people. */
function buildContoso(release: ExchangeRelease): Topology {
  return buildTopology({
    release,
    systemMailboxes: release !== "2010",
    domain: "contoso.com",
    organization: "Contoso",
    servers: ["EX01"],
    databases: [{ name: "Mailbox Database 0639043316", server: "EX01" }],
    mailboxes: ["Administrator", "Alan Reid", "Sarah Jones", "Emma Carlisle", "Tom Okafor"],
  });
}

/** A domain that is prepared for Exchange, before its first server: the organization exists and holds nothing. */
function buildEmpty(release: ExchangeRelease): Topology {
  return buildTopology({ release, domain: "contoso.com" });
}

function lazily(build: () => Topology): () => Topology {
  let built: Topology | null = null;
  return () => {
    built ??= build();
    return built;
  };
}

function startingPoints(release: ExchangeRelease): StartingPoints {
  const headOffice = lazily(() => buildHeadOffice(release));
  const contoso = lazily(() => buildContoso(release));
  const empty = lazily(() => buildEmpty(release));
  return Object.freeze({
    get headOffice() {
      return headOffice();
    },
    get contoso() {
      return contoso();
    },
    get empty() {
      return empty();
    },
  });
}

/** Frozen organizations by their names, each built when it is first asked for. */
export type StartingPoints = Readonly<Record<StartingPointName, Topology>>;

const byRelease = new Map(exchangeReleases.map((release) => [release, startingPoints(release)]));

/** The starting points with servers of a release: `startingPointsOf("2016").contoso`. */
export function startingPointsOf(release: ExchangeRelease): StartingPoints {
  return byRelease.get(release) ?? startingPoints(release);
}

/** The starting points of Exchange 2010. */
export const topologies: StartingPoints = startingPointsOf("2010");
