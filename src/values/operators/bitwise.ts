import { noConversion } from "../conversion/errors.js";
import { convertTo } from "../conversion/index.js";
import { roundHalfEven } from "../conversion/to-number.js";
import { roundDecimal, truncateDecimal } from "../decimal.js";
import { operand } from "../enumeration.js";
import { PowerShellError } from "../errors.js";
import { netError } from "../net-errors.js";
import {
  BigInteger,
  Char,
  Decimal,
  Double,
  EnumValue,
  Single,
  SmallInteger,
  type SmallIntegerKind,
  UInt64,
} from "../numbers.js";
import { doubleOf, integerOf, isNumber } from "../numeric.js";
import { PSCustomObject } from "../objects.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes } from "../value-types.js";
import { numericOperand } from "./operands.js";
import { invokeOperatorMethod, notDefined } from "./operator-methods.js";

type BitwiseSign = "-band" | "-bor" | "-bxor";
const methodNames: Readonly<Record<BitwiseSign, string>> = {
  "-band": "op_BitwiseAnd",
  "-bor": "op_BitwiseOr",
  "-bxor": "op_ExclusiveOr",
};

const bits: Readonly<Record<BitwiseSign, (l: bigint, r: bigint) => bigint>> = {
  "-band": (l, r) => l & r,
  "-bor": (l, r) => l | r,
  "-bxor": (l, r) => l ^ r,
};

export function bitwise(context: ValueContext, sign: BitwiseSign, left: Value, right: Value): Value {
  const l = operand(left);
  const r = operand(right);
  if (typeof l === "number" && typeof r === "number")
    return Number(BigInt.asIntN(32, bits[sign](BigInt(l), BigInt(r))));
  const a = bitOperand(context, enumNumber(l), r);
  const b = bitOperand(context, enumNumber(r), typeof l === "string" ? null : l);
  if (!isNumber(a) || !isNumber(b)) return invokeOperatorMethod(context, methodNames[sign], l, r);
  if (isReal(a) || isReal(b)) return realBits(context, sign, a, b);
  const result = integerBits(sign, a, b);
  if (!(l instanceof EnumValue)) return result;
  return result instanceof UInt64 ? result : new EnumValue(l.type, BigInt.asIntN(32, integerOf(result) ?? 0n));
}

/** As a number; a text beside an enumeration may be one of its names. */
function bitOperand(context: ValueContext, value: Value, other: Value): Value {
  return enumNumber(numericOperand(context, value, other));
}

function enumNumber(value: Value): Value {
  return value instanceof EnumValue ? Number(BigInt.asIntN(32, value.value)) : value;
}

function isReal(value: Value): boolean {
  return value instanceof Double || value instanceof Single || value instanceof Decimal;
}

/** With a Double, Single or Decimal each side becomes UInt64, or Int64 when it is negative; so does the result. */
function realBits(context: ValueContext, sign: BitwiseSign, left: Value, right: Value): Value {
  const common = typeNamed(left instanceof Decimal || right instanceof Decimal ? "System.Decimal" : "System.Double");
  const l = convertTo(context, left, common);
  const r = convertTo(context, right, common);
  const wide = (v: Value): bigint => {
    const negative = (doubleOf(v) ?? 0) < 0;
    return integerOf(convertTo(context, v, typeNamed(negative ? "System.Int64" : "System.UInt64"))) ?? 0n;
  };
  const x = wide(l);
  const y = wide(r);
  const n = bits[sign](x, y);
  return x < 0n || y < 0n ? BigInt.asIntN(64, n) : new UInt64(BigInt.asUintN(64, n));
}

function integerBits(sign: BitwiseSign, l: Value, r: Value): Value {
  const x = integerOf(l) ?? 0n;
  const y = integerOf(r) ?? 0n;
  if (l instanceof BigInteger || r instanceof BigInteger) return new BigInteger(bits[sign](x, y));
  const result = bits[sign](x, y);
  if (l instanceof UInt64 || r instanceof UInt64) return new UInt64(BigInt.asUintN(64, result));
  if (typeof l === "bigint" || typeof r === "bigint") return BigInt.asIntN(64, result);
  if (isUInt32(l) || isUInt32(r)) return new SmallInteger("UInt32", Number(BigInt.asUintN(32, result)));
  return Number(BigInt.asIntN(32, result));
}

function isUInt32(value: Value): boolean {
  return value instanceof SmallInteger && value.kind === "UInt32";
}

