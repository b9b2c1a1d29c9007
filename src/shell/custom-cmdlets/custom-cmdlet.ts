import type { ParameterDeclaration } from "../../binding/declaration.js";
import { defineCmdlet as defineInternally } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../../cmdlets/error-record.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ConfirmImpact } from "../../runtime/command-metadata.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { Collector } from "../../runtime/pipes.js";
import type { ErrorCategory, ErrorRecord } from "../../values/errors.js";
import { isNull } from "../../values/objects.js";
import type { Value } from "../../values/value.js";
import { OutputObject, type PlainValue } from "../output-object.js";
import { fromPlain, type PlainInput } from "./plain-input.js";

/** How a parameter of a cmdlet of yours is declared. */
export type CustomParameter = Pick<
  ParameterDeclaration,
  | "type"
  | "aliases"
  | "sets"
  | "mandatory"
  | "position"
  | "pipeline"
  | "remaining"
  | "allowNull"
  | "allowEmptyString"
  | "allowEmptyCollection"
  | "helpMessage"
> & {
  /** `[ValidateSet()]`: one of these, case aside; Tab offers them. */
  readonly values?: readonly string[];
};

export type CustomParameters = Readonly<Record<string, CustomParameter>>;

/** What a body reads by the declared type's name; an object of any other type is an {@link OutputObject}. */
interface PlainByTypeName {
  string: string;
  int: number;
  double: number;
  long: bigint;
  bool: boolean;
  switch: boolean;
  datetime: Date;
  "string[]": readonly string[];
  "int[]": readonly number[];
}

type PlainOf<T extends string> = T extends keyof PlainByTypeName ? PlainByTypeName[T] : OutputObject;

/** The bound parameters: `undefined` when not given, switches `false`. Those of the pipeline change before each `process`. */
export type CustomBound<P extends CustomParameters> = {
  readonly [K in keyof P]: P[K]["type"] extends "switch" ? boolean : PlainOf<P[K]["type"]> | undefined;
};

/** An error that a cmdlet of yours reports. */
export interface CustomError {
  /** In front of the comma of the FullyQualifiedErrorId. */
  readonly id: string;
  readonly message: string;
  /** `NotSpecified` when omitted. */
  readonly category?: ErrorCategory;
  readonly target?: PlainInput;
}

/** What a body can do. */
export interface CustomCmdletRun {
  /** Whether the parameter was given, by the command line or the pipeline. */
  isBound(parameter: string): boolean;
  readonly parameterSetName: string;
  /** To the pipeline; of an array each element. `typeName` becomes the first of an object's PSTypeNames, for views. */
  write(value: PlainInput, typeName?: string): void;
  writeWarning(text: string): void;
  writeVerbose(text: string): void;
  writeDebug(text: string): void;
  /** An error after which the cmdlet goes on; ends the line where -ErrorAction says so. */
  writeError(error: CustomError): void;
  /** An error that ends the statement. */
  fail(error: CustomError): never;
  /** `What if:` and the confirmation, for cmdlets that support ShouldProcess; `true`: go on. */
  shouldProcess(target: string, action?: string): boolean;
  /** Runs a line of the shell, whose errors and warnings show; its objects. `$args` are the further arguments. */
  invoke(line: string, ...args: readonly PlainInput[]): readonly OutputObject[];
}

/** The running body. */
export interface CustomCmdletBody {
  begin?(): void;
  /** Once for each object of the pipeline, or once without one. */
  process?(): void;
  end?(): void;
}

/** A cmdlet of yours. */
export interface CustomCmdletDefinition<P extends CustomParameters> {
  /** Verb-Noun. */
  readonly name: string;
  /** One line for Get-Help. */
  readonly synopsis?: string;
  readonly parameters?: P;
  readonly defaultParameterSet?: string;
  readonly supportsShouldProcess?: boolean;
  readonly confirmImpact?: ConfirmImpact;
  /**
   * Makes the body of one run. What it keeps between its parts is its own; what is to last is state of the shell, which
   * only lines change (`run.invoke`): `undo` and `snapshot` know nothing of variables of yours.
   */
  readonly create: (parameters: CustomBound<P>, run: CustomCmdletRun) => CustomCmdletBody;
}

