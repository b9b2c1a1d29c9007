import type { NamedBlock, Pipeline, Statement, StatementBlock } from "../../../grammar/syntax-tree.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { notEmulated, positioned } from "../errors.js";
import { Completion, type Frame } from "../frame.js";
import { Collector, writeEnumerated } from "../pipes.js";
import { ExitSignal } from "../signals.js";
import { compileAssignment, compileStep } from "./assignments.js";
import { raiseCompletion } from "./completion.js";
import { compileExpression } from "./expressions.js";
import { compileFunctionDefinition } from "./functions.js";
import { compileDoLoop, compileFor, compileForEach, compileWhile } from "./loops.js";
import { isStep, truth } from "./operators.js";
import { compileCommandPipeline } from "./pipelines.js";
import { compileSlotAssignment } from "./slot-assignments.js";
import { setsSuccess } from "./success.js";
import { compileSwitch } from "./switch.js";
import { compileThrow, compileTraps, compileTry } from "./try.js";
import type { Evaluate, Execute, Unit } from "./unit.js";
import { compileVariableStore } from "./variables.js";

/** The statements of a block, one after another; an error that ends one is reported, and the next one runs. */
export function compileBlock(unit: Unit, block: StatementBlock | NamedBlock): Execute {
  const statements = block.statements
    .filter((statement) => statement.kind !== "TrapStatement")
    .map((statement) => compileStatement(unit, statement));
  if (block.traps !== undefined && block.traps.length > 0) return compileTraps(unit, block.traps, statements);
  if (statements.length === 1) return guarded(statements[0] as Execute);
  return (frame, out) => {
    const { engine } = frame;
    for (let i = 0; i < statements.length; i++) {
      if (--engine.fuel < 0) engine.refuel();
      try {
        const completion = (statements[i] as Execute)(frame, out);
        if (completion !== Completion.Normal) return completion;
      } catch (error) {
        engine.statementFailed(frame, error);
      }
    }
    return Completion.Normal;
  };
}

function guarded(statement: Execute): Execute {
  return (frame, out) => {
    const { engine } = frame;
    if (--engine.fuel < 0) engine.refuel();
    try {
      return statement(frame, out);
    } catch (error) {
      engine.statementFailed(frame, error);
      return Completion.Normal;
    }
  };
}

/** Compiles a statement as one of a block. */
export function compileStatement(unit: Unit, node: Statement): Execute {
  switch (node.kind) {
    case "Pipeline":
      return compilePipeline(unit, node);
    case "PipelineChain": {
      if (node.background) return refused("background jobs (&)", node);
      const left = guarded(compileStatement(unit, node.lhsPipelineChain));
      const right = compileStatement(unit, node.rhsPipeline);
      const runsAfterSuccess = node.operator === "AndAnd";
      return (frame, out) => {
        const completion = left(frame, out);
        if (completion !== Completion.Normal || frame.engine.lastSuccess !== runsAfterSuccess) return completion;
        return right(frame, out);
      };
    }
    case "AssignmentStatement": {
      const intoSlot = compileSlotAssignment(unit, node);
      if (intoSlot !== undefined) return intoSlot;
      const assignment = compileAssignment(unit, node);
      const succeeds = setsSuccess(node);
      return (frame) => {
        frame.at = node;
        assignment(frame);
        if (succeeds) frame.engine.lastSuccess = true;
        return Completion.Normal;
      };
    }
    case "IfStatement": {
      const clauses = node.clauses.map(([condition, body]) => ({
        at: condition,
        condition: compileValue(unit, condition, false),
        body: compileBlock(unit, body),
      }));
      const otherwise = node.elseClause === undefined ? null : compileBlock(unit, node.elseClause);
      return (frame, out) => {
        for (const { at, condition, body } of clauses) {
          frame.at = at;
          if (truth(condition(frame))) return body(frame, out);
        }
        return otherwise === null ? Completion.Normal : otherwise(frame, out);
      };
    }
    case "WhileStatement":
      return compileWhile(unit, node);
    case "DoWhileStatement":
    case "DoUntilStatement":
      return compileDoLoop(unit, node);
    case "ForStatement":
      return compileFor(unit, node);
    case "ForEachStatement":
      return compileForEach(unit, node);
    case "SwitchStatement":
      return compileSwitch(unit, node);
    case "TryStatement":
      return compileTry(unit, node);
    case "ThrowStatement":
      return compileThrow(unit, node);
    case "BreakStatement":
    case "ContinueStatement": {
      const label = node.label === undefined ? null : compileExpression(unit, node.label);
      const completion = node.kind === "BreakStatement" ? Completion.Break : Completion.Continue;
      return (frame) => {
        frame.label = label === null ? null : toText(frame.engine, label(frame));
        return completion;
      };
    }
    case "ReturnStatement": {
      if (node.pipeline === undefined) return () => Completion.Return;
      const value = compileStatement(unit, node.pipeline);
      return (frame, out) => {
        value(frame, out);
        return Completion.Return;
      };
    }
    case "ExitStatement": {
      const code = node.pipeline === undefined ? null : compileValue(unit, node.pipeline);
      return (frame) => {
        throw new ExitSignal(code === null ? 0 : frame.engine.exitCodeOf(code(frame)));
      };
    }
    case "FunctionDefinition":
      return compileFunctionDefinition(unit, node);
    case "CommandExpression":
      return node.redirections.length === 0
        ? compileExpressionStatement(unit, node.expression, node)
        : compilePipeline(unit, {
            kind: "Pipeline",
            pipelineElements: [node],
            background: false,
            start: node.start,
            end: node.end,
          });
    case "DataStatement": {
      const body = compileBlock(unit, node.body);
      if (node.variable === undefined) return body;
      const store = compileVariableStore(unit, variableNamed(node.variable, node));
      return (frame) => {
        const collector = new Collector(frame.engine);
        raiseCompletion(frame, body(frame, collector));
        store(frame, collector.result());
        return Completion.Normal;
      };
    }
    case "TrapStatement":
      return () => Completion.Normal;
    case "UsingStatement":
      return node.usingStatementKind === "Namespace"
        ? () => Completion.Normal
        : refused(`using ${node.usingStatementKind.toLowerCase()}`, node);
    case "TypeDefinition":
      return refused(node.typeAttributes === "Enum" ? "enum definitions" : "class definitions", node);
    case "BlockStatement":
      return refused("parallel and sequence blocks of workflows", node);
    case "ErrorStatement":
      throw new Error("a tree with errors cannot be run");
    default:
      return node satisfies never;
  }
}

