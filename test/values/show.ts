import type { ValueContext } from "../../src/values/index.js";
import { PowerShellError, PSArray, toText, typeOf, type Value } from "../../src/values/index.js";

/** `Int32 3`, `Object[](Int32 1; String a)`, `null`: a value with its type, as the recorded matrix writes it. */
export function show(context: ValueContext, value: Value): string {
  const type = typeOf(value);
  if (type === undefined) return "null";
  if (value instanceof PSArray) return `${type.name}(${value.items.map((item) => show(context, item)).join("; ")})`;
  return `${type.name} ${toText(context, value)}`;
}

/** The value shown, or `error id | message`. */
export function attempt(context: ValueContext, run: () => Value): string {
  try {
    return show(context, run());
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    return `error ${error.record.fullyQualifiedErrorId} | ${error.record.exception.message}`;
  }
}
