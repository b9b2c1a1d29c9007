import { PSDictionary } from "../collections.js";
import { DateTime, TimeSpan } from "../date-time.js";
import { caseInsensitiveKey } from "../dictionary.js";
import type { DotNetType } from "../dotnet-type.js";
import { PowerShellError } from "../errors.js";
import { Char, EnumValue } from "../numbers.js";
import { integerOf, isNumber } from "../numeric.js";
import { AutomationNull, PSCustomObject, SwitchParameter, ValueReference } from "../objects.js";
import { toText } from "../text.js";
import { resolveTypeName } from "../type-names.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { isInstanceOf, typeOf } from "../value-types.js";
import { castError, noConversion } from "./errors.js";
import { convertTo } from "./index.js";
import { objectMaker } from "./object-maker.js";
import { textParsers } from "./text-parsers.js";

/** To a type that is no number, text, enumeration or array: by its own parser, constructor or members. */
export function toOtherType(context: ValueContext, value: Value, type: DotNetType, asGiven: Value = value): Value {
  const special = specialTarget(context, value, type);
  if (special !== undefined) return special;
  // Other kinds of spans are one as well, such as Exchange's.
  if (value instanceof TimeSpan && type.fullName === "System.TimeSpan") return new TimeSpan(value.ticks);
  if (type.fullName.startsWith("System.Nullable`1")) {
    return convertTo(context, value, type.genericArguments[0] as DotNetType);
  }
  const parser = textParsers.get(type.fullName);
  if (parser !== undefined) {
    const long = parser.fromLong === undefined ? null : implicitLong(value);
    if (long !== null && parser.fromLong !== undefined)
      return guarded(
        context,
        value,
        type,
        "InvalidCastConstructorException",
        () => parser.fromLong?.(context, long) ?? null,
      );
    if (typeof value === "string" || isNumber(value)) {
      // A number that was written as an argument counts as its text: 2.0 is a version.
      const text = toText(context, asGiven);
      return guarded(context, text, type, parser.errorId, () => parser.parse(context, text));
    }
  }
  const { convertFrom, takesText } = type.definition;
  const converted = convertFrom?.(context, takesText === true && isNumber(value) ? toText(context, asGiven) : value);
  if (converted !== undefined) return converted;
  const constructed = byConstructor(context, value, type);
  if (constructed !== undefined) return constructed;
  if (value instanceof PSDictionary || value instanceof PSCustomObject) return fromMembers(context, value, type);
  if (isConvertible(value)) {
    const isDate = type.fullName === "System.DateTime";
    const from = (isDate ? typeOf(value)?.name : typeOf(value)?.fullName) ?? "";
    if (isDate)
      throw castError(context, value, type, "InvalidCastIConvertible", `Invalid cast from '${from}' to 'DateTime'.`);
    throw castError(
      context,
      value,
      type,
      "InvalidCastIConvertible",
      `Invalid cast from '${from}' to '${type.fullName}'.`,
    );
  }
  throw noConversion(context, value, type);
}

/** Values that .NET's IConvertible would take and refuses; numbers and text are never asked. */
function isConvertible(value: Value): boolean {
  return typeof value === "boolean" || value instanceof Char || value instanceof DateTime || value instanceof EnumValue;
}

/** The value as an Int64 where C# would convert it silently. */
function implicitLong(value: Value): bigint | null {
  if (typeof value === "boolean" || typeof value === "string") return null;
  const n = integerOf(value);
  const name = typeOf(value)?.fullName;
  return name === "System.UInt64" || name === "System.Numerics.BigInteger" ? null : n;
}

function guarded(context: ValueContext, value: Value, type: DotNetType, id: string, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof PowerShellError) throw castError(context, value, type, id, error);
    throw error;
  }
}

function specialTarget(context: ValueContext, value: Value, type: DotNetType): Value | undefined {
  switch (type.fullName) {
    case "System.Void":
      return AutomationNull;
    case "System.Management.Automation.SwitchParameter":
      return typeof value === "boolean" ? new SwitchParameter(value) : undefined;
    case "System.Type":
      return typeof value === "string" || isNumber(value) ? toType(context, toText(context, value), type) : undefined;
    case "System.Collections.Hashtable":
      return toHashtable(value, type);
    case "System.Management.Automation.PSReference":
      return new ValueReference(value);
    default:
      return isInstanceOf(value, type) ? value : undefined;
  }
}

function toType(context: ValueContext, name: string, type: DotNetType): Value {
  const found = context.resolveType(name) ?? resolveTypeName(name);
  if (found === undefined) throw noConversion(context, name, type);
  return found;
}

function toHashtable(value: Value, type: DotNetType): Value | undefined {
  // A character is taken for the capacity of an empty table.
  if (value instanceof Char) return new PSDictionary(type, caseInsensitiveKey);
  if (!(value instanceof PSDictionary)) return undefined;
  const table = new PSDictionary(type, caseInsensitiveKey);
  for (const pair of value.entries()) table.set(pair.key, pair.value);
  return table;
}

/** By a constructor with one parameter that takes the value as it is. */
function byConstructor(context: ValueContext, value: Value, type: DotNetType): Value | undefined {
  if (type.fullName.startsWith("System.Collections.")) return undefined;
  if (!objectMaker().hasConstructorFor(type, value)) return undefined;
  return guarded(context, value, type, "InvalidCastConstructorException", () =>
    objectMaker().construct(context, type, [value]),
  );
}

/** `[T]@{ Property = value }`: a new T with its properties set. */
function fromMembers(context: ValueContext, value: PSDictionary | PSCustomObject, type: DotNetType): Value {
  const constructors = type.definition.constructors?.() ?? [];
  const hasDefault = constructors.some((c) => c.parameters.length === 0) || type.isValueType;
  if (!hasDefault) throw noConversion(context, value, type);
  if (value instanceof PSDictionary && type.definition.constructors === undefined)
    throw noConversion(context, value, type);
  const members: (readonly [string, Value])[] = [];
  if (value instanceof PSDictionary)
    for (const { key, value: v } of value.entries()) members.push([toText(context, key), v]);
  else for (const m of value.instanceMembers) members.push([m.name, objectMaker().getProperty(context, value, m.name)]);
  for (const [name] of members) {
    const member = type.member(name);
    if (member?.kind !== "Property" || member.set === null) {
      throw castError(context, value, type, "InvalidCastConstructorException", noConversion(context, value, type));
    }
  }
  const made = objectMaker().construct(context, type, []);
  for (const [name, v] of members) objectMaker().setProperty(context, made, name, v);
  return made;
}
