// Commands and arguments made by hand, and a session of a few lines: binding without parser and runtime.
import "../../src/values/index.js";
import { createParameterBinder } from "../../src/binding/binder.js";
import { type BindingFacts, powerShell7Binding } from "../../src/binding/binding-facts.js";
import { commonParameterMetadata } from "../../src/binding/common-parameters.js";
import {
  allParameterSets,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterSetData,
} from "../../src/runtime/command-metadata.js";
import type { CommandArgument, CommandInvocation } from "../../src/runtime/commands.js";
import type { BoundParameters, ExecutionContext } from "../../src/runtime/execution-context.js";
import type { HostQuestion } from "../../src/runtime/streams.js";
import { type ErrorRecord, PowerShellError } from "../../src/values/errors.js";
import { TypeTable } from "../../src/values/members.js";
import { toText } from "../../src/values/text.js";
import { resolveTypeName } from "../../src/values/type-names.js";
import type { Value } from "../../src/values/value.js";
import { powerShell7Facts } from "../../src/values/value-facts.js";
import { typeOf } from "../../src/values/value-types.js";

/** A parameter of a command under test; `set` gives the data of one `[Parameter()]` attribute a set. */
export interface ParameterSpecification extends Partial<Omit<ParameterMetadata, "type" | "sets">> {
  readonly type?: string;
  readonly position?: number;
  readonly mandatory?: boolean;
  readonly byValue?: boolean;
  readonly byName?: boolean;
  readonly remaining?: boolean;
  readonly set?: string;
}

/** Metadata of a script function. */
export function functionNamed(
  name: string,
  parameters: Readonly<Record<string, ParameterSpecification>>,
  options: Partial<CommandMetadata> = {},
): CommandMetadata {
  const own = Object.entries(parameters).map(([key, specification]) => parameter(key, specification));
  const { isAdvanced = true, supportsShouldProcess = false } = options;
  return {
    name,
    parameters: isAdvanced ? [...own, ...commonParameterMetadata(supportsShouldProcess)] : own,
    defaultParameterSet: null,
    supportsShouldProcess,
    confirmImpact: "Medium",
    errorTypeName: name,
    isCompiled: false,
    isAdvanced,
    ...options,
  };
}

function parameter(name: string, specification: ParameterSpecification): ParameterMetadata {
  const {
    type = "object",
    set = allParameterSets,
    position,
    mandatory,
    byValue,
    byName,
    remaining,
    ...rest
  } = specification;
  const data: ParameterSetData = {
    mandatory: mandatory ?? false,
    position: position ?? null,
    valueFromPipeline: byValue ?? false,
    valueFromPipelineByPropertyName: byName ?? false,
    valueFromRemainingArguments: remaining ?? false,
    helpMessage: null,
  };
  const resolved = resolveTypeName(type);
  if (resolved === undefined) throw new Error(`no type ${type}`);
  return {
    name,
    aliases: [],
    type: resolved,
    sets: new Map([[set, data]]),
    validations: [],
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    isDynamic: false,
    coverage: "emulated",
    isCommon: false,
    ...rest,
  };
}

/** `-Name` (and `--`) for text with a dash, values for everything else; places are those in the arguments joined by blanks. */
export function argumentsOf(typed: readonly Value[]): readonly CommandArgument[] {
  let at = 0;
  return typed.map((value): CommandArgument => {
    const text = typeof value === "string" ? value : "?";
    const start = at;
    at += text.length + 1;
    const end = start + text.length;
    const isName = typeof value === "string" && /^-[-A-Za-z_?]/.test(value);
    if (!isName) return { kind: "value", value, isBareword: typeof value === "string", isSplatted: false, start, end };
    return {
      kind: "parameter",
      name: value.slice(1),
      value: undefined,
      hasValue: false,
      isSplatted: false,
      start,
      end,
      valueStart: end,
      valueEnd: end,
    };
  });
}

/** A running command whose host collects text and answers from a list. */
export class Session {
  readonly shown: string[] = [];
  readonly errors: ErrorRecord[] = [];
  readonly variables = new Map<string, Value>();
  constructor(
    private readonly answers: string[] = [],
    private readonly facts: BindingFacts = powerShell7Binding,
  ) {}

  /** Binds; throws what the binder throws. */
  bind(metadata: CommandMetadata, typed: readonly Value[], expectingInput = false): BoundParameters {
    return createParameterBinder(this.facts).bind(metadata, this.invocation(metadata, typed, expectingInput));
  }

  /** `Name=[Type]text; …`, or the error's message and id. */
  describe(metadata: CommandMetadata, typed: readonly Value[]): string {
    try {
      return this.describeBound(this.bind(metadata, typed));
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      return `${error.record.message} ${error.record.fullyQualifiedErrorId}`;
    }
  }

  /** What each object gives, and the errors in between. */
  pipe(metadata: CommandMetadata, typed: readonly Value[], input: readonly Value[]): readonly string[] {
    const bound = this.bind(metadata, typed, true);
    return input.map((value) => {
      if (bound.bindPipelineObject(value)) return this.describeBound(bound);
      return this.errors.at(-1)?.fullyQualifiedErrorId ?? "";
    });
  }

  private describeBound({ values, common, parameterSetName, remaining }: BoundParameters): string {
    const text = (value: Value): string =>
      value === null ? "[null]" : `[${typeOf(value)?.name}]${toText(this.context, value)}`;
    const all = [...values, ...common].map(([name, value]) => `${name}=${text(value)}`);
    const rest =
      remaining.length === 0 ? [] : [`args=${remaining.map((value) => toText(this.context, value)).join("|")}`];
    const set = parameterSetName === allParameterSets ? [] : [`set=${parameterSetName}`];
    return [...set, ...all, ...rest].join("; ");
  }

  invocation(metadata: CommandMetadata, typed: readonly Value[], expectingInput: boolean): CommandInvocation {
    const nothing = { write: () => {} };
    return {
      context: this.context,
      arguments: argumentsOf(typed),
      invocationInfo: {
        invocationName: metadata.name,
        commandName: metadata.name,
        sourceText: "",
        file: null,
        start: 0,
        end: 0,
      },
      pipelinePosition: 1,
      pipelineLength: 1,
      expectingInput,
      streams: { output: nothing, error: nothing, warning: null, verbose: null, debug: null, information: null },
      dotSourced: false,
    };
  }

  /** Only what binding touches: anything else fails the test. */
  readonly context: ExecutionContext = new Proxy({} as ExecutionContext, {
    get: (_, name) => this.member(String(name)),
  });

  private member(name: string): unknown {
    switch (name) {
      case "facts":
        return powerShell7Facts;
      case "typeTable":
        return new TypeTable();
      case "outputFieldSeparator":
        return " ";
      case "currentCulture":
        return undefined;
      case "getVariable":
        return (variable: string) => this.variables.get(variable);
      case "recordError":
        return (record: ErrorRecord) => this.errors.push(record);
      case "host":
        return {
          write: (text: string) => this.shown.push(text),
          writeQuestion: (text: string) => this.shown.push(`${text}\n`),
          ask: ({ prompt }: HostQuestion) => {
            const answer = this.answers.shift() ?? "";
            this.shown.push(`${prompt}${answer}\n`);
            return answer;
          },
        };
      default:
        throw new Error(`binding asked the session for ${name}`);
    }
  }
}
