import { describe } from "vitest";
import { shows } from "../support.js";

// What consoles show, as pages and logs have it.
describe("a file whose directory is not there", () => {
  shows([
    [
      "[pscustomobject]@{a=1} | Export-Csv C:\\no\\x.csv",
      [
        "Export-Csv : Could not find a part of the path 'C:\\no\\x.csv'.",
        "At line:1 char:26",
        "+ [pscustomobject]@{a=1} | Export-Csv C:\\no\\x.csv",
        "+                          ~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : OpenError: (:) [Export-Csv], DirectoryNotFoundException",
        "+ FullyQualifiedErrorId : FileOpenFailure,Microsoft.PowerShell.Commands.ExportCsvCommand",
      ],
    ],
    [
      ["md C:\\d > $null", "1 | Out-File C:\\d"],
      [
        "Out-File : Access to the path 'C:\\d' is denied.",
        "At line:1 char:5",
        "+ 1 | Out-File C:\\d",
        "+     ~~~~~~~~~~~~~",
        "+ CategoryInfo          : OpenError: (:) [Out-File], UnauthorizedAccessException",
        "+ FullyQualifiedErrorId : FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand",
      ],
    ],
  ]);
  shows(
    [
      [
        ["'x' > C:\\a.txt", "Copy-Item C:\\a.txt C:\\no\\b.txt"],
        [
          "Copy-Item : Could not find a part of the path 'C:\\no\\b.txt'.",
          "At line:1 char:1",
          "+ Copy-Item C:\\a.txt C:\\no\\b.txt",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotSpecified: (:) [Copy-Item], DirectoryNotFoundException",
          "    + FullyQualifiedErrorId : System.IO.DirectoryNotFoundException,Microsoft.PowerShell.Commands.CopyItemCommand",
          " ",
        ],
      ],
    ],
    { edition: "PowerShell5" },
  );
});

describe("parts of paths", () => {
  shows([
    [
      "Split-Path a -Qualifier",
      [
        "Split-Path : Cannot parse path because path 'a' does not have a qualifier specified.",
        "At line:1 char:1",
        "+ Split-Path a -Qualifier",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidArgument: (a:String) [Split-Path], FormatException",
        "+ FullyQualifiedErrorId : ParsePathFormatError,Microsoft.PowerShell.Commands.SplitPathCommand",
      ],
    ],
    [
      "Join-Path Z: b",
      [
        "Join-Path : Cannot find drive. A drive with the name 'Z' does not exist.",
        "At line:1 char:1",
        "+ Join-Path Z: b",
        "+ ~~~~~~~~~~~~~~",
        "+ CategoryInfo          : ObjectNotFound: (Z:String) [Join-Path], DriveNotFoundException",
        "+ FullyQualifiedErrorId : DriveNotFound,Microsoft.PowerShell.Commands.JoinPathCommand",
      ],
    ],
    ["Join-Path HKLM:\\Software x; Join-Path variable: x", ["HKLM:\\Software\\x", "variable:\\x"]],
    [
      ["md C:\\d > $null", "Push-Location C:\\d", "(Get-Location -Stack).Path; Pop-Location; Get-Location -Stack"],
      ["C:\\"],
    ],
  ]);
});
