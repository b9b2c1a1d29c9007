import type { CmdletBody, CommandRuntime } from "../runtime/cmdlet.js";
import type { CmdletInfo, CommandInvocation, CommandProcessor } from "../runtime/commands.js";
import type { BoundParameters } from "../runtime/execution-context.js";
import { SwitchParameter } from "../values/objects.js";
import type { Value } from "../values/value.js";
import type { Bound, CmdletDefinition, ParameterDeclarations } from "./declaration.js";

/** How a parameter's value goes to the object that the body reads. */
interface Field {
  readonly name: string;
  readonly isSwitch: boolean;
  /** Whether the body is promised a value of the type: a bound `$null` is as good as none. */
  readonly isTyped: boolean;
  /** Whether it may change with each pipeline object. */
  readonly fromPipeline: boolean;
}

/** Declared types that {@link Bound} gives a TypeScript type of their own. */
const typedNames: ReadonlySet<string> = new Set([
  "string",
  "int",
  "long",
  "bool",
  "scriptblock",
  "hashtable",
  "string[]",
  "int[]",
  "object[]",
  "psobject[]",
  "scriptblock[]",
]);

function fieldsOf(declared: ParameterDeclarations): readonly Field[] {
  return Object.entries(declared).map(([name, { type, pipeline, inSet = {} }]) => ({
    name,
    isSwitch: type === "switch",
    isTyped: typedNames.has(type),
    fromPipeline: pipeline !== undefined || Object.values(inSet).some((data) => data.pipeline !== undefined),
  }));
}

/** A running cmdlet: binds its command line in `begin`, each pipeline object before the body's `process`. */
export class CmdletProcessor<P extends ParameterDeclarations> implements CommandProcessor {
  private readonly parameters: Bound<P>;
  private readonly fields: readonly Field[];
  private readonly changing: readonly Field[];
  private readonly target: Record<string, Value | undefined>;
  private bound: BoundParameters | null = null;
  private runtime: CommandRuntime | null = null;
  private body: CmdletBody | null = null;

  constructor(
    private readonly definition: CmdletDefinition<P>,
    private readonly info: CmdletInfo,
    private readonly invocation: CommandInvocation,
  ) {
    this.fields = fieldsOf(definition.parameters);
    this.changing = this.fields.filter(({ fromPipeline }) => fromPipeline);
    this.target = Object.fromEntries(this.fields.map(({ name, isSwitch }) => [name, isSwitch ? false : undefined]));
    this.parameters = this.target as Bound<P>;
  }

  begin(): void {
    const { metadata = this.info.metadata } = this.invocation;
    const { binder } = this.invocation.context.services;
    const bound = binder.bind(metadata, this.invocation);
    const runtime = binder.createRuntime(metadata, this.invocation, bound);
    this.bound = bound;
    this.runtime = runtime;
    this.copyValues(this.fields, bound);
    runtime.guard(() => {
      this.body = this.definition.create(this.parameters, runtime);
      this.body.begin?.();
    });
  }

  process(input: Value): void {
    const { bound, runtime, body } = this;
    if (bound === null || runtime === null) throw new Error("a cmdlet got an object before it began");
    if (!bound.bindPipelineObject(input)) return;
    this.copyValues(this.changing, bound);
    if (body?.process !== undefined) runtime.guard(() => body.process?.());
  }

  end(): void {
    const { runtime, body } = this;
    runtime?.guard(() => {
      // Without a pipeline the body runs once, before it ends.
      if (!this.invocation.expectingInput) body?.process?.();
      body?.end?.();
    });
    runtime?.finish();
  }

  dispose(): void {
    this.runtime?.close();
  }

  private copyValues(fields: readonly Field[], { values }: BoundParameters): void {
    for (const { name, isSwitch, isTyped } of fields) {
      const value = values.get(name);
      this.target[name] = isSwitch ? isOn(value) : isTyped && value === null ? undefined : value;
    }
  }
}

function isOn(value: Value | undefined): boolean {
  return value === true || (value instanceof SwitchParameter && value.isPresent);
}
