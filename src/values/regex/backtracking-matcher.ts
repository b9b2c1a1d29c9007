import type { Instruction, MatcherProgram } from "./matcher-program.js";

/** What pays for the steps of a match; throws when the line may take no more. */
export interface StepMeter {
  /** `steps` were taken. */
  spend(steps: number): void;
  checkSize(kind: "collection", size: number): void;
}

/** Steps between two reports to the meter. */
const stepsBetweenReports = 1024;

/** What an entry of the trail means; entries are four numbers. */
const Trail = {
  /** Go on at instruction a, place b. */
  choice: 0,
  /** A register: a, its value before: b. */
  register: 1,
  /** A greedy run, instruction a, may end at b again, and nearer down to c. */
  shorterRun: 2,
  /** A lazy run, instruction a, may go on at b up to c. */
  longerRun: 3,
  /** The captures of a group: a, the latest of them before: b; how many captures there were in all: c. */
  captures: 4,
} as const;
const entrySize = 4;

/** A piece of the text. */
export interface CapturedPlace {
  readonly start: number;
  readonly end: number;
}

/** For each of .NET's groups its captures in the order of time; none where it took no part. [0] is the whole match. */
export type FoundGroups = readonly (readonly CapturedPlace[])[];

interface Capture extends CapturedPlace {
  /** The capture of the same group before it, as an index; -1 when there is none. */
  readonly previous: number;
}

/**
 * Matches as .NET's engine does, by trying, and counts what it does: for patterns that may take exponentially long. The
 * trail of open choices is a list, so nesting and length of the text cost no stack.
 */
export class BacktrackingMatcher {
  private trail: number[] = [];
  private registers: number[] = [];
  /** All captures; of each group, which is the latest (-1: none). */
  private captures: Capture[] = [];
  private latest: number[] = [];
  private origin = 0;
  private steps = 0;
  /** Where the latest run ended. */
  private end = 0;

  constructor(
    private readonly program: MatcherProgram,
    private readonly text: string,
    private readonly meter: StepMeter,
  ) {}

  /**
   * The first match that begins at `start` or further on (at `start` only, when it is anchored there); `null` without a
   * match.
   * @param origin where the search began, which is what `\G` asks for
   */
  match(start: number, startsOnly: boolean, origin = start): FoundGroups | null {
    const { step, groups, registers } = this.program;
    try {
      this.trail.length = 0;
      this.captures.length = 0;
      this.registers = new Array<number>(registers).fill(-1);
      this.latest = new Array<number>(groups).fill(-1);
      this.origin = origin;
      for (let at = start; at >= 0 && at <= this.text.length; at += step) {
        if (this.run(0, at)) return this.latest.map((latest) => this.capturesUpTo(latest));
        if (startsOnly) return null;
      }
      return null;
    } finally {
      this.report();
    }
  }

  private capturesUpTo(latest: number): readonly CapturedPlace[] {
    const found: CapturedPlace[] = [];
    for (let i = latest; i >= 0; i = this.captures[i]?.previous ?? -1) found.push(this.captures[i] as Capture);
    return found.reverse();
  }

  private report(): void {
    const { steps } = this;
    this.steps = 0;
    this.meter.spend(steps);
  }
  private count(steps: number): void {
    this.steps += steps;
    if (this.steps < stepsBetweenReports) return;
    this.report();
    this.meter.checkSize("collection", this.trail.length);
  }

  private setLatest(group: number, latest: number): void {
    this.trail.push(Trail.captures, group, this.latest[group] as number, this.captures.length);
    this.latest[group] = latest;
  }
  private addCapture(group: number, start: number, end: number): void {
    this.setLatest(group, this.captures.length);
    this.captures.push({ start, end, previous: this.trail[this.trail.length - 2] as number });
  }

  private set(register: number, value: number): void {
    this.trail.push(Trail.register, register, this.registers[register] as number, 0);
    this.registers[register] = value;
  }

  /** Runs from an instruction and a place to `accept`; takes back what it tried when there is no way. */
  private run(from: number, start: number): boolean {
    const { instructions } = this.program;
    const bottom = this.trail.length;
    let pc = from;
    let at = start;
    for (;;) {
      this.count(1);
      const instruction = instructions[pc] as Instruction;
      let next = pc + 1;
      switch (instruction.op) {
        case "accept":
          this.end = at;
          return true;
        case "unit":
          at = this.unitAt(instruction.set, at, instruction.step);
          break;
        case "run":
          at = this.runOf(instruction, pc, at);
          break;
        case "split":
          this.trail.push(Trail.choice, instruction.other, at, 0);
          break;
        case "jump":
          next = instruction.target;
          break;
        case "mark":
          this.set(instruction.register, at);
          break;
        case "zero":
          this.set(instruction.register, 0);
          break;
        case "loop":
          next = this.loopRound(instruction, pc, at);
          break;
        case "look":
          if (this.look(pc + 1, at) === instruction.negated) at = failed;
          else if (instruction.moves) at = this.end;
          next = instruction.exit;
          break;
        case "reference":
          at = this.referenceAt(instruction.group, at, instruction.step);
          break;
        case "capture": {
          const began = this.registers[instruction.register] as number;
          this.addCapture(instruction.group, Math.min(began, at), Math.max(began, at));
          break;
        }
        case "balance":
          if (!this.balance(instruction, at)) at = failed;
          break;
        case "origin":
          if (at !== this.origin) at = failed;
          break;
        case "captured":
          if (this.latest[instruction.group] === -1) next = instruction.exit;
          break;
      }
      if (at !== failed) {
        pc = next;
        continue;
      }
      const resumed = this.backtrack(bottom);
      if (!resumed) return false;
      pc = this.resumeAt;
      at = this.resumePlace;
    }
  }

