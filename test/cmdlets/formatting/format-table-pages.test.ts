// What the engine shows of hashtables among other objects, of pages and of views that are not there (asked of it).
import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { shows } from "../support.js";

describe("-RepeatHeader", () => {
  const rows = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2));

  test("writes the header again on every page", () => {
    const { text } = createShell({ edition: "PowerShell7", height: 20 }).run(
      "1..35 | % { [pscustomobject]@{n=$_} } | ft -RepeatHeader",
    );
    const lines = ["", " n", " -", ...rows(1, 16), "", " n", " -", ...rows(17, 32), "", " n", " -", ...rows(33, 35)];
    expect(text).toBe(`${lines.join("\n")}\n\n`);
  });
  test("a text has no pages", () => {
    const { text } = createShell({ edition: "PowerShell7", height: 20 }).run(
      "(1..35 | % { [pscustomobject]@{n=$_} } | ft -RepeatHeader | Out-String -Stream | ? { $_ -eq ' n' } | measure).Count",
    );
    expect(text).toBe("1\n");
  });
});

describe("objects in a collection that is one object of the pipeline", () => {
  shows([
    [",(@{a=1},@{b=2}) | ft", ["System.Collections.Hashtable", "System.Collections.Hashtable"]],
    ["fl -InputObject @{a=1},'x'", ["System.Collections.Hashtable", "x"]],
    [",([pscustomobject]@{q=1},@{a=1})", ["", "q", "-", "1", "System.Collections.Hashtable", ""]],
  ]);
});

describe("errors", () => {
  shows([
    [
      "Get-Command Get-Command | ft -View nope",
      [
        "ft : The view name nope cannot be found. Specify one of the following Table views and try again: CommandInfo.",
        "At line:1 char:27",
        "+ Get-Command Get-Command | ft -View nope",
        "+                           ~~~~~~~~~~~~~",
        "+ CategoryInfo          : ObjectNotFound: (nope:String) [Format-Table], PipelineStoppedException",
        "+ FullyQualifiedErrorId : FormatViewNotFound,Microsoft.PowerShell.Commands.FormatTableCommand",
      ],
    ],
    [
      ["$t = @([pscustomobject]@{n=1},[pscustomobject]@{n=2} | ft n)", "1; $t[2] | Out-Host"],
      [
        "1",
        'out-lineoutput : The object of type "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData" is not valid or not in the correct sequence. This is likely caused by a user-specified "format-*" command which is conflicting with the default formatting.',
        "At line:1 char:4",
        "+ 1; $t[2] | Out-Host",
        "+    ~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidData: (:) [out-lineoutput], InvalidOperationException",
        "+ FullyQualifiedErrorId : ConsoleLineOutputOutOfSequencePacket,Microsoft.PowerShell.Commands.OutLineOutputCommand",
      ],
    ],
  ]);
});
