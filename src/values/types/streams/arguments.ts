import { PSArray } from "../../collections.js";
import { argumentError, argumentNullError, outOfRangeError } from "../../net-errors.js";
import { Char, EnumValue, SmallInteger } from "../../numbers.js";
import { integerOf } from "../../numeric.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { Encoding, keptEncoding } from "../encoding.js";
import type { FileAccess, FileMode } from "./open-file.js";

// What methods of streams, readers and writers are given, as their code uses it.

export const textOrNull = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
export const numberOf = (value: Value | undefined): number =>
  value === null || value === undefined ? 0 : Number(integerOf(value) ?? 0n);

/** The encoding that was given, or .NET's own: UTF-8. */
export function encodingOr(context: ValueContext, value: Value | undefined, isMarked: boolean): Encoding {
  if (value instanceof Encoding) return value;
  return isMarked ? keptEncoding(context, "UTF8") : new Encoding("UTF8", false);
}

const nameOf = (value: Value | undefined): string | undefined =>
  value instanceof EnumValue
    ? value.type.definition.enumValues?.find(([, bits]) => bits === value.value)?.[0]
    : undefined;
export const modeOf = (value: Value | undefined): FileMode => (nameOf(value) ?? "Open") as FileMode;
export const accessOf = (value: Value | undefined): FileAccess | undefined => nameOf(value) as FileAccess | undefined;

/** A part of an array that is read into or written from. */
export interface Segment {
  readonly array: PSArray;
  readonly start: number;
  readonly count: number;
}

const negative = "Non-negative number required.";

/** Throws ArgumentNullException, ArgumentOutOfRangeException, and ArgumentException for a part outside the array. */
export function segmentOf(
  context: ValueContext,
  [buffer, start, count]: readonly Value[],
  startName = "offset",
): Segment {
  if (!(buffer instanceof PSArray)) throw argumentNullError(context, "buffer");
  const segment = { array: buffer, start: numberOf(start), count: numberOf(count) };
  if (segment.start < 0) throw outOfRangeError(context, negative, startName);
  if (segment.count < 0) throw outOfRangeError(context, negative, "count");
  if (segment.start + segment.count <= buffer.items.length) return segment;
  const message =
    "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.";
  if (context.facts.exceptionTexts === "core") throw outOfRangeError(context, message, "count");
  throw argumentError(context, message, "count");
}

/** Puts bytes (a character each) into an array; how many. */
export function fillBytes({ array, start }: Segment, bytes: string): number {
  for (let i = 0; i < bytes.length; i++) array.setItem(start + i, new SmallInteger("Byte", bytes.charCodeAt(i)));
  return bytes.length;
}
/** Puts characters into an array; how many. */
export function fillChars({ array, start }: Segment, text: string): number {
  for (let i = 0; i < text.length; i++) array.setItem(start + i, new Char(text.charCodeAt(i)));
  return text.length;
}
/** The elements of a part. */
export const itemsOf = ({ array, start, count }: Segment): readonly Value[] => array.items.slice(start, start + count);
export const charsText = (chars: readonly Value[]): string =>
  chars.map((char) => (char instanceof Char ? char.text : "")).join("");
