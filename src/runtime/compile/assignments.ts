import type {
  AssignmentOperator,
  AssignmentStatement,
  Expression,
  InvokeMemberExpression,
  UnaryExpression,
  VariableExpression,
} from "../../../grammar/syntax-tree.js";
import { PSArray, PSDictionary, PSList } from "../../values/collections.js";
import { DotNetType } from "../../values/dotnet-type.js";
import { toItems } from "../../values/enumeration.js";
import { runtimeError } from "../../values/errors.js";
import {
  getProperty,
  getStaticMember,
  invokeMethod,
  setIndex,
  setParameterizedProperty,
  setProperty,
  setStatic,
} from "../../values/member-access/index.js";
import { isNull } from "../../values/objects.js";
import { binaryOperations, unaryOperations } from "../../values/operators/index.js";
import type { Value } from "../../values/value.js";
import { applyTypes, type Declaration, declareVariable } from "../constraints.js";
import type { Frame } from "../frame.js";
import { nameKey } from "../variable.js";
import { declarationsOf } from "./attributes.js";
import { failingAtToken } from "./error-tokens.js";
import { compileExpression } from "./expressions.js";
import { readIndex, takesKey } from "./indexing.js";
import { memberName, missingMember, staticTarget } from "./members.js";
import { plus } from "./operators.js";
import { compileAddition, isAddition } from "./slot-assignments.js";
import { compileValue } from "./statements.js";
import type { Evaluate, Unit } from "./unit.js";
import { compileVariable, compileVariableStore, hasSlot, type Store, scopeOf } from "./variables.js";

/** What an assignment computes from the old value and the right side; the right side runs only when it is asked for. */
type Compute = (frame: Frame, old: Value, right: Evaluate) => Value;

/** `$x = …` and its kin: assigns and gives the assigned value, as `($x = 5)` shows it. */
export function compileAssignment(unit: Unit, node: AssignmentStatement): Evaluate {
  return failingAtToken(unit, node, compiledAssignment(unit, node));
}

function compiledAssignment(unit: Unit, node: AssignmentStatement): Evaluate {
  if (isAddition(node)) return compileAddition(unit, node);
  const right = compileValue(unit, node.right);
  if (node.operator === "Equals") {
    const store = compileStore(unit, node.left);
    return (frame) => {
      const value = right(frame);
      store(frame, value);
      return value;
    };
  }
  const compute = computations[node.operator];
  return compileModify(unit, node.left, (frame, old) => compute(frame, old, right));
}

const computations: Readonly<Record<Exclude<AssignmentOperator, "Equals">, Compute>> = {
  PlusEquals: (frame, old, right) => plus(frame, old, right(frame)),
  MinusEquals: (frame, old, right) => binaryOperations.Minus(frame.engine, old, right(frame)),
  MultiplyEquals: (frame, old, right) => binaryOperations.Multiply(frame.engine, old, right(frame)),
  DivideEquals: (frame, old, right) => binaryOperations.Divide(frame.engine, old, right(frame)),
  RemainderEquals: (frame, old, right) => binaryOperations.Rem(frame.engine, old, right(frame)),
  QuestionQuestionEquals: (frame, old, right) => (isNull(old) ? right(frame) : old),
};

/** Keeps a value in what stands left of `=`. */
export function compileStore(unit: Unit, node: Expression): Store {
  switch (node.kind) {
    case "VariableExpression":
      return compileVariableStore(unit, node);
    case "MemberExpression": {
      const target = compileExpression(unit, node.expression);
      const nameOf = memberName(unit, node.member);
      return (frame, value) => storeMember(frame, node.static, target(frame), nameOf(frame), value);
    }
    case "IndexExpression": {
      const target = compileExpression(unit, node.target);
      const index = compileExpression(unit, node.index);
      return (frame, value) => {
        const container = target(frame);
        storeIndex(frame, container, index(frame), value);
      };
    }
    case "ArrayLiteral":
      return compileMultipleStore(unit, node.elements);
    case "ParenExpression": {
      const inner = parenthesized(node.pipeline);
      if (inner !== undefined) return compileStore(unit, inner);
      break;
    }
    case "InvokeMemberExpression": {
      const reference = compileParameterized(unit, node);
      return (frame, value) => reference(frame).set(value);
    }
    case "ConvertExpression":
    case "AttributedExpression":
      return compileDeclaration(unit, node);
    default:
      break;
  }
  throw new Error(`${node.kind} cannot be assigned to`);
}

