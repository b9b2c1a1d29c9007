import { describe } from "vitest";
import { fails, shows } from "../support.js";

const plain = "function Plain($s) { [Net.NetworkCredential]::new('', $s).Password }";
const encrypted = "24e92773b66cb397d0659f5e11ba9fde3959a20f21fb6d415a73f8ea023849df";
/** A text of the real shell's form, of what its engine (7.6) makes of a secure string, a key and a vector. */
const real = (digits: string): string =>
  `$t = '76492d1116743f0423413b16050a5345' + [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes('2|ERITFBUWFxgZGhscHR4fIA==|${digits}'))`;

describe("secure strings with a key", () => {
  shows([
    [[plain, real(encrypted), "Plain ($t | ConvertTo-SecureString -Key (1..16))"], ["P@ssw0rd"]],
    [
      [
        plain,
        real("2d02adfc06cebe2ec504e19dfb6255fa796a04323e2543768fde1262ee4a14f7"),
        "Plain ($t | ConvertTo-SecureString -Key (1..24))",
      ],
      ["P@ssw0rd"],
    ],
    [
      [
        plain,
        real("cb69e2bc6c8c10b4938acbbfb5a83ee4340cded9d4c4b5dce3e4ec16c7ed1c67"),
        "Plain ($t | ConvertTo-SecureString -Key (1..32))",
      ],
      ["P@ssw0rd"],
    ],
    [
      [
        plain,
        "$s = ConvertTo-SecureString 'Grüße, ein langer Satz' -AsPlainText; $t = ConvertFrom-SecureString $s -Key (1..32); $t.Substring(0, 36); Plain (ConvertTo-SecureString $t -Key (1..32))",
      ],
      ["76492d1116743f0423413b16050a5345MgB8", "Grüße, ein langer Satz"],
    ],
    [
      [
        plain,
        "$k = ConvertTo-SecureString 0123456789abcdef -AsPlainText; $s = ConvertTo-SecureString x -AsPlainText; Plain ($s | ConvertFrom-SecureString -SecureKey $k | ConvertTo-SecureString -SecureKey $k)",
      ],
      ["x"],
    ],
    [
      [
        "$s = ConvertTo-SecureString x -AsPlainText; ($s | ConvertFrom-SecureString -Key (1..16)) -eq ($s | ConvertFrom-SecureString -Key (1..16))",
      ],
      ["False"],
    ],
    [
      [real(encrypted), "ConvertTo-SecureString $t -Key (2..17); 'goes on'"],
      [
        "ConvertTo-SecureString : Padding is invalid and cannot be removed.",
        "At line:1 char:1",
        "+ ConvertTo-SecureString $t -Key (2..17); 'goes on'",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidArgument: (:) [ConvertTo-SecureString], CryptographicException",
        "+ FullyQualifiedErrorId : ImportSecureString_InvalidArgument_CryptographicError,Microsoft.PowerShell.Commands.ConvertToSecureStringCommand",
        "goes on",
      ],
    ],
  ]);
  fails([
    [
      "ConvertFrom-SecureString (ConvertTo-SecureString x -AsPlainText) -Key (1..5)",
      "ConvertFrom-SecureString : The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits.",
      "Argument",
    ],
    [
      "ConvertTo-SecureString 00112233 -Key (1..16)",
      "ConvertTo-SecureString : The input data is not a complete block.",
      "ImportSecureString_InvalidArgument_CryptographicError",
    ],
    [
      "ConvertTo-SecureString zz -Key (1..16)",
      "ConvertTo-SecureString : The input string 'zz' was not in a correct format.",
      "System.FormatException",
    ],
    [
      "ConvertTo-SecureString 01000000d08c9ddf0115d1118c7a00c04fc297eb0100000012345678",
      "ConvertTo-SecureString : Key not valid for use in specified state.",
      "ImportSecureString_InvalidArgument_CryptographicError",
    ],
  ]);
});
