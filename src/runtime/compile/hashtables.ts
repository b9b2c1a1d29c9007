import type { Hashtable } from "../../../grammar/syntax-tree.js";
import type { PSDictionary } from "../../values/collections.js";
import { newHashtable, newOrderedDictionary } from "../../values/dictionary.js";
import { runtimeError } from "../../values/errors.js";
import { AutomationNull, isNull } from "../../values/objects.js";
import { toText } from "../../values/text.js";
import { baseOf } from "../../values/value.js";
import { positioned } from "../errors.js";
import type { Frame } from "../frame.js";
import { compileExpression } from "./expressions.js";
import { compileValue } from "./statements.js";
import type { Evaluate, Unit } from "./unit.js";

/** `@{ a = 1 }`. */
export function compileHashtable(unit: Unit, node: Hashtable): Evaluate {
  return compileDictionary(unit, node, newHashtable);
}

/** `[ordered]@{ a = 1 }`. */
export function compileOrdered(unit: Unit, node: Hashtable): (frame: Frame) => PSDictionary {
  return compileDictionary(unit, node, newOrderedDictionary);
}

function compileDictionary(unit: Unit, node: Hashtable, make: () => PSDictionary): (frame: Frame) => PSDictionary {
  const pairs = node.keyValuePairs.map(([key, value]) => ({
    at: key,
    key: compileExpression(unit, key),
    value: compileValue(unit, value),
  }));
  return (frame) => {
    const dictionary = make();
    for (const { at, key: computeKey, value: computeValue } of pairs) {
      const key = baseOf(computeKey(frame));
      if (isNull(key)) {
        const error = runtimeError(
          "InvalidNullKey",
          "InvalidOperation",
          "A null key is not allowed in a hash literal.",
          {
            target: dictionary,
          },
        );
        throw positioned(error, unit.source, at);
      }
      if (dictionary.has(key)) {
        const error = runtimeError(
          "DuplicateKeyInHashLiteral",
          "InvalidOperation",
          `Duplicate keys '${toText(frame.engine, key)}' are not allowed in hash literals.`,
          { target: dictionary },
        );
        throw positioned(error, unit.source, at);
      }
      const value = computeValue(frame);
      dictionary.set(key, value === AutomationNull ? null : value);
    }
    return dictionary;
  };
}
