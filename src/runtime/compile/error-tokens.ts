import type { AssignmentStatement, Expression, Extent } from "../../../grammar/syntax-tree.js";
import { PowerShellError } from "../../values/errors.js";
import { asWordedBy2 } from "../error-wording.js";
import { positioned } from "../errors.js";
import type { Frame } from "../frame.js";
import type { Unit } from "./unit.js";

/**
 * PowerShell 2.0 shows an error of an expression at the token where it failed: the operator, the name of the method, the
 * bracket of the index. Later versions show the statement.
 */
export function failingAtToken<T>(
  unit: Unit,
  node: Expression | AssignmentStatement,
  evaluate: (frame: Frame) => T,
): (frame: Frame) => T {
  if (!unit.facts.errorsAtTokens) return evaluate;
  const token = node.kind === "AssignmentStatement" ? targetToken(unit, node.left) : tokenOf(unit, node);
  if (token === undefined) return evaluate;
  const tokenText = unit.textOf(token);
  const isOperator = node.kind === "BinaryExpression";
  const named = node.kind === "AssignmentStatement" ? node.left : node;
  return (frame) => {
    try {
      return evaluate(frame);
    } catch (error) {
      if (!(error instanceof PowerShellError) || error.record.invocation !== null) throw error;
      const place = { token, tokenText, name: nameOf(named), isOperator };
      throw positioned(asWordedBy2(error, place), unit.source, token);
    }
  };
}

/** The token at which an expression fails; `undefined` for those that cannot fail by themselves. */
function tokenOf(unit: Unit, node: Expression): Extent | undefined {
  switch (node.kind) {
    case "BinaryExpression":
      return node.errorPosition;
    case "UnaryExpression":
      return node.child.start > node.start
        ? { start: node.start, end: node.start + unit.textOf({ ...node, end: node.child.start }).trimEnd().length }
        : { start: node.child.end, end: node.end };
    case "ConvertExpression":
      return node.type;
    case "TypeExpression":
      return node;
    case "InvokeMemberExpression":
      return node.member;
    case "VariableExpression":
    case "MemberExpression":
    case "IndexExpression":
      return targetToken(unit, node);
    default:
      return undefined;
  }
}

/** The token at which reading or writing a variable, a member or an element fails. */
function targetToken(unit: Unit, node: Expression): Extent | undefined {
  switch (node.kind) {
    case "VariableExpression":
      return node;
    case "MemberExpression":
      return signBehind(unit, node.expression, node.static ? "::" : ".");
    case "IndexExpression":
      return signBehind(unit, node.target, "[");
    case "InvokeMemberExpression":
      return node.member;
    case "ConvertExpression":
    case "AttributedExpression":
      return targetToken(unit, node.child);
    default:
      return undefined;
  }
}

function signBehind({ source }: Unit, { end }: Extent, sign: string): Extent | undefined {
  const start = source.text.indexOf(sign, end);
  return start < 0 ? undefined : { start, end: start + sign.length };
}

/** What the expression names, when the name is written out. */
function nameOf(node: Expression): string | null {
  switch (node.kind) {
    case "MemberExpression":
    case "InvokeMemberExpression":
      return node.member.kind === "StringConstantExpression" ? node.member.value : null;
    case "VariableExpression":
      return node.variablePath.userPath;
    case "ConvertExpression":
      return node.type.typeName.fullName;
    case "TypeExpression":
      return node.typeName.fullName;
    default:
      return null;
  }
}
