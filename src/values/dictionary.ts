import { PSDictionary } from "./collections.js";
import { heapConstant } from "./heap/heap-class.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "./numbers.js";
import { typeNamed } from "./types.js";
import { baseOf, DotNetObject, type Value } from "./value.js";

/**
 * What a Map compares as .NET compares keys: text by its characters (or, with `ignoreCase`, by their upper-case
 * forms), numbers by type and value, values such as dates by `equalityKey`, everything else by identity.
 * Text, Int32 and Int64 are themselves, without a copy; the texts that stand for other kinds begin with NUL, and text
 * that does so itself with two.
 */
function keyOf(key: Value, ignoreCase: boolean): unknown {
  if (typeof key === "number") return key;
  const k = baseOf(key);
  if (typeof k === "string") {
    const text = ignoreCase ? k.toUpperCase() : k;
    return text.charCodeAt(0) === 0 ? `\0${text}` : text;
  }
  if (k === null || typeof k !== "object") return k;
  const kind = kindKey(k);
  return kind === null ? k : `\0${kind}`;
}

/** The kind and value of what is compared by value but is no JavaScript primitive; `null` for all else. */
function kindKey(k: DotNetObject): string | null {
  if (k instanceof Char) return `c${k.code}`;
  if (k instanceof Double) return `d${k.value}`;
  if (k instanceof Single) return `f${k.value}`;
  if (k instanceof SmallInteger) return `${k.kind}${k.value}`;
  if (k instanceof UInt64) return `ul${k.value}`;
  if (k instanceof BigInteger) return `n${k.value}`;
  if (k instanceof EnumValue) return `e${k.type.fullName}${k.value}`;
  if (k instanceof Decimal) {
    let m = k.mantissa;
    let s = k.scale;
    while (s > 0 && m % 10n === 0n) {
      m /= 10n;
      s--;
    }
    return `m${m}/${s}`;
  }
  return k instanceof ValueObject ? `v${k.type.fullName}:${k.equalityKey()}` : null;
}

/** A value that .NET compares by its content: DateTime, TimeSpan, Guid, Version, … */
export abstract class ValueObject extends DotNetObject {
  /** Equal texts for equal values of the same type. */
  abstract equalityKey(): string;
  /** What is compared where the type is IComparable: both of the same kind. */
  comparisonKey(): bigint | string {
    return this.equalityKey();
  }
}

/** Keys as a hashtable literal compares them: text ignores case. */
export const caseInsensitiveKey = (key: Value): unknown => keyOf(key, true);
/** Keys as `new Hashtable()` and Dictionary`2 compare them. */
export const caseSensitiveKey = (key: Value): unknown => keyOf(key, false);

heapConstant("caseInsensitiveKey", caseInsensitiveKey);
heapConstant("caseSensitiveKey", caseSensitiveKey);

/** An empty `@{}`. */
export function newHashtable(): PSDictionary {
  return new PSDictionary(typeNamed("System.Collections.Hashtable"), caseInsensitiveKey);
}
/** An empty `[ordered]@{}`. */
export function newOrderedDictionary(): PSDictionary {
  return new PSDictionary(typeNamed("System.Collections.Specialized.OrderedDictionary"), caseInsensitiveKey);
}
