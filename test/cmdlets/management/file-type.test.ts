// [System.IO.File] over the session's files. Asked of the real engine, but for the ends of lines, which are Windows'.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";

const rows: readonly [line: string, text: string][] = [
  ["[System.IO.File]::WriteAllText('C:\\a.txt', \"a`nb`n\"); [IO.File]::ReadAllLines('C:\\a.txt').Count", "2\n"],
  ["[IO.File]::ReadAllBytes('C:\\a.txt') -join ','", "97,10,98,10\n"],
  ["[IO.File]::AppendAllText('C:\\a.txt', 'é'); (Get-Content C:\\a.txt -Encoding utf8)[2]", "é\n"],
  ["[IO.File]::ReadAllText('C:\\a.txt', [Text.Encoding]::GetEncoding(28591)).Length", "6\n"],
  ["[IO.File]::WriteAllLines('C:\\l.txt', ('x', 'y')); [IO.File]::ReadAllText('C:\\l.txt').Length", "6\n"],
  [
    "[IO.File]::WriteAllText('C:\\u.txt', 'a', [Text.Encoding]::Unicode); [IO.File]::ReadAllBytes('C:\\u.txt') -join ' '",
    "255 254 97 0\n",
  ],
  ["Get-Content C:\\u.txt", "a\n"],
  [
    "[IO.File]::WriteAllBytes('C:\\b.bin', [byte[]](0, 200, 255)); [IO.File]::ReadAllBytes('C:\\b.bin') -join ' '",
    "0 200 255\n",
  ],
  [
    "[IO.File]::Exists('C:\\a.txt'), [IO.File]::Exists(''), [IO.File]::Exists('C:\\Windows') -join ' '",
    "True False False\n",
  ],
  ["[IO.File]::Delete('C:\\a.txt'); [IO.File]::Delete('C:\\a.txt'); Test-Path C:\\a.txt", "False\n"],
  ["foreach ($line in [IO.File]::ReadLines('C:\\l.txt')) { \"<$line>\" }", "<x>\n<y>\n"],
  [
    "try { [IO.File]::ReadAllText('C:\\none.txt') } catch { $_.Exception.Message }",
    'Exception calling "ReadAllText" with "1" argument(s): "Could not find file \'C:\\none.txt\'."\n',
  ],
  ["try { [IO.File]::ReadAllText('C:\\none\\x') } catch { $_.FullyQualifiedErrorId }", "DirectoryNotFoundException\n"],
  [
    "try { [IO.File]::ReadAllText('') } catch { $_.Exception.InnerException.Message }",
    "The value cannot be an empty string. (Parameter 'path')\n",
  ],
];

test("what scripts read and write", () => {
  const shell = createShell({ edition: "PowerShell7" });
  expect(rows.map(([line]) => [line, shell.run(line).text])).toEqual(rows);
});

test("a line that wrote a file is undone with the file", () => {
  const shell = createShell({ edition: "PowerShell7" });
  shell.run("[IO.File]::WriteAllText('C:\\a.txt', 'a')");
  shell.undo();
  expect(shell.run("Test-Path C:\\a.txt").text).toBe("False\n");
});
