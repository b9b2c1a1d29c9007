import { PSArray } from "../values/collections.js";
import { AutomationNull } from "../values/objects.js";
import type { ScriptBlock } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import { compileScriptBlock } from "./compile/script-blocks.js";
import type { Engine } from "./engine.js";
import type { InvokeBlockOptions } from "./execution-context.js";
import { Frame } from "./frame.js";
import { InputEnumerator } from "./input-enumerator.js";
import { runBody } from "./run-body.js";
import type { ScopeTables } from "./scope.js";
import type { Variable } from "./variable.js";

/**
 * Runs a block in the caller's scope, as Where-Object and ForEach-Object do: its statements only; a block that captured
 * a scope runs in that one. `$_`, `$this`, `$input` and `$args` are put back afterwards.
 */
export function invokeInCallerScope(engine: Engine, block: ScriptBlock, options: InvokeBlockOptions): void {
  const compiled = compileScriptBlock(block.tree, block.source, engine.runtimeFacts);
  const captured = block.capturedScope as ScopeTables | null;
  const scope = captured === null ? engine.scopeOf(block) : captured.child();
  const { currentFrame } = engine;
  const frame = new Frame(
    engine,
    compiled.unit,
    scope,
    options.streams ?? currentFrame?.streams ?? engine.baseStreams,
    currentFrame,
    "<ScriptBlock>",
    options.invocationInfo ?? currentFrame?.invocation ?? null,
  );
  const { underscore, self, input } = options;
  const { mentions } = compiled;
  const underscoreBefore =
    underscore === undefined ? null : lend(scope, "_", underscore === AutomationNull ? null : underscore);
  const selfBefore = self === undefined ? null : lend(scope, "this", self);
  const inputBefore =
    input !== undefined && mentions.has("input") ? lend(scope, "input", new InputEnumerator([...input])) : null;
  const argsBefore =
    options.arguments !== undefined && mentions.has("args")
      ? lend(scope, "args", new PSArray([...options.arguments]))
      : null;
  engine.descend();
  try {
    if (compiled.begin !== null) runBody(frame, compiled.begin, options.output);
    if (compiled.process !== null) runBody(frame, compiled.process, options.output);
    if (compiled.end !== null) runBody(frame, compiled.end, options.output);
  } finally {
    engine.depth--;
    giveBack(underscoreBefore);
    giveBack(selfBefore);
    giveBack(inputBefore);
    giveBack(argsBefore);
  }
}

/** A scope with `$_` and `$this` for a block that is to see them, else the current one. */
export function variablesScope(
  engine: Engine,
  block: ScriptBlock,
  { underscore, self }: InvokeBlockOptions,
): ScopeTables {
  if (underscore === undefined && self === undefined) return engine.currentScope;
  const scope = engine.scopeOf(block).child();
  if (underscore !== undefined) scope.define("_", underscore, "_");
  if (self !== undefined) scope.define("this", self, "this");
  return scope;
}

/** A variable that has another value for a while. */
interface Lent {
  readonly cell: Variable;
  /** `undefined`: it did not exist; its cell stays, vacant, for the next time. */
  readonly before: Value | undefined;
}

function lend(scope: ScopeTables, key: string, value: Value): Lent {
  const own = scope.own(key);
  if (own === undefined) return { cell: scope.define(key, value, key), before: undefined };
  const before = own.current;
  own.put(value);
  return { cell: own, before };
}

function giveBack(lent: Lent | null): void {
  if (lent !== null) lent.cell.put(lent.before);
}
