import { PSArray } from "../collections.js";
import { DateTime } from "../date-time.js";
import type { DotNetType } from "../dotnet-type.js";
import { isCollection, toItems } from "../enumeration.js";
import { PowerShellError } from "../errors.js";
import { MultiArray } from "../multi-array.js";
import { netError } from "../net-errors.js";
import { Char, EnumValue } from "../numbers.js";
import { netTypeText } from "../type-text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { castError, noConversion } from "./errors.js";
import { convertTo } from "./index.js";

/** To `T[]` or System.Array: a collection element by element, text to its characters, a scalar as the only element. */
export function toArrayType(context: ValueContext, value: Value, type: DotNetType): Value {
  const element = type.elementType;
  if (value instanceof MultiArray) {
    throw netError("System.RankException", "The specified arrays must have the same number of dimensions.");
  }
  if (type.rank > 1 && value instanceof PSArray) {
    const made = `${element === null ? "System.Object" : netTypeText(element)}[]`;
    const message = `Unable to cast object of type '${made}' to type '${netTypeText(type)}'.`;
    throw netError("System.InvalidCastException", message);
  }
  if (isCollection(value)) {
    const items = toItems(value);
    if (element === null) return new PSArray([...items]);
    try {
      return new PSArray(
        items.map((item) => convertTo(context, item, element)),
        element,
      );
    } catch (error) {
      // An array fails by its element, any other collection as a whole.
      if (value instanceof PSArray || !(error instanceof PowerShellError)) throw error;
      throw castError(context, value, type, "InvalidCastExceptionEnumerableToArray", error);
    }
  }
  if (element === null) return new PSArray([value]);
  if (typeof value === "string" && element.fullName === "System.Char") {
    return new PSArray(
      [...charsOf(value)].map((code) => new Char(code)),
      element,
    );
  }
  try {
    return new PSArray([convertTo(context, value, element)], element);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw scalarError(context, value, type, error);
  }
}

/** UTF-16 units of a text. */
export function charsOf(text: string): number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) codes.push(text.charCodeAt(i));
  return codes;
}

function scalarError(context: ValueContext, value: Value, type: DotNetType, error: PowerShellError): PowerShellError {
  if (error.record.errorId === "ConvertToFinalInvalidCastException") return noConversion(context, value, type);
  if (value instanceof DateTime || typeof value === "boolean" || value instanceof Char || value instanceof EnumValue) {
    const from =
      value instanceof DateTime
        ? "System.DateTime"
        : typeof value === "boolean"
          ? "System.Boolean"
          : value.type.fullName;
    return castError(
      context,
      value,
      type,
      "InvalidCastIConvertible",
      `Invalid cast from '${from}' to '${type.fullName}'.`,
    );
  }
  return castError(context, value, type, "InvalidCastExceptionScalarToArray", error);
}
