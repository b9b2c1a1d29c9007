import { describe, expect, test } from "vitest";
import { createShell } from "../../src/shell/shell.js";

/** A session whose limits are near, so that what does not end by itself is stopped in milliseconds. */
const shell = () =>
  createShell({
    edition: "PowerShell7",
    profile: "$ErrorView = 'NormalView'",
    limits: { steps: 200_000, output: 2000, stringLength: 1_000_000, collectionSize: 100_000 },
  });

/** Runs a line; afterwards the session still works. */
function play(line: string): string {
  const session = shell();
  const { text } = session.run(line);
  expect(session.run("1 + 1").text).toBe("2\n");
  return text;
}

const outOfSteps = "The line was stopped: it took more than 200000 steps.\n";
const manyAs = "('a' * 40 + '!')";

describe("regular expressions built to be slow", () => {
  test.each([
    `${manyAs} -match '^(a+)+$'`,
    `${manyAs} -match '^(a|a)*$'`,
    `${manyAs} -match '^(a|aa)+$'`,
    `${manyAs} -match '(.*a){12}x'`,
    `${manyAs} -match '^([a-zA-Z]+)*$'`,
    `${manyAs} -match '(a*)*b'`,
    `${manyAs} -notmatch '^(([a-z])+.)+[A-Z]([a-z])+$'`,
    `${manyAs} -replace '^(a+)+$', 'x'`,
    `${manyAs} -split '^(a+)+$'`,
    `${manyAs} -csplit '^(a+)+$'`,
    `[regex]::Matches(${manyAs}, '^(a+)+$').Count`,
    `[regex]::new('^(a+)+$').IsMatch(${manyAs})`,
    `([regex]'^(a+)+$').Replace(${manyAs}, 'x')`,
    `${manyAs} | Select-String '^(a+)+$'`,
    `switch -regex (${manyAs}) { '^(a+)+$' { 1 } }`,
    `function f { param([ValidatePattern('^(a+)+$')]$x) }; f ${manyAs}`,
    "('x' * 20000) -match '(x+x+)+y'",
    "('a' * 20000) -match '.*.*=.*'",
    "(' ' * 20000 + 'x') -replace '\\s+$'",
  ])("%s", (line) => {
    expect(play(line)).toBe(outOfSteps);
  });

  test.each([
    ["('a' * 100000 + '!') -match '^(a|b)*$'", "False\n"],
    [`('a' * 12 + '!') -match '^(a+)+$'`, "False\n"],
    [`('a' * 12) -match '^(a+)+$'; $Matches[1]`, "True\naaaaaaaaaaaa\n"],
    ["('a' * 5000 + 'b') -like ('*a' * 50 + '*c')", "False\n"],
    ["('a' * 100000) -like '*a*a*a*a*b'", "False\n"],
    ["'10.0.0.1' -match '^(\\d{1,3}\\.){3}\\d{1,3}$'", "True\n"],
  ])("%s ends with its answer", (line, answer) => {
    expect(play(line)).toBe(answer);
  });
});

describe("code without end", () => {
  test.each([
    "while ($true) {}",
    "do {} until ($false)",
    "for (;;) {}",
    "1 | ForEach-Object { while ($true) {} }",
    "& { trap { continue } while ($true) {} }",
    "try { while ($true) {} } catch { 'caught' } finally { 'not reached' }",
    "$s = { 1, 2 | Sort-Object $s }; & $s",
    "$l = [System.Collections.Generic.List[int]]::new(); while (1) { $l.Add(1); $l.Clear() }",
    "$o = [pscustomobject]@{ a = 1; b = 1 }; $o.a = $o; $o.b = $o; $o | ConvertTo-Json -Depth 60",
    "$o = [pscustomobject]@{ a = 1; b = 1 }; $o.a = $o; $o.b = $o; $o | ConvertTo-Xml -As String -Depth 60",
    "$o = [pscustomobject]@{ a = 1; b = 1 }; $o.a = $o; $o.b = $o; $o | Format-Custom -Depth 60",
  ])("%s", (line) => {
    expect(play(line).trimStart()).toBe(outOfSteps);
  });

  test.each([
    "function f { f }; f",
    "$sb = { $sb.Invoke() }; $sb.Invoke()",
    "$s = 'Invoke-Expression $s'; Invoke-Expression $s",
    "$s = { 1, 2 | Where-Object $s }; & $s",
    "$o = [pscustomobject]@{}; $o | Add-Member ScriptProperty X { $this.X }; $o.X",
    `$o = [pscustomobject]@{}; $o | Add-Member ScriptMethod ToString { "$this" } -Force; "$o"`,
  ])("%s", (line) => {
    expect(play(line)).toContain("The script failed due to call depth overflow.");
  });
});

