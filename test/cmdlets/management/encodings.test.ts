import { describe } from "vitest";
import { shows } from "../support.js";

const bytes = "(Get-Content C:\\x.txt -AsByteStream) -join ','";
const bytes5 = "(Get-Content C:\\x.txt -Encoding Byte) -join ','";

describe("bytes of files, PowerShell 7", () => {
  shows([
    [["'aé€' | Set-Content C:\\x.txt", bytes], ["97,195,169,226,130,172,13,10"]],
    [["'a' | Set-Content C:\\x.txt -Encoding unicode", bytes], ["255,254,97,0,13,0,10,0"]],
    [["'aé€' | Set-Content C:\\x.txt", "Get-Content C:\\x.txt -Encoding ansi"], ["aÃ©â‚¬"]],
    [["'aé' | Set-Content C:\\x.txt", "Get-Content C:\\x.txt -Encoding ascii"], ["a??"]],
    [["'aé€' | Set-Content C:\\x.txt -Encoding oem", bytes], ["97,130,63,13,10"]],
    [["'aé€' | Set-Content C:\\x.txt -Encoding 1252", bytes], ["97,233,128,13,10"]],
    [["'Ø' | Set-Content C:\\x.txt -Encoding 850", bytes], ["157,13,10"]],
    [["'aé' | Set-Content C:\\x.txt -Encoding 437", "Get-Content C:\\x.txt -Encoding oem"], ["aé"]],
    [["'a漢' | Set-Content C:\\x.txt -Encoding bigendianunicode", "Get-Content C:\\x.txt -Encoding utf8"], ["a漢"]],
    [
      [
        "[byte[]](1, 2, 200, 255) | Set-Content C:\\x.txt -AsByteStream",
        "Add-Content C:\\x.txt 5, 6 -AsByteStream",
        bytes,
      ],
      ["1,2,200,255,5,6"],
    ],
    [
      ["'ab' | Set-Content C:\\x.txt -NoNewline", "(Get-Content C:\\x.txt -AsByteStream -Raw).GetType().Name"],
      ["Byte[]"],
    ],
    [["'abc' | Set-Content C:\\x.txt", "(Get-Content C:\\x.txt -AsByteStream -TotalCount 2) -join ','"], ["97,98"]],
    [
      "'x' | Set-Content C:\\x.txt -AsByteStream",
      [
        "Set-Content : Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.",
        "At line:1 char:7",
        "+ 'x' | Set-Content C:\\x.txt -AsByteStream",
        "+       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidOperation: (:) [Set-Content], ArgumentException",
        "+ FullyQualifiedErrorId : ProviderContentWriteError,Microsoft.PowerShell.Commands.SetContentCommand",
      ],
    ],
  ]);
});

// about_Character_Encoding: 5.1 begins files in an encoding of the cmdlet's own.
describe("encodings of new files, Windows PowerShell 5.1", () => {
  shows(
    [
      [["'aé€漢' | Set-Content C:\\x.txt", bytes5], ["97,233,128,63,13,10"]],
      [["'aé€漢' | Set-Content C:\\x.txt", "Get-Content C:\\x.txt"], ["aé€?"]],
      [["'aé' | Set-Content C:\\x.txt -Encoding ascii", "Get-Content C:\\x.txt"], ["a?"]],
      [["'a' | Out-File C:\\x.txt", bytes5], ["255,254,97,0,13,0,10,0"]],
      [["'a' | Set-Content C:\\x.txt; 'a' > C:\\x.txt", bytes5], ["255,254,97,0,13,0,10,0"]],
      [
        ["'漢' | Out-File C:\\x.txt; Add-Content C:\\x.txt 字", "Get-Content C:\\x.txt"],
        ["漢", "字"],
      ],
      [
        ["[pscustomobject]@{ Name = 'Jürgen' } | Export-Csv C:\\x.txt -NoTypeInformation", "Get-Content C:\\x.txt"],
        ['"Name"', '"J?rgen"'],
      ],
      [
        [
          "[pscustomobject]@{ Name = 'Jürgen' } | Export-Csv C:\\x.txt -NoTypeInformation -Encoding utf8",
          "Get-Content C:\\x.txt",
        ],
        ['"Name"', '"Jürgen"'],
      ],
    ],
    { edition: "PowerShell5" },
  );
});
