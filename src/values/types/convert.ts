import { bytesOf, fromBase64, toBase64 } from "../bytes.js";
import { PSArray } from "../collections.js";
import { isTrue } from "../conversion/index.js";
import { numberTo } from "../conversion/to-number.js";
import { parseDateTime } from "../date-parsing.js";
import { DateTime } from "../date-time.js";
import { decimalFromText } from "../decimal.js";
import type { DotNetMethod } from "../dotnet-type.js";
import { inputStringError, netError, overflowError } from "../net-errors.js";
import { Char, Decimal, Double, SmallInteger } from "../numbers.js";
import { doubleOf, integerOf, integerRanges, integerValue } from "../numeric.js";
import { method } from "../signatures.js";
import { netText } from "../text.js";
import { netTypeText } from "../type-text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";

const words: ReadonlyMap<string, string> = new Map([
  ["SByte", "a signed byte"],
  ["Byte", "an unsigned byte"],
  ["Int16", "an Int16"],
  ["UInt16", "a UInt16"],
  ["Int32", "an Int32"],
  ["UInt32", "a UInt32"],
  ["Int64", "an Int64"],
  ["UInt64", "a UInt64"],
]);

/** Convert.ToInt32 and its kin: of text the plain digits, of numbers rounded half to even. */
function toNumber(context: ValueContext, value: Value | undefined, name: string): Value {
  const fullName = `System.${name}`;
  if (value === null || value === undefined) return numberTo(0, fullName);
  if (typeof value === "string") {
    const range = integerRanges.get(fullName);
    const trimmed = value.trim();
    if (range !== undefined) {
      if (!/^[-+]?\d+$/.test(trimmed)) throw inputStringError(context, value);
      const n = BigInt(trimmed.replace("+", ""));
      if (n < range[0] || n > range[1]) throw overflowError(words.get(name) ?? name);
      return integerValue(fullName, n);
    }
    const plain = trimmed.replace(/,/g, "");
    if (plain === "" || !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) throw inputStringError(context, value);
    return name === "Decimal"
      ? (decimalFromText(plain) ?? new Decimal(0n, 0))
      : numberTo(new Double(Number(plain)), fullName);
  }
  if (value instanceof DateTime)
    throw netError("System.InvalidCastException", `Invalid cast from 'DateTime' to '${name}'.`);
  if (doubleOf(value) === null) {
    const type = typeOf(value);
    throw netError(
      "System.InvalidCastException",
      `Unable to cast object of type '${type === undefined ? "" : netTypeText(type)}' to type 'System.IConvertible'.`,
    );
  }
  return numberTo(value, fullName);
}

/** `ToInt32("ff", 16)`: digits in base 2, 8, 10 or 16, negative by the sign bit. */
function fromBase(context: ValueContext, text: Value | undefined, base: Value | undefined, name: string): Value {
  const radix = typeof base === "number" ? base : 10;
  if (![2, 8, 10, 16].includes(radix)) throw netError("System.ArgumentException", "Invalid Base.");
  const s = typeof text === "string" ? text.trim() : "";
  if (text === null || s === "") return integerValue(`System.${name}`, 0n);
  if (radix === 10) return toNumber(context, s, name);
  const digits = radix === 16 ? s.replace(/^0x/i, "") : s;
  const valid = radix === 16 ? /^[0-9a-f]+$/i : radix === 8 ? /^[0-7]+$/ : /^[01]+$/;
  if (!valid.test(digits)) {
    const some = (radix === 16 ? /^[0-9a-f]/i : radix === 8 ? /^[0-7]/ : /^[01]/).test(digits);
    throw netError(
      "System.FormatException",
      some
        ? "Additional non-parsable characters are at the end of the string."
        : "Could not find any recognizable digits.",
    );
  }
  const n = BigInt(radix === 16 ? `0x${digits}` : radix === 8 ? `0o${digits}` : `0b${digits}`);
  const range = integerRanges.get(`System.${name}`) as readonly [bigint, bigint];
  const bits = name.includes("64") ? 64 : name.includes("32") ? 32 : name.includes("16") ? 16 : 8;
  if (n >= 1n << BigInt(bits)) throw overflowError(words.get(name) ?? name);
  return integerValue(`System.${name}`, range[0] < 0n ? BigInt.asIntN(bits, n) : n);
}

function toBase(_context: ValueContext, value: Value | undefined, base: Value | undefined): string {
  const radix = typeof base === "number" ? base : 10;
  if (![2, 8, 10, 16].includes(radix)) throw netError("System.ArgumentException", "Invalid Base.");
  const n = integerOf(value ?? null) ?? 0n;
  if (radix === 10) return n.toString();
  const bits = value instanceof SmallInteger ? (value.kind === "Byte" ? 8 : 16) : typeof value === "bigint" ? 64 : 32;
  return BigInt.asUintN(bits, n).toString(radix);
}

