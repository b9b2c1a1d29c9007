import { describe } from "vitest";
import { fails, shows } from "../support.js";

describe("Group-Object", () => {
  shows([
    ["('b','a','B' | group | % { \"$($_.Name)=$($_.Count)\" }) -join ' '", ["a=1 b=2"]],
    ["(1..5 | group { $_ % 2 } | % { $_.Group -join ',' }) -join ' '", ["2,4 1,3,5"]],
    ["('x','y','x' | group -AsHashTable -AsString).x.Count", ["2"]],
    ["([pscustomobject]@{k='a'},[pscustomobject]@{k=$null} | group k | % Count) -join ' '", ["1 1"]],
  ]);
  shows([["('b','a','B' | group | % Name) -join ' '", ["b a"]]], { edition: "PowerShell5" });
  fails([
    [
      "1 | group -AsString",
      "group : The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.",
      "ArgumentException",
    ],
  ]);
});

describe("Measure-Object", () => {
  shows([
    [
      "(1..4 | measure -Sum -Average -Maximum -Minimum -StandardDeviation | % { $_.Sum,$_.Average,$_.Maximum,$_.Minimum }) -join ' '",
      ["10 2.5 4 1"],
    ],
    ["(1..4 | measure -AllStats).StandardDeviation", ["1.29099444873581"]],
    ["('pear','Apple' | measure -Maximum).Maximum", ["pear"]],
    ["('10','9' | measure -Maximum).Maximum", ["10"]],
    ["(@{a=2},@{a=3} | measure a -Sum).Sum", ["5"]],
    ['"a b`nc",\'\' | measure -Line -Word -Character | % { "$($_.Lines) $($_.Words) $($_.Characters)" }', ["2 3 5"]],
    ["[pscustomobject]@{a=1} | measure zz -Sum", []],
  ]);
  fails([["'a' | measure -Sum | Out-Null", 'measure : Input object "a" is not numeric.', "NonNumericInputObject"]]);
});

describe("Compare-Object", () => {
  shows([
    [
      'Compare-Object 1,2,3 2,3,4 -IncludeEqual | % { "$($_.InputObject)$($_.SideIndicator)" }',
      ["2==", "3==", "4=>", "1<="],
    ],
    [
      'Compare-Object 1,2 3,4 -SyncWindow 0 | % { "$($_.InputObject)$($_.SideIndicator)" }',
      ["3=>", "1<=", "4=>", "2<="],
    ],
    ["Compare-Object 'a','b' 'B','A'", []],
    ["@(Compare-Object 'a','b' 'B','A' -CaseSensitive).Count", ["4"]],
  ]);
});

// Consoles of 5.1 and reports of 2.0, in scripts that work around it.
describe("a property that no object has", () => {
  const line = "try { 'a' | Measure-Object nope -Sum -ErrorAction Stop } catch { $_.Exception.Message }";
  shows([[line, ['The property "nope" cannot be found in the input for any objects.']]], { edition: "Exchange2013" });
  shows([[line, ['Property "nope" cannot be found in any object(s) input.']]], { edition: "Exchange2010" });
});
