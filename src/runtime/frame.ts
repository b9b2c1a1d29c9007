import type { Extent } from "../../grammar/syntax-tree.js";
import type { InvocationInfo } from "../values/errors.js";
import { epoch } from "../values/journal.js";
import { Double } from "../values/numbers.js";
import type { SourceText } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import type { Engine } from "./engine.js";
import { assign, type ScopeTables } from "./scope.js";
import type { CommandStreams, Pipe } from "./streams.js";
import type { Variable } from "./variable.js";

/**
 * How a statement ended. Inside one script block control flow is these codes; the label of a `break` or `continue` is
 * in the frame.
 */
export const Completion = { Normal: 0, Break: 1, Continue: 2, Return: 3 } as const;
export type Completion = (typeof Completion)[keyof typeof Completion];

/** The names that one script block mentions, each with the index of its slot. */
export interface SlotTable {
  /** Keys of look-up: lower case. */
  readonly keys: readonly string[];
  /** As first written. */
  readonly names: readonly string[];
  readonly source: SourceText;
  /** Whether `+=` and its kin begin with a variable of the own scope only; see {@link Frame.readToModify}. */
  readonly modifiesOwnVariables: boolean;
}

/**
 * One run of a script block. Slots keep the cells of variables that its scope has, once found: the common access is an
 * array element. Variables of outer scopes are looked up each time, so that nothing can shadow them unseen.
 */
export class Frame {
  readonly slots: (Variable | undefined)[];
  /** The statement that runs: where errors of expressions are shown. `null`: errors have no position. */
  at: Extent | null = null;
  /** Of a `break` or `continue` on its way; `null`: the innermost loop. */
  label: string | null = null;
  /** The scope was made for this run, and its parameters are set. */
  ownsScope = false;
  private runningOutput: Pipe | null = null;
  constructor(
    readonly engine: Engine,
    readonly table: SlotTable,
    readonly scope: ScopeTables,
    /** Where errors and texts of statements go; replaced during a redirection. */
    public streams: CommandStreams,
    /** What called: for positions and the stack trace. */
    readonly caller: Frame | null,
    /** `f` or `<ScriptBlock>`, as the stack trace names it. */
    readonly name: string,
    readonly invocation: InvocationInfo | null,
  ) {
    this.slots = new Array(table.keys.length);
  }

  /** Where the block that runs writes to. */
  get output(): Pipe {
    return this.runningOutput ?? this.streams.output;
  }
  set output(pipe: Pipe) {
    this.runningOutput = pipe;
  }

  /** The variable that a slot's name means; `undefined` when there is none. */
  read(slot: number): Value | undefined {
    const cell = this.slots[slot];
    if (cell !== undefined && cell.kept !== undefined) return cell.kept;
    return this.find(slot)?.current;
  }

  /**
   * What `$x += 1` begins with. A block in a scope of its own does not see the `$x` around it there, unless the block
   * itself dot-sources something or calls a cmdlet that makes variables (`$x++` and `$x = $x + 1` always see it).
   * Of the real engine, by asking it.
   */
  readToModify(slot: number): Value | undefined {
    const known = this.slots[slot]?.kept;
    return known !== undefined ? known : this.findToModify(slot);
  }
  private findToModify(slot: number): Value | undefined {
    if (!this.ownsScope || !this.table.modifiesOwnVariables) return this.read(slot);
    const key = this.table.keys[slot] as string;
    const value = (this.slots[slot] ?? this.scope.own(key))?.current;
    if (value !== undefined) return value;
    const outer = this.scope.lookUp(key);
    return key === "_" || outer?.options.has("AllScope") === true ? outer?.current : null;
  }

  /** The cell that a slot's name means in this scope or around it. */
  find(slot: number): Variable | undefined {
    const key = this.table.keys[slot] as string;
    const own = this.scope.own(key);
    if (own === undefined) return this.scope.lookUp(key);
    this.slots[slot] = own;
    return own.current === undefined ? this.scope.lookUp(key) : own;
  }

  write(slot: number, value: Value): void {
    const cell = this.slots[slot];
    if (cell !== undefined && cell.free === epoch && cell.kept !== undefined) cell.kept = value;
    else this.assign(slot, value);
  }
  /** Writes a Double that is likely to be added to before it is read. */
  writeSum(slot: number, sum: number): void {
    const cell = this.slots[slot];
    if (cell === undefined || cell.free !== epoch) this.write(slot, new Double(sum));
    else if (cell.sum !== null) cell.sum.value = sum;
    else if (cell.kept !== undefined) cell.beginSum(sum);
    else this.write(slot, new Double(sum));
  }
  // Apart from its fast path, so that compilers take that into the code around it; the same goes for what reads.
  private assign(slot: number, value: Value): void {
    this.slots[slot] = assign(this.scope, this.table.names[slot] as string, this.table.keys[slot] as string, value);
  }
}
