import type { Diagnostics } from "./diagnostics.js";
import { isSameOrDerivedException, knownTypeName } from "./exception-types.js";
import { numberText } from "./number-text.js";
import type { ParseErrorId } from "./parse-error.js";
import { childrenOf, type SyntaxNode } from "./syntax-tree.js";
import type { Attribute, Expression, Hashtable, UnaryExpression } from "./tree/expressions.js";
import type { Extent } from "./tree/extent.js";
import type { Parameter, ScriptBlock } from "./tree/script-blocks.js";
import type { CatchClause, ChainableStatement, UsingStatement } from "./tree/statements.js";

/** Reports one error; these never depend on more text. */
type Report = (id: ParseErrorId, extent: Extent, ...details: readonly string[]) => void;

/**
 * What is wrong with a tree although its text follows the grammar: targets that cannot be assigned, keys and parameters
 * given twice, splatting outside of commands, … The real parser looks for these after it read the whole text, from the
 * outside in. The parser calls this only when it saw something that can be wrong.
 */
export const checkTree = (tree: ScriptBlock, diagnostics: Diagnostics): void => {
  const report: Report = (id, extent, ...details) => diagnostics.report(id, extent.start, extent.end, false, details);
  const pending: { node: SyntaxNode; parent: SyntaxNode }[] = [{ node: tree, parent: tree }];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { node, parent } = entry;
    check(node, parent, report);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) pending.push({ node: child, parent: node });
    }
  }
};

const check = (node: SyntaxNode, parent: SyntaxNode, report: Report): void => {
  switch (node.kind) {
    case "AssignmentStatement":
      checkTarget(node.left, report);
      return;
    case "UnaryExpression":
      checkIncrement(node, report);
      return;
    case "VariableExpression":
      if (node.splatted && parent.kind !== "Command" && parent.kind !== "UsingExpression") {
        report("SplattingNotPermitted", node, node.variablePath.userPath);
      }
      return;
    case "UsingStatement":
      checkUsingStatement(node, parent, report);
      return;
    case "UsingExpression":
      checkUsed(node.subExpression, report);
      return;
    case "Hashtable":
      checkKeys(node, report);
      return;
    case "ConvertExpression":
      if (node.type.typeName.fullName.toLowerCase() === "ordered" && node.child.kind !== "Hashtable") {
        report("OrderedAttributeOnlyOnHashLiteralNode", node, node.type.typeName.fullName);
      }
      return;
    case "AttributedExpression":
      if (!isAttributable(node.child)) report("UnexpectedAttribute", node.attribute, node.attribute.typeName.fullName);
      return;
    case "Attribute":
      checkAttribute(node, report);
      return;
    case "ParamBlock":
      checkParameters(node.parameters, report);
      return;
    case "FunctionDefinition":
      checkParameters(node.parameters ?? [], report);
      if (node.parameters !== undefined && node.body.paramBlock !== undefined) {
        report("OnlyOneParameterListAllowed", node.body.paramBlock);
      }
      return;
    case "TryStatement":
      checkCatches(node.catchClauses, report);
      if (node.finally !== undefined) checkFinally(node.finally, report);
      return;
    default:
  }
};

/** The left side of an assignment. */
const checkTarget = (target: Expression, report: Report): void => {
  switch (target.kind) {
    case "VariableExpression":
      return;
    case "MemberExpression":
    case "IndexExpression":
    case "InvokeMemberExpression":
      if (target.kind !== "InvokeMemberExpression" && target.nullConditional) report("InvalidLeftHandSide", target);
      return;
    case "ArrayLiteral":
      for (const element of target.elements) checkTarget(element, report);
      return;
    case "ConvertExpression":
    case "AttributedExpression":
      checkTarget(target.child, report);
      return;
    case "ParenExpression": {
      const inner = soleExpression(target.pipeline);
      if (inner === undefined) report("InvalidLeftHandSide", target.pipeline);
      else checkTarget(inner, report);
      return;
    }
    default:
      report("InvalidLeftHandSide", target);
  }
};

