import { expect, test } from "vitest";
import { createShell, type Shell, type ShellOptions } from "../../src/index.js";
import { buildTopology, type TopologySpec } from "../../src/topology/index.js";

/** A shell over the organization of the article, or one that is described. */
export function shellOf(spec?: TopologySpec, options: ShellOptions = {}): Shell {
  return createShell(spec === undefined ? options : { ...options, topology: buildTopology(spec) });
}

/** Runs lines, which must not fail. */
export function run(shell: Shell, ...lines: readonly string[]): void {
  for (const line of lines) {
    const { errors, text } = shell.run(line);
    if (errors.length > 0) throw new Error(`${line}\n${text}`);
  }
}

/** The server that serves an Outlook now; null without one. */
export function serverOf(shell: Shell, outlook: string): string | null {
  return shell.lab.outlook(outlook).status().attempt.server?.name ?? null;
}

/** What the profile of an Outlook has as server. */
export function profileOf(shell: Shell, outlook: string): string | null {
  return shell.lab.outlook(outlook).profile?.server ?? null;
}

/** The texts of steps, those that went wrong with an exclamation mark before them. */
export function words(steps: readonly { readonly ok: boolean; readonly text: string }[]): readonly string[] {
  return steps.map(({ ok, text }) => (ok ? text : `! ${text}`));
}

/** The article's organization after the article: an array, its record, databases and profiles with its name. */
export function withArray(address = "10.1.0.50"): Shell {
  const shell = shellOf();
  run(shell, "New-ClientAccessArray -Fqdn outlook.exchangeserverpro.net -Site HeadOffice | Out-Null");
  run(shell, "Get-MailboxDatabase MB-HO-0* | Set-MailboxDatabase -RpcClientAccessServer outlook.exchangeserverpro.net");
  if (address === "10.1.0.50") {
    shell.lab.balancer({ name: "LB01", address, pool: ["HO-EX2010-MB1", "HO-EX2010-MB2"] });
  }
  shell.lab.dns.add("outlook.exchangeserverpro.net", address, { timeToLive: 300 });
  return shell;
}

/** Two sites, a server with all roles in each, a DAG over both, a database with a copy; an array and record for each site. */
export const twoSites: TopologySpec = {
  domain: "contoso.com",
  sites: ["Paris", "Lyon"],
  domainControllers: [
    { name: "DC1", site: "Paris" },
    { name: "DC2", site: "Lyon" },
  ],
  servers: [
    { name: "EX1", site: "Paris" },
    { name: "EX2", site: "Lyon" },
  ],
  availabilityGroups: [{ name: "DAG1", members: ["EX1", "EX2"] }],
  clientAccessArrays: [
    { fqdn: "paris.contoso.com", site: "Paris" },
    { fqdn: "lyon.contoso.com", site: "Lyon" },
  ],
  databases: [{ name: "DB1", server: "EX1", copies: ["EX2"] }],
  mailboxes: [{ name: "Anna Lind", database: "DB1", alias: "anna" }],
};

/** A shell on a server with a version of Windows. */
export function shellOn(windowsVersion: string, options: ShellOptions = { edition: "PowerShell5" }): Shell {
  const shell = shellOf(undefined, options);
  shell.lab.host("HO-EX2010-MB1").setWindowsVersion(windowsVersion);
  return shell;
}

/** Tests what lines of one session show, one behind the other; whole texts, a row each. */
export function session(
  rows: readonly (readonly [line: string, text: readonly string[]])[],
  shell: Shell = shellOf(),
): void {
  test.each(rows.map(([line, text]) => ({ line, text })))("$line", ({ line, text }) => {
    expect(shell.run(line).text.split("\n").slice(0, -1)).toEqual(text);
  });
}
