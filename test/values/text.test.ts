import { describe, expect, it } from "vitest";
import {
  DateTime,
  displayText,
  netText,
  newHashtable,
  PSCustomObject,
  Single,
  TimeSpan,
  toText,
  typeNamed,
  type Value,
} from "../../src/values/index.js";
import { array, char, decimal, double, testContext, windowsPowerShell5Facts } from "./support.js";

const seven = testContext();
const five = testContext(windowsPowerShell5Facts);
const date = new DateTime(637_139_198_450_000_000n);

describe("the three text forms of a value", () => {
  // value, language ("$x"), display (cells), .NET (ToString, -f)
  const rows: readonly (readonly [name: string, value: Value, language: string, display: string, net: string])[] = [
    ["$null", null, "", "", ""],
    ["$true", true, "True", "True", "True"],
    ["5", 5, "5", "5", "5"],
    ["5000000000", 5_000_000_000n, "5000000000", "5000000000", "5000000000"],
    ["0.1 + 0.2", double(0.1 + 0.2), "0.3", "0.3", "0.30000000000000004"],
    ["1e15", double(1e15), "1E+15", "1E+15", "1000000000000000"],
    ["1e17", double(1e17), "1E+17", "1E+17", "1E+17"],
    ["1e-5", double(1e-5), "1E-05", "1E-05", "1E-05"],
    ["1/3", double(1 / 3), "0.333333333333333", "0.333333333333333", "0.3333333333333333"],
    ["-0.0", double(-0), "-0", "-0", "-0"],
    ["3.5 - 1e15, a tie", double(3.5 - 1e15), "-999999999999996", "-999999999999996", "-999999999999996.5"],
    ["[double]::PositiveInfinity", double(Infinity), "Infinity", "∞", "∞"],
    ["[single]0.1", new Single(0.1), "0.1", "0.1", "0.1"],
    ["[single]16777216", new Single(16777216), "1.677722E+07", "1.677722E+07", "16777216"],
    ["1.10d", decimal("1.10"), "1.10", "1.10", "1.10"],
    ["[char]'x'", char("x"), "x", "x", "x"],
    ["a date", date, "01/06/2020 15:04:05", "1/6/2020 3:04:05\u202fPM", "1/6/2020 3:04:05\u202fPM"],
    ["a time span", new TimeSpan(15_000_000n), "00:00:01.5000000", "00:00:01.5000000", "00:00:01.5000000"],
    ["[int]", typeNamed("System.Int32"), "int", "System.Int32", "System.Int32"],
    ["1, 'a'", array(1, "a"), "1 a", "1 a", "System.Object[]"],
    [
      "@{}",
      newHashtable(),
      "System.Collections.Hashtable",
      "System.Collections.Hashtable",
      "System.Collections.Hashtable",
    ],
    [
      "an object",
      new PSCustomObject([
        ["a", 1],
        ["b", array(1)],
        ["c", null],
      ]),
      "@{a=1; b=System.Object[]; c=}",
      "@{a=1; b=System.Object[]; c=}",
      "@{a=1; b=System.Object[]; c=}",
    ],
    ["a nested array", array(array(1, 2), 3), "System.Object[] 3", "System.Object[] 3", "System.Object[]"],
  ];
  it.each(rows)("%s", (_, value, language, display, net) => {
    expect([toText(seven, value), displayText(seven, value), netText(seven, value)]).toEqual([language, display, net]);
  });

  it("5.1 writes doubles with 15 digits everywhere, -0 as 0, and a plain blank before PM", () => {
    expect(netText(five, double(0.1 + 0.2))).toBe("0.3");
    expect(netText(five, double(-0))).toBe("0");
    expect(netText(five, date)).toBe("1/6/2020 3:04:05 PM");
  });
});
