import { tryConvertTo, typeNamed, type Value, type ValueContext } from "../values/index.js";
import { Double } from "../values/numbers.js";
import { doubleOf } from "../values/numeric.js";
import { baseOf } from "../values/value.js";

/** A number, or a text that reads as one, as a Double; `undefined` when it is neither. */
export function toDouble(context: ValueContext, value: Value): number | undefined {
  const base = baseOf(value);
  const direct = doubleOf(base);
  if (direct !== null) return direct;
  const converted = tryConvertTo(context, base, typeNamed("System.Double"));
  return converted instanceof Double ? converted.value : undefined;
}
