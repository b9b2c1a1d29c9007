import { type BacktrackingCost, backtrackingCost, isAnchored } from "./backtracking-cost.js";
import { BacktrackingMatcher, type FoundGroups, type StepMeter } from "./backtracking-matcher.js";
import { canBeEmpty, differsInJavaScript } from "./javascript-differences.js";
import { compileMatcher, type MatcherProgram } from "./matcher-program.js";
import { type PatternNode, parsePattern } from "./pattern-tree.js";
import type { TranslatedPattern } from "./translate.js";

/** Steps that JavaScript's engine, which nothing can stop, may take for one match at most. */
const unwatchedSteps = 50_000_000;

/** The length of the longest text for which the cost is within {@link unwatchedSteps}. */
function lengthWithin({ degree, factor }: BacktrackingCost): number {
  if (degree <= 1 && factor <= 1) return Number.POSITIVE_INFINITY;
  return Math.floor((unwatchedSteps / factor) ** (1 / degree)) - 1;
}

/**
 * Which engine matches: JavaScript's is fast and cannot be stopped, so it gets only what provably ends soon; the other
 * one counts its steps.
 */
export class MatchingPlan {
  private readonly tree: PatternNode;
  /** Whether a match may be empty: behind one, .NET goes on a unit further and JavaScript a character. */
  readonly findsNothing: boolean;
  /** Texts up to this length are for JavaScript's engine. */
  private readonly unwatchedLength: number;
  private program: MatcherProgram | null = null;

  constructor(private readonly pattern: TranslatedPattern) {
    const { source, flags, rightToLeft } = pattern;
    this.tree = parsePattern(source);
    this.findsNothing = canBeEmpty(this.tree);
    // JavaScript's engine would find something else than .NET's.
    const differs = rightToLeft || differsInJavaScript(this.tree);
    this.unwatchedLength = differs ? -1 : lengthWithin(backtrackingCost(this.tree, flags));
  }

  /** Whether a text of so many units is for the engine that counts. */
  isWatched(length: number): boolean {
    return length > this.unwatchedLength;
  }

  /** @param origin where the search began, when that is not `start` */
  match(text: string, start: number, meter: StepMeter, origin = start): FoundGroups | null {
    const { flags, groups, rightToLeft } = this.pattern;
    this.program ??= compileMatcher(
      this.tree,
      flags,
      groups.map(({ jsIndices }) => jsIndices),
      rightToLeft,
    );
    const startsOnly = !rightToLeft && isAnchored(this.tree);
    return new BacktrackingMatcher(this.program, text, meter).match(start, startsOnly, origin);
  }
}
