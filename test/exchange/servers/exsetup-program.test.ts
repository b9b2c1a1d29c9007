import { describe, expect, it } from "vitest";
import { buildTopology, createShell, type EditionName } from "../../../src/index.js";

function shellOn(edition: EditionName, version: string) {
  const topology = buildTopology({ domain: "contoso.com", servers: [{ name: "EX01", version }] });
  return createShell({ edition, topology });
}

describe("ExSetup.exe", () => {
  it("tells its version, as a table (facts: get-command.1)", () => {
    expect(
      shellOn("Exchange2016", "15.1.2507.44").run("Get-Command Exsetup.exe | ForEach {$_.FileVersionInfo}").text,
    ).toBe(`
ProductVersion   FileVersion      FileName${" ".repeat(77)}
--------------   -----------      --------${" ".repeat(77)}
15.01.2507.044   15.01.2507.044   C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\ExSetup.exe${" ".repeat(23)}


`);
  });

  it("is a program with a list of its own (facts: get-command.2)", () => {
    expect(shellOn("Exchange2016", "15.1.2507.44").run("Get-Command Exsetup.exe | fl").text).toBe(`

Name            : ExSetup.exe
CommandType     : Application
Definition      : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\ExSetup.exe
Extension       : .exe
Path            : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\ExSetup.exe
FileVersionInfo : File:             C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\ExSetup.exe
                  InternalName:     ExSetup.exe
                  OriginalFilename: ExSetup.exe
                  FileVersion:      15.01.2507.044
                  FileDescription:  
                  Product:          Microsoft® Exchange
                  ProductVersion:   15.01.2507.044
                  Debug:            False
                  Patched:          False
                  PreRelease:       False
                  PrivateBuild:     False
                  SpecialBuild:     False
                  Language:         Language Neutral
                  



`);
  });

  it("is where the release has its programs, and runs nothing here", () => {
    const shell = shellOn("Exchange2010", "14.3.123.4");
    expect(shell.run("(Get-Command exsetup).FileVersionInfo.FileVersion; (gcm exsetup).Path").text).toBe(
      "14.03.0123.004\nC:\\Program Files\\Microsoft\\Exchange Server\\V14\\bin\\ExSetup.exe\n",
    );
    expect(shell.run("exsetup").errors[0]?.id).toBe("NotEmulated");
    expect(createShell({ edition: "PowerShell7" }).run("Get-Command exsetup").errors[0]?.id).toBe(
      "CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand",
    );
  });
});
