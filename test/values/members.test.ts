import { describe, expect, it } from "vitest";
import {
  construct,
  getIndex,
  getProperty,
  getStaticMember,
  invokeMethod,
  invokeStatic,
  membersOf,
  newHashtable,
  newOrderedDictionary,
  PSCustomObject,
  propertiesOf,
  resolveTypeName,
  setIndex,
  setProperty,
  typeNamed,
  type Value,
} from "../../src/values/index.js";
import { attempt } from "./show.js";
import { array, char, double, testContext, windowsPowerShell5Facts } from "./support.js";

const context = testContext();
const typed = (name: string) => resolveTypeName(name) ?? typeNamed("System.Void");

describe("methods", () => {
  it.each<readonly [value: Value, name: string, args: readonly Value[], shown: string]>([
    ["abc", "Substring", [1], "String bc"],
    ["abc", "substring", ["1"], "String bc"],
    [
      "abc",
      "Substring",
      [5],
      'error ArgumentOutOfRangeException | Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter \'startIndex\')"',
    ],
    [
      "abc",
      "Substring",
      [],
      'error MethodCountCouldNotFindBest | Cannot find an overload for "Substring" and the argument count: "0".',
    ],
    [
      "abc",
      "Substring",
      ["x"],
      'error MethodArgumentConversionInvalidCastArgument | Cannot convert argument "startIndex", with value: "x", for "Substring" to type "System.Int32": "Cannot convert value "x" to type "System.Int32". Error: "The input string \'x\' was not in a correct format.""',
    ],
    [
      "abc",
      "Foo",
      [],
      "error MethodNotFound | Method invocation failed because [System.String] does not contain a method named 'Foo'.",
    ],
    [null, "Foo", [], "error InvokeMethodOnNull | You cannot call a method on a null-valued expression."],
    ["a;b,c", "Split", [";,"], "String[](String a;b,c)"],
    ["a;b,c", "Split", [array(char(";"), char(","))], "String[](String a; String b; String c)"],
    ["  x ", "Trim", [], "String x"],
    ["xxaxx", "Trim", ["x"], "String a"],
    ["abc", "PadLeft", [5, "*"], "String **abc"],
    ["abc", "IndexOf", ["c"], "Int32 2"],
    ["abc", "CompareTo", ["ABC"], "Int32 -1"],
    ["abc", "Replace", ["b", "$1"], "String a$1c"],
    [5, "ToString", ["D3"], "String 005"],
    [array("a", "bb"), "ToUpper", [], "Object[](String A; String BB)"],
  ])("%o.%s(%o)", (value, name, args, shown) => {
    expect(attempt(context, () => invokeMethod(context, value, name, args))).toBe(shown);
  });

  it("5.1 splits at each character of a text", () => {
    const five = testContext(windowsPowerShell5Facts);
    expect(attempt(five, () => invokeMethod(five, "a;b,c", "Split", [";,"]))).toBe(
      "String[](String a; String b; String c)",
    );
  });
});

describe("static members", () => {
  it.each<readonly [type: string, name: string, args: readonly Value[], shown: string]>([
    ["math", "Round", [double(2.5)], "Double 2"],
    ["math", "Round", [double(2.345), 2], "Double 2.35"],
    ["math", "Max", [1, 2], "Int32 2"],
    ["math", "Floor", [double(-1.5)], "Double -2"],
    ["math", "Ceiling", [5], "Decimal 5"],
    ["string", "Join", ["-", array(1, double(0.5))], "String 1-0.5"],
    ["string", "Format", ["{0:N1}", double(1.25)], "String 1.2"],
    ["string", "IsNullOrEmpty", [null], "Boolean True"],
    ["convert", "ToString", [255, 16], "String ff"],
    ["convert", "ToInt32", ["ff", 16], "Int32 255"],
    ["convert", "ToBase64String", [array(1, 2, 3)], "String AQID"],
    [
      "int",
      "Parse",
      ["x"],
      'error FormatException | Exception calling "Parse" with "1" argument(s): "The input string \'x\' was not in a correct format."',
    ],
    ["datetime", "DaysInMonth", [2024, 2], "Int32 29"],
    ["timespan", "FromMinutes", [90], "TimeSpan 01:30:00"],
    ["regex", "Escape", ["a.b"], "String a\\.b"],
    ["System.IO.Path", "GetFileNameWithoutExtension", ["C:\\a\\b.txt"], "String b"],
    ["enum", "GetNames", [typed("DateTimeKind")], "String[](String Unspecified; String Utc; String Local)"],
  ])("[%s]::%s(%o)", (type, name, args, shown) => {
    expect(attempt(context, () => invokeStatic(context, typed(type), name, args))).toBe(shown);
  });
  it("constants and the clock of the session", () => {
    expect(attempt(context, () => getStaticMember(context, typed("int"), "MaxValue") ?? null)).toBe("Int32 2147483647");
    expect(attempt(context, () => getStaticMember(context, typed("datetime"), "Now") ?? null)).toBe(
      "DateTime 01/06/2020 15:04:05",
    );
  });
});

