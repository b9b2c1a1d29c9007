import { describe } from "vitest";
import { plays } from "./support.js";

describe("Format-Wide", () => {
  plays("fw.default", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | fw",
        shows7: [
          "",
          "Alice                                                       Bob",
          "Christopher                                                 ",
          "",
        ],
        shows5: [
          "",
          "",
          "Alice                                                       Bob                                                        ",
          "Christopher                                                                                                            ",
          "",
          "",
        ],
      },
      {
        typed: "$m | Format-Wide Name",
        shows7: [
          "",
          "Alice                                                       Bob",
          "Christopher                                                 ",
          "",
        ],
        shows5: [
          "",
          "",
          "Alice                                                       Bob                                                        ",
          "Christopher                                                                                                            ",
          "",
          "",
        ],
      },
    ],
  });
  plays("fw.column3", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | fw Name -Column 3",
        shows7: ["", "Alice                                   Bob                                     Christopher", ""],
        shows5: [
          "",
          "",
          "Alice                                   Bob                                     Christopher                            ",
          "",
          "",
        ],
      },
      {
        typed: "1..7 | fw -Column 4",
        shows7: ["1", "2", "3", "4", "5", "6", "7"],
        shows5: ["1", "2", "3", "4", "5", "6", "7"],
      },
    ],
  });
  plays("fw.autosize", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | fw Name -AutoSize",
        shows7: [
          "",
          "Alice         Bob           Christopher                                                                    ",
          "",
        ],
        shows5: [
          "",
          "",
          "Alice         Bob           Christopher                                                                                ",
          "",
          "",
        ],
      },
      {
        typed: "'a','bb','ccc','dddd' | fw -AutoSize",
        shows7: ["a", "bb", "ccc", "dddd"],
        shows5: ["a", "bb", "ccc", "dddd"],
      },
    ],
  });
  plays("fw.calc", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '$m | fw @{e={$_.Name + "/" + $_.Dept}} -Column 2',
        shows7: [
          "",
          "Alice/Sales                                                 Bob/IT",
          "Christopher/Sales                                           ",
          "",
        ],
        shows5: [
          "",
          "",
          "Alice/Sales                                                 Bob/IT                                                     ",
          "Christopher/Sales                                                                                                      ",
          "",
          "",
        ],
      },
      {
        typed: '$m | fw @{n="x";e={$_.Name}}',
        shows7: [
          "fw : The n key is not valid.",
          "At line:1 char:6",
          '+ $m | fw @{n="x";e={$_.Name}}',
          "+      ~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : InvalidArgument: (:) [Format-Wide], NotSupportedException",
          "+ FullyQualifiedErrorId : DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatWideCommand",
        ],
        shows5: [
          "fw : The n key is not valid.",
          "At line:1 char:6",
          '+ $m | fw @{n="x";e={$_.Name}}',
          "+      ~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [Format-Wide], NotSupportedException",
          "    + FullyQualifiedErrorId : DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatWideCommand",
        ],
      },
    ],
  });
  plays("fw.group", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | fw Name -GroupBy Dept -Column 2",
        shows7: [
          "",
          "   Dept: Sales",
          "",
          "",
          "Alice                                                       ",
          "   Dept: IT",
          "",
          "",
          "Bob                                                         ",
          "   Dept: Sales",
          "",
          "Christopher                                                 ",
          "",
        ],
        shows5: [
          "",
          "",
          "   Dept: Sales",
          "",
          "",
          "Alice                                                                                                                  ",
          "",
          "",
          "   Dept: IT",
          "",
          "",
          "Bob                                                                                                                    ",
          "",
          "",
          "   Dept: Sales",
          "",
          "",
          "Christopher                                                                                                            ",
          "",
          "",
        ],
      },
    ],
  });
  plays("fw.no-name-prop", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '[pscustomobject]@{Foo="f1";Bar=2},[pscustomobject]@{Foo="f2";Bar=3} | fw',
        shows7: ["", "f1                                                          f2", ""],
        shows5: [
          "",
          "",
          "f1                                                          f2                                                         ",
          "",
          "",
        ],
      },
      {
        typed: '[pscustomobject]@{Id=1;DisplayName="d"} | fw',
        shows7: ["", "1                                                           ", ""],
        shows5: [
          "",
          "",
          "1                                                                                                                      ",
          "",
          "",
        ],
      },
    ],
  });
  plays("fw.long-value", {
    width: 60,
    lines: [
      {
        typed: '("x"*60),"short",("y"*40) | Select-Object @{n="N";e={$_}} | fw -Column 2',
        shows7: ["", "xxxxxxxxxxxxxxxxxxxxxxxxxxxx… short", "yyyyyyyyyyyyyyyyyyyyyyyyyyyy… ", ""],
        shows5: [
          "",
          "",
          "xxxxxxxxxxxxxxxxxxxxxxxxxx... short                        ",
          "yyyyyyyyyyyyyyyyyyyyyyyyyy...                              ",
          "",
          "",
        ],
      },
    ],
  });
});
