import { compareText } from "./collation.js";
import { convertTo, isTrue, tryConvertTo } from "./conversion/index.js";
import { DateTime, DateTimeOffset, TimeSpan } from "./date-time.js";
import { ValueObject } from "./dictionary.js";
import { operand } from "./enumeration.js";
import { ErrorRecord, ExceptionObject, PowerShellError, runtimeError } from "./errors.js";
import { netError } from "./net-errors.js";
import { parseNumber } from "./number-parsing.js";
import { Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "./numbers.js";
import { compareNumbers, integerOf, isNumber } from "./numeric.js";
import { PSCustomObject, SwitchParameter } from "./objects.js";
import { Version } from "./simple-values.js";
import { netText, toText } from "./text.js";
import { typeNamed } from "./types.js";
import type { Value } from "./value.js";
import type { ValueContext } from "./value-context.js";
import { commonTypes, typeOf } from "./value-types.js";

export { compareOrdinal, compareText } from "./collation.js";

/** `-eq` of two scalars: the right one is converted to the left one's type; what cannot be converted is not equal (F.5). */
export function equals(context: ValueContext, left: Value, right: Value, ignoreCase: boolean): boolean {
  if (typeof left === "number" && typeof right === "number") return left === right;
  if (typeof left === "string" && typeof right === "string") return compareText(left, right, ignoreCase) === 0;
  const l = operand(left);
  const r = operand(right);
  if (l === null || r === null) return l === r;
  if (typeof l === "string") return compareText(l, toText(context, r), ignoreCase) === 0;
  if (isNumber(l)) return numberEquals(context, l, r);
  if (typeof l === "boolean") return l === isTrue(r);
  if (typeof l !== "object") return l === r;
  if (l instanceof SwitchParameter) return l.isPresent === isTrue(r);
  if (l === r) return true;
  if (l instanceof Char) return charEquals(context, l, r, ignoreCase);
  if (l instanceof EnumValue) return enumEquals(context, l, r);
  if (!(l instanceof ValueObject)) return l === r;
  const converted = tryConvertTo(context, r, l.type);
  return converted instanceof ValueObject && converted.type === l.type && converted.equalityKey() === l.equalityKey();
}

function isNaNValue(value: Value): boolean {
  return (value instanceof Double || value instanceof Single) && Number.isNaN(value.value);
}

function numberEquals(context: ValueContext, left: Value, right: Value): boolean {
  const r = numberOperand(context, right) ?? tryConvertTo(context, right, typeOf(left) ?? commonTypes().int32);
  if (r === undefined || r === null || isNaNValue(left) || isNaNValue(r)) return false;
  return safeCompare(left, r) === 0;
}

/** Numbers beyond Decimal's range differ from every Decimal. */
function safeCompare(left: Value, right: Value): number {
  try {
    return compareNumbers(left, right);
  } catch (error) {
    if (error instanceof PowerShellError)
      return compareNumbers(new Double(Number(toNumber(left))), new Double(Number(toNumber(right))));
    throw error;
  }
}
function toNumber(value: Value): number {
  return value instanceof Double || value instanceof Single ? value.value : Number(integerOf(value) ?? 0n) || 0;
}

/** A number, Boolean or text of a number as a number; `null` for everything else. */
function numberOperand(context: ValueContext, value: Value): Value {
  if (isNumber(value)) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Char) return value.code;
  if (value instanceof EnumValue) return value.value;
  if (typeof value === "string")
    return value.trim() === "" ? 0 : parseNumber(value, context.facts.languageVersion >= 7);
  return null;
}

function charEquals(context: ValueContext, left: Char, right: Value, ignoreCase: boolean): boolean {
  const r = typeof right === "string" ? right : right instanceof Char ? right.text : null;
  if (r !== null && r.length === 1) {
    return left.text === r || (ignoreCase && left.text.toUpperCase() === r.toUpperCase());
  }
  const converted = r === null ? tryConvertTo(context, right, left.type) : undefined;
  return converted instanceof Char && converted.code === left.code;
}

function enumEquals(context: ValueContext, left: EnumValue, right: Value): boolean {
  if (right instanceof UInt64 || (right instanceof SmallInteger && right.kind === "UInt32"))
    throw enumOrderError(left, "Int32");
  const n = integerOf(right);
  if (n !== null) return n === left.value;
  const converted = tryConvertTo(context, right, left.type);
  return converted instanceof EnumValue && converted.value === left.value;
}

/** The engine's compiled comparison has no operator for an enumeration and this type. */
function enumOrderError(left: EnumValue, right: string): PowerShellError {
  const name = left.type.fullName;
  return netError(
    "System.InvalidOperationException",
    `The binary operator GreaterThanOrEqual is not defined for the types '${name}' and '${right === "same" ? name : `System.${right}`}'.`,
  );
}

