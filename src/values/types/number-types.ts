import { numberTo } from "../conversion/to-number.js";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  makeDecimal,
  multiplyDecimals,
  remainderOfDecimals,
  roundDecimal,
  subtractDecimals,
  truncateDecimal,
} from "../decimal.js";
import type { DotNetMember, DotNetMethod } from "../dotnet-type.js";
import { formatNumber } from "../format/numeric-format.js";
import { netEquals } from "../net-equality.js";
import { argumentError, argumentNullError, netError } from "../net-errors.js";
import { BigInteger, Decimal, Double, EnumValue, Single } from "../numbers.js";
import { compareNumbers, doubleOf, integerOf, integerRanges, integerValue } from "../numeric.js";
import { PSReference } from "../objects.js";
import { method, overload, property } from "../signatures.js";
import { currentCulture, netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { CultureInfo } from "./culture-info.js";
import { parsingMethods } from "./number-parsing.js";

const interfaces = ["System.IComparable", "System.IConvertible", "System.IFormattable"];

/** ToString's four forms. */
export function toStringMethod(): DotNetMethod {
  const culture = (context: ValueContext, provider: Value | undefined) =>
    provider instanceof CultureInfo ? provider.culture : currentCulture(context);
  return method(
    ["string ToString()", (c, self) => netText(c, self)],
    [
      "string ToString(string format)",
      (c, self, [f]) => formatNumber(self, (f as string) ?? "", currentCulture(c), c.facts),
    ],
    [
      "string ToString(System.IFormatProvider provider)",
      (c, self, [p]) => formatNumber(self, "", culture(c, p), c.facts),
    ],
    [
      "string ToString(string format, System.IFormatProvider provider)",
      (c, self, [f, p]) => formatNumber(self, (f as string) ?? "", culture(c, p), c.facts),
    ],
  );
}

function commonMembers(shortName: string): readonly DotNetMember[] {
  const compareTo = (context: ValueContext, self: Value, other: Value | undefined): number => {
    if (other === null || other === undefined) return 1;
    if (typeOf(other) !== typeOf(self))
      throw argumentError(context, `Object must be of type ${typeOf(self)?.name}.`, "value");
    return compareNumbers(self, other);
  };
  return [
    method(
      ["int CompareTo(System.Object value)", (c, self, [o]) => compareTo(c, self, o)],
      [`int CompareTo(${shortName} value)`, (c, self, [o]) => compareTo(c, self, o)],
    ),
    method(
      ["bool Equals(System.Object obj)", (_, self, [o]) => netEquals(self, o ?? null)],
      [`bool Equals(${shortName} obj)`, (_, self, [o]) => netEquals(self, o ?? null)],
    ),
    method([
      "System.TypeCode GetTypeCode()",
      (_, self) => new EnumValue(typeNamed("System.TypeCode"), BigInt(typeCodes.indexOf(typeOf(self)?.name ?? ""))),
    ]),
    toStringMethod(),
  ];
}
const typeCodes = [
  "Empty",
  "Object",
  "DBNull",
  "Boolean",
  "Char",
  "SByte",
  "Byte",
  "Int16",
  "UInt16",
  "Int32",
  "UInt32",
  "Int64",
  "UInt64",
  "Single",
  "Double",
  "Decimal",
  "DateTime",
  "",
  "String",
];

function integerType(name: string, shortName: string): void {
  const fullName = `System.${name}`;
  defineType({
    fullName,
    base: "System.ValueType",
    kind: "struct",
    interfaces,
    members: () => commonMembers(shortName),
    staticMembers: () => {
      const range = integerRanges.get(fullName) as readonly [bigint, bigint];
      return [
        property(`${shortName} MaxValue`, () => integerValue(fullName, range[1])),
        property(`${shortName} MinValue`, () => integerValue(fullName, range[0])),
        ...parsingMethods(fullName),
      ];
    },
  });
}

integerType("Int32", "int");
integerType("Int64", "long");
integerType("Int16", "short");
integerType("Byte", "byte");
integerType("SByte", "sbyte");
integerType("UInt16", "ushort");
integerType("UInt32", "uint");
integerType("UInt64", "ulong");

function floatMembers(
  fullName: string,
  shortName: string,
  make: (n: number) => Value,
  constants: Readonly<Record<string, number>>,
): readonly DotNetMember[] {
  const value = (v: Value | undefined): number => doubleOf(v ?? null) ?? Number.NaN;
  return [
    ...Object.entries(constants).map(([name, n]) => property(`${shortName} ${name}`, () => make(n))),
    method([`static bool IsNaN(${shortName} d)`, (_, __, [d]) => Number.isNaN(value(d))]),
    method([`static bool IsInfinity(${shortName} d)`, (_, __, [d]) => Math.abs(value(d)) === Infinity]),
    method([`static bool IsPositiveInfinity(${shortName} d)`, (_, __, [d]) => value(d) === Infinity]),
    method([`static bool IsNegativeInfinity(${shortName} d)`, (_, __, [d]) => value(d) === -Infinity]),
    ...parsingMethods(fullName),
  ];
}

defineType({
  fullName: "System.Double",
  kind: "struct",
  interfaces,
  members: () => commonMembers("double"),
  staticMembers: () =>
    floatMembers("System.Double", "double", (n) => new Double(n), {
      Epsilon: 5e-324,
      MaxValue: Number.MAX_VALUE,
      MinValue: -Number.MAX_VALUE,
      NaN: Number.NaN,
      NegativeInfinity: -Infinity,
      PositiveInfinity: Infinity,
    }),
});
defineType({
  fullName: "System.Single",
  kind: "struct",
  interfaces,
  members: () => commonMembers("float"),
  staticMembers: () =>
    floatMembers("System.Single", "float", (n) => new Single(n), {
      Epsilon: 1.401298464324817e-45,
      MaxValue: 3.4028234663852886e38,
      MinValue: -3.4028234663852886e38,
      NaN: Number.NaN,
      NegativeInfinity: -Infinity,
      PositiveInfinity: Infinity,
    }),
});

const dec = (value: Value | undefined): Decimal => (value instanceof Decimal ? value : new Decimal(0n, 0));
function decimalOperator(name: string, run: (a: Decimal, b: Decimal) => Decimal): DotNetMethod {
  return method([
    `static decimal ${name}(decimal d1, decimal d2)`,
    (_, __, [a, b]) => {
      if ((name === "op_Division" || name === "op_Modulus") && dec(b).mantissa === 0n)
        throw netError("System.DivideByZeroException", "Attempted to divide by zero.");
      return run(dec(a), dec(b));
    },
  ]);
}
const largest = (1n << 96n) - 1n;

defineType({
  fullName: "System.Decimal",
  kind: "struct",
  interfaces,
  members: () => [
    ...commonMembers("decimal"),
    property("byte Scale", (d: Decimal) => integerValue("System.Byte", BigInt(d.scale))),
  ],
  staticMembers: () => [
    property("decimal MaxValue", () => new Decimal(largest, 0)),
    property("decimal MinValue", () => new Decimal(-largest, 0)),
    property("decimal Zero", () => new Decimal(0n, 0)),
    property("decimal One", () => new Decimal(1n, 0)),
    property("decimal MinusOne", () => new Decimal(-1n, 0)),
    ...parsingMethods("System.Decimal"),
    method(
      ["static decimal Round(decimal d)", (_, __, [d]) => roundDecimal(dec(d), 0)],
      [
        "static decimal Round(decimal d, int decimals)",
        (_, __, [d, n]) => roundDecimal(dec(d), typeof n === "number" ? n : 0),
      ],
    ),
    method(["static decimal Truncate(decimal d)", (_, __, [d]) => makeDecimal(truncateDecimal(dec(d)), 0)]),
    method(["static decimal Floor(decimal d)", (_, __, [d]) => makeDecimal(floorDecimal(dec(d)), 0)]),
    method([
      "static decimal Ceiling(decimal d)",
      (_, __, [d]) => makeDecimal(-floorDecimal(new Decimal(-dec(d).mantissa, dec(d).scale)), 0),
    ]),
    method(["static int Compare(decimal d1, decimal d2)", (_, __, [a, b]) => compareDecimals(dec(a), dec(b))]),
    method(["static decimal Negate(decimal d)", (_, __, [d]) => new Decimal(-dec(d).mantissa, dec(d).scale)]),
    decimalOperator("op_Addition", addDecimals),
    decimalOperator("op_Subtraction", subtractDecimals),
    decimalOperator("op_Multiply", multiplyDecimals),
    decimalOperator("op_Division", divideDecimals),
    decimalOperator("op_Modulus", remainderOfDecimals),
  ],
  constructors: () => [
    overload("decimal new(int value)", (_, __, [v]) => numberTo(v ?? 0, "System.Decimal")),
    overload("decimal new(long value)", (_, __, [v]) => numberTo(v ?? 0, "System.Decimal")),
    overload("decimal new(double value)", (_, __, [v]) => numberTo(v ?? 0, "System.Decimal")),
  ],
});

/** The greatest whole number that is not greater. */
export function floorDecimal(d: Decimal): bigint {
  const whole = truncateDecimal(d);
  return d.mantissa < 0n && compareDecimals(makeDecimal(whole, 0), d) !== 0 ? whole - 1n : whole;
}

const big = (value: Value | undefined): bigint =>
  value instanceof BigInteger ? value.value : (integerOf(value ?? null) ?? 0n);
defineType({
  fullName: "System.Numerics.BigInteger",
  kind: "struct",
  interfaces,
  members: () => [
    ...commonMembers("bigint"),
    property("bool IsZero", (b: BigInteger) => b.value === 0n),
    property("bool IsOne", (b: BigInteger) => b.value === 1n),
    property("bool IsEven", (b: BigInteger) => b.value % 2n === 0n),
    property("int Sign", (b: BigInteger) => (b.value > 0n ? 1 : b.value < 0n ? -1 : 0)),
  ],
  staticMembers: () => [
    property("bigint Zero", () => new BigInteger(0n)),
    property("bigint One", () => new BigInteger(1n)),
    property("bigint MinusOne", () => new BigInteger(-1n)),
    ...parsingMethods("System.Numerics.BigInteger"),
    method([
      "static bigint Pow(bigint value, int exponent)",
      (_, __, [v, n]) => {
        if (typeof n === "number" && n > 10000)
          throw netError(
            "System.OutOfMemoryException",
            "Insufficient memory to continue the execution of the program.",
          );
        return new BigInteger(big(v) ** BigInt(typeof n === "number" && n >= 0 ? n : 0));
      },
    ]),
    method(["static bigint Abs(bigint value)", (_, __, [v]) => new BigInteger(big(v) < 0n ? -big(v) : big(v))]),
    method(["static bigint Add(bigint left, bigint right)", (_, __, [a, b]) => new BigInteger(big(a) + big(b))]),
    method(["static bigint Subtract(bigint left, bigint right)", (_, __, [a, b]) => new BigInteger(big(a) - big(b))]),
    method(["static bigint Multiply(bigint left, bigint right)", (_, __, [a, b]) => new BigInteger(big(a) * big(b))]),
    method([
      "static bigint Divide(bigint dividend, bigint divisor)",
      (_, __, [a, b]) => {
        if (big(b) === 0n) throw netError("System.DivideByZeroException", "Attempted to divide by zero.");
        return new BigInteger(big(a) / big(b));
      },
    ]),
  ],
  constructors: () => [overload("bigint new(long value)", (_, __, [v]) => new BigInteger(big(v)))],
});

defineType({
  fullName: "System.Boolean",
  kind: "struct",
  interfaces: ["System.IComparable", "System.IConvertible"],
  members: () => [
    method(
      [
        "int CompareTo(System.Object obj)",
        (_, self, [o]) => (o === null ? 1 : Number(self === true) - Number(o === true)),
      ],
      ["int CompareTo(bool value)", (_, self, [o]) => Number(self === true) - Number(o === true)],
    ),
    method(
      ["bool Equals(System.Object obj)", (_, self, [o]) => self === o],
      ["bool Equals(bool obj)", (_, self, [o]) => self === o],
    ),
    method(["System.TypeCode GetTypeCode()", () => new EnumValue(typeNamed("System.TypeCode"), 3n)]),
    method(["string ToString()", (_, self) => (self === true ? "True" : "False")]),
  ],
  staticMembers: () => [
    property("string TrueString", () => "True"),
    property("string FalseString", () => "False"),
    method(["static bool Parse(string value)", (c, _, [s]) => parseBoolean(c, s)]),
    method([
      "static bool TryParse(string value, [ref] bool result)",
      (_c, _, [s, r]) => {
        if (!(r instanceof PSReference)) return false;
        const word = typeof s === "string" ? s.trim().toLowerCase() : "";
        r.set(word === "true");
        return word === "true" || word === "false";
      },
    ]),
  ],
});

function parseBoolean(context: ValueContext, text: Value | undefined): boolean {
  if (typeof text !== "string") throw argumentNullError(context, "value");
  const lower = text.trim().toLowerCase();
  if (lower === "true") return true;
  if (lower === "false") return false;
  throw netError("System.FormatException", `String '${text}' was not recognized as a valid Boolean.`);
}
