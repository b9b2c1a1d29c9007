import { describe, expect, it } from "vitest";
import { convertTo, DateTime, isTrue, newHashtable, resolveTypeName, type Value } from "../../src/values/index.js";
import { attempt } from "./show.js";
import { array, char, decimal, double, testContext, windowsPowerShell5Facts } from "./support.js";

const context = testContext();

function cast(value: Value, type: string, where = context): string {
  const target = resolveTypeName(type);
  if (target === undefined) throw new Error(`no type ${type}`);
  return attempt(where, () => convertTo(where, value, target));
}

describe("casts", () => {
  it.each<readonly [type: string, value: Value, shown: string]>([
    ["int", "1,000", "Int32 1000"],
    ["int", "0x1F", "Int32 31"],
    ["int", " 5kb\n", "Int32 5120"],
    ["int", "", "Int32 0"],
    ["int", double(2.5), "Int32 2"],
    ["int", double(3.5), "Int32 4"],
    ["int", "2.5", "Int32 2"],
    ["int", true, "Int32 1"],
    ["int", null, "Int32 0"],
    ["int", char("5"), "Int32 53"],
    [
      "int",
      "99999999999",
      'error InvalidCastFromStringToInteger | Cannot convert value "99999999999" to type "System.Int32". Error: "Value was either too large or too small for an Int32."',
    ],
    [
      "int",
      double(1e10),
      'error InvalidCastIConvertible | Cannot convert value "10000000000" to type "System.Int32". Error: "Value was either too large or too small for an Int32."',
    ],
    [
      "int",
      array(1, 2),
      'error ConvertToFinalInvalidCastException | Cannot convert the "System.Object[]" value of type "System.Object[]" to type "System.Int32".',
    ],
    [
      "byte",
      300,
      'error InvalidCastIConvertible | Cannot convert value "300" to type "System.Byte". Error: "Value was either too large or too small for an unsigned byte."',
    ],
    ["long", "1e10", "Int64 10000000000"],
    ["double", "1,5", "Double 15"],
    ["decimal", "1.50", "Decimal 1.5"],
    ["decimal", double(123456789.12345679), "Decimal 123456789.123457"],
    ["bigint", "12345678901234567890123", "BigInteger 12345678901234567890123"],
    ["char", 65, "Char A"],
    [
      "char",
      double(1.5),
      'error InvalidCastIConvertible | Cannot convert value "1.5" to type "System.Char". Error: "Invalid cast from \'Double\' to \'Char\'."',
    ],
    ["bool", "False", "Boolean True"],
    ["string", null, "String "],
    ["string", array(1, "a"), "String 1 a"],
    ["char[]", "ab", "Char[](Char a; Char b)"],
    ["int[]", "5", "Int32[](Int32 5)"],
    ["array", 5, "Object[](Int32 5)"],
    ["DayOfWeek", "mon", "DayOfWeek Monday"],
    ["DayOfWeek", 1, "DayOfWeek Monday"],
    [
      "DayOfWeek",
      "t",
      'error SubstringDisambiguationEnumParseThrewAnException | Cannot convert value "t" to type "System.DayOfWeek". Error: "The identifier name t cannot be processed because it is either too similar or identical to the following enumerator names: Tuesday, Thursday. Use a more specific identifier name."',
    ],
    ["timespan", "5", "TimeSpan 5.00:00:00"],
    [
      "timespan",
      "25:00",
      'error InvalidCastParseTargetInvocationWithFormatProvider | Cannot convert value "25:00" to type "System.TimeSpan". Error: "The TimeSpan string \'25:00\' could not be parsed because at least one of the numeric components is out of range or contains too many digits."',
    ],
    [
      "guid",
      "{11111111222233334444555555555555}",
      'error InvalidCastParseTargetInvocationWithFormatProvider | Cannot convert value "{11111111222233334444555555555555}" to type "System.Guid". Error: "Unrecognized Guid format."',
    ],
    ["version", double(1.5), "Version 1.5"],
    [
      "version",
      "1",
      'error InvalidCastParseTargetInvocation | Cannot convert value "1" to type "System.Version". Error: "Version string portion was too short or too long. (Parameter \'input\')"',
    ],
    ["ipaddress", "1.2.3", "IPAddress 1.2.0.3"],
    ["ipaddress", "2001:DB8:0:0:0:0:0:1", "IPAddress 2001:db8::1"],
    ["type", "int", "RuntimeType int"],
    [
      "type",
      "foo",
      'error InvalidCastFromStringToType | Cannot convert the "foo" value of type "System.String" to type "System.Type".',
    ],
    [
      "regex",
      "(",
      'error InvalidCastFromStringToRegex | Cannot convert value "(" to type "System.Text.RegularExpressions.Regex". Error: "Invalid pattern \'(\' at offset 1. Not enough )\'s."',
    ],
    [
      "switch",
      1,
      'error ConvertToFinalInvalidCastException | Cannot convert the "1" value of type "System.Int32" to type "System.Management.Automation.SwitchParameter".',
    ],
    ["datetime", null, 'error nullToObjectInvalidCast | Cannot convert null to type "System.DateTime".'],
  ])("[%s]%o", (type, value, shown) => {
    expect(cast(value, type)).toBe(shown);
  });

  it("5.1 knows no multipliers in casts and .NET's shorter text", () => {
    const five = testContext(windowsPowerShell5Facts);
    expect(cast("1kb", "double", five)).toBe(
      'error InvalidCastFromStringToDoubleOrSingle | Cannot convert value "1kb" to type "System.Double". Error: "Input string was not in a correct format."',
    );
  });
});