describe("values without measure", () => {
  test.each([
    "'a' * 2000000",
    "[string]::new('a', 2000000000)",
    "[System.Text.StringBuilder]::new().Append([char]'x', 2000000000)",
    "$x = 'x'; while (1) { $x += $x }",
    '$x = "x"; while (1) { $x = "$x$x" }',
    "$x = 'x'; while (1) { $x = $x * 2 }",
    "$x = 'x'; while (1) { $x = $x, $x -join '' }",
    "$x = 'x'; while (1) { $x = [string]::Concat($x, $x) }",
    "$x = 'x'; while (1) { $x = $x.Insert(0, $x) }",
    "$x = 'x'; while (1) { $x = '{0}{0}' -f $x }",
    "$b = [System.Text.StringBuilder]::new('x'); while (1) { [void]$b.Append($b.ToString()) }",
    "(1..20000) -join ('y' * 1000)",
  ])("%s: a string", (line) => {
    expect(play(line)).toMatch(/The emulator does not make a string of \d+ characters: the limit is 1000000\./);
  });

  test.each([
    "1..200000",
    "(1..1000) * 1000",
    "$x = 1, 2; while (1) { $x += $x }",
    "$l = [System.Collections.ArrayList]::new(); [void]$l.Add(1); while (1) { $l.AddRange($l) }",
  ])("%s: a collection", (line) => {
    expect(play(line)).toMatch(/The emulator does not make a collection of \d+ elements: the limit is 100000\./);
  });

  test.each([
    ["'a' * 1GB", "Insufficient memory to continue the execution of the program."],
    ["1..1e9", "Array dimensions exceeded supported range."],
    [",1 * 1e9", "Array dimensions exceeded supported range."],
    ["'x'.PadLeft(2000000000)", "Insufficient memory to continue the execution of the program."],
    ["'{0:D999999999}' -f 1", "Insufficient memory to continue the execution of the program."],
    ["[int[]]::new(2000000000)", "Arithmetic operation resulted in an overflow."],
  ])("%s fails as in .NET", (line, message) => {
    expect(play(line)).toContain(message);
  });
});

describe("100,000 of what nests", () => {
  test.each(["(", "{", "[", "@(", "$(", "@{a=", "if(1){", "-not ", "!", "[int]", "$a.", "1+(", "&{", "'", "a|"])(
    "%s",
    (opening) => {
      const text = play(opening.repeat(100_000));
      expect(text.length).toBeGreaterThan(0);
    },
  );
});

test("20,000 strings in each other", () => {
  expect(play('"$('.repeat(20_000)).length).toBeGreaterThan(0);
});

describe("what holds itself is shown", () => {
  test.each([
    ["$h = @{}; $h.h = $h; $h | ConvertTo-Json -Compress -WarningAction SilentlyContinue", /^\{"h":/],
    ["$h = @{}; $h.h = $h; $h", /^\nName +Value\n/],
    ["$o = [pscustomobject]@{ a = 1 }; $o.a = $o; $o | Format-List", /^\na : @\{a=\}\n/],
    ['$o = [pscustomobject]@{ a = 1 }; $o.a = $o; "$o"', /^@\{a=\}\n/],
  ])("%s", (line, start) => {
    expect(play(line)).toMatch(start);
  });
});
