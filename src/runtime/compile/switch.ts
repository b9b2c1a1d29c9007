import type { Expression, SwitchStatement } from "../../../grammar/syntax-tree.js";
import { equals } from "../../values/comparison.js";
import { enumerate } from "../../values/enumeration.js";
import { PowerShellError } from "../../values/errors.js";
import { AutomationNull, isNull } from "../../values/objects.js";
import { binaryOperations, orInvalidPattern } from "../../values/operators/index.js";
import { ScriptBlock } from "../../values/script-block.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { WildcardPattern } from "../../values/wildcard.js";
import { notEmulated, positioned } from "../errors.js";
import { Completion, type Frame } from "../frame.js";
import { LoopEnumerator } from "../loop-enumerator.js";
import { Collector } from "../pipes.js";
import { LoopSignal } from "../signals.js";
import type { Pipe } from "../streams.js";
import { nameKey } from "../variable.js";
import { compileExpression } from "./expressions.js";
import { truth } from "./operators.js";
import { compileBlock, compileValue } from "./statements.js";
import { withUnderscore } from "./underscore.js";
import type { Execute, Unit } from "./unit.js";

/** Whether a clause takes an item. */
type Test = (frame: Frame, item: Value) => boolean;

/** `switch (…) { … }`: every clause that matches runs, for each item. */
export function compileSwitch(unit: Unit, node: SwitchStatement): Execute {
  if (node.flags.file || node.flags.parallel) {
    return () => {
      throw positioned(
        notEmulated(
          node.flags.file ? "switch -file" : "switch -parallel",
          "Give the lines as the condition: switch (Get-Content path) { … }.",
        ),
        unit.source,
        node,
      );
    };
  }
  const condition = compileValue(unit, node.condition, false);
  const clauses = node.clauses.map(([test, body]) => ({
    test: compileTest(unit, node, test),
    body: compileBlock(unit, body),
  }));
  const otherwise = node.default === undefined ? null : compileBlock(unit, node.default);
  const key = node.label === undefined ? null : nameKey(node.label);
  const isMine = (label: string | null) => label === null || nameKey(label) === key;
  const underscore = withUnderscore(unit);
  const enumeratorSlot = unit.slot("switch");

  /** `null`: on with the next item; else the switch ends with this completion. */
  function runItem(frame: Frame, out: Pipe, item: Value): Completion | null {
    let matched = false;
    for (const { test, body } of clauses) {
      frame.at = node;
      if (!test(frame, item)) continue;
      matched = true;
      const completion = body(frame, out);
      if (completion !== Completion.Normal) return completion;
    }
    return matched || otherwise === null ? Completion.Normal : otherwise(frame, out);
  }

  function runGuarded(frame: Frame, out: Pipe, item: Value): Completion | null {
    let completion: Completion | null;
    try {
      completion = runItem(frame, out, item);
    } catch (signal) {
      if (!(signal instanceof LoopSignal) || !isMine(signal.label)) throw signal;
      return signal.kind === "break" ? Completion.Normal : null;
    }
    if (completion === Completion.Normal) return null;
    if (completion === Completion.Return || !isMine(frame.label)) return completion;
    frame.label = null;
    return completion === Completion.Break ? Completion.Normal : null;
  }

  return (frame, out) => {
    frame.at = node.condition;
    const enumerator = new LoopEnumerator(itemsOf(condition(frame)));
    const outer = frame.read(enumeratorSlot);
    frame.write(enumeratorSlot, enumerator);
    frame.engine.descend();
    try {
      return underscore(frame, (cell) => {
        while (enumerator.moveNext()) {
          const item = enumerator.current;
          cell.put(item);
          const left = runGuarded(frame, out, item);
          if (left !== null) return left;
        }
        return Completion.Normal;
      });
    } finally {
      frame.engine.depth--;
      frame.write(enumeratorSlot, outer ?? null);
    }
  };
}

function itemsOf(value: Value): readonly Value[] {
  if (value === AutomationNull) return [];
  if (isNull(value)) return [null];
  const elements = enumerate(value);
  return elements === null ? [value] : [...elements];
}

/** A clause: a script block decides with `$_`; anything else is compared as the switch's flags say. */
function compileTest(unit: Unit, { flags }: SwitchStatement, test: Expression): Test {
  if (test.kind === "ScriptBlockExpression") {
    const block = new ScriptBlock(test.scriptBlock, unit.source, null, null, null, true);
    return (frame, item) => {
      const collector = new Collector(frame.engine);
      frame.engine.invokeBlock(block, {
        output: collector,
        useCallerScope: true,
        underscore: item,
        streams: frame.streams,
      });
      return truth(collector.result());
    };
  }
  const clause = compileExpression(unit, test);
  const ignoreCase = !flags.caseSensitive;
  switch (flags.comparison) {
    case "Wildcard":
      return (frame, item) => {
        const pattern = clause(frame);
        return new WildcardPattern(toText(frame.engine, pattern), ignoreCase).isMatch(toText(frame.engine, item));
      };
    case "Regex": {
      const match = binaryOperations[ignoreCase ? "Imatch" : "Cmatch"];
      return (frame, item) => {
        const pattern = clause(frame);
        try {
          return truth(orInvalidPattern(pattern, () => match(frame.engine, toText(frame.engine, item), pattern)));
        } catch (error) {
          throw error instanceof PowerShellError ? positioned(error, unit.source, test) : error;
        }
      };
    }
    case "None":
    case "Exact":
      return (frame, item) => {
        const value = clause(frame);
        if (typeof value === "number" && typeof item === "number") return value === item;
        if (isNull(value)) return isNull(item);
        // Whatever the two are, their texts are compared: `1` is not `$true`, and an enumeration's value not its number.
        return equals(frame.engine, toText(frame.engine, item), toText(frame.engine, value), ignoreCase);
      };
    default:
      return flags.comparison satisfies never;
  }
}
