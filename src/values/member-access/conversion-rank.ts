import { PSDictionary } from "../collections.js";
import { textParsers } from "../conversion/text-parsers.js";
import { isNumberType } from "../conversion/to-number.js";
import { TimeSpan } from "../date-time.js";
import type { DotNetType } from "../dotnet-type.js";
import { isCollection, operand } from "../enumeration.js";
import { Char, Decimal, Double, EnumValue, Single } from "../numbers.js";
import { integerOf, isNumber } from "../numeric.js";
import { PSReference } from "../objects.js";
import { ScriptBlock } from "../script-block.js";
import type { Value } from "../value.js";
import { commonTypes, isAssignable, typeOf } from "../value-types.js";

/** No conversion exists. */
export const impossible = 1000;

/** Integer types by width, then the types that integers become, in the order in which overloads are preferred. */
const widening = [
  "System.SByte",
  "System.Byte",
  "System.Int16",
  "System.UInt16",
  "System.Int32",
  "System.UInt32",
  "System.Int64",
  "System.UInt64",
  "System.Decimal",
  "System.Double",
  "System.Single",
  "System.Numerics.BigInteger",
];

/** How well a value fits a parameter: 0 identical, small for assignable and widening, larger for conversions. */
export function conversionRank(value: Value, type: DotNetType): number {
  const v = operand(value);
  const common = commonTypes();
  if (v === null) return rankOfNull(type);
  const from = typeOf(v) as DotNetType;
  if (from === type) return 0;
  if (type === common.object) return 60;
  if (v instanceof PSReference) return impossible;
  if (isAssignable(from, type)) return 5;
  if (isNumberType(type) && type !== common.char) return rankToNumber(v, from, type);
  if (type === common.string) return isCollection(v) ? 85 : v instanceof Char ? 40 : 80;
  if (type === common.boolean) return 90;
  if (type.elementType !== null || type === common.array) return rankToArray(v, type);
  if (type.isEnum) return rankToEnum(v);
  if (type === common.char)
    return typeof v === "string" ? 45 : integerOf(v) !== null && typeof v !== "boolean" ? 70 : impossible;
  if (v instanceof Char && textParsers.get(type.fullName)?.fromLong !== undefined) return 75;
  // Other kinds of spans are one as well.
  if (v instanceof TimeSpan && type.fullName === "System.TimeSpan") return 30;
  if (textParsers.has(type.fullName))
    return typeof v === "string"
      ? 72
      : isNumber(v) || (typeof v === "boolean" && type.fullName === "System.DateTime")
        ? 75
        : impossible;
  if (type.fullName === "System.Collections.Hashtable") return v instanceof PSDictionary ? 30 : impossible;
  if (type.fullName === "System.Type") return typeof v === "string" ? 70 : impossible;
  if (type.fullName === "System.Management.Automation.SwitchParameter") return typeof v === "boolean" ? 20 : impossible;
  // Delegates take script blocks.
  if (v instanceof ScriptBlock && type.baseType?.fullName === "System.MulticastDelegate") return 20;
  return type.definition.convertFrom === undefined ? impossible : 75;
}

function rankOfNull(type: DotNetType): number {
  // A null fits an array best, then any object, the character 0, and a text, where it becomes the empty one, last.
  if (type === commonTypes().string) return 5;
  if (type === commonTypes().char) return 4;
  if (type === commonTypes().object) return 3;
  if (!type.isValueType) return type.elementType === null ? 2 : 1;
  return isNumberType(type) || type === commonTypes().boolean ? 80 : impossible;
}

function rankToNumber(value: Value, from: DotNetType, type: DotNetType): number {
  if (typeof value === "string") return 70 + widening.indexOf(type.fullName) / 100;
  if (typeof value === "boolean") return 75;
  if (value instanceof Char) return widening.indexOf(type.fullName) >= 3 ? 20 + widening.indexOf(type.fullName) : 70;
  if (value instanceof EnumValue) return 30 + widening.indexOf(type.fullName) / 100;
  if (!isNumber(value)) return impossible;
  const to = widening.indexOf(type.fullName);
  const at = widening.indexOf(from.fullName);
  if (value instanceof Double)
    return type.fullName === "System.Single" ? 41 : type.fullName === "System.Decimal" ? 42 : 50;
  if (value instanceof Single) return type.fullName === "System.Double" ? 10 : 45;
  if (value instanceof Decimal) return type.fullName === "System.Double" ? 41 : 50;
  return to > at ? 10 + (to - at) : 45 + (at - to);
}

function rankToArray(value: Value, type: DotNetType): number {
  const element = type.elementType;
  if (typeof value === "string" && element?.fullName === "System.Char") return 42;
  if (isCollection(value)) return element === null || !element.isValueType ? 25 : 30;
  if (element === null) return 85;
  const rank = conversionRank(value, element);
  return rank === impossible ? impossible : 85 + rank / 100;
}

function rankToEnum(value: Value): number {
  if (typeof value === "string") return 75;
  return integerOf(value) !== null && typeof value !== "boolean" ? 76 : impossible;
}
