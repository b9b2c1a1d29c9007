import type { CommandInvocation } from "../runtime/commands.js";
import type { BoundParameters, ExecutionContext } from "../runtime/execution-context.js";
import { PSArray } from "../values/collections.js";
import type { ErrorRecord, PowerShellError } from "../values/errors.js";
import type { ScriptBlock } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import type { BindingErrors, Extent } from "./binding-errors.js";
import type { BindingFacts } from "./binding-facts.js";
import type { CommandTable, SetMask, TableParameter } from "./command-table.js";
import { bindInput } from "./pipeline-binding.js";

/** How a parameter came by its value. */
export type BoundBy = "command line" | "default" | "pipeline" | "block";

/** A script block that gives a parameter's value for each pipeline object. */
export interface DelayedBlock {
  readonly parameter: TableParameter;
  readonly block: ScriptBlock;
  readonly at: Extent;
}

/** One running command's parameters, from the command line on. */
export class BindingState implements BoundParameters {
  readonly values = new Map<string, Value>();
  readonly common = new Map<string, Value>();
  readonly given = new Map<string, Value>();
  remaining: Value[] = [];
  /** Sets that are still possible. */
  sets: SetMask;
  /** Sets that are possible after the command line; each pipeline object starts with them. */
  commandLineSets: SetMask;
  readonly delayed: DelayedBlock[] = [];
  /** What the last pipeline object gave. */
  readonly fromInput: TableParameter[] = [];
  /** Parameters that a pipeline object can give, known after the command line. */
  inputParameters: readonly TableParameter[] = [];
  private readonly bound: (BoundBy | undefined)[];
  /** Writes the non-terminating errors of pipeline binding; the command's runtime takes it over. */
  reportError: (record: ErrorRecord) => void;

  constructor(
    readonly table: CommandTable,
    readonly invocation: CommandInvocation,
    readonly errors: BindingErrors,
    readonly facts: BindingFacts,
  ) {
    this.sets = table.allSets;
    this.commandLineSets = table.allSets;
    this.bound = new Array<BoundBy | undefined>(table.parameters.length);
    const { context, streams } = invocation;
    this.reportError = (record) => {
      context.recordError(record);
      streams.error.write(record);
    };
  }

  get context(): ExecutionContext {
    return this.invocation.context;
  }
  get parameterSetName(): string {
    const { table, sets } = this;
    const isOne = (sets & (sets - 1)) === 0;
    return table.setName(isOne || (sets & table.defaultSet) === 0 ? sets : table.defaultSet);
  }
  get takesPipelineInput(): boolean {
    return this.inputParameters.length > 0 || this.delayed.length > 0;
  }

  isBound(parameter: TableParameter): boolean {
    return this.bound[parameter.index] !== undefined;
  }
  boundBy(parameter: TableParameter): BoundBy | undefined {
    return this.bound[parameter.index];
  }

  /** Keeps a converted and checked value, and the sets that are possible with it. */
  set(parameter: TableParameter, value: Value, by: BoundBy): void {
    this.bound[parameter.index] = by;
    this.sets &= parameter.sets;
    (parameter.isCommon ? this.common : this.values).set(parameter.name, value);
    this.given.set(parameter.name, value);
  }

  /** A parameter whose value a script block will give. */
  delay(entry: DelayedBlock): void {
    this.bound[entry.parameter.index] = "block";
    this.sets &= entry.parameter.sets;
    this.delayed.push(entry);
  }

  unset(parameter: TableParameter): void {
    this.bound[parameter.index] = undefined;
    this.values.delete(parameter.name);
    this.given.delete(parameter.name);
  }

  /** Fewer than one set, or more: 0, 1 or 2 (meaning several). */
  get setCount(): 0 | 1 | 2 {
    if (this.sets === 0) return 0;
    return (this.sets & (this.sets - 1)) === 0 ? 1 : 2;
  }

  bindPipelineObject(input: Value): boolean {
    return bindInput(this, input);
  }

  /** Reports a failure of one pipeline object, which does not end the command. */
  report(error: PowerShellError): void {
    this.reportError(error.record);
  }
}

/** The values as `Object[]`, for prompts and remaining arguments. */
export function objectArray(values: readonly Value[]): PSArray {
  return new PSArray([...values]);
}
