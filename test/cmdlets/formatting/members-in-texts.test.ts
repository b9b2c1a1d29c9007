import { expect, it } from "vitest";
import { createShell } from "../../../src/index.js";

/** Lines of one session, and the text of the last. */
const cases: readonly (readonly [what: string, lines: readonly string[], text: string])[] = [
  [
    "a ToString of the type table is the text of its objects",
    [
      "Update-TypeData -TypeName T.A -MemberType ScriptMethod -MemberName ToString -Value { 'T:' + $this.Name } -Force",
      "$o = [pscustomobject]@{ PSTypeName = 'T.A'; Name = 'n' }",
      '"$o"; [pscustomobject]@{ Ref = $o; All = @($o, $o) }',
    ],
    "T:n\n\nRef All\n--- ---\nT:n {T:n, T:n}\n\n",
  ],
  [
    "a script property that fails is nothing, wherever it is read",
    [
      "$o = [pscustomobject]@{ a = 1 }; $o | Add-Member ScriptProperty Bad { throw 'x' }",
      "try { \"[$($o.Bad)]\"; $o.Bad -eq $null; 'went on' } catch { 'caught' }",
    ],
    "[]\nTrue\nwent on\n",
  ],
  [
    "grouping without properties goes by the default keys of the type",
    [
      "Update-TypeData -TypeName T.B -DefaultKeyPropertySet Name",
      "'x', 'y', 'x' | % { [pscustomobject]@{ PSTypeName = 'T.B'; Name = $_; n = 1 } } | Group-Object | ft Count, Name",
    ],
    "\nCount Name\n----- ----\n    2 x\n    1 y\n\n",
  ],
  [
    "elements without a text of their own are shown by their name",
    ["[pscustomobject]@{ l = [regex]::Match('abcb', '(?<n>b)').Groups; g = 'a', 'b', 'a' | group }"],
    "\nl      g\n-      -\n{0, n} {a, b}\n\n",
  ],
  [
    "the definition of a function is what stands between its braces",
    ["function Foo { param($x) 'a' }; (Get-Command Foo).Definition"],
    " param($x) 'a' \n",
  ],
];

it.each(cases)("%s", (_what, lines, text) => {
  const shell = createShell({ edition: "PowerShell7" });
  expect(lines.map((line) => shell.run(line).text).at(-1)).toBe(text);
});

it("-ExcludeProperty alone leaves something out since PowerShell 6", () => {
  const line = "[pscustomobject]@{ a = 1; b = 2 } | select -ExcludeProperty b";
  expect(createShell({ edition: "PowerShell7" }).run(line).text).toBe("\na\n-\n1\n\n");
  expect(createShell({ edition: "PowerShell5" }).run(line).text).toBe("\na b\n- -\n1 2\n\n\n");
});
