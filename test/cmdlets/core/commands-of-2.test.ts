import { describe } from "vitest";
import { shows } from "../support.js";

const common =
  "[-Verbose] [-Debug] [-ErrorAction <ActionPreference>] [-WarningAction <ActionPreference>] [-ErrorVariable <String>] [-WarningVariable <String>] [-OutVariable <String>] [-OutBuffer <Int32>]";

/** Documented by "Getting detailed help information" and "Redirecting data with Out-* cmdlets". */
describe("commands as PowerShell 2.0 shows them", () => {
  shows(
    [
      ["Get-Command Write-Debug -Syntax", [`Write-Debug [-Message] <String> ${common}`, ""]],
      [
        "(Get-Command Set-Alias).Definition",
        [
          `Set-Alias [-Name] <String> [-Value] <String> [-Description <String>] [-Option <ScopedItemOptions>] [-PassThru] [-Scope <String>] [-Force] ${common} [-WhatIf] [-Confirm]`,
          "",
        ],
      ],
      [
        "Get-Command Get-Item, mkdir",
        [
          "",
          "CommandType     Name                                                Definition                                         ",
          "-----------     ----                                                ----------                                         ",
          "Cmdlet          Get-Item                                            Get-Item [-Path] <String[]> [-Filter <String>] [...",
          "Function        mkdir                                               ...                                                ",
          "",
          "",
        ],
      ],
    ],
    { edition: "Exchange2010" },
  );
});

describe("functions of the console", () => {
  shows([
    ["Get-Command mkdir, cd.., C:, prompt | % CommandType", ["Function", "Function", "Function", "Function"]],
    ["(dir function:c*).Name", ["C:", "cd..", "cd\\", "Clear-Host"]],
    ["function f1 { 1 }; (dir function:f*).Name", ["F:", "f1"]],
    ["Test-Path function:mkdir; Test-Path function:nope", ["True", "False"]],
    ["function more { 'mine' }; (dir function:mo*).Name; more", ["more", "mine"]],
  ]);
});
