import { PSArray, PSDictionary } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import { DateTime, TimeSpan } from "../date-time.js";
import { addDecimals, divideDecimals, multiplyDecimals, remainderOfDecimals, subtractDecimals } from "../decimal.js";
import type { DotNetType } from "../dotnet-type.js";
import { isCollection, operand, toItems } from "../enumeration.js";
import { type PowerShellError, runtimeError } from "../errors.js";
import { bareOutOfRangeError, negativeArgumentError, netError } from "../net-errors.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "../numbers.js";
import { decimalOf, doubleOf, integerOf, integerRanges, integerValue, isNumber } from "../numeric.js";
import { netText, toText } from "../text.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, typeOf } from "../value-types.js";
import { isPlain, numericOperand } from "./operands.js";
import { divideByZero, invokeOperatorMethod, notDefined } from "./operator-methods.js";

/** The engine's name of the operation, and the method of a type that takes its place. */
type ArithmeticSign = "+" | "-" | "*" | "/" | "%";
const methodNames: Readonly<Record<ArithmeticSign, string>> = {
  "+": "op_Addition",
  "-": "op_Subtraction",
  "*": "op_Multiply",
  "/": "op_Division",
  "%": "op_Modulus",
};

export function add(context: ValueContext, left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    return sum === (sum | 0) ? sum : new Double(sum);
  }
  if (typeof left === "string") return left + (typeof right === "string" ? right : toText(context, operand(right)));
  const l = operand(left);
  const r = operand(right);
  if (l === null) return right;
  if (typeof l === "string") return l + toText(context, r);
  if (l instanceof Char) return l.text + toText(context, r);
  if (isCollection(l)) return append(context, l, right);
  if (l instanceof PSDictionary) return merge(context, l, r);
  return arithmetic(context, "+", l, r);
}

/** Array + anything: a new Object[] with the elements of both, a scalar as one element. */
function append(context: ValueContext, left: Value, right: Value): Value {
  const items = [...toItems(left)];
  context.checkSize("collection", items.length + (isCollection(right) ? toItems(right).length : 1));
  context.spend(items.length >> 4);
  if (isCollection(right)) for (const item of toItems(right)) items.push(item);
  else items.push(right);
  return new PSArray(items);
}

function merge(context: ValueContext, left: PSDictionary, right: Value): Value {
  if (right === null) return left;
  if (!(right instanceof PSDictionary)) {
    throw runtimeError(
      "AddHashTableToNonHashTable",
      "InvalidOperation",
      "A hash table can only be added to another hash table.",
    );
  }
  const sum = left.cloneEmpty();
  for (const pair of left.entries()) sum.set(pair.key, pair.value);
  for (const pair of right.entries()) {
    if (sum.has(pair.key)) {
      const key = netText(context, pair.key);
      throw netError(
        "System.ArgumentException",
        `Item has already been added. Key in dictionary: '${key}'  Key being added: '${key}'`,
      );
    }
    sum.set(pair.key, pair.value);
  }
  return sum;
}

export function subtract(context: ValueContext, left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number") {
    const difference = left - right;
    return difference === (difference | 0) ? difference : new Double(difference);
  }
  return arithmetic(context, "-", operand(left), operand(right));
}

export function multiply(context: ValueContext, left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    if (product === (product | 0)) return product | 0;
    return new Double(product);
  }
  const l = operand(left);
  const r = operand(right);
  if (typeof l === "string") return repeatText(context, l, r);
  if (isCollection(l)) return repeatArray(context, l, r);
  if (l === null) return null;
  if ((l instanceof Char || typeof l === "boolean") && !(r instanceof Decimal)) {
    if (r === null || (isNumber(r) && !(r instanceof BigInteger)) || r instanceof Char || typeof r === "boolean")
      throw notDefined(l, "*", r);
    return invokeOperatorMethod(context, "op_Multiply", l, r);
  }
  return arithmetic(context, "*", l, r);
}

/** How often: text and arrays are repeated a whole number of times, never a negative one. */
function times(context: ValueContext, value: Value, type: DotNetType): number {
  const n =
    value === null
      ? 0
      : integerOf(convertTo(context, typeof value === "string" ? numericOperand(context, value, 0) : value, type));
  const count = Number(n ?? 0n);
  if (count >= 0) return count;
  if (context.facts.exceptionTexts === "framework") {
    throw bareOutOfRangeError(context, "Specified argument was out of the range of valid values.", "times");
  }
  throw negativeArgumentError(context, "times", count);
}

