// Sessions of machines' own PowerShell: documented (New-PSSession, about_Remote_Output, about_Remote_Troubleshooting).
import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { shown } from "../support.js";

const run = (lines: readonly string[], edition: "Exchange2010" | "Exchange2016" = "Exchange2016"): readonly string[] =>
  shown(lines, { edition, files: { "C:\\a.txt": "text" } });

describe("New-PSSession -ComputerName", () => {
  test("what is made in a session is there for the next command", () => {
    expect(
      run([
        "$s = New-PSSession BR-EX2010-MB",
        "Invoke-Command -Session $s { $x = 5; function Twice { 2 * $args[0] } }; Invoke-Command -Session $s { Twice $x; $env:COMPUTERNAME }; $null -eq $x",
      ]),
    ).toEqual(["10", "BR-EX2010-MB", "True"]);
  });
  test("each has its own, and its objects tell where they come from", () => {
    expect(
      run([
        "$s = New-PSSession -ComputerName BR-EX2010-MB, HO-EX2010-MB2",
        'Invoke-Command $s { $n = $env:COMPUTERNAME }; $o = Invoke-Command $s { [pscustomobject]@{ N = $n } }; $o | % { "$($_.N) $($_.PSComputerName) $($_.RunspaceId -eq $s[0].InstanceId)" }',
      ]),
    ).toEqual(["BR-EX2010-MB BR-EX2010-MB True", "HO-EX2010-MB2 HO-EX2010-MB2 False"]);
  });
  test("as it is listed", () => {
    expect(run(["New-PSSession BR-EX2010-MB"])).toEqual([
      "",
      " Id Name            ComputerName    ComputerType    State         ConfigurationName     Availability",
      " -- ----            ------------    ------------    -----         -----------------     ------------",
      "  2 WinRM2          BR-EX2010-MB    RemoteMachine   Opened        Microsoft.PowerShell     Available",
      "",
      "",
    ]);
  });
  test("a session that is removed runs nothing", () => {
    expect(run(["$s = New-PSSession BR-EX2010-MB; Remove-PSSession $s", "Invoke-Command -Session $s { 1 }"])[0]).toBe(
      "Invoke-Command : Because the session state for the session is not equal to Open, you cannot run a command in the ",
    );
  });
  test.each([
    ["New-PSSession EX99", "ComputerNotFound,PSSessionOpenFailed"],
    ["New-PSSession BR-EX2010-MB -UseSSL", "CannotConnect,PSSessionOpenFailed"],
    ["Invoke-Command BR-EX2010-MB { 1 } -UseSSL", "CannotConnect,PSSessionStateBroken"],
    ["Invoke-Command BR-EX2010-MB { 1 } -Port 5986", "CannotConnect,PSSessionStateBroken"],
    ["Invoke-Command BR-EX2010-MB { 1 } -ApplicationName other", "URLNotAvailable,PSSessionStateBroken"],
    [
      "Invoke-Command BR-EX2010-MB { 1 } -ConfigurationName Microsoft.PowerShell2",
      "CannotUseConfiguration,PSSessionStateBroken",
    ],
  ])("%s", (line, id) => {
    expect(run([line]).find((each) => each.includes("FullyQualifiedErrorId"))).toBe(
      `    + FullyQualifiedErrorId : ${id}`,
    );
  });
  test("what an endpoint that is not there says", () => {
    expect(run(["Invoke-Command BR-EX2010-MB { 1 } -ConfigurationName Microsoft.PowerShell2"])).toEqual([
      "[BR-EX2010-MB] Connecting to remote server BR-EX2010-MB failed with the following error message : The WS-Management ",
      "service cannot process the request. Cannot find the Microsoft.PowerShell2 session configuration in the WSMan: drive on ",
      "the BR-EX2010-MB computer. For more information, see the about_Remote_Troubleshooting Help topic.",
      "    + CategoryInfo          : OpenError: (BR-EX2010-MB:String) [], PSRemotingTransportException",
      "    + FullyQualifiedErrorId : CannotUseConfiguration,PSSessionStateBroken",
      " ",
    ]);
  });
  test("the ports and endpoints that a server has", () => {
    expect(
      run([
        "Invoke-Command BR-EX2010-MB { 1 } -Port 5985 -ConfigurationName Microsoft.PowerShell -ApplicationName wsman",
      ]),
    ).toEqual(["1"]);
  });
  test("jobs and copies of files", () => {
    expect(
      run([
        "$s = New-PSSession BR-EX2010-MB; Invoke-Command $s { $x = 7 }",
        "Invoke-Command $s { $x } -AsJob | Receive-Job -Wait; Copy-Item C:\\a.txt C:\\b.txt -ToSession $s; Invoke-Command $s { Get-Content C:\\b.txt }; Copy-Item C:\\b.txt C:\\c.txt -FromSession $s; Test-Path C:\\c.txt",
      ]),
    ).toEqual(["7", "text", "True"]);
  });
  test("a copy through an endpoint of Exchange is refused", () => {
    const lines = run([
      "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://HO-EX2010-MB1/PowerShell/",
      "Copy-Item C:\\a.txt C:\\b.txt -ToSession $s; Test-Path C:\\b.txt",
    ]);
    expect([lines[0]?.slice(0, 30), lines.at(-1)]).toEqual(["Copy-Item : The runspace canno", "False"]);
  });
  test("taken back and copied with the session", () => {
    const shell = createShell({ edition: "Exchange2016" });
    shell.run("$s = New-PSSession BR-EX2010-MB; Invoke-Command $s { $x = 1 }");
    const fork = shell.fork();
    shell.run("Invoke-Command $s { $x = 2 }");
    shell.undo();
    expect(shell.run("Invoke-Command $s { $x }").text).toBe("1\n");
    fork.run("Invoke-Command $s { $x = 3 }");
    expect(shell.run("Invoke-Command $s { $x }").text).toBe("1\n");
    expect(fork.run("Invoke-Command $s { $x }").text).toBe("3\n");
  });
});

describe("Invoke-Command -ConnectionUri", () => {
  const connect =
    "Invoke-Command -ConfigurationName Microsoft.Exchange -ConnectionUri http://HO-EX2010-MB1/PowerShell/ -Authentication Kerberos -AllowRedirection";
  test("runs on the Exchange server, and keeps no connection", () => {
    expect(run([`(${connect} { Get-ExchangeServer HO-EX2010-MB1 }).Name; @(Get-PSSession).Count`])).toEqual([
      "HO-EX2010-MB1",
      "1",
    ]);
  });
  test("a server that is not there", () => {
    const line = connect.replace("HO-EX2010-MB1", "EX99");
    expect(run([`${line} { 1 }`]).find((each) => each.includes("FullyQualifiedErrorId"))).toContain(
      "WinRMOperationTimeout,PSSessionOpenFailed",
    );
  });
});

describe("modules of another machine", () => {
  test("are listed and imported through its session", () => {
    expect(
      run([
        "$s = New-PSSession BR-EX2010-MB",
        "(Get-Module -PSSession $s -ListAvailable ActiveDirectory).Name; Import-Module -PSSession $s -Name ActiveDirectory; @(Get-Command Get-ADUser).Count",
      ]),
    ).toEqual(["ActiveDirectory", "1"]);
  });
  test("an endpoint of Exchange tells of none", () => {
    const [line] = run([
      "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://HO-EX2010-MB1/PowerShell/",
      "Get-Module -PSSession $s",
    ]);
    expect(line).toBe("Get-Module : The session is not open, or its endpoint has no modules that it tells of.");
  });
});
