import { describe } from "vitest";
import { fails, shows } from "../support.js";

describe("variables", () => {
  shows([
    [["Set-Variable a,b 7", '"$a$b"'], ["77"]],
    [["1..3 | Set-Variable z", "$z.Count"], ["3"]],
    [["$x = 5", "Clear-Variable x", "$x -eq $null"], ["True"]],
    [["$x1 = 1; $x2 = 2", "(Get-Variable x? -ValueOnly) -join ' '"], ["1 2"]],
    ["Set-Variable x 5 -WhatIf", ['What if: Performing the operation "Set variable" on target "Name: x Value: 5".']],
    [["New-Variable ro 1 -Option ReadOnly; Set-Variable ro 2 -Force", "$ro"], ["2"]],
  ]);
  fails([
    [
      ["New-Variable k 1 -Option Constant", "Set-Variable k 2 -Force"],
      "Set-Variable : Cannot overwrite variable k because it is read-only or constant.",
      "VariableNotWritable",
    ],
    ["Get-Variable nope", "Get-Variable : Cannot find a variable with the name 'nope'.", "VariableNotFound"],
    [
      ["$v = 1", "New-Variable v 2"],
      "New-Variable : A variable with name 'v' already exists.",
      "VariableAlreadyExists",
    ],
  ]);
});

describe("aliases and commands", () => {
  shows([
    [["Set-Alias zz Write-Output", "zz hi"], ["hi"]],
    ["(Get-Alias gm).Definition", ["Get-Member"]],
    ["Get-Command % | % Definition", ["ForEach-Object"]],
    [
      ["function fx { param([Parameter(Mandatory)][string]$A,[int[]]$B) }", "(Get-Command fx -Syntax).Trim()"],
      ["fx [-A] <string> [[-B] <int[]>] [<CommonParameters>]"],
    ],
  ]);
  fails([
    [
      ["Set-Alias gm Get-Date"],
      "Set-Alias : Alias is not writeable because alias gm is read-only or constant and cannot be written to.",
      "AliasNotWritable",
    ],
    [
      "Get-Alias nope",
      "Get-Alias : This command cannot find a matching alias because an alias with the name 'nope' does not exist.",
      "ItemNotFoundException",
    ],
  ]);
});

describe("the session", () => {
  shows([
    [["'a'", "'b'", "(Get-History).CommandLine -join ' '"], ["'a' 'b'"]],
    ["$t = Measure-Command { Start-Sleep 5 }; $t.TotalSeconds", ["5"]],
    ["(Get-Random -Minimum 3 -Maximum 4),(1..3 | Get-Random -Count 3 | measure -Sum).Sum", ["3", "6"]],
    ["Invoke-Command { param($a) $a + 1 } -ArgumentList 4", ["5"]],
    ["iex '1 + 1'", ["2"]],
  ]);
});