describe("dates are read month first, with any names", () => {
  it.each([
    "2020-01-06",
    "1/6/2020",
    "2020/1/6",
    "1-6-2020",
    "1.6.2020",
    "6 Jan 2020",
    "Jan 6 2020",
    "January 6, 2020",
    "1/6/20",
    "Monday, January 6, 2020",
    "1/6",
  ])("[datetime]'%s'", (text) => {
    expect(cast(text, "datetime")).toBe("DateTime 01/06/2020 00:00:00");
  });
  it.each([
    ["2020-01-06T15:04:05", "01/06/2020 15:04:05"],
    ["1/6/2020 3:04 PM", "01/06/2020 15:04:00"],
    ["2020-01-06 15:04:05.5", "01/06/2020 15:04:05"],
    ["2020-01-06T15:04:05+02:00", "01/06/2020 13:04:05"],
    ["2020-01-06T15:04:05Z", "01/06/2020 15:04:05"],
    ["15:04", "01/06/2020 15:04:00"],
    ["3pm", "01/06/2020 15:00:00"],
    ["2020-01", "01/01/2020 00:00:00"],
    ["Jan 2020", "01/01/2020 00:00:00"],
  ])("[datetime]'%s'", (text, shown) => {
    expect(cast(text, "datetime")).toBe(`DateTime ${shown}`);
  });
  it.each([
    ["20200106", "String '20200106' was not recognized as a valid DateTime."],
    ["13/1/2020", "String '13/1/2020' was not recognized as a valid DateTime."],
    ["monday", "String 'monday' was not recognized as a valid DateTime."],
    ["", "String '' was not recognized as a valid DateTime."],
    ["now", "The string 'now' was not recognized as a valid DateTime. There is an unknown word starting at index '0'."],
    [
      "24:00",
      "The DateTime represented by the string '24:00' is not supported in calendar 'System.Globalization.GregorianCalendar'.",
    ],
  ])("[datetime]'%s' fails", (text, reason) => {
    expect(cast(text, "datetime")).toBe(
      `error InvalidCastParseTargetInvocationWithFormatProvider | Cannot convert value "${text}" to type "System.DateTime". Error: "${reason}"`,
    );
  });
});

describe("truth", () => {
  it.each<readonly [value: Value, truth: boolean]>([
    [null, false],
    ["", false],
    ["0", true],
    [0, false],
    [double(0), false],
    [decimal("0.00"), false],
    [char("\0"), false],
    [array(), false],
    [array(0), false],
    [array(array()), false],
    [array(0, 0), true],
    [newHashtable(), true],
    [new DateTime(0n), true],
  ])("%o is %s", (value, truth) => {
    expect(isTrue(value)).toBe(truth);
  });
});