/** An enumeration against a number or a text; `null` when the right operand is converted to the enumeration. */
function compareEnum(context: ValueContext, left: EnumValue, right: Value): number | null {
  const r =
    typeof right === "string"
      ? right.trim() === ""
        ? 0
        : parseNumber(right, context.facts.languageVersion >= 7)
      : right;
  if (r === null) return compareSameType(left, convertTo(context, right, left.type));
  if (typeof r === "boolean") return Number(left.value) - Number(r);
  if (r instanceof Char) return Number(left.value) - r.code;
  if (!isNumber(r)) return null;
  if (r instanceof Decimal) {
    throw netError(
      "System.InvalidOperationException",
      `No coercion operator is defined between types '${left.type.fullName}' and 'System.Decimal'.`,
    );
  }
  if (r instanceof UInt64 || (r instanceof SmallInteger && r.kind === "UInt32")) throw enumOrderError(left, "Int32");
  return compareNumbers(Number(left.value), r);
}

/**
 * Ordering of two scalars as `-lt` and its kin see it: negative, 0, positive. Throws a cast error, or that the values
 * cannot be compared (D.3).
 */
export function compare(context: ValueContext, left: Value, right: Value, ignoreCase: boolean): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return compareText(left, right, ignoreCase);
  const l = operand(left);
  const r = operand(right);
  if (l === null && r instanceof EnumValue) throw enumOrderError(r, "same");
  if (l === null || r === null) return compareWithNull(l, r);
  if (typeof l === "string") return compareText(l, toText(context, r), ignoreCase);
  if (isNumber(l)) return compareNumber(context, l, r);
  if (typeof l === "boolean") return Number(l) - Number(isTrue(r));
  if (typeof l === "object" && l instanceof PSCustomObject) throw customObjectError(context, l, r);
  return compareObjects(context, l, r, ignoreCase);
}

/** `$null` is less than everything but negative numbers. */
function compareWithNull(left: Value, right: Value): number {
  if (left === null && right === null) return 0;
  if (left === null) return isNumber(right) && !isNaNValue(right) && compareNumbers(right, 0) < 0 ? 1 : -1;
  return isNumber(left) && compareNumbers(left, 0) < 0 ? -1 : 1;
}

function compareNumber(context: ValueContext, left: Value, right: Value): number {
  const type = typeOf(left) ?? commonTypes().int32;
  let r = numberOperand(context, right);
  if (r === null) {
    if (typeof right === "string") r = convertTo(context, right, type);
    else r = convertForComparison(context, left, right);
  }
  return safeCompare(left, r);
}

/** The right operand in the left one's type; a failure says what could not be compared. */
function convertForComparison(context: ValueContext, left: Value, right: Value): Value {
  const type = typeOf(left) ?? commonTypes().object;
  try {
    return convertTo(context, right, type);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    const message = `Could not compare "${toText(context, left)}" to "${toText(context, right)}". Error: "${error.record.exception.message}"`;
    throw runtimeError("ComparisonFailure", "InvalidOperation", message, { inner: error.record.exception });
  }
}

function customObjectError(context: ValueContext, left: Value, right: Value): PowerShellError {
  const l = toText(context, left);
  const message = `Cannot compare "${l}" to "${toText(context, right)}" because the objects are not the same type or the object "${l}" does not implement "IComparable".`;
  const type = typeNamed("System.Management.Automation.ExtendedTypeSystemException");
  const exception = new ExceptionObject(type, message);
  return new PowerShellError(new ErrorRecord({ exception, errorId: "PSObjectCompareTo", category: "NotSpecified" }));
}

function compareObjects(context: ValueContext, left: Value, right: Value, ignoreCase: boolean): number {
  const known = comparableOf(left);
  if (known === null && left === right) return 0;
  if (known === null) {
    throw runtimeError(
      "NotIcomparable",
      "InvalidOperation",
      `Cannot compare "${netText(context, left)}" because it is not IComparable.`,
    );
  }
  if (left instanceof Char && (right instanceof Char || (typeof right === "string" && right.length === 1))) {
    const r = right instanceof Char ? right.text : right;
    return compareChars(left.text, r, ignoreCase);
  }
  if (left instanceof EnumValue) {
    const order = compareEnum(context, left, right);
    if (order !== null) return order;
  }
  return compareSameType(left, convertForComparison(context, left, right));
}

function compareChars(a: string, b: string, ignoreCase: boolean): number {
  const x = ignoreCase ? a.toUpperCase() : a;
  const y = ignoreCase ? b.toUpperCase() : b;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** What CompareTo of a value compares; `null` when its type is not IComparable. */
export function comparableOf(value: Value): bigint | string | readonly number[] | null {
  if (value instanceof DateTime || value instanceof TimeSpan) return value.ticks;
  if (value instanceof DateTimeOffset) return value.utcTicks;
  if (value instanceof Version) return value.parts;
  if (value instanceof EnumValue) return value.value;
  if (value instanceof Char) return BigInt(value.code);
  if (value instanceof ValueObject && value.type.isAssignableTo(typeNamed("System.IComparable")))
    return value.comparisonKey();
  return null;
}

function compareSameType(left: Value, right: Value): number {
  const a = comparableOf(left);
  const b = comparableOf(right);
  if (Array.isArray(a) && Array.isArray(b)) {
    const at = a.findIndex((n, i) => n !== b[i]);
    return at < 0 ? 0 : a[at] - b[at];
  }
  if (a === null || b === null) return 0;
  return a < b ? -1 : a > b ? 1 : 0;
}
