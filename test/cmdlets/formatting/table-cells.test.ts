import { describe } from "vitest";
import { plays } from "./support.js";

describe("cells of tables", () => {
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
});
