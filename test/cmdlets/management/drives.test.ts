import { describe } from "vitest";
import { shows } from "../support.js";

const files = {
  "C:\\data\\a.txt": "one\r\ntwo\r\nthree\r\n",
  "C:\\data\\b.csv": "x,y\r\n1,2\r\n",
  "C:\\data\\sub\\deep\\c.txt": "hi\r\n",
};

describe("drives and locations", () => {
  shows(
    [
      [
        "Get-PSDrive",
        [
          "",
          "Name           Used (GB)     Free (GB) Provider      Root                                               CurrentLocation",
          "----           ---------     --------- --------      ----                                               ---------------",
          "Alias                                  Alias                                                                           ",
          "C                  42.12         84.87 FileSystem    C:\\                                                               ",
          "Env                                    Environment                                                                     ",
          "Function                               Function                                                                        ",
          "Variable                               Variable                                                                        ",
          "",
          "",
        ],
      ],
      [
        "Get-PSDrive C | fl",
        [
          "",
          "",
          "Name            : C",
          "Description     : ",
          "Provider        : Microsoft.PowerShell.Core\\FileSystem",
          "Root            : C:\\",
          "CurrentLocation : ",
          "",
          "",
          "",
        ],
      ],
      [
        "Get-PSProvider F*",
        [
          "",
          "Name                 Capabilities                                      Drives                                          ",
          "----                 ------------                                      ------                                          ",
          "FileSystem           Filter, ShouldProcess, Credentials                {C}                                             ",
          "Function             ShouldProcess                                     {Function}                                      ",
          "",
          "",
        ],
      ],
      [
        ["New-PSDrive X FileSystem C:\\data\\sub", "cd X:\\deep; pwd; dir"],
        [
          "",
          "Path   ",
          "----   ",
          "X:\\deep",
          "",
          "LastWriteTime : 6/3/2013 9:00:00 AM",
          "Length        : 4",
          "Name          : c.txt",
          "",
          "",
          "",
        ],
      ],
      [
        "New-PSDrive Y FileSystem C:\\nope",
        [
          'New-PSDrive : The specified drive root "C:\\nope" either does not exist, or it is not a folder.',
          "At line:1 char:1",
          "+ New-PSDrive Y FileSystem C:\\nope",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ReadError: (:) [New-PSDrive], IOException",
          "    + FullyQualifiedErrorId : DriveRootError,Microsoft.PowerShell.Commands.NewPSDriveCommand",
          " ",
        ],
      ],
      [
        ["New-PSDrive X FileSystem C:\\data | Out-Null; Remove-PSDrive X", "dir X:\\"],
        [
          "dir : Cannot find drive. A drive with the name 'X' does not exist.",
          "At line:1 char:1",
          "+ dir X:\\",
          "+ ~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (X:String) [Get-ChildItem], DriveNotFoundException",
          "    + FullyQualifiedErrorId : DriveNotFound,Microsoft.PowerShell.Commands.GetChildItemCommand",
          " ",
        ],
      ],
      [
        "dir HKLM:\\Software",
        [
          "dir : The emulator has no items of the drive HKLM:. Get-PSDrive lists the drives that it has.",
          "At line:1 char:1",
          "+ dir HKLM:\\Software",
          "+ ~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotImplemented: (HKLM:String) [Get-ChildItem], NotSupportedException",
          "    + FullyQualifiedErrorId : NotEmulated,Microsoft.PowerShell.Commands.GetChildItemCommand",
          " ",
        ],
      ],
      [
        ["cd env:", "dir comp*; pwd"],
        [
          "",
          "Name                           Value                                                                                   ",
          "----                           -----                                                                                   ",
          "COMPUTERNAME                   HO-EX2010-MB1                                                                           ",
          "",
          "Drive        : Env",
          "Provider     : Microsoft.PowerShell.Core\\Environment",
          "ProviderPath : ",
          "Path         : Env:\\",
          "",
          "",
          "",
        ],
      ],
      [
        ["$env:LAB = 'yes'; Set-Item env:LAB no", "gc env:LAB; ri env:LAB; Test-Path env:LAB"],
        ["no", "False"],
      ],
      [
        ["pushd data -StackName s; pushd sub -StackName s", "gl -StackName s; popd -StackName s; pwd"],
        ["", "Path   ", "----   ", "C:\\data", "C:\\    ", "C:\\data", "", ""],
      ],
      [
        ["cd data\\sub", "Resolve-Path C:\\data\\a.txt -Relative; Convert-Path .; cd..; pwd"],
        ["..\\a.txt", "C:\\data\\sub", "", "Path   ", "----   ", "C:\\data", "", ""],
      ],
      [
        "Pop-Location -StackName nope",
        [
          "Pop-Location : Cannot find location stack 'nope'. It does not exist or it is not a container.",
          "At line:1 char:1",
          "+ Pop-Location -StackName nope",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [Pop-Location], PSArgumentException",
          "    + FullyQualifiedErrorId : Argument,Microsoft.PowerShell.Commands.PopLocationCommand",
          " ",
        ],
      ],
    ],
    { edition: "PowerShell5", files },
  );
});