/** A Double, Single or Decimal as the smallest of Int32, Int64 and UInt64 that holds it. */
function wholeNumber(context: ValueContext, value: Value): Value {
  if (!(value instanceof Double || value instanceof Single || value instanceof Decimal)) return value;
  const uint64 = typeNamed("System.UInt64");
  const double = doubleOf(value) ?? 0;
  if (!Number.isFinite(double) || Math.abs(double) >= 2 ** 64) return convertTo(context, value, uint64);
  const n = value instanceof Decimal ? truncateDecimal(roundDecimal(value, 0)) : BigInt(roundHalfEven(double));
  if (n >= -2147483648n && n <= 2147483647n) return Number(n);
  if (n >= -(1n << 63n) && n < 1n << 63n) return n;
  return n >= 0n && n < 1n << 64n ? new UInt64(n) : convertTo(context, value, uint64);
}

export function bitwiseNot(context: ValueContext, value: Value): Value {
  const v = operand(value);
  if (typeof v === "number") return ~v;
  if (v instanceof EnumValue) return new EnumValue(v.type, BigInt.asIntN(32, ~v.value));
  const n = shiftable(context, numericOperand(context, v, null));
  if (n instanceof BigInteger) return new BigInteger(~n.value);
  if (typeof n === "number") return ~n;
  if (typeof n === "bigint") return BigInt.asIntN(64, ~n);
  if (n instanceof UInt64) return new UInt64(BigInt.asUintN(64, ~n.value));
  if (n instanceof SmallInteger)
    return n.kind === "UInt32" ? new SmallInteger("UInt32", Number(BigInt.asUintN(32, ~BigInt(n.value)))) : ~n.value;
  return ~(convertTo(context, n, commonTypes().int32) as number);
}

/** `-shl` and `-shr`: the left operand's integer type holds, the right one is an Int32 of which the low bits count. */
export function shift(context: ValueContext, direction: "-shl" | "-shr", left: Value, right: Value): Value {
  const l = operand(left);
  const r = operand(right);
  if (l === null) return 0;
  if (l instanceof Char || typeof l === "boolean") {
    const by = typeof r === "string" ? numericOperand(context, r, null) : r;
    if (by === null || isShiftable(by)) throw notDefined(l, direction, by);
    return invokeOperatorMethod(context, methodNameOf(direction), l, r);
  }
  if (l instanceof EnumValue) {
    if (r !== null && typeof r !== "string" && !isNumber(r)) convertTo(context, r, commonTypes().int32);
    if (typeof r === "string") convertTo(context, numericOperand(context, r, l), commonTypes().int32);
    const name = direction === "-shl" ? "LeftShift" : "RightShift";
    throw netError(
      "System.InvalidOperationException",
      `The binary operator ${name} is not defined for the types '${l.type.fullName}' and 'System.Int32'.`,
    );
  }
  const a = numericOperand(context, l, r);
  if (typeof r === "string") numericOperand(context, r, l);
  if (l instanceof PSCustomObject && r !== null && !isNumber(r)) convertTo(context, r, commonTypes().int32);
  if (!isNumber(a)) return invokeOperatorMethod(context, methodNameOf(direction), l, r);
  const n = Number(
    integerOf(
      r === null
        ? 0
        : convertTo(context, typeof r === "string" ? numericOperand(context, r, l) : r, commonTypes().int32),
    ) ?? 0n,
  );
  return shiftNumber(direction, shiftable(context, a), n);
}

/** The small types keep their width. */
function smallShifted(kind: SmallIntegerKind, moved: bigint): Value {
  const bits = kind === "UInt32" ? 32 : kind === "Byte" || kind === "SByte" ? 8 : 16;
  const signed = kind === "SByte" || kind === "Int16";
  return new SmallInteger(kind, Number(signed ? BigInt.asIntN(bits, moved) : BigInt.asUintN(bits, moved)));
}

function shiftable(context: ValueContext, value: Value): Value {
  try {
    return wholeNumber(context, value);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw noConversion(context, value, typeNamed(value instanceof Decimal ? "System.Int32" : "System.UInt64"));
  }
}

function methodNameOf(direction: "-shl" | "-shr"): string {
  return direction === "-shl" ? "op_LeftShift" : "op_RightShift";
}

/** What the message about Booleans and characters names; anything else is asked for an operator of its own. */
function isShiftable(value: Value): boolean {
  if (value instanceof Decimal || value instanceof BigInteger) return false;
  return isNumber(value) || typeof value === "boolean" || value instanceof Char;
}

function shiftNumber(direction: "-shl" | "-shr", value: Value, by: number): Value {
  const n = integerOf(value) ?? 0n;
  if (value instanceof BigInteger) return new BigInteger(direction === "-shl" ? n << BigInt(by) : n >> BigInt(by));
  const wide = typeof value === "bigint" || value instanceof UInt64;
  const places = BigInt(by & (wide ? 63 : 31));
  const moved = direction === "-shl" ? n << places : n >> places;
  if (typeof value === "bigint") return BigInt.asIntN(64, moved);
  if (value instanceof UInt64) return new UInt64(BigInt.asUintN(64, moved));
  if (value instanceof SmallInteger) return smallShifted(value.kind, moved);
  return Number(BigInt.asIntN(32, moved));
}
