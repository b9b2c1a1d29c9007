import { describe, expect, it, test } from "vitest";
import { createShell, type Shell } from "../../src/index.js";
import { changingLines, started } from "./changing-lines.js";

const stateOf = (shell: Shell): string => JSON.stringify(shell.snapshot());

describe("a fork is as the shell was, and shares nothing with it that can change", () => {
  test.each(changingLines)("$what: $line", (changing) => {
    const { line } = changing;
    const shell = started(changing);
    const before = stateOf(shell);
    const fork = shell.fork();
    expect(stateOf(fork)).toBe(before);

    const { text } = fork.run(line);
    expect(stateOf(shell)).toBe(before);
    const after = stateOf(fork);
    expect(shell.run(line).text).toBe(text);
    expect(stateOf(fork)).toBe(after);
    expect(stateOf(shell)).toBe(after);
  });
});

describe("a fork", () => {
  it("takes back its own lines only", () => {
    const shell = createShell();
    shell.run("$x = 1");
    const fork = shell.fork();
    expect(fork.undo()).toBe(false);
    fork.run("$x = 2");
    expect(fork.undo()).toBe(true);
    expect([shell.run("$x").text, fork.run("$x").text]).toEqual(["1\n", "1\n"]);
  });

  it("of a fork keeps the profile, the width and the answers that are left", () => {
    const shell = createShell({ profile: "$x = 'profile'", answers: ["first", "second"], width: 40 });
    shell.run("Read-Host one");
    const fork = shell.fork().fork();
    fork.width = 30;
    expect(fork.run("$x; Read-Host two").text).toBe("profile\ntwo: second\nsecond\n");
    expect(shell.width).toBe(40);
    expect(shell.run("Read-Host two").text).toBe("two: second\nsecond\n");
  });

  it("is made in the time of a few lines, whatever the size of the organization", () => {
    const shell = createShell();
    shell.run("$all = Get-Mailbox");
    expect(shell.fork().topology).toBe(shell.topology);
  });
});
