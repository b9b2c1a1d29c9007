import type { CommandInvocation } from "./commands.js";

/**
 * Control flow that crosses commands. Inside one script block, completion codes do this work; a signal is thrown only
 * where a block ends while the statement that it steers is outside, and to end pipelines and entries.
 *
 * A signal is not an error: `catch`, `trap` and `-ErrorAction` never see it.
 */
export abstract class ControlSignal {}

/** `break` and `continue` that found no loop in their own script block. */
export class LoopSignal extends ControlSignal {
  constructor(
    readonly kind: "break" | "continue",
    /** `null`: the innermost loop. */
    readonly label: string | null,
  ) {
    super();
  }
}

/** `exit`: leaves the script file, or the session. */
export class ExitSignal extends ControlSignal {
  constructor(readonly exitCode: number) {
    super();
  }
}

/**
 * A stage wants no more objects (`Select-Object -First`): the stages above it are dropped without their `end`, this one
 * and those below it end as usual. Thrown by `CmdletRuntime.stopUpstream`, caught by the pipeline that has the stage.
 */
export class StopUpstreamSignal extends ControlSignal {
  constructor(readonly invocation: CommandInvocation) {
    super();
  }
}

/** A limit is used up, or the user interrupted: the entry stops, what was done stays. */
export class StopSignal extends ControlSignal {
  constructor(
    readonly reason: "steps" | "output" | "interrupted",
    /** One sentence for the user. */
    readonly message: string,
  ) {
    super();
  }
}

/** `return` inside `$( … )` or `@( … )`: leaves the script block around it. */
export class ReturnSignal extends ControlSignal {
  constructor(
    /** The frame of the script block. */
    readonly frame: object,
  ) {
    super();
  }
}

/** An error of a stage on its way up through the stages that feed it, whose `catch` must not see it. */
export class PipelineStoppedSignal extends ControlSignal {
  constructor(readonly cause: unknown) {
    super();
  }
}
