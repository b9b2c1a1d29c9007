import { describe, expect, it } from "vitest";
import { binaryOperations, DateTime, Guid, invariantCulture, TimeSpan, type Value } from "../../src/values/index.js";
import { attempt } from "./show.js";
import { array, char, decimal, double, testContext, windowsPowerShell5Facts } from "./support.js";

const seven = testContext();
const date = new DateTime(637_139_198_450_000_000n);

describe("-f", () => {
  const rows: readonly (readonly [format: string, value: Value, text: string])[] = [
    ["{0:N}", double(1234.5678), "1,234.568"],
    ["{0:F}", double(1234.5678), "1234.568"],
    ["{0:C}", double(-5), "-$5.00"],
    ["{0:P}", double(1234.5678), "123,456.780%"],
    ["{0:P0}", double(0.1234), "12%"],
    ["{0:E}", double(1234.5678), "1.234568E+003"],
    ["{0:e0}", 12345, "1e+004"],
    ["{0:G3}", double(1234.5), "1.23E+03"],
    ["{0:D4}", 255, "0255"],
    ["{0:X}", -1, "FFFFFFFF"],
    ["{0:X}", -1n, "FFFFFFFFFFFFFFFF"],
    ["{0:x4}", 255, "00ff"],
    ["{0:B}", 255, "11111111"],
    ["{0:N0}", double(2.5), "2"],
    ["{0:N0}", double(3.5), "4"],
    ["{0:N0}", decimal("2.5"), "3"],
    ["{0:N2}", double(2.675), "2.67"],
    ["{0:0.00}", double(2.675), "2.68"],
    ["{0:#,##0.0}", double(1234.56), "1,234.6"],
    ["{0:00.##}", 5, "05"],
    ["{0:0,}", 1234567, "1235"],
    ["{0:0%}", double(0.255), "26%"],
    ["{0:0.00E+00}", 12345, "1.23E+04"],
    ["{0:#}", 0, ""],
    ["{0:##.##}", double(0.5), ".5"],
    ["{0:(###) ###-####}", 5551234567n, "(555) 123-4567"],
    ["{0:pos;neg;zero}", 0, "zero"],
    ["{0:'lit'0}", 5, "lit5"],
    ["{0,5}|", 42, "   42|"],
    ["{0,-5}|", 42, "42   |"],
    ["{{{0}}}", 1, "{1}"],
    ["{0:d}", date, "1/6/2020"],
    ["{0:D}", date, "Monday, January 6, 2020"],
    ["{0:t}", date, "3:04\u202fPM"],
    ["{0:o}", date, "2020-01-06T15:04:05.0000000"],
    ["{0:r}", date, "Mon, 06 Jan 2020 15:04:05 GMT"],
    ["{0:u}", date, "2020-01-06 15:04:05Z"],
    ["{0:yyyy-MM-dd HH:mm:ss.fff}", date, "2020-01-06 15:04:05.000"],
    ["{0:%M}", date, "1"],
    ["{0:M}", date, "January 6"],
    ["{0:g}", new TimeSpan(937_845_000_000n), "1:2:03:04.5"],
    ["{0:G}", new TimeSpan(937_845_000_000n), "1:02:03:04.5000000"],
    ["{0:hh\\:mm\\:ss}", new TimeSpan(937_845_000_000n), "02:03:04"],
    ["{0:N}", new Guid("11111111-2222-3333-4444-555555555555"), "11111111222233334444555555555555"],
    ["{0:N2}", "1234.5", "1234.5"],
    ["{0}", char("a"), "a"],
  ];
  it.each(rows)("'%s' -f %o", (format, value, text) => {
    expect(binaryOperations.Format(seven, format, value)).toBe(text);
  });

  it.each([
    [
      "{0",
      1,
      "Input string was not in a correct format. Failure to parse near offset 2. Format item ends prematurely.",
    ],
    ["{a}", 1, "Input string was not in a correct format. Failure to parse near offset 1. Expected an ASCII digit."],
    ["{1}", 1, "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."],
    ["{0:D4}", double(1.5), "Format specifier was invalid."],
    ["{0:hh:mm}", new TimeSpan(0n), "Input string was not in a correct format."],
  ] as const)("'%s' -f %o fails", (format, value, reason) => {
    expect(attempt(seven, () => binaryOperations.Format(seven, format, value))).toBe(
      `error FormatError | Error formatting a string: ${reason}.`,
    );
  });

  it("5.1 shows two decimals, other cultures their own patterns", () => {
    expect(
      binaryOperations.Format(testContext(windowsPowerShell5Facts), "{0:N} {1:P}", array(double(1.5), double(0.5))),
    ).toBe("1.50 50.00%");
    const invariant = testContext(undefined, invariantCulture);
    expect(binaryOperations.Format(invariant, "{0:C} {0:P} {1:d}", array(double(2.5), date))).toBe(
      "¤2.50 250.00 % 01/06/2020",
    );
  });
});
