// Get-Command's filters and lists are asked of the running engine (7.6); the others are documented, their errors from memory.
import { describe } from "vitest";
import { shows } from "./support.js";

const files = {
  "C:\\o.xml": "",
};

describe("Parameters that are seldom used", () => {
  shows(
    [
      [
        "Get-Culture fr-FR",
        [
          "",
          "LCID             Name             DisplayName",
          "----             ----             -----------",
          "1036             fr-FR            French (France)",
          "",
        ],
      ],
      [
        "'de-DE', 'xx-XX' | Get-Culture | % Name",
        [
          "de-DE",
          "Get-Culture : The emulator has no culture 'xx-XX'. It has en-US, de-DE, fr-FR, en-GB, it-IT, es-ES, nl-NL, sv-SE, pt-BR, ja-JP.",
          "At line:1 char:20",
          "+ 'de-DE', 'xx-XX' | Get-Culture | % Name",
          "+                    ~~~~~~~~~~~",
          "+ CategoryInfo          : NotImplemented: (xx-XX:String) [Get-Culture], NotSupportedException",
          "+ FullyQualifiedErrorId : NotEmulated,Microsoft.PowerShell.Commands.GetCultureCommand",
        ],
      ],
      ["(Get-Culture -ListAvailable).Name -contains 'ja-JP'", ["True"]],
      [
        "New-Guid -InputObject 11111111222233334444555555555555; New-Guid x",
        [
          "",
          "Guid",
          "----",
          "11111111-2222-3333-4444-555555555555",
          "New-Guid : Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
          "At line:1 char:57",
          "+ New-Guid -InputObject 11111111222233334444555555555555; New-Guid x",
          "+                                                         ~~~~~~~~~~",
          "+ CategoryInfo          : InvalidArgument: (:) [New-Guid], FormatException",
          "+ FullyQualifiedErrorId : StringNotRecognizedAsGuid,Microsoft.PowerShell.Commands.NewGuidCommand",
          "",
        ],
      ],
      [
        "1, 2, 3 | Export-Clixml o.xml; Import-Clixml o.xml -IncludeTotalCount -First 1 | % ToString",
        ["Unknown total count", "1"],
      ],
      [
        "New-PSDrive T FileSystem C:\\ -Persist",
        [
          "New-PSDrive : When you use the Persist parameter, the root must be a file system location on a remote computer.",
          "At line:1 char:1",
          "+ New-PSDrive T FileSystem C:\\ -Persist",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : InvalidOperation: (T:String) [New-PSDrive], PSInvalidOperationException",
          "+ FullyQualifiedErrorId : DriveRootNotNetworkPath,Microsoft.PowerShell.Commands.NewPSDriveCommand",
        ],
      ],
      [
        "$null = New-PSDrive T FileSystem C:\\; Remove-PSDrive T -PSProvider Variable; Remove-PSDrive T -PSProvider File*; Test-Path T:",
        [
          "Remove-PSDrive : Cannot find drive. A drive with the name 'T' does not exist.",
          "At line:1 char:39",
          "+ … Drive T FileSystem C:\\; Remove-PSDrive T -PSProvider Variable; Remove …",
          "+                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (T:String) [Remove-PSDrive], DriveNotFoundException",
          "+ FullyQualifiedErrorId : DriveNotFound,Microsoft.PowerShell.Commands.RemovePSDriveCommand",
          "False",
        ],
      ],
      ["Get-Command -ParameterType scriptblock -ParameterName Process | % Name", ["ForEach-Object"]],
      [
        "Get-Command *-Module -ExcludeModule Microsoft.PowerShell.Core; Get-Command Import-Module -ExcludeModule nosuch | % Name",
        ["Import-Module"],
      ],
      [
        "function foo { param($x) }; Get-Command foo | fl; Get-Command % | fl",
        [
          "",
          "Name        : foo",
          "CommandType : Function",
          "Definition  :  param($x) ",
          "",
          "",
          "DisplayName       : % -> ForEach-Object",
          "CommandType       : Alias",
          "Definition        : ForEach-Object",
          "ReferencedCommand : ForEach-Object",
          "ResolvedCommand   : ForEach-Object",
          "",
        ],
      ],
    ],
    { files },
  );
});
