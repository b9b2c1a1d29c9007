import { PSArray } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { enumerate, isCollection, operand } from "../enumeration.js";
import { type PowerShellError, runtimeError } from "../errors.js";
import { AutomationNull } from "../objects.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { intrinsicMethod } from "./intrinsic-methods.js";
import { type CallOptions, closedMethod, invokeOverloads, methodNotFoundOn } from "./methods.js";
import { adaptedMember, extendedMember, getterError } from "./properties.js";

/**
 * `$x.Name(args)`: a script method of the instance or the type table, a .NET method, Where and ForEach of every value,
 * else the method of each element. Throws InvokeMethodOnNull, MethodNotFound and the errors of the call.
 */
export function invokeMethod(
  context: ValueContext,
  value: Value,
  name: string,
  args: readonly Value[],
  options: CallOptions = {},
): Value {
  const own = tryInvokeMethod(context, value, name, args, options);
  if (own !== undefined) return own;
  const v = operand(value);
  if (context.facts.languageVersion >= 3 && isCollection(v)) {
    const results = invokeOnElements(context, v, name, args);
    if (results !== undefined) return results;
  }
  throw methodNotFoundOn(context, value, name);
}

/** As {@link invokeMethod} without member enumeration; `undefined` when there is no such method. */
export function tryInvokeMethod(
  context: ValueContext,
  value: Value,
  name: string,
  args: readonly Value[],
  options: CallOptions = {},
): Value | undefined {
  const v = operand(value);
  if (v === null) {
    // Even `$null` has Where and ForEach: over nothing.
    const result = intrinsicMethod(context, AutomationNull, name, args);
    if (result === undefined) throw methodOnNull();
    return result;
  }
  const member = extendedMember(context, value, name);
  if (member?.kind === "ScriptMethod") return context.invoke(member.script, args, { self: value });
  const adapted = adaptedMember(v, name);
  if (adapted?.kind === "Method") {
    return invokeOverloads(context, adapted, v, args, options);
  }
  if (adapted?.kind === "ParameterizedProperty") {
    try {
      return adapted.get(context, v, args);
    } catch (error) {
      throw getterError("ExceptionWhenGetting", adapted.name, error);
    }
  }
  return intrinsicMethod(context, value, name, args);
}

/**
 * `$x.Name[int](args)`. Throws InvokeMethodOnNull, MethodNotFound, MethodCountCouldNotFindBestGeneric for a method that
 * is not generic.
 */
export function invokeGenericMethod(
  context: ValueContext,
  value: Value,
  name: string,
  types: readonly DotNetType[],
  args: readonly Value[],
): Value {
  const v = operand(value);
  if (v === null) throw methodOnNull();
  const member = adaptedMember(v, name);
  if (member?.kind !== "Method") throw methodNotFoundOn(context, value, name);
  return invokeOverloads(context, closedMethod(member, types, args.length), v, args);
}

function invokeOnElements(context: ValueContext, list: Value, name: string, args: readonly Value[]): Value | undefined {
  const results: Value[] = [];
  let any = false;
  for (const element of enumerate(list) ?? []) {
    if (operand(element) === null) continue;
    const result = tryInvokeMethod(context, element, name, args);
    if (result === undefined) {
      if (!isCollection(element)) throw methodNotFoundOn(context, element, name);
      continue;
    }
    any = true;
    if (result === AutomationNull) continue;
    if (isCollection(result)) for (const item of enumerate(result) ?? []) results.push(item);
    else results.push(result);
  }
  if (!any) return undefined;
  if (results.length === 0) return AutomationNull;
  return results.length === 1 ? (results[0] as Value) : new PSArray(results);
}

/**
 * `$list.Item(0) = 5`: sets a parameterized property. Throws InvokeMethodOnNull, MethodNotFound for anything else of this
 * name, and MethodCountCouldNotFindBest for one that cannot be set.
 */
export function setParameterizedProperty(
  context: ValueContext,
  value: Value,
  name: string,
  args: readonly Value[],
  newValue: Value,
): void {
  const v = operand(value);
  if (v === null) throw methodOnNull();
  const member = adaptedMember(v, name);
  if (member?.kind !== "ParameterizedProperty") throw methodNotFoundOn(context, value, name);
  if (member.set === null) {
    throw runtimeError(
      "MethodCountCouldNotFindBest",
      "NotSpecified",
      `Cannot find an overload for "${member.name}" and the argument count: "${args.length + 1}".`,
      { exceptionType: "System.Management.Automation.SetValueInvocationException" },
    );
  }
  member.set(context, v, args, newValue);
}

function methodOnNull(): PowerShellError {
  return runtimeError(
    "InvokeMethodOnNull",
    "InvalidOperation",
    "You cannot call a method on a null-valued expression.",
  );
}
