import type { Value } from "../values/value.js";
import type { VariableEntry } from "./session-state.js";

/** System.Management.Automation.ScopedItemOptions as far as variables have them. */
export type VariableOption = "ReadOnly" | "Constant" | "AllScope" | "Private";

const noOptions: ReadonlySet<VariableOption> = new Set();

/**
 * What an assignment has to pass before it is kept: the types and validations written before the variable
 * (`[int]$x`, `[ValidateSet('a', 'b')]$y`), or the code behind an automatic variable.
 */
export interface VariableConstraint {
  /** The value to keep; throws a PowerShellError when the value is refused. */
  transform(value: Value): Value;
  /** Names of the attributes, as `(Get-Variable x).Attributes` counts them. */
  readonly attributes: readonly string[];
}

/**
 * A variable: one cell, shared by everything that reads or writes it, so that compiled code may keep it between
 * accesses. Removing a variable empties its cell, which sends such code back to look it up by name.
 */
export class Variable implements VariableEntry {
  /** `undefined`: removed. Read by compiled code directly; written through {@link Variable.value} or {@link assign}. */
  current: Value | undefined;
  private optionSet: ReadonlySet<VariableOption> = noOptions;
  private attached: VariableConstraint | null = null;
  /** No options and no constraint: an assignment only has to keep the value. */
  plain = true;
  description = "";

  constructor(
    readonly name: string,
    value: Value,
  ) {
    this.current = value;
  }

  get value(): Value {
    return this.current ?? null;
  }
  set value(value: Value) {
    this.current = value;
  }
  get options(): ReadonlySet<VariableOption> {
    return this.optionSet;
  }
  set options(options: ReadonlySet<VariableOption>) {
    this.optionSet = options;
    this.updatePlain();
  }
  get constraint(): VariableConstraint | null {
    return this.attached;
  }
  set constraint(constraint: VariableConstraint | null) {
    this.attached = constraint;
    this.updatePlain();
  }
  get isWritable(): boolean {
    return !this.optionSet.has("ReadOnly") && !this.optionSet.has("Constant");
  }

  private updatePlain(): void {
    this.plain = this.optionSet.size === 0 && this.attached === null;
  }
}

/** Names of variables, functions and aliases ignore case: what tables are keyed by. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
