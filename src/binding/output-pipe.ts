import type { BoundParameters, ExecutionContext } from "../runtime/execution-context.js";
import type { Scope } from "../runtime/session-state.js";
import type { Pipe } from "../runtime/streams.js";
import { baseOf, type Value } from "../values/value.js";
import { textOf, type VariableSink, variableSink } from "./variable-sinks.js";

/** The output of a command with -OutVariable, -PipelineVariable or -OutBuffer. */
export class OutputPipe implements Pipe {
  private readonly outSink: VariableSink | null;
  private readonly pipelineVariable: string | null;
  private readonly scope: Scope;
  private readonly bufferLimit: number;
  private held: Value[] = [];

  /** `null` when none of the parameters is given: the output then goes straight on. */
  static around(context: ExecutionContext, { common }: BoundParameters, next: Pipe): OutputPipe | null {
    const isNeeded = ["OutVariable", "PipelineVariable", "OutBuffer"].some((name) => common.has(name));
    return isNeeded ? new OutputPipe(context, common, next) : null;
  }

  private constructor(
    context: ExecutionContext,
    common: BoundParameters["common"],
    private readonly next: Pipe,
  ) {
    this.outSink = variableSink(context, common.get("OutVariable"));
    this.pipelineVariable = textOf(common.get("PipelineVariable"));
    // The variable belongs to the caller, also while the body of a function runs.
    this.scope = context.session.currentScope;
    const outBuffer = baseOf(common.get("OutBuffer") ?? null);
    this.bufferLimit = typeof outBuffer === "number" ? outBuffer : 0;
  }

  write(value: Value): void {
    this.outSink?.write(value);
    if (this.bufferLimit === 0) {
      this.send(value);
      return;
    }
    this.held.push(value);
    if (this.held.length > this.bufferLimit) this.flush();
  }

  /** Sends on what -OutBuffer held back. */
  flush(): void {
    const held = this.held;
    this.held = [];
    for (const value of held) this.send(value);
  }

  /** The variable of -PipelineVariable lasts as long as the command. */
  close(): void {
    this.held = [];
    if (this.pipelineVariable !== null) this.scope.removeVariable(this.pipelineVariable);
  }

  private send(value: Value): void {
    if (this.pipelineVariable !== null) this.scope.setVariable(this.pipelineVariable, value);
    this.next.write(value);
  }
}
