import { describe } from "vitest";
import { fails, shows } from "../support.js";

describe("Where-Object", () => {
  shows([
    ["1..4 | where { $_ -gt 2 }", ["3", "4"]],
    ["1,2 | where { $false; $false }", ["1", "2"]],
    ["'a','bb' | where Length -eq 2", ["bb"]],
    ["'a','B' | where { $_ } | where Length -in 1,5", ["a", "B"]],
    ["1,'x' | select @{n='v';e={$_}} | where v -is [string] | % v", ["x"]],
    ["[pscustomobject]@{on=$true},[pscustomobject]@{on=$false} | where on | % on", ["True"]],
    ["@{n='k'} | where n -like k* | % n", ["k"]],
  ]);
  fails([
    [
      "1 | where Length 5",
      "where : An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle",
      "OperatorNotSpecified",
    ],
    [
      "'abc' | where -Property Length -gt",
      "where : The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.",
      "ValueNotSpecifiedForWhereObject",
    ],
    [
      "[pscustomobject]@{v=5} | where v -gt abc",
      'where : The \'Igt\' operator failed: Cannot convert value "abc" to type "System.Int32". Error: "The input string \'abc\' was not in a correct format."',
      "OperatorFailed",
    ],
  ]);
});

describe("ForEach-Object", () => {
  shows([
    ['1..2 | % { "p$_" }', ["p1", "p2"]],
    ["1..2 | % { 'b' } { \"p$_\" } { 'e' }", ["b", "p1", "p2", "e"]],
    ["1..2 | % -Begin { 'b' } -Process { $_ } -End { 'e' }", ["b", "1", "2", "e"]],
    ["'a','bc' | % Length", ["1", "2"]],
    ["'hello' | % Substring 1 3", ["ell"]],
    ["@{k=5} | % k", ["5"]],
    ["[pscustomobject]@{a=1,2} | % a", ["1", "2"]],
    [
      "'abc' | % ToUpper -WhatIf",
      ['What if: Performing the operation "Invoke method \'ToUpper\'" on target "InputObject: abc".'],
    ],
  ]);
  fails([
    ["'abc' | % Nope 1", '% : Input name "Nope" cannot be resolved to a method.', "MethodNotFound"],
    ["$null | % Substring 1", "% : You cannot call a method on a null-valued expression.", "InvokeMethodOnNull"],
    [
      "1 | % { $_ } -WhatIf",
      "% : The -WhatIf and -Confirm parameters are not supported for script blocks.",
      "NoShouldProcessForScriptBlockSet",
    ],
  ]);
});
