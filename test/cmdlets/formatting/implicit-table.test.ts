import { describe } from "vitest";
import { plays } from "./support.js";

describe("tables nobody asked for", () => {
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
});
