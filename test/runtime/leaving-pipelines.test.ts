import { expect, test } from "vitest";
import { typed } from "./typed.js";

const numbers = "function Numbers { foreach ($i in 1..4) { $i }; 'end of Numbers' }";

test("a break in a pipeline leaves the loop of the stage that is writing", () => {
  const [, ...shown] = typed(
    numbers,
    "Numbers | ForEach-Object { if ($_ -eq 3) { break }; $_ }; 'after'",
    "Numbers | Where-Object { if ($_ -eq 3) { continue }; $true }; 'after'",
    'foreach ($j in 1..2) { Numbers | ForEach-Object { if ($_ -eq 2) { break }; $_ }; "in $j" }',
    ":o foreach ($j in 1..2) { Numbers | ForEach-Object { if ($_ -eq 2) { break o }; $_ } }; 'out'",
    "1..4 | ForEach-Object { if ($_ -eq 3) { break }; $_ }; 'not shown'",
  );
  expect(shown).toEqual([
    "1\n2\nend of Numbers\nafter\n",
    "1\n2\n4\nend of Numbers\nafter\n",
    "1\nend of Numbers\nin 1\n1\nend of Numbers\nin 2\n",
    "1\nout\n",
    "1\n2\n",
  ]);
});

test("what was written for a value shows when control flow leaves before there is one", () => {
  expect(
    typed(
      "foreach ($i in 1) { $a = & { 7; break }; 'no' }",
      "foreach ($i in 1) { [int]$a = 1 + $(8; continue); 'no' }",
      'function Get-It { "s$(9; return 10)" }; Get-It',
      "foreach ($i in 1) { (& { 11; break }).ToString() }",
      "foreach ($i in 1) { @{ a = & { 12; break } } }",
      "foreach ($i in 1) { if (& { 13; break }) { 'no' } }",
      "foreach ($i in 1) { foreach ($x in & { 14; break }) { 'no' } }",
      "foreach ($i in 1) { $a = @(15; break); 'no' }",
    ),
  ).toEqual(["7\n", "8\n", "9\n10\n", "11\n", "12\n", "", "", ""]);
});

test("an entry with parameters gets their defaults", () => {
  expect(
    typed(
      'param($a = 5, [int]$b = $a + 1, $c) "$a $b [$c]"',
      '"$a $b"',
      'param([switch]$s, [string]$t) "$s $($s.GetType().Name) [$t]"; $null -eq $t',
      'param([ValidateRange(1, 3)]$v = 9) "v=$v"',
      "[CmdletBinding()] param($z = 3) $z; $null -eq $PSCmdlet",
    ),
  ).toEqual(["5 6 []\n", "5 6\n", "False SwitchParameter []\nFalse\n", "v=9\n", "3\nFalse\n"]);
});

test("a script block that does not parse is an exception of the method that makes it", () => {
  const [made, wrapped] = typed(
    "[scriptblock]::Create('$_.a -gt ten'); 'goes on'",
    "try { [scriptblock]::Create('\"a') } catch { $_.Exception.InnerException.GetType().FullName; $_.FullyQualifiedErrorId }",
  );
  expect(made).toBe(
    `Exception calling "Create" with "1" argument(s): "At line:1 char:9
+ $_.a -gt ten
+         ~
You must provide a value expression following the '-gt' operator.

At line:1 char:10
+ $_.a -gt ten
+          ~~~
Unexpected token 'ten' in expression or statement."
At line:1 char:1
+ [scriptblock]::Create('$_.a -gt ten'); 'goes on'
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
+ FullyQualifiedErrorId : ParseException
goes on
`,
  );
  expect(wrapped).toBe("System.Management.Automation.ParseException\nParseException\n");
});

test("a missing method names the type that a custom object says it is", () => {
  expect(
    typed(
      "$x = [pscustomobject]@{ PSTypeName = 'My.Type'; a = 1 }; $x.Foo()",
      "([pscustomobject]@{ a = 1 }).Foo()",
    ).map((text) => text.split("\n")[0]),
  ).toEqual([
    "Method invocation failed because [My.Type] does not contain a method named 'Foo'.",
    "Method invocation failed because [System.Management.Automation.PSCustomObject] does not contain a method named 'Foo'.",
  ]);
});

test("CategoryInfo knows its target", () => {
  expect(
    typed(
      "Write-Error x -TargetObject abc -ErrorAction 0; $Error[0].CategoryInfo.ToString()",
      "Write-Error x -TargetObject ('y' * 60) -Category InvalidData -ErrorAction 0; \"$($Error[0].CategoryInfo)\"",
      "$info = $Error[0].CategoryInfo; $info.TargetName.Length; $info.TargetType; $info.Reason",
    ),
  ).toEqual([
    "NotSpecified: (abc:String) [Write-Error], WriteErrorException\n",
    `InvalidData: (${"y".repeat(19)}\u2026${"y".repeat(19)}:String) [Write-Error], WriteErrorException\n`,
    "60\nString\nWriteErrorException\n",
  ]);
});
