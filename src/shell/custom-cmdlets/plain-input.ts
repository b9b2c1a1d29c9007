import { PSArray } from "../../values/collections.js";
import { DateTime, unixEpochTicks } from "../../values/date-time.js";
import { BigInteger, Double } from "../../values/numbers.js";
import { PSCustomObject } from "../../values/objects.js";
import type { Value } from "../../values/value.js";
import { OutputObject } from "../output-object.js";

/** What JavaScript may hand to the shell: plain data, and objects that the shell gave. */
export type PlainInput =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Date
  | OutputObject
  | readonly PlainInput[]
  | { readonly [name: string]: PlainInput };

const int32 = 2 ** 31;
const int64 = 2n ** 63n;

/**
 * Plain data as PowerShell values: whole numbers are Int32 where they fit and Double where not, a bigint is Int64 or
 * BigInteger, a date is UTC, an array `object[]`, an object a PSCustomObject with its properties in their order.
 * @param typeName stands before System.Management.Automation.PSCustomObject in the PSTypeNames of objects
 */
export function fromPlain(value: PlainInput, typeName?: string): Value {
  switch (typeof value) {
    case "undefined":
      return null;
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isInteger(value) && value >= -int32 && value < int32 && !Object.is(value, -0)
        ? value
        : new Double(value);
    case "bigint":
      return value >= -int64 && value < int64 ? value : new BigInteger(value);
    case "object":
      return fromObject(value, typeName);
  }
}

function fromObject(value: Extract<PlainInput, object | null>, typeName: string | undefined): Value {
  if (value === null) return null;
  if (value instanceof OutputObject) return value.value;
  if (value instanceof Date) return new DateTime(BigInt(value.getTime()) * 10_000n + unixEpochTicks, "Utc");
  if (isList(value)) return new PSArray(value.map((item) => fromPlain(item, typeName)));
  const properties = Object.entries(value).map(([name, item]) => [name, fromPlain(item)] as const);
  return new PSCustomObject(
    properties,
    typeName === undefined ? null : [typeName, "System.Management.Automation.PSCustomObject", "System.Object"],
  );
}

/** `Array.isArray` does not tell readonly arrays from other objects. */
function isList(value: object): value is readonly PlainInput[] {
  return Array.isArray(value);
}
