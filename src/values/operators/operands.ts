import { convertTo } from "../conversion/index.js";
import { parseNumber } from "../number-parsing.js";
import { Char, EnumValue } from "../numbers.js";
import { isNumber } from "../numeric.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, typeOf } from "../value-types.js";

/** Numbers, Booleans, characters and `$null`: what arithmetic takes as numbers. */
export function isPlain(value: Value): boolean {
  return (
    value === null ||
    typeof value === "boolean" ||
    typeof value === "string" ||
    value instanceof Char ||
    isNumber(value)
  );
}

/**
 * A text beside another operand as a number: by its literal, else converted to the other operand's type (Int32 when
 * that is no number). Throws the cast's error.
 */
export function textOperand(context: ValueContext, text: string, other: Value): Value {
  if (text.trim() === "") return 0;
  const literal = parseNumber(text, context.facts.languageVersion >= 7);
  if (literal !== null) return literal;
  const type = isNumber(other) || other instanceof EnumValue ? typeOf(other) : undefined;
  return convertTo(context, text, type ?? commonTypes().int32);
}

/** `$null` 0, Booleans 0 and 1, characters their code; text by {@link textOperand}; others as they are. */
export function numericOperand(context: ValueContext, value: Value, other: Value): Value {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Char) return value.code;
  if (typeof value === "string") return textOperand(context, value, typeof other === "string" ? null : other);
  return value;
}
