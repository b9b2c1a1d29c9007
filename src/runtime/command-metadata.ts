import type { DotNetType } from "../values/dotnet-type.js";
import type { ErrorRecord } from "../values/errors.js";
import type { Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";
import type { ExecutionContext } from "./execution-context.js";

/** The name of the set that a parameter without ParameterSetName belongs to. */
export const allParameterSets = "__AllParameterSets";

/** What one `[Parameter()]` attribute says. */
export interface ParameterSetData {
  readonly mandatory: boolean;
  /** 0-based; `null`: by name only. */
  readonly position: number | null;
  readonly valueFromPipeline: boolean;
  readonly valueFromPipelineByPropertyName: boolean;
  readonly valueFromRemainingArguments: boolean;
  readonly helpMessage: string | null;
}

/** The validation attributes of PowerShell. */
export type ParameterValidation =
  | { readonly kind: "ValidateNotNull" }
  | { readonly kind: "ValidateNotNullOrEmpty" }
  | { readonly kind: "ValidateNotNullOrWhiteSpace" }
  | {
      readonly kind: "ValidateSet";
      readonly values: readonly string[];
      readonly ignoreCase: boolean;
      readonly errorMessage: string | null;
    }
  | { readonly kind: "ValidateRange"; readonly min: Value; readonly max: Value }
  | { readonly kind: "ValidateRangeKind"; readonly rangeKind: "Positive" | "NonNegative" | "Negative" | "NonPositive" }
  | { readonly kind: "ValidateLength"; readonly min: number; readonly max: number }
  | { readonly kind: "ValidateCount"; readonly min: number; readonly max: number }
  | {
      readonly kind: "ValidatePattern";
      readonly pattern: string;
      readonly ignoreCase: boolean;
      readonly errorMessage: string | null;
    }
  /** `check` runs the script with the argument as `$_`: its result as a truth value, or a throw. `text`: the script's source. */
  | {
      readonly kind: "ValidateScript";
      readonly text: string;
      readonly errorMessage: string | null;
      readonly check: (context: ExecutionContext, argument: Value) => boolean;
    }
  /** The drives that a path may be on, as they are written. */
  | { readonly kind: "ValidateDrive"; readonly drives: readonly string[] };

/** How far a parameter of a cmdlet is emulated (DESIGN.md, "A parameter is declared once"); `missing`: the cmdlet has no behaviour. */
export type ParameterCoverage = "emulated" | "accepted" | "refused" | "missing";

export interface ParameterMetadata {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: DotNetType;
  /** By parameter set name; `__AllParameterSets` when it is in all. */
  readonly sets: ReadonlyMap<string, ParameterSetData>;
  readonly validations: readonly ParameterValidation[];
  readonly allowNull: boolean;
  readonly allowEmptyString: boolean;
  readonly allowEmptyCollection: boolean;
  /** Script functions: `[Alias()]`-like transformation by the declared types in order (`[string][int]$x`); null elsewhere. */
  readonly isDynamic: boolean;
  readonly coverage: ParameterCoverage;
  /** Language version (2 to 7) that brought the parameter; older editions do not know it. */
  readonly since?: number | undefined;
  /** Last language version that knows the parameter; in all when undefined. */
  readonly until?: number | undefined;
  /** The parameter as the editions before language version 7 have it, where it differs. */
  readonly before7?: ParameterMetadata | undefined;
  /** Turns an argument into another before it is converted to the type (Set-StrictMode -Version Latest). */
  readonly transform?: ((value: Value, context: ValueContext) => Value) | undefined;
  /** Values that an argument without a name does not bring to this parameter (Add-Member -NotePropertyName). */
  readonly refusesByPosition?: ((value: Value) => boolean) | undefined;
  /** What `[Obsolete()]` says of a parameter, perhaps nothing; such a parameter warns when it is used. */
  readonly obsolete?: string | undefined;
  /** A common parameter (Verbose, ErrorAction, WhatIf, …), handled by the binder itself. */
  readonly isCommon: boolean;
}

export type ConfirmImpact = "None" | "Low" | "Medium" | "High";

/**
 * What differs for a command behind a proxy: errors of its binding come from the server, so they know no position in
 * the typed line, and its questions do not offer to suspend.
 */
export interface RemoteCommand {
  /** Puts on an error record what the server or the client adds to it, such as the computer's name. */
  readonly stampError: (context: ExecutionContext, record: ErrorRecord) => void;
  /** The module that holds the proxy. */
  readonly moduleName: (context: ExecutionContext) => string;
}

/** One `[OutputType()]`: the type, or its name where no such type is known. */
export interface OutputTypeName {
  readonly name: string;
  readonly type: DotNetType | null;
}

/** Everything that binding, help, completion and Get-Command know of a command's parameters. */
export interface CommandMetadata {
  /** Real name: `Select-Object`. */
  readonly name: string;
  /** In declaration order, common parameters last. */
  readonly parameters: readonly ParameterMetadata[];
  readonly defaultParameterSet: string | null;
  readonly supportsShouldProcess: boolean;
  readonly confirmImpact: ConfirmImpact;
  /** Second half of FullyQualifiedErrorId: the cmdlet's .NET type name, or the function's name. */
  readonly errorTypeName: string;
  /** What `[Obsolete()]` says of the command itself. */
  readonly obsolete?: string | undefined;
  /** Where the command's help is on the web; what it writes, as it declares. */
  readonly helpUri?: string | undefined;
  readonly outputTypes?: readonly OutputTypeName[] | undefined;
  /** Compiled cmdlets and script functions convert arguments with different words. */
  readonly isCompiled: boolean;
  /** Set for a command that runs in a remote session and is called through a proxy (the cmdlets of Exchange). */
  readonly remote?: RemoteCommand;
  /** `false`: a simple function, whose leftover arguments become `$args` and which has no common parameters. */
  readonly isAdvanced: boolean;
}
