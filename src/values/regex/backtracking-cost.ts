import { type PatternNode, partsOf, type RepeatNode } from "./pattern-tree.js";
import { type UnitSet, unitSet } from "./unit-sets.js";

/**
 * An upper bound of what matching a text of n units takes: `factor · n^degree` steps. A degree of Infinity means that no
 * bound was found: some text may take exponentially long.
 */
export interface BacktrackingCost {
  readonly degree: number;
  readonly factor: number;
}

/** Finds the bound. `flags` are those of the pattern. */
export function backtrackingCost(tree: PatternNode, flags: string): BacktrackingCost {
  const { splits, scans, factor } = new CostFinder(flags).measure(tree, nothing);
  const starts = isAnchored(tree) ? 0 : 1;
  return { degree: starts + (scans ? 1 : 0) + splits, factor };
}

/** Whether a match can begin at the beginning of the text only. */
export function isAnchored(tree: PatternNode): boolean {
  switch (tree.kind) {
    case "sequence":
      return tree.items[0] !== undefined && isAnchored(tree.items[0]);
    case "choice":
      return tree.options.every(isAnchored);
    case "group":
      return isAnchored(tree.body);
    case "look":
      return tree.behind && tree.negated && tree.body.kind === "unit" && tree.body.source === "[\\s\\S]";
    default:
      return false;
  }
}

/** What may come first: the sets of the units, and whether it can be nothing at all. */
interface First {
  readonly sets: readonly UnitSet[];
  readonly optional: boolean;
}
const nothing: First = { sets: [], optional: true };

interface Parts {
  /** Loops whose ends are not told by the next unit: each may split the text in n ways. */
  readonly splits: number;
  /** Whether a loop runs again over text that it ran over before. */
  readonly scans: boolean;
  readonly factor: number;
}
const unbounded: Parts = { splits: Number.POSITIVE_INFINITY, scans: true, factor: 1 };
const constant: Parts = { splits: 0, scans: false, factor: 1 };

/** Repetitions up to this number are unrolled when a body is looked through. */
const unrolled = 8;
/** A loop over one unit that repeats no oftener is a constant factor. */
const fewRepetitions = 16;

class CostFinder {
  constructor(private readonly flags: string) {}

  /** `next`: what may follow the node. */
  measure(node: PatternNode, next: First): Parts {
    switch (node.kind) {
      case "unit":
        return constant;
      case "reference":
        return { ...constant, scans: true };
      case "group":
        return this.measure(node.body, next);
      case "atomic":
      case "look": {
        // What it finds is not looked for again in another way; that it looks at all is a run over the text.
        const { splits, scans, factor } = this.measure(node.body, nothing);
        return { splits: splits + (scans ? 1 : 0), scans, factor };
      }
      case "sequence":
        return this.measureSequence(node.items, next);
      case "choice":
        return this.measureChoice(node.options, next);
      case "repeat":
        return this.measureRepeat(node, next);
      case "origin":
      case "condition":
      case "balance":
        return unbounded;
    }
  }

  private measureSequence(items: readonly PatternNode[], next: First): Parts {
    let { splits, scans, factor } = constant;
    let after = next;
    // A loop that ends the pattern runs over each unit once; one that a condition follows may have run in vain.
    let mayFail = false;
    for (const item of [...items].reverse()) {
      const part = this.measure(item, after);
      splits += part.splits;
      factor *= part.factor;
      scans ||= part.scans || (mayFail && hasLoop(item));
      mayFail ||= looksAround(item) || item.kind === "reference" || item.kind === "atomic";
      after = followedBy(this.first(item), after);
    }
    return { splits, scans, factor };
  }

  private measureChoice(options: readonly PatternNode[], next: First): Parts {
    const parts = options.map((option) => this.measure(option, next));
    const firsts = options.map((option) => followedBy(this.first(option), next));
    const distinct =
      areOpposites(options) || firsts.every((a, i) => firsts.every((b, k) => k <= i || areDisjoint(a.sets, b.sets)));
    return {
      splits: Math.max(...parts.map((part) => part.splits)),
      scans: parts.some((part) => part.scans),
      factor: parts.reduce((sum, { factor }) => (distinct ? Math.max(sum, factor) : sum + factor), 0),
    };
  }

  private measureRepeat(node: RepeatNode, next: First): Parts {
    const { body, min, max } = node;
    const told = areDisjoint(this.first(body).sets, next.sets);
    if (max <= 1) {
      const part = this.measure(body, next);
      return told ? part : { ...part, factor: part.factor + 1 };
    }
    const isLast = next.sets.length === 0;
    if (body.kind === "unit") {
      if (min === max) return constant;
      if (max - min <= fewRepetitions) return { ...constant, factor: told ? 1 : max - min + 1 };
      return { splits: told ? 0 : 1, scans: !isLast, factor: 1 };
    }
    if (!this.isDeterministic(node)) return unbounded;
    const units = this.unitsIn(body);
    return { splits: areDisjoint(units, next.sets) ? 0 : 1, scans: true, factor: 1 };
  }

  private first(node: PatternNode): First {
    switch (node.kind) {
      case "unit":
        return { sets: [unitSet(node.source, this.flags)], optional: false };
      case "reference":
        return { sets: [unitSet("[\\s\\S]", this.flags)], optional: true };
      case "look":
      case "origin":
      case "condition":
      case "balance":
        return nothing;
      case "group":
      case "atomic":
        return this.first(node.body);
      case "repeat":
        return { sets: this.first(node.body).sets, optional: node.min === 0 || this.first(node.body).optional };
      case "sequence":
        return node.items
          .map((item) => this.first(item))
          .reduceRight((after, item) => followedBy(item, after), nothing);
      case "choice": {
        const firsts = node.options.map((option) => this.first(option));
        return { sets: firsts.flatMap(({ sets }) => sets), optional: firsts.some(({ optional }) => optional) };
      }
    }
  }