/** `$list.Item(0)` left of `=`: owner and arguments are evaluated once, then read or written. */
function compileParameterized(unit: Unit, node: InvokeMemberExpression): (frame: Frame) => Parameterized {
  const target = compileExpression(unit, node.expression);
  const nameOf = memberName(unit, node.member);
  const argumentsOf = (node.arguments ?? []).map((argument) => compileExpression(unit, argument));
  return (frame) => {
    const owner = target(frame);
    const name = nameOf(frame);
    const args = argumentsOf.map((argument) => argument(frame));
    return {
      get: () => invokeMethod(frame.engine, owner, name, args),
      set: (value) => setParameterizedProperty(frame.engine, owner, name, args, value),
    };
  };
}

interface Parameterized {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
}

/** The expression of `( … )` when it is nothing but one. */
function parenthesized(pipeline: { readonly kind: string }): Expression | undefined {
  const node = pipeline as Parameters<typeof compileValue>[1];
  if (node.kind !== "Pipeline" || node.pipelineElements.length !== 1) return undefined;
  const [element] = node.pipelineElements;
  return element?.kind === "CommandExpression" ? element.expression : undefined;
}

function storeMember(frame: Frame, isStatic: boolean, target: Value, name: string, value: Value): void {
  if (!isStatic) {
    setProperty(frame.engine, target, name, value);
    return;
  }
  const type = staticTarget(target);
  if (type instanceof DotNetType) setStatic(frame.engine, type, name, value);
  else setProperty(frame.engine, target, name, value);
}

function storeIndex(frame: Frame, container: Value, index: Value, value: Value): void {
  if (takesKey(container, index)) {
    const { engine } = frame;
    container.set(index, isNull(value) ? null : value);
    if (container.size > engine.limits.collectionSize) engine.checkSize("collection", container.size);
  } else setIndex(frame.engine, container, index, value);
}

/** `$a, $b = 1, 2, 3`: the last target takes what is left. */
function compileMultipleStore(unit: Unit, targets: readonly Expression[]): Store {
  const stores = targets.map((target) => compileStore(unit, target));
  const last = stores.length - 1;
  return (frame, value) => {
    const items = value instanceof PSArray || value instanceof PSList ? value.items : toItems(value, false);
    for (let i = 0; i < last; i++) (stores[i] as Store)(frame, items[i] ?? null);
    const rest = items.slice(last);
    (stores[last] as Store)(
      frame,
      rest.length === 0 ? null : rest.length === 1 ? (rest[0] as Value) : new PSArray(rest),
    );
  };
}

/** `[int]$x = …`, `[ValidateSet('a')]$x = …`: the variable keeps types and validations. */
function compileDeclaration(
  unit: Unit,
  node: Extract<Expression, { kind: "ConvertExpression" | "AttributedExpression" }>,
): Store {
  const { target, declarations } = unwrapDeclaration(unit, node);
  if (target.kind !== "VariableExpression") {
    const store = compileStore(unit, target);
    return (frame, value) => store(frame, applyTypes(frame.engine, declarations(frame), value));
  }
  const { variablePath } = target;
  const name = unit.variableName(variablePath);
  const key = nameKey(name);
  return (frame, value) =>
    declareVariable(frame.engine, scopeOf(frame.scope, variablePath), name, key, declarations(frame), value);
}

/** Types and attributes before a target, innermost first, as they are applied. */
function unwrapDeclaration(
  unit: Unit,
  node: Expression,
): {
  readonly target: Expression;
  readonly declarations: (frame: Frame) => readonly Declaration[];
} {
  const attributes = [];
  let target = node;
  for (;;) {
    if (target.kind === "ConvertExpression") attributes.unshift(target.type);
    else if (target.kind === "AttributedExpression") attributes.unshift(target.attribute);
    else break;
    target = target.child;
  }
  return { target, declarations: declarationsOf(unit, attributes) };
}

