// What the network makes of names and ports: the hosts file, round robin, balancers, clusters.
import { expect, test } from "vitest";
import { restartHost } from "../../../src/network/change/power.js";
import { expectConsole } from "../../support/console.js";
import { shellOn } from "../support.js";

test("the hosts file of the machine comes first, unless it is left out or a server is asked", () => {
  const shell = shellOn("Windows Server 2012 R2");
  shell.lab.host("HO-EX2010-MB1").hosts("HO-DC.exchangeserverpro.net", "10.9.9.9");
  const line = 'Resolve-DnsName HO-DC | % { "$($_.IPAddress) $($_.TTL)" }';
  expectConsole(shell, line, "10.9.9.9 86400\n");
  expectConsole(shell, line.replace("HO-DC", "HO-DC -NoHostsFile"), "10.1.0.10 1200\n");
  expectConsole(shell, line.replace("HO-DC", "HO-DC -Server BR-DC"), "10.1.0.10 1200\n");
  expectConsole(shell, "Test-Connection HO-DC -Quiet", "False\n");
});

test("several addresses of a name take turns at each answer of a server, not of the cache", () => {
  const shell = shellOn("Windows Server 2012 R2");
  for (const address of ["10.1.1.10", "10.1.1.11"]) {
    shell.lab.dns.add("outlook.exchangeserverpro.net", address, { timeToLive: 300 });
  }
  const line = "(Resolve-DnsName outlook | % { $_.IPAddress }) -join ' '";
  expectConsole(shell, line, "10.1.1.10 10.1.1.11\n");
  expectConsole(shell, line, "10.1.1.10 10.1.1.11\n");
  expectConsole(shell, line.replace("outlook", "outlook -Server HO-DC"), "10.1.1.11 10.1.1.10\n");
  shell.lab.wait(300);
  expectConsole(shell, line, "10.1.1.10 10.1.1.11\n");
});

test("a port is reached through a balancer while a member answers there, and by way of the DAG's address", () => {
  const shell = shellOn("Windows Server 2012 R2", { edition: "Exchange2016" });
  const { lab } = shell;
  lab.balancer({ name: "LB01", address: "10.1.0.50", pool: ["HO-EX2010-MB1", "HO-EX2010-MB2"], ports: [443] });
  const quiet = (port: number): string => shell.run(`tnc 10.1.0.50 -Port ${port} -InformationLevel Quiet 3>$null`).text;
  expect([quiet(443), quiet(25)]).toEqual(["True\n", "False\n"]);
  lab.host("HO-EX2010-MB2").stopService("W3SVC");
  lab.wait(60);
  expect(quiet(443)).toBe("True\n");
  lab.host("HO-EX2010-MB1").stopService("W3SVC");
  expect(quiet(443)).toBe("False\n");
  shell.run("New-DatabaseAvailabilityGroup DAG1 -WitnessServer BR-EX2010-MB");
  shell.run("Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2");
  expectConsole(shell, "tnc DAG1 -Port 135 -InformationLevel Quiet", "True\n");
  lab.host("HO-EX2010-MB2").stop();
  expectConsole(shell, "tnc DAG1 -Port 135 -InformationLevel Quiet 3>$null", "False\n");
});

test("what a restart leaves behind is part of the organization: undo, and a snapshot that goes on", () => {
  const shell = shellOn("Windows Server 2012 R2");
  shell.run("Restart-Computer HO-EX2010-MB2");
  const later = shell.fork();
  expect(later.lab.host("HO-EX2010-MB2").isUp).toBe(false);
  later.lab.wait(120);
  expect([later.lab.host("HO-EX2010-MB2").isUp, shell.lab.host("HO-EX2010-MB2").isUp]).toEqual([true, false]);
  expect(shell.undo()).toBe(true);
  expect(shell.lab.host("HO-EX2010-MB2").isUp).toBe(true);
});

test("somebody who starts a server that restarts does not wait for it; it stays down when it is stopped", () => {
  const shell = shellOn("Windows Server 2012 R2");
  const server = shell.lab.host("HO-EX2010-MB2");
  shell.run("Restart-Computer HO-EX2010-MB2");
  server.start();
  server.stop();
  shell.lab.wait(600);
  expect(server.isUp).toBe(false);
  expect(() => server.restart()).toThrow("HO-EX2010-MB2 is down.");
});

test("what a restart would mean is told before: who loses the connection, and when it is back", () => {
  const shell = shellOn("Windows Server 2008 R2", { edition: "Exchange2010" });
  shell.lab.outlook("alan.reid").open();
  const [alan] = shell.lab.whatIf((topology) => restartHost(topology, "HO-EX2010-MB1"));
  expect([alan?.effect, alan?.back]).toEqual(["Lost", shell.topology.clock + 120n * 10_000_000n]);
});

test("the console ends with its machine", () => {
  const shell = shellOn("Windows Server 2012 R2");
  const { status, exitCode } = shell.run("Restart-Computer localhost, BR-EX2010-MB; 'not reached'");
  expect({ status, exitCode }).toEqual({ status: "exited", exitCode: 1_073_807_364 });
  expect(shell.lab.hosts.map((name) => shell.lab.host(name).isUp)).toEqual([false, true, false, true, true]);
});
