import { describe, expect, it } from "vitest";
import {
  binaryOperations,
  EnumValue,
  newHashtable,
  typeNamed,
  unaryOperations,
  type Value,
} from "../../src/values/index.js";
import { attempt } from "./show.js";
import { array, bigInteger, byte, char, decimal, double, testContext, uint32, uint64 } from "./support.js";

const context = testContext();
const monday = new EnumValue(typeNamed("System.DayOfWeek"), 1n);
type Row = readonly [left: Value, right: Value, shown: string];

function check(operator: keyof typeof binaryOperations, rows: readonly Row[]): void {
  it.each(rows)(`%o ${operator} %o → %s`, (left, right, shown) => {
    expect(attempt(context, () => binaryOperations[operator](context, left, right))).toBe(shown);
  });
}

describe("arithmetic", () => {
  check("Plus", [
    [1, 2, "Int32 3"],
    [2147483647, 1, "Double 2147483648"],
    [1, 2n, "Int64 3"],
    [1, double(1.5), "Double 2.5"],
    [double(1.5), decimal("1.10"), "Decimal 2.60"],
    [1, "5l", "Int64 6"],
    [1, "0x10", "Int32 17"],
    [
      1,
      "abc",
      'error InvalidCastFromStringToInteger | Cannot convert value "abc" to type "System.Int32". Error: "The input string \'abc\' was not in a correct format."',
    ],
    ["a", 1, "String a1"],
    [char("a"), 1, "String a1"],
    [1, char("a"), "Int32 98"],
    [null, 5, "Int32 5"],
    [true, true, "Int32 2"],
    [array(1), 2, "Object[](Int32 1; Int32 2)"],
    [array(1), array(2, 3), "Object[](Int32 1; Int32 2; Int32 3)"],
    [newHashtable(), 1, "error AddHashTableToNonHashTable | A hash table can only be added to another hash table."],
    [uint32(4000000000), 1, "UInt32 4000000001"],
    [uint64(1n), -1, "Decimal 0"],
    [bigInteger(1n), double(5.5), "BigInteger 6"],
    [monday, 1, "DayOfWeek Tuesday"],
    [1, monday, "Int32 2"],
    [
      1,
      array(2),
      "error MethodNotFound | Method invocation failed because [System.Object[]] does not contain a method named 'op_Addition'.",
    ],
  ]);
  check("Divide", [
    [10, 5, "Int32 2"],
    [10, 4, "Double 2.5"],
    [1, 0, "error RuntimeException | Attempted to divide by zero."],
    [double(1), 0, "Double Infinity"],
    [decimal("1"), 3, "Decimal 0.3333333333333333333333333333"],
    ["10", "4", "Double 2.5"],
  ]);
  check("Multiply", [
    ["ab", 2, "String abab"],
    [
      "ab",
      -1,
      "error System.ArgumentOutOfRangeException | times ('-1') must be a non-negative value. (Parameter 'times')\nActual value was -1.",
    ],
    [array(1, 2), 2, "Object[](Int32 1; Int32 2; Int32 1; Int32 2)"],
    [2, "10", "Int32 20"],
    [
      char("a"),
      2,
      "error NotADefinedOperationForType | The operation '[System.Char] * [System.Int32]' is not defined.",
    ],
  ]);
  check("Rem", [
    [7, 3, "Int32 1"],
    [-7, 3, "Int32 -1"],
    [decimal("7"), decimal("2.5"), "Decimal 2.0"],
  ]);
  check("DotDot", [
    [1, 3, "Object[](Int32 1; Int32 2; Int32 3)"],
    ["a", "c", "Object[](Char a; Char b; Char c)"],
    ["3", "1", "Object[](Int32 3; Int32 2; Int32 1)"],
    [double(1.5), double(3.5), "Object[](Int32 2; Int32 3; Int32 4)"],
  ]);
  check("Band", [
    [6, 3, "Int32 2"],
    [double(1.5), 3, "UInt64 2"],
    [-1, double(0), "Int64 0"],
    [monday, 3, "DayOfWeek Monday"],
    [true, false, "Int32 0"],
  ]);
  check("Shl", [
    [1, 33, "Int32 2"],
    [1n, 33, "Int64 8589934592"],
    [byte(200), 1, "Byte 144"],
    [
      true,
      1,
      "error NotADefinedOperationForType | The operation '[System.Boolean] -shl [System.Int32]' is not defined.",
    ],
  ]);
});

