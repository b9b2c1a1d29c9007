import { AutomationNull } from "../values/objects.js";
import { PSArray } from "../values/collections.js";
import type { ScriptBlock } from "../values/script-block.js";
import { compileScriptBlock } from "./compile/script-blocks.js";
import type { Engine } from "./engine.js";
import type { InvokeBlockOptions } from "./execution-context.js";
import { Frame } from "./frame.js";
import { InputEnumerator } from "./input-enumerator.js";
import { runBody } from "./run-body.js";
import type { ScopeTables } from "./scope.js";

/**
 * Runs a block in the caller's scope, as Where-Object and ForEach-Object do: its statements only; a block that captured
 * a scope runs in that one. `$_`, `$this`, `$input` and `$args` are put back afterwards.
 */
export function invokeInCallerScope(engine: Engine, block: ScriptBlock, options: InvokeBlockOptions): void {
  const compiled = compileScriptBlock(block.tree, block.source);
  const captured = block.capturedScope as ScopeTables | null;
  const scope = captured === null ? engine.currentScope : captured.child();
  const { currentFrame } = engine;
  const streams = options.streams ?? currentFrame?.streams ?? engine.baseStreams;
  const frame = new Frame(
    engine,
    compiled.unit,
    scope,
    streams,
    currentFrame,
    "<ScriptBlock>",
    options.invocationInfo ?? currentFrame?.invocation ?? null,
  );
  const restore: (() => void)[] = [];
  const { underscore, self, input } = options;
  if (underscore !== undefined) setFor(scope, "_", underscore === AutomationNull ? null : underscore, restore);
  if (self !== undefined) setFor(scope, "this", self, restore);
  if (compiled.mentions.has("input") && input !== undefined) setFor(scope, "input", new InputEnumerator([...input]), restore);
  if (compiled.mentions.has("args") && options.arguments !== undefined) {
    setFor(scope, "args", new PSArray([...options.arguments]), restore);
  }
  try {
    for (const body of [compiled.begin, compiled.process, compiled.end]) {
      if (body !== null) runBody(frame, body, options.output);
    }
  } finally {
    for (const undo of restore) undo();
  }
}

/** Sets a variable of a scope for a while. */
function setFor(scope: ScopeTables, name: string, value: NonNullable<InvokeBlockOptions["underscore"]> | null, restore: (() => void)[]): void {
  const own = scope.own(name);
  if (own === undefined) {
    scope.define(name, value, name);
    restore.push(() => scope.drop(name));
    return;
  }
  const before = own.value;
  own.current = value;
  restore.push(() => {
    own.current = before;
  });
}
