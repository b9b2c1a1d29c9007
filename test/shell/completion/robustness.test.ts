import fc from "fast-check";
import { expect, it } from "vitest";
import { shellOf } from "./support.js";

const shell = shellOf();
const pieces = [
  "$",
  "$casArray",
  "$casServers",
  ".",
  "::",
  "Name",
  "[int]",
  "[",
  "]",
  "(",
  ")",
  "{",
  "}",
  "@{",
  "@(",
  "|",
  ";",
  ",",
  " ",
  "\n",
  "'",
  '"',
  "`",
  "#",
  "<#",
  "-",
  "-eq ",
  "-Property ",
  "ft ",
  "select ",
  "Get-MailboxDatabase ",
  "% ",
  "=",
  "n=",
  "$_",
  "if ",
  "foreach ",
  "param",
  "function f ",
  "try ",
  "catch ",
  "5",
  "1.5",
  "*",
  "?",
  "[a",
  "$x = $x",
  "$x.",
];

it("comes back with a place inside of the text, whatever is typed", () => {
  const typed = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 14 });
  fc.assert(
    fc.property(typed, fc.nat(), (parts, n) => {
      const text = parts.join("");
      const cursor = n % (text.length + 1);
      const { start, length } = shell.complete(text, cursor);
      if (start === -1) expect(length).toBe(-1);
      else {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(start + length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 600, seed: 4 },
  );
});

it("ends soon on long and deep texts, and on variables that lead to one another", () => {
  expect(shell.complete(`${"(".repeat(5000)}$cas`, 5004).start).toBeGreaterThanOrEqual(-1);
  expect(shell.complete(`${"$x = 1\n".repeat(2000)}$x.`, 2000 * 7 + 3).start).toBeGreaterThanOrEqual(-1);
  expect(shell.complete("$a = $b; $b = $a; $a = $b; $a.", 30).matches).toEqual([]);
});

it("ends soon where every step leads to two more, and on a collection that holds itself", () => {
  const names = Array.from({ length: 40 }, (_, i) => `$v${i}`);
  const steps = names.map((name, i) => `${name} = @{ a = $v${i + 1}; b = $v${i + 1} }`).reverse();
  const text = `${steps.join("; ")}; $v0.`;
  expect(shell.complete(text, text.length).matches.length).toBeGreaterThan(0);
  shell.run("$ring = New-Object System.Collections.ArrayList; $null = $ring.Add($ring)");
  expect(shell.complete("$ring.NoSuch.Name.", 18).matches).toEqual([]);
  expect(shell.complete("$ring | select N", 16).matches).toEqual([]);
});

it.each([
  ["a sum", `${"1+".repeat(20_000)}$cas`],
  ["members", `$casArray${".Name".repeat(20_000)}.`],
  ["elements", `$casArray${"[0]".repeat(20_000)}.`],
  ["a list", `ft ${"a,".repeat(20_000)}`],
  ["a pipeline", `${"$casServers | ? Name | ".repeat(3000)}ft N`],
])("ends soon on %s without end", (_what, text) => {
  const { start, length } = shell.complete(text, text.length);
  expect(start + length).toBeLessThanOrEqual(text.length);
});

it("takes a cursor outside of the text for its nearest end", () => {
  expect(shell.complete("Get-Mail", 99)).toEqual(shell.complete("Get-Mail", 8));
  expect(shell.complete("Get-Mail", -5).matches).toEqual([]);
  expect(shell.complete("Get-Mail", Number.NaN).matches).toEqual([]);
});