/** Reads a target, computes, and writes back, evaluating what the target stands on once. Gives the new value. */
function compileModify(
  unit: Unit,
  node: Expression,
  compute: (frame: Frame, old: Value) => Value,
  readVariable = compileReadToModify,
): Evaluate {
  switch (node.kind) {
    case "VariableExpression":
      return compileModifyVariable(unit, node, compute, readVariable);
    case "MemberExpression": {
      const target = compileExpression(unit, node.expression);
      const nameOf = memberName(unit, node.member);
      return (frame) => {
        const owner = target(frame);
        const name = nameOf(frame);
        const value = compute(frame, readMember(frame, node.static, owner, name));
        storeMember(frame, node.static, owner, name, value);
        return value;
      };
    }
    case "IndexExpression": {
      const target = compileExpression(unit, node.target);
      const indexOf = compileExpression(unit, node.index);
      return (frame) => {
        const container = target(frame);
        const index = indexOf(frame);
        const value = compute(frame, readIndex(frame, container, index));
        storeIndex(frame, container, index, value);
        return value;
      };
    }
    case "ParenExpression": {
      const inner = parenthesized(node.pipeline);
      if (inner !== undefined) return compileModify(unit, inner, compute, readVariable);
      break;
    }
    case "InvokeMemberExpression": {
      const reference = compileParameterized(unit, node);
      return (frame) => {
        const { get, set } = reference(frame);
        const value = compute(frame, get());
        set(value);
        return value;
      };
    }
    case "ConvertExpression":
    case "AttributedExpression": {
      const { target } = unwrapDeclaration(unit, node);
      const read = target.kind === "VariableExpression" ? readVariable(unit, target) : compileExpression(unit, target);
      const store = compileDeclaration(unit, node);
      return (frame) => {
        const value = compute(frame, read(frame));
        store(frame, value);
        return value;
      };
    }
    case "ArrayLiteral": {
      const read = compileExpression(unit, node);
      const store = compileStore(unit, node);
      return (frame) => {
        const value = compute(frame, read(frame));
        store(frame, value);
        return value;
      };
    }
    default:
      break;
  }
  throw new Error(`${node.kind} cannot be assigned to`);
}

function readMember(frame: Frame, isStatic: boolean, owner: Value, name: string): Value {
  if (!isStatic) {
    const found = getProperty(frame.engine, owner, name);
    return found === undefined ? missingMember(frame, name) : found;
  }
  const type = staticTarget(owner);
  return (type === null ? undefined : getStaticMember(frame.engine, type, name)) ?? null;
}

function compileModifyVariable(
  unit: Unit,
  node: VariableExpression,
  compute: (frame: Frame, old: Value) => Value,
  readVariable: (unit: Unit, node: VariableExpression) => Evaluate,
): Evaluate {
  const read = readVariable(unit, node);
  const store = compileVariableStore(unit, node);
  return (frame) => {
    const value = compute(frame, read(frame));
    store(frame, value);
    return value;
  };
}

/** What `$x -= …` begins with. */
function compileReadToModify(unit: Unit, node: VariableExpression): Evaluate {
  const read = compileVariable(unit, node);
  if (!hasSlot(node)) return read;
  const slot = unit.slot(unit.variableName(node.variablePath));
  return (frame) => {
    const known = frame.readToModify(slot);
    return known === undefined ? read(frame) : known;
  };
}

/** `$i++` and `--$i`: `value` as an expression, `step` as a statement that writes nothing. */
export function compileStep(
  unit: Unit,
  child: Expression,
  operator: UnaryExpression["tokenKind"],
): { readonly value: Evaluate; readonly step: (frame: Frame) => void } {
  const isPlus = operator === "PlusPlus" || operator === "PostfixPlusPlus";
  const delta = isPlus ? 1 : -1;
  const operation = unaryOperations[operator];
  const text = isPlus ? "++" : "--";
  let before: Value = null;
  const step = (frame: Frame, old: Value): Value => {
    before = old;
    if (typeof old === "number") {
      const next = old + delta;
      if (next === (next | 0)) return next;
    }
    requireNumber(old, text);
    return operation(frame.engine, old);
  };
  const modify = compileModify(unit, child, step, compileVariable);
  const isPostfix = operator === "PostfixPlusPlus" || operator === "PostfixMinusMinus";
  const value = isPostfix
    ? (frame: Frame) => {
        modify(frame);
        return before ?? 0;
      }
    : modify;
  if (child.kind !== "VariableExpression" || !hasSlot(child)) return { value, step: modify };
  // Counting in an Int32 variable is most of what loops do; everything else goes the long way.
  const slot = unit.slot(unit.variableName(child.variablePath));
  const count =
    (otherwise: Evaluate): Evaluate =>
    (frame) => {
      const old = frame.read(slot);
      const next = typeof old === "number" ? old + delta : Number.NaN;
      if (next !== (next | 0)) return otherwise(frame);
      frame.write(slot, next);
      return isPostfix ? (old as number) : next;
    };
  return { value: count(value), step: count(modify) };
}

function requireNumber(old: Value, operator: string): void {
  if (typeof old !== "string" && !(old instanceof PSArray) && !(old instanceof PSDictionary)) return;
  const name = typeof old === "string" ? "System.String" : old.type.fullName;
  throw runtimeError(
    "OperatorRequiresNumber",
    "InvalidOperation",
    `The '${operator}' operator works only on numbers. The operand is a '${name}'.`,
  );
}
