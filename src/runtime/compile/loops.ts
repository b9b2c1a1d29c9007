import type {
  BinaryExpression,
  DoUntilStatement,
  DoWhileStatement,
  ForEachStatement,
  ForStatement,
  PipelineBase,
  StatementBlock,
  WhileStatement,
} from "../../../grammar/syntax-tree.js";
import { PSArray, PSList } from "../../values/collections.js";
import { enumerate } from "../../values/enumeration.js";
import { runtimeError } from "../../values/errors.js";
import { isNull } from "../../values/objects.js";
import { binaryOperations, rangeLength } from "../../values/operators/index.js";
import type { Value } from "../../values/value.js";
import { notEmulated, positioned } from "../errors.js";
import { Completion, type Frame } from "../frame.js";
import { LoopEnumerator } from "../loop-enumerator.js";
import { nullPipe } from "../pipes.js";
import { LoopSignal } from "../signals.js";
import type { Pipe } from "../streams.js";
import { nameKey } from "../variable.js";
import { compileExpression } from "./expressions.js";
import { truth } from "./operators.js";
import { compileBlock, compileStatement, compileValue } from "./statements.js";
import type { Execute, Unit } from "./unit.js";
import { compileVariableStore } from "./variables.js";

/** Runs the body of a loop once: `null` when the loop goes on, else how the loop statement ends. */
type Round = (frame: Frame, out: Pipe) => Completion | null;

/**
 * A `break` or `continue` of a command that the body called arrives as a signal and means the same as one of the body
 * itself.
 */
function compileRound(unit: Unit, node: { readonly body: StatementBlock; readonly label: string | undefined }): Round {
  const key = node.label === undefined ? null : nameKey(node.label);
  const isMine = (wanted: string | null) => wanted === null || nameKey(wanted) === key;
  const leave = (frame: Frame, completion: Completion): Completion | null => {
    if (completion === Completion.Return || !isMine(frame.label)) return completion;
    frame.label = null;
    return completion === Completion.Break ? Completion.Normal : null;
  };
  const interrupted = (frame: Frame, signal: unknown): Completion | null => {
    if (!(signal instanceof LoopSignal) || !isMine(signal.label)) throw signal;
    frame.label = null;
    return signal.kind === "break" ? Completion.Normal : null;
  };
  const body = compileBlock(unit, node.body);
  return (frame, out) => {
    const { engine } = frame;
    if (--engine.fuel < 0) engine.refuel();
    let completion: Completion;
    try {
      completion = body(frame, out);
    } catch (signal) {
      return interrupted(frame, signal);
    }
    return completion === Completion.Normal ? null : leave(frame, completion);
  };
}

/** A condition with its place; no condition is true. */
function compileCondition(unit: Unit, node: PipelineBase | undefined): (frame: Frame) => boolean {
  if (node === undefined) return () => true;
  const condition = compileValue(unit, node, false);
  return (frame) => {
    frame.at = node;
    return truth(condition(frame));
  };
}

/** `while (…) { … }`. */
export function compileWhile(unit: Unit, node: WhileStatement): Execute {
  const condition = compileCondition(unit, node.condition);
  const round = compileRound(unit, node);
  return (frame, out) => {
    while (condition(frame)) {
      const left = round(frame, out);
      if (left !== null) return left;
    }
    return Completion.Normal;
  };
}

/** `do { … } while (…)`, `do { … } until (…)`. */
export function compileDoLoop(unit: Unit, node: DoWhileStatement | DoUntilStatement): Execute {
  const condition = compileCondition(unit, node.condition);
  const round = compileRound(unit, node);
  const goesOnWhen = node.kind === "DoWhileStatement";
  return (frame, out) => {
    do {
      const left = round(frame, out);
      if (left !== null) return left;
    } while (condition(frame) === goesOnWhen);
    return Completion.Normal;
  };
}

/** `for (…; …; …) { … }`: what the initializer and the iterator give is not output. */
export function compileFor(unit: Unit, node: ForStatement): Execute {
  const initializer = node.initializer === undefined ? null : compileStatement(unit, node.initializer);
  const iterator = node.iterator === undefined ? null : compileStatement(unit, node.iterator);
  const condition = compileCondition(unit, node.condition);
  const round = compileRound(unit, node);
  return (frame, out) => {
    initializer?.(frame, nullPipe);
    while (condition(frame)) {
      const left = round(frame, out);
      if (left !== null) return left;
      iterator?.(frame, nullPipe);
    }
    return Completion.Normal;
  };
}

