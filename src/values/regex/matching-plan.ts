import { type BacktrackingCost, backtrackingCost, isAnchored } from "./backtracking-cost.js";
import { BacktrackingMatcher, type FoundGroups, type StepMeter } from "./backtracking-matcher.js";
import { differsInJavaScript } from "./javascript-differences.js";
import { compileMatcher, type MatcherProgram } from "./matcher-program.js";
import { type PatternNode, parsePattern } from "./pattern-tree.js";
import type { TranslatedPattern } from "./translate.js";

/** Steps that JavaScript's engine, which nothing can stop, may take for one match at most. */
const unwatchedSteps = 50_000_000;

/**
 * Which engine matches: JavaScript's is fast and cannot be stopped, so it gets only what provably ends soon; the other
 * one counts its steps.
 */
export class MatchingPlan {
  private readonly tree: PatternNode;
  private readonly cost: BacktrackingCost;
  /** JavaScript's engine would find something else than .NET's. */
  private readonly differs: boolean;
  private program: MatcherProgram | null = null;

  constructor(private readonly pattern: TranslatedPattern) {
    const { source, flags, rightToLeft } = pattern;
    this.tree = parsePattern(source);
    this.differs = rightToLeft || differsInJavaScript(this.tree);
    this.cost = this.differs ? { degree: 0, factor: 0 } : backtrackingCost(this.tree, flags);
  }

  /** Whether a text of so many units is for the engine that counts. */
  isWatched(length: number): boolean {
    const { degree, factor } = this.cost;
    if (this.differs) return true;
    return (degree > 1 || factor > 1) && factor * (length + 1) ** degree > unwatchedSteps;
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