/** The expression that a pipeline consists of, if it is one alone. */
const soleExpression = (pipeline: ChainableStatement): Expression | undefined => {
  if (pipeline.kind !== "Pipeline" || pipeline.pipelineElements.length !== 1) return undefined;
  const only = pipeline.pipelineElements[0];
  return only?.kind === "CommandExpression" && only.redirections.length === 0 ? only.expression : undefined;
};

const checkUsingStatement = (node: UsingStatement, parent: SyntaxNode, report: Report): void => {
  if (parent.kind !== "ScriptBlock") report("UsingMustBeAtStartOfScript", node);
  if (node.alias !== undefined) report("UsingStatementNotSupported", node);
  else if (node.usingStatementKind === "Namespace" && !/^[\w.]+$/.test(node.name?.value ?? "")) {
    report("InvalidNamespaceValue", node.name ?? node);
  }
};

/** What `$using:` applies to may read members and elements whose names and indexes are constant, and call nothing. */
const checkUsed = (subExpression: Expression, report: Report): void => {
  for (let used = subExpression; used.kind !== "VariableExpression"; ) {
    if (used.kind === "IndexExpression") {
      if (!isConstant(used.index)) {
        report("InvalidUsingExpression", used.index);
        return;
      }
      used = used.target;
    } else if (used.kind === "MemberExpression" && isConstant(used.member)) used = used.expression;
    else {
      report("InvalidUsingExpression", used);
      return;
    }
  }
};

const incrementSigns: ReadonlyMap<string, string> = new Map([
  ["PlusPlus", "++"],
  ["PostfixPlusPlus", "++"],
  ["MinusMinus", "--"],
  ["PostfixMinusMinus", "--"],
]);

const checkIncrement = (node: UnaryExpression, report: Report): void => {
  const sign = incrementSigns.get(node.tokenKind);
  if (sign !== undefined) checkIncremented(node.child, sign, report);
};

const checkIncremented = (child: Expression, sign: string, report: Report): void => {
  switch (child.kind) {
    case "VariableExpression":
    case "InvokeMemberExpression":
      return;
    case "MemberExpression":
    case "IndexExpression":
      if (child.nullConditional) report("OperatorRequiresVariableOrProperty", child, sign);
      return;
    case "ConvertExpression":
    case "AttributedExpression":
      checkIncremented(child.child, sign, report);
      return;
    case "ParenExpression": {
      const inner = soleExpression(child.pipeline);
      if (inner === undefined) report("OperatorRequiresVariableOrProperty", child.pipeline, sign);
      else checkIncremented(inner, sign, report);
      return;
    }
    default:
      report("OperatorRequiresVariableOrProperty", child, sign);
  }
};

const checkKeys = (node: Hashtable, report: Report): void => {
  const seen = new Set<string>();
  for (const [key] of node.keyValuePairs) {
    const text = keyText(key);
    if (text === undefined) continue;
    const folded = text.toLowerCase();
    if (seen.has(folded)) report("DuplicateKeyInHashLiteral", key, text);
    seen.add(folded);
  }
};

/** A constant key as text; numbers and strings with the same text are the same key to the parser. */
export const keyText = (key: Expression): string | undefined => {
  if (key.kind === "StringConstantExpression") return key.value;
  return key.kind === "ConstantExpression" ? numberText(key) : undefined;
};

const isAttributable = (child: Expression): boolean => {
  if (child.kind === "VariableExpression") return true;
  return (child.kind === "AttributedExpression" || child.kind === "ConvertExpression") && isAttributable(child.child);
};

const checkAttribute = (node: Attribute, report: Report): void => {
  const names = new Set<string>();
  for (const argument of node.namedArguments) {
    const name = argument.argumentName.toLowerCase();
    if (names.has(name)) report("DuplicateNamedArgument", argument, argument.argumentName);
    names.add(name);
  }
  for (const value of [...node.positionalArguments, ...node.namedArguments.map((argument) => argument.argument)]) {
    if (!isAttributeArgument(value)) report("ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock", value);
  }
};