function variableNamed(name: string, at: { readonly start: number; readonly end: number }) {
  return {
    kind: "VariableExpression",
    variablePath: { userPath: name, scope: "Unqualified", driveName: undefined, unqualifiedPath: name },
    splatted: false,
    start: at.start,
    end: at.end,
  } as const;
}

/** A construct that parses and does not run here. */
function refused(what: string, at: { readonly start: number; readonly end: number }): Execute {
  return (frame) => {
    frame.at = at;
    throw positioned(notEmulated(what), frame.table.source, at);
  };
}

function compilePipeline(unit: Unit, node: Pipeline): Execute {
  if (node.background) return refused("background jobs (&)", node);
  const expression = loneExpression(node);
  if (expression !== undefined) return compileExpressionStatement(unit, expression, node);
  return compileCommandPipeline(unit, node, node);
}

/** The expression of a pipeline that is nothing else. */
function loneExpression({ pipelineElements }: Pipeline) {
  const [element] = pipelineElements;
  return pipelineElements.length === 1 && element?.kind === "CommandExpression" && element.redirections.length === 0
    ? element.expression
    : undefined;
}

function compileExpressionStatement(
  unit: Unit,
  expression: Parameters<typeof compileExpression>[1],
  at: { readonly start: number; readonly end: number },
): Execute {
  if (isStep(expression)) {
    const { step } = compileStep(unit, expression.child, expression.tokenKind);
    return (frame) => {
      frame.at = at;
      step(frame);
      frame.engine.lastSuccess = true;
      return Completion.Normal;
    };
  }
  const value = compileExpression(unit, expression);
  const succeeds = setsSuccess(expression);
  return (frame, out) => {
    frame.at = at;
    writeEnumerated(out, value(frame));
    if (succeeds) frame.engine.lastSuccess = true;
    return Completion.Normal;
  };
}

/**
 * Compiles a statement for its value: the right side of an assignment, a condition, parentheses. An expression gives
 * its value as it is, everything else what it writes: nothing, one object, or an array.
 * @param spills whether what was written goes to the output when control flow leaves before there is a value: so it
 *   does but for conditions and what loops go over
 */
export function compileValue(unit: Unit, node: Statement, spills = true): Evaluate {
  if (node.kind === "AssignmentStatement") return compileAssignment(unit, node);
  if (node.kind === "CommandExpression" && node.redirections.length === 0)
    return compileExpression(unit, node.expression);
  if (node.kind === "Pipeline") {
    const expression = node.background ? undefined : loneExpression(node);
    if (expression !== undefined) return compileExpression(unit, expression);
    if (!node.background) {
      const run = compileCommandPipeline(unit, node);
      return (frame) => {
        const collector = new Collector(frame.engine);
        return collector.capture(frame, spills, () => {
          run(frame, collector);
        });
      };
    }
  }
  const execute = compileStatement(unit, node);
  return (frame: Frame): Value => {
    const collector = new Collector(frame.engine);
    return collector.capture(frame, spills, () => raiseCompletion(frame, execute(frame, collector)));
  };
}