/** A cmdlet that `createShell({ cmdlets: [...] })` takes. */
export class CustomCmdlet {
  /** @internal */
  constructor(
    readonly name: string,
    /** What the session runs. */
    readonly info: CmdletInfo,
  ) {}
}

const nameForm = /^[A-Za-z]+-[A-Za-z][A-Za-z0-9]*$/;
const source = "Custom";

/**
 * Makes a cmdlet of your own: it binds, completes, has help and reports errors as built-in ones do.
 * @throws {TypeError} for a name that is not Verb-Noun
 */
export function defineCmdlet<const P extends CustomParameters = Readonly<Record<never, CustomParameter>>>(
  definition: CustomCmdletDefinition<P>,
): CustomCmdlet {
  const { name, synopsis, parameters, defaultParameterSet, supportsShouldProcess, confirmImpact, create } = definition;
  if (!nameForm.test(name)) throw new TypeError(`A cmdlet's name is Verb-Noun; this is not: ${name}.`);
  const declared = Object.entries(parameters ?? {});
  const info = defineInternally({
    name,
    typeName: name,
    source,
    bringsHelp: true,
    parameters: Object.fromEntries(declared.map(([key, parameter]) => [key, declarationOf(parameter)])),
    ...(synopsis === undefined ? {} : { synopsis }),
    ...(defaultParameterSet === undefined ? {} : { defaultParameterSet }),
    ...(supportsShouldProcess === undefined ? {} : { supportsShouldProcess }),
    ...(confirmImpact === undefined ? {} : { confirmImpact }),
    create: (bound, cmdlet) => {
      const plain = Object.defineProperties(
        {},
        Object.fromEntries(
          declared.map(([key]) => [key, { enumerable: true, get: () => plainOf(cmdlet, bound[key]) }]),
        ),
      );
      // The getters are those of the declared parameters, and plainOf follows the declared types.
      return create(plain as CustomBound<P>, new Run(cmdlet));
    },
  });
  return new CustomCmdlet(name, info);
}

function declarationOf({ values, ...declaration }: CustomParameter): ParameterDeclaration {
  if (values === undefined) return declaration;
  return { ...declaration, validate: [{ kind: "ValidateSet", values, ignoreCase: true, errorMessage: null }] };
}

/** Texts, numbers, dates and lists of them as JavaScript has them; anything else as an object of the shell. */
function plainOf({ context }: CmdletRuntime, value: Value | undefined): unknown {
  if (value === undefined || isNull(value)) return undefined;
  const object = new OutputObject(context, value);
  const plain = object.toJS();
  return isSimple(plain) || (Array.isArray(plain) && plain.every(isSimple)) ? plain : object;
}

function isSimple(value: PlainValue): boolean {
  return value === null || typeof value !== "object" || value instanceof Date;
}

class Run implements CustomCmdletRun {
  constructor(private readonly cmdlet: CmdletRuntime) {}

  get parameterSetName(): string {
    return this.cmdlet.parameterSetName;
  }
  isBound(parameter: string): boolean {
    return this.cmdlet.isBound(parameter);
  }
  write(value: PlainInput, typeName?: string): void {
    this.cmdlet.writeObject(fromPlain(value, typeName), true);
  }
  writeWarning(text: string): void {
    this.cmdlet.writeWarning(text);
  }
  writeVerbose(text: string): void {
    this.cmdlet.writeVerbose(text);
  }
  writeDebug(text: string): void {
    this.cmdlet.writeDebug(text);
  }
  writeError(error: CustomError): void {
    this.cmdlet.writeError(recordOf(error));
  }
  fail(error: CustomError): never {
    return this.cmdlet.throwTerminatingError(recordOf(error));
  }
  shouldProcess(target: string, action?: string): boolean {
    return this.cmdlet.shouldProcess(target, action);
  }
  invoke(line: string, ...args: readonly PlainInput[]): readonly OutputObject[] {
    const { context, streams } = this.cmdlet;
    const output = new Collector(context);
    context.invokeBlock(context.createScriptBlock(line), {
      arguments: args.map((each) => fromPlain(each)),
      output,
      streams: { ...streams, output },
    });
    return output.items.map((value) => new OutputObject(context, value));
  }
}

function recordOf({ id, message, category = "NotSpecified", target }: CustomError): ErrorRecord {
  return cmdletError({ id, message, category, exception: "Exception", target: fromPlain(target) });
}
