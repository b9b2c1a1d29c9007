import type { IndexExpression } from "../../../grammar/syntax-tree.js";
import { PSArray, PSDictionary } from "../../values/collections.js";
import { runtimeError } from "../../values/errors.js";
import { getIndex } from "../../values/member-access/index.js";
import { isNull } from "../../values/objects.js";
import type { Value } from "../../values/value.js";
import { commonTypes } from "../../values/value-types.js";
import type { Frame } from "../frame.js";
import { compileExpression } from "./expressions.js";
import type { Evaluate, Unit } from "./unit.js";

/** `$a[0]`. */
export function compileIndex(unit: Unit, node: IndexExpression): Evaluate {
  const target = compileExpression(unit, node.target);
  const index = compileExpression(unit, node.index);
  const { nullConditional } = node;
  const { errorsAtTokens } = unit.facts;
  return (frame) => {
    const value = target(frame);
    if (nullConditional && isNull(value)) return null;
    const at = index(frame);
    if (errorsAtTokens && isNull(value)) throw nullArray(at);
    return readIndex(frame, value, at);
  };
}

/** The common cases here, the rest by values/. */
export function readIndex(frame: Frame, value: Value, index: Value): Value {
  if (typeof index === "number" && value instanceof PSArray) {
    const { items } = value;
    const found = items[index < 0 ? index + items.length : index];
    if (found !== undefined) return found;
  } else if (takesKey(value, index)) {
    return value.get(index) ?? null;
  }
  return getIndex(frame.engine, value, index, frame.engine.isStrict(3));
}

/** A dictionary to which a text or number is a key as it is: none of typed ones, and none where a number is a place. */
export function takesKey(container: Value, index: Value): container is PSDictionary {
  if (!(container instanceof PSDictionary)) return false;
  if (typeof index === "number") return container.type === commonTypes().hashtable;
  return typeof index === "string" && container.keyType === null && container.valueType === null;
}

/** PowerShell 2.0 names the index that found no array. */
function nullArray(target: Value): Error {
  return runtimeError("NullArray", "InvalidOperation", "Cannot index into a null array.", { target });
}
