import { describe } from "vitest";
import { fails, shows } from "../support.js";

const files = "mkdir C:\\t\\sub > $null; cd C:\\t; 'a' > a.txt; 'h' > h.txt; (gi h.txt).Attributes = 'Hidden'";
const names =
  "None, ReadOnly, Hidden, System, Directory, Archive, Device, Normal, Temporary, SparseFile, ReparsePoint, Compressed, Offline, NotContentIndexed, Encrypted, IntegrityStream, NoScrubData";

/** Rules asked of the engine of PowerShell 7.6. */
describe("hidden files", () => {
  shows([
    [[files, "Resolve-Path *.txt -Relative"], [".\\a.txt"]],
    [
      [files, "Resolve-Path *.txt -Relative -Force"],
      [".\\a.txt", ".\\h.txt"],
    ],
    [
      [files, "Test-Path h*; Test-Path h.txt"],
      ["False", "True"],
    ],
    [[files, "Get-Content *.txt"], ["a"]],
    [
      [files, "Get-Content *.txt -Force"],
      ["a", "h"],
    ],
    [
      [files, "dir -Attributes D,H -Name"],
      ["sub", "h.txt"],
    ],
    [[files, "dir -Attributes !D+!H -Name"], ["a.txt"]],
    [[files, "dir -File -Directory"], []],
    [
      "dir -Attributes Bogus",
      [
        'Get-ChildItem : Cannot bind parameter \'Attributes\'. Cannot convert value "Bogus" to type "System.Management.Automation.FlagsExpression`1[System.IO.FileAttributes]". Error: "Unable to match the identifier name Bogus to a valid enumerator name. Specify one of the following enumerator names and try again:',
        `${names}"`,
        "At line:1 char:17",
        "+ dir -Attributes Bogus",
        "+                 ~~~~~",
        "+ CategoryInfo          : InvalidArgument: (:) [Get-ChildItem], ParameterBindingException",
        "+ FullyQualifiedErrorId : CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.GetChildItemCommand",
      ],
    ],
  ]);
});

describe("locations that were left", () => {
  shows([
    [
      [files, 'cd sub; cd -; "$pwd"; cd +; "$pwd"'],
      ["C:\\t", "C:\\t\\sub"],
    ],
    [[files, 'cd sub; cd -; cd -; "$pwd"'], ["C:\\"]],
    [[files, 'pushd sub; popd; cd -; "$pwd"'], ["C:\\t\\sub"]],
  ]);
  fails([
    ["cd -", "cd : There is no location history left to navigate backwards.", "System.InvalidOperationException"],
    [
      [files, "cd sub; cd -; cd sub; cd +"],
      "cd : There is no location history left to navigate forwards.",
      "System.InvalidOperationException",
    ],
  ]);
});
