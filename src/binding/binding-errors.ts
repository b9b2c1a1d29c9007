import type { CommandMetadata } from "../runtime/command-metadata.js";
import type { CommandInvocation } from "../runtime/commands.js";
import type { DotNetType } from "../values/dotnet-type.js";
import {
  type ErrorCategory,
  ErrorRecord,
  ExceptionObject,
  type InvocationInfo,
  PowerShellError,
} from "../values/errors.js";
import { netTypeText } from "../values/type-text.js";
import { typeNamed } from "../values/types.js";
import type { Value } from "../values/value.js";
import type { BindingFacts } from "./binding-facts.js";
import type { TableParameter } from "./command-table.js";

/** UTF-16 offsets of what an error underlines. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** What raised a binding error: .NET's exception types of the binder, by short name. */
type BinderException =
  | "ParameterBindingException"
  | "ParameterBindingValidationException"
  | "ParameterBindingArgumentTransformationException";

interface Failure {
  readonly id: string;
  readonly message: string;
  readonly category: ErrorCategory;
  readonly exception: BinderException;
  /** `null`: the whole command. */
  readonly at: Extent | null;
  readonly inner?: ExceptionObject | null;
}

/** Makes the errors of one command's binding (SPEC C.8). */
export class BindingErrors {
  /** The pipeline object that is being bound: the target of the errors. */
  target: Value = null;

  constructor(
    private readonly metadata: CommandMetadata,
    private readonly invocation: CommandInvocation,
    private readonly facts: BindingFacts,
  ) {}

  /** Where an error about an argument stands. @param name of its parameter as typed; `null` for one by position */
  placeOf(argument: Extent, name: Extent | null): Extent {
    return this.facts.argumentPlace === "argument" ? argument : (name ?? this.invocation.invocationInfo);
  }

  unknownName(name: string, at: Extent): PowerShellError {
    return this.argument(
      "NamedParameterNotFound",
      `A parameter cannot be found that matches parameter name '${name}'.`,
      at,
    );
  }

  extraPositional(shown: string): PowerShellError {
    const message = `A positional parameter cannot be found that accepts argument '${shown}'.`;
    return this.argument("PositionalParameterNotFound", message, null);
  }

  ambiguousPosition(): PowerShellError {
    const message = "Cannot bind positional parameters because no names were given.";
    return this.argument("AmbiguousPositionalParameterNoName", message, null);
  }

  ambiguousName(name: string, candidates: readonly string[], at: Extent): PowerShellError {
    const list = candidates.map((candidate) => ` -${candidate}`).join("");
    const message = `Parameter cannot be processed because the parameter name '${name}' is ambiguous. Possible matches include:${list}.`;
    return this.argument("AmbiguousParameter", message, at);
  }

  missingArgument(parameter: TableParameter, at: Extent): PowerShellError {
    const message = `Missing an argument for parameter '${parameter.name}'. Specify a parameter of type '${netTypeText(parameter.type)}' and try again.`;
    return this.argument("MissingArgument", message, at);
  }

  boundTwice(parameter: TableParameter, at: Extent): PowerShellError {
    const message =
      `Cannot bind parameter because parameter '${parameter.name}' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. ` +
      'For example, "-parameter value1,value2,value3".';
    return this.argument("ParameterAlreadyBound", message, at);
  }

  /** What is left over could go to parameters of several sets. */
  ambiguousRest(): PowerShellError {
    return this.make({
      id: "AmbiguousParameterSet",
      message: this.facts.ambiguousSetText,
      category: "MetadataError",
      exception: "ParameterBindingException",
      at: null,
    });
  }

  ambiguousSet(): PowerShellError {
    return this.argument("AmbiguousParameterSet", this.facts.ambiguousSetText, null);
  }

  inputNotBound(): PowerShellError {
    return this.argument(
      "InputObjectNotBound",
      "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.",
      null,
    );
  }

  inputIncomplete(missing: readonly string[]): PowerShellError {
    const names = missing.map((name) => ` ${name}`).join("");
    return this.argument(
      "InputObjectMissingMandatory",
      `The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: ${names}`,
      null,
    );
  }

  /** A conversion that failed, in the words of compiled cmdlets; `detail` is the cast's message. */
  cannotConvert(
    parameter: TableParameter,
    detail: string,
    at: Extent | null,
    inner: ExceptionObject | null,
  ): PowerShellError {
    const message = `Cannot bind parameter '${parameter.name}'. ${detail}`;
    return this.argument("CannotConvertArgumentNoMessage", message, at, inner);
  }

  /** A value of a kind that the parameter of a compiled cmdlet never takes. */
  cannotConvertKind(
    parameter: TableParameter,
    from: string,
    to: DotNetType,
    detail: string,
    at: Extent | null,
  ): PowerShellError {
    const message = `Cannot convert '${from}' to the type '${netTypeText(to)}' required by parameter '${parameter.name}'. ${detail}`;
    return this.argument("CannotConvertArgument", message, at);
  }