describe("properties", () => {
  it("a dictionary's keys come before its own properties", () => {
    const table = newHashtable();
    table.set("Count", "mine");
    expect(getProperty(context, table, "count")).toBe("mine");
    expect(getProperty(context, newHashtable(), "Count")).toBe(0);
  });
  it("member enumeration gathers what the elements have; scalars count 1", () => {
    const items = array("a", "bb", 3);
    expect(
      attempt(
        context,
        () => getProperty(context, array(new PSCustomObject([["n", 1]]), new PSCustomObject([["n", 2]])), "N") ?? null,
      ),
    ).toBe("Object[](Int32 1; Int32 2)");
    expect(getProperty(context, items, "Length")).toBe(3);
    expect(getProperty(context, 5, "Count")).toBe(1);
    expect(getProperty(context, null, "Count")).toBe(0);
    expect(getProperty(context, "a", "Foo")).toBeUndefined();
  });
  it("setting a missing property says so in two ways", () => {
    const text = "The property 'b' cannot be found on this object. Verify that the property exists and can be set.";
    const object = new PSCustomObject([["a", 1]]);
    expect(
      attempt(context, () => {
        setProperty(context, object, "b", 1);
        return null;
      }),
    ).toBe(`error ExceptionWhenSetting | Exception setting "b": "${text}"`);
    expect(
      attempt(context, () => {
        setProperty(context, "x", "b", 1);
        return null;
      }),
    ).toBe(`error PropertyAssignmentException | ${text}`);
    expect(
      attempt(context, () => {
        setProperty(context, "x", "Length", 1);
        return null;
      }),
    ).toBe("error PropertyAssignmentException | 'Length' is a ReadOnly property.");
    setProperty(context, object, "A", 2);
    expect(getProperty(context, object, "a")).toBe(2);
  });
  it("`*` puts the type table before .NET's properties", () => {
    const date = construct(context, typed("datetime"), [2020, 1, 6]);
    expect(
      propertiesOf(context, date, "wildcard")
        .slice(0, 3)
        .map((p) => p.name),
    ).toEqual(["DateTime", "Date", "Day"]);
    expect(propertiesOf(context, date).at(-1)?.name).toBe("DateTime");
  });
  it("Get-Member's definitions", () => {
    const rows = membersOf(
      context,
      new PSCustomObject([
        ["a", 1],
        ["b", null],
        ["c", array(1)],
      ]),
    );
    expect(rows.filter((r) => r.memberType === "NoteProperty").map((r) => r.definition)).toEqual([
      "int a=1",
      "object b=null",
      "Object[] c=System.Object[]",
    ]);
    expect(rows.find((r) => r.name === "Equals")?.definition).toBe("bool Equals(System.Object obj)");
  });
});

describe("indexing", () => {
  const letters = array("a", "b", "c");
  it.each<readonly [value: Value, index: Value, shown: string]>([
    [letters, 0, "String a"],
    [letters, -1, "String c"],
    [letters, 99, "null"],
    [letters, "1", "String b"],
    [letters, array(0, 2), "Object[](String a; String c)"],
    ["abc", 1, "Char b"],
    [5, 0, "Int32 5"],
    [null, 0, "error NullArray | Cannot index into a null array."],
    [letters, null, "error NullArrayIndex | Index operation failed; the array index evaluated to null."],
  ])("%o[%o]", (value, index, shown) => {
    expect(attempt(context, () => getIndex(context, value, index))).toBe(shown);
  });
  it("writing beyond the end fails, ordered dictionaries take positions", () => {
    expect(
      attempt(context, () => {
        setIndex(context, letters, 3, 1);
        return null;
      }),
    ).toBe("error System.IndexOutOfRangeException | Index was outside the bounds of the array.");
    const ordered = newOrderedDictionary();
    ordered.set("z", 1);
    setIndex(context, ordered, 0, 2);
    expect(getIndex(context, ordered, "Z")).toBe(2);
  });
});
