import { describe, expect, it } from "vitest";
import { createShell, restoreShell } from "../../src/shell/shell.js";

/** What the line shows in a fresh session; asked of the real engine where that has the commands. */
const shown = (line: string): string =>
  createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'" }).run(line).text;

describe("a variable to which a loop adds", () => {
  it.each<[string, string]>([
    ["$s = 0; foreach ($i in 1..100000) { $s += $i }; $s; $s.GetType().Name", "5000050000\nDouble\n"],
    ['$s = 1.5; $s += 1; $s += 0.25; "$s"', "2.75\n"],
    ["$k = 1.5; foreach ($i in 1..3) { $k += [long]$i }; $k += '2'; $k", "9.5\n"],
    ["$s = 2.5; $s += $null; $s += 1d; $s; $s.GetType().Name", "3.5\nDecimal\n"],
    ["$m = [double]::MaxValue; $m += $m; $m += 1; $m", "∞\n"],
    ["$w = 1.5; foreach ($i in 1..3) { $w += $i; $w *= 2 }; $w", "34\n"],
  ])("is the number that it should be: %s", (line, text) => expect(shown(line)).toBe(text));

  it.each<[string, string]>([
    ["$s = 1.5; $s += $($s = 10; 2); $s", "3.5\n"],
    ["$s = 1.5; $s += 1; $s += $($s += 1; 2); $s", "4.5\n"],
    ["$s = 1.5; $s += 1; ($s += 1); $s", "3.5\n3.5\n"],
    ["$r = 1.5; foreach ($i in 1..3) { $r += $i; $q = [ref]$r; $q.Value += 1 }; $r", "10.5\n"],
    [
      "& { $t = 1.5; foreach ($i in 1..3) { $t += $i; $f = { $t }.GetNewClosure() }; & $f; $t += 1; & $f; $t }",
      "7.5\n7.5\n8.5\n",
    ],
    ["$v = 1.5; foreach ($i in 1..4) { $v += 1; if ($i -eq 2) { Remove-Variable v } }; $v", "2\n"],
    ["$v = 1.5; function f { $v += 1; $v += 1.5; $v }; $v += 1; f; $v += 1; & { $v }; $v", "2.5\n3.5\n3.5\n"],
    ["$v = 1.5; $v += 1; Get-Variable v -ValueOnly; $v += 1; $variable:v; (Test-Path variable:v)", "2.5\n3.5\nTrue\n"],
  ])("is seen by everything that looks at it meanwhile: %s", (line, text) => expect(shown(line)).toBe(text));

  it("keeps what its declaration and its options say", () => {
    expect(shown("[int]$n = 1; $n += 1.4; $n += 1.4; $n")).toBe("3\n");
    expect(shown("$u = 1.5; $u += 1; Set-Variable u -Option ReadOnly; $u += 1; $u")).toContain(
      "Cannot overwrite variable u because it is read-only or constant.",
    );
  });

  it("is taken back, forked and kept as any other", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run("$s = 1.5");
    shell.run("foreach ($i in 1..3) { $s += $i }");
    const fork = shell.fork();
    const restored = restoreShell(JSON.parse(JSON.stringify(shell.snapshot())));
    for (const each of [fork, restored]) {
      expect(each.run("$s; $s += 1").text).toBe("7.5\n");
      expect(each.run("$s").text).toBe("8.5\n");
    }
    expect(shell.run("$s += 1; $s += 1").text).toBe("");
    expect(shell.undo()).toBe(true);
    expect(shell.run("$s").text).toBe("7.5\n");
    shell.undo();
    shell.undo();
    expect(shell.run("$s").text).toBe("1.5\n");
  });
});