/** `foreach ($x in …) { … }`. */
export function compileForEach(unit: Unit, node: ForEachStatement): Execute {
  if (node.parallel) {
    return () => {
      throw positioned(notEmulated("foreach -parallel"), unit.source, node);
    };
  }
  const collection = compileValue(unit, node.condition, false);
  const store = compileVariableStore(unit, node.variable);
  const round = compileRound(unit, node);
  const enumeratorSlot = unit.slotOf("foreach");
  const runsOnNull = unit.facts.foreachOverNull;
  const range = rangeOf(node.condition);
  if (range !== undefined && enumeratorSlot === undefined && !unit.facts.errorsAtTokens) {
    const left = compileExpression(unit, range.left);
    const right = compileExpression(unit, range.right);
    return (frame, out) => {
      frame.at = node.condition;
      const from = left(frame);
      const to = right(frame);
      if (typeof from === "number" && typeof to === "number") return overRange(frame, out, from, to);
      return overElements(frame, out, elementsOf(binaryOperations.DotDot(frame.engine, from, to)));
    };
  }
  return (frame, out) => {
    frame.at = node.condition;
    const value = collection(frame);
    if (enumeratorSlot !== undefined) return withEnumerator(frame, out, value, enumeratorSlot);
    if (value instanceof PSArray || value instanceof PSList) return overList(frame, out, value);
    return overElements(frame, out, runsOnNull && value === null ? [null] : elementsOf(value));
  };

  function overElements(frame: Frame, out: Pipe, elements: Iterable<Value>): Completion {
    for (const element of elements) {
      store(frame, element);
      const left = round(frame, out);
      if (left !== null) return left;
      frame.at = node.variable;
    }
    return Completion.Normal;
  }

  /** `1..10` written there: nobody else sees the numbers, so they need no array. */
  function overRange(frame: Frame, out: Pipe, from: number, to: number): Completion {
    const step = from <= to ? 1 : -1;
    let value = from;
    for (let rest = rangeLength(frame.engine, from, to); rest > 0; rest--) {
      store(frame, value);
      const left = round(frame, out);
      if (left !== null) return left;
      value += step;
    }
    return Completion.Normal;
  }

  function overList(frame: Frame, out: Pipe, list: PSArray | PSList): Completion {
    const { items } = list;
    const { length } = items;
    for (let i = 0; i < length; i++) {
      store(frame, items[i] as Value);
      const left = round(frame, out);
      if (left !== null) return left;
      if (list.items !== items || items.length !== length) {
        frame.at = node.variable;
        throw collectionModified();
      }
    }
    return Completion.Normal;
  }

  function withEnumerator(frame: Frame, out: Pipe, value: Value, slot: number): Completion {
    const before = frame.read(slot);
    const enumerator = new LoopEnumerator([...elementsOf(value)]);
    try {
      while (enumerator.moveNext()) {
        store(frame, enumerator.current);
        frame.write(slot, enumerator);
        const left = round(frame, out);
        if (left !== null) return left;
      }
      return Completion.Normal;
    } finally {
      frame.write(slot, before ?? null);
    }
  }
}

/** The range that a loop goes over when it is written there: `1..10`. */
function rangeOf(condition: PipelineBase): BinaryExpression | undefined {
  if (condition.kind !== "Pipeline" || condition.background || condition.pipelineElements.length !== 1)
    return undefined;
  const [element] = condition.pipelineElements;
  if (element?.kind !== "CommandExpression" || element.redirections.length > 0) return undefined;
  const { expression } = element;
  return expression.kind === "BinaryExpression" && expression.operator === "DotDot" ? expression : undefined;
}

/** What a loop goes over: nothing for `$null`, a scalar once. */
export function elementsOf(value: Value): Iterable<Value> {
  if (isNull(value)) return [];
  return enumerate(value) ?? [value];
}

function collectionModified(): Error {
  return runtimeError(
    "System.InvalidOperationException",
    "OperationStopped",
    "Collection was modified; enumeration operation may not execute.",
    { exceptionType: "System.InvalidOperationException" },
  );
}
