import { describe } from "vitest";
import { plays } from "./support.js";

describe("Format-Table and tables nobody asked for", () => {
  plays("implicit.props.n04", {
    lines: [
      {
        typed: "[pscustomobject]@{Name='HO-EX2010-MB1';Server='HO-EX2010-CAS';Size=1024;Enabled=$true}",
        shows7: [
          "",
          "Name          Server        Size Enabled",
          "----          ------        ---- -------",
          "HO-EX2010-MB1 HO-EX2010-CAS 1024    True",
          "",
        ],
        shows5: [
          "",
          "Name          Server        Size Enabled",
          "----          ------        ---- -------",
          "HO-EX2010-MB1 HO-EX2010-CAS 1024    True",
          "",
          "",
        ],
      },
    ],
  });
  plays("implicit.first.disjoint-later", {
    lines: [
      {
        typed: '[pscustomobject]@{Name="a";Size=1}, [pscustomobject]@{Foo="b";Bar=5}',
        shows7: ["", "Name Size", "---- ----", "a       1", "         ", ""],
        shows5: ["", "Name Size", "---- ----", "a       1", "         ", "", ""],
      },
    ],
  });
  plays("implicit.first.four-then-five", {
    lines: [
      {
        typed: "[pscustomobject]@{a=1;b=2;c=3;d=4}, [pscustomobject]@{a=6;b=7;c=8;d=9;e=10}",
        shows7: ["", "a b c d", "- - - -", "1 2 3 4", "6 7 8 9", ""],
        shows5: ["", "a b c d", "- - - -", "1 2 3 4", "6 7 8 9", "", ""],
      },
    ],
  });
  plays("implicit.mixed.scalar-between-tables", {
    lines: [
      {
        typed: "[pscustomobject]@{a=1;b=2}; 5; [pscustomobject]@{a=3;b=4}",
        shows7: ["", "a b", "- -", "1 2", "5", "3 4", ""],
        shows5: ["", "a b", "- -", "1 2", "5", "3 4", "", ""],
      },
    ],
  });
  plays("implicit.mixed.table-then-string", {
    lines: [
      {
        typed: '[pscustomobject]@{a=1;b=2}; "done"; "really"',
        shows7: ["", "a b", "- -", "1 2", "done", "really", ""],
        shows5: ["", "a b", "- -", "1 2", "done", "really", "", ""],
      },
    ],
  });
  plays("cell.number.list-formats", {
    lines: [
      {
        typed: "[pscustomobject]@{A=1.0;B=1e20;C=1.50d;D=1/3;E=[single]0.1;F=100000000000000000000} | fl",
        shows7: [
          "",
          "A : 1",
          "B : 1E+20",
          "C : 1.50",
          "D : 0.333333333333333",
          "E : 0.1",
          "F : 100000000000000000000",
          "",
        ],
        shows5: [
          "",
          "",
          "A : 1",
          "B : 1E+20",
          "C : 1.50",
          "D : 0.333333333333333",
          "E : 0.1",
          "F : 100000000000000000000",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("cell.nested.bools-nulls", {
    lines: [
      {
        typed: '[pscustomobject]@{V=@($true,$null,$false,"")}',
        shows7: ["", "V", "-", "{True, $null, False, }", ""],
        shows5: ["", "V                     ", "-                     ", "{True, $null, False, }", "", ""],
      },
      {
        typed: "[pscustomobject]@{V=@($null,$null)}",
        shows7: ["", "V", "-", "{$null, $null}", ""],
        shows5: ["", "V             ", "-             ", "{$null, $null}", "", ""],
      },
      {
        typed: "[pscustomobject]@{V=,$null}",
        shows7: ["", "V", "-", "{$null}", ""],
        shows5: ["", "V      ", "-      ", "{$null}", "", ""],
      },
    ],
  });
  plays("cell.string.multiline-table", {
    lines: [
      {
        typed: '[pscustomobject]@{A="one`ntwo";B="x"}, [pscustomobject]@{A="s";B="p`r`nq`r`nr"}',
        shows7: ["", "A       B", "-       -", "one…    x", "s       p…", ""],
        shows5: ["", "A       B      ", "-       -      ", "one...  x      ", "s       p...   ", "", ""],
      },
    ],
  });
  plays("cell.string.cjk-truncated", {
    lines: [
      {
        typed: '[pscustomobject]@{Name="日本語日本語日本語";Value="x"} | ft @{n="Name";e="Name";width=8},Value',
        shows7: ["", "Name     Value", "----     -----", "日本語…  x", ""],
        shows5: [
          "",
          "Name     Value                                                                                                         ",
          "----     -----                                                                                                         ",
          "日本語日本... x                                                                                                             ",
          "",
          "",
        ],
      },
    ],
  });
  plays("width.wrap-header", {
    width: 40,
    lines: [
      {
        typed:
          "[pscustomobject]@{ThisIsAVeryLongHeaderName=1;AnotherVeryLongHeaderName=2;YetAnotherHeaderName=3} | ft -Wrap",
        shows7: [
          "",
          "ThisIsAVeryLongHeaderName AnotherVeryLo",
          "                           ngHeaderName",
          "------------------------- -------------",
          "                        1             2",
          "",
        ],
        shows5: [
          "",
          "ThisIsAVeryLongHeaderName AnotherVeryLo",
          "                           ngHeaderName",
          "------------------------- -------------",
          "                        1             2",
          "",
          "",
        ],
      },
    ],
  });
  plays("width.wrap-multirow", {
    width: 40,
    lines: [
      {
        typed: '1..2 | % { [pscustomobject]@{Id=$_;Text="word " * 12} } | ft -Wrap',
        shows7: [
          "",
          "Id Text",
          "-- ----",
          " 1 word word word word word word word",
          "   word word word word word",
          " 2 word word word word word word word",
          "   word word word word word",
          "",
        ],
        shows5: [
          "",
          "Id Text                                ",
          "-- ----                                ",
          " 1 word word word word word word word  ",
          "   word word word word word            ",
          " 2 word word word word word word word  ",
          "   word word word word word            ",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.prop.missing", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | ft Name,Nope",
        shows7: ["", "Name        Nope", "----        ----", "Alice       ", "Bob         ", "Christopher ", ""],
        shows5: [
          "",
          "Name        Nope",
          "----        ----",
          "Alice           ",
          "Bob             ",
          "Christopher     ",
          "",
          "",
        ],
      },
      {
        typed: "$m | ft Nope",
        shows7: ["", "Nope", "----", "", "", "", ""],
        shows5: ["", "Nope", "----", "    ", "    ", "    ", "", ""],
      },
      {
        typed: "$m | ft Nope*",
        shows7: ["", ""],
        shows5: ["", "", ""],
      },
    ],
  });
  plays("ft.prop.wildcards", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | ft N*,*base",
        shows7: [
          "",
          "Name        Database",
          "----        --------",
          "Alice       DB1",
          "Bob         DB2",
          "Christopher DB1",
          "",
        ],
        shows5: [
          "",
          "Name        Database",
          "----        --------",
          "Alice       DB1     ",
          "Bob         DB2     ",
          "Christopher DB1     ",
          "",
          "",
        ],
      },
      {
        typed: "$m | ft *e",
        shows7: [
          "",
          "Name        Database    Size",
          "----        --------    ----",
          "Alice       DB1       10.500",
          "Bob         DB2      200.250",
          "Christopher DB1        3.000",
          "",
        ],
        shows5: [
          "",
          "Name        Database   Size",
          "----        --------   ----",
          "Alice       DB1        10.5",
          "Bob         DB2      200.25",
          "Christopher DB1           3",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.hide.basic", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | ft Name,ItemCount -HideTableHeaders",
        shows7: ["", "Alice             120", "Bob                 7", "Christopher      9001", ""],
        shows5: ["", "Alice             120", "Bob                 7", "Christopher      9001", "", ""],
      },
      {
        typed: '$m | ft Name,ItemCount -HideTableHeaders -AutoSize; "after"',
        shows7: ["", "Alice             120", "Bob                 7", "Christopher      9001", "", "after"],
        shows5: ["", "Alice             120", "Bob                 7", "Christopher      9001", "", "", "after"],
      },
    ],
  });
  plays("ft.group.sorted", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | Sort-Object Database | ft Name,ItemCount -GroupBy Database",
        shows7: [
          "",
          "   Database: DB1",
          "",
          "Name        ItemCount",
          "----        ---------",
          "Alice             120",
          "Christopher      9001",
          "",
          "   Database: DB2",
          "",
          "Name ItemCount",
          "---- ---------",
          "Bob          7",
          "",
        ],
        shows5: [
          "",
          "",
          "   Database: DB1",
          "",
          "Name        ItemCount",
          "----        ---------",
          "Alice             120",
          "Christopher      9001",
          "",
          "",
          "   Database: DB2",
          "",
          "Name ItemCount",
          "---- ---------",
          "Bob          7",
          "",
          "",
        ],
      },
    ],
  });
  plays("ft.group.null-value", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '[pscustomobject]@{N=1;G=$null},[pscustomobject]@{N=2;G="x"} | ft N -GroupBy G',
        shows7: ["", "   : ", "", "N", "-", "1", "", "   G: x", "", "N", "-", "2", ""],
        shows5: ["", "", "   : ", "", "N", "-", "1", "", "", "   G: x", "", "N", "-", "2", "", ""],
      },
    ],
  });
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
  plays("ft.errors.unknown-view", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | ft -View Nope",
        shows7: [
          "ft : The view name Nope cannot be found. There are no existing Table views for System.Management.Automation.PSCustomObject objects.",
          "At line:1 char:6",
          "+ $m | ft -View Nope",
          "+      ~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (Nope:String) [Format-Table], PipelineStoppedException",
          "+ FullyQualifiedErrorId : FormatViewNotFound,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
        shows5: [
          "ft : The view name Nope cannot be found. There are no existing Table views for ",
          "System.Management.Automation.PSCustomObject objects.",
          "At line:1 char:6",
          "+ $m | ft -View Nope",
          "+      ~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (Nope:String) [Format-Table], PipelineStoppedException",
          "    + FullyQualifiedErrorId : FormatViewNotFound,Microsoft.PowerShell.Commands.FormatTableCommand",
        ],
      },
      {
        typed: "$m | fl -View Nope",
        shows7: [
          "fl : The view name Nope cannot be found. There are no existing List views for System.Management.Automation.PSCustomObject objects.",
          "At line:1 char:6",
          "+ $m | fl -View Nope",
          "+      ~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (Nope:String) [Format-List], PipelineStoppedException",
          "+ FullyQualifiedErrorId : FormatViewNotFound,Microsoft.PowerShell.Commands.FormatListCommand",
        ],
        shows5: [
          "fl : The view name Nope cannot be found. There are no existing List views for ",
          "System.Management.Automation.PSCustomObject objects.",
          "At line:1 char:6",
          "+ $m | fl -View Nope",
          "+      ~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (Nope:String) [Format-List], PipelineStoppedException",
          "    + FullyQualifiedErrorId : FormatViewNotFound,Microsoft.PowerShell.Commands.FormatListCommand",
        ],
      },
    ],
  });
  plays("ft.force.null-items", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$null | ft",
        shows7: [],
        shows5: [],
      },
      {
        typed: "$null,1 | ft",
        shows7: ["1"],
        shows5: ["1"],
      },
      {
        typed: '1,"a" | ft -Force',
        shows7: ["", ""],
        shows5: ["", "", ""],
      },
    ],
  });
});