/** What an attribute's argument may be: a constant, what is computed from constants, or a script block. */
export const isAttributeArgument = (value: Expression): boolean =>
  value.kind === "ScriptBlockExpression" || isConstant(value);

const isConstant = (value: Expression): boolean => {
  switch (value.kind) {
    case "ConstantExpression":
    case "StringConstantExpression":
    case "TypeExpression":
      return true;
    case "VariableExpression":
      return /^(?:true|false|null)$/i.test(value.variablePath.userPath);
    case "ArrayLiteral":
      return value.elements.every(isConstant);
    case "BinaryExpression":
      return foldableOperators.has(value.operator) && isConstant(value.left) && isConstant(value.right);
    case "UnaryExpression":
      return foldableOperators.has(value.tokenKind) && isConstant(value.child);
    case "ConvertExpression":
      return isConstant(value.child);
    case "ParenExpression": {
      const inner = soleExpression(value.pipeline);
      return inner !== undefined && isConstant(inner);
    }
    default:
      return false;
  }
};

/** Operators that the parser itself can compute. */
const foldableOperators: ReadonlySet<string> = new Set([
  "Not",
  "Exclaim",
  "Minus",
  "Plus",
  "Bnot",
  "Multiply",
  "Divide",
  "Rem",
  "And",
  "Or",
  "Xor",
  "Band",
  "Bor",
  "Bxor",
  "Shl",
  "Shr",
]);

const checkParameters = (parameters: readonly Parameter[], report: Report): void => {
  const seen = new Set<string>();
  for (const { name } of parameters) {
    const folded = name.variablePath.userPath.toLowerCase();
    if (seen.has(folded)) report("DuplicateFormalParameter", name, name.variablePath.userPath);
    seen.add(folded);
  }
};

const checkCatches = (clauses: readonly CatchClause[], report: Report): void => {
  const handled: string[] = [];
  clauses.forEach((clause, index) => {
    if (clause.catchTypes.length === 0 && index < clauses.length - 1) {
      report("EmptyCatchNotLast", placeBefore(clauses[index + 1] ?? clause));
    }
    for (const { typeName, start, end } of clause.catchTypes) {
      const name = knownTypeName(typeName.fullName);
      if (name === undefined) continue;
      if (handled.some((other) => isSameOrDerivedException(name, other))) {
        report("ExceptionTypeAlreadyCaught", { start, end }, name);
      }
    }
    for (const { typeName } of clause.catchTypes) {
      const name = knownTypeName(typeName.fullName);
      if (name !== undefined) handled.push(name);
    }
  });
};

const placeBefore = (extent: Extent): Extent => ({ start: extent.start - 1, end: extent.start - 1 });

/** Jumps may not leave a finally block; those of a loop within it stay inside. */
const checkFinally = (block: SyntaxNode, report: Report): void => {
  const pending: { node: SyntaxNode; loops: readonly string[] }[] = [{ node: block, loops: [] }];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { node, loops } = entry;
    if (node.kind === "ScriptBlockExpression" || node.kind === "FunctionDefinition") continue;
    if (node.kind === "ReturnStatement") report("ControlLeavingFinally", node);
    if (node.kind === "BreakStatement" || node.kind === "ContinueStatement") {
      const label = node.label?.kind === "StringConstantExpression" ? node.label.value.toLowerCase() : "";
      const stays = node.label === undefined ? loops.length > 0 : loops.includes(label);
      if (!stays) report("ControlLeavingFinally", node);
    }
    const inside = isLoop(node) ? [...loops, node.label?.toLowerCase() ?? ""] : loops;
    for (const child of childrenOf(node)) pending.push({ node: child, loops: inside });
  }
};

const isLoop = (node: SyntaxNode): node is Extract<SyntaxNode, { readonly label: string | undefined }> =>
  node.kind === "WhileStatement" ||
  node.kind === "DoWhileStatement" ||
  node.kind === "DoUntilStatement" ||
  node.kind === "ForStatement" ||
  node.kind === "ForEachStatement" ||
  node.kind === "SwitchStatement";
