// Modules of a session: PowerShell's own, those of Windows, and what was imported from a server.
import { describe } from "vitest";
import { shows } from "../support.js";

describe("Get-Module of PowerShell 7", () => {
  shows([
    [
      "Get-Module",
      [
        "",
        "ModuleType Version    PreRelease Name                                ExportedCommands",
        "---------- -------    ---------- ----                                ----------------",
        "Manifest   7.0.0.0               Microsoft.PowerShell.Management     {Add-Content, Clear-Content, Convert-Path, Copy-I\u2026",
        "Manifest   7.0.0.0               Microsoft.PowerShell.Utility        {Add-Member, Clear-Variable, Compare-Object, Conv\u2026",
        "",
      ],
    ],
    ["Get-Module nope", []],
    ['"$(Get-Module *Management)"', ["Microsoft.PowerShell.Management"]],
    [
      "Get-Module -ListAvailable *Host",
      [
        "",
        "    Directory: C:\\Program Files\\PowerShell\\7\\Modules",
        "",
        "",
        "ModuleType Version    PreRelease Name                                PSEdition ExportedCommands",
        "---------- -------    ---------- ----                                --------- ----------------",
        "Manifest   7.0.0.0               Microsoft.PowerShell.Host                     {Start-Transcript, Stop-Transcript}",
        "",
      ],
    ],
    [
      "Remove-Module nope",
      [
        "Remove-Module : No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
        "At line:1 char:1",
        "+ Remove-Module nope",
        "+ ~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : ResourceUnavailable: (:) [Remove-Module], InvalidOperationException",
        "+ FullyQualifiedErrorId : Modules_NoModulesRemoved,Microsoft.PowerShell.Commands.RemoveModuleCommand",
      ],
    ],
    [["Import-Module ActiveDirectory -PassThru | % Name", "Remove-Module activedirectory", "Get-Module Active*"], []],
    ["Import-Module ActiveDirectory -PassThru | % Name", ["ActiveDirectory"]],
  ]);
});

describe("Get-Module of Windows PowerShell 5.1", () => {
  shows(
    [
      [
        "Get-Module -ListAvailable *Host",
        [
          "",
          "",
          "    Directory: C:\\Windows\\system32\\WindowsPowerShell\\v1.0\\Modules",
          "",
          "",
          `ModuleType Version    Name                                ExportedCommands${" ".repeat(45)}`,
          `---------- -------    ----                                ----------------${" ".repeat(45)}`,
          `Manifest   3.1.0.0    Microsoft.PowerShell.Host           {Start-Transcript, Stop-Transcript}${" ".repeat(26)}`,
          "",
          "",
        ],
      ],
    ],
    { edition: "PowerShell5" },
  );
});

describe("Get-Module of the Exchange Management Shell", () => {
  shows(
    [
      [
        "Get-Module ho-ex2010*",
        [
          "",
          `ModuleType Name                      ExportedCommands${" ".repeat(66)}`,
          `---------- ----                      ----------------${" ".repeat(66)}`,
          "Script     ho-ex2010-mb1.exchange... {Add-ADPermission, Add-AttachmentFilterEntry, Add-AvailabilityAddressSpace, Add...",
          "",
          "",
        ],
      ],
      // What 2.0 has not loaded, it does not look into.
      [
        "Get-Module -ListAvailable ActiveDirectory",
        [
          "",
          `ModuleType Name                      ExportedCommands${" ".repeat(66)}`,
          `---------- ----                      ----------------${" ".repeat(66)}`,
          `Manifest   ActiveDirectory           {}${" ".repeat(80)}`,
          "",
          "",
        ],
      ],
    ],
    { edition: "Exchange2010" },
  );
});
