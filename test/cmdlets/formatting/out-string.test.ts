import { describe } from "vitest";
import { plays } from "./support.js";

describe("Out-String", () => {
  plays("outstring.table", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$s = $m | ft Name,Dept | Out-String",
        shows7: [],
        shows5: [],
      },
      {
        typed: "$s.Length",
        shows7: ["87"],
        shows5: ["93"],
      },
      {
        typed: "$s",
        shows7: [
          "",
          "Name        Dept",
          "----        ----",
          "Alice       Sales",
          "Bob         IT",
          "Christopher Sales",
          "",
          "",
        ],
        shows5: [
          "",
          "Name        Dept ",
          "----        ---- ",
          "Alice       Sales",
          "Bob         IT   ",
          "Christopher Sales",
          "",
          "",
          "",
        ],
      },
      {
        typed: '"[" + $s.Trim() + "]"',
        shows7: ["[Name        Dept", "----        ----", "Alice       Sales", "Bob         IT", "Christopher Sales]"],
        shows5: [
          "[Name        Dept ",
          "----        ---- ",
          "Alice       Sales",
          "Bob         IT   ",
          "Christopher Sales]",
        ],
      },
    ],
  });
  plays("outstring.stream", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '$m | ft Name,Dept | Out-String -Stream | % { "[$_]" }',
        shows7: [
          "[]",
          "[Name        Dept]",
          "[----        ----]",
          "[Alice       Sales]",
          "[Bob         IT]",
          "[Christopher Sales]",
          "[]",
        ],
        shows5: [
          "[]",
          "[Name        Dept ]",
          "[----        ---- ]",
          "[Alice       Sales]",
          "[Bob         IT   ]",
          "[Christopher Sales]",
          "[]",
          "[]",
        ],
      },
      {
        typed: '$m | Out-String -Stream | Select-Object -First 3 | % { "<$_>" }',
        shows7: ["<>", "<Name      : Alice>", "<Database  : DB1>"],
        shows5: ["<>", "<>", "<Name      : Alice>"],
      },
    ],
  });
  plays("outstring.width", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | Out-String -Width 30",
        shows7: [
          "",
          "Name      : Alice",
          "Database  : DB1",
          "ItemCount : 120",
          "Size      : 10.5",
          "Dept      : Sales",
          "",
          "Name      : Bob",
          "Database  : DB2",
          "ItemCount : 7",
          "Size      : 200.25",
          "Dept      : IT",
          "",
          "Name      : Christopher",
          "Database  : DB1",
          "ItemCount : 9001",
          "Size      : 3",
          "Dept      : Sales",
          "",
          "",
        ],
        shows5: [
          "",
          "",
          "Name      : Alice",
          "Database  : DB1",
          "ItemCount : 120",
          "Size      : 10.5",
          "Dept      : Sales",
          "",
          "Name      : Bob",
          "Database  : DB2",
          "ItemCount : 7",
          "Size      : 200.25",
          "Dept      : IT",
          "",
          "Name      : Christopher",
          "Database  : DB1",
          "ItemCount : 9001",
          "Size      : 3",
          "Dept      : Sales",
          "",
          "",
          "",
          "",
        ],
      },
      {
        typed: "$m | ft | Out-String -Width 30",
        shows7: [
          "",
          "Name        Database ItemCount",
          "----        -------- ---------",
          "Alice       DB1            120",
          "Bob         DB2              7",
          "Christopher DB1           9001",
          "",
          "",
        ],
        shows5: [
          "",
          "Name        Database ItemCount",
          "----        -------- ---------",
          "Alice       DB1            120",
          "Bob         DB2              7",
          "Christopher DB1           9001",
          "",
          "",
          "",
        ],
      },
      {
        typed: "$m | ft -AutoSize | Out-String -Width 300",
        shows7: [
          "",
          "Name        Database ItemCount    Size Dept",
          "----        -------- ---------    ---- ----",
          "Alice       DB1            120  10.500 Sales",
          "Bob         DB2              7 200.250 IT",
          "Christopher DB1           9001   3.000 Sales",
          "",
          "",
        ],
        shows5: [
          "",
          "Name        Database ItemCount   Size Dept ",
          "----        -------- ---------   ---- ---- ",
          "Alice       DB1            120   10.5 Sales",
          "Bob         DB2              7 200.25 IT   ",
          "Christopher DB1           9001      3 Sales",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("outstring.strings", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '"a","b" | Out-String | % { "[$_]" }',
        shows7: ["[a", "b", "]"],
        shows5: ["[a", "b", "]"],
      },
      {
        typed: '1 | Out-String -Stream | % { "[$_]" }',
        shows7: ["[1]"],
        shows5: ["[1]"],
      },
      {
        typed: '$null | Out-String | % { "[$_]" }',
        shows7: ["[]"],
        shows5: ["[]"],
      },
      {
        typed: '@() | Out-String | % { "[" + $_.Length + "]" }',
        shows7: ["[0]"],
        shows5: ["[0]"],
      },
    ],
  });
  plays("outstring.mixed", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: '"a",$m[0],5 | Out-String',
        shows7: [
          "a",
          "",
          "Name      : Alice",
          "Database  : DB1",
          "ItemCount : 120",
          "Size      : 10.5",
          "Dept      : Sales",
          "",
          "5",
          "",
        ],
        shows5: [
          "a",
          "",
          "",
          "Name      : Alice",
          "Database  : DB1",
          "ItemCount : 120",
          "Size      : 10.5",
          "Dept      : Sales",
          "",
          "5",
          "",
          "",
          "",
        ],
      },
      {
        typed: '1,(Get-Date "2024-01-01") | Out-String -Stream | % { "[$_]" }',
        shows7: ["[1]", "[]", "[Monday, January 1, 2024 12:00:00 AM]", "[]"],
        shows5: ["[1]", "[]", "[Monday, January 1, 2024 12:00:00 AM]", "[]", "[]"],
      },
    ],
  });
  plays("outstring.trailing-spaces", {
    lines: [
      {
        typed:
          '[pscustomobject]@{a="x";b=$null},[pscustomobject]@{a="longer";b="y"} | Out-String -Stream | % { "[$_]" }',
        shows7: ["[]", "[a      b]", "[-      -]", "[x      ]", "[longer y]", "[]"],
        shows5: ["[]", "[a      b]", "[-      -]", "[x       ]", "[longer y]", "[]", "[]"],
      },
    ],
  });
});
