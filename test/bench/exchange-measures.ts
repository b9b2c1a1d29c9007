// Organizations of every size: reading many objects, changing one of many.
import type { Shell, Topology } from "../../src/index.js";
import { compare, figure, type Measure, type Row, time } from "./harness.js";
import { library } from "./library.js";

const runs = 9;

export const exchangeMeasures: readonly Measure[] = [
  { name: "mailboxes", run: () => [readMailboxes(10_000)] },
  { name: "set", run: () => setDatabase(100, 100_000) },
  { name: "large", run: () => largeOrganization(100_000, 200, 50) },
];

/** One server with one database, and as many mailboxes as make so many objects in all, more or less. */
function organizationOf(objects: number): Topology {
  return library.buildTopology({
    domain: "contoso.com",
    organization: "Contoso",
    servers: ["EX01"],
    databases: [{ name: "DB01", server: "EX01" }],
    mailboxes: Array.from({ length: objects }, (_, index) => `User ${index}`),
  });
}

function shellOver(topology: Topology): Shell {
  return library.createShell({ edition: "Exchange2010", topology });
}

function readMailboxes(count: number): Row {
  const shell = shellOver(organizationOf(count));
  const line = "Get-Mailbox -ResultSize Unlimited | ? {$_.Name -like '*5'} | select Name,Database";
  const sample = time(runs, () => {
    const { output } = shell.run(line);
    if (output.length !== count / 10)
      throw new Error(`The line gave ${output.length} objects instead of ${count / 10}.`);
  });
  return {
    name: `Get-Mailbox | ? | select over ${count.toLocaleString("en-US")} mailboxes`,
    sample,
    unit: "ms",
    goal: 100,
  };
}

/** Lines typed for one timing: a single one is over before the clock moves. */
const writes = 20;

function setDatabase(few: number, many: number): readonly Row[] {
  const change = (shell: Shell): void => {
    for (let round = 0; round < writes; round++) {
      const { text } = shell.run(`Set-MailboxDatabase DB01 -IssueWarningQuota 1.${round % 2}GB`);
      if (text !== "") throw new Error(`Set-MailboxDatabase shows\n${text}`);
    }
  };
  const [small, large] = [shellOver(organizationOf(few)), shellOver(organizationOf(many))];
  change(small);
  change(large);
  const { base, other, ratio } = compare(
    runs,
    () => change(small),
    () => change(large),
  );
  const each = (milliseconds: number): number => milliseconds / writes;
  const at = (count: number): string => `Set-MailboxDatabase among ${count.toLocaleString("en-US")} objects`;
  return [
    { name: at(few), sample: { runs, min: each(base.min), median: each(base.median) }, unit: "ms" },
    { name: at(many), sample: { runs, min: each(other.min), median: each(other.median) }, unit: "ms" },
    { name: "the same, many to few", sample: figure(ratio.median), unit: "×", goal: 3 },
  ];
}

/** What administrators of many mailboxes type, in an organization that is first built. */
function largeOrganization(mailboxes: number, databases: number, servers: number): readonly Row[] {
  const build = (): Topology =>
    library.buildTopology({
      domain: "contoso.com",
      servers: Array.from({ length: servers }, (_, index) => `EX${index + 1}`),
      databases: Array.from({ length: databases }, (_, index) => ({
        name: `DB${index + 1}`,
        server: `EX${(index % servers) + 1}`,
      })),
      mailboxes: Array.from({ length: mailboxes }, (_, index) => ({ name: `User ${index}`, alias: `user${index}` })),
    });
  const building = time(3, build);
  const shell = shellOver(build());
  const play = (line: string, isRight: (text: string) => boolean): void => {
    const { text } = shell.run(line);
    if (!isRight(text)) throw new Error(`${line} shows\n${text}`);
  };
  const one = time(runs, () => play("Get-Mailbox user12345", (text) => text.includes("user12345")));
  let quota = 0;
  const many = time(runs, () => {
    const set = `Set-Mailbox -IssueWarningQuota ${++quota}GB`;
    play(`Get-Mailbox -Database DB7 -ResultSize Unlimited | ${set}`, (text) => text === "");
  });
  const json = time(1, () => library.fromJSON(JSON.stringify(library.toJSON(shell.topology))));
  const of = `${mailboxes.toLocaleString("en-US")} mailboxes`;
  return [
    { name: `build an organization of ${of}`, sample: building, unit: "ms", goal: 2000 },
    { name: `Get-Mailbox of one among ${of}`, sample: one, unit: "ms", goal: 2 },
    { name: `Set-Mailbox of ${mailboxes / databases} among ${of}`, sample: many, unit: "ms", goal: 200 },
    { name: `${of} to JSON and back`, sample: json, unit: "ms" },
  ];
}
