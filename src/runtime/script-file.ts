import { PowerShellError } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { ScriptBlock, type SourceText } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import type { CommandMetadata } from "./command-metadata.js";
import type { CommandInvocation, CommandProcessor, ExternalScriptInfo } from "./commands.js";
import type { Engine } from "./engine.js";
import { nowhere } from "./errors.js";
import type { ExecutionContext } from "./execution-context.js";
import { parseErrorRecord } from "./parse-errors.js";
import type { StageSpecification } from "./pipeline.js";
import { engineOf, ScriptCommand } from "./script-command.js";
import { ScriptProcessor } from "./script-processor.js";
import { requirementFailure } from "./script-requirements.js";
import { ExitSignal } from "./signals.js";

/** A script as the session's files have it. */
export interface FoundScript {
  /** Absolute, spelled as the files spell it. */
  readonly path: string;
  readonly text: string;
}

/**
 * A .ps1 file as a command. It is parsed when it is first run: Get-Command knows scripts that do not parse.
 * Its rules are those of the real engine, by asking it.
 */
export class ScriptFile implements ExternalScriptInfo {
  readonly commandType = "ExternalScript";
  /** What was made of the text. */
  private code: ScriptCommand | null = null;

  constructor(
    readonly path: string,
    private readonly text: string,
    private readonly engine: Engine,
  ) {}

  /** `x.ps1`. */
  get name(): string {
    return this.path.slice(this.path.lastIndexOf("\\") + 1);
  }

  /** Throws a PowerShellError with all parse errors. */
  get scriptBlock(): ScriptBlock {
    return this.command().scriptBlock;
  }

  metadata(context: ExecutionContext): CommandMetadata {
    return this.command().metadata(context);
  }

  start(invocation: CommandInvocation): CommandProcessor {
    const engine = engineOf(invocation.context);
    return new ScriptFileProcessor(new ScriptProcessor(this.command(), invocation, engine, this), engine);
  }

  /** The script as what a session is for: in the session's own scope, and `exit` in it ends the session. */
  asSession(): Pick<StageSpecification, "command" | "invocationInfo" | "dotSourced"> {
    const { commandType, name, path } = this;
    this.checkRequirements(this.engine);
    const command: ExternalScriptInfo = {
      commandType,
      name,
      path,
      scriptBlock: this.scriptBlock,
      checkRequirements: (context) => this.checkRequirements(context),
      metadata: (context) => this.metadata(context),
      start: (invocation) => new ScriptProcessor(this.command(), invocation, engineOf(invocation.context), this),
    };
    return {
      command,
      invocationInfo: { ...nowhere, invocationName: path, commandName: name, scriptPath: path },
      dotSourced: true,
    };
  }

  /** Before anything else, even before what does not parse. */
  checkRequirements(context: ExecutionContext): void {
    if (!/^[ \t]*#requires/im.test(this.text)) return;
    const { scriptRequirements } = this.engine.parse(this.text.replace(/^\uFEFF/, "")).tree;
    if (scriptRequirements === undefined) return;
    const failure = requirementFailure(context, this.name, scriptRequirements);
    if (failure !== undefined) throw failure;
  }

  private command(): ScriptCommand {
    this.code ??= new ScriptCommand("Function", this.name, this.parsed());
    return this.code;
  }

  private parsed(): ScriptBlock {
    const source: SourceText = { text: this.text.replace(/^\uFEFF/, ""), file: this.path };
    const { tree, errors } = this.engine.parse(source.text);
    if (errors.length > 0) throw scriptParseError(this.engine, source, errors);
    return new ScriptBlock(tree, source);
  }
}
heapClass("ScriptFile", ScriptFile, { caches: { code: null } });

function scriptParseError(engine: Engine, source: SourceText, errors: Parameters<typeof parseErrorRecord>[2]) {
  const error = parseErrorRecord(engine, source, errors, false);
  // Of a file it is the parser's own error, of a block the error of whoever wanted one.
  error.record.amend({ reason: "ParseException" });
  return new PowerShellError(error.record);
}

/** A running script: `exit` leaves it and sets `$LASTEXITCODE`. */
class ScriptFileProcessor implements CommandProcessor {
  private hasExited = false;

  constructor(
    private readonly script: ScriptProcessor,
    private readonly engine: Engine,
  ) {}

  begin(): void {
    this.run(() => this.script.begin());
  }
  process(input: Value): void {
    this.run(() => this.script.process(input));
  }
  end(): void {
    this.run(() => this.script.end());
  }
  dispose(): void {
    this.script.dispose();
  }

  private run(part: () => void): void {
    if (this.hasExited) return;
    try {
      part();
    } catch (thrown) {
      if (!(thrown instanceof ExitSignal)) throw thrown;
      this.hasExited = true;
      this.engine.globalScope.setVariable("LASTEXITCODE", thrown.exitCode);
      if (thrown.exitCode !== 0) this.engine.noteFailure();
    }
  }
}
