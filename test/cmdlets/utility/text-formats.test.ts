import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvReader } from "../../../src/cmdlets/utility/csv-text.js";
import { fails, shows } from "../support.js";

describe("CSV", () => {
  shows([
    ["[pscustomobject]@{a='x \"y\"';b=$null;c=1,2} | ConvertTo-Csv", ['"a","b","c"', '"x ""y""",,"System.Object[]"']],
    ["[pscustomobject]@{a='x';b='y,z'} | ConvertTo-Csv -UseQuotes AsNeeded", ["a,b", 'x,"y,z"']],
    ["'abc' | ConvertTo-Csv", ['"Length"', '"3"']],
    ['\'a,b\',\'1,"x ""y"""\' | ConvertFrom-Csv | % b', ['x "y"']],
    ["'a;b','1;2' | ConvertFrom-Csv -Delimiter ';' | % b", ["2"]],
    [["[pscustomobject]@{N='ä';S=1} | Export-Csv t.csv", 'Import-Csv t.csv | % { "$($_.N)$($_.S)" }'], ["ä1"]],
  ]);
  shows(
    [["[pscustomobject]@{a=1} | ConvertTo-Csv", ["#TYPE System.Management.Automation.PSCustomObject", '"a"', '"1"']]],
    {
      edition: "PowerShell5",
    },
  );
  fails([
    [
      "1 | Export-Csv",
      "Export-Csv : You must specify either the -Path or -LiteralPath parameters, but not both.",
      "CannotSpecifyPathAndLiteralPath",
    ],
    ["Import-Csv nope.csv", "Import-Csv : Could not find file 'C:\\nope.csv'.", "FileOpenFailure"],
  ]);

  test("a record reads as it was quoted", () => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (fields) => {
        const reader = new CsvReader(fields.map(quoted).join(","), ",");
        expect(reader.record()).toEqual(fields);
        expect(reader.atEnd).toBe(true);
      }),
    );
  });
});

describe("JSON", () => {
  shows([
    [
      "[ordered]@{n='x';l=1,2;h=@{};z=$null;d=1.0} | ConvertTo-Json -Compress",
      ['{"n":"x","l":[1,2],"h":{},"z":null,"d":1.0}'],
    ],
    ["[pscustomobject]@{a=1;b=@(1)} | ConvertTo-Json", ["{", '  "a": 1,', '  "b": [', "    1", "  ]", "}"]],
    ['(\'{"a":[1,{"b":"x\\u0041"}]}\' | ConvertFrom-Json).a[1].b', ["xA"]],
    ["('[1,2]' | ConvertFrom-Json).Count", ["2"]],
    [
      "[ordered]@{a=[ordered]@{b=1}} | ConvertTo-Json -Depth 0 -Compress",
      [
        "WARNING: Resulting JSON is truncated as serialization has exceeded the set depth of 0.",
        '{"a":"System.Collections.Specialized.OrderedDictionary"}',
      ],
    ],
  ]);
  shows(
    [
      [
        "[ordered]@{a=1;b=1,2} | ConvertTo-Json",
        ["{", '    "a":  1,', '    "b":  [', "              1,", "              2", "          ]", "}"],
      ],
    ],
    {
      edition: "PowerShell5",
    },
  );
  fails([
    [
      "'{\"a\":' | ConvertFrom-Json",
      "ConvertFrom-Json : Conversion from JSON failed with error: Unexpected end when deserializing object. Path 'a', line 1, position 5.",
      "System.ArgumentException",
    ],
    [
      '\'{"a":1,"A":2}\' | ConvertFrom-Json',
      "ConvertFrom-Json : Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key 'a' was 'A'.",
      "KeysWithDifferentCasingInJsonString",
    ],
  ]);
});

describe("other texts", () => {
  shows([
    ['(ConvertFrom-StringData "a=1`nb = x=y").b', ["x=y"]],
    ["'id=15 id=27' | Select-String 'id=(\\d+)' -AllMatches | % { $_.Matches.Count }", ["2"]],
    ["'alpha','beta' | Select-String ET -SimpleMatch | % Line", ["beta"]],
    ["1..3 | Join-String -Separator ', ' -OutputPrefix '<' -OutputSuffix '>'", ["<1, 2, 3>"]],
    ["Get-Date '2024-03-05 14:07' -UFormat '%Y-%m-%d %H:%M %p %j %V'", ["2024-03-05 14:07 PM 065 10"]],
    ["Get-Date '2024-01-31' -Month 2 -Format s", ["2024-02-29T00:00:00"]],
    ["(New-TimeSpan -Hours 25).ToString()", ["1.01:00:00"]],
  ]);
});
