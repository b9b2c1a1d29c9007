// The organizations in which the documented failures happen.
import { buildTopology, createShell, type Topology, topologies } from "../../../src/index.js";

const alan = { name: "Alan Reid", alias: "alan.reid" };
const sarah = { name: "Sarah Jones", alias: "sarah.jones" };

const builders = {
  headOffice: () => topologies.headOffice,
  contoso: () => topologies.contoso,
  /** A server of 2010 with the mailboxes that setup makes. */
  withSystemMailboxes: () =>
    buildTopology({
      domain: "contoso.com",
      servers: ["EX01"],
      databases: [{ name: "DB01", server: "EX01" }],
      mailboxes: [alan],
      systemMailboxes: true,
    }),
  /** Two Mailbox servers of 2010 in an availability group, and a Hub Transport server as its witness. */
  group: () =>
    buildTopology({
      domain: "contoso.com",
      servers: ["EX01", "EX02", { name: "HUB01", roles: ["HubTransport"] }],
      databases: [
        { name: "DB01", server: "EX01" },
        { name: "DB02", server: "EX01" },
      ],
      availabilityGroups: [{ name: "DAG01", members: ["EX01", "EX02"], witnessServer: "HUB01.contoso.com" }],
      mailboxes: [alan],
    }),
  /** A server of Standard edition with as many mounted databases as it may have. */
  standard: () =>
    buildTopology({
      domain: "contoso.com",
      servers: [{ name: "EX01", edition: "Standard" }],
      databases: [1, 2, 3, 4, 5].map((n) => ({ name: `DB0${n}`, server: "EX01" })),
    }),
  /** More mailboxes than a Get- shows at once. */
  thousand: () =>
    buildTopology({
      domain: "contoso.com",
      servers: ["EX01"],
      databases: [{ name: "DB01", server: "EX01" }],
      mailboxes: Array.from({ length: 1001 }, (_, n) => `User ${n}`),
    }),
  /** A server of 2013 without databases. */
  bare: () => buildTopology({ domain: "contoso.com", release: "2013", servers: ["EX01"] }),
  /** A server on trial. */
  trial: () => buildTopology({ domain: "contoso.com", servers: [{ name: "EX01", edition: "StandardEvaluation" }] }),
  /** Two Mailbox servers of 2010 without a group. */
  pair: () =>
    buildTopology({
      domain: "contoso.com",
      servers: ["EX01", "EX02", { name: "HUB01", roles: ["HubTransport"] }],
      databases: [
        { name: "DB01", server: "EX01" },
        { name: "DB02", server: "EX02" },
      ],
      mailboxes: [alan],
    }),
  exchange2013: () =>
    buildTopology({
      domain: "contoso.com",
      release: "2013",
      servers: ["EX01"],
      databases: [{ name: "DB01", server: "EX01" }],
      mailboxes: [alan, sarah],
    }),
  exchange2016: () =>
    buildTopology({
      domain: "contoso.com",
      release: "2016",
      servers: ["EX01"],
      databases: [
        { name: "DB01", server: "EX01" },
        { name: "DB02", server: "EX01" },
      ],
      mailboxes: [alan, sarah],
    }),
  exchange2019: () =>
    buildTopology({
      domain: "contoso.com",
      release: "2019",
      servers: ["EX01", "EX02"],
      databases: [
        { name: "DB01", server: "EX01" },
        { name: "DB02", server: "EX01" },
      ],
      availabilityGroups: [{ name: "DAG01", members: ["EX01", "EX02"], witnessServer: "DC01.contoso.com" }],
      mailboxes: [alan, sarah],
    }),
  /** A server of 2016 beside one of 2010. */
  coexistence: () =>
    buildTopology({
      domain: "contoso.com",
      release: "2016",
      servers: ["EX16", { name: "EX10", version: "14.3.123.4" }],
      databases: [
        { name: "DB16", server: "EX16" },
        { name: "DB10", server: "EX10" },
      ],
      mailboxes: [{ ...alan, database: "DB16" }],
    }),
  /** The same, with a public folder database that the older server has. */
  oldFolders: () => {
    const shell = createShell({ topology: builders.coexistence() });
    shell.run("New-PublicFolderDatabase PF01 -Server EX10 | Out-Null");
    return shell.topology;
  },
} as const satisfies Readonly<Record<string, () => Topology>>;

export type OrganizationName = keyof typeof builders;

const built = new Map<OrganizationName, Topology>();

function organizationOf(name: OrganizationName): Topology {
  let topology = built.get(name);
  if (topology === undefined) {
    topology = builders[name]();
    built.set(name, topology);
  }
  return topology;
}

/** The organizations by name; each is made at its first use. */
export const organizations = Object.fromEntries(
  (Object.keys(builders) as OrganizationName[]).map((name) => [name, () => organizationOf(name)]),
) as Readonly<Record<OrganizationName, () => Topology>>;
