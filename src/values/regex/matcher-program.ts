import type { PatternNode, RepeatNode } from "./pattern-tree.js";
import { type UnitSet, unitSet } from "./unit-sets.js";

/** One step of a matcher. `step` is 1 where the pattern reads on and -1 where it looks back; targets are indices. */
export type Instruction =
  | { readonly op: "unit"; readonly set: UnitSet; readonly step: 1 | -1 }
  /** Many units of one set: no choice is kept for each of them. */
  | {
      readonly op: "run";
      readonly set: UnitSet;
      readonly step: 1 | -1;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  /** Goes on, and at `other` when that fails. */
  | { readonly op: "split"; other: number }
  | { readonly op: "jump"; target: number }
  /** Keeps the place in a register. */
  | { readonly op: "mark"; readonly register: number }
  | { readonly op: "zero"; readonly register: number }
  /** At the head of a loop: `count` rounds were made, the last one began at `began`; behind the body stands a jump here. */
  | {
      readonly op: "loop";
      readonly count: number;
      readonly began: number;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      exit: number;
    }
  /** What stands from here to `exit` is matched on its own; whether the match goes on behind that or where it was. */
  | { readonly op: "look"; readonly negated: boolean; readonly moves: boolean; exit: number }
  | { readonly op: "reference"; readonly starts: readonly number[]; readonly step: 1 | -1 }
  | { readonly op: "accept" };

export interface MatcherProgram {
  readonly instructions: readonly Instruction[];
  /** Two registers for each of JavaScript's groups (start, end; the whole match is group 0), then those of loops. */
  readonly registers: number;
  /** Whether references do; in the units' sets it is done already. */
  readonly ignoresCase: boolean;
}

/** Makes the steps of a pattern. */
export function compileMatcher(tree: PatternNode, flags: string): MatcherProgram {
  return new MatcherCompiler(flags).compile(tree);
}

class MatcherCompiler {
  private readonly out: Instruction[] = [];
  private registers = 2;
  private step: 1 | -1 = 1;
  constructor(private readonly flags: string) {}

  compile(tree: PatternNode): MatcherProgram {
    this.registers = 2 * (highestGroup(tree) + 1);
    this.emit({ op: "mark", register: 0 });
    this.add(tree);
    this.emit({ op: "mark", register: 1 });
    this.emit({ op: "accept" });
    return { instructions: this.out, registers: this.registers, ignoresCase: this.flags.includes("i") };
  }

  private emit<T extends Instruction>(instruction: T): T {
    this.out.push(instruction);
    return instruction;
  }

  private add(node: PatternNode): void {
    switch (node.kind) {
      case "unit":
        this.emit({ op: "unit", set: unitSet(node.source, this.flags), step: this.step });
        return;
      case "sequence":
        for (const item of this.step === 1 ? node.items : [...node.items].reverse()) this.add(item);
        return;
      case "choice":
        this.addChoice(node.options);
        return;
      case "repeat":
        this.addRepeat(node);
        return;
      case "group": {
        const [before, after] = this.step === 1 ? [0, 1] : [1, 0];
        if (node.index !== null) this.emit({ op: "mark", register: 2 * node.index + before });
        this.add(node.body);
        if (node.index !== null) this.emit({ op: "mark", register: 2 * node.index + after });
        return;
      }
      case "look": {
        const { step } = this;
        this.step = node.behind ? -1 : 1;
        this.addLook(node.body, node.negated, false);
        this.step = step;
        return;
      }
      case "atomic":
        this.addLook(node.body, false, true);
        return;
      case "reference":
        this.emit({ op: "reference", starts: node.indices.map((index) => 2 * index), step: this.step });
        return;
    }
  }

  private addChoice(options: readonly PatternNode[]): void {
    const jumps = options.slice(0, -1).map((option) => {
      const split = this.emit({ op: "split", other: 0 });
      this.add(option);
      const jump = this.emit({ op: "jump", target: 0 });
      split.other = this.out.length;
      return jump;
    });
    const last = options.at(-1);
    if (last !== undefined) this.add(last);
    for (const jump of jumps) jump.target = this.out.length;
  }

  private addLook(body: PatternNode, negated: boolean, moves: boolean): void {
    const look = this.emit({ op: "look", negated, moves, exit: 0 });
    this.add(body);
    this.emit({ op: "accept" });
    look.exit = this.out.length;
  }

  private addRepeat({ body, min, max, lazy }: RepeatNode): void {
    if (body.kind === "unit") {
      this.emit({ op: "run", set: unitSet(body.source, this.flags), step: this.step, min, max, lazy });
      return;
    }
    const count = this.registers++;
    const began = this.registers++;
    this.emit({ op: "zero", register: count });
    const target = this.out.length;
    const loop = this.emit({ op: "loop", count, began, min, max, lazy, exit: 0 });
    this.add(body);
    this.emit({ op: "jump", target });
    loop.exit = this.out.length;
  }
}

function highestGroup(node: PatternNode): number {
  switch (node.kind) {
    case "unit":
    case "reference":
      return 0;
    case "sequence":
      return Math.max(0, ...node.items.map(highestGroup));
    case "choice":
      return Math.max(0, ...node.options.map(highestGroup));
    case "group":
      return Math.max(node.index ?? 0, highestGroup(node.body));
    default:
      return highestGroup(node.body);
  }
}