function numberMethod(name: string, shortName: string): DotNetMethod {
  const plain = [
    `static ${shortName} To${name}(System.Object value)`,
    (c: ValueContext, _: Value, [v]: readonly Value[]) => toNumber(c, v, name),
  ] as const;
  if (name === "Double" || name === "Single" || name === "Decimal") return method(plain);
  return method(plain, [
    `static ${shortName} To${name}(string value, int fromBase)`,
    (c, _, [t, b]) => fromBase(c, t, b, name),
  ]);
}

defineType({
  fullName: "System.Convert",
  staticMembers: () => [
    numberMethod("Byte", "byte"),
    numberMethod("SByte", "sbyte"),
    numberMethod("Int16", "short"),
    numberMethod("UInt16", "ushort"),
    numberMethod("Int32", "int"),
    numberMethod("UInt32", "uint"),
    numberMethod("Int64", "long"),
    numberMethod("UInt64", "ulong"),
    numberMethod("Double", "double"),
    numberMethod("Single", "float"),
    numberMethod("Decimal", "decimal"),
    method(["static bool ToBoolean(System.Object value)", (c, _, [v]) => toBoolean(c, v)]),
    method(["static char ToChar(System.Object value)", (_, __, [v]) => toChar(v)]),
    method([
      "static datetime ToDateTime(System.Object value)",
      (c, _, [v]) => {
        if (v === null) return new DateTime(0n);
        return v instanceof DateTime ? v : parseDateTime(c, netText(c, v ?? null));
      },
    ]),
    method(
      ["static string ToString(System.Object value)", (c, _, [v]) => netText(c, v ?? null)],
      ["static string ToString(byte value, int toBase)", (c, _, [v, b]) => toBase(c, v, b)],
      ["static string ToString(short value, int toBase)", (c, _, [v, b]) => toBase(c, v, b)],
      ["static string ToString(int value, int toBase)", (c, _, [v, b]) => toBase(c, v, b)],
      ["static string ToString(long value, int toBase)", (c, _, [v, b]) => toBase(c, v, b)],
      [
        "static string ToString(System.Object value, System.IFormatProvider provider)",
        (c, _, [v]) => netText(c, v ?? null),
      ],
    ),
    method(["static string ToBase64String(byte[] inArray)", (_, __, [a]) => toBase64(bytesOf(a ?? null))]),
    method([
      "static byte[] FromBase64String(string s)",
      (_, __, [s]) => byteArray(fromBase64(typeof s === "string" ? s : "")),
    ]),
    method([
      "[core] static string ToHexString(byte[] inArray)",
      (_, __, [a]) =>
        bytesOf(a ?? null)
          .map((b) => b.toString(16).toUpperCase().padStart(2, "0"))
          .join(""),
    ]),
    method([
      "[core] static byte[] FromHexString(string s)",
      (_, __, [s]) => byteArray(fromHex(typeof s === "string" ? s : "")),
    ]),
    method([
      "static System.Object ChangeType(System.Object value, type conversionType)",
      (c, _, [v, t]) => changeType(c, v ?? null, t ?? null),
    ]),
    method(["static bool IsDBNull(System.Object value)", () => false]),
  ],
});

/** A byte[] of these numbers. */
export function byteArray(bytes: readonly number[]): PSArray {
  return new PSArray(
    bytes.map((b) => new SmallInteger("Byte", b)),
    typeNamed("System.Byte"),
  );
}

function fromHex(text: string): number[] {
  const reason =
    text.length % 2 === 1
      ? "its length is not a multiple of 2."
      : /[^0-9a-f]/i.test(text)
        ? "it contains a non-hex character."
        : null;
  if (reason !== null) {
    throw netError("System.FormatException", `The input is not a valid hex string as ${reason}`);
  }
  return (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function toBoolean(_context: ValueContext, value: Value | undefined): boolean {
  if (typeof value !== "string") return isTrue(value ?? null);
  const lower = value.trim().toLowerCase();
  if (lower === "true") return true;
  if (lower === "false") return false;
  throw netError("System.FormatException", `String '${value}' was not recognized as a valid Boolean.`);
}

function toChar(value: Value | undefined): Char {
  if (value instanceof Char) return value;
  if (typeof value === "string") {
    if (value.length === 1) return new Char(value.charCodeAt(0));
    throw netError("System.FormatException", "String must be exactly one character long.");
  }
  return new Char(Number(integerOf(value ?? null) ?? 0n) & 0xffff);
}

function changeType(context: ValueContext, value: Value, type: Value): Value {
  const name = type !== null && typeof type === "object" && "name" in type ? String(type.name) : "";
  if (name === "String") return netText(context, value);
  if (name === "Boolean") return toBoolean(context, value);
  if (words.has(name) || name === "Double" || name === "Single" || name === "Decimal")
    return toNumber(context, value, name);
  if (name === "DateTime") return value instanceof DateTime ? value : parseDateTime(context, netText(context, value));
  return value;
}
