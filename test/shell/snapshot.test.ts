import { describe, expect, it, test } from "vitest";
import { createShell, HeapError, restoreShell, type Shell } from "../../src/index.js";
import { changingLines, started } from "./changing-lines.js";

const written = (shell: Shell): string => JSON.stringify(shell.snapshot());
const readBack = (shell: Shell): Shell => restoreShell(JSON.parse(written(shell)));

describe("a snapshot that is read back behaves alike", () => {
  test.each(changingLines)("$what: $line", (changing) => {
    const { line, edition = "PowerShell7" } = changing;
    const shell = started(changing);
    const restored = readBack(shell);
    expect(written(restored)).toBe(written(shell));
    expect(restored.run(line).text).toBe(shell.run(line).text);
    expect(restored.topology).toEqual(shell.topology);
    // Organizations share empty lists of the library's own, which a restored one has twice.
    if (edition === "PowerShell7") expect(written(restored)).toBe(written(shell));
    // What the line left behind goes on working, too.
    expect(readBack(shell).run(line).text).toBe(shell.run(line).text);
  });
});

describe("a snapshot", () => {
  it("keeps edition, window, history and the organization", () => {
    const shell = createShell({ edition: "Exchange2013", width: 50 });
    shell.run("Set-MailboxDatabase MB-HO-01 -Name Renamed");
    const restored = readBack(shell);
    expect(restored.prompt).toBe("[PS] C:\\>");
    expect(restored.edition).toBe("Exchange2013");
    expect(restored.width).toBe(50);
    expect(restored.history).toEqual(["Set-MailboxDatabase MB-HO-01 -Name Renamed"]);
    expect(restored.topology).toEqual(shell.topology);
    expect(Object.isFrozen(restored.topology.tables)).toBe(true);
  });

  it("waits for the answer that its shell waits for", () => {
    const shell = createShell({ edition: "PowerShell7" });
    expect(shell.run('$n = Read-Host Name; "Hello $n"').status).toBe("asking");
    expect(readBack(shell).answer("Ann").text).toBe("Name: Ann\nHello Ann\n");
  });

  it("keeps the limits", () => {
    const shell = createShell({ edition: "PowerShell7", limits: { steps: 100 } });
    expect(readBack(shell).run("while ($true) {}").text).toBe(shell.run("while ($true) {}").text);
  });

  it("says what JSON cannot hold, and which variable leads to it", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run("$list = 1, @{ method = 'abc'.Substring }");
    expect(() => shell.snapshot()).toThrow(HeapError);
    expect(() => shell.snapshot()).toThrow(/^A snapshot cannot hold native code .* \$list /);
  });

  it("refuses what is none", () => {
    expect(() => restoreShell(JSON.parse("{}"))).toThrow(
      'This is no snapshot: the JSON of one has "format": "ems-emulator/snapshot".',
    );
    const snapshot = createShell().snapshot();
    expect(() => restoreShell({ ...snapshot, version: 9 as 1 })).toThrow("This is version 9 of the form of snapshots");
  });
});
