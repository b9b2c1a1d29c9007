import type { Command, Extent, Pipeline } from "../../../grammar/syntax-tree.js";
import { type InvocationInfo, PowerShellError, runtimeError } from "../../values/errors.js";
import { AutomationNull, isNull } from "../../values/objects.js";
import { ScriptBlock } from "../../values/script-block.js";
import { toText } from "../../values/text.js";
import { unrolled } from "../../values/types/unrolled.js";
import { baseOf, type Value } from "../../values/value.js";
import { CommandInfoObject } from "../command-info-object.js";
import type { CommandArgument } from "../commands.js";
import { badCallExpression, positioned, positionOf } from "../errors.js";
import { Completion, type Frame } from "../frame.js";
import { runCommand, runPipeline, type StageSpecification, type StartableCommand } from "../pipeline.js";
import { writeEnumerated } from "../pipes.js";
import { scriptBlockCommand } from "../script-command.js";
import { boundTo, ScriptModule } from "../script-module.js";
import type { Pipe } from "../streams.js";
import { compileArguments } from "./arguments.js";
import { compileExpression } from "./expressions.js";
import { compileRedirections } from "./redirections.js";
import type { Evaluate, Execute, Unit } from "./unit.js";

/** Runs a pipeline, its objects going to `out`. */
export type RunPipeline = Execute;

/** A stage with its name and arguments evaluated, its command not yet found. */
interface EvaluatedStage {
  readonly code: StageCode;
  readonly name: Value;
  readonly arguments: readonly CommandArgument[];
}

interface StageCode {
  /** Runs the command alone, when it is a whole pipeline without redirections. */
  readonly run: RunPipeline;
  readonly evaluate: (frame: Frame) => EvaluatedStage;
  readonly specify: (frame: Frame, stage: EvaluatedStage) => StageSpecification;
}

/**
 * Compiles a pipeline that has a command or a redirection.
 * @param at the place of its errors, when it is a statement of its own; as a part of one it has that one's place
 */
export function compileCommandPipeline(unit: Unit, node: Pipeline, at: Extent | null = null): RunPipeline {
  const [first, ...rest] = node.pipelineElements;
  if (first === undefined) throw new Error("a pipeline without elements");
  const stages = (first.kind === "Command" ? [first, ...rest] : rest).map((element) => {
    if (element.kind !== "Command") throw new Error("an expression stands behind the first element of a pipeline");
    return compileStage(unit, element, at);
  });
  if (first.kind === "Command") {
    const [only] = stages;
    if (only !== undefined && stages.length === 1 && first.redirections.length === 0) return only.run;
    return (frame, out) => {
      if (at !== null) frame.at = at;
      runPipeline(frame.engine, specifications(frame, stages), null, frame.streams, out);
      return Completion.Normal;
    };
  }
  const value = compileExpression(unit, first.expression);
  const redirect = first.redirections.length === 0 ? null : compileRedirections(unit, first.redirections);
  if (redirect !== null) {
    const evaluate = (frame: Frame, out: Pipe): Completion => {
      if (at !== null) frame.at = at;
      const { streams, close } = redirect(frame)({ ...frame.streams, output: out });
      const outer = frame.streams;
      frame.streams = streams;
      try {
        writeEnumerated(streams.output, value(frame));
      } finally {
        frame.streams = outer;
        close();
      }
      return Completion.Normal;
    };
    if (stages.length === 0) return evaluate;
    return (frame, out) => {
      const items: Value[] = [];
      evaluate(frame, { write: (item) => items.push(item) });
      runPipeline(frame.engine, specifications(frame, stages), items, frame.streams, out);
      return Completion.Normal;
    };
  }
  return (frame, out) => {
    if (at !== null) frame.at = at;
    const input = inputOf(value, frame);
    runPipeline(frame.engine, specifications(frame, stages), input, frame.streams, out);
    return Completion.Normal;
  };
}

function inputOf(value: Evaluate, frame: Frame): Iterable<Value> {
  const given = value(frame);
  if (given === AutomationNull) return [];
  return unrolled(given) ?? [given];
}

/** Names and arguments of all stages are evaluated before the first command is looked up. */
function specifications(frame: Frame, stages: readonly StageCode[]): StageSpecification[] {
  const evaluated = stages.map((stage) => stage.evaluate(frame));
  return evaluated.map((stage) => stage.code.specify(frame, stage));
}

/** Commands behind which a block cannot know its variables. */
const makesVariables = /^(?:.*\\)?(?:(?:new|set|remove)-variable|nv|sv|set|rv)$/i;

