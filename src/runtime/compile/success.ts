import type { Expression, Statement } from "../../../grammar/syntax-tree.js";

/**
 * Whether a statement sets `$?` to true at its end by itself. Commands set it by their own success, so parentheses,
 * assignments and sub-expressions around commands leave it alone.
 */
export function setsSuccess(node: Statement | Expression): boolean {
  switch (node.kind) {
    case "AssignmentStatement":
      return setsSuccess(node.right);
    case "CommandExpression":
      return setsSuccess(node.expression);
    case "Pipeline": {
      const [element] = node.pipelineElements;
      return node.pipelineElements.length === 1 && element?.kind === "CommandExpression" && setsSuccess(element);
    }
    case "ParenExpression":
      return setsSuccess(node.pipeline);
    case "SubExpression":
    case "ArrayExpression":
      return node.subExpression.statements.every(setsSuccess);
    case "PipelineChain":
    case "IfStatement":
    case "SwitchStatement":
    case "WhileStatement":
    case "ForStatement":
    case "ForEachStatement":
    case "DoWhileStatement":
    case "DoUntilStatement":
    case "TryStatement":
      return false;
    default:
      return true;
  }
}
