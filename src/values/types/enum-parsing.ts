import type { DotNetType } from "../dotnet-type.js";
import { argumentError, netError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import type { ValueContext } from "../value-context.js";

/** Enum.Parse: whole names (no prefixes), numbers, comma lists. Throws ArgumentException. */
export function enumFromExactText(
  context: ValueContext,
  type: DotNetType,
  text: string,
  ignoreCase: boolean,
): EnumValue {
  const found = tryEnumFromExactText(type, text, ignoreCase);
  if (found !== null) return found;
  if (text.trim() === "") {
    const message = "Must specify valid information for parsing in the string.";
    throw context.facts.exceptionTexts === "core"
      ? argumentError(context, message, "value")
      : netError("System.ArgumentException", message);
  }
  throw netError("System.ArgumentException", `Requested value '${text.trim()}' was not found.`);
}

/** As {@link enumFromExactText}; `null` when the text names no value. */
export function tryEnumFromExactText(type: DotNetType, text: string, ignoreCase: boolean): EnumValue | null {
  let sum = 0n;
  for (const part of text.split(",")) {
    const name = part.trim();
    if (/^[-+]?\d+$/.test(name)) {
      sum |= BigInt(name.replace("+", ""));
      continue;
    }
    const wanted = ignoreCase ? name.toLowerCase() : name;
    const value = type.definition.enumValues?.find(([n]) => (ignoreCase ? n.toLowerCase() : n) === wanted);
    if (value === undefined) return null;
    sum |= value[1];
  }
  return new EnumValue(type, sum);
}
