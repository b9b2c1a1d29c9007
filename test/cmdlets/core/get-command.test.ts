import { describe } from "vitest";
import { shows } from "../support.js";

const head = [
  "",
  "CommandType     Name                                               Version    Source",
  "-----------     ----                                               -------    ------",
];

// PowerShell 7.6, asked; the version is that of the modules here.
describe("Get-Command", () => {
  shows([
    [
      "Get-Command Get-Comand -UseFuzzyMatching -FuzzyMinimumDistance 1",
      [
        ...head,
        "Cmdlet          Get-Command                                        7.0.0.0    Microsoft.PowerShell.Core",
        "",
      ],
    ],
    [
      'Get-Command get-histor -UseFuzzyMatching -CommandType Cmdlet | where Name -like *-history | % { "$_ $($_.Score)" }',
      ["Get-History 1", "Add-History 4", "Clear-History 5"],
    ],
    ["Get-Command get-hisotry -UseFuzzyMatching -FuzzyMinimumDistance 1 | % Name", ["Get-History"]],
    ["Get-Command xyzxyzxyzxyzxyzxyz -UseFuzzyMatching", []],
    [
      "function Import-PowerShellDataFile{}; gcm i-psdf -UseAbbreviationExpansion; gcm ip-psdf -UseAbbreviationExpansion",
      [...head, "Function        Import-PowerShellDataFile                                     ", ""],
    ],
    [
      "function MyFunThing{}; (gcm mft -UseAbbreviationExpansion).Name; gcm m-ft -UseAbbreviationExpansion",
      ["MyFunThing"],
    ],
    ["gcm xx-yy -UseAbbreviationExpansion", []],
    [
      "gcm gh -UseFuzzyMatching -FuzzyMinimumDistance 0 -Syntax; function Get-Foo { param($a) }; gcm g-f -UseAbbreviationExpansion -Syntax",
      ["g-f (alias) -> Get-Foo", "", "g-f [[-a] <Object>]", ""],
    ],
    [
      "Get-Command Get-History -ShowCommandInfo",
      [
        "",
        "Name          : Get-History",
        "ModuleName    : Microsoft.PowerShell.Core",
        "Module        : @{Name=}",
        "CommandType   : Cmdlet",
        "Definition    : ",
        "                Get-History [[-Id] <long[]>] [[-Count] <int>] [<CommonParameters>]",
        "                ",
        "ParameterSets : {@{Name=__AllParameterSets; IsDefault=False; Parameters=System.Management.Automation.PSObject[]}}",
        "",
      ],
    ],
    [
      "(gcm Get-History -ShowCommandInfo).parametersets[0].parameters.Name -join ' '",
      [
        "Id Count Verbose Debug ErrorAction WarningAction InformationAction ProgressAction ErrorVariable WarningVariable InformationVariable OutVariable OutBuffer PipelineVariable",
      ],
    ],
    [
      "(Get-Command Get-History -ShowCommandInfo).ParameterSets[0].Parameters[0]",
      [
        "",
        "Name                : Id",
        "IsMandatory         : False",
        "ValueFromPipeline   : True",
        "Position            : 0",
        "ParameterType       : @{FullName=System.Int64[]; IsEnum=False; IsArray=True; EnumValues=System.Collections.ArrayList; ",
        "                      HasFlagAttribute=False; ElementType=; ImplementsDictionary=False}",
        "HasParameterSet     : False",
        "ValidParamSetValues : {}",
        "",
      ],
    ],
    [
      'function Get-Foo{param([dayofweek]$d,[ValidateSet("a","b")][string]$s)}; $p = (gcm get-foo -ShowCommandInfo).ParameterSets[0].Parameters; $p[0].ParameterType; $p[1]',
      [
        "",
        "FullName             : System.DayOfWeek",
        "IsEnum               : True",
        "IsArray              : False",
        "EnumValues           : {Sunday, Monday, Tuesday, Wednesday…}",
        "HasFlagAttribute     : False",
        "ElementType          : ",
        "ImplementsDictionary : False",
        "",
        "Name                : s",
        "IsMandatory         : False",
        "ValueFromPipeline   : False",
        "Position            : 1",
        "ParameterType       : @{FullName=System.String; IsEnum=False; IsArray=False; EnumValues=System.Collections.ArrayList; ",
        "                      HasFlagAttribute=False; ElementType=; ImplementsDictionary=False}",
        "HasParameterSet     : True",
        "ValidParamSetValues : {a, b}",
        "",
      ],
    ],
    [
      "gcm ipmo -ShowCommandInfo",
      [
        "",
        "Name          : ipmo",
        "ModuleName    : ",
        "Module        : @{Name=}",
        "CommandType   : Alias",
        "Definition    : Import-Module",
        "ParameterSets : {}",
        "",
      ],
    ],
    [
      "gcm Get-Command -ShowCommandInfo -Syntax",
      [
        "gcm : The ShowCommandInfo and Syntax parameters cannot be specified together.",
        "At line:1 char:1",
        "+ gcm Get-Command -ShowCommandInfo -Syntax",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidArgument: (:) [Get-Command], PSArgumentException",
        "+ FullyQualifiedErrorId : GetCommandCannotSpecifySyntaxAndShowCommandInfoTogether,Microsoft.PowerShell.Commands.GetCommandCommand",
      ],
    ],
  ]);
});
