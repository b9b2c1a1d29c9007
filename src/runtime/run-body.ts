import type { Execute } from "./compile/unit.js";
import { Completion, type Frame } from "./frame.js";
import { LoopSignal, ReturnSignal } from "./signals.js";
import type { Pipe } from "./streams.js";

/**
 * Runs a block of a script block in its frame. `return` ends it here; `break` and `continue` without a loop go on as
 * signals to a loop of the caller.
 */
export function runBody(frame: Frame, body: Execute, out: Pipe): void {
  const { engine } = frame;
  const { currentScope, currentFrame } = engine;
  engine.enter(frame);
  frame.output = out;
  try {
    const completion = body(frame, out);
    if (completion === Completion.Break) throw new LoopSignal("break", frame.label);
    if (completion === Completion.Continue) throw new LoopSignal("continue", frame.label);
  } catch (signal) {
    if (!(signal instanceof ReturnSignal) || signal.frame !== frame) throw signal;
  } finally {
    engine.leave(currentScope, currentFrame);
  }
}
