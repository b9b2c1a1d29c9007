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
  operationsWithItems,
  unaryOperations,
} from "../../values/operators/index.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { positioned } from "../errors.js";
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
      return compileStrict(unit, node, node.operator, left, right);
  }
}

function compileStrict(
  unit: Unit,
  node: BinaryExpression,
  operator: StrictOperator,
  left: Evaluate,
  right: Evaluate,
): Evaluate {
  const withItems = operationsWithItems[operator];
  if (withItems !== undefined && node.right.kind === "ArrayLiteral") {
    const items = compileItems(unit, node.right.elements);
    const operation = failingAtOperator(unit, node, withItems);
    return (frame) => {
      const l = left(frame);
      return operation(frame.engine, l, items(frame));
    };
  }
  return binaryEvaluation(operator, left, right, failingAtOperator(unit, node, binaryOperations[operator]));
}

/** Whether an error of an operation is shown at the operator; others are shown at the whole expression. */
const shownAtOperator: { readonly [op in BinaryOperator]?: (error: PowerShellError) => boolean } = {
  // Those of .NET, such as a bad pattern, are not the operator's own.
  Isplit: ({ record }) => record.category === "NotSpecified",
  Csplit: ({ record }) => record.category === "NotSpecified",
  Ireplace: ({ record }) => record.errorId === "BadReplaceArgument",
  Creplace: ({ record }) => record.errorId === "BadReplaceArgument",
};

function failingAtOperator<R>(
  unit: Unit,
  node: BinaryExpression,
  operation: (context: ValueContext, left: Value, right: R) => Value,
): (context: ValueContext, left: Value, right: R) => Value {
  const isOwn = shownAtOperator[node.operator];
  if (isOwn === undefined) return operation;
  return (context, left, right) => {
    try {
      return operation(context, left, right);
    } catch (error) {
      if (!(error instanceof PowerShellError) || !isOwn(error)) throw error;
      throw positioned(error, unit.source, node.errorPosition);
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
function binaryEvaluation(
  operator: StrictOperator,
  left: Evaluate,
  right: Evaluate,
  operation: BinaryOperation,
): Evaluate {
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
