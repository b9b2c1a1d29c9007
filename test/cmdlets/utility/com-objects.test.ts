import { describe, expect, test } from "vitest";
import { failure, shown, shows } from "../support.js";

const files = { "C:\\dir\\a.txt": "one\r\ntwo\r\n", "C:\\dir\\b.txt": "x", "C:\\dir\\sub\\c.txt": "y" };

// Windows' interfaces as they are documented. A class that nobody has: captured on consoles of Windows PowerShell.
describe("New-Object -ComObject", () => {
  test("classes of Office are not on a server", () => {
    expect(shown("New-Object -ComObject Excel.Application", { edition: "Exchange2016" })).toEqual([
      "New-Object : Retrieving the COM class factory for component with CLSID {00000000-0000-0000-0000-000000000000} failed ",
      "due to the following error: 80040154 Class not registered (Exception from HRESULT: 0x80040154 (REGDB_E_CLASSNOTREG)).",
      "At line:1 char:1",
      "+ New-Object -ComObject Excel.Application",
      "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
      "    + CategoryInfo          : ResourceUnavailable: (:) [New-Object], COMException",
      "    + FullyQualifiedErrorId : NoCOMClassIdentified,Microsoft.PowerShell.Commands.NewObjectCommand",
      " ",
    ]);
    expect(failure("New-Object -ComObject Outlook.Application", { edition: "Exchange2010" })[0]).toBe(
      "New-Object : Cannot load COM type Outlook.Application.",
    );
  });
  test("a class of Windows that is not emulated says so", () => {
    expect(failure("New-Object -ComObject Shell.Application")[1]).toBe("NotEmulated");
    expect(failure("(New-Object -ComObject WScript.Shell).RegRead('HKLM\\x')")[0]).toContain("does not");
  });
  shows(
    [
      [
        '$n = New-Object -ComObject WScript.Network; $n.ComputerName -eq $env:COMPUTERNAME; $n.UserName -eq $env:USERNAME; "$n"',
        ["True", "True", "System.__ComObject"],
      ],
      [
        "$s = New-Object -ComObject wscript.shell; $s.ExpandEnvironmentStrings('%SystemRoot%|%nope%') -eq \"$env:SystemRoot|%nope%\"; $s.Environment('Process').Item('SystemDrive'); $s.SpecialFolders('Desktop'); $s.CurrentDirectory",
        ["True", "C:", "C:\\Users\\Administrator\\Desktop", "C:\\"],
      ],
      [
        "$d = New-Object -ComObject Scripting.Dictionary; $d.Add('a', 1); $d.Add('b', 2); $d.Exists('A'); $d.Item('a'); $d.Item('a') = 5; $d.Items(); $d.Keys(); $d.Remove('b'); $d.Count",
        ["False", "1", "5", "2", "a", "b", "1"],
      ],
      [
        "$f = New-Object -ComObject Scripting.FileSystemObject; $f.FileExists('C:\\dir\\a.txt'); $f.FolderExists('C:\\dir'); $f.GetBaseName('C:\\dir\\a.txt'); $f.GetExtensionName('a.txt'); $f.GetParentFolderName('C:\\dir\\a.txt'); $f.BuildPath('C:\\dir', 'x'); $f.GetFile('C:\\dir\\a.txt').Size; $f.GetFolder('C:\\dir').Size; $f.GetFolder('C:\\dir').Files | % Name; $f.GetFolder('C:\\dir').SubFolders | % Path",
        ["True", "True", "a", "txt", "C:\\dir", "C:\\dir\\x", "10", "12", "a.txt", "b.txt", "C:\\dir\\sub"],
      ],
      [
        "$f = New-Object -ComObject Scripting.FileSystemObject; $s = $f.OpenTextFile('C:\\dir\\a.txt', 1); while (-not $s.AtEndOfStream) { \"<$($s.ReadLine())>\" }; $s.Close(); $w = $f.CreateTextFile('C:\\n.txt', $true); $w.WriteLine('new'); $w.Close(); Get-Content C:\\n.txt; $f.CopyFile('C:\\n.txt', 'C:\\dir\\'); $f.DeleteFile('C:\\n.txt'); Test-Path C:\\n.txt, C:\\dir\\n.txt",
        ["<one>", "<two>", "new", "False", "True"],
      ],
    ],
    { files, edition: "PowerShell5" },
  );
  test.each([
    ["$f.GetFile('C:\\none')", 'Exception calling "GetFile" with "1" argument(s): "File not found"'],
    ["$f.GetFolder('C:\\none')", 'Exception calling "GetFolder" with "1" argument(s): "Path not found"'],
  ])("%s", (line, message) => {
    expect(failure(["$f = New-Object -ComObject Scripting.FileSystemObject", line], { files })[0]).toBe(message);
  });
});