  private unitsIn(node: PatternNode): readonly UnitSet[] {
    if (node.kind === "unit") return [unitSet(node.source, this.flags)];
    return partsOf(node).flatMap((part) => this.unitsIn(part));
  }

  /** Whether the next unit always tells where in the loop's body a match goes on: then a text has one way through. */
  private isDeterministic({ body }: RepeatNode): boolean {
    const walk = new BodyWalk(this.flags);
    const { first, last } = walk.add(body);
    if (walk.refused) return false;
    walk.connect(last, first);
    return walk.follows.every((following) => pairwiseDisjoint(following.map((place) => walk.sets[place] as UnitSet)));
  }
}

/** The places of a body where a unit is read, and which may come after which: a place twice, when two ways lead there. */
class BodyWalk {
  readonly sets: UnitSet[] = [];
  readonly follows: number[][] = [];
  refused = false;
  constructor(private readonly flags: string) {}

  connect(from: readonly number[], to: readonly number[]): void {
    for (const place of from) this.follows[place]?.push(...to);
  }

  add(node: PatternNode): Walked {
    switch (node.kind) {
      case "unit": {
        const place = this.sets.push(unitSet(node.source, this.flags)) - 1;
        this.follows.push([]);
        if (place > 200) this.refused = true;
        return { first: [place], last: [place], optional: false };
      }
      case "group":
        return this.add(node.body);
      case "sequence":
        return this.refused
          ? nowhere
          : node.items.map((item) => this.add(item)).reduce((a, b) => this.chain(a, b), nowhere);
      case "choice": {
        const options = node.options.map((option) => this.add(option));
        // Two ways to read nothing are two ways.
        if (!areOpposites(node.options) && options.filter(({ optional }) => optional).length > 1) this.refused = true;
        return {
          first: options.flatMap(({ first }) => first),
          last: options.flatMap(({ last }) => last),
          optional: options.some(({ optional }) => optional),
        };
      }
      case "repeat":
        return this.addRepeat(node);
      case "look":
        if (node.body.kind !== "unit" && !isLineEnd(node.body)) this.refused = true;
        return nowhere;
      case "atomic":
      case "reference":
      case "origin":
      case "condition":
      case "balance":
        this.refused = true;
        return nowhere;
    }
  }

  private chain(a: Walked, b: Walked): Walked {
    this.connect(a.last, b.first);
    return {
      first: a.optional ? [...a.first, ...b.first] : a.first,
      last: b.optional ? [...b.last, ...a.last] : b.last,
      optional: a.optional && b.optional,
    };
  }

  private addRepeat({ body, min, max }: RepeatNode): Walked {
    const loops = max > unrolled;
    const required = Math.min(min, unrolled);
    let rest: Walked = nowhere;
    if (loops) {
      rest = this.add(body);
      this.connect(rest.last, rest.first);
      if (rest.optional) this.refused = true;
      if (min > 0 && min <= unrolled && this.sets.length < 200) return this.prefixed(body, min - 1, rest);
      return { ...rest, optional: min === 0 };
    }
    for (let i = required; i < max && !this.refused; i++)
      rest = { ...this.chain(this.add(body), rest), optional: true };
    return this.prefixed(body, required, rest);
  }

  private prefixed(body: PatternNode, count: number, rest: Walked): Walked {
    let walked = rest;
    for (let i = 0; i < count && !this.refused; i++) walked = this.chain(this.add(body), walked);
    return walked;
  }
}

interface Walked {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly optional: boolean;
}
const nowhere: Walked = { first: [], last: [], optional: true };

function hasLoop(node: PatternNode): boolean {
  return (node.kind === "repeat" && node.max > 1) || partsOf(node).some(hasLoop);
}

function looksAround(node: PatternNode): boolean {
  return node.kind === "look" || partsOf(node).some(looksAround);
}

/** Two options of which one asks for the opposite of what the other asks for, as in a word's boundary. */
function areOpposites([one, other, ...more]: readonly PatternNode[]): boolean {
  const [a, b] = [one, other].map((option) => (option?.kind === "sequence" ? option.items[0] : option));
  if (a?.kind !== "look" || b?.kind !== "look" || more.length > 0) return false;
  if (a.body.kind !== "unit" || b.body.kind !== "unit" || a.body.source !== b.body.source) return false;
  return a.behind === b.behind && a.negated !== b.negated;
}

/** What `$` looks for. */
function isLineEnd(node: PatternNode): boolean {
  return partsOf(node).every((part) => part.kind === "unit" || part.kind === "look" || isLineEnd(part));
}

function followedBy(first: First, next: First): First {
  return first.optional ? { sets: [...first.sets, ...next.sets], optional: next.optional } : first;
}

function areDisjoint(some: readonly UnitSet[], others: readonly UnitSet[]): boolean {
  return !some.some((set) => others.some((other) => set.overlaps(other)));
}

function pairwiseDisjoint(sets: readonly UnitSet[]): boolean {
  return sets.every((set, i) => sets.every((other, k) => k <= i || !set.overlaps(other)));
}
