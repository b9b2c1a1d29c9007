import { describe } from "vitest";
import { fails, shows } from "../support.js";

const environmentEntry = (name: string, value: string) => [
  "",
  "Name                           Value",
  "----                           -----",
  `${name.padEnd(30)} ${value}`,
  "",
];

/** Texts asked of the engine of PowerShell 7.6, through its `$ExecutionContext.InvokeProvider`. */
describe("items of drives that hold no files", () => {
  shows([
    [["New-Item env:E1 -Value abc | Out-Null", "Rename-Item env:E1 E9 -PassThru"], environmentEntry("E9", "abc")],
    [["$env:E1 = 'abc'", "Copy-Item env:E1 env:E2 -PassThru"], environmentEntry("E2", "abc")],
    [["$env:E1 = 'abc'; Set-Location env:", "Rename-Item E1 E2", "Get-Item E2"], environmentEntry("E2", "abc")],
    [["function foo { 'here' }", "Rename-Item function:foo bar; bar"], ["here"]],
    [["function foo { 'here' }", "Copy-Item function:foo function:bar; bar"], ["here"]],
    [["Set-Alias gg Get-Date; Rename-Item alias:gg hh", "(Get-Alias hh).Definition"], ["Get-Date"]],
    [["$v = 5; Rename-Item variable:v w", '"$v,$w"'], [",5"]],
    [["$v = 5; Copy-Item variable:v variable:w", '"$v,$w"'], ["5,5"]],
  ]);
  fails([
    [["$env:E1 = 'a'", "New-Item env:E1 -Value b"], "New-Item : The item at path 'E1' already exists.", "Argument"],
    [
      "New-Item env:E1",
      'New-Item : Cannot process argument because the value of argument "value" is null. Change the value of argument "value" to a non-null value.',
      "ArgumentNull",
    ],
    [
      "New-Item function:f -Value 5",
      'New-Item : Cannot process argument because the value of argument "value" is not valid. Change the value of the "value" argument and run the operation again.',
      "Argument",
    ],
    [
      "New-Item C:\\x -ItemType Bogus",
      'New-Item : The type is not a known type for the file system. Only "file","directory" or "symboliclink" can be specified.',
      "Argument",
    ],
    [["$a = 1; $b = 2", "Rename-Item variable:a b"], "Rename-Item : The item at path 'b' already exists.", "Argument"],
    [
      "Rename-Item variable:PID x",
      "Rename-Item : Cannot rename variable because variable PID is read-only or constant.",
      "CannotRenameVariable",
    ],
    [
      "Rename-Item env:* x",
      "Rename-Item : Cannot rename item because the path resolved to multiple items. Only one item can be renamed at a time.",
      "Argument",
    ],
    [
      "Copy-Item variable:PID env:q",
      "Copy-Item : Source and destination path did not resolve to the same provider.",
      "Argument",
    ],
    [
      ["'x' > C:\\t.txt", "Copy-Item C:\\t.txt env:q"],
      "Copy-Item : Source and destination path did not resolve to the same provider.",
      "Argument",
    ],
    [
      ["$env:E1 = 'a'", "Move-Item env:E1 env:E2"],
      "Move-Item : The NavigationCmdletProvider methods are not supported by this provider.",
      "NotSupported",
    ],
    [
      ["$env:E1 = 'a'", "Move-Item env:E1 C:\\"],
      "Move-Item : Cannot move the item because the source and destination paths did not resolve to the same provider.",
      "Argument",
    ],
    [
      "Copy-Item env:nope env:q",
      "Copy-Item : Cannot find path 'Env:\\nope' because it does not exist.",
      "PathNotFound",
    ],
    ["Get-Item alias:nope", "Get-Item : Cannot find path 'Alias:\\nope' because it does not exist.", "PathNotFound"],
    [
      "Get-Content function:nope",
      "Get-Content : Cannot find path 'Function:\\nope' because it does not exist.",
      "PathNotFound",
    ],
    ["Get-ChildItem env:nope", "Get-ChildItem : Cannot find path 'nope' because it does not exist.", "PathNotFound"],
  ]);
});
