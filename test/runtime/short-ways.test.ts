import { describe, expect, it } from "vitest";
import { createShell } from "../../src/shell/shell.js";

/** What the line shows in a fresh session. Each expectation was asked of the real engine. */
const shown = (line: string): string =>
  createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'" }).run(line).text;

// What loops do most has ways of its own through the code; these cases stand at their edges.
describe("-replace of what means itself", () => {
  it.each<[string, string]>([
    ["'a-b-c-B' -replace 'b', 'x'; 'a-b-c-B' -creplace 'b', 'x'", "a-x-c-x\na-x-c-B\n"],
    ["'aaaaa' -replace 'aa', 'b'; 'abc' -replace 'd', 'x'; 'ab' -replace 'abc', 'x'", "bba\nabc\nab\n"],
    ["('kK' + [char]0x212A + 'k') -replace 'k', 'x'", "xxxx\n"],
    ["'<' + ('abab' -replace 'AB', '') + '>'; 'Ab1_b' -replace 'B1_', '$&$&'", "<>\nAb1_b1_b\n"],
    ["'x y' -replace ' ', '__'; ('b' * 300 -replace 'B', 'c').Length; 'a.b' -replace '.', 'x'", "x__y\n300\nxxx\n"],
  ])("%s", (line, text) => expect(shown(line)).toBe(text));

  it("takes two operands at most", () => {
    expect(shown("'a' -replace 'a', 'b', 'c'")).toBe(
      [
        "The -replace operator allows only two elements to follow it, not 3.",
        "At line:1 char:5",
        "+ 'a' -replace 'a', 'b', 'c'",
        "+     ~~~~~~~~",
        "+ CategoryInfo          : InvalidOperation: (System.Object[]:Object[]) [], RuntimeException",
        "+ FullyQualifiedErrorId : BadReplaceArgument",
        "",
      ].join("\n"),
    );
  });
});

describe("-f", () => {
  it.each<[string, string]>([
    [
      "'{0:N0} {1:N0} {2:n0} {3:N2} {4:N0}' -f 0, 999, 1000, 1234567, -1000005",
      "0 999 1,000 1,234,567.00 -1,000,005\n",
    ],
    ["'{0:N0}' -f [int]::MinValue; '{0:N0}' -f [int]::MaxValue", "-2,147,483,648\n2,147,483,647\n"],
    ["'{0}' -f @(,1), 2", "System.Object[]\n"],
  ])("%s", (line, text) => expect(shown(line)).toBe(text));
});

describe("keys of dictionaries", () => {
  it.each<[string, string]>([
    ["$h = @{}; $h[1] = 'a'; $h['x'] = 'b'; $h[1L] = 'c'; $h.Count; $h[1]; $h[1L]; $h['X']", "3\na\nc\nb\n"],
    ["$o = [ordered]@{a=1; b=2}; $o[0] = 9; $o['c'] = 3; $o[1]; $o.a; $o.Count", "2\n9\n3\n"],
    [
      "$d = [System.Collections.Generic.Dictionary[int,object]]::new(); $d['5'] = 1; $d[5]; $d['5']; $d.Keys | % { $_.GetType().Name }",
      "1\n1\nInt32\n",
    ],
    ["$h = @{}; $h[2] = $(); $h.ContainsKey(2); $null -eq $h[2]", "True\nTrue\n"],
  ])("%s", (line, text) => expect(shown(line)).toBe(text));

  it("are taken back with their values, in the line that made the table and in later ones", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run("$h = @{ 1 = 'a' }; $h[1] = 'b'; $h[2] = 'c'");
    shell.run("$h[1] = 'd'; $h[1] = 'e'; $h[3] = 'f'");
    expect(shell.run("$h[1]; $h.Count").text).toBe("e\n3\n");
    shell.undo();
    shell.undo();
    expect(shell.run("$h[1]; $h[2]; $h.Count").text).toBe("b\nc\n2\n");
  });
});