  private unitAt(set: { has(code: number): boolean }, at: number, step: 1 | -1): number {
    const index = step === 1 ? at : at - 1;
    return index >= 0 && index < this.text.length && set.has(this.text.charCodeAt(index)) ? at + step : failed;
  }

  private runOf(run: Extract<Instruction, { op: "run" }>, pc: number, start: number): number {
    const { set, step, min, max, lazy } = run;
    const least = start + step * min;
    let at = start;
    const wanted = lazy ? min : max;
    for (let n = 0; n < wanted; n++) {
      const next = this.unitAt(set, at, step);
      if (next === failed) break;
      at = next;
    }
    this.count((at - start) * step);
    if ((at - least) * step < 0) return failed;
    if (lazy) {
      if (max > min) this.trail.push(Trail.longerRun, pc, at, max - min);
    } else if (at !== least) this.trail.push(Trail.shorterRun, pc, at, least);
    return at;
  }

  /** Where the loop goes on: into its body, or behind it. */
  private loopRound(loop: Extract<Instruction, { op: "loop" }>, pc: number, at: number): number {
    const { count, began, min, max, lazy, exit } = loop;
    const rounds = this.registers[count] as number;
    // A round that read nothing is the last.
    const isStuck = rounds > 0 && this.registers[began] === at;
    if (rounds >= min && (rounds >= max || isStuck)) return exit;
    if (rounds < min && isStuck) return exit;
    if (rounds >= min && lazy) {
      this.trail.push(Trail.choice, -pc - 1, at, 0);
      return exit;
    }
    if (rounds >= min) this.trail.push(Trail.choice, exit, at, 0);
    return this.enterRound(loop, pc, at);
  }

  private enterRound({ count, began }: Extract<Instruction, { op: "loop" }>, pc: number, at: number): number {
    this.set(count, (this.registers[count] as number) + 1);
    this.set(began, at);
    return pc + 1;
  }

  /** Matches a look-around on its own; of its choices none stays, of its captures those of a match. */
  private look(from: number, at: number): boolean {
    const bottom = this.trail.length;
    if (!this.run(from, at)) return false;
    let kept = bottom;
    for (let i = bottom; i < this.trail.length; i += entrySize) {
      if (this.trail[i] !== Trail.register && this.trail[i] !== Trail.captures) continue;
      this.trail.copyWithin(kept, i, i + entrySize);
      kept += entrySize;
    }
    this.trail.length = kept;
    return true;
  }

  /** A reference to a group that took no part fails, as in .NET. */
  private referenceAt(group: number, at: number, step: 1 | -1): number {
    const captured = this.captures[this.latest[group] as number];
    if (captured === undefined) return failed;
    const length = captured.end - captured.start;
    this.count(length);
    const from = step === 1 ? at : at - length;
    return this.equalTexts(captured.start, from, length) ? at + step * length : failed;
  }

  private balance({ group, released, register }: BalanceInstruction, at: number): boolean {
    const old = this.captures[this.latest[released] as number];
    if (old === undefined) return false;
    this.setLatest(released, old.previous);
    if (group === null) return true;
    const began = this.registers[register] as number;
    const [start, end] = [Math.min(began, at), Math.max(began, at)];
    if (start >= old.end) this.addCapture(group, old.end, start);
    else if (end <= old.start) this.addCapture(group, end, old.start);
    else this.addCapture(group, Math.max(start, old.start), Math.min(end, old.end));
    return true;
  }

  private equalTexts(one: number, other: number, length: number): boolean {
    if (other < 0 || other + length > this.text.length) return false;
    const a = this.text.slice(one, one + length);
    const b = this.text.slice(other, other + length);
    return a === b || (this.program.ignoresCase && a.toUpperCase() === b.toUpperCase());
  }

  private resumeAt = 0;
  private resumePlace = 0;

  /** Goes back to the last open choice above `bottom`; false when there is none. */
  private backtrack(bottom: number): boolean {
    const { trail } = this;
    while (trail.length > bottom) {
      const top = trail.length - entrySize;
      const kind = trail[top] as number;
      const a = trail[top + 1] as number;
      const b = trail[top + 2] as number;
      const c = trail[top + 3] as number;
      trail.length = top;
      this.count(1);
      if (kind === Trail.register) {
        this.registers[a] = b;
        continue;
      }
      if (kind === Trail.captures) {
        this.latest[a] = b;
        this.captures.length = c;
        continue;
      }
      if (kind === Trail.choice) {
        if (a >= 0) this.resumeAt = a;
        else this.resumeAt = this.enterRound(this.program.instructions[-a - 1] as LoopInstruction, -a - 1, b);
        this.resumePlace = b;
        return true;
      }
      const { step, set } = this.program.instructions[a] as Extract<Instruction, { op: "run" }>;
      this.resumeAt = a + 1;
      if (kind === Trail.shorterRun) {
        this.resumePlace = b - step;
        if (this.resumePlace !== c) trail.push(kind, a, this.resumePlace, c);
        return true;
      }
      this.resumePlace = this.unitAt(set, b, step);
      if (this.resumePlace === failed) continue;
      if (c > 1) trail.push(kind, a, this.resumePlace, c - 1);
      return true;
    }
    return false;
  }
}

type BalanceInstruction = Extract<Instruction, { op: "balance" }>;
type LoopInstruction = Extract<Instruction, { op: "loop" }>;

/** No place: what was tried does not match. */
const failed = -1;
