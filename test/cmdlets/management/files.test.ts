import { describe } from "vitest";
import { fails, shows } from "../support.js";

describe("files", () => {
  shows([
    [
      ["Set-Content t.txt one,two; Add-Content t.txt three", "Get-Content t.txt"],
      ["one", "two", "three"],
    ],
    [
      ["1..6 | Set-Content t.txt", "(Get-Content t.txt -TotalCount 2) + (Get-Content t.txt -Tail 1)"],
      ["1", "2", "6"],
    ],
    [["'a','b' | Set-Content t.txt", "(Get-Content t.txt -Raw).Length"], ["6"]],
    [
      [
        "New-Item d -ItemType Directory | Out-Null; 'x' | Set-Content d\\f.txt",
        "Test-Path D:\\F.TXT; Test-Path d/F.txt",
      ],
      ["False", "True"],
    ],
    [
      ["'x' | Set-Content a.txt; Copy-Item a.txt b.txt; Rename-Item a.txt c.txt", "(Get-ChildItem).Name -join ' '"],
      ["b.txt c.txt"],
    ],
    [["New-Item d -ItemType Directory | Out-Null; Set-Location d", "(Get-Location).Path"], ["C:\\d"]],
    ["Split-Path C:\\a\\b.txt; Split-Path a/b.tar.gz -Leaf; Join-Path a\\ \\b", ["C:\\a", "b.tar.gz", "a\\b"]],
    [
      ["Set-Item variable:made 5", "$made; Test-Path variable:made"],
      ["5", "True"],
    ],
  ]);
  fails([
    [
      "Get-Content nope.txt",
      "Get-Content : Cannot find path 'C:\\nope.txt' because it does not exist.",
      "PathNotFound",
    ],
    ["Get-Item Q:\\x", "Get-Item : Cannot find drive. A drive with the name 'Q' does not exist.", "DriveNotFound"],
    [
      "Remove-Item alias:gm",
      "Remove-Item : Alias was not removed because alias gm is constant or read-only.",
      "AliasNotRemovable",
    ],
  ]);
});
