import { ErrorRecord, PowerShellError, runtimeError } from "../values/errors.js";
import { errorOutput, type Limits } from "./limits.js";
import { StopSignal } from "./signals.js";
import type { Pipe } from "./streams.js";

/** After so many steps the user's interruption is asked for. */
const stepsBetweenChecks = 4096;

/** What one entry has used of its limits. */
export class StepCounter {
  private used = 0;
  constructor(private readonly limits: Limits) {}

  restart(): void {
    this.used = 0;
  }

  /** The number of steps until the next call; throws a StopSignal when the entry may not go on. */
  refuel(): number {
    if (this.used >= this.limits.steps) {
      throw new StopSignal("steps", `The line was stopped: it took more than ${this.limits.steps} steps.`);
    }
    if (this.limits.interrupt?.() === true) throw new StopSignal("interrupted", "The line was stopped by the user.");
    const granted = Math.min(stepsBetweenChecks, this.limits.steps - this.used);
    this.used += granted;
    return granted - 1;
  }

  /** A pipe to the console that counts what goes through it. */
  limitedOutput(sink: Pipe): Pipe {
    const { output: limit } = this.limits;
    let left = limit;
    return {
      write(value) {
        left -= value instanceof ErrorRecord ? errorOutput : 1;
        if (left < 0) throw new StopSignal("output", `The line was stopped: it showed more than ${limit} objects.`);
        sink.write(value);
      },
    };
  }

  checkSize(kind: "string" | "collection", size: number): void {
    const limit = kind === "string" ? this.limits.stringLength : this.limits.collectionSize;
    if (size <= limit) return;
    const unit = kind === "string" ? "characters" : "elements";
    const { record } = runtimeError(
      "LimitExceeded,EmulatorLimit",
      "LimitsExceeded",
      `The emulator does not make a ${kind} of ${size} ${unit}: the limit is ${limit}.`,
      { exceptionType: "System.OutOfMemoryException" },
    );
    throw new PowerShellError(record, true);
  }
}

/** The error in what JavaScript throws when its own limits are reached; `undefined`: it is something else. */
export function limitReached(thrown: unknown, callDepth: number): PowerShellError | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { message } = thrown;
  // Engines say it differently; a regular expression that finds no stack left says it in a SyntaxError.
  if (message.includes("Maximum call stack size exceeded") || message.includes("too much recursion"))
    return callDepthOverflow(callDepth);
  const isTooBig = thrown instanceof RangeError && /Invalid (?:string|array) length/.test(message);
  return isTooBig ? tooBig() : undefined;
}

/** What JavaScript cannot hold although no limit forbids it. */
function tooBig(): PowerShellError {
  const { record } = runtimeError(
    "LimitExceeded,EmulatorLimit",
    "LimitsExceeded",
    "The emulator cannot make a string or collection of this size.",
    { exceptionType: "System.OutOfMemoryException" },
  );
  return new PowerShellError(record, true);
}

/** `The script failed due to call depth overflow.` */
export function callDepthOverflow(depth: number): PowerShellError {
  const { record } = runtimeError(
    "CallDepthOverflow",
    "InvalidOperation",
    "The script failed due to call depth overflow.",
    {
      target: depth,
      exceptionType: "System.Management.Automation.ScriptCallDepthException",
    },
  );
  return new PowerShellError(record, true);
}
