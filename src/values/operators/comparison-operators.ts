import { PSArray } from "../collections.js";
import { compare, equals } from "../comparison.js";
import { isCollection, toItems } from "../enumeration.js";
import { Double, Single } from "../numbers.js";
import { isNumber } from "../numeric.js";
import { unrolled } from "../types/unrolled.js";
import type { Value } from "../value.js";
import { baseOf } from "../value.js";
import type { ValueContext } from "../value-context.js";
import type { BinaryOperation } from "./index.js";

type Test = (context: ValueContext, left: Value, right: Value) => boolean;

/** A comparison: of scalars True or False, of a collection on the left the elements that pass. */
export function filtering(test: Test): BinaryOperation {
  return (context, left, right) => {
    if (!isCollection(left)) return test(context, left, right);
    return new PSArray([...(unrolled(left) ?? [])].filter((item) => test(context, item, right)));
  };
}

export const equal = (ignoreCase: boolean): BinaryOperation => filtering((c, l, r) => equals(c, l, r, ignoreCase));
export const notEqual = (ignoreCase: boolean): BinaryOperation => filtering((c, l, r) => !equals(c, l, r, ignoreCase));

/** `-lt`, `-le`, `-gt`, `-ge`; NaN is in no order with anything. */
export function ordering(ignoreCase: boolean, accept: (order: number) => boolean): BinaryOperation {
  return filtering((context, left, right) => {
    if (typeof left === "number" && typeof right === "number") return accept(left - right);
    const order = compare(context, left, right, ignoreCase);
    return !isNaNValue(left) && !((left === null || isNumber(baseOf(left))) && isNaNValue(right)) && accept(order);
  });
}

/** `-in`: like `-contains` with the sides swapped, but `$null -in $null` holds. */
export function isIn(ignoreCase: boolean): (context: ValueContext, left: Value, right: Value) => boolean {
  const test = contains(ignoreCase);
  return (context, left, right) =>
    isCollection(right) ? test(context, right, left) : equals(context, right, left, ignoreCase);
}

export function contains(ignoreCase: boolean): (context: ValueContext, left: Value, right: Value) => boolean {
  return (context, left, right) => {
    if (!isCollection(left)) return left !== null && equals(context, left, right, ignoreCase);
    for (const item of toItems(left)) if (equals(context, item, right, ignoreCase)) return true;
    return false;
  };
}

function isNaNValue(value: Value): boolean {
  const v = baseOf(value);
  return (v instanceof Double || v instanceof Single) && Number.isNaN(v.value);
}
