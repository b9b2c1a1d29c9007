import { describe } from "vitest";
import { plays } from "./support.js";

describe("calculated columns and their errors", () => {
  plays("ft.calc.prefix-abbreviations", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed:
          '$m | ft @{na="A";ex={$_.Name}},@{la="B";expr="ItemCount";f="N0"},@{nam="D";expression="Dept";wid=4;al="right"}',
        shows7: [
          "",
          "A               B     D",
          "-               -     -",
          "Alice         120 Sales",
          "Bob             7    IT",
          "Christopher 9,001 Sales",
          "",
        ],
        shows5: [
          "",
          "A               B     D",
          "-               -     -",
          "Alice         120 Sales",
          "Bob             7    IT",
          "Christopher 9,001 Sales",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.calc.alignment", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed:
          '$m | ft @{n="Name";e="Name";alignment="right"},@{n="Items";e="ItemCount";align="left"},@{n="Dept";e="Dept";a="center";width=11}',
        shows7: [
          "",
          "       Name Items Dept",
          "       ---- ----- ----",
          "      Alice 120   Sales",
          "        Bob 7      IT",
          "Christopher 9001  Sales",
          "",
        ],
        shows5: [
          "",
          "       Name Items Dept ",
          "       ---- ----- ---- ",
          "      Alice 120   Sales",
          "        Bob 7      IT  ",
          "Christopher 9001  Sales",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.calc.width-one", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '$m | ft @{n="Name";e="Name";width=1},Dept',
        shows7: ["", "N Dept", "a", "m", "e", "- ----", "A Sales", "B IT", "C Sales", ""],
        shows5: [
          "",
          "N Dept                                                                                                                 ",
          "a                                                                                                                      ",
          "m                                                                                                                      ",
          "e                                                                                                                      ",
          "- ----                                                                                                                 ",
          "A Sales                                                                                                                ",
          "B IT                                                                                                                   ",
          "C Sales                                                                                                                ",
          "",
          "",
        ],
      },
      {
        typed: '$m | ft @{n="Name";e="Name";width=2},Dept',
        shows7: ["", "Na Dept", "me", "-- ----", "A… Sales", "B… IT", "C… Sales", ""],
        shows5: [
          "",
          "Na Dept                                                                                                                ",
          "me                                                                                                                     ",
          "-- ----                                                                                                                ",
          "Al Sales                                                                                                               ",
          "Bo IT                                                                                                                  ",
          "Ch Sales                                                                                                               ",
          "",
          "",
        ],
      },
      {
        typed: '$m | ft @{n="Name";e="Name";width=3},Dept',
        shows7: ["", "Nam Dept", "e", "--- ----", "Al… Sales", "Bob IT", "Ch… Sales", ""],
        shows5: [
          "",
          "Nam Dept                                                                                                               ",
          "e                                                                                                                      ",
          "--- ----                                                                                                               ",
          "Ali Sales                                                                                                              ",
          "Bob IT                                                                                                                 ",
          "Chr Sales                                                                                                              ",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.calc.error-displayerror", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '$m | ft Name,@{n="Bad";e={throw "x"}},@{n="Div";e={1/0}} -DisplayError',
        shows7: [
          "",
          "Name        Bad  Div",
          "----        ---  ---",
          "Alice       #ERR #ERR",
          "Bob         #ERR #ERR",
          "Christopher #ERR #ERR",
          "",
        ],
        shows5: [
          "",
          "Name        Bad  Div ",
          "----        ---  --- ",
          "Alice       #ERR #ERR",
          "Bob         #ERR #ERR",
          "Christopher #ERR #ERR",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.calc.error-showerror", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '$m[0,1] | ft Name,@{n="Div";e={1/0}} -ShowError',
        shows7: [
          "",
          "Name  Div",
          "----  ---",
          "Alice ",
          'Failed to evaluate expression "1/0".',
          "+ CategoryInfo          : InvalidArgument: (@{Name=Alice; Datab…e=10.5; Dept=Sales}:PSObject) [], RuntimeException",
          "+ FullyQualifiedErrorId : PSPropertyExpressionError",
          "Bob   ",
          'Failed to evaluate expression "1/0".',
          "+ CategoryInfo          : InvalidArgument: (@{Name=Bob; Databas…ze=200.25; Dept=IT}:PSObject) [], RuntimeException",
          "+ FullyQualifiedErrorId : PSPropertyExpressionError",
          "",
        ],
        shows5: [
          "",
          "Name  Div",
          "----  ---",
          "Alice    ",
          'Failed to evaluate expression "1/0".',
          "    + CategoryInfo          : InvalidArgument: (@{Name=Alice; D....5; Dept=Sales}:PSObject) [], RuntimeException",
          "    + FullyQualifiedErrorId : mshExpressionError",
          "Bob      ",
          'Failed to evaluate expression "1/0".',
          "    + CategoryInfo          : InvalidArgument: (@{Name=Bob; Dat...00.25; Dept=IT}:PSObject) [], RuntimeException",
          "    + FullyQualifiedErrorId : mshExpressionError",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.calc.bad-key", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '$m | ft @{n="Name";e="Name";color="red"}',
        shows7: [
          "ft : The color key is not valid.",
          "At line:1 char:6",
          '+ $m | ft @{n="Name";e="Name";color="red"}',
          "+      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException",
          "+ FullyQualifiedErrorId : DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
        shows5: [
          "ft : The color key is not valid.",
          "At line:1 char:6",
          '+ $m | ft @{n="Name";e="Name";color="red"}',
          "+      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException",
          "    + FullyQualifiedErrorId : DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
      },
      {
        typed: '$m | ft @{Foo="Name"}',
        shows7: [
          "ft : The Foo key is not valid.",
          "At line:1 char:6",
          '+ $m | ft @{Foo="Name"}',
          "+      ~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException",
          "+ FullyQualifiedErrorId : DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
        shows5: [
          "ft : The Foo key is not valid.",
          "At line:1 char:6",
          '+ $m | ft @{Foo="Name"}',
          "+      ~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException",
          "    + FullyQualifiedErrorId : DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
      },
      {
        typed: "$m | ft @{}",
        shows7: [
          "ft : A mandatory entry for expression is missing.",
          "At line:1 char:6",
          "+ $m | ft @{}",
          "+      ~~~~~~",
          "+ CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException",
          "+ FullyQualifiedErrorId : DictionaryKeyMandatoryEntry,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
        shows5: [
          "ft : A mandatory entry for expression is missing.",
          "At line:1 char:6",
          "+ $m | ft @{}",
          "+      ~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException",
          "    + FullyQualifiedErrorId : DictionaryKeyMandatoryEntry,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
      },
    ],
  });
});
