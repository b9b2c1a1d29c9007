import { convertTo } from "../conversion/index.js";
import { roundHalfEven } from "../conversion/to-number.js";
import { roundDecimal, truncateDecimal } from "../decimal.js";
import { operand } from "../enumeration.js";
import { netError } from "../net-errors.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "../numbers.js";
import { doubleOf, integerOf, integerRanges, integerValue, isNumber } from "../numeric.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes } from "../value-types.js";
import { integerResultType } from "./arithmetic.js";
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
  if (typeof l === "number" && typeof r === "number") return Number(BigInt.asIntN(32, bits[sign](BigInt(l), BigInt(r))));
  if (l instanceof EnumValue || r instanceof EnumValue) return enumBits(context, sign, l, r);
  if (typeof l === "boolean" && typeof r === "boolean") return bits[sign](l ? 1n : 0n, r ? 1n : 0n) !== 0n;
  const a = numericOperand(context, l, r);
  const b = numericOperand(context, r, typeof l === "string" ? a : l);
  if (!isNumber(a) || !isNumber(b)) return invokeOperatorMethod(context, methodNames[sign], l, r);
  if (a instanceof Decimal || b instanceof Decimal) {
    const decimal = typeNamed("System.Decimal");
    return integerBits(sign, wholeNumber(context, convertTo(context, a, decimal)), wholeNumber(context, convertTo(context, b, decimal)));
  }
  return integerBits(sign, wholeNumber(context, a), wholeNumber(context, b));
}

function integerBits(sign: BitwiseSign, l: Value, r: Value): Value {
  const x = integerOf(l) ?? 0n;
  const y = integerOf(r) ?? 0n;
  if (l instanceof BigInteger || r instanceof BigInteger) return new BigInteger(bits[sign](x, y));
  const type = integerResultType(l, r);
  const result = bits[sign](x, y);
  const range = integerRanges.get(type);
  if (range === undefined) return integerValue(type, result);
  const width = type === "System.UInt64" || type === "System.Int64" ? 64 : 32;
  return integerValue(type, range[0] < 0n ? BigInt.asIntN(width, result) : BigInt.asUintN(width, result));
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

function enumBits(context: ValueContext, sign: BitwiseSign, left: Value, right: Value): Value {
  const type = left instanceof EnumValue ? left.type : (right as EnumValue).type;
  const value = (v: Value): bigint | null => {
    if (v === null) return 0n;
    if (typeof v === "string") return (convertTo(context, v, type) as EnumValue).value;
    return isNumber(v) || v instanceof EnumValue ? integerOf(wholeNumber(context, v)) : null;
  };
  const l = value(left);
  const r = value(right);
  if (l === null || r === null) return invokeOperatorMethod(context, methodNames[sign], left, right);
  return new EnumValue(type, bits[sign](l, r));
}

export function bitwiseNot(context: ValueContext, value: Value): Value {
  const v = operand(value);
  if (typeof v === "number") return ~v;
  if (v instanceof EnumValue) return new EnumValue(v.type, BigInt.asIntN(32, ~v.value));
  const n = wholeNumber(context, numericOperand(context, v, null));
  if (n instanceof BigInteger) return new BigInteger(~n.value);
  if (typeof n === "number") return ~n;
  if (typeof n === "bigint") return BigInt.asIntN(64, ~n);
  if (n instanceof UInt64) return new UInt64(BigInt.asUintN(64, ~n.value));
  if (n instanceof SmallInteger) return n.kind === "UInt32" ? new SmallInteger("UInt32", Number(BigInt.asUintN(32, ~BigInt(n.value)))) : ~n.value;
  return invokeOperatorMethod(context, "op_OnesComplement", v, v);
}

/** `-shl` and `-shr`: the left operand's integer type holds, the right one is an Int32 of which the low bits count. */
export function shift(context: ValueContext, direction: "-shl" | "-shr", left: Value, right: Value): Value {
  const l = operand(left);
  const r = operand(right);
  if (l instanceof Char || typeof l === "boolean") {
    throw notDefined(l, direction, r === null ? 0 : numericOperand(context, typeof r === "boolean" || r instanceof Char ? null : r, null) === null ? r : typeof r === "string" ? numericOperand(context, r, null) : r);
  }
  if (l instanceof EnumValue) {
    if (r !== null && typeof r !== "string") convertTo(context, r, commonTypes().int32);
    if (typeof r === "string" && numericOperand(context, r, l) === null) return null;
    const name = direction === "-shl" ? "LeftShift" : "RightShift";
    throw netError("System.InvalidOperationException", `The binary operator ${name} is not defined for the types '${l.type.fullName}' and 'System.Int32'.`);
  }
  const a = numericOperand(context, l, r);
  if (!isNumber(a)) return invokeOperatorMethod(context, direction === "-shl" ? "op_LeftShift" : "op_RightShift", l, r);
  const n = Number(integerOf(r === null ? 0 : convertTo(context, typeof r === "string" ? numericOperand(context, r, l) : r, commonTypes().int32)) ?? 0n);
  return shiftNumber(direction, wholeNumber(context, a), n);
}

function shiftNumber(direction: "-shl" | "-shr", value: Value, by: number): Value {
  const n = integerOf(value) ?? 0n;
  if (value instanceof BigInteger) return new BigInteger(direction === "-shl" ? n << BigInt(by) : n >> BigInt(by));
  const wide = typeof value === "bigint" || value instanceof UInt64;
  const places = BigInt(by & (wide ? 63 : 31));
  const moved = direction === "-shl" ? n << places : n >> places;
  if (typeof value === "bigint") return BigInt.asIntN(64, moved);
  if (value instanceof UInt64) return new UInt64(BigInt.asUintN(64, moved));
  if (value instanceof SmallInteger && value.kind === "UInt32") return new SmallInteger("UInt32", Number(BigInt.asUintN(32, moved)));
  return Number(BigInt.asIntN(32, moved));
}
