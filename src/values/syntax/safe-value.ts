import type { SyntaxNode } from "../../../grammar/syntax-tree.js";
import { PSArray } from "../collections.js";
import { newHashtable } from "../dictionary.js";
import { constantValue } from "../literal-values.js";
import { netError } from "../net-errors.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import type { Ast } from "./ast.js";

/** `SafeGetValue()`: what a tree without code says. Throws InvalidOperationException for everything that would run. */
export function safeValue(context: ValueContext, ast: Ast): Value {
  return safe(context, ast.node);
}

function safe(context: ValueContext, node: SyntaxNode): Value {
  switch (node.kind) {
    case "ConstantExpression":
      return constantValue(node);
    case "StringConstantExpression":
      return node.value;
    case "ArrayLiteral":
      return new PSArray(node.elements.map((element) => safe(context, element)));
    case "Hashtable": {
      const table = newHashtable();
      for (const [key, value] of node.keyValuePairs) table.set(safe(context, key), safe(context, value));
      return table;
    }
    case "ArrayExpression": {
      const values = node.subExpression.statements.map((statement) => safe(context, statement));
      const [only] = values;
      return values.length === 1 && only instanceof PSArray ? only : new PSArray(values);
    }
    case "ParenExpression":
      return safe(context, node.pipeline);
    case "Pipeline": {
      const [element] = node.pipelineElements;
      if (node.pipelineElements.length === 1 && element?.kind === "CommandExpression")
        return safe(context, element.expression);
      break;
    }
    case "CommandExpression":
      return safe(context, node.expression);
    case "UnaryExpression": {
      const value = node.tokenKind === "Minus" ? safe(context, node.child) : null;
      if (typeof value === "number") return -value;
      break;
    }
    case "VariableExpression": {
      const name = node.variablePath.userPath.toLowerCase();
      if (name === "true" || name === "false") return name === "true";
      if (name === "null") return null;
      break;
    }
    default:
  }
  throw netError("System.InvalidOperationException", "Cannot generate a value from an expression that must be run.");
}