function compileStage(unit: Unit, node: Command, at: Extent | null): StageCode {
  const [nameNode, ...elements] = node.commandElements;
  if (nameNode === undefined || nameNode.kind === "CommandParameter") throw new Error("a command without a name");
  const operator = node.invocationOperator === "Unknown" ? null : node.invocationOperator === "Dot" ? "." : "&";
  const namePlace = { start: nameNode.start, end: nameNode.end };
  const nameOf = compileExpression(unit, nameNode);
  const argumentsOf = compileArguments(unit, elements);
  const redirections = node.redirections.length === 0 ? null : compileRedirections(unit, node.redirections);
  const dotSourced = operator === ".";
  if (dotSourced || (nameNode.kind === "StringConstantExpression" && makesVariables.test(nameNode.value)))
    unit.modifiesOwnVariables = false;
  const looksLikeMethodCall = isMethodCallSyntax(node);
  const code: StageCode = {
    evaluate: (frame) => {
      const name = nameOf(frame);
      return { code, ...inModule(frame, name, argumentsOf(frame)) };
    },
    specify: (frame, { name, arguments: args }) => {
      const command = resolveCommand(frame, name);
      return {
        command,
        arguments: args,
        invocationInfo: invocationOf(frame, command, name),
        dotSourced,
        redirect: redirections === null ? null : redirections(frame),
      };
    },
    run: (frame, out) => {
      if (at !== null) frame.at = at;
      const called = nameOf(frame);
      const given = argumentsOf(frame);
      const { name, arguments: args } =
        called instanceof ScriptModule ? inModule(frame, called, given) : { name: called, arguments: given };
      const command = resolveCommand(frame, name);
      runCommand(frame.engine, command, args, invocationOf(frame, command, name), dotSourced, frame.streams, out);
      return Completion.Normal;
    },
  };

  let lastInvocation: InvocationInfo | null = null;
  /** The same object as long as the same name calls the same command. */
  function invocationOf(frame: Frame, command: StartableCommand, name: Value): InvocationInfo {
    if (looksLikeMethodCall && frame.engine.isStrict(2)) throw positioned(calledAsMethod(), unit.source, node);
    const typed = operator ?? (typeof name === "string" ? name : toText(frame.engine, name));
    if (
      lastInvocation === null ||
      (lastInvocation.commandName ?? "") !== command.name ||
      lastInvocation.scriptPath !== (command.commandType === "ExternalScript" ? command.path : undefined) ||
      lastInvocation.invocationName !== typed
    ) {
      lastInvocation = {
        ...positionOf(unit.source, node, typed),
        commandName: command.name === "" ? null : command.name,
        ...(command.commandType === "ExternalScript" ? { scriptPath: command.path } : {}),
      };
    }
    return lastInvocation;
  }

  function resolveCommand(frame: Frame, name: Value): StartableCommand {
    const base = baseOf(name);
    if (base instanceof ScriptBlock) return scriptBlockCommand(base);
    if (base instanceof CommandInfoObject) return frame.engine.startable(base.info);
    const text = isNull(base) ? "" : toText(frame.engine, base);
    if (text === "")
      throw positioned(badCallExpression(operator ?? "&", isNull(base) ? null : base), unit.source, namePlace);
    try {
      const found = frame.engine.resolveCommand(text);
      if (found.commandType === "ExternalScript") found.checkRequirements(frame.engine);
      return found;
    } catch (error) {
      if (error instanceof PowerShellError) {
        positioned(error, unit.source, namePlace, operator ?? text);
        // A `finally` on the way up finds it in `$Error` already.
        if (frame.engine.propagating) frame.engine.keepError(error.record);
      }
      throw error;
    }
  }
  return code;
}

/** `& $module { … }`, `& $module command`: the command behind the module is one of the module's session state. */
function inModule(frame: Frame, name: Value, args: readonly CommandArgument[]): Omit<EvaluatedStage, "code"> {
  const [first, ...rest] = args;
  if (!(name instanceof ScriptModule) || first?.kind !== "value") return { name, arguments: args };
  const command = baseOf(first.value);
  if (command instanceof ScriptBlock) return { name: boundTo(name, command), arguments: rest };
  if (typeof command !== "string") return { name: command, arguments: rest };
  const { engine } = frame;
  const found = engine.inScope(name.scope, () => engine.findCommand(command));
  return { name: found === undefined ? command : new CommandInfoObject(found), arguments: rest };
}

/** `F(1, 2)`: an array in parentheses right behind the name. */
function isMethodCallSyntax({ commandElements: [name, argument, ...others] }: Command): boolean {
  if (name === undefined || argument?.kind !== "ParenExpression" || others.length > 0 || argument.start !== name.end)
    return false;
  const { pipeline } = argument;
  if (pipeline.kind !== "Pipeline" || pipeline.pipelineElements.length !== 1) return false;
  const [element] = pipeline.pipelineElements;
  return element?.kind === "CommandExpression" && element.expression.kind === "ArrayLiteral";
}

function calledAsMethod(): PowerShellError {
  return runtimeError(
    "StrictModeFunctionCallWithParens",
    "InvalidOperation",
    "The function or command was called as if it were a method. Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.",
  );
}
