import { PSArray } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import { numberTo } from "../conversion/to-number.js";
import { DateTime } from "../date-time.js";
import type { DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { inputStringError, netError, overflowError } from "../net-errors.js";
import { parseNumber } from "../number-parsing.js";
import { Char, EnumValue } from "../numbers.js";
import { integerOf, isNumber } from "../numeric.js";
import { netTypeText } from "../type-text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, typeOf } from "../value-types.js";

const longest = 10_000_000;

/** `..`: Int32 from left to right, in either direction; since 6.1 also characters. */
export function range(context: ValueContext, left: Value, right: Value): Value {
  const l = operand(left);
  const r = operand(right);
  const modern = context.facts.languageVersion >= 7;
  if (modern) {
    const from = characterOf(l);
    const to = characterOf(r);
    if (from !== null && to !== null) return new PSArray(sequence(from, to).map((code) => new Char(code)));
  }
  const bound = modern ? netInt32 : castInt32;
  const from = bound(context, l);
  const to = bound(context, r);
  rangeLength(context, from, to);
  return new PSArray(sequence(from, to));
}

/** How many numbers a range has. Counts them as work of the line; throws when they are too many for an array. */
export function rangeLength(context: ValueContext, from: number, to: number): number {
  if (Math.abs(to - from) > longest)
    throw netError("System.OutOfMemoryException", "Array dimensions exceeded supported range.");
  const length = Math.abs(to - from) + 1;
  context.checkSize("collection", length);
  context.spend(length >> 4);
  return length;
}

/** Both ends must be single characters that are no digits as text (`'1'..'3'` counts). */
function characterOf(value: Value): number | null {
  if (value instanceof Char) return value.code;
  return typeof value === "string" && value.length === 1 && parseNumber(value) === null ? value.charCodeAt(0) : null;
}

function sequence(from: number, to: number): number[] {
  const step = from <= to ? 1 : -1;
  const length = Math.abs(to - from) + 1;
  const out = new Array<number>(length);
  for (let i = 0, n = from; i < length; i++, n += step) out[i] = n;
  return out;
}

function castInt32(context: ValueContext, value: Value): number {
  return Number(integerOf(convertTo(context, value, commonTypes().int32)) ?? 0n);
}

/** Convert.ToInt32, with .NET's own exceptions. */
function netInt32(context: ValueContext, value: Value): number {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Char) return value.code;
  if (value instanceof EnumValue) return Number(value.value);
  if (isNumber(value)) return Number(integerOf(numberTo(value, "System.Int32")) ?? 0n);
  if (typeof value === "string") {
    if (!/^\s*[-+]?\d+\s*$/.test(value)) throw inputStringError(context, value);
    const n = Number(value);
    if (n < -2147483648 || n > 2147483647) throw overflowError("an Int32");
    return n;
  }
  if (value instanceof DateTime)
    throw netError("System.InvalidCastException", "Invalid cast from 'DateTime' to 'Int32'.");
  const type = typeOf(value);
  throw netError(
    "System.InvalidCastException",
    `Unable to cast object of type '${type === undefined ? "" : castName(type)}' to type 'System.IConvertible'.`,
  );
}

function castName(type: DotNetType): string {
  return type.fullName === "System.Management.Automation.PSCustomObject"
    ? "System.Management.Automation.PSObject"
    : netTypeText(type);
}
