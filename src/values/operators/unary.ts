import { isTrue } from "../conversion/truth.js";
import { isCollection, operand } from "../enumeration.js";
import { runtimeError } from "../errors.js";
import { Char, Double, EnumValue } from "../numbers.js";
import { isNumber } from "../numeric.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { add, subtract } from "./arithmetic.js";
import { invokeOperatorMethod } from "./operator-methods.js";

export function not(_context: ValueContext, value: Value): Value {
  return !isTrue(value);
}

/** Unary plus: the operand as a number. */
export function plus(context: ValueContext, value: Value): Value {
  if (typeof value === "number") return value;
  const v = operand(value);
  return isCollection(v) ? invokeOperatorMethod(context, "op_Addition", v, 0) : add(context, 0, v);
}

export function minus(context: ValueContext, value: Value): Value {
  if (typeof value === "number" && value !== 0) return value === -2147483648 ? new Double(2147483648) : -value;
  const v = operand(value);
  if (v instanceof Double) return new Double(-v.value);
  return subtract(context, 0, v);
}

/** `++` and `--`: one more or less; the operand must be a number or `$null`. */
export function step(sign: "++" | "--"): (context: ValueContext, value: Value) => Value {
  return (context, value) => {
    if (typeof value === "number") {
      const next = sign === "++" ? value + 1 : value - 1;
      return next === (next | 0) ? next : new Double(next);
    }
    const v = operand(value);
    if (v === null) return sign === "++" ? 1 : -1;
    if (v instanceof EnumValue) return new EnumValue(v.type, v.value + (sign === "++" ? 1n : -1n));
    if (!isNumber(v)) {
      const type = v instanceof Char ? "System.Char" : (typeOf(v)?.fullName ?? "");
      throw runtimeError(
        "OperatorRequiresNumber",
        "InvalidOperation",
        `The '${sign}' operator works only on numbers. The operand is a '${type}'.`,
      );
    }
    return sign === "++" ? add(context, v, 1) : subtract(context, v, 1);
  };
}
