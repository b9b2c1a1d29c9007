import type { CmdletBody, CmdletRuntime } from "../runtime/cmdlet.js";
import type {
  ConfirmImpact,
  ParameterCoverage,
  ParameterValidation,
  RemoteCommand,
} from "../runtime/command-metadata.js";
import type { PSArray, PSDictionary } from "../values/collections.js";
import type { ScriptBlock } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";

/**
 * How a cmdlet's parameter is declared: once, here. Binder, errors, `Get-Command -Syntax`, `Get-Help`, completion,
 * documentation and the coverage table are derived from it.
 */
export interface ParameterDeclaration {
  /** A type as in a cast: `string`, `int`, `object[]`, `switch`, `scriptblock`, `System.DayOfWeek`, … */
  readonly type: string;
  readonly aliases?: readonly string[];
  /** Names of the parameter sets it is in; all when omitted. */
  readonly sets?: readonly string[];
  readonly mandatory?: boolean;
  /** 0-based; by name only when omitted. */
  readonly position?: number | undefined;
  /** From the pipeline: the object itself, its property of this name (or alias), or both. */
  readonly pipeline?: "value" | "name" | "value,name";
  readonly remaining?: boolean;
  readonly validate?: readonly ParameterValidation[];
  readonly allowNull?: boolean;
  readonly allowEmptyString?: boolean;
  readonly allowEmptyCollection?: boolean;
  /** What differs in one of the sets. */
  readonly inSet?: Readonly<
    Record<string, Pick<ParameterDeclaration, "mandatory" | "position" | "pipeline" | "remaining">>
  >;
  readonly helpMessage?: string;
  /** Language version that brought the parameter; older editions do not know it. In all when omitted. */
  readonly since?: 3 | 4 | 5 | 7;
  /** Last language version that knows the parameter; in all when omitted. */
  readonly until?: 5;
  /** What differs in the editions before language version 7; the body still reads the bound value by `type`. */
  readonly before7?: Partial<
    Pick<
      ParameterDeclaration,
      | "type"
      | "mandatory"
      | "position"
      | "remaining"
      | "sets"
      | "inSet"
      | "validate"
      | "transform"
      | "allowNull"
      | "allowEmptyString"
      | "allowEmptyCollection"
    >
  >;
  /**
   * Turns an argument into another before it is converted to the type; what it does not know it leaves. A
   * PowerShellError that it throws is the reason why the argument is refused.
   */
  readonly transform?: ((value: Value, context: ValueContext) => Value) | undefined;
  /** Values that an argument without a name does not bring to this parameter. */
  readonly refusesByPosition?: (value: Value) => boolean;
  /** `emulated` when omitted. `accepted`: no visible effect here. `refused`: a NotEmulated error says what to do instead. */
  readonly coverage?: ParameterCoverage;
}

export type ParameterDeclarations = Readonly<Record<string, ParameterDeclaration>>;

/** The TypeScript types of bound values by the declared type's name; any other name gives {@link Value}. */
interface ValueByTypeName {
  string: string;
  int: number;
  long: bigint;
  bool: boolean;
  switch: boolean;
  scriptblock: ScriptBlock;
  hashtable: PSDictionary;
  "string[]": PSArray;
  "int[]": PSArray;
  "object[]": PSArray;
  "psobject[]": PSArray;
  "scriptblock[]": PSArray;
}

type BoundValue<T extends string> = T extends keyof ValueByTypeName ? ValueByTypeName[T] : Value;

/**
 * The parameters as a cmdlet's body reads them: `undefined` when not bound, switches `false`. The same object for the
 * whole run; the fields of pipeline-bound parameters change before each `process`.
 */
export type Bound<P extends ParameterDeclarations> = {
  readonly [K in keyof P]: P[K]["type"] extends "switch" ? boolean : BoundValue<P[K]["type"]> | undefined;
};

/** Everything about a cmdlet. */
export interface CmdletDefinition<P extends ParameterDeclarations> {
  /** Verb-Noun. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The .NET type name that stands behind the comma of error ids. */
  readonly typeName: string;
  /** Language version that brought the cmdlet; in all when omitted. */
  readonly since?: 3 | 4 | 5 | 7;
  /** Module or snap-in that Get-Command shows. */
  readonly source: string;
  readonly parameters: P;
  readonly defaultParameterSet?: string | undefined;
  readonly supportsShouldProcess?: boolean;
  readonly confirmImpact?: ConfirmImpact;
  /** For commands of a remote session; their binding speaks as that of script functions does, which the proxies are. */
  readonly remote?: RemoteCommand;
  /** Of the module, as Get-Command shows it; PowerShell's own when omitted, and none of functions. */
  readonly version?: string;
  /** A function in the real shell: `help`. */
  readonly isFunction?: boolean;
  /** One line of help in our own words. */
  readonly synopsis?: string;
  /** Its help is there in every edition, downloaded or not. */
  readonly bringsHelp?: boolean;
  /** Makes the running body. `parameters` is filled before `begin` (command line) and before each `process` (pipeline). */
  readonly create: (parameters: Bound<P>, cmdlet: CmdletRuntime) => CmdletBody;
}
