import { caseSensitiveKey } from "./dictionary.js";
import { operand } from "./enumeration.js";
import type { Value } from "./value.js";

const identities = new WeakMap<object, number>();
let next = 1;

/**
 * GetHashCode: an Int32 is its own; everything else gets a number that is the same for equal values. .NET's numbers for
 * text differ in every process, so none is right.
 */
export function hashCodeOf(value: Value): number {
  const v = operand(value);
  if (typeof v === "number") return v;
  if (typeof v === "boolean") return v ? 1 : 0;
  const key = caseSensitiveKey(v);
  if (typeof key === "string") {
    let hash = 0;
    for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
    return hash;
  }
  if (typeof key !== "object" || key === null) return 0;
  let id = identities.get(key);
  if (id === undefined) {
    id = next++ * 1_000_003;
    identities.set(key, id);
  }
  return id | 0;
}
