import { describe, expect, test } from "vitest";
import { failure, shows } from "../support.js";

const files = { "C:\\a.txt": "one\r\ntwo\n\nthree" };

// PowerShell 7.6, asked; paths and the line ends of writers are those of Windows.
describe("readers and writers", () => {
  shows(
    [
      [
        "$r = [IO.StreamReader]::new('C:\\a.txt'); $r.Peek(); $r.Read(); while (-not $r.EndOfStream) { \"[$($r.ReadLine())]\" }; $null -eq $r.ReadLine(); $r.Read(); $r.ReadToEnd().Length; $r.Close()",
        ["111", "111", "[ne]", "[two]", "[]", "[three]", "True", "-1", "0"],
      ],
      [
        "$r = New-Object System.IO.StreamReader 'C:\\a.txt'; while ($null -ne ($line = $r.ReadLine())) { $line.Length }; $r.Dispose(); $r | Format-List",
        [
          "3",
          "3",
          "0",
          "5",
          "",
          "CurrentEncoding : System.Text.UTF8Encoding+UTF8EncodingSealed",
          "BaseStream      : System.IO.FileStream",
          "EndOfStream     : ",
          "",
        ],
      ],
      [
        "$b = [char[]]::new(5); $r = [IO.File]::OpenText('C:\\a.txt'); $r.Read($b, 1, 3); -join $b[1..3]; $r.ReadBlock($b, 0, 5)",
        ["3", "one", "5"],
      ],
      [
        [
          "$w = [IO.StreamWriter]::new('C:\\b.txt'); $w.WriteLine('a'); $w.WriteLine(1.5); $w.Write('x'); $w.WriteLine(); $w.WriteLine($null); $w.WriteLine(@(1,2)); $w.WriteLine('{0}-{1}', 1, 2)",
          "[IO.File]::ReadAllText('C:\\b.txt').Length; $w.Flush(); Get-Content C:\\b.txt; $w | Format-List",
        ],
        [
          "0",
          "a",
          "1.5",
          "x",
          "",
          "System.Object[]",
          "1-2",
          "",
          "AutoFlush      : False",
          "BaseStream     : System.IO.FileStream",
          "Encoding       : System.Text.UTF8Encoding",
          "FormatProvider : en-US",
          "NewLine        : ",
          "                 ",
          "",
        ],
      ],
      [
        "$w = [IO.File]::AppendText('C:\\a.txt'); $w.AutoFlush = $true; $w.Write('!'); (Get-Content C:\\a.txt)[-1]; $w.Close()",
        ["three!"],
      ],
      [
        "$w = [IO.StreamWriter]::new('C:\\e.txt', $false, [Text.Encoding]::UTF8); $w.Close(); (Get-Item C:\\e.txt).Length",
        ["3"],
      ],
      [
        "$w = [IO.StreamWriter]::new('C:\\u.txt', $false, [Text.Encoding]::Unicode); $w.Write('ä'); $w.Close(); \"$([IO.File]::ReadAllBytes('C:\\u.txt'))\"; $r = [IO.StreamReader]'C:\\u.txt'; $r.ReadLine(); $r.CurrentEncoding.WebName",
        ["255 254 228 0", "ä", "utf-16"],
      ],
      [
        "(Get-Item C:\\a.txt).OpenText().ReadLine(); (Get-Item C:\\a.txt).CopyTo('C:\\c.txt').Name; $i = Get-Item C:\\a.txt; $i.MoveTo('C:\\d.txt'); $i.FullName; Test-Path C:\\a.txt",
        ["one", "c.txt", "C:\\d.txt", "False"],
      ],
      [
        '$r = [IO.StringReader]::new("a`nb"); $r.ReadLine(); $r.ReadToEnd(); $s = [IO.StringWriter]::new(); $s.WriteLine(\'a\'); $s.Write(5); "$s"',
        ["a", "b", "a\r", "5"],
      ],
    ],
    { files },
  );
  test.each([
    [
      "$r = [IO.StreamReader]'C:\\a.txt'; $r.Close(); $r.ReadLine()",
      'Exception calling "ReadLine" with "0" argument(s): "Cannot read from a closed TextReader.',
      "ObjectDisposedException",
    ],
    [
      "[IO.StreamReader]::new('C:\\no.txt')",
      'Exception calling ".ctor" with "1" argument(s): "Could not find file \'C:\\no.txt\'."',
      "FileNotFoundException",
    ],
    [
      "[IO.StreamReader]::new('C:\\nodir\\no.txt')",
      'Exception calling ".ctor" with "1" argument(s): "Could not find a part of the path \'C:\\nodir\\no.txt\'."',
      "DirectoryNotFoundException",
    ],
    [
      "[IO.StreamReader]::new('C:\\')",
      'Exception calling ".ctor" with "1" argument(s): "Access to the path \'C:\\\' is denied."',
      "UnauthorizedAccessException",
    ],
    [
      "[IO.StreamReader]::new('')",
      'Exception calling ".ctor" with "1" argument(s): "The value cannot be an empty string. (Parameter \'path\')"',
      "ArgumentException",
    ],
    [
      "$w = [IO.StreamWriter]'C:\\a.txt'; $w.Close(); $w.Write('x')",
      'Exception calling "Write" with "1" argument(s): "Cannot write to a closed TextWriter.',
      "ObjectDisposedException",
    ],
    [
      "[IO.StreamReader]::new([IO.FileStream]::new('C:\\a.txt', 'Open', 'Write'))",
      'Exception calling ".ctor" with "1" argument(s): "Stream was not readable."',
      "ArgumentException",
    ],
  ])("%s", (typed, message, id) => {
    expect(failure(typed, { files })).toEqual([message, id]);
  });
});

