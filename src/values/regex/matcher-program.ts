import type { ConditionNode, PatternNode, RepeatNode } from "./pattern-tree.js";
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
  | { readonly op: "reference"; readonly group: number; readonly step: 1 | -1 }
  /** A group of .NET's has matched from the place in a register to here. */
  | { readonly op: "capture"; readonly group: number; readonly register: number }
  /** Takes back the last capture of a group, which must have one; `group`, if any, captures what lies between. */
  | { readonly op: "balance"; readonly group: number | null; readonly released: number; readonly register: number }
  /** Goes on only where the search began. */
  | { readonly op: "origin" }
  /** Goes on at `exit` when the group has no capture. */
  | { readonly op: "captured"; readonly group: number; exit: number }
  | { readonly op: "accept" };

export interface MatcherProgram {
  readonly instructions: readonly Instruction[];
  /** How many are needed: the places where the match, groups and rounds of loops began, and counts of rounds. */
  readonly registers: number;
  /** How many groups .NET has, with the whole match. */
  readonly groups: number;
  /** The direction of the whole pattern. */
  readonly step: 1 | -1;
  /** Whether references do; in the units' sets it is done already. */
  readonly ignoresCase: boolean;
}

/**
 * Makes the steps of a pattern.
 * @param groups which of JavaScript's groups make up each of .NET's, [0] the whole match
 */
export function compileMatcher(
  tree: PatternNode,
  flags: string,
  groups: readonly (readonly number[])[],
  rightToLeft = false,
): MatcherProgram {
  return new MatcherCompiler(flags, groups, rightToLeft ? -1 : 1).compile(tree);
}

class MatcherCompiler {
  private readonly out: Instruction[] = [];
  private registers = 0;
  /** .NET's group of each of JavaScript's. */
  private readonly groupOf = new Map<number, number>();
  constructor(
    private readonly flags: string,
    private readonly groups: readonly (readonly number[])[],
    private step: 1 | -1,
  ) {
    groups.forEach((indices, group) => {
      for (const index of indices) this.groupOf.set(index, group);
    });
  }

  compile(tree: PatternNode): MatcherProgram {
    const { step } = this;
    this.addCaptured(0, tree);
    this.emit({ op: "accept" });
    return {
      instructions: this.out,
      registers: this.registers,
      groups: this.groups.length,
      step,
      ignoresCase: this.flags.includes("i"),
    };
  }

  private group(index: number): number {
    return this.groupOf.get(index) ?? 0;
  }

  private addCaptured(group: number, body: PatternNode): void {
    const register = this.registers++;
    this.emit({ op: "mark", register });
    this.add(body);
    this.emit({ op: "capture", group, register });
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
      case "group":
        if (node.index === null) this.add(node.body);
        else this.addCaptured(this.group(node.index), node.body);
        return;
      case "balance": {
        const register = this.registers++;
        this.emit({ op: "mark", register });
        this.add(node.body);
        const group = node.index === null ? null : this.group(node.index);
        this.emit({ op: "balance", group, released: this.group(node.released[0] ?? 0), register });
        return;
      }
      case "origin":
        this.emit({ op: "origin" });
        return;
      case "condition":
        this.addCondition(node);
        return;
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
        this.emit({ op: "reference", group: this.group(node.indices[0] ?? 0), step: this.step });
        return;
    }
  }

  private addChoice(options: readonly PatternNode[]): void {
    this.addWays(options.map((option) => () => this.add(option)));
  }

  /** Ways that are tried one after another. */
  private addWays(ways: readonly (() => void)[]): void {
    const jumps = ways.slice(0, -1).map((addWay) => {
      const split = this.emit({ op: "split", other: 0 });
      addWay();
      const jump = this.emit({ op: "jump", target: 0 });
      split.other = this.out.length;
      return jump;
    });
    ways.at(-1)?.();
    for (const jump of jumps) jump.target = this.out.length;
  }

  private addLook(body: PatternNode, negated: boolean, moves: boolean): void {
    const look = this.emit({ op: "look", negated, moves, exit: 0 });
    this.add(body);
    this.emit({ op: "accept" });
    look.exit = this.out.length;
  }

  /** Not a choice: what the test finds is not given back. */
  private addCondition({ test, yes, no }: ConditionNode): void {
    if ("kind" in test) {
      const passes = (node: PatternNode) => {
        this.add(test);
        this.add(node);
      };
      const fails = (node: PatternNode) => {
        if (test.kind === "look") this.add({ ...test, negated: true });
        this.add(node);
      };
      this.addWays([() => passes(yes), () => fails(no)]);
      return;
    }
    const captured = this.emit({ op: "captured", group: this.group(test[0] ?? 0), exit: 0 });
    this.add(yes);
    const jump = this.emit({ op: "jump", target: 0 });
    captured.exit = this.out.length;
    this.add(no);
    jump.target = this.out.length;
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
