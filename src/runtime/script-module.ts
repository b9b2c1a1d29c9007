import type { DotNetType } from "../values/dotnet-type.js";
import type { InvocationInfo } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { epoch, keepFields } from "../values/journal.js";
import { ScriptBlock } from "../values/script-block.js";
import { typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";
import { type AliasInfo, type FunctionInfo, positional } from "./commands.js";
import type { Engine } from "./engine.js";
import { runCommand } from "./pipeline.js";
import { ScopeTables } from "./scope.js";
import { scriptBlockCommand } from "./script-command.js";
import type { CommandStreams, Pipe } from "./streams.js";
import type { Variable } from "./variable.js";

/** What a module gives to whoever imports it. */
export interface ModuleMembers {
  readonly functions: readonly FunctionInfo[];
  readonly variables: readonly Variable[];
  readonly aliases: readonly AliasInfo[];
}

const nothing: ModuleMembers = { functions: [], variables: [], aliases: [] };

/**
 * A module made by script: code with a session state of its own, whose outermost scope stands below the global one. It
 * is the PSModuleInfo that scripts see, too; layers above add the members.
 */
export class ScriptModule extends DotNetObject {
  readonly scope: ScopeTables;
  private chosen: ModuleMembers | null = null;
  private members: ModuleMembers = nothing;
  /** Properties that a manifest or a script gave it. */
  private properties: ReadonlyMap<string, Value> = new Map();
  private epoch = epoch;

  constructor(
    globalScope: ScopeTables,
    readonly name: string,
    /** Of its file; of a module without one a name that no file has. */
    readonly path: string,
    /** The directory of its files. */
    readonly directory: string,
    /** The text of its code; empty for a manifest without a script. */
    readonly definition: string,
    /** Only what its files say: no code of it ran. */
    readonly isDescription = false,
  ) {
    super();
    this.scope = new ScopeTables(globalScope, "script", this);
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSModuleInfo");
  }
  toNetText(): string {
    return this.name;
  }

  /** What Export-ModuleMember has chosen so far; `null`: it was not called. */
  get chosenMembers(): ModuleMembers | null {
    return this.chosen;
  }
  set chosenMembers(members: ModuleMembers | null) {
    this.keep();
    this.chosen = members;
  }
  get exported(): ModuleMembers {
    return this.members;
  }
  set exported(members: ModuleMembers) {
    this.keep();
    this.members = members;
  }

  property(name: string): Value | undefined {
    return this.properties.get(name);
  }
  setProperty(name: string, value: Value): void {
    this.keep();
    this.properties = new Map([...this.properties, [name, value]]);
  }

  private keep(): void {
    if (this.epoch === epoch) return;
    keepFields(this);
    this.epoch = epoch;
  }
}
heapClass("ScriptModule", ScriptModule);

/**
 * The current scope of a module, or of the session itself (`null`). Each has a chain of scopes of its own: what runs
 * there when code of another one calls goes on where its last function was called.
 */
export function currentScopeIn(
  { currentScope, currentFrame, globalScope }: Engine,
  module: object | null,
): ScopeTables {
  if (module === currentScope.module) return currentScope;
  for (let frame = currentFrame; frame !== null; frame = frame.caller)
    if (frame.scope.module === module) return frame.scope;
  return module instanceof ScriptModule ? module.scope : globalScope;
}

/** The same code, in the session state of a module. */
export function boundTo(module: ScriptModule, block: ScriptBlock): ScriptBlock {
  return new ScriptBlock(block.tree, block.source, block.capturedScope, block.definition, module);
}

/** Runs a module's code in its outermost scope, which keeps what the code makes. */
export function runModuleCode(
  engine: Engine,
  module: ScriptModule,
  block: ScriptBlock,
  { args, invocation, streams, output }: ModuleRun,
): void {
  engine.inScope(module.scope, () =>
    runCommand(
      engine,
      scriptBlockCommand(boundTo(module, block)),
      args.map(positional),
      invocation,
      true,
      streams,
      output,
    ),
  );
}

/** What the code of a module runs with. */
export interface ModuleRun {
  readonly args: readonly Value[];
  readonly invocation: InvocationInfo;
  readonly streams: CommandStreams;
  readonly output: Pipe;
}
