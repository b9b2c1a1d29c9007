import type { DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { ExceptionObject, type PowerShellError, runtimeError } from "../errors.js";
import { invokeOverloads } from "../member-access/methods.js";
import { Char, Decimal } from "../numbers.js";
import { netTypeText } from "../type-text.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { isPlain } from "./operands.js";

/**
 * An operator that the engine itself does not know for these values: a static method `op_…` of one of their types, as
 * DateTime, TimeSpan and Decimal have them; else `Method invocation failed because [T] does not contain a method …`.
 */
export function invokeOperatorMethod(context: ValueContext, name: string, left: Value, right: Value): Value {
  const l = operand(left);
  const r = operand(right);
  const leftType = typeOf(l);
  const rightType = typeOf(r);
  // The right operand's type is asked only when the left one is a number, text or the like.
  const askRight = isPlain(l) || leftType === undefined;
  for (const type of askRight ? [leftType, rightType] : [leftType]) {
    const method = type?.staticMember(name);
    if (type !== undefined && method?.kind === "Method") {
      return invokeOverloads(context, method, null, [l, r], { type, operator: true });
    }
  }
  const blameRight =
    typeof l === "boolean" || l instanceof Char || (askRight && !isPlain(r) && !(l instanceof Decimal));
  const blamed = (blameRight ? rightType : leftType) ?? leftType ?? rightType;
  const typeText = blamed === undefined ? "null" : blamedName(blamed);
  throw runtimeError(
    "MethodNotFound",
    "InvalidOperation",
    `Method invocation failed because [${typeText}] does not contain a method named '${name}'.`,
    { target: name },
  );
}

/** A custom object is a PSObject to the operators. */
function blamedName(type: DotNetType): string {
  return type.fullName === "System.Management.Automation.PSCustomObject"
    ? "System.Management.Automation.PSObject"
    : netTypeText(type);
}

/** `Attempted to divide by zero.` */
export function divideByZero(): PowerShellError {
  const inner = new ExceptionObject(typeNamed("System.DivideByZeroException"), "Attempted to divide by zero.");
  return runtimeError("RuntimeException", "NotSpecified", inner.message, { inner });
}

/** `The operation '[System.Char] * [System.Int32]' is not defined.` */
export function notDefined(left: Value, sign: string, right: Value): PowerShellError {
  const name = (v: Value) => typeOf(v)?.fullName ?? "$null";
  return runtimeError(
    "NotADefinedOperationForType",
    "InvalidOperation",
    `The operation '[${name(left)}] ${sign} [${name(right)}]' is not defined.`,
    { target: left },
  );
}
