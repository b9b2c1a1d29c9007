import { describe, expect, it } from "vitest";
import { replay } from "../../src/transcripts/index.js";
import { withTolerances } from "../../src/transcripts/tolerances.js";

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
    const causes = replay("[PS] C:\\>Get-Mailbox nobody\nAnna\n[PS] C:\\>Test-SmtpConnectivity\nok\n").entries.map(
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
