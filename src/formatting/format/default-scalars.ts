import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "../../values/numbers.js";
import { PSCustomObject } from "../../values/objects.js";
import { baseOf, type Value } from "../../values/value.js";

const scalarTypeNames: ReadonlySet<string> = new Set(["System.IntPtr", "System.Security.SecureString"]);

/** Whether a value is shown as its text alone, whatever command formats it (SPEC A.2, 3b). */
export function isDefaultScalar(value: Value): boolean {
  const base = baseOf(value);
  if (base === null) return false;
  if (typeof base !== "object") return true;
  if (base instanceof PSCustomObject) return false;
  return (
    base instanceof Double ||
    base instanceof EnumValue ||
    base instanceof Char ||
    base instanceof Decimal ||
    base instanceof SmallInteger ||
    base instanceof Single ||
    base instanceof UInt64 ||
    base instanceof BigInteger ||
    scalarTypeNames.has(base.type.fullName)
  );
}
