// #requires in script files. Of PowerShell 7: as the real engine said it when it was asked; of Windows PowerShell the
// sentences are from memory.
import { describe, expect, it } from "vitest";
import { createShell, type EditionName } from "../../src/index.js";

function run(edition: EditionName, requirement: string, line = "C:\\r.ps1") {
  const files = { "C:\\r.ps1": `#requires ${requirement}\n'ran'\n` };
  const profile = edition === "PowerShell7" ? "$ErrorView = 'NormalView'" : "";
  return createShell({ edition, files, profile }).run(line);
}

const cannot = "The script 'r.ps1' cannot be run because";
const where = (id: string, category: string, exception: string): string =>
  [
    "At line:1 char:1",
    "+ C:\\r.ps1",
    "+ ~~~~~~~~",
    `+ CategoryInfo          : ${category}: (r.ps1:String) [], ${exception}`,
    `+ FullyQualifiedErrorId : ${id}`,
    "",
  ].join("\n");

describe("a script that asks for what the session is not", () => {
  it.each([
    [
      "-Version 99.0",
      `${cannot} it contained a "#requires" statement for PowerShell 99.0. The version of PowerShell that is required by the script does not match the currently running version of PowerShell 7.6.5.`,
      "ScriptRequiresUnmatchedPSVersion",
    ],
    [
      "-Version 4.5",
      `${cannot} it contained a "#requires" statement for PowerShell 4.5. The version of PowerShell that is required by the script does not match the currently running version of PowerShell 7.6.5.`,
      "ScriptRequiresUnmatchedPSVersion",
    ],
    [
      "-Modules NoSuch, Other",
      `${cannot} the following modules that are specified by the "#requires" statements of the script are missing: The module 'NoSuch' cannot be found..`,
      "ScriptRequiresMissingModules",
    ],
    [
      "-Modules @{ModuleName='NoSuch';ModuleVersion='2.0'}",
      `${cannot} the following modules that are specified by the "#requires" statements of the script are missing: The module 'NoSuch' cannot be found with ModuleVersion '2.0'..`,
      "ScriptRequiresMissingModules",
    ],
    [
      "-ShellId foo",
      "A #requires statement has specified only a shellID. #Requires statements must specify a required PowerShell snap-in when running in PowerShell.",
      "RequiresShellIDInvalidForSingleShell",
    ],
  ])("7: %s", (requirement, sentence, id) => {
    expect(run("PowerShell7", requirement).text).toBe(
      `C:\\r.ps1 : ${sentence}\n${where(id, "ResourceUnavailable", "ScriptRequiresException")}`,
    );
  });

  it("7: -PSEdition Desktop, in a category of its own", () => {
    expect(run("PowerShell7", "-PSEdition Desktop").text).toBe(
      `C:\\r.ps1 : ${cannot} it contained a "#requires" statement for PowerShell editions 'Desktop'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.\n${where("ScriptRequiresUnmatchedPSEdition", "NotSpecified", "RuntimeException")}`,
    );
  });

  it("ends the statement and not the line, and is caught", () => {
    const { text, errors } = run(
      "PowerShell7",
      "-Version 8",
      "try { C:\\r.ps1 } catch { 'caught' }; & C:\\r.ps1; 'after'",
    );
    expect(text).toMatch(/^caught\n& : The script 'r\.ps1' cannot be run [\s\S]*\nafter\n$/);
    expect(errors.map(({ id }) => id)).toEqual(["ScriptRequiresUnmatchedPSVersion"]);
  });

  it("runs nothing as a file either", () => {
    const shell = createShell({ edition: "PowerShell7", files: { "C:\\r.ps1": "#requires -Version 9\n'ran'\n" } });
    const { text, terminatingError } = shell.runScript("C:\\r.ps1");
    expect(text).not.toContain("ran\n");
    expect(terminatingError?.id).toBe("ScriptRequiresUnmatchedPSVersion");
  });

  it.each<[EditionName, string, string]>([
    ["Exchange2010", "-Version 3.0", "ScriptRequiresUnmatchedPSVersion"],
    ["PowerShell5", "-Version 7.0", "ScriptRequiresUnmatchedPSVersion"],
    ["PowerShell5", "-PSEdition Core", "ScriptRequiresUnmatchedPSEdition"],
    ["PowerShell5", "-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010", "ScriptRequiresMissingPSSnapIns"],
    ["Exchange2016", "-Modules NoSuch", "ScriptRequiresMissingModules"],
  ])("%s: %s", (edition, requirement, id) => {
    expect(run(edition, requirement).errors.map((error) => error.id)).toEqual([id]);
  });
});

describe("a script that asks for what the session is", () => {
  it.each<[EditionName, string]>([
    ["PowerShell7", "-Version 7.6"],
    ["PowerShell7", "-Version 5.1"],
    ["PowerShell7", "-PSEdition Core,Desktop"],
    ["PowerShell7", "-PSSnapin Anything"],
    ["PowerShell5", "-RunAsAdministrator"],
    ["PowerShell5", "-Modules Microsoft.PowerShell.Utility, ActiveDirectory"],
    ["Exchange2010", "-Version 2.0"],
    ["Exchange2010", "-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010"],
  ])("%s: %s", (edition, requirement) => {
    expect(run(edition, requirement).text).toBe("ran\n");
  });

  it("has the module loaded", () => {
    const line = "C:\\r.ps1; (Get-Module ActiveDirectory).Name";
    expect(run("PowerShell5", "-Modules @{ ModuleName = 'ActiveDirectory' }", line).text).toBe(
      "ran\nActiveDirectory\n",
    );
  });
});
