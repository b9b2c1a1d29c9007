import type { DotNetType } from "../dotnet-type.js";
import { ErrorRecord, ExceptionObject, PowerShellError } from "../errors.js";
import { netText } from "../text.js";
import { netTypeText } from "../type-text.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";

/** A failed cast: `InvalidArgument`, a RuntimeException around the reason. */
export function invalidCast(errorId: string, message: string, inner: ExceptionObject | null = null): PowerShellError {
  const cause = new ExceptionObject(typeNamed("System.Management.Automation.PSInvalidCastException"), message, inner);
  const exception = new ExceptionObject(typeNamed("System.Management.Automation.RuntimeException"), message, cause);
  const record = new ErrorRecord({ exception, errorId, category: "InvalidArgument" });
  exception.errorRecord = record;
  return new PowerShellError(record);
}

/** `Cannot convert value "abc" to type "System.Int32". Error: "…"`. */
export function castError(
  context: ValueContext,
  value: Value,
  type: DotNetType,
  errorId: string,
  reason: string | PowerShellError,
): PowerShellError {
  const text = typeof reason === "string" ? reason : reason.record.exception.message;
  const inner = typeof reason === "string" ? null : reason.record.exception;
  const message = `Cannot convert value "${netText(context, value)}" to type "${netTypeText(type)}". Error: "${text}"`;
  return invalidCast(errorId, message, inner);
}

/** No conversion exists: `Cannot convert the "x" value of type "A" to type "B".` */
export function noConversion(context: ValueContext, value: Value, type: DotNetType): PowerShellError {
  const from = typeOf(value);
  // An object that says itself what it is, such as a deserialized one, is called so.
  const own = value !== null && typeof value === "object" ? value.typeNames?.[0] : undefined;
  const fromName = own ?? (from === undefined ? "null" : netTypeText(from));
  return invalidCast(
    from === typeOf("") && type.fullName === "System.Type"
      ? "InvalidCastFromStringToType"
      : "ConvertToFinalInvalidCastException",
    `Cannot convert the "${netText(context, value)}" value of type "${fromName}" to type "${netTypeText(type)}".`,
  );
}

/** `$null` to a type that has no null: `Cannot convert null to type "System.DateTime".` */
export function nullCast(type: DotNetType): PowerShellError {
  const id = type.isEnum ? "nullToEnumInvalidCast" : "nullToObjectInvalidCast";
  if (!type.isEnum) return invalidCast(id, `Cannot convert null to type "${netTypeText(type)}".`);
  const names = (type.definition.enumValues ?? []).map(([name]) => name).join(",");
  return invalidCast(
    id,
    `Cannot convert null to type "${netTypeText(type)}" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${names}".`,
  );
}
