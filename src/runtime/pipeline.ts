import type { InvocationInfo } from "../values/errors.js";
import { PowerShellError } from "../values/errors.js";
import { AutomationNull } from "../values/objects.js";
import type { Value } from "../values/value.js";
import type { CommandArgument, CommandInfo, CommandInvocation, CommandProcessor } from "./commands.js";
import type { Engine } from "./engine.js";
import type { Frame } from "./frame.js";
import { startCommand } from "./help-request.js";
import type { ScopeTables } from "./scope.js";
import { PipelineStoppedSignal, StopUpstreamSignal } from "./signals.js";
import type { CommandStreams, Pipe } from "./streams.js";

/** A command that can be started: aliases are resolved before. */
export type StartableCommand = Exclude<CommandInfo, { readonly commandType: "Alias" }>;

/** One stage of a pipeline before it starts. */
export interface StageSpecification {
  readonly command: StartableCommand;
  readonly arguments: readonly CommandArgument[];
  readonly invocationInfo: InvocationInfo;
  readonly dotSourced: boolean;
  /** Applies the stage's redirections to the streams that it would have; `null` when it has none. */
  readonly redirect: ((streams: CommandStreams) => RedirectedStreams) | null;
}

/** Streams after redirections, and what has to be closed when the stage is over. */
export interface RedirectedStreams {
  readonly streams: CommandStreams;
  readonly close: () => void;
}

/** A stage as the pipe that the stage before it writes to. Its command runs in the scope in which the pipeline started. */
export class Stage implements Pipe {
  processor: CommandProcessor | null = null;
  /** Whether the command itself reported an error: `$?` of the pipeline. */
  failed = false;
  /** How many objects it has got. */
  rounds = 0;
  private begun = false;
  private readonly scope: ScopeTables;
  private readonly frame: Frame | null;

  constructor(
    private readonly engine: Engine,
    /** The first stage: what it throws reaches the statement directly. */
    private readonly isFirst: boolean,
  ) {
    this.scope = engine.currentScope;
    this.frame = engine.currentFrame;
  }

  write(value: Value): void {
    if (value === AutomationNull) return;
    const { engine, processor } = this;
    if (--engine.fuel < 0) engine.refuel();
    if (processor === null) throw new Error("a stage got an object before it was started");
    const { currentScope, currentFrame, activeStage } = engine;
    engine.currentScope = this.scope;
    engine.currentFrame = this.frame;
    engine.activeStage = this;
    engine.descend();
    try {
      if (!this.begun) this.begin();
      this.rounds++;
      processor.process(value);
    } catch (thrown) {
      throw this.isFirst ? thrown : passingUp(thrown);
    } finally {
      engine.depth--;
      engine.currentScope = currentScope;
      engine.currentFrame = currentFrame;
      engine.activeStage = activeStage;
    }
  }

  /** Begins, unless an object from the beginning of the stage before has already made it begin. */
  begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.run((processor) => processor.begin());
  }

  /** Runs a part of the command as this stage. */
  run(part: (processor: CommandProcessor) => void): void {
    const { engine, processor } = this;
    if (processor === null) return;
    const { activeStage } = engine;
    engine.activeStage = this;
    try {
      part(processor);
    } finally {
      engine.activeStage = activeStage;
    }
  }
}

/**
 * An error of a stage ends the pipeline: the script code of the stages above must not catch it. A `break` or `continue`
 * does pass through that code, so a loop that is writing the object takes it.
 */
function passingUp(thrown: unknown): unknown {
  return thrown instanceof PowerShellError ? new PipelineStoppedSignal(thrown) : thrown;
}

/** The streams of a stage: those around it, with an output of its own. */
function withOutput(base: CommandStreams, output: Pipe): CommandStreams {
  const { error, warning, verbose, debug, information, variables, isErrorRedirected } = base;
  return { output, error, warning, verbose, debug, information, variables, isErrorRedirected };
}

