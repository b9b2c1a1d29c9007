import { describe, expect, test } from "vitest";
import { shown, shows } from "../support.js";

const files = { "C:\\logs\\a.log": "one\ntwo\nthree\n", "C:\\logs\\old\\b.log": "two\n", "C:\\c.txt": "two\n" };

describe("a file in the console", () => {
  shows(
    [
      [
        ["cd C:\\logs", "Select-String two C:\\logs\\a.log, C:\\logs\\old\\b.log, C:\\c.txt"],
        ["", "a.log:2:two", "old\\b.log:1:two", "C:\\c.txt:1:two", ""],
      ],
      [
        ["cd C:\\", "Select-String two c.txt"],
        ["", "c.txt:1:two", ""],
      ],
      [["cd C:\\logs", '"$(Select-String two a.log)"'], ["C:\\logs\\a.log:2:two"]],
      [["cd C:\\logs", "(Select-String two a.log).RelativePath('C:\\')"], ["logs\\a.log"]],
    ],
    { files },
  );
});

describe("files from the pipeline are searched", () => {
  shows(
    [
      ["Get-ChildItem C:\\logs -Recurse -Filter *.log | Select-String two | % Filename", ["a.log", "b.log"]],
      ["Get-Item C:\\c.txt | Select-String two -List | % { $_.Path }", ["C:\\c.txt"]],
    ],
    { files },
  );
  test("a directory cannot be read as a file", () => {
    expect(shown("Select-String two C:\\logs\\*", { files })).toEqual([
      "",
      "logs\\a.log:2:two",
      "Select-String : The file C:\\logs\\old cannot be read: Access to the path 'C:\\logs\\old' is denied.",
      "At line:1 char:1",
      "+ Select-String two C:\\logs\\*",
      "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~",
      "+ CategoryInfo          : InvalidArgument: (:) [Select-String], ArgumentException",
      "+ FullyQualifiedErrorId : ProcessingFile,Microsoft.PowerShell.Commands.SelectStringCommand",
      "",
    ]);
  });
});

// The class's documentation: display contexts leave out what overlaps, the others do not.
describe("lines around matches are shown once", () => {
  shows([
    ["'l1','hit','hit2','l4' | Select-String hit -Context 1", ["", "  l1", "> hit", "> hit2", "  l4", ""]],
    [
      "'a','hit','x','y','z','hit','b' | Select-String hit -Context 2",
      ["", "  a", "> hit", "  x", "  y", "  z", "> hit", "  b", ""],
    ],
    [
      "('l1','hit','hit2','l4' | Select-String hit -Context 1)[1].Context | % { \"$($_.PreContext)|$($_.PostContext)|$($_.DisplayPreContext)|$($_.DisplayPostContext)\" }",
      ["hit|l4||l4"],
    ],
    ["('x' | Select-String x).Context -eq $null", ["True"]],
  ]);
});
