import { PSArray } from "../values/collections.js";
import { convertTo } from "../values/conversion/index.js";
import type { DotNetType } from "../values/dotnet-type.js";
import { PowerShellError, runtimeError } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { isNull } from "../values/objects.js";
import { toText } from "../values/text.js";
import type { Value } from "../values/value.js";
import type { ParameterValidation } from "./command-metadata.js";
import type { Engine } from "./engine.js";
import type { ScopeTables } from "./scope.js";
import { assignTo } from "./scope.js";
import type { VariableConstraint } from "./variable.js";

/** One type or attribute before a variable; those that change nothing are left out. */
export type Declaration =
  | { readonly kind: "type"; readonly type: DotNetType }
  | { readonly kind: "validation"; readonly validation: ParameterValidation };

/**
 * Converts by the types in turn.
 * @param asArgument as parameters and variables of the global scope do it, who refuse text for a boolean
 */
export function applyTypes(
  engine: Engine,
  declarations: readonly Declaration[],
  value: Value,
  asArgument = false,
): Value {
  let kept = value;
  for (const declaration of declarations) {
    if (declaration.kind === "type")
      kept = asArgument ? convertArgument(engine, kept, declaration.type) : convertTo(engine, kept, declaration.type);
  }
  return kept;
}

/** A conversion as parameters do it: unlike a cast, text is no boolean. */
function convertArgument(engine: Engine, value: Value, type: DotNetType): Value {
  const isBoolean = type.fullName === "System.Boolean";
  if (isBoolean && (typeof value === "string" || value === null || value instanceof PSArray)) {
    const name = value === null ? "" : typeof value === "string" ? "System.String" : value.type.fullName;
    throw runtimeError(
      "RuntimeException",
      "InvalidArgument",
      `Cannot convert value "${name}" to type "System.Boolean". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.`,
    );
  }
  return convertTo(engine, value, type);
}

/**
 * What assignments to a declared variable pass. A variable of the global scope reports a failed conversion as an error
 * of its metadata, a local one of a function as the cast does.
 */
export class DeclaredConstraint implements VariableConstraint {
  constructor(
    private readonly engine: Engine,
    private readonly name: string,
    readonly declarations: readonly Declaration[],
    private readonly reportsMetadata: boolean,
  ) {}

  get attributes(): readonly string[] {
    return this.declarations.map((declaration) =>
      declaration.kind === "type" ? "ArgumentTypeConverterAttribute" : `${declaration.validation.kind}Attribute`,
    );
  }

  transform(value: Value): Value {
    const kept = this.convert(value);
    this.validate(kept, false);
    return kept;
  }

  /** The value that the declaration itself assigns. */
  first(value: Value, isNew: boolean): Value {
    const kept = this.convert(value);
    this.validate(kept, isNew);
    return kept;
  }

  /** Converts by the types, without validating. */
  convert(value: Value): Value {
    try {
      return applyTypes(this.engine, this.declarations, value, this.reportsMetadata);
    } catch (error) {
      if (!(error instanceof PowerShellError) || !this.reportsMetadata) throw error;
      throw runtimeError("RuntimeException", "MetadataError", error.record.exception.message, {
        exceptionType: "System.Management.Automation.ArgumentTransformationMetadataException",
        inner: error.record.exception,
      });
    }
  }

  private validate(value: Value, isNew: boolean): void {
    const { engine } = this;
    for (const declaration of this.declarations) {
      if (declaration.kind !== "validation" || engine.services.binder.isValid(engine, declaration.validation, value))
        continue;
      const text = isNull(value) ? "$null" : toText(engine, value);
      const message = isNew
        ? `The attribute cannot be added because variable ${this.name} with value ${text} would no longer be valid.`
        : `The variable cannot be validated because the value ${text} is not a valid value for the ${this.name} variable.`;
      throw runtimeError("ValidateSetFailure", "MetadataError", message, {
        exceptionType: "System.Management.Automation.ValidationMetadataException",
      });
    }
  }
}
heapClass("DeclaredConstraint", DeclaredConstraint);

/** `[int]$x = 5`: the variable of this scope gets the value and keeps the declaration. */
export function declareVariable(
  engine: Engine,
  scope: ScopeTables,
  name: string,
  key: string,
  declarations: readonly Declaration[],
  value: Value,
): void {
  const existing = scope.target(key);
  if (existing !== undefined && !existing.isWritable) assignTo(existing, value);
  const constraint = new DeclaredConstraint(engine, name, declarations, scope.parent === null);
  const kept = constraint.first(value, existing === undefined);
  const variable = existing ?? scope.define(name, kept, key);
  variable.put(kept);
  variable.constraint = declarations.length === 0 ? variable.constraint : constraint;
}