describe("streams", () => {
  shows(
    [
      [
        "[IO.MemoryStream]::new([byte[]](1..5)) | Format-List",
        [
          "",
          "CanRead      : True",
          "CanSeek      : True",
          "CanWrite     : True",
          "Capacity     : 5",
          "Length       : 5",
          "Position     : 0",
          "CanTimeout   : False",
          "ReadTimeout  : ",
          "WriteTimeout : ",
          "",
        ],
      ],
      [
        "$m = [IO.MemoryStream]::new([byte[]](1..5)); $b = [byte[]]::new(3); $m.Position = 1; $m.Read($b, 0, 3); \"$b\"; $m.ReadByte(); $m.ReadByte(); $m.Seek(-1, 'End')",
        ["3", "2 3 4", "5", "-1", "4"],
      ],
      [
        '$n = [IO.MemoryStream]::new(); $n.Write([byte[]](65,66,67), 0, 3); $n.Capacity; $n.Length; $n.Position; "$($n.ToArray())"; $n.Position = 0; ([IO.StreamReader]$n).ReadToEnd(); $n.Close(); $n.Length; $n.CanRead; $n.ToArray().Length',
        ["256", "3", "3", "65 66 67", "ABC", "False", "3"],
      ],
      [
        "$f = [IO.FileStream]::new('C:\\f.bin', 'Create'); $f.Write([byte[]](1,2,3), 0, 3); $f.Length; [IO.File]::ReadAllBytes('C:\\f.bin').Length; $f.Flush(); [IO.File]::ReadAllBytes('C:\\f.bin').Length; $f.Close(); $f.CanRead; $f.Name",
        ["3", "0", "3", "False", "C:\\f.bin"],
      ],
      [
        "$f = [IO.File]::OpenRead('C:\\a.txt'); $m = [IO.MemoryStream]::new(); $f.CopyTo($m); $f.Close(); [Text.Encoding]::ASCII.GetString($m.ToArray(), 0, 3)",
        ["one"],
      ],
      [
        "Get-FileHash -InputStream ([IO.MemoryStream]::new([byte[]][char[]]'abc')) | Format-List",
        [
          "",
          "Algorithm : SHA256",
          "Hash      : BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
          "Path      : ",
          "",
        ],
      ],
      [
        "[IO.File]::Copy('C:\\a.txt', 'C:\\b.txt'); [IO.File]::Move('C:\\b.txt', 'C:\\c.txt'); [IO.File]::SetLastWriteTime('C:\\c.txt', [datetime]'2020-01-02'); [IO.File]::GetLastWriteTime('C:\\c.txt').Year; \"$([IO.File]::GetAttributes('C:\\c.txt'))\"; Get-ChildItem C:\\*.txt | % Name",
        ["2020", "Archive", "a.txt", "c.txt"],
      ],
      ["'{0:yyyy-MM-dd}' -f [IO.File]::GetLastWriteTime('C:\\nono')", ["1601-01-01"]],
    ],
    { files },
  );
  test.each([
    [
      "[IO.MemoryStream]::new([byte[]](1,2)).SetLength(10)",
      'Exception calling "SetLength" with "1" argument(s): "Memory stream is not expandable."',
      "NotSupportedException",
    ],
    [
      "[IO.MemoryStream]::new([byte[]](1,2), $false).WriteByte(1)",
      'Exception calling "WriteByte" with "1" argument(s): "Stream does not support writing."',
      "NotSupportedException",
    ],
    [
      "[IO.MemoryStream]::new([byte[]]$null)",
      'Exception calling ".ctor" with "1" argument(s): "Value cannot be null. (Parameter \'buffer\')"',
      "ArgumentNullException",
    ],
    [
      "[IO.MemoryStream]::new().Seek(-5, 'Begin')",
      'Exception calling "Seek" with "2" argument(s): "An attempt was made to move the position before the beginning of the stream."',
      "IOException",
    ],
    [
      "[IO.MemoryStream]::new().Position = -1",
      "Exception setting \"Position\": \"value ('-1') must be a non-negative value. (Parameter 'value')",
      "ExceptionWhenSetting",
    ],
    [
      "$f = [IO.File]::OpenRead('C:\\a.txt'); $f.Close(); $f.ReadByte()",
      'Exception calling "ReadByte" with "0" argument(s): "Cannot access a closed Stream."',
      "ObjectDisposedException",
    ],
    [
      "[IO.File]::Open('C:\\a.txt', 'CreateNew')",
      'Exception calling "Open" with "2" argument(s): "The file \'C:\\a.txt\' already exists."',
      "IOException",
    ],
    [
      "[IO.File]::Open('C:\\zz.txt', 'Open')",
      'Exception calling "Open" with "2" argument(s): "Could not find file \'C:\\zz.txt\'."',
      "FileNotFoundException",
    ],
    [
      "[IO.File]::Open('C:\\a.txt', 'Append', 'Read')",
      'Exception calling "Open" with "3" argument(s): "Combining FileMode: Append with FileAccess: Read is invalid. (Parameter \'access\')"',
      "ArgumentException",
    ],
    [
      "[IO.File]::Copy('C:\\a.txt', 'C:\\a.txt')",
      'Exception calling "Copy" with "2" argument(s): "The file \'C:\\a.txt\' already exists."',
      "IOException",
    ],
    [
      "[IO.File]::GetAttributes('C:\\nono')",
      'Exception calling "GetAttributes" with "1" argument(s): "Could not find file \'C:\\nono\'."',
      "FileNotFoundException",
    ],
  ])("%s", (typed, message, id) => {
    expect(failure(typed, { files })).toEqual([message, id]);
  });
});
