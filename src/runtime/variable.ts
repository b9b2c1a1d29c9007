import { heapClass, heapConstant } from "../values/heap/heap-class.js";
import { changeOf, epoch } from "../values/journal.js";
import { Double } from "../values/numbers.js";
import type { Value } from "../values/value.js";
import type { VariableEntry } from "./session-state.js";

/** System.Management.Automation.ScopedItemOptions as far as variables have them. */
export type VariableOption = "ReadOnly" | "Constant" | "AllScope" | "Private";

const noOptions: ReadonlySet<VariableOption> = new Set();
heapConstant("noOptions", noOptions);

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
 * What a variable holds while a loop adds to it and nobody reads it: the bare number of a Double. Boxing each sum made up
 * most of the time of such a loop.
 */
export class RunningSum {
  declare value: number;
  constructor(value: number) {
    this.value = value;
  }
}
heapClass("RunningSum", RunningSum);

/** The line in which a cell may not be written without ado. */
const never = -1;

/**
 * A variable: one cell, shared by everything that reads or writes it, so that compiled code may keep it between
 * accesses. Removing a variable empties its cell, which sends such code back to look it up by name.
 */
export class Variable implements VariableEntry {
  /**
   * What it holds; `undefined`: nothing any more, or a Double of {@link sum}. Only compiled code looks here, and writes
   * where {@link free} allows it; everything else reads {@link current} and writes through {@link put}.
   */
  kept: Value | undefined;
  /** A Double to which code adds, until somebody reads it; `null`: {@link kept} says what the variable holds. */
  sum: RunningSum | null = null;
  private optionSet: ReadonlySet<VariableOption> = noOptions;
  private attached: VariableConstraint | null = null;
  private text = "";
  /** What a variable holds that only code inside the session may see; its cell is empty then, so that reads ask. */
  private hidden: Value | undefined;
  /** No options and no constraint: an assignment only has to keep the value. */
  plain = true;
  /** The line in which the cell was made or its state was last journaled. */
  private epoch = epoch;
  /** The line in which an assignment has nothing to do but to keep the value: the cell is plain and journaled. */
  free = epoch;

  constructor(
    readonly name: string,
    value: Value,
  ) {
    this.kept = value;
  }

  /** What it holds; `undefined`: it was removed. */
  get current(): Value | undefined {
    return this.sum === null ? this.kept : this.settle(this.sum);
  }
  /** Holds a Double that is added to; the line may write the variable freely. */
  beginSum(value: number): void {
    this.sum = new RunningSum(value);
    this.kept = undefined;
  }
  private settle({ value }: RunningSum): Value {
    this.sum = null;
    this.kept = new Double(value);
    return this.kept;
  }

  /** Keeps a value, whatever the options and the constraint; `undefined` empties the cell. */
  put(value: Value | undefined): void {
    if (this.epoch !== epoch) this.keep();
    this.sum = null;
    this.kept = value;
  }
  get value(): Value {
    return this.current ?? this.hidden ?? null;
  }
  set value(value: Value) {
    if (this.hidden === undefined) this.put(value);
    else this.hide(value);
  }
  /** `undefined`: the variable is public. */
  get hiddenValue(): Value | undefined {
    return this.hidden;
  }
  get isPrivate(): boolean {
    return this.hidden !== undefined;
  }
  /** Makes the variable private or public. */
  set isPrivate(isPrivate: boolean) {
    const { value } = this;
    if (isPrivate) this.hide(value);
    else {
      this.keep();
      this.hidden = undefined;
      this.updatePlain();
      this.put(value);
    }
  }
  private hide(value: Value): void {
    this.put(undefined);
    this.keep();
    this.hidden = value;
    this.updatePlain();
  }
  get options(): ReadonlySet<VariableOption> {
    return this.optionSet;
  }
  set options(options: ReadonlySet<VariableOption>) {
    this.keep();
    this.optionSet = options;
    this.updatePlain();
  }
  get constraint(): VariableConstraint | null {
    return this.attached;
  }
  set constraint(constraint: VariableConstraint | null) {
    this.keep();
    this.attached = constraint;
    this.updatePlain();
  }
  get description(): string {
    return this.text;
  }
  set description(text: string) {
    this.keep();
    this.text = text;
  }
  get isWritable(): boolean {
    return !this.optionSet.has("ReadOnly") && !this.optionSet.has("Constant");
  }

  /** Journals the state before the first change in the line that runs. */
  private keep(): void {
    if (this.epoch === epoch) return;
    const { current, optionSet, attached, text, hidden } = this;
    changeOf(this, () => ({
      undo: () => {
        this.sum = null;
        this.kept = current;
        this.optionSet = optionSet;
        this.attached = attached;
        this.text = text;
        this.hidden = hidden;
        this.updatePlain();
      },
    }));
    this.epoch = epoch;
    this.updatePlain();
  }
  private updatePlain(): void {
    this.plain = this.optionSet.size === 0 && this.attached === null && this.hidden === undefined;
    this.free = this.plain ? this.epoch : never;
  }
}
heapClass("Variable", Variable, { caches: { free: never } });

/** Names of variables, functions and aliases ignore case: what tables are keyed by. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
