// -Stream (documented: what consoles show of it), -Credential (asked of the engine's providers, 7.6), -RelativeBasePath.
import { describe } from "vitest";
import { shows } from "../support.js";

const files = {
  "C:\\a.txt": "hello",
  "C:\\d\\b.txt": "x",
};

describe("Streams, credentials and base paths", () => {
  shows(
    [
      [
        [
          "Set-Content a.txt -Stream Zone.Identifier -Value '[ZoneTransfer]', 'ZoneId=3'; Add-Content a.txt -Stream zone.identifier 'HostUrl=about:internet'",
          "Get-Content a.txt -Stream Zone.Identifier; Get-Content a.txt; (Get-Item a.txt).Length; Get-Item a.txt -Stream * | ft Stream, Length",
        ],
        [
          "[ZoneTransfer]",
          "ZoneId=3",
          "HostUrl=about:internet",
          "hello",
          "5",
          "",
          "Stream          Length",
          "------          ------",
          ":$DATA               5",
          "Zone.Identifier     50",
          "",
        ],
      ],
      [
        ["Set-Content a.txt -Stream secret 'x'", "Get-Item a.txt -Stream secret"],
        [
          "",
          "PSPath        : Microsoft.PowerShell.Core\\FileSystem::C:\\a.txt:secret",
          "PSParentPath  : Microsoft.PowerShell.Core\\FileSystem::C:\\",
          "PSChildName   : a.txt:secret",
          "PSDrive       : C",
          "PSProvider    : Microsoft.PowerShell.Core\\FileSystem",
          "PSIsContainer : False",
          "FileName      : C:\\a.txt",
          "Stream        : secret",
          "Length        : 3",
          "",
        ],
      ],
      [
        "Get-Content a.txt -Stream nosuch",
        [
          "Get-Content : Could not open the alternate data stream 'nosuch' of the file 'C:\\a.txt'.",
          "At line:1 char:1",
          "+ Get-Content a.txt -Stream nosuch",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (C:\\a.txt:String) [Get-Content], FileNotFoundException",
          "+ FullyQualifiedErrorId : GetContentReaderFileNotFoundError,Microsoft.PowerShell.Commands.GetContentCommand",
        ],
      ],
      [
        "Get-Item a.txt -Stream nosuch",
        [
          "Get-Item : Could not open the alternate data stream 'nosuch' of the file 'C:\\a.txt'.",
          "At line:1 char:1",
          "+ Get-Item a.txt -Stream nosuch",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (C:\\a.txt:String) [Get-Item], FileNotFoundException",
          "+ FullyQualifiedErrorId : AlternateDataStreamNotFound,Microsoft.PowerShell.Commands.GetItemCommand",
        ],
      ],
      [
        [
          "Set-Content a.txt -Stream one 'x'; Set-Content a.txt -Stream two 'y'; Clear-Content a.txt -Stream two; Remove-Item a.txt -Stream one",
          'Get-Item a.txt -Stream * | % { "$($_.Stream) $($_.Length)" }; Remove-Item a.txt -Stream one; Get-Content a.txt',
        ],
        [
          ":$DATA 5",
          "two 0",
          "Remove-Item : Could not open the alternate data stream 'one' of the file 'C:\\a.txt'.",
          "At line:1 char:63",
          '+ …  "$($_.Stream) $($_.Length)" }; Remove-Item a.txt -Stream one; Get-Co …',
          "+                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (C:\\a.txt:String) [Remove-Item], FileNotFoundException",
          "+ FullyQualifiedErrorId : AlternateDataStreamNotFound,Microsoft.PowerShell.Commands.RemoveItemCommand",
          "hello",
        ],
      ],
      [
        [
          "Set-Content a.txt -Stream Zone.Identifier 'ZoneId=3'; Copy-Item a.txt b.txt",
          "Unblock-File a.txt; (Get-Item a.txt -Stream *).Stream; (Get-Item b.txt -Stream *).Stream; Unblock-File b.txt -WhatIf; Unblock-File nosuch",
        ],
        [
          ":$DATA",
          ":$DATA",
          "Zone.Identifier",
          'What if: Performing the operation "Unblock-File" on target "C:\\b.txt".',
          "Unblock-File : Cannot find path 'C:\\nosuch' because it does not exist.",
          "At line:1 char:119",
          "+ … xt -Stream *).Stream; Unblock-File b.txt -WhatIf; Unblock-File nosuch",
          "+                                                     ~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (C:\\nosuch:String) [Unblock-File], ItemNotFoundException",
          "+ FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.UnblockFileCommand",
        ],
      ],
      [
        [
          "$c = [pscredential]::new('u', (ConvertTo-SecureString x -AsPlainText -Force))",
          "Get-Content a.txt -Credential $c",
        ],
        [
          "Get-Content : The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.",
          "At line:1 char:1",
          "+ Get-Content a.txt -Credential $c",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : NotImplemented: (:) [Get-Content], PSNotSupportedException",
          "+ FullyQualifiedErrorId : NotSupported,Microsoft.PowerShell.Commands.GetContentCommand",
        ],
      ],
      [
        [
          "$c = [pscredential]::new('u', (ConvertTo-SecureString x -AsPlainText -Force))",
          "Test-Path a.txt, variable:x -Credential $c; Join-Path C:\\ b -Credential $c; Get-Item a.txt -Credential ([pscredential]::Empty) | % Name",
        ],
        [
          "Test-Path : The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.",
          "At line:1 char:1",
          "+ Test-Path a.txt, variable:x -Credential $c; Join-Path C:\\ b -Credenti …",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : NotImplemented: (:) [Test-Path], PSNotSupportedException",
          "+ FullyQualifiedErrorId : NotSupported,Microsoft.PowerShell.Commands.TestPathCommand",
          "Test-Path : The provider does not support the use of credentials. Perform the operation again without specifying credentials.",
          "At line:1 char:1",
          "+ Test-Path a.txt, variable:x -Credential $c; Join-Path C:\\ b -Credenti …",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : NotImplemented: (:) [Test-Path], PSNotSupportedException",
          "+ FullyQualifiedErrorId : NotSupported,Microsoft.PowerShell.Commands.TestPathCommand",
          "Join-Path : The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.",
          "At line:1 char:45",
          "+ … xt, variable:x -Credential $c; Join-Path C:\\ b -Credential $c; Get-It …",
          "+                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : NotImplemented: (:) [Join-Path], PSNotSupportedException",
          "+ FullyQualifiedErrorId : NotSupported,Microsoft.PowerShell.Commands.JoinPathCommand",
          "a.txt",
        ],
      ],
      [
        "Resolve-Path b.txt -RelativeBasePath C:\\d; Resolve-Path b.txt -Relative -RelativeBasePath d; Resolve-Path b.txt -RelativeBasePath nosuch",
        [
          "",
          "Path",
          "----",
          "C:\\d\\b.txt",
          ".\\b.txt",
          "Resolve-Path : Cannot find path 'C:\\nosuch' because it does not exist.",
          "At line:1 char:94",
          "+ … tive -RelativeBasePath d; Resolve-Path b.txt -RelativeBasePath nosuch",
          "+                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (C:\\nosuch:String) [Resolve-Path], ItemNotFoundException",
          "+ FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.ResolvePathCommand",
          "",
        ],
      ],
    ],
    { files },
  );
});
