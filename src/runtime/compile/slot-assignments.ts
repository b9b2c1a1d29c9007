import type { AssignmentStatement, VariableExpression } from "../../../grammar/syntax-tree.js";
import { Double } from "../../values/numbers.js";
import { Completion, type Frame } from "../frame.js";
import { plus } from "./operators.js";
import { compileValue } from "./statements.js";
import { setsSuccess } from "./success.js";
import type { Evaluate, Execute, Unit } from "./unit.js";
import { compileVariable, hasSlot } from "./variables.js";

// Assignments to variables in slots are most of what scripts do: without the closures that all other targets share.

type SlotAssignment = AssignmentStatement & { readonly left: VariableExpression };

/** `$x = …` and `$x += …` as statements; `undefined` for all other assignments. */
export function compileSlotAssignment(unit: Unit, node: AssignmentStatement): Execute | undefined {
  if (unit.facts.errorsAtTokens || !isIntoSlot(node)) return undefined;
  const isAssignment = node.operator === "Equals";
  if (!isAssignment && node.operator !== "PlusEquals") return undefined;
  const succeeds = setsSuccess(node);
  return isAssignment ? compilePlain(unit, node, succeeds) : compileAdding(unit, node, succeeds);
}

function isIntoSlot(node: AssignmentStatement): node is SlotAssignment {
  return node.left.kind === "VariableExpression" && hasSlot(node.left);
}

function compilePlain(unit: Unit, node: SlotAssignment, succeeds: boolean): Execute {
  const right = compileValue(unit, node.right);
  const slot = slotOf(unit, node);
  return (frame) => {
    frame.at = node;
    frame.write(slot, right(frame));
    if (succeeds) frame.engine.lastSuccess = true;
    return Completion.Normal;
  };
}

/** Nobody wants the value of the statement: a Double to which it adds is boxed only when somebody reads it. */
function compileAdding(unit: Unit, node: SlotAssignment, succeeds: boolean): Execute {
  const right = compileValue(unit, node.right);
  const slot = slotOf(unit, node);
  const oldValue = compileOldValue(unit, node);
  return (frame) => {
    frame.at = node;
    // A number of its own in each case: where it might be something else, compilers would box it.
    const sum = frame.slots[slot]?.sum ?? null;
    if (sum !== null) {
      const before = sum.value;
      const amount = right(frame);
      if (typeof amount === "number") frame.writeSum(slot, before + amount);
      else if (amount instanceof Double) frame.writeSum(slot, before + amount.value);
      else frame.write(slot, plus(frame, new Double(before), amount));
    } else {
      const old = oldValue(frame);
      const amount = right(frame);
      if (old instanceof Double && typeof amount === "number") frame.writeSum(slot, old.value + amount);
      else if (old instanceof Double && amount instanceof Double) frame.writeSum(slot, old.value + amount.value);
      else frame.write(slot, plus(frame, old, amount));
    }
    if (succeeds) frame.engine.lastSuccess = true;
    return Completion.Normal;
  };
}

/** Whether it is `$x += …` of a variable in a slot. */
export function isAddition(node: AssignmentStatement): node is SlotAssignment {
  return node.operator === "PlusEquals" && isIntoSlot(node);
}

/** `($x += …)`, whose value is wanted. */
export function compileAddition(unit: Unit, node: SlotAssignment): Evaluate {
  const right = compileValue(unit, node.right);
  const slot = slotOf(unit, node);
  const oldValue = compileOldValue(unit, node);
  return (frame) => {
    const old = oldValue(frame);
    const value = plus(frame, old, right(frame));
    frame.write(slot, value);
    return value;
  };
}

function slotOf(unit: Unit, { left }: SlotAssignment): number {
  return unit.slot(unit.variableName(left.variablePath));
}

/** What `$x += …` begins with: what nobody assigned is `$null` or, in strict mode, an error. */
function compileOldValue(unit: Unit, node: SlotAssignment): Evaluate {
  const slot = slotOf(unit, node);
  const read = compileVariable(unit, node.left);
  return (frame: Frame) => {
    const known = frame.readToModify(slot);
    return known === undefined ? read(frame) : known;
  };
}
