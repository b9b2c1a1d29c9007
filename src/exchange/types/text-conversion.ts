import { castError } from "../../values/conversion/errors.js";
import { PowerShellError } from "../../values/errors.js";
import { netError } from "../../values/net-errors.js";
import { toText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";

/** What a type's own parser throws for text that it does not take. */
export function formatError(message: string): PowerShellError {
  return netError("System.FormatException", message);
}

/**
 * A type's conversion from text, whose failure reads as that of a cast:
 * `Cannot convert value "x" to type "T". Error: "…"`.
 */
export function fromText(fullName: () => string, parse: (text: string, context: ValueContext) => Value) {
  return (context: ValueContext, value: Value): Value => {
    try {
      return parse(toText(context, value).trim(), context);
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      throw castError(context, value, typeNamed(fullName()), "InvalidCastParseTargetInvocation", error);
    }
  };
}
