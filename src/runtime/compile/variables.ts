import type { VariableExpression, VariablePath } from "../../../grammar/syntax-tree.js";
import type { Value } from "../../values/value.js";
import { positioned, variableIsPrivate, variableIsUndefined } from "../errors.js";
import type { Frame } from "../frame.js";
import { assign, notWritable, type ScopeTables } from "../scope.js";
import { nameKey, type Variable } from "../variable.js";
import type { Evaluate, Unit } from "./unit.js";

/** Whether only the name stands there, so that the scope's own slot may hold it. */
export function isUnqualified({ scope }: VariablePath): boolean {
  return scope === "Unqualified" || scope === "Variable";
}

/** Variables that are no cells of a scope: constants, and `$?`. */
const withoutSlot: ReadonlySet<string> = new Set(["null", "true", "false", "?"]);

/** Whether the variable is read and written through a slot of the frame. */
export function hasSlot({ variablePath }: VariableExpression): boolean {
  return isUnqualified(variablePath) && !withoutSlot.has(nameKey(variablePath.unqualifiedPath));
}

/**
 * Reads a variable.
 * @param strictness the strict mode from which on a variable that nobody assigned is an error
 */
export function compileVariable(unit: Unit, node: VariableExpression, strictness = 1): Evaluate {
  const path = node.variablePath;
  if (path.scope === "Drive") {
    const { driveName = "", unqualifiedPath } = path;
    return (frame) => frame.engine.drives.read(driveName, unqualifiedPath) ?? null;
  }
  const key = nameKey(path.unqualifiedPath);
  if (isUnqualified(path)) {
    switch (key) {
      case "null":
        return () => null;
      case "true":
        return () => true;
      case "false":
        return () => false;
      case "?":
        return (frame) => frame.engine.lastSuccess;
    }
    const slot = unit.slot(unit.variableName(path));
    return (frame) => {
      const value = frame.read(slot);
      return value === undefined ? missing(frame, unit, node, strictness) : value;
    };
  }
  return (frame) => {
    const value = scopeOf(frame.scope, path).own(key)?.current;
    return value === undefined ? missing(frame, unit, node, strictness) : value;
  };
}

function missing(frame: Frame, unit: Unit, node: VariableExpression, strictness: number): Value {
  const hidden = frame.scope.lookUpPrivate(nameKey(node.variablePath.unqualifiedPath));
  if (hidden !== undefined) {
    // What is typed is the user's; what it calls is code of the session.
    if (frame.caller === null) throw positioned(variableIsPrivate(node.variablePath.userPath), unit.source, node);
    return hidden.value;
  }
  if (frame.engine.isStrict(strictness)) {
    const error = variableIsUndefined(node.variablePath.userPath);
    throw unit.facts.errorsAtTokens ? error : positioned(error, unit.source, node);
  }
  return null;
}

/** The scope that a qualifier names, seen from a scope. */
export function scopeOf(scope: ScopeTables, { scope: qualifier }: VariablePath): ScopeTables {
  switch (qualifier) {
    case "Global":
      return scope.root;
    case "Script":
      return scope.scriptScope;
    default:
      return scope;
  }
}

/** Keeps a value in a variable. */
export type Store = (frame: Frame, value: Value) => void;

/** Writes a variable. */
export function compileVariableStore(unit: Unit, node: VariableExpression): Store {
  const path = node.variablePath;
  if (path.scope === "Drive") {
    const { driveName = "", unqualifiedPath } = path;
    return (frame, value) => frame.engine.drives.write(driveName, unqualifiedPath, value);
  }
  const name = unit.variableName(path);
  const key = nameKey(name);
  if (isUnqualified(path)) {
    if (key === "null") return () => {};
    if (key === "?") {
      return () => {
        throw notWritable(path.unqualifiedPath);
      };
    }
    const slot = unit.slot(name);
    return (frame, value) => frame.write(slot, value);
  }
  return (frame, value) => {
    const made = assign(scopeOf(frame.scope, path), name, key, value);
    if (path.scope === "Private") made.options = new Set([...made.options, "Private"]);
  };
}

/** The cell of a variable in this scope or around it; `undefined` when there is none. */
export function existingCell(unit: Unit, node: VariableExpression): (frame: Frame) => Variable | undefined {
  const path = node.variablePath;
  const key = nameKey(unit.variableName(path));
  return isUnqualified(path) ? (frame) => frame.scope.lookUp(key) : (frame) => scopeOf(frame.scope, path).own(key);
}
