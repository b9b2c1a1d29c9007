import type { ConstantValue } from "../../grammar/syntax-tree.js";
import { BigInteger, Decimal, Double, SmallInteger, UInt64 } from "./numbers.js";
import type { Value } from "./value.js";

/** The value of a number literal. */
export function constantValue(node: ConstantValue): Value {
  switch (node.numberKind) {
    case "Int32":
    case "Boolean":
    case "Int64":
      return node.value;
    case "Double":
      return new Double(node.value);
    case "SByte":
    case "Byte":
    case "Int16":
    case "UInt16":
    case "UInt32":
      return new SmallInteger(node.numberKind, node.value);
    case "UInt64":
      return new UInt64(node.value);
    case "BigInteger":
      return new BigInteger(node.value);
    case "Decimal":
      return decimalOfDigits(node.value);
    default:
      return node satisfies never;
  }
}

/** `-1.50` → mantissa −150, scale 2. */
function decimalOfDigits(digits: string): Decimal {
  const point = digits.indexOf(".");
  if (point < 0) return new Decimal(BigInt(digits), 0);
  return new Decimal(BigInt(digits.slice(0, point) + digits.slice(point + 1)), digits.length - point - 1);
}
