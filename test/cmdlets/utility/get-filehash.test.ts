// Digests of files: the views are the engine's, the digests those of the RFC and of FIPS 180-4.
import { describe } from "vitest";
import { shows } from "../support.js";

const files = { "C:\\abc.txt": "abc" };

describe("Get-FileHash", () => {
  shows(
    [
      [
        "Get-FileHash C:\\abc.txt",
        [
          "",
          "Algorithm       Hash                                                                   Path",
          "---------       ----                                                                   ----",
          "SHA256          BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD       C:\\abc.txt",
          "",
        ],
      ],
      ["(Get-FileHash C:\\abc.txt -Algorithm MD5).Hash", ["900150983CD24FB0D6963F7D28E17F72"]],
      ["(Get-FileHash C:\\abc.txt -Algorithm sha1).Hash", ["A9993E364706816ABA3E25717850C26C9CD0D89D"]],
      [
        "(Get-FileHash C:\\abc.txt sha384).Hash",
        ["CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED8086072BA1E7CC2358BAECA134C825A7"],
      ],
      [
        "(Get-FileHash C:\\abc.txt sha512).Hash",
        [
          "DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEEBBD454D4423643CE80E2A9AC94FA54CA49F",
        ],
      ],
      ["Get-ChildItem C:\\*.txt | Get-FileHash | % { $_.GetType().Name }", ["FileHashInfo"]],
      [
        "Get-FileHash C:\\nope.txt",
        [
          "Get-FileHash : Cannot find path 'C:\\nope.txt' because it does not exist.",
          "At line:1 char:1",
          "+ Get-FileHash C:\\nope.txt",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (C:\\nope.txt:String) [Get-FileHash], ItemNotFoundException",
          "+ FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.GetFileHashCommand",
        ],
      ],
    ],
    { files },
  );
});

describe("Get-FileHash of Windows PowerShell", () => {
  shows([["(Get-FileHash C:\\abc.txt).pstypenames[0]; Get-FileHash C:\\", ["Microsoft.Powershell.Utility.FileHash"]]], {
    files,
    edition: "PowerShell5",
  });
});
