import { describe } from "vitest";
import { plays } from "./support.js";

describe("Format-Custom", () => {
  plays("fc.simple", {
    lines: [
      {
        typed: '[pscustomobject]@{A=1;B="x"} | Format-Custom',
        shows7: ["", "class PSCustomObject", "{", "  A = 1", "  B = x", "}", "", ""],
        shows5: ["", "class PSCustomObject", "{", "  A = 1", "  B = x", "}", "", "", ""],
      },
    ],
  });
  plays("fc.nested", {
    lines: [
      {
        typed: "[pscustomobject]@{A=1;B=[pscustomobject]@{C=2;D=[pscustomobject]@{E=3}}} | Format-Custom",
        shows7: [
          "",
          "class PSCustomObject",
          "{",
          "  A = 1",
          "  B = ",
          "    class PSCustomObject",
          "    {",
          "      C = 2",
          "      D = ",
          "        class PSCustomObject",
          "        {",
          "          E = 3",
          "        }",
          "    }",
          "}",
          "",
          "",
        ],
        shows5: [
          "",
          "class PSCustomObject",
          "{",
          "  A = 1",
          "  B = ",
          "    class PSCustomObject",
          "    {",
          "      C = 2",
          "      D = ",
          "        class PSCustomObject",
          "        {",
          "          E = 3",
          "        }",
          "    }",
          "}",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("fc.array-hash", {
    lines: [
      {
        typed: '[pscustomobject]@{A=1,2;H=@{k="v"};N=$null} | Format-Custom -Depth 2',
        shows7: [
          "",
          "class PSCustomObject",
          "{",
          "  A = ",
          "    [",
          "      1",
          "      2",
          "    ]",
          "    ",
          "  H = ",
          "    [",
          "      class DictionaryEntry",
          "      {",
          "        Key = k",
          "        Value = v",
          "        Name = k",
          "      }",
          "    ]",
          "    ",
          "  N = ",
          "}",
          "",
          "",
        ],
        shows5: [
          "",
          "class PSCustomObject",
          "{",
          "  A = ",
          "    [",
          "      1",
          "      2",
          "    ]",
          "    ",
          "  H = ",
          "    [",
          "      class DictionaryEntry",
          "      {",
          "        Key = k",
          "        Value = v",
          "        Name = k",
          "      }",
          "    ]",
          "    ",
          "  N = ",
          "}",
          "",
          "",
          "",
        ],
      },
    ],
  });
  plays("fc.property", {
    lines: [
      {
        typed: '[pscustomobject]@{A=1;B="x"} | Format-Custom B',
        shows7: ["", "class PSCustomObject", "{", "  B = x", "}", "", ""],
        shows5: ["", "class PSCustomObject", "{", "  B = x", "}", "", "", ""],
      },
      {
        typed: '1,"a" | Format-Custom',
        shows7: ["1", "a"],
        shows5: ["1", "a"],
      },
    ],
  });
});