const longestText = 1 << 28;
function repeatText(context: ValueContext, text: string, by: Value): string {
  const n = times(context, by, commonTypes().int32);
  if (text.length * n > longestText)
    throw netError("System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.");
  context.checkSize("string", text.length * n);
  return text.repeat(n);
}

function repeatArray(context: ValueContext, list: Value, by: Value): Value {
  const items = toItems(list);
  const n = times(context, by, typeNamed("System.UInt32"));
  if (items.length * n > longestText / 8)
    throw netError("System.OutOfMemoryException", "Array dimensions exceeded supported range.");
  context.checkSize("collection", items.length * n);
  const out: Value[] = [];
  for (let i = 0; i < n; i++) for (const item of items) out.push(item);
  return new PSArray(out, list instanceof PSArray ? (list.type.elementType ?? null) : null);
}

export function divide(context: ValueContext, left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number" && right !== 0) {
    const quotient = left / right;
    return quotient === (quotient | 0) && !Object.is(quotient, -0)
      ? quotient
      : quotient === 0
        ? 0
        : new Double(quotient);
  }
  return arithmetic(context, "/", operand(left), operand(right));
}

export function remainder(context: ValueContext, left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number" && right !== 0) return (left % right) | 0;
  return arithmetic(context, "%", operand(left), operand(right));
}

function arithmetic(context: ValueContext, sign: ArithmeticSign, left: Value, right: Value): Value {
  if (left instanceof EnumValue) return enumArithmetic(context, sign, left, right);
  const r0 = right instanceof EnumValue && isPlain(left) ? Number(BigInt.asIntN(32, right.value)) : right;
  if (!isPlain(left)) return invokeOperatorMethod(context, methodNames[sign], left, right);
  const l = numericOperand(context, left, right);
  const r = numericOperand(context, r0, typeof left === "string" ? null : left);
  if (isNumber(l) && isNumber(r)) {
    if (typeof left === "boolean" && r instanceof Decimal && sign !== "*") throw noCoercion("System.Boolean");
    return numberArithmetic(context, sign, l, r);
  }
  return invokeOperatorMethod(context, methodNames[sign], typeof left === "string" ? l : left, right);
}

function noCoercion(from: string): PowerShellError {
  return netError(
    "System.InvalidOperationException",
    `No coercion operator is defined between types '${from}' and 'System.Decimal'.`,
  );
}

/** An enumeration counts as Int32 and the result goes back to it; what is no Int32 then cannot. */
function enumArithmetic(context: ValueContext, sign: ArithmeticSign, left: EnumValue, right: Value): Value {
  const name = left.type.fullName;
  const unable = (from: string, to: string) =>
    netError("System.InvalidCastException", `Unable to cast object of type '${from}' to type '${to}'.`);
  const r = right instanceof EnumValue ? Number(BigInt.asIntN(32, right.value)) : numericOperand(context, right, left);
  if (!isNumber(r)) {
    if (right instanceof TimeSpan || right instanceof DateTime)
      return invokeOperatorMethod(context, methodNames[sign], left, right);
    return invokeOperatorMethod(context, methodNames[sign], left, isPlain(right) ? null : left);
  }
  if (r instanceof Double || r instanceof Single) throw unable(name, "System.Double");
  if (r instanceof Decimal) throw noCoercion(name);
  if (r instanceof UInt64 || (r instanceof SmallInteger && r.kind === "UInt32")) {
    throw netError(
      "System.InvalidOperationException",
      `The binary operator GreaterThanOrEqual is not defined for the types '${name}' and 'System.Int32'.`,
    );
  }
  const result = numberArithmetic(context, sign, Number(BigInt.asIntN(32, left.value)), r);
  if (typeof result === "number") return new EnumValue(left.type, BigInt(result));
  throw unable(typeOf(result)?.fullName ?? "", name);
}

/** Which kind of number an operation computes in (H.3). */
type ArithmeticKind = "decimal" | "double" | "big" | "integer";

function numberArithmetic(context: ValueContext, sign: ArithmeticSign, l: Value, r: Value): Value {
  const kind = kindOf(l, r);
  switch (kind) {
    case "decimal":
      return decimalArithmetic(sign, l, r);
    case "double":
      return new Double(doubleArithmetic(sign, doubleOf(l) ?? 0, doubleOf(r) ?? 0));
    case "big":
      return bigArithmetic(context, sign, l, r);
    case "integer":
      return integerArithmetic(sign, l, r);
  }
}

