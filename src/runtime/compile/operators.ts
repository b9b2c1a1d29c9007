import type {
  BinaryExpression,
  BinaryOperator,
  Expression,
  TernaryExpression,
  UnaryExpression,
} from "../../../grammar/syntax-tree.js";
import { isTrue } from "../../values/conversion/index.js";
import { PowerShellError } from "../../values/errors.js";
import { Double } from "../../values/numbers.js";
import { isNull } from "../../values/objects.js";
import {
  type BinaryOperation,
  binaryOperations,
  type OperationWithItems,
  operationsWithItems,
  unaryOperations,
} from "../../values/operators/index.js";
import type { Value } from "../../values/value.js";
import { positioned } from "../errors.js";
import type { Frame } from "../frame.js";
import { compileStep } from "./assignments.js";
import { compileExpression, compileItems } from "./expressions.js";
import type { Evaluate, Unit } from "./unit.js";

/** `$a -eq 5` and all its kin. */
export function compileBinary(unit: Unit, node: BinaryExpression): Evaluate {
  const left = compileExpression(unit, node.left);
  const right = compileExpression(unit, node.right);
  switch (node.operator) {
    case "And":
      return (frame) => truth(left(frame)) && truth(right(frame));
    case "Or":
      return (frame) => truth(left(frame)) || truth(right(frame));
    case "QuestionQuestion":
      return (frame) => {
        const value = left(frame);
        return isNull(value) ? right(frame) : value;
      };
    default:
      if (node.right.kind === "ArrayLiteral") {
        const operation = operationsWithItems[node.operator];
        if (operation !== undefined)
          return evaluationWithItems(operation, left, compileItems(unit, node.right.elements));
      }
      if (node.operator === "Isplit" || node.operator === "Csplit") return splitEvaluation(unit, node, left, right);
      return binaryEvaluation(node.operator, left, right);
  }
}

function evaluationWithItems(
  operation: OperationWithItems,
  left: Evaluate,
  items: (frame: Frame) => readonly Value[],
): Evaluate {
  return (frame) => {
    const l = left(frame);
    return operation(frame.engine, l, items(frame));
  };
}

/** `-split`: errors of its operands are shown at the operator. */
function splitEvaluation(unit: Unit, node: BinaryExpression, left: Evaluate, right: Evaluate): Evaluate {
  const operation = binaryOperations[node.operator === "Csplit" ? "Csplit" : "Isplit"];
  return (frame) => {
    const l = left(frame);
    const r = right(frame);
    try {
      return operation(frame.engine, l, r);
    } catch (error) {
      // Those of .NET, such as a bad pattern, are shown at the whole expression.
      const isOwn = error instanceof PowerShellError && error.record.category === "NotSpecified";
      throw isOwn ? positioned(error, unit.source, node.errorPosition) : error;
    }
  };
}

/** Truth of a value; booleans first, as conditions mostly are. */
export function truth(value: Value): boolean {
  return typeof value === "boolean" ? value : isTrue(value);
}

/** Operators that do not stop early. */
type StrictOperator = Exclude<BinaryOperator, "And" | "Or" | "QuestionQuestion">;

/** Integers and plain text are computed here; everything else by values/. */
function binaryEvaluation(operator: StrictOperator, left: Evaluate, right: Evaluate): Evaluate {
  const operation = binaryOperations[operator];
  switch (operator) {
    case "Plus":
      return (frame) => plus(frame, left(frame), right(frame));
    case "Minus":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        if (typeof l === "number" && typeof r === "number") {
          const difference = l - r;
          if (difference === (difference | 0)) return difference;
        }
        return operation(frame.engine, l, r);
      };
    case "Multiply":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        if (typeof l === "number" && typeof r === "number") {
          const product = l * r;
          // `| 0` also turns −0 into 0.
          if (product === (product | 0)) return product | 0;
        }
        return operation(frame.engine, l, r);
      };
    case "Rem":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        if (typeof l === "number" && typeof r === "number" && r !== 0) return (l % r) | 0;
        return operation(frame.engine, l, r);
      };
    case "Ieq":
    case "Ceq":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        return typeof l === "number" && typeof r === "number" ? l === r : operation(frame.engine, l, r);
      };
    case "Ine":
    case "Cne":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        return typeof l === "number" && typeof r === "number" ? l !== r : operation(frame.engine, l, r);
      };
    case "Ilt":
    case "Clt":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        return typeof l === "number" && typeof r === "number" ? l < r : operation(frame.engine, l, r);
      };
    case "Ile":
    case "Cle":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        return typeof l === "number" && typeof r === "number" ? l <= r : operation(frame.engine, l, r);
      };
    case "Igt":
    case "Cgt":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        return typeof l === "number" && typeof r === "number" ? l > r : operation(frame.engine, l, r);
      };
    case "Ige":
    case "Cge":
      return (frame) => {
        const l = left(frame);
        const r = right(frame);
        return typeof l === "number" && typeof r === "number" ? l >= r : operation(frame.engine, l, r);
      };
    default:
      return (frame) => {
        const l = left(frame);
        return operation(frame.engine, l, right(frame));
      };
  }
}

const plusOperation: BinaryOperation = (context, left, right) => binaryOperations.Plus(context, left, right);

/** `+` of two values: also what `+=` does. */
export function plus(frame: Parameters<Evaluate>[0], left: Value, right: Value): Value {
  if (typeof right === "number") {
    if (typeof left === "number") {
      const sum = left + right;
      if (sum === (sum | 0)) return sum;
    } else if (left instanceof Double) return new Double(left.value + right);
  }
  return plusOthers(frame, left, right);
}

function plusOthers(frame: Parameters<Evaluate>[0], left: Value, right: Value): Value {
  if (left instanceof Double && right instanceof Double) return new Double(left.value + right.value);
  if (typeof left === "string" && typeof right === "string") {
    const length = left.length + right.length;
    if (length > frame.engine.limits.stringLength) frame.engine.checkSize("string", length);
    return left + right;
  }
  return plusOperation(frame.engine, left, right);
}

/** `-not $a`, `-$a`, `$i++`. */
export function compileUnary(unit: Unit, node: UnaryExpression): Evaluate {
  switch (node.tokenKind) {
    case "PlusPlus":
    case "MinusMinus":
    case "PostfixPlusPlus":
    case "PostfixMinusMinus":
      return compileStep(unit, node.child, node.tokenKind).value;
    case "Not":
    case "Exclaim": {
      const child = compileExpression(unit, node.child);
      return (frame) => !truth(child(frame));
    }
    default: {
      const operation = unaryOperations[node.tokenKind];
      const child = compileExpression(unit, node.child);
      return (frame) => operation(frame.engine, child(frame));
    }
  }
}

/** `$a ? 1 : 2`. */
export function compileTernary(unit: Unit, node: TernaryExpression): Evaluate {
  const condition = compileExpression(unit, node.condition);
  const ifTrue = compileExpression(unit, node.ifTrue);
  const ifFalse = compileExpression(unit, node.ifFalse);
  return (frame) => (truth(condition(frame)) ? ifTrue(frame) : ifFalse(frame));
}

/** Whether an expression is `$i++` or its kin, which as a statement writes nothing. */
export function isStep(node: Expression): node is UnaryExpression {
  return node.kind === "UnaryExpression" && /PlusPlus|MinusMinus/.test(node.tokenKind);
}
