import { describe } from "vitest";
import { fails, shows } from "../support.js";

const object = "$o = [pscustomobject]@{Alpha=1; Beta='b'; Gamma=1,2}";

describe("Select-Object picks properties", () => {
  shows([
    [
      [object, "$o | select beta,Nope"],
      ["", "Beta Nope", "---- ----", "b    ", ""],
    ],
    [
      [object, "$o | select * -ExcludeProperty G*"],
      ["", "Alpha Beta", "----- ----", "    1 b", ""],
    ],
    [[object, "$o | select @{n='Twice';e={$_.Alpha*2}} | % Twice"], ["2"]],
    [
      [object, "$o | select -ExpandProperty gamma"],
      ["1", "2"],
    ],
    [[object, "($o | select Alpha -ExpandProperty Gamma)[1].Alpha"], ["1"]],
    ["'abc' | select Length | % { $_.psobject.TypeNames[0] }", ["Selected.System.String"]],
    ["@{a=1} | select a | % a", ["1"]],
    ["$null | select a", []],
  ]);
});

describe("Select-Object picks by place", () => {
  shows([
    ["(1..10 | select -First 2 -Last 1) -join ' '", ["1 2 10"]],
    ["(1..10 | select -Skip 8) -join ' '", ["9 10"]],
    ["(1..5 | select -Skip 1 -Last 2) -join ' '", ["3 4"]],
    ["(1..5 | select -SkipLast 3) -join ' '", ["1 2"]],
    ["('a','b','c' | select -Index 2,0,2) -join ' '", ["a c"]],
    ["('a','b','c' | select -SkipIndex 1) -join ' '", ["a c"]],
    ["@(1..3 | select -First 0).Count", ["0"]],
    ["$n = 0; $null = 1..100 | % { $n++; $_ } | select -First 3; $n", ["3"]],
  ]);
});

describe("Select-Object -Unique keeps the first of its kind", () => {
  shows([
    ["('b','a','B','b' | select -Unique) -join ' '", ["b a B"]],
    ["('b','a','B' | select -Unique -CaseInsensitive) -join ' '", ["b a"]],
    ["(1,'1',1.0,2 | select -Unique) -join ' '", ["1 2"]],
    ["@([pscustomobject]@{a=1},[pscustomobject]@{a=1},[pscustomobject]@{a=2} | select a -Unique).Count", ["2"]],
    ["@(1..5000 | select @{n='k';e={$_ % 7}} -Unique).Count", ["7"]],
  ]);
});

describe("Select-Object refuses", () => {
  fails([
    ["1 | select @{n='x'}", "select : A mandatory entry for expression is missing.", "DictionaryKeyMandatoryEntry"],
    ["1 | select @{e={1};width=3}", "select : The width key is not valid.", "DictionaryKeyIllegal"],
    ["'x' | select -ExpandProperty zz", 'select : Property "zz" cannot be found.', "ExpandPropertyNotFound"],
    [
      [object, "$o | select Alpha,alpha"],
      'select : The property cannot be processed because the property "Alpha" already exists.',
      "AlreadyExistingUserSpecifiedPropertyNoExpand",
    ],
  ]);
});