function kindOf(l: Value, r: Value): ArithmeticKind {
  if (l instanceof BigInteger || r instanceof BigInteger) return "big";
  if (l instanceof Decimal || r instanceof Decimal) return "decimal";
  if (l instanceof Double || r instanceof Double || l instanceof Single || r instanceof Single) return "double";
  return "integer";
}

function decimalArithmetic(sign: ArithmeticSign, left: Value, right: Value): Value {
  const l = decimalOf(left) as Decimal;
  const r = decimalOf(right) as Decimal;
  switch (sign) {
    case "+":
      return wrapOverflow(() => addDecimals(l, r));
    case "-":
      return wrapOverflow(() => subtractDecimals(l, r));
    case "*":
      return wrapOverflow(() => multiplyDecimals(l, r));
    case "/":
      if (r.mantissa === 0n) throw divideByZero();
      return wrapOverflow(() => divideDecimals(l, r));
    case "%":
      if (r.mantissa === 0n) throw divideByZero();
      return wrapOverflow(() => remainderOfDecimals(l, r));
  }
}

/** An overflow inside the operation is the engine's RuntimeException; one of converting an operand stays .NET's. */
function wrapOverflow(run: () => Decimal): Decimal {
  try {
    return run();
  } catch (error) {
    throw asRuntimeError(error);
  }
}
function asRuntimeError(error: unknown): unknown {
  if (!(error instanceof Error) || !("record" in error)) return error;
  return runtimeError("RuntimeException", "NotSpecified", error.message);
}

function doubleArithmetic(sign: ArithmeticSign, l: number, r: number): number {
  switch (sign) {
    case "+":
      return l + r;
    case "-":
      return l - r;
    case "*":
      return l * r;
    case "/":
      return l / r;
    case "%":
      return l % r;
  }
}

function bigArithmetic(context: ValueContext, sign: ArithmeticSign, left: Value, right: Value): Value {
  const big = typeOf(left instanceof BigInteger ? left : right);
  const value = (v: Value) =>
    v instanceof BigInteger ? v.value : (integerOf(convertTo(context, v, big as never)) ?? 0n);
  const l = value(left);
  const r = value(right);
  if (r === 0n && (sign === "/" || sign === "%")) throw divideByZero();
  return new BigInteger(exact(sign, l, r));
}

function exact(sign: ArithmeticSign, l: bigint, r: bigint): bigint {
  switch (sign) {
    case "+":
      return l + r;
    case "-":
      return l - r;
    case "*":
      return l * r;
    case "/":
      return l / r;
    case "%":
      return l % r;
  }
}

/** The integer type that an operation of two integers computes in; `null` when they have none in common. */
function integerResultType(l: Value, r: Value, lowest: bigint): string | null {
  const wide = (v: Value): string => {
    if (v instanceof UInt64) return "System.UInt64";
    if (typeof v === "bigint") return "System.Int64";
    return v instanceof SmallInteger && v.kind === "UInt32" ? "System.UInt32" : "System.Int32";
  };
  const a = wide(l);
  const b = wide(r);
  if (a === b) return a;
  if (a === "System.UInt64" || b === "System.UInt64") return lowest < 0n ? null : "System.UInt64";
  if (a === "System.Int64" || b === "System.Int64") return "System.Int64";
  return lowest < 0n ? "System.Int64" : "System.UInt32";
}

function integerArithmetic(sign: ArithmeticSign, left: Value, right: Value): Value {
  const l = integerOf(left) ?? 0n;
  const r = integerOf(right) ?? 0n;
  const type = integerResultType(left, right, l < r ? l : r);
  // A negative number beside a UInt64: only Decimal holds both.
  if (type === null) return decimalArithmetic(sign, left, right);
  if (sign === "/" || sign === "%") {
    if (r === 0n) throw divideByZero();
    if (sign === "/" && l % r !== 0n) return new Double(Number(l) / Number(r));
  }
  const result = exact(sign, l, r);
  const range = integerRanges.get(type);
  if (range !== undefined && (result < range[0] || result > range[1])) return new Double(Number(result));
  return integerValue(type, result);
}
