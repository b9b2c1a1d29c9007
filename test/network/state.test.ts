// The network is part of the one state of a session: undo, forks, snapshots, comparison and JSON have it.
import { describe, expect, it } from "vitest";
import { fromJSON, LabError, restoreShell, toJSON } from "../../src/index.js";
import { compareTopologies } from "../../src/topology/index.js";
import { profileOf, run, serverOf, shellOf, withArray } from "./support.js";

describe("the state of the network", () => {
  it("is taken back by undo, a step a call, lines and steps of the lab alike", () => {
    const shell = withArray();
    const before = shell.topology;
    shell.lab.outlook("alan.reid");
    shell.lab.outlook("alan.reid").open();
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB2");
    run(shell, "Stop-LabHost HO-EX2010-MB2; Start-Sleep 10");
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB1");
    shell.undo();
    expect(shell.lab.host("HO-EX2010-MB2").isUp).toBe(true);
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB2");
    shell.undo();
    expect(shell.lab.outlook("alan.reid").isOpen).toBe(false);
    shell.undo();
    expect(shell.topology).toBe(before);
  });

  it("is not touched by what is refused", () => {
    const shell = withArray();
    const before = shell.topology;
    expect(() => shell.lab.host("HO-EX2010-MB1").setAddresses("10.1.1.11")).toThrow(LabError);
    expect(shell.topology).toBe(before);
  });

  it("goes with a fork, which then goes its own way", () => {
    const shell = withArray();
    shell.lab.outlook("alan.reid").open();
    const fork = shell.fork();
    fork.lab.balancer("LB01").stop();
    expect(serverOf(fork, "alan.reid")).toBe(null);
    expect(serverOf(shell, "alan.reid")).not.toBe(null);
  });

  it("goes through a snapshot and JSON: profiles, connections, caches with their ends", () => {
    const shell = withArray("10.1.1.10");
    shell.lab.outlook("alan.reid").open();
    const restored = restoreShell(JSON.parse(JSON.stringify(shell.snapshot())));
    for (const each of [shell, restored, shellOf(undefined, { topology: fromJSON(toJSON(shell.topology)) })]) {
      expect([profileOf(each, "alan.reid"), serverOf(each, "alan.reid")]).toEqual([
        "outlook.exchangeserverpro.net",
        "HO-EX2010-MB1",
      ]);
      each.lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
      each.lab.dns.change("outlook.exchangeserverpro.net", { data: "10.1.1.11" });
      each.lab.wait(299);
      expect(serverOf(each, "alan.reid")).toBe(null);
      each.lab.wait(1);
      expect(serverOf(each, "alan.reid")).toBe("HO-EX2010-MB2");
    }
  });

  it("is compared property by property", () => {
    const shell = withArray();
    const before = shell.topology;
    shell.lab.balancer("LB01").stop();
    expect(compareTopologies(before, shell.topology)).toMatchObject([
      { change: "changed", class: "LoadBalancer", name: "LB01", property: "IsDown", old: null, new: true },
    ]);
  });

  it("does not change the GUIDs of what Exchange makes afterwards", () => {
    const line = "(New-MailboxDatabase X -Server HO-EX2010-MB1).Guid.ToString()";
    const shell = shellOf();
    shell.lab.balancer({ name: "LB", address: "10.1.0.50", pool: ["HO-EX2010-MB1"] });
    shell.lab.outlook("alan.reid").open();
    expect(shell.run(line).text).toBe(shellOf().run(line).text);
  });

  it("shows the same whenever the same is done", () => {
    const play = () => {
      const shell = withArray();
      for (const name of ["alan.reid", "sarah.jones", "tom.okafor"]) shell.lab.outlook(name).open();
      return JSON.stringify(toJSON(shell.topology));
    };
    expect(play()).toBe(play());
  });
});

describe("what a change means", () => {
  it("is told before it is made: who keeps, moves, loses, and when those are back", () => {
    const shell = withArray("10.1.1.10");
    const { lab } = shell;
    lab.outlook("alan.reid").open();
    lab.outlook("sarah.jones", { profileServer: "HO-EX2010-MB2.exchangeserverpro.net" }).open();
    lab.wait(60);
    const fork = shell.fork();
    fork.lab.dns.change("outlook.exchangeserverpro.net", { data: "10.1.1.11" });
    const impact = lab.whatIf(() => {
      fork.lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
      return fork.topology;
    });
    expect(
      impact.map(({ client, effect, before, after, back }) => ({
        client,
        effect,
        before,
        after,
        seconds: back === null ? null : Number(back - shell.topology.clock) / 1e7,
      })),
    ).toEqual([
      { client: "alan.reid", effect: "Lost", before: "HO-EX2010-MB1", after: null, seconds: 240 },
      { client: "sarah.jones", effect: "Kept", before: "HO-EX2010-MB2", after: "HO-EX2010-MB2", seconds: null },
    ]);
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB1");
  });
});
