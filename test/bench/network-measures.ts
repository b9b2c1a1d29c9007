// The network: ten thousand Outlooks over twenty servers.
import type { Shell } from "../../src/index.js";
import { type Measure, type Row, time } from "./harness.js";
import { library } from "./library.js";

const clients = 10_000;
const servers = 20;
const runs = 5;

export const networkMeasures: readonly Measure[] = [{ name: "network", run: () => evaluateClients() }];

/** Two sites with ten servers each, an array and a balancer for each site, an open Outlook for each mailbox. */
function crowd(): Shell {
  const names = Array.from({ length: servers }, (_, index) => ({
    name: `EX${String(index + 1).padStart(2, "0")}`,
    site: index % 2 === 0 ? "Paris" : "Lyon",
  }));
  const shell = library.createShell({
    topology: library.buildTopology({
      domain: "contoso.com",
      sites: ["Paris", "Lyon"],
      servers: names,
      clientAccessArrays: ["Paris", "Lyon"].map((site) => ({ fqdn: `${site.toLowerCase()}.contoso.com`, site })),
      databases: names.map(({ name }) => ({ name: `DB-${name}`, server: name })),
      mailboxes: Array.from({ length: clients }, (_, index) => `user${index}`),
    }),
  });
  for (const [index, site] of ["Paris", "Lyon"].entries()) {
    const pool = names.filter((server) => server.site === site).map(({ name }) => name);
    const address = `10.${index + 1}.0.50`;
    shell.lab.balancer({ name: site, address, pool });
    shell.lab.dns.add(`${site.toLowerCase()}.contoso.com`, address);
  }
  shell.lab.addOutlooks(
    Array.from({ length: clients }, (_, index) => ({
      mailbox: `user${index}`,
      site: (index % servers) % 2 === 0 ? "Paris" : "Lyon",
    })),
  );
  return shell;
}

function evaluateClients(): readonly Row[] {
  const shell = crowd();
  const opening = time(1, () => shell.lab.openAll());
  const connected = (): number =>
    shell.run("(Get-LabClient | ? { $_.Status -eq 'Connected' }).Count").output[0]?.toJS() as number;
  if (connected() !== clients) throw new Error(`${connected()} of ${clients} Outlooks are connected.`);
  const stopping = time(runs, () => {
    shell.lab.host("EX01").stop();
    if (!shell.undo()) throw new Error("The stop was not taken back.");
  });
  const what = `${clients.toLocaleString("en-US")} Outlooks over ${servers} servers`;
  return [
    { name: `profiles made, connected and written: ${what}`, sample: opening, unit: "ms" },
    { name: `a server stops: ${what}`, sample: stopping, unit: "ms", goal: 1000 },
  ];
}
