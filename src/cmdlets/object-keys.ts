import { defaultKeySet } from "../formatting/format/properties.js";
import {
  evaluateExpression,
  nameExpression,
  type PropertyExpression,
  type PropertyParameter,
  resolveNames,
} from "../formatting/property-expressions.js";
import type { CmdletRuntime } from "../runtime/cmdlet.js";
import { compareText, type Value, type ValueContext } from "../values/index.js";
import { cmdletError, rewrapped } from "./error-record.js";
import { compareObjects } from "./object-order.js";

/**
 * The keys that a property argument means for these objects: a wildcard stands for all properties that it matches on
 * any of them, by name.
 */
export function expandParameters(
  context: ValueContext,
  objects: readonly Value[],
  parameters: readonly PropertyParameter[],
): readonly PropertyParameter[] {
  return parameters.flatMap((parameter) => {
    const { expression } = parameter;
    if (expression.kind !== "name" || !expression.hasWildcards) return [parameter];
    const names = new Map<string, string>();
    for (const object of objects) {
      for (const name of resolveNames(context, object, expression.name, true)) {
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
      }
    }
    const sorted = [...names.values()].sort((a, b) => compareText(a, b, true));
    return sorted.map((name) => ({ ...parameter, expression: { kind: "name" as const, name, hasWildcards: false } }));
  });
}

/** Without properties, objects go by the default keys of the first one's type, if it has some. */
export function orDefaultKeys(
  context: ValueContext,
  objects: readonly Value[],
  parameters: readonly PropertyParameter[],
): readonly PropertyParameter[] {
  const [first] = objects;
  if (parameters.length > 0 || first === undefined) return parameters;
  const names = defaultKeySet(context, first) ?? [];
  return names.map((name) => ({ expression: nameExpression(name), entries: new Map(), isCalculated: false }));
}

/** One key of an object to be sorted or grouped. */
export interface ObjectKey {
  readonly value: Value;
  /** `false`: the object has no such property. */
  readonly exists: boolean;
}

const missing: ObjectKey = { value: null, exists: false };

/** An object with its keys and its place in the input. */
export interface KeyedObject {
  readonly object: Value;
  readonly keys: readonly ObjectKey[];
  readonly index: number;
}

/**
 * Evaluates the expressions on an object. A script that throws gives `$null` and writes an error; a property that is
 * not there, or a wildcard that means several, is a missing key.
 */
export function keysOf(
  cmdlet: CmdletRuntime,
  object: Value,
  expressions: readonly PropertyExpression[],
): readonly ObjectKey[] {
  return expressions.map((expression) => keyOf(cmdlet, object, expression));
}

function keyOf(cmdlet: CmdletRuntime, object: Value, expression: PropertyExpression): ObjectKey {
  const results = evaluateExpression(cmdlet.context, object, expression);
  const [result] = results;
  if (result === undefined) return missing;
  if (results.length > 1) {
    cmdlet.writeError(
      cmdletError({
        id: "ExpressionGlobbing",
        category: "InvalidArgument",
        exception: "PSArgumentException",
        message: `Expression should resolve to only one property. "${expression.kind === "name" ? expression.name : ""}" resolves to ${results.length}.`,
        target: object,
        targetIsPSObject: true,
      }),
    );
    return missing;
  }
  if (result.error !== null) {
    cmdlet.writeError(rewrapped(result.error.record, "ExpressionEvaluation", "InvalidResult", object, true));
    return { value: null, exists: true };
  }
  return { value: result.value, exists: true };
}

/** Compares by one key after the other; a missing key is behind all others in either direction. */
export function compareKeys(
  context: ValueContext,
  a: readonly ObjectKey[],
  b: readonly ObjectKey[],
  isDescending: readonly boolean[],
  ignoreCase: boolean,
): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] ?? missing;
    const right = b[i] ?? missing;
    if (!left.exists || !right.exists) {
      if (left.exists !== right.exists) return left.exists ? -1 : 1;
      continue;
    }
    const order = compareObjects(context, left.value, right.value, ignoreCase);
    if (order !== 0) return isDescending[i] ? -order : order;
  }
  return 0;
}