  /** A conversion that failed, in the words of script functions. */
  transformation(
    parameter: TableParameter,
    detail: string,
    at: Extent | null,
    inner: ExceptionObject | null,
  ): PowerShellError {
    return this.make({
      id: "ParameterArgumentTransformationError",
      message: `Cannot process argument transformation on parameter '${parameter.name}'. ${detail}`,
      category: "InvalidData",
      exception: "ParameterBindingArgumentTransformationException",
      at,
      inner,
    });
  }

  validation(parameter: TableParameter, detail: string, at: Extent | null): PowerShellError {
    const message = `Cannot validate argument on parameter '${parameter.name}'. ${detail}`;
    return this.invalid("ParameterArgumentValidationError", message, at);
  }

  /** What a mandatory parameter must not be. */
  notAllowed(
    parameter: TableParameter,
    what: "Null" | "EmptyString" | "EmptyArray" | "EmptyCollection",
    at: Extent | null,
  ): PowerShellError {
    const words = {
      Null: "null",
      EmptyString: "an empty string",
      EmptyArray: "an empty array",
      EmptyCollection: "an empty collection",
    };
    const message = `Cannot bind argument to parameter '${parameter.name}' because it is ${words[what]}.`;
    return this.invalid(`ParameterArgumentValidationError${what}NotAllowed`, message, at);
  }

  /** The property behind the parameter refused the value. */
  setterFailed(parameter: TableParameter, detail: string, at: Extent | null): PowerShellError {
    return this.make({
      id: "ParameterBindingFailed",
      message: `Cannot bind parameter '${parameter.name}' to the target. Exception setting "${parameter.name}": "${detail}"`,
      category: "WriteError",
      exception: "ParameterBindingException",
      at,
    });
  }

  blockWithoutInput(parameter: TableParameter, at: Extent): PowerShellError {
    return this.make({
      id: "ScriptBlockArgumentNoInput",
      message: `Cannot evaluate parameter '${parameter.name}' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.`,
      category: "MetadataError",
      exception: "ParameterBindingException",
      at,
    });
  }

  blockWithoutOutput(parameter: TableParameter, at: Extent): PowerShellError {
    const message = `Cannot evaluate parameter '${parameter.name}' because its argument input did not produce any output.`;
    return this.argument("ScriptBlockArgumentNoOutput", message, at);
  }

  blockFailed(parameter: TableParameter, reason: ExceptionObject, at: Extent): PowerShellError {
    const message = `The input to the script block for parameter '${parameter.name}' failed. ${reason.message}`;
    return this.argument("ScriptBlockArgumentInvocationFailed", message, at, reason);
  }

  /** A parameter that the emulator refuses: never silently ignored. */
  notEmulated(parameter: TableParameter, at: Extent | null): PowerShellError {
    return this.make({
      id: "NotEmulated",
      message: `The emulator does not do what -${parameter.name} of ${this.metadata.name} asks for. The command works without this parameter.`,
      category: "NotImplemented",
      exception: "ParameterBindingException",
      at,
    });
  }

  private argument(
    id: string,
    message: string,
    at: Extent | null,
    inner: ExceptionObject | null = null,
  ): PowerShellError {
    return this.make({ id, message, category: "InvalidArgument", exception: "ParameterBindingException", at, inner });
  }

  private invalid(id: string, message: string, at: Extent | null): PowerShellError {
    return this.make({ id, message, category: "InvalidData", exception: "ParameterBindingValidationException", at });
  }

  private make({ id, message, category, exception, at, inner = null }: Failure): PowerShellError {
    const thrown = new ExceptionObject(typeNamed(`System.Management.Automation.${exception}`), message, inner);
    const record = new ErrorRecord({
      exception: thrown,
      errorId: id,
      category,
      target: this.target,
      activity: this.metadata.name,
    });
    thrown.errorRecord = record;
    record.amend({ commandTypeName: this.metadata.errorTypeName === "" ? null : this.metadata.errorTypeName });
    record.amend({ invocation: this.invocationAt(at) });
    this.metadata.remote?.stampError(this.invocation.context, record);
    return new PowerShellError(record);
  }

  /** Binding failures name the command by its real name, not by the alias typed. */
  private invocationAt(at: Extent | null): InvocationInfo {
    const { invocationInfo } = this.invocation;
    if (this.metadata.remote !== undefined) return remoteInvocation(this.metadata.name);
    return { ...invocationInfo, ...(at ?? {}), invocationName: this.metadata.name === "" ? null : this.metadata.name };
  }
}

/** Of a command that ran on a server: it is named, but nothing is known of the line that was typed. */
export function remoteInvocation(commandName: string): InvocationInfo {
  return { invocationName: null, commandName, sourceText: "", file: null, start: 0, end: 0 };
}
