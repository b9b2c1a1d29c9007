import { describe } from "vitest";
import { shows } from "../support.js";

describe("Export-Alias and Import-Alias", () => {
  shows(
    [
      [
        ["sal gmbx Get-Member -Description mine; Export-Alias a.csv gmbx, gci", "gc a.csv"],
        [
          "# Alias File",
          "# Exported by : Administrator",
          "# Date/Time : Monday, June 3, 2013 9:00:00 AM",
          "# Computer : HO-EX2010-MB1",
          '"gci","Get-ChildItem","","ReadOnly"',
          '"gmbx","Get-Member","mine","None"',
        ],
      ],
      [
        ["sal gmbx Get-Member; Export-Alias a.ps1 gmbx -As Script; gc a.ps1 | select -Last 1"],
        ['set-alias -Name:"gmbx" -Value:"Get-Member" -Description:"" -Option:"None"'],
      ],
      [
        ["sal gmbx Get-Member; Export-Alias a.csv gmbx; ri alias:gmbx; Import-Alias a.csv -PassThru"],
        [
          "",
          "CommandType     Name                                               Version    Source                                   ",
          "-----------     ----                                               -------    ------                                   ",
          "Alias           gmbx -> Get-Member                                                                                     ",
          "",
          "",
        ],
      ],
      [
        ["Export-Alias a.csv gci; Import-Alias a.csv"],
        [
          "Import-Alias : The alias is not allowed, because an alias with the name 'gci' already exists.",
          "At line:1 char:25",
          "+ Export-Alias a.csv gci; Import-Alias a.csv",
          "+                         ~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceExists: (gci:String) [Import-Alias], SessionStateException",
          "    + FullyQualifiedErrorId : AliasAlreadyExists,Microsoft.PowerShell.Commands.ImportAliasCommand",
          " ",
        ],
      ],
    ],
    { edition: "PowerShell5" },
  );
});