describe("comparison", () => {
  check("Ieq", [
    [1, "1.0", "Boolean True"],
    [5, " 5 ", "Boolean True"],
    [2, "1.5", "Boolean False"],
    [1, "abc", "Boolean False"],
    ["1.0", 1, "Boolean False"],
    ["a", "A", "Boolean True"],
    ["straße", "STRASSE", "Boolean False"],
    ["e\u0301", "é", "Boolean True"],
    [0, null, "Boolean False"],
    [null, null, "Boolean True"],
    [true, "x", "Boolean True"],
    [double(0.1), decimal("0.1"), "Boolean True"],
    [char("a"), "A", "Boolean True"],
    [monday, "mon", "Boolean True"],
    [array(1, null, 2), null, "Object[](null)"],
  ]);
  check("Ceq", [["a", "A", "Boolean False"]]);
  check("Ilt", [
    ["10", 9, "Boolean True"],
    [1, "1.5", "Boolean True"],
    [
      1,
      "abc",
      'error InvalidCastFromStringToInteger | Cannot convert value "abc" to type "System.Int32". Error: "The input string \'abc\' was not in a correct format."',
    ],
    [null, 0, "Boolean True"],
    [-1, null, "Boolean True"],
    [double(Number.NaN), 1, "Boolean False"],
    [
      newHashtable(),
      1,
      'error NotIcomparable | Cannot compare "System.Collections.Hashtable" because it is not IComparable.',
    ],
  ]);
  check("Clt", [["a", "A", "Boolean True"]]);
  check("Icontains", [
    ["abc", "a", "Boolean False"],
    [array("A", "b"), "a", "Boolean True"],
    [null, null, "Boolean False"],
  ]);
  check("Iin", [[null, null, "Boolean True"]]);
  check("Is", [
    [5, typeNamed("System.Int32"), "Boolean True"],
    [5, "int", "Boolean True"],
    [5, null, "error IsOperatorRequiresType | The right operand of '-is' must be a type."],
  ]);
  check("As", [
    ["3.7", typeNamed("System.Int32"), "Int32 4"],
    ["x", typeNamed("System.Int32"), "null"],
  ]);
});

describe("text operators", () => {
  check("Ilike", [
    ["Exchange", "ex*", "Boolean True"],
    ["a]", "a[]]", "Boolean True"],
    ["^", "[^b]", "Boolean True"],
    ["a*b", "a`*b", "Boolean True"],
    ["x", "[", "error RuntimeException | The specified wildcard character pattern is not valid: ["],
    [array("ab", "cd"), "a*", "Object[](String ab)"],
  ]);
  check("Ireplace", [
    ["hello", array("l+", "[$0]"), "String he[ll]o"],
    ["John Smith", array("(?<f>\\w+) (?<l>\\w+)", "${l}, $1"), "String Smith, John"],
    ["a.b", "\\.", "String ab"],
    ["abc", array("A", "$5"), "String $5bc"],
  ]);
  check("Isplit", [
    ["a,b,c", ",", "String[](String a; String b; String c)"],
    ["a,b,c", array(",", 2), "String[](String a; String b,c)"],
    ["a.b", array(".", 0, "simplematch"), "String[](String a; String b)"],
    ["a1b", "(\\d)", "String[](String a; String 1; String b)"],
    ["ab", "", "String[](String ; String a; String b; String )"],
  ]);
  check("Join", [[array(1, array(2, 3), null), "-", "String 1-System.Object[]-"]]);

  it("-match hands the groups out, and keeps the old ones when it fails", () => {
    expect(binaryOperations.Imatch(context, "User: Anna", "(?<name>\\w+)$")).toBe(true);
    expect(binaryOperations.Imatch(context, "nobody", "\\d")).toBe(false);
    expect(context.matches?.get("NAME")).toBe("Anna");
    expect(context.matches?.get(0)).toBe("Anna");
  });
});

describe("unary operators", () => {
  it.each([
    ["Minus", "5", "Int32 -5"],
    ["Plus", "0x10", "Int32 16"],
    ["Not", "False", "Boolean False"],
    ["Bnot", 5, "Int32 -6"],
    ["Isplit", " a  b ", "String[](String a; String b)"],
    ["PlusPlus", null, "Int32 1"],
    [
      "PlusPlus",
      "x",
      "error OperatorRequiresNumber | The '++' operator works only on numbers. The operand is a 'System.String'.",
    ],
  ] as const)("%s %o", (operator, value, shown) => {
    expect(attempt(context, () => unaryOperations[operator](context, value))).toBe(shown);
  });
});