/** What starting a command costs, beside what it does. */
const stepsOfCommand = 10;

/** Runs one command that nothing feeds and that has no redirections: the common call. */
export function runCommand(
  engine: Engine,
  command: StartableCommand,
  args: readonly CommandArgument[],
  invocationInfo: InvocationInfo,
  dotSourced: boolean,
  base: CommandStreams,
  output: Pipe,
): void {
  engine.spend(stepsOfCommand);
  const stage = new Stage(engine, false);
  const processor = startCommand(command, {
    context: engine,
    arguments: args,
    invocationInfo,
    pipelinePosition: 1,
    pipelineLength: 1,
    expectingInput: false,
    streams: withOutput(base, output),
    dotSourced,
  });
  stage.processor = processor;
  const { activeStage } = engine;
  engine.activeStage = stage;
  try {
    processor.begin();
    processor.end();
    engine.lastSuccess = !stage.failed;
  } catch (thrown) {
    engine.lastSuccess = false;
    throw thrown instanceof PipelineStoppedSignal ? thrown.cause : thrown;
  } finally {
    engine.activeStage = activeStage;
    processor.dispose?.();
  }
}

/**
 * Runs commands as a pipeline: all start, then objects flow one at a time through the whole of it, then they end from
 * the first to the last.
 * @param input what goes into the first stage; `null`: nothing feeds it
 */
export function runPipeline(
  engine: Engine,
  specifications: readonly StageSpecification[],
  input: Iterable<Value> | null,
  base: CommandStreams,
  out: Pipe,
): void {
  const count = specifications.length;
  engine.spend(count * stepsOfCommand);
  const stages = specifications.map((_, index) => new Stage(engine, index === 0 && input !== null));
  const closers: (() => void)[] = [];
  const invocations: CommandInvocation[] = [];
  let firstRunning = 0;
  try {
    for (let i = 0; i < count; i++) {
      const {
        command,
        arguments: args,
        invocationInfo,
        dotSourced,
        redirect,
      } = specifications[i] as StageSpecification;
      let streams = withOutput(base, stages[i + 1] ?? out);
      if (redirect !== null) {
        const redirected = redirect(streams);
        streams = redirected.streams;
        closers.push(redirected.close);
      }
      const invocation: CommandInvocation = {
        context: engine,
        arguments: args,
        invocationInfo,
        // An expression before the first command is no stage.
        pipelinePosition: i + 1,
        pipelineLength: count,
        stages,
        expectingInput: i > 0 || input !== null,
        streams,
        dotSourced,
      };
      invocations.push(invocation);
      (stages[i] as Stage).processor = startCommand(command, invocation);
    }
    try {
      for (const stage of stages) stage.begin();
      if (input !== null) for (const value of input) (stages[0] as Stage).write(value);
    } catch (thrown) {
      firstRunning = stoppedAbove(thrown, invocations, firstRunning);
    }
    for (let i = firstRunning; i < count; i++) {
      try {
        (stages[i] as Stage).run((processor) => processor.end());
      } catch (thrown) {
        const next = stoppedAbove(thrown, invocations, i);
        // The stage that stopped the others still has to end itself.
        i = next - 1;
      }
    }
    for (const close of closers.splice(0)) close();
    engine.lastSuccess = !stages.some(({ failed }) => failed);
  } catch (thrown) {
    engine.lastSuccess = false;
    throw thrown instanceof PipelineStoppedSignal ? thrown.cause : thrown;
  } finally {
    for (const stage of stages) stage.processor?.dispose?.();
    for (const close of closers) close();
  }
}

/** The first stage that goes on after one of this pipeline's stages stopped those above it; rethrows anything else. */
function stoppedAbove(thrown: unknown, invocations: readonly CommandInvocation[], from: number): number {
  if (thrown instanceof StopUpstreamSignal) {
    const index = invocations.indexOf(thrown.invocation);
    if (index >= from) return index;
  }
  throw thrown;
}
