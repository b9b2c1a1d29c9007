import { Completion, type Frame } from "../frame.js";
import { LoopSignal, ReturnSignal } from "../signals.js";

/** What an expression does with a completion that statements inside it ended with: it becomes a signal. */
export function raiseCompletion(frame: Frame, completion: Completion): void {
  switch (completion) {
    case Completion.Normal:
      return;
    case Completion.Break:
      throw new LoopSignal("break", frame.label);
    case Completion.Continue:
      throw new LoopSignal("continue", frame.label);
    case Completion.Return:
      throw new ReturnSignal(frame);
    default:
      completion satisfies never;
  }
}
