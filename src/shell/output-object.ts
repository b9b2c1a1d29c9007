import { PSDictionary } from "../values/collections.js";
import { DateTime, unixEpochTicks } from "../values/date-time.js";
import { decimalToDouble } from "../values/decimal.js";
import { enumerate } from "../values/enumeration.js";
import { getProperty, propertiesOf, typeNamesOf } from "../values/member-access/index.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "../values/numbers.js";
import { isNull, PSCustomObject, SwitchParameter } from "../values/objects.js";
import { toText } from "../values/text.js";
import { baseOf, DotNetObject, type Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";

/** Plain JavaScript data, as {@link OutputObject.toJS} gives it. */
export type PlainValue = null | boolean | number | bigint | string | Date | readonly PlainValue[] | PlainObject;
export interface PlainObject {
  readonly [name: string]: PlainValue;
}

/** How deep `toJS` follows properties; below, objects become their text. */
const plainDepth = 3;

/** An object that a line gave, for users who write JavaScript. */
export class OutputObject {
  constructor(
    private readonly context: ValueContext,
    /** The PowerShell value itself. */
    readonly value: Value,
  ) {}

  /** PSTypeNames, most derived first. */
  get typeNames(): readonly string[] {
    return typeNamesOf(this.value);
  }

  /** A property as plain JavaScript, found ignoring case; `undefined` when the object has none of this name. */
  get(name: string): PlainValue | undefined {
    const found = getProperty(this.context, this.value, name);
    return found === undefined ? undefined : toPlain(this.context, found, plainDepth);
  }

  /** A property as PowerShell's `[string]`; `undefined` when the object has none of this name. */
  textOf(name: string): string | undefined {
    const found = getProperty(this.context, this.value, name);
    return found === undefined ? undefined : toText(this.context, found);
  }

  /** The whole object as plain numbers, strings, dates, arrays and objects. */
  toJS(): PlainValue {
    return toPlain(this.context, this.value, plainDepth);
  }

  /** As PowerShell's `[string]`. */
  toString(): string {
    return toText(this.context, this.value);
  }
}

function toPlain(context: ValueContext, value: Value, depth: number): PlainValue {
  const base = baseOf(value);
  if (isNull(base)) return null;
  if (!(base instanceof DotNetObject)) return base;
  if (base instanceof Double || base instanceof Single || base instanceof SmallInteger) return base.value;
  if (base instanceof UInt64 || base instanceof BigInteger) return base.value;
  if (base instanceof Decimal) return decimalToDouble(base);
  if (base instanceof Char || base instanceof EnumValue) return toText(context, base);
  if (base instanceof SwitchParameter) return base.isPresent;
  if (base instanceof DateTime) return new Date(Number((base.ticks - unixEpochTicks) / 10_000n));
  if (depth === 0) return toText(context, base);
  if (base instanceof PSDictionary) {
    return plainObject(
      [...base.entries()].map(({ key, value: item }) => [toText(context, key), toPlain(context, item, depth - 1)]),
    );
  }
  const items = enumerate(base);
  if (items !== null) return Array.from(items, (item) => toPlain(context, item, depth - 1));
  const properties = propertiesOf(context, base);
  if (!(base instanceof PSCustomObject) && properties.length === 0) return toText(context, base);
  return plainObject(properties.map((property) => [property.name, toPlain(context, property.get(), depth - 1)]));
}

/** An object without prototype, so that a property named `__proto__` is a property. */
function plainObject(entries: readonly (readonly [string, PlainValue])[]): PlainObject {
  const object: Record<string, PlainValue> = Object.create(null);
  for (const [name, value] of entries) object[name] = value;
  return object;
}
