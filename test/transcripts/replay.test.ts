import { describe, expect, it } from "vitest";
import { replay } from "../../src/transcripts/index.js";
import type { Tolerance } from "../../src/transcripts/tolerance-names.js";
import { isSameText, withTolerances } from "../../src/transcripts/tolerances.js";

describe("replay", () => {
  it("answers questions as the transcript did", () => {
    const transcript = [
      "PS C:\\>function Set-It { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param([Parameter(Mandatory)]$Name) if ($PSCmdlet.ShouldProcess($Name)) { \"set $Name\" } }",
      "PS C:\\>Set-It",
      "",
      "cmdlet Set-It at command pipeline position 1",
      "Supply values for the following parameters:",
      "Name: Anna",
      "",
      "Confirm",
      "Are you sure you want to perform this action?",
      'Performing the operation "Set-It" on target "Anna".',
      '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): y',
      "set Anna",
      "PS C:\\>$x = Read-Host 'Who'; \"hello $x\"",
      "Who: Berg",
      "hello Berg",
    ].join("\n");
    expect(replay(transcript, { edition: "PowerShell5" }).report).toBe("");
  });

  it("shows what differs where it begins, and says that a question is left without an answer", () => {
    const { report, same } = replay("PS C:\\>Read-Host 'Who'\n\nPS C:\\>1 + 1\n3\n", { edition: "PowerShell5" });
    expect(same).toBe(false);
    expect(report).toBe(
      [
        "line 1: PS C:\\>Read-Host 'Who'",
        "in the transcript   shown now",
        "-----------------   -----------------",
        "␤                 | Who:",
        "It asks, and the transcript holds no answer: Who:",
        "",
        "line 3: PS C:\\>1 + 1",
        "in the transcript   shown now",
        "-----------------   -----------------",
        "3                 | 2",
      ].join("\n"),
    );
  });

  it("takes edition and width from the transcript", () => {
    const error = [
      "Get-Nothing : The term 'Get-Nothing' is not recognized as the name of a cmdlet, ",
      "function, script file, or operable program. Check the spelling of the name, or if ",
      "a path was included, verify that the path is correct and try again.",
      "At line:1 char:1",
      "+ Get-Nothing",
      "+ ~~~~~~~~~~~",
      "    + CategoryInfo          : ObjectNotFound: (Get-Nothing:String) [], CommandNot ",
    ];
    expect(replay(`PS C:\\>Get-Nothing\n${error.join("\n")}`).shell.edition).toBe("PowerShell5");
  });

  it.each([
    [
      "a window of another width",
      "PS C:\\>'x' * 70 | Out-String; Write-Error ('y' * 60)\n",
      { edition: "PowerShell5", width: 80 },
      { edition: "PowerShell5", width: 120 },
      { kind: "otherWidth", width: 80 },
    ],
    [
      "another edition",
      "PS C:\\>$PSVersionTable.PSVersion.Major\n",
      { edition: "PowerShell7" },
      { edition: "PowerShell5" },
      { kind: "otherEdition", edition: "PowerShell7" },
    ],
  ] as const)("guesses %s", (_, typed, recorded, replayed, cause) => {
    const shown = replay(typed, recorded).entries[0]?.shown;
    const again = replay(`${typed}${shown}`, replayed);
    expect(again.same).toBe(false);
    expect(again.entries[0]?.cause).toEqual(cause);
  });

  it("guesses a missing object and a cmdlet that is not emulated", () => {
    const causes = replay("[PS] C:\\>Get-Mailbox nobody\nAnna\n[PS] C:\\>Test-FederationTrust\nok\n").entries.map(
      ({ cause }) => cause?.kind,
    );
    expect(causes).toEqual(["missingObject", "notEmulated"]);
  });
});

describe("withTolerances", () => {
  it.each([
    ["trailingBlanks", "\nName  \n----  \n\n  x\n \n\n", "\nName\n----\n\n  x"],
    ["blankLines", "\n\na\n\nb\n", "a\nb"],
    ["columnWidths", "Name      Server\n----      ------\nanna      ex01 x", "Name Server\n-- --\nanna ex01 x"],
    ["columnWidths", "Name   : a\nAutoForward: b\nC\t\td", "Name : a\nAutoForward : b\nC d"],
    [
      "lineBreaks",
      "WARNING: two\nlines\n\nName : a long\n       value\n\na  b\nc  d",
      "WARNING:twolines\n\nName:alongvalue\n\nab\ncd",
    ],
    [
      "lineBreaks",
      "    + CategoryInfo : a\n    + FullyQualifiedErrorId : b\n   c",
      "+CategoryInfo:a\n+FullyQualifiedErrorId:bc",
    ],
    ["dashes", "Name Server\n---- ------\na    b\n", "Name Server\na    b\n"],
    [
      "guids",
      "[Server=EX1,RequestId=dc1431e3-c41b-4c0a-a5ec-a986753f53,TimeStamp=x]",
      "[Server=EX1,RequestId={guid},TimeStamp=x]",
    ],
    ["guids", "RunspaceId : 9d4496cb-c62d-459f-1102-50eb9a939221", "RunspaceId : {guid}"],
    [
      "dates",
      "3/18/2010 1:29:48 PM, 2010-03-18T13:29:48Z, Thursday, March 18, 2010 1:29:48 PM, at 1:29 PM, 00:00:01",
      "{date}, {date}, {date}, at {date}, 00:00:01",
    ],
  ] as const)("%s", (tolerance, text, normalized) => {
    expect(withTolerances(text, [tolerance])).toBe(normalized);
  });
});

describe("isSameText", () => {
  const masked: readonly Tolerance[] = ["maskedValues"];
  const omitted: readonly Tolerance[] = ["omittedLines"];
  it.each([
    ["a masked value", masked, "Name : ******@contoso.com\nId   : XXXX", "Name : anna@contoso.com\nId   : 7"],
    ["several in a line", masked, "'ADXXX.contoso.com' of '[removed]'", "'AD01.contoso.com' of 'EX1'"],
    ["lines left out", omitted, "a\n(...)\nc\n\n...\n", "a\nb\nc\nd"],
    ["both", [...masked, ...omitted], "Guid : ########\nName : b", "Guid : 1\nId   : 2\nName : b"],
    [
      "lines left out, and others broken",
      ["lineBreaks", ...omitted],
      "a long\nwarning",
      "a long warning\n\nName  Id\nb     1",
    ],
    [
      "a date at a break",
      ["lineBreaks", "dates"],
      "    + Stamp=17.10.2\n   023 10:55:40]",
      "    + Stamp=18.10.2023 9:00:00 AM]",
    ],
    [
      "times in names of files",
      ["dates"],
      "dagtask_2020-12-04_20-57-47.659_start",
      "dagtask_2013-06-03_09-00-00.000_start",
    ],
  ] as const)("forgives %s", (_, tolerances, told, now) => {
    expect(isSameText(told, now, tolerances)).toBe(true);
    expect(isSameText(told, now, [])).toBe(false);
  });

  it.each([
    ["what stands around a mask", masked, "Name : ******@contoso.com", "Name : anna@fabrikam.com"],
    ["a mask that nothing hides behind twice", masked, "ab******ba", "aba"],
    ["a row of asterisks of the shell's own", [], "***", "abc"],
    ["lines in another order", omitted, "b\na", "a\nb"],
    ["an entry of which nothing is left", omitted, "...", "a"],
    ["lines that the shell does not show", omitted, "a\nb", "a"],
  ] as const)("does not forgive %s", (_, tolerances, told, now) => {
    expect(isSameText(told, now, tolerances)).toBe(false);
  });
});
