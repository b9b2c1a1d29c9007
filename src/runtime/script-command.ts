import { heapClass } from "../values/heap/heap-class.js";
import type { ScriptBlock } from "../values/script-block.js";
import type { CommandMetadata } from "./command-metadata.js";
import type { CommandInvocation, CommandProcessor, FunctionInfo } from "./commands.js";
import { type CompiledScriptBlock, compileScriptBlock } from "./compile/script-blocks.js";
import { type Declaration, DeclaredConstraint } from "./constraints.js";
import { Engine } from "./engine.js";
import type { ExecutionContext } from "./execution-context.js";
import { Frame } from "./frame.js";
import { functionMetadata, unboundValue } from "./function-metadata.js";
import type { ScriptModule } from "./script-module.js";
import { ScriptProcessor } from "./script-processor.js";

/** What binding a function needs, made once for each session. */
export interface PreparedParameters {
  readonly metadata: CommandMetadata;
  /** By parameter: its types and validations, what its variable is held to, and what it starts with when unbound. */
  readonly slots: readonly {
    readonly declarations: readonly Declaration[];
    readonly constraint: DeclaredConstraint | null;
    readonly unbound: ReturnType<typeof unboundValue>;
    /** Neither a switch nor validated, with one type at most: an argument of that type needs no binder. */
    readonly takesPositionals: boolean;
  }[];
}

/** A function, a filter, or a script block that is called: code with parameters. */
export class ScriptCommand implements FunctionInfo {
  private prepared: { readonly engine: Engine; readonly parameters: PreparedParameters } | null = null;

  constructor(
    readonly commandType: "Function" | "Filter",
    readonly name: string,
    readonly scriptBlock: ScriptBlock,
    readonly module?: ScriptModule | undefined,
  ) {}

  /** Not a function of a name but a block behind `&` or `.`. */
  get isAnonymous(): boolean {
    return this.name === "";
  }

  compiledFor({ runtimeFacts }: Engine): CompiledScriptBlock {
    return compileScriptBlock(this.scriptBlock.tree, this.scriptBlock.source, runtimeFacts);
  }

  metadata(context: ExecutionContext): CommandMetadata {
    return this.parametersFor(engineOf(context)).metadata;
  }

  /** Throws a PowerShellError when a type or attribute of the param block does not exist. */
  parametersFor(engine: Engine): PreparedParameters {
    if (this.prepared?.engine !== engine) this.prepared = { engine, parameters: this.prepare(engine) };
    return this.prepared.parameters;
  }

  private prepare(engine: Engine): PreparedParameters {
    const { name } = this;
    const compiled = this.compiledFor(engine);
    const frame = new Frame(
      engine,
      compiled.unit,
      engine.scopeOf(this.scriptBlock),
      engine.baseStreams,
      engine.currentFrame,
      name,
      null,
    );
    const metadata = functionMetadata(frame, name, compiled);
    return {
      metadata,
      slots: compiled.parameters.map((parameter, index) => {
        const declarations = parameter.declarations(frame);
        const { type, validations, obsolete } = metadata.parameters[index] as (typeof metadata.parameters)[number];
        return {
          declarations,
          constraint:
            declarations.length === 0 ? null : new DeclaredConstraint(engine, parameter.name, declarations, false),
          unbound: unboundValue(declarations),
          takesPositionals:
            validations.length === 0 &&
            obsolete === undefined &&
            declarations.length <= 1 &&
            type.fullName !== "System.Management.Automation.SwitchParameter",
        };
      }),
    };
  }

  start(invocation: CommandInvocation): CommandProcessor {
    return new ScriptProcessor(this, invocation, engineOf(invocation.context));
  }
}
heapClass("ScriptCommand", ScriptCommand, { caches: { compiledBlock: null, prepared: null } });

/** The engine behind a context: script code runs in nothing else. */
export function engineOf(context: ExecutionContext): Engine {
  if (context instanceof Engine) return context;
  throw new Error("script code runs in the engine only");
}

const commandsByBlock = new WeakMap<ScriptBlock, ScriptCommand>();

/** The command that a script block is behind `&` and `.`. */
export function scriptBlockCommand(block: ScriptBlock): ScriptCommand {
  let command = commandsByBlock.get(block);
  if (command === undefined) {
    command = new ScriptCommand("Function", "", block);
    commandsByBlock.set(block, command);
  }
  return command;
}
