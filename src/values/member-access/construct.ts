import { PSArray } from "../collections.js";
import type { DotNetMethod, DotNetType } from "../dotnet-type.js";
import { MultiArray } from "../multi-array.js";
import { netError } from "../net-errors.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single } from "../numbers.js";
import { integerValue } from "../numeric.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes } from "../value-types.js";
import { type CallOptions, convertArgument, invokeOverloads, methodInvocationError, noOverload } from "./methods.js";

/** `[T]::new(…)` and New-Object: the fitting constructor. */
export function construct(
  context: ValueContext,
  type: DotNetType,
  args: readonly Value[],
  options: CallOptions = {},
): Value {
  if (type.elementType !== null) return newArray(context, type, args, options);
  const overloads = type.definition.constructors?.() ?? [];
  if (args.length === 0 && !overloads.some((o) => o.parameters.length === 0)) {
    const zero = defaultOf(type);
    if (zero !== undefined) return zero;
  }
  if (overloads.length === 0) {
    throw noOverload(type.name, args.length);
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
export function defaultOf(type: DotNetType): Value | undefined {
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

/** `[int[]]::new(3)`, `[int[,]]::new(2,3)`: as many lengths as the type has dimensions. */
function newArray(context: ValueContext, type: DotNetType, args: readonly Value[], options: CallOptions): Value {
  const element = type.elementType as DotNetType;
  const numbered = options.numberedArguments === true;
  if (args.length !== type.rank) throw noOverload(numbered ? type.name : "new", args.length);
  const lengths = args.map((arg, i) =>
    convertArgument(context, numbered ? type.name : ".ctor", arg, commonTypes().int32, `${i}`),
  ) as readonly number[];
  const length = lengths.reduce((product, each) => product * each, 1);
  if (lengths.some((each) => each < 0) || length > longest) {
    throw methodInvocationError(
      ".ctor",
      args.length,
      netError("System.OverflowException", "Arithmetic operation resulted in an overflow."),
    );
  }
  const zero = element.isValueType ? (defaultOf(element) ?? null) : null;
  const items = new Array<Value>(length).fill(zero);
  return type.rank === 1 ? new PSArray(items, element) : new MultiArray(type, lengths, items);
}
