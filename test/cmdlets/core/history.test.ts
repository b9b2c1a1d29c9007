import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { fails, shows } from "../support.js";

// Asked of the engine of PowerShell 7; the emulated clock stands still within a line.
const typed = ["1", "2", "3", "4", "5", "6"];
const ids = "(Get-History).Id -join ','";

describe("Clear-History", () => {
  shows([
    [[...typed, "Clear-History", ids], ["7"]],
    [[...typed, "Clear-History -Id 2", ids], ["1,3,4,5,6,7"]],
    [[...typed, "Clear-History -Id 4 -Count 2", ids], ["1,2,5,6,7"]],
    [[...typed, "Clear-History -Id 4 -Count 2 -Newest", ids], ["1,2,3,6,7"]],
    [[...typed, "Clear-History -Id 4 -Count 20", ids], ["5,6,7"]],
    [[...typed, "Clear-History -Count 2", ids], ["3,4,5,6,7"]],
    [[...typed, "Clear-History -Count 2 -Newest", ids], ["1,2,3,4,7"]],
    [[...typed, "Clear-History -CommandLine 2,3", ids], ["1,4,5,6,7"]],
    [[...typed, "2", "Clear-History -CommandLine 2 -Count 1", ids], ["1,3,4,5,6,7,8"]],
    [[...typed, "2", "Clear-History -CommandLine 2 -Count 1 -Newest", ids], ["1,2,3,4,5,6,8"]],
    [[...typed, "Clear-History -CommandLine zz", ids], ["1,2,3,4,5,6,7"]],
    [[...typed, "Clear-History -Id 4,5,99", ids], ["1,2,3,6,7"]],
    [
      ["1", "Clear-History -WhatIf"],
      [
        'What if: Performing the operation "Clear-History" on target "This command will clear all the entries from the session history.".',
      ],
    ],
    [
      "Clear-History -CommandLine x, y -Count 2",
      [
        "Clear-History : The count cannot be combined with multiple CommandLine parameters.",
        "At line:1 char:1",
        "+ Clear-History -CommandLine x, y -Count 2",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidArgument: (System.String[]:String[]) [Clear-History], ArgumentException",
        "+ FullyQualifiedErrorId : NoCountWithMultipleCmdLine ,Microsoft.PowerShell.Commands.ClearHistoryCommand",
      ],
    ],
    [
      "Clear-History -Id 99",
      [
        "Clear-History : Cannot locate the history for Id 99.",
        "At line:1 char:1",
        "+ Clear-History -Id 99",
        "+ ~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : ObjectNotFound: (99:Int64) [Clear-History], ArgumentException",
        "+ FullyQualifiedErrorId : GetHistoryNoHistoryForId,Microsoft.PowerShell.Commands.ClearHistoryCommand",
      ],
    ],
  ]);
  fails([
    [
      "Clear-History -Id 1, 2 -Count 2",
      "Clear-History : The count cannot be combined with multiple Ids.",
      "GetHistoryNoCountWithMultipleIds",
    ],
  ]);
});

describe("Add-History", () => {
  const made = (command: string): string =>
    `[pscustomobject]@{CommandLine='dir';ExecutionStatus='Completed';StartExecutionTime='1/1/2020';EndExecutionTime='1/2/2020'} | ${command}`;
  shows([
    [
      ["1", "Get-History | Add-History", "Get-History"],
      [
        "",
        "  Id     Duration CommandLine",
        "  --     -------- -----------",
        "   1        0.000 1",
        "   2        0.000 Get-History | Add-History",
        "   3        0.000 1",
        "",
      ],
    ],
    [
      made("Add-History -Passthru | fl *"),
      [
        "",
        "Id                 : 2",
        "CommandLine        : dir",
        "ExecutionStatus    : Completed",
        "StartExecutionTime : 1/1/2020 12:00:00\u202fAM",
        "EndExecutionTime   : 1/2/2020 12:00:00\u202fAM",
        "Duration           : 1.00:00:00",
        "",
      ],
    ],
    [
      "[pscustomobject]@{CommandLine='dir'} | Add-History",
      [
        "Add-History : Cannot add history because the input object has a format that is not valid.",
        "At line:1 char:40",
        "+ [pscustomobject]@{CommandLine='dir'} | Add-History",
        "+                                        ~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidData: (@{CommandLine=dir}:PSObject) [Add-History], InvalidDataException",
        "+ FullyQualifiedErrorId : AddHistoryInvalidInput,Microsoft.PowerShell.Commands.AddHistoryCommand",
      ],
    ],
  ]);

  test("durations begin with the first part that is not zero", () => {
    const shell = createShell({ edition: "PowerShell7" });
    const row = (text: string): string => text.split("\n")[3]?.slice(4, 17).trim() ?? "";
    const durations = [0.5, 59.9999, 61.5, 3599, 35999, 360000].map((seconds) => {
      const line = `[pscustomobject]@{CommandLine='d';ExecutionStatus='Completed';StartExecutionTime='1/1/2020';EndExecutionTime=([datetime]'1/1/2020').AddSeconds(${seconds})} | Add-History -Passthru`;
      return row(shell.run(line).text);
    });
    expect(durations).toEqual(["0.500", "59.999", "1:01.500", "59:59.000", "9:59:59.000", "…0:00:00.000"]);
  });
});

describe("Invoke-History", () => {
  shows([
    [
      ["1", "2", "Invoke-History 1; 5", "Get-History"],
      [
        "",
        "  Id     Duration CommandLine",
        "  --     -------- -----------",
        "   1        0.000 1",
        "   2        0.000 2",
        "   3        0.000 1",
        "",
      ],
    ],
    [
      ["1", "Start-Sleep 2", "Get-History -Count 1"],
      ["", "  Id     Duration CommandLine", "  --     -------- -----------", "   2        2.000 Start-Sleep 2", ""],
    ],
  ]);
  fails([
    [
      "Get-History 1, 2 -Count 2",
      "Get-History : The count cannot be combined with multiple Ids.",
      "GetHistoryNoCountWithMultipleIds",
    ],
  ]);
});
