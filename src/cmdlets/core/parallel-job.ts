import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { inFreshRunspace, usingValuesOf } from "../../runtime/fresh-runspace.js";
import { engineOf } from "../../runtime/script-command.js";
import { ControlSignal, StopSignal } from "../../runtime/signals.js";
import { ErrorRecord, PowerShellError } from "../../values/errors.js";
import type { ScriptBlock, Value } from "../../values/index.js";
import { scriptBlockText } from "../../values/text.js";
import { defaultAliases } from "../default-aliases.js";
import { addJob, type JobRun } from "../jobs/job.js";
import { recorded } from "../jobs/run-job.js";

/** ForEach-Object -Parallel -AsJob: one job, a child of it for each object (the running engine, 7.6). */
export class ParallelJob implements CmdletBody {
  private readonly values: Value[] = [];

  constructor(
    private readonly block: ScriptBlock,
    private readonly input: () => Value | undefined,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  process(): void {
    this.values.push(this.input() ?? null);
  }

  end(): void {
    const { cmdlet, block } = this;
    const usings = usingValuesOf(engineOf(cmdlet.context), block);
    const job = addJob(cmdlet.context, {
      name: undefined,
      kind: "PSTaskJob",
      childKind: "PSTaskChildJob",
      command: scriptBlockText(block),
      children: this.values.map((value) => ({ location: "PowerShell", run: () => this.task(value, usings) })),
    });
    cmdlet.writeObject(job);
  }

  private task(value: Value, usings: ReadonlyMap<string, Value>): JobRun {
    const { cmdlet } = this;
    const engine = engineOf(cmdlet.context);
    return recorded(cmdlet, (recorder) => {
      let isWhole = true;
      inFreshRunspace(engine, defaultAliases(engine.facts.languageVersion), usings, () => {
        isWhole = runTask(recorder, this.block, value);
      });
      return isWhole;
    });
  }
}

/** Whether nothing ended the code before its end. */
function runTask(recorder: CmdletRuntime, block: ScriptBlock, value: Value): boolean {
  const { context, streams } = recorder;
  try {
    context.invokeBlock(context.createScriptBlock(scriptBlockText(block)), {
      output: { write: (item) => recorder.writeObject(item) },
      underscore: value,
      input: [value],
      streams,
    });
    return true;
  } catch (thrown) {
    if (thrown instanceof ControlSignal && !(thrown instanceof StopSignal)) return true;
    if (!(thrown instanceof PowerShellError)) throw thrown;
    const { exception } = thrown.record;
    recorder.writeError(new ErrorRecord({ exception, errorId: "JobStateFailed", category: "InvalidResult" }));
    return false;
  }
}
