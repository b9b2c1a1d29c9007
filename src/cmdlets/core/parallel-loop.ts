import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { inFreshRunspace, type Outside, usingValuesOf } from "../../runtime/fresh-runspace.js";
import { engineOf } from "../../runtime/script-command.js";
import { ControlSignal, StopSignal } from "../../runtime/signals.js";
import { ErrorRecord, ExceptionObject, PowerShellError } from "../../values/errors.js";
import { ScriptBlock, typeNamed, type Value } from "../../values/index.js";
import { scriptBlockText } from "../../values/text.js";
import { baseOf } from "../../values/value.js";
import { defaultAliases } from "../default-aliases.js";
import { type CmdletErrorInit, cmdletError } from "../error-record.js";

/** Common parameters that tasks cannot follow. */
const unsupported = ["ErrorAction", "WarningAction", "InformationAction", "PipelineVariable"] as const;

/**
 * ForEach-Object -Parallel: the block's text runs for each object in a runspace of its own, one after another. Rules and
 * texts of the running engine (7.6).
 */
export class ParallelLoop implements CmdletBody {
  private usings: ReadonlyMap<string, Value> = new Map();

  constructor(
    private readonly block: ScriptBlock,
    private readonly input: () => Value | undefined,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    const { cmdlet, block } = this;
    if (unsupported.some((name) => cmdlet.isBound(name)))
      this.fail({
        id: "ParallelCommonParametersNotSupported",
        category: "NotImplemented",
        exception: "PSNotSupportedException",
        message: `The following common parameters are not currently supported in the Parallel parameter set:\n${unsupported.join(", ")}`,
      });
    this.usings = usingValuesOf(engineOf(cmdlet.context), block);
  }

  process(): void {
    const { cmdlet } = this;
    const value = this.input() ?? null;
    if (baseOf(value) instanceof ScriptBlock) {
      cmdlet.writeError(
        ofCmdlet({
          id: "ParallelPipedInputObjectCannotBeScriptBlock",
          category: "InvalidType",
          exception: "PSArgumentException",
          message:
            "A ForEach-Object -Parallel piped input object cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior.",
        }),
      );
      return;
    }
    const engine = engineOf(cmdlet.context);
    inFreshRunspace(engine, defaultAliases(engine.facts.languageVersion), this.usings, (outside) =>
      this.run(value, outside),
    );
  }

  /** One task: what ends its code ends the task alone. */
  private run(value: Value, outside: Outside): void {
    const { cmdlet } = this;
    const { context } = cmdlet;
    const error = { write: (record: Value): void => outside(() => cmdlet.streams.error.write(record)) };
    const streams = { ...cmdlet.streams, error };
    try {
      context.invokeBlock(context.createScriptBlock(scriptBlockText(this.block)), {
        output: { write: (item) => outside(() => cmdlet.writeObject(item)) },
        underscore: value,
        input: [value],
        streams,
      });
    } catch (thrown) {
      if (thrown instanceof ControlSignal && !(thrown instanceof StopSignal)) return;
      if (!(thrown instanceof PowerShellError)) throw thrown;
      const record = taskError(thrown.record);
      engineOf(context).keepError(record);
      error.write(record);
    }
  }

  private fail(init: CmdletErrorInit): never {
    return this.cmdlet.throwTerminatingError(ofCmdlet(init));
  }
}

/** An error about the cmdlet itself. */
function ofCmdlet(init: CmdletErrorInit): ErrorRecord {
  const target = "Microsoft.PowerShell.Commands.ForEachObjectCommand";
  return cmdletError({ ...init, target, targetType: "ForEachObjectCommand" });
}

/** What is left of an error that ended a task: its message, without a place. */
function taskError({ exception }: ErrorRecord): ErrorRecord {
  const type = typeNamed("System.Management.Automation.RuntimeException");
  return new ErrorRecord({
    exception: new ExceptionObject(type, exception.message, exception),
    errorId: "PSTaskException",
    category: "InvalidOperation",
    target: "System.Management.Automation.PSTasks.PSTask",
    targetType: "PSTask",
  });
}
