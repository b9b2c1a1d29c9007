import { describe } from "vitest";
import { shows } from "../support.js";

/** The message of an error, without the line breaks of the console. */
const message = (line: string): string => `try { ${line} } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }`;
const id = "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand";

// .NET Framework's JavaScriptSerializer, by its documentation and by errors that people show.
describe("ConvertFrom-Json before PowerShell 7", () => {
  shows(
    [
      [
        `$j = '{"a":1,"b":2.50,"c":1e3,"d":"2020-01-06T00:00:00Z","e":"\\/Date(0)\\/","f":9999999999}' | ConvertFrom-Json; $j.psobject.properties | % { "$($_.Value) $($_.Value.GetType().Name)" }`,
        [
          "1 Int32",
          "2.50 Decimal",
          "1000 Double",
          "2020-01-06T00:00:00Z String",
          "01/01/1970 00:00:00 DateTime",
          "9999999999 Int64",
        ],
      ],
      [message("'x' | ConvertFrom-Json"), ["Invalid JSON primitive: x.", id]],
      [message("'{\"a\":1' | ConvertFrom-Json"), [`Invalid object passed in, ':' or '}' expected. (6): {"a":1`, id]],
      [message("'[1,]' | ConvertFrom-Json"), ["Invalid array passed in, extra trailing ','. (4): [1,]", id]],
      [message("'[1 2]' | ConvertFrom-Json"), ["Invalid array passed in, ',' expected. (4): [1 2]", id]],
      [message('\'{"a":"x\' | ConvertFrom-Json'), ['Unterminated string passed in. (7): {"a":"x', id]],
      [message('\'{"a":"\\x"}\' | ConvertFrom-Json'), ['Unrecognized escape sequence. (8): {"a":"\\x"}', id]],
      [message("'// c' | ConvertFrom-Json"), ["Invalid JSON primitive: .", id]],
      [
        message('\'{"a":1,"A":2}\' | ConvertFrom-Json'),
        [
          "Cannot convert the JSON string because a dictionary that was converted from the string contains the duplicated keys 'a' and 'A'.",
          "DuplicateKeysInJsonString,Microsoft.PowerShell.Commands.ConvertFromJsonCommand",
        ],
      ],
      ["('{', '\"a\": [1, \"x\"]', '}' | ConvertFrom-Json).a", ["1", "x"]],
    ],
    { edition: "PowerShell5" },
  );
  shows([
    [`('{"e":"\\/Date(0)\\/"}' | ConvertFrom-Json).e.GetType().Name`, ["DateTime"]],
    [`('{"e":"\\/Date(0+0100)\\/"}' | ConvertFrom-Json).e.Kind`, ["Local"]],
  ]);
});

describe("what Get-Date gives bears its DisplayHint, which 5.1 writes into JSON", () => {
  shows(
    [
      [
        "Get-Date 2020-01-01 | ConvertTo-Json",
        [
          "{",
          '    "value":  "\\/Date(1577836800000)\\/",',
          '    "DisplayHint":  2,',
          '    "DateTime":  "Wednesday, January 1, 2020 12:00:00 AM"',
          "}",
        ],
      ],
      ["[pscustomobject]@{b=[datetime]'2020-01-01'} | ConvertTo-Json -Compress", ['{"b":"\\/Date(1577836800000)\\/"}']],
    ],
    { edition: "PowerShell5" },
  );
  shows([
    [
      "Get-Date 2020-01-01 | Select-Object DisplayHint, Year",
      ["", "DisplayHint Year", "----------- ----", "   DateTime 2020", ""],
    ],
    ["Get-Date 2020-01-01 -DisplayHint Date", ["", "Wednesday, January 1, 2020", ""]],
    ["Get-Date 2020-01-01 | ConvertTo-Json", ['"2020-01-01T00:00:00"']],
  ]);
});
