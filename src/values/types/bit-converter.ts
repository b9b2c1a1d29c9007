import { bytesOf } from "../bytes.js";
import { PSArray } from "../collections.js";
import { isTrue } from "../conversion/truth.js";
import { argumentError, bareOutOfRangeError } from "../net-errors.js";
import { Char, Double, Single, SmallInteger } from "../numbers.js";
import { doubleOf, integerOf, integerValue } from "../numeric.js";
import { method, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** The integers of BitConverter: the type's name, the method's, and how many bytes they take. */
const integers = [
  ["short", "Int16", 2],
  ["int", "Int32", 4],
  ["long", "Int64", 8],
  ["ushort", "UInt16", 2],
  ["uint", "UInt32", 4],
  ["ulong", "UInt64", 8],
] as const;

const byteArray = (bytes: Iterable<number>): PSArray =>
  new PSArray(
    Array.from(bytes, (byte) => new SmallInteger("Byte", byte)),
    typeNamed("System.Byte"),
  );

/** The bytes of a number, the lowest first. */
function integerBytes(value: Value | undefined, length: number): PSArray {
  const number = BigInt.asUintN(length * 8, integerOf(value ?? null) ?? 0n);
  return byteArray(Array.from({ length }, (_, index) => Number((number >> BigInt(index * 8)) & 0xffn)));
}

function realBytes(value: Value | undefined, length: 4 | 8): PSArray {
  const view = new DataView(new ArrayBuffer(length));
  const number = doubleOf(value ?? null) ?? 0;
  if (length === 8) view.setFloat64(0, number, true);
  else view.setFloat32(0, number, true);
  return byteArray(new Uint8Array(view.buffer));
}

/** So many bytes from an index on. */
function slice(
  context: ValueContext,
  value: Value | undefined,
  start: Value | undefined,
  length: number,
): readonly number[] {
  const bytes = bytesOf(value ?? null);
  const from = Number(integerOf(start ?? null) ?? 0n);
  if (from < 0 || from >= bytes.length) {
    throw bareOutOfRangeError(
      context,
      "Index was out of range. Must be non-negative and less than the size of the collection.",
      "startIndex",
    );
  }
  if (from + length > bytes.length) {
    throw argumentError(
      context,
      "Destination array is not long enough to copy all the items in the collection. Check array index and length.",
      "value",
    );
  }
  return bytes.slice(from, from + length);
}

function integer(bytes: readonly number[], name: string): Value {
  const raw = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const width = bytes.length * 8;
  return integerValue(`System.${name}`, name.startsWith("U") ? raw : BigInt.asIntN(width, raw));
}

function real(bytes: readonly number[]): number {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  return bytes.length === 8 ? view.getFloat64(0, true) : view.getFloat32(0, true);
}

const dashed = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join("-");

const count = (value: Value | undefined): number => Number(integerOf(value ?? null) ?? 0n);

defineType({
  fullName: "System.BitConverter",
  staticMembers: () => [
    property("bool IsLittleEndian", () => true),
    method(
      ["static byte[] GetBytes(bool value)", (_, __, [value]) => byteArray([isTrue(value ?? null) ? 1 : 0])],
      [
        "static byte[] GetBytes(char value)",
        (_, __, [value]) => integerBytes(value instanceof Char ? value.code : 0, 2),
      ],
      ...integers.map(
        ([type, , length]) =>
          [
            `static byte[] GetBytes(${type} value)`,
            (_: ValueContext, __: Value, [value]: readonly Value[]) => integerBytes(value, length),
          ] as const,
      ),
      ["static byte[] GetBytes(float value)", (_, __, [value]) => realBytes(value, 4)],
      ["static byte[] GetBytes(double value)", (_, __, [value]) => realBytes(value, 8)],
    ),
    ...integers.map(([type, name, length]) =>
      method([
        `static ${type} To${name}(byte[] value, int startIndex)`,
        (context, _, [value, start]) => integer(slice(context, value, start, length), name),
      ]),
    ),
    method([
      "static double ToDouble(byte[] value, int startIndex)",
      (context, _, [value, start]) => new Double(real(slice(context, value, start, 8))),
    ]),
    method([
      "static float ToSingle(byte[] value, int startIndex)",
      (context, _, [value, start]) => new Single(real(slice(context, value, start, 4))),
    ]),
    method([
      "static bool ToBoolean(byte[] value, int startIndex)",
      (context, _, [value, start]) => slice(context, value, start, 1)[0] !== 0,
    ]),
    method(
      ["static string ToString(byte[] value)", (_, __, [value]) => dashed(bytesOf(value ?? null))],
      [
        "static string ToString(byte[] value, int startIndex)",
        (_, __, [value, start]) => dashed(bytesOf(value ?? null).slice(count(start))),
      ],
      [
        "static string ToString(byte[] value, int startIndex, int length)",
        (context, _, [value, start, length]) => dashed(slice(context, value, start, count(length))),
      ],
    ),
    method([
      "static long DoubleToInt64Bits(double value)",
      (_, __, [value]) => integer(bytesOf(realBytes(value, 8)), "Int64"),
    ]),
    method([
      "static double Int64BitsToDouble(long value)",
      (_, __, [value]) => new Double(real(bytesOf(integerBytes(value, 8)))),
    ]),
  ],
});
