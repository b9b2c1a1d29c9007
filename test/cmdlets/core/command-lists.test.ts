import { describe } from "vitest";
import { shows } from "../support.js";

// PowerShell 7.6, asked; the assemblies' places from listings of Windows consoles.
describe("commands as lists", () => {
  shows([
    [
      "Get-Command % | Format-List",
      [
        "",
        "DisplayName       : % -> ForEach-Object",
        "CommandType       : Alias",
        "Definition        : ForEach-Object",
        "ReferencedCommand : ForEach-Object",
        "ResolvedCommand   : ForEach-Object",
        "",
      ],
    ],
    [
      "Get-Command Get-Unique | Format-List Path, DLL, HelpFile, ImplementingType, Verb, Noun",
      [
        "",
        "DLL              : C:\\Program Files\\PowerShell\\7\\Microsoft.PowerShell.Commands.Utility.dll",
        "HelpFile         : Microsoft.PowerShell.Commands.Utility.dll-Help.xml",
        "ImplementingType : Microsoft.PowerShell.Commands.GetUniqueCommand",
        "Verb             : Get",
        "Noun             : Unique",
        "",
      ],
    ],
    [
      "(Get-Command Where-Object | Get-Member -MemberType Property).Name -join ' '",
      [
        "CommandType DefaultParameterSet Definition DLL HelpFile HelpUri ImplementingType Module ModuleName Name Noun Options OutputType Parameters ParameterSets PSSnapIn RemotingCapability Source Verb Version Visibility",
      ],
    ],
  ]);
  shows(
    [
      [
        "Get-Command Get-Unique | Format-List",
        [
          "",
          "",
          "Name             : Get-Unique",
          "CommandType      : Cmdlet",
          "Definition       : ",
          "                   Get-Unique [-InputObject <psobject>] [-AsString] [<CommonParameters>]",
          "                   ",
          "                   Get-Unique [-InputObject <psobject>] [-OnType] [<CommonParameters>]",
          "                   ",
          "Path             : ",
          "AssemblyInfo     : ",
          "DLL              : C:\\Windows\\Microsoft.Net\\assembly\\GAC_MSIL\\Microsoft.PowerShell.Commands.Utility\\v4.0_3.0.0.0__31bf3",
          "                   856ad364e35\\Microsoft.PowerShell.Commands.Utility.dll",
          "HelpFile         : Microsoft.PowerShell.Commands.Utility.dll-Help.xml",
          "ParameterSets    : {[-InputObject <psobject>] [-AsString] [<CommonParameters>], [-InputObject <psobject>] [-OnType] ",
          "                   [<CommonParameters>]}",
          "ImplementingType : Microsoft.PowerShell.Commands.GetUniqueCommand",
          "Verb             : Get",
          "Noun             : Unique",
          "",
          "",
          "",
        ],
      ],
    ],
    { edition: "PowerShell5" },
  );
});

describe("what is rarely asked", () => {
  shows([
    [
      "[ordered]@{a=1} | Format-List -Expand CoreOnly",
      [
        "",
        "Count          : 1",
        "IsReadOnly     : False",
        "Keys           : {a}",
        "Values         : {1}",
        "IsFixedSize    : False",
        "SyncRoot       : {[a, 1]}",
        "IsSynchronized : False",
        "",
      ],
    ],
    [
      "[regex]'a'",
      [
        "",
        "Options RightToLeft MatchTimeout",
        "------- ----------- ------------",
        "   None       False -00:00:00.0010000",
        "",
      ],
    ],
    [
      "[timezoneinfo]::Utc | Format-Table Id, BaseUtcOffset",
      ["", "Id  BaseUtcOffset", "--  -------------", "UTC 00:00:00", ""],
    ],
    [
      "[timezoneinfo]::FindSystemTimeZoneById('w. europe standard time').BaseUtcOffset.Hours; [timezoneinfo]::Local.Id",
      ["1", "UTC"],
    ],
    ['"$([pscustomobject]@{h=[int]; i=[string[]]})"', ["@{h=int; i=string[]}"]],
    [
      "Invoke-History 99",
      [
        "Invoke-History : Cannot locate the history for Id 99.",
        "At line:1 char:1",
        "+ Invoke-History 99",
        "+ ~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : ObjectNotFound: (99:Int64) [Invoke-History], ArgumentException",
        "+ FullyQualifiedErrorId : InvokeHistoryNoHistoryForId,Microsoft.PowerShell.Commands.InvokeHistoryCommand",
      ],
    ],
  ]);
});
