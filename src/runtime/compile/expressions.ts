import type { Expression, StatementBlock } from "../../../grammar/syntax-tree.js";
import { PSArray } from "../../values/collections.js";
import { constantValue } from "../../values/literal-values.js";
import { AutomationNull } from "../../values/objects.js";
import { ScriptBlock } from "../../values/script-block.js";
import type { Value } from "../../values/value.js";
import { usingVariableError } from "../errors.js";
import { Frame } from "../frame.js";
import { Collector, writeEnumerated } from "../pipes.js";
import { compileConvert } from "./casts.js";
import { raiseCompletion } from "./completion.js";
import { failingAtToken } from "./error-tokens.js";
import { compileHashtable } from "./hashtables.js";
import { compileIndex } from "./indexing.js";
import { compileInvokeMember, compileMember } from "./members.js";
import { compileBinary, compileTernary, compileUnary, isStep } from "./operators.js";
import { compileBlock, compileValue } from "./statements.js";
import { compileExpandableString } from "./strings.js";
import { compileType } from "./types.js";
import type { Evaluate, Unit } from "./unit.js";
import { compileVariable } from "./variables.js";

/** Compiles an expression to what computes its value. */
export function compileExpression(unit: Unit, node: Expression): Evaluate {
  return failingAtToken(unit, node, compiledExpression(unit, node));
}

function compiledExpression(unit: Unit, node: Expression): Evaluate {
  switch (node.kind) {
    case "ConstantExpression": {
      const value = constantValue(node);
      return () => value;
    }
    case "StringConstantExpression": {
      const { value } = node;
      return () => value;
    }
    case "ExpandableStringExpression":
      return compileExpandableString(unit, node);
    case "VariableExpression":
      return compileVariable(unit, node);
    case "BinaryExpression":
      return compileBinary(unit, node);
    case "UnaryExpression":
      return compileUnary(unit, node);
    case "TernaryExpression":
      return compileTernary(unit, node);
    case "ArrayLiteral":
      return compileArrayLiteral(unit, node.elements);
    case "ArrayExpression": {
      const lone = loneExpressionOf(node.subExpression);
      if (lone !== undefined) {
        // One expression is no statement of its own: its errors are those of the statement around it.
        const value = compileExpression(unit, lone);
        return (frame) => {
          const collector = new Collector(frame.engine);
          writeEnumerated(collector, value(frame));
          return collector.array();
        };
      }
      const block = compileBlock(unit, node.subExpression);
      return (frame) => {
        const collector = new Collector(frame.engine);
        raiseCompletion(frame, block(frame, collector));
        return collector.array();
      };
    }
    case "SubExpression": {
      const block = compileBlock(unit, node.subExpression);
      return (frame) => {
        const { engine } = frame;
        const collector = new Collector(engine);
        engine.descend();
        try {
          return collector.capture(frame, true, () => raiseCompletion(frame, block(frame, collector)));
        } finally {
          engine.depth--;
        }
      };
    }
    case "ParenExpression":
      return compileValue(unit, node.pipeline);
    case "ConvertExpression":
      return compileConvert(unit, node);
    case "AttributedExpression":
      return compileExpression(unit, node.child);
    case "Hashtable":
      return compileHashtable(unit, node);
    case "IndexExpression":
      return compileIndex(unit, node);
    case "MemberExpression":
      return compileMember(unit, node);
    case "InvokeMemberExpression":
      return compileInvokeMember(unit, node);
    case "ScriptBlockExpression": {
      const { source } = unit;
      return ({ scope }) => new ScriptBlock(node.scriptBlock, source, null, null, scope.module);
    }
    case "TypeExpression":
      return compileType(unit, node.typeName, node);
    case "UsingExpression": {
      const used = compileExpression(unit, node.subExpression);
      return (frame) => {
        const { engine, table, streams, name, invocation } = frame;
        if (engine.usingScope !== null)
          return used(new Frame(engine, table, engine.usingScope, streams, frame.caller, name, invocation));
        frame.at = node;
        throw usingVariableError();
      };
    }
    case "BaseCtorInvokeMemberExpression":
    case "ErrorExpression":
      throw new Error(`${node.kind} cannot be run`);
    default:
      return node satisfies never;
  }
}

/** The expression of a block that is nothing else; `$i++` there writes nothing, so it stays a statement. */
function loneExpressionOf({ statements, traps }: StatementBlock): Expression | undefined {
  const [statement] = statements;
  if (statements.length !== 1 || traps !== undefined || statement?.kind !== "Pipeline" || statement.background)
    return undefined;
  const [element] = statement.pipelineElements;
  if (
    statement.pipelineElements.length !== 1 ||
    element?.kind !== "CommandExpression" ||
    element.redirections.length > 0
  )
    return undefined;
  return isStep(element.expression) ? undefined : element.expression;
}

function compileArrayLiteral(unit: Unit, elements: readonly Expression[]): Evaluate {
  const items = compileItems(unit, elements);
  return (frame) => new PSArray(items(frame));
}

/** The elements of a list that is written out. */
export function compileItems(unit: Unit, elements: readonly Expression[]): (frame: Frame) => Value[] {
  const parts = elements.map((element) => compileExpression(unit, element));
  return (frame) => {
    const items = new Array<Value>(parts.length);
    for (let i = 0; i < parts.length; i++) {
      const value = (parts[i] as Evaluate)(frame);
      items[i] = value === AutomationNull ? null : value;
    }
    return items;
  };
}
