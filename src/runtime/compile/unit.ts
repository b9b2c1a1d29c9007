import type { Extent, VariablePath } from "../../../grammar/syntax-tree.js";
import type { SourceText } from "../../values/script-block.js";
import type { Value } from "../../values/value.js";
import type { Completion, Frame, SlotTable } from "../frame.js";
import type { RuntimeFacts } from "../runtime-facts.js";
import type { Pipe } from "../streams.js";
import { nameKey } from "../variable.js";

/** An expression, compiled. */
export type Evaluate = (frame: Frame) => Value;
/** A statement, compiled: writes its objects to `out`. */
export type Execute = (frame: Frame, out: Pipe) => Completion;

/** What is compiled together: one script block with its parameters; nested script blocks are units of their own. */
export class Unit implements SlotTable {
  readonly keys: string[] = [];
  readonly names: string[] = [];
  modifiesOwnVariables: boolean;
  private readonly indexes = new Map<string, number>();

  constructor(
    readonly source: SourceText,
    readonly facts: RuntimeFacts,
  ) {
    this.modifiesOwnVariables = facts.modifiesOwnVariables;
  }

  /** The slot of a name. */
  slot(name: string): number {
    const key = nameKey(name);
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.keys.length;
      this.indexes.set(key, index);
      this.keys.push(key);
      this.names.push(name);
    }
    return index;
  }

  /** The name under which a variable is kept: `$PSItem` is `$_`. */
  variableName({ unqualifiedPath }: VariablePath): string {
    return this.facts.psItem && nameKey(unqualifiedPath) === "psitem" ? "_" : unqualifiedPath;
  }

  /** The slot that a name has already. */
  slotOf(key: string): number | undefined {
    return this.indexes.get(key);
  }

  /** The text of a node. */
  textOf({ start, end }: Extent): string {
    return this.source.text.slice(start, end);
  }
}
