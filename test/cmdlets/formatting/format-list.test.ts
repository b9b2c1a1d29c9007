import { describe } from "vitest";
import { plays } from "./support.js";

describe("Format-List and lists nobody asked for", () => {
  plays("implicit.props.n05", {
    lines: [
      {
        typed:
          "[pscustomobject]@{Name='HO-EX2010-MB1';Server='HO-EX2010-CAS';Size=1024;Enabled=$true;Site='HeadOffice'}",
        shows7: [
          "",
          "Name    : HO-EX2010-MB1",
          "Server  : HO-EX2010-CAS",
          "Size    : 1024",
          "Enabled : True",
          "Site    : HeadOffice",
          "",
        ],
        shows5: [
          "",
          "",
          "Name    : HO-EX2010-MB1",
          "Server  : HO-EX2010-CAS",
          "Size    : 1024",
          "Enabled : True",
          "Site    : HeadOffice",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("implicit.props.table-after-list", {
    lines: [
      {
        typed: "[pscustomobject]@{a=1;b=2;c=3;d=4;e=5}; [pscustomobject]@{a=1;b=2}",
        shows7: ["", "a : 1", "b : 2", "c : 3", "d : 4", "e : 5", "", "a : 1", "b : 2", ""],
        shows5: ["", "", "a : 1", "b : 2", "c : 3", "d : 4", "e : 5", "", "a : 1", "b : 2", "", "", ""],
      },
    ],
  });
  plays("implicit.empty.all-null-list", {
    lines: [
      {
        typed: '[pscustomobject]@{A=$null;Bcd="";E=@();F=@{};G=@($null)}',
        shows7: ["", "A   : ", "Bcd : ", "E   : {}", "F   : {}", "G   : {$null}", ""],
        shows5: ["", "", "A   : ", "Bcd : ", "E   : {}", "F   : {}", "G   : {$null}", "", "", ""],
      },
    ],
  });
  plays("fl.prop.missing", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m[0] | fl Name,Nope",
        shows7: ["", "Name : Alice", ""],
        shows5: ["", "", "Name : Alice", "", "", ""],
      },
      {
        typed: "$m[0] | fl Nope",
        shows7: ["", ""],
        shows5: ["", "", "", "", ""],
      },
    ],
  });
  plays("fl.group.by", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m | fl Name,ItemCount -GroupBy Database",
        shows7: [
          "",
          "   Database: DB1",
          "",
          "Name      : Alice",
          "ItemCount : 120",
          "",
          "",
          "   Database: DB2",
          "",
          "Name      : Bob",
          "ItemCount : 7",
          "",
          "",
          "   Database: DB1",
          "",
          "Name      : Christopher",
          "ItemCount : 9001",
          "",
        ],
        shows5: [
          "",
          "",
          "   Database: DB1",
          "",
          "",
          "Name      : Alice",
          "ItemCount : 120",
          "",
          "",
          "",
          "   Database: DB2",
          "",
          "",
          "Name      : Bob",
          "ItemCount : 7",
          "",
          "",
          "",
          "   Database: DB1",
          "",
          "",
          "Name      : Christopher",
          "ItemCount : 9001",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("fl.long-name-narrow", {
    width: 50,
    lines: [
      {
        typed: '[pscustomobject]@{AVeryLongPropertyNameThatTakesRoom="value that is long enough to wrap";B="x"} | fl',
        shows7: [
          "",
          "AVeryLongPropertyNameThatTakesRoom : value that ",
          "                                     is long ",
          "                                     enough to ",
          "                                     wrap",
          "B                                  : x",
          "",
        ],
        shows5: [
          "",
          "",
          "AVeryLongPropertyNameThatTakesRoom : value that ",
          "                                     is long ",
          "                                     enough to ",
          "                                     wrap",
          "B                                  : x",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("fl.name-wider-than-console", {
    width: 30,
    lines: [
      {
        typed: '[pscustomobject]@{AVeryLongPropertyNameThatTakesRoom="value";B="x"} | fl',
        shows7: [
          "",
          "AVeryLongPropertyNameThat : v",
          "                            a",
          "                            l",
          "                            u",
          "                            e",
          "B                         : x",
          "",
        ],
        shows5: [
          "",
          "",
          "AVeryLongPropertyNameThat : v",
          "                            a",
          "                            l",
          "                            u",
          "                            e",
          "B                         : x",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("fl.crlf-and-tab", {
    lines: [
      {
        typed: '[pscustomobject]@{Text="a`r`nb`r`nc";T="x`ty"} | fl',
        shows7: ["", "Text : a", "       b", "       c", "T    : x\ty", ""],
        shows5: ["", "", "Text : a", "       b", "       c", "T    : x\ty", "", "", ""],
      },
    ],
  });
  plays("fl.strings", {
    lines: [
      {
        typed: '"abc" | fl',
        shows7: ["abc"],
        shows5: ["abc"],
      },
      {
        typed: '"abc" | fl *',
        shows7: ["abc"],
        shows5: ["abc"],
      },
      {
        typed: '"a","b" | fl Length',
        shows7: ["a", "b"],
        shows5: ["a", "b"],
      },
    ],
  });
  plays("fl.force-and-expand", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "$m[0] | fl Name -Force",
        shows7: ["", "Name : Alice", ""],
        shows5: ["", "", "Name : Alice", "", "", ""],
      },
      {
        typed: "$m[0] | fl * -Force",
        shows7: [
          "",
          "Name      : Alice",
          "Database  : DB1",
          "ItemCount : 120",
          "Size      : 10.5",
          "Dept      : Sales",
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
          "",
          "",
        ],
      },
      {
        typed: "@(1,2) | fl -Expand Both",
        shows7: ["1", "2"],
        shows5: ["1", "2"],
      },
    ],
  });
  plays("ft.expand.fl-core", {
    profile: [
      "$m = @(",
      '[pscustomobject]@{Name="Alice";Database="DB1";ItemCount=120;Size=[decimal]10.5;Dept="Sales"}',
      '[pscustomobject]@{Name="Bob";Database="DB2";ItemCount=7;Size=[decimal]200.25;Dept="IT"}',
      '[pscustomobject]@{Name="Christopher";Database="DB1";ItemCount=9001;Size=[decimal]3;Dept="Sales"})',
    ],
    lines: [
      {
        typed: "Write-Output -NoEnumerate @(1,2) | fl -Expand CoreOnly",
        shows7: [
          "",
          "Length         : 2",
          "LongLength     : 2",
          "Rank           : 1",
          "SyncRoot       : {1, 2}",
          "IsReadOnly     : False",
          "IsFixedSize    : True",
          "IsSynchronized : False",
          "Count          : 2",
          "",
        ],
        shows5: [
          "",
          "",
          "Length         : 2",
          "LongLength     : 2",
          "Rank           : 1",
          "SyncRoot       : {1, 2}",
          "IsReadOnly     : False",
          "IsFixedSize    : True",
          "IsSynchronized : False",
          "Count          : 2",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("width.exact-edge-list", {
    width: 40,
    lines: [
      {
        typed: '[pscustomobject]@{A="x"*36} | fl',
        shows7: ["", "A : xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "    x", ""],
        shows5: ["", "", "A : xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "    x", "", "", ""],
      },
      {
        typed: '[pscustomobject]@{A="x"*37} | fl',
        shows7: ["", "A : xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "    xx", ""],
        shows5: ["", "", "A : xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "    xx", "", "", ""],
      },
    ],
  });
});
