import { describe } from "vitest";
import { plays } from "./support.js";

describe("Format-Table", () => {
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
