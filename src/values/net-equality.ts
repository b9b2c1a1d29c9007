import { caseSensitiveKey, ValueObject } from "./dictionary.js";
import { operand } from "./enumeration.js";
import type { Value } from "./value.js";

/** .NET's Equals: same type and value for numbers, text and values such as dates, identity for everything else. */
export function netEquals(left: Value, right: Value): boolean {
  const l = operand(left);
  const r = operand(right);
  if (l === r) return true;
  if (l === null || r === null || typeof l !== typeof r) return false;
  if (l instanceof ValueObject && r instanceof ValueObject)
    return l.type === r.type && l.equalityKey() === r.equalityKey();
  return caseSensitiveKey(l) === caseSensitiveKey(r);
}
