import { describe, expect, it } from "vitest";
import { createShell } from "../../src/shell/shell.js";

/** What the lines show, one after another in a fresh session. Each expectation was asked of the real engine. */
const shown = (line: string): string =>
  createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'" }).run(line).text;

describe("an operator with = in a scope of its own", () => {
  it.each<[string, string]>([
    ["$c = 5; & { $c += 1; $c }; $c", "1\n5\n"],
    ["$c = 5; & { $c; $c += 1; $c }", "5\n1\n"],
    ['function f { $c *= 3; "[$c]" }; $c = 5; f', "[]\n"],
    ["function f { $c ??= 9; $c }; $c = 5; f", "9\n"],
    ["function f { [int]$c += 1; $c }; $c = 5; f", "1\n"],
    ["function f { begin { $c += 1 } process { $c += $_ } end { $c } }; $c = 5; 1, 2 | f", "4\n"],
    ["Set-StrictMode -Version 3; function f { $c += 1; $c }; f", "1\n"],
    ["$c = 5; { $c += 1; $c }.Invoke()", "1\n"],
  ])("begins with the variable of that scope: %s", (line, text) => expect(shown(line)).toBe(text));

  it.each<[string, string]>([
    ["$c = 5; . { $c += 1; $c }", "6\n"],
    ["$c = 5; 1 | ForEach-Object { $c += 1; $c }", "6\n"],
    ["$f = { $c += 1; $c }; $c = 5; & $f; . $f; & $f", "1\n6\n1\n"],
    ["function f { . { 1 }; $c += 1; $c }; $c = 5; f", "1\n6\n"],
    ["function f { Set-Variable q 1; $c += 1; $c }; $c = 5; f", "6\n"],
    ["function f { $c++; $c }; $c = 5; f", "6\n"],
    ["function f { $c = $c + 1; $c }; $c = 5; f", "6\n"],
    ["function f { param($z = ($c += 1)) $z; $c }; $c = 5; f", "6\n6\n"],
    ["function f { $_ += 'x'; $_ }; 'q' | ForEach-Object { f }", "qx\n"],
  ])("sees what is around it where its variables are not known, and in other forms: %s", (line, text) =>
    expect(shown(line)).toBe(text),
  );
});

describe("an index", () => {
  it.each<[string, string]>([
    ["(1)[$false]; (1)['-1']; (1)[0L]; (1)['0.2']; (1)[0.2]", "1\n1\n1\n1\n"],
    ["(1)[5] | ForEach-Object { 'x' }; (1)[0, 0] | ForEach-Object { 'x' }; @((1)[5]).Count", "0\n"],
    ['@(1, 2)[5] | ForEach-Object { "<$_>" }', "<>\n"],
    ["'abc'['x']; @(1, 2)[[datetime]'2020-01-01']; @(1, 2)['1']", "2\n"],
    [
      "'abc'[@{}]",
      `Cannot convert the "abc" value of type "System.String" to type "System.Int32".
At line:1 char:1
+ 'abc'[@{}]
+ ~~~~~~~~~~
+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException
+ FullyQualifiedErrorId : ConvertToFinalInvalidCastException
`,
    ],
  ])("%s", (line, text) => expect(shown(line)).toBe(text));
});

describe("Where and ForEach", () => {
  it.each<[string, string]>([
    ["$null.Where({ $true }).Count; $null.ForEach({ 1 }).Count; $nope.foo.Where({ 1 }).Count", "0\n0\n0\n"],
    [
      "$null.Where()",
      `Cannot find an overload for ".Where({ expression } [, mode [, numberToReturn]])" and the argument count: "0".
At line:1 char:1
+ $null.Where()
+ ~~~~~~~~~~~~~
+ CategoryInfo          : NotSpecified: (:) [], MethodException
+ FullyQualifiedErrorId : MethodCountCouldNotFindBest
`,
    ],
  ])("of nothing: %s", (line, text) => expect(shown(line)).toBe(text));
});
