import { PSArray } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import type { DotNetMethod, DotNetType } from "../dotnet-type.js";
import { ExceptionObject } from "../errors.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single } from "../numbers.js";
import { integerValue } from "../numeric.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes } from "../value-types.js";
import { type CallOptions, invokeOverloads, methodError } from "./methods.js";

/** `[T]::new(…)` and New-Object: the fitting constructor. */
export function construct(
  context: ValueContext,
  type: DotNetType,
  args: readonly Value[],
  options: CallOptions = {},
): Value {
  if (type.elementType !== null) return newArray(context, type, args);
  const overloads = type.definition.constructors?.() ?? [];
  if (args.length === 0 && !overloads.some((o) => o.parameters.length === 0)) {
    const zero = defaultOf(type);
    if (zero !== undefined) return zero;
  }
  if (overloads.length === 0) {
    throw methodError(
      "MethodCountCouldNotFindBest",
      `Cannot find an overload for "${type.name}" and the argument count: "${args.length}".`,
    );
  }
  const method: DotNetMethod = { kind: "Method", name: ".ctor", overloads };
  const fits = overloads.some((o) => fitsCount(o.parameters, args.length));
  return invokeOverloads(context, method, null, args, {
    ...options,
    type,
    displayName: fits && options.numberedArguments !== true ? ".ctor" : type.name,
  });
}

function fitsCount(
  parameters: readonly { readonly isOptional: boolean; readonly isParamArray: boolean }[],
  count: number,
): boolean {
  const required = parameters.filter((p) => !p.isOptional && !p.isParamArray).length;
  return count >= required && (count <= parameters.length || parameters.at(-1)?.isParamArray === true);
}

/** The zero of a value type. */
function defaultOf(type: DotNetType): Value | undefined {
  if (type.isEnum) return new EnumValue(type, 0n);
  switch (type.fullName) {
    case "System.Boolean":
      return false;
    case "System.Double":
      return new Double(0);
    case "System.Single":
      return new Single(0);
    case "System.Decimal":
      return new Decimal(0n, 0);
    case "System.Char":
      return new Char(0);
    case "System.Numerics.BigInteger":
      return new BigInteger(0n);
    case "System.Byte":
    case "System.SByte":
    case "System.Int16":
    case "System.UInt16":
    case "System.Int32":
    case "System.UInt32":
    case "System.Int64":
    case "System.UInt64":
      return integerValue(type.fullName, 0n);
    default:
      return undefined;
  }
}

const longest = 100_000_000;

function newArray(context: ValueContext, type: DotNetType, args: readonly Value[]): Value {
  const element = type.elementType as DotNetType;
  const length = convertTo(context, args[0] ?? 0, commonTypes().int32) as number;
  if (length < 0 || length > longest) {
    const inner = new ExceptionObject(
      typeNamed("System.OverflowException"),
      "Arithmetic operation resulted in an overflow.",
    );
    throw methodError(
      "ConstructorInvokedThrowException",
      `Exception calling ".ctor" with "1" argument(s): "${inner.message}"`,
      inner,
    );
  }
  const zero = element.isValueType ? (defaultOf(element) ?? null) : null;
  return new PSArray(new Array<Value>(length).fill(zero), element);
}
