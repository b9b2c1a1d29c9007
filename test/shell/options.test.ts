import { describe, expect, it } from "vitest";
import { createShell, restoreShell } from "../../src/index.js";

describe("options of createShell", () => {
  it("`now` sets the clock, `timeZone` what local time is", () => {
    const line = "Get-Date -Format o; [datetime]::UtcNow.ToString('o'); Start-Sleep 60; (Get-Date).ToString('HH:mm')";
    const shell = createShell({ edition: "PowerShell7", now: "2013-06-03T09:30:00Z", timeZone: "+05:30" });
    const text = "2013-06-03T15:00:00.0000000+05:30\n2013-06-03T09:30:00.0000000Z\n15:01\n";
    expect(shell.run(line).text).toBe(text);
    shell.undo();
    expect(restoreShell(JSON.parse(JSON.stringify(shell.snapshot()))).run(line).text).toBe(text);
    expect(shell.fork().run(line).text).toBe(text);
  });

  it("a zone of the IANA data base has its summer time", () => {
    const shell = createShell({ edition: "PowerShell7", now: "2013-03-31T00:59:00Z", timeZone: "Europe/Berlin" });
    expect(shell.run("(Get-Date).ToString('HH:mm zzz'); Start-Sleep 60; (Get-Date).ToString('HH:mm zzz')").text).toBe(
      "01:59 +01:00\n03:00 +02:00\n",
    );
  });

  it("times of objects in the directory and of files are local", () => {
    const shell = createShell({ timeZone: "-03:00", files: { "C:\\a.txt": "" } });
    expect(shell.run("$d = Get-MailboxDatabase MB-HO-01; ($d.WhenCreatedUTC - $d.WhenCreated).TotalHours").text).toBe(
      "3\n",
    );
    expect(shell.run("((Get-Item C:\\a.txt).LastWriteTime - (Get-Date)).TotalHours").text).toBe("0\n");
  });

  it("`seed` gives other random numbers and GUIDs", () => {
    const line = "Get-Random; New-Guid";
    const texts = [1, 2, 3].map((seed) => createShell({ edition: "PowerShell7", seed }).run(line).text);
    expect(new Set(texts).size).toBe(3);
    expect(createShell({ edition: "PowerShell7" }).run(line).text).toBe(texts[0]);
  });

  it("`user` is who is logged on", () => {
    const shell = createShell({ edition: "PowerShell7", user: "ann" });
    expect(shell.run("[Environment]::UserName; $HOME").text).toBe("ann\nC:\\Users\\ann\n");
    expect(restoreShell(shell.snapshot()).run("[Environment]::UserName").text).toBe("ann\n");
  });

  it("`files` are there at the start; the shell's `files` are those that are there now", () => {
    const shell = createShell({ files: { "C:\\in\\users.csv": "Name\r\nAnn\r\n" } });
    shell.run("Import-Csv C:\\in\\users.csv | % { $_.Name } | Set-Content C:\\out.txt");
    expect(shell.files).toEqual({ "C:\\in\\users.csv": "Name\r\nAnn\r\n", "C:\\out.txt": "Ann\r\n" });
    shell.undo();
    expect(Object.keys(shell.files)).toEqual(["C:\\in\\users.csv"]);
  });

  it("refuses what it cannot be", () => {
    expect(() => createShell({ timeZone: "Middle/Earth" })).toThrow('There is no time zone "Middle/Earth".');
    expect(() => createShell({ now: "yesterday" })).toThrow('"yesterday" is no point in time.');
  });
});
