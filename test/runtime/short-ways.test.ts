// What the engine shows for what here has a short way: replacing, formatting, splitting, counting loops.
import { expect, test } from "vitest";
import { typed } from "./typed.js";

const rows: readonly (readonly [line: string, text: string])[] = [
  ["'a-b-c' -replace 'b', '$&$&'", "a-bb-c\n"],
  ["'a-b-c' -replace '(b)-(c)', '$2-$1'", "a-c-b\n"],
  ["'a-b-c' -replace '(?<x>b)', '[${x}]'", "a-[b]-c\n"],
  ["'a-b-c' -replace '(?<x>b)', '[$1]'", "a-[b]-c\n"],
  ["'a-b-c' -replace 'b', '$$1'", "a-$1-c\n"],
  ["'a-b-c' -replace 'b', '$1'", "a-$1-c\n"],
  ["'a-b-c' -replace 'b', '${y}$'", "a-${y}$-c\n"],
  ["'a-b-c' -replace 'b', '$`|$'''", "a-a-|-c-c\n"],
  ["'a-b-c' -replace '(a)|(b)', '<$1$2>'", "<a>-<b>-c\n"],
  ["'a-b-c' -replace '(a)(-)', '$+'", "-b-c\n"],
  ["'a-b-c' -replace 'b', '$_'", "a-a-b-c-c\n"],
  ["'aBc' -replace 'b', 'x'", "axc\n"],
  ["'aBc' -creplace 'b', 'x'", "aBc\n"],
  ["'abc' -replace '', '.'", ".a.b.c.\n"],
  ["'abc' -replace 'x*', '.'", ".a.b.c.\n"],
  ["'a1b22' -replace '\\d+', '<$0>'", "a<1>b<22>\n"],
  ["'a1b22' -replace '(\\d)(\\d)?', '[$2$1]'", "a[1]b[22]\n"],
  ["'path\\to' -replace '\\\\', '/'", "path/to\n"],
  ["'abc' -replace 'b', '$10'", "a$10c\n"],
  ["'abc' -replace '(b)', '${1}0'", "ab0c\n"],
  ["'abc' -replace '(b)', '$10'", "a$10c\n"],
  [
    "'{0:N0}|{0:n2}|{0:D6}|{0:d}|{0:X}|{0:x4}|{0:F1}|{0:f}' -f 12345",
    "12,345|12,345.00|012345|12345|3039|3039|12345.0|12345.000\n",
  ],
  [
    "'{0:N0}|{0:n2}|{0:D6}|{0:d}|{0:X}|{0:x4}|{0:F1}|{0:f}' -f -12345",
    "-12,345|-12,345.00|-012345|-12345|FFFFCFC7|ffffcfc7|-12345.0|-12345.000\n",
  ],
  ["'{0,8:N0}|{0,-8:D2}|' -f 7", "       7|07      |\n"],
  ["'{0:N}|{0:N12}|{0:D}|{0:F40}' -f 7", "7.000|7.000000000000|7|7.0000000000000000000000000000000000000000\n"],
  ["'{0:N0}|{0:X}' -f [int]::MinValue", "-2,147,483,648|80000000\n"],
  ["'a,b;c'.Split(',')", "a\nb;c\n"],
  ["',a,,b,'.Split(',')", "\na\n\nb\n\n"],
  ["'abc'.Split('x').Length", "1\n"],
  ["''.Split(',').Length", "1\n"],
  ["foreach ($i in 3..1) { $i }", "3\n2\n1\n"],
  ["foreach ($i in 'a'..'c') { $i }", "a\nb\nc\n"],
  ["foreach ($i in '1'..'3') { $i }", "1\n2\n3\n"],
  ["foreach ($i in 1..$null) { $i }", "1\n0\n"],
  ["foreach ($i in 1..3) { $i; if ($i -eq 2) { break } }", "1\n2\n"],
  ["$x = 1..3; foreach ($i in 1..2) { $i = 7; $i }; $i", "7\n7\n7\n"],
];

test.each(rows)("%s", (line, text) => {
  expect(typed(line)).toEqual([text]);
});

test("an empty match between the two units of a character is one as any other", () => {
  expect(typed("('a\u{1F600}b' -replace '', '.').Length; [regex]::Matches('\u{1F600}', '').Count")).toEqual(["9\n3\n"]);
});

test("a place in the code that names a member sees what is added to the type, or to the value, meanwhile", () => {
  expect(
    typed(
      "foreach ($i in 1..3) { if ($i -eq 2) { Update-TypeData -TypeName System.String -MemberType ScriptProperty -MemberName Length -Value { 42 } -Force }; 'abc'.Length }",
      "$s = 'abc'; foreach ($i in 1..3) { if ($i -eq 2) { $s = $s | Add-Member ScriptMethod ToUpper { 'mine' } -Force -PassThru }; $s.ToUpper() }",
      "foreach ($x in 'a-b', 5, (1, 2), @{ Length = 7 }, $null, (Get-Date 1/1/2024)) { \"$($x.Length)|$($x.Count)\" }",
    ),
  ).toEqual(["3\n42\n42\n", "ABC\nmine\nmine\n", "42|1\n1|1\n2|2\n7|1\n0|0\n1|1\n"]);
});

test("limits hold on the short ways", () => {
  expect(typed("('a' * 1000000 -replace 'a', ('b' * 1000)).Length", "foreach ($i in 1..20000000) { $i }")).toEqual([
    `The emulator does not make a string of 67109000 characters: the limit is 67108864.
At line:1 char:1
+ ('a' * 1000000 -replace 'a', ('b' * 1000)).Length
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
+ CategoryInfo          : LimitsExceeded: (:) [], OutOfMemoryException
+ FullyQualifiedErrorId : LimitExceeded,EmulatorLimit
`,
    `Array dimensions exceeded supported range.
At line:1 char:16
+ foreach ($i in 1..20000000) { $i }
+                ~~~~~~~~~~~
+ CategoryInfo          : OperationStopped: (:) [], OutOfMemoryException
+ FullyQualifiedErrorId : System.OutOfMemoryException
`,
  ]);
});
