import type { Culture } from "../culture.js";
import { DateTime, DateTimeOffset, TimeSpan } from "../date-time.js";
import { enumText, flagNames } from "../enumerations.js";
import { offsetOfLocal } from "../local-time.js";
import { netError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import { isNumber } from "../numeric.js";
import { Guid } from "../simple-values.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { formatDateTime, formatDateTimeOffset } from "./date-time-format.js";
import { formatNumber } from "./numeric-format.js";
import { formatTimeSpan } from "./time-span-format.js";

/**
 * `ToString(spec, culture)` of what implements IFormattable; `null` for all other values, which ignore the spec.
 * Throws FormatException as .NET does.
 */
export function formatFormattable(context: ValueContext, value: Value, spec: string, culture: Culture): string | null {
  if (isNumber(value)) return formatNumber(value, spec, culture, context.facts);
  if (value instanceof DateTime) return formatDateTime(value, spec, culture, offsetOfLocal(context, value.ticks));
  if (value instanceof TimeSpan) return formatTimeSpan(value, spec);
  if (value instanceof DateTimeOffset) return formatDateTimeOffset(value, spec, culture);
  if (value instanceof EnumValue) return formatEnum(value, spec);
  if (value instanceof Guid) return formatGuid(value, spec);
  return null;
}

/** `G`, `F` (names), `D` (number), `X` (eight hexadecimal digits) of an enumeration's value. */
export function formatEnum(value: EnumValue, spec: string): string {
  switch (spec.toUpperCase()) {
    case "":
    case "G":
      return enumText(value);
    case "F":
      return flagNames(value) ?? enumText(value);
    case "D":
      return value.value.toString();
    case "X":
      return BigInt.asUintN(32, value.value).toString(16).toUpperCase().padStart(8, "0");
    default:
      throw netError("System.FormatException", 'Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".');
  }
}

/** `N`, `D`, `B`, `P`, `X` of a GUID. */
export function formatGuid(value: Guid, spec: string): string {
  const digits = value.text.replace(/-/g, "");
  switch (spec.toUpperCase()) {
    case "":
    case "D":
      return value.text;
    case "N":
      return digits;
    case "B":
      return `{${value.text}}`;
    case "P":
      return `(${value.text})`;
    case "X": {
      const bytes = digits
        .slice(16)
        .match(/../g)
        ?.map((b) => `0x${b}`)
        .join(",");
      return `{0x${digits.slice(0, 8)},0x${digits.slice(8, 12)},0x${digits.slice(12, 16)},{${bytes}}}`;
    }
    default:
      throw netError(
        "System.FormatException",
        'Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".',
      );
  }
}
