import { expect, test } from "vitest";
import { createShell } from "../../src/index.js";

/** Each line as the running engine of PowerShell 7 answers it. */
test.each([
  ["$t=[tuple]::Create(1,'a',2.5); \"$t\"; $t.Item3", "(1, a, 2.5)\n2.5\n"],
  ["[tuple]::Create(1,'a') -eq [tuple]::Create(1,'a')", "True\n"],
  ["[math]::DivRem(-7,2)", "\nLength Item1 Item2\n------ ----- -----\n     2    -3    -1\n\n"],
  ["$r=0; [math]::DivRem(7,2,[ref]$r); $r", "3\n1\n"],
  ["$s=[System.Collections.SortedList]@{b=1;a=2}; $s.Keys; $s.GetKey(0); $s.GetByIndex(0)", "a\nb\na\n2\n"],
  [
    "$d=[System.Collections.Generic.SortedDictionary[int,string]]::new(); $d[3]='c'; $d[1]='a'; $d",
    "\nKey Value\n--- -----\n  1 a\n  3 c\n\n",
  ],
  ["$h=@{a=1}; $h.get_Item('a'); $h.set_Item('b',2); $h.get_Count(); 'abc'.get_Chars(1)", "1\n2\nb\n"],
  ["$h=@{Count=5;Keys='x'}; $h.psbase.Count; $h.Count", "2\n5\n"],
  ["$sb=[Text.StringBuilder]'abc'; $sb[1]='x'; $sb[-1]; \"$sb\"", "c\naxc\n"],
  ["[Text.Encoding]::GetEncoding(1252).GetBytes('é€')", "233\n128\n"],
  ["[Text.Encoding]::GetEncoding(850).WebName; [Text.Encoding]::GetEncoding('ascii').WebName", "ibm850\nus-ascii\n"],
  ["[Convert]::FromHexString('4142')", "65\n66\n"],
  [
    "[environment]::SetEnvironmentVariable('FOO','2'); $env:FOO; [environment]::GetEnvironmentVariable('foo')",
    "2\n2\n",
  ],
  ["[bigint]'123456789012345678901234567890'", "123456789012345677877719597056\n"],
  ["'abc'.Replace($null,'x')", "abc\n"],
  [
    "function f { param([Parameter()][Parameter()]$x) $x }; try { f 1 } catch { $_.FullyQualifiedErrorId }",
    "ParameterDeclaredInParameterSetMultipleTimes\n",
  ],
  ["$null.Where({ $true }).Count; $null.ForEach({ 1 })", "0\n"],
  ["[DateTimeOffset]'2024-03-05T10:00:00.1234567+02:00' | % { $_.Microsecond; $_.TotalOffsetMinutes }", "456\n120\n"],
])("%s", (line, text) => {
  expect(createShell({ edition: "PowerShell7" }).run(line).text).toBe(text);
});

const failure = (line: string): string =>
  createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'" }).run(line).text.split("\n")[0] ?? "";

test.each([
  [
    "'a'.Trim[int]()",
    'Could not find a suitable generic method overload for "Trim" with "1" type parameters, and the argument count: "0".',
  ],
  ["$x.M[int]()", "You cannot call a method on a null-valued expression."],
  ["'a'.M[int]()", "Method invocation failed because [System.String] does not contain a method named 'M'."],
  ["Set-StrictMode -Version 3; $a=1,2,3; $a[1..5]", "Index was outside the bounds of the array."],
  ["Set-StrictMode -Version 3; (5)[1]", 'Unable to index into an object of type "System.Int32".'],
  [
    "[Text.Encoding]::GetEncoding(4711)",
    `Exception calling "GetEncoding" with "1" argument(s): "No data is available for encoding 4711. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method."`,
  ],
])("%s fails", (line, text) => {
  expect(failure(line)).toBe(text);
});
