import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { typeNamed } from "../types.js";
import { DotNetObject } from "../value.js";
import type { ValueContext } from "../value-context.js";
import type { FoundGroups, StepMeter } from "./backtracking-matcher.js";
import { RegexSyntaxError } from "./errors.js";
import { LiteralPattern } from "./literal-pattern.js";
import { MatchingPlan } from "./matching-plan.js";
import { type NativeReplacement, nativeReplacement } from "./replacement.js";
import { type GroupInfo, type TranslatedPattern, translatePattern } from "./translate.js";

/** One group of a match; `index` -1 when it took no part. */
export interface GroupCapture {
  readonly name: string;
  readonly index: number;
  readonly text: string;
  readonly success: boolean;
}

/** A match: its own place and its groups in the order of .NET's numbers, [0] the whole. */
export interface RegexMatchData {
  readonly index: number;
  readonly text: string;
  readonly groups: readonly GroupCapture[];
  /** All that the group at a position of `groups` captured, in the order of time. */
  captures(position: number): readonly GroupCapture[];
}

/** Units that a replacement at once may add to a text; what may grow more is watched. */
const longestAtOnce = 1_000_000;

/** Units of a replacement that may take the place of every unit of a short text. */
const longestLiteral = 1000;

/** System.Text.RegularExpressions.Regex: a .NET pattern, run by JavaScript's engine where that surely ends soon. */
export class Regex extends DotNetObject {
  private translatedPattern: TranslatedPattern | null = null;
  private compiled: RegExp | null = null;
  private compiledWithIndices: RegExp | null = null;
  private plan: MatchingPlan | null = null;
  /** The replacement of the time before. */
  private replacement: string | null = null;
  private native: NativeReplacement | null = null;
  /** `undefined`: nobody has asked yet. */
  private literal: LiteralPattern | null | undefined = undefined;
  /** The replacement of the time before, when it is its own text and not long. */
  private literalReplacement: string | null = null;

  constructor(
    readonly pattern: string,
    /** RegexOptions as bits. */
    readonly options: number,
    /** In ticks; that of InfiniteMatchTimeout when nobody gave one. Here steps are counted, and no time. */
    readonly matchTimeout: bigint = -10_000n,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Text.RegularExpressions.Regex");
  }
  toNetText(): string {
    return this.pattern;
  }

  /** The pattern in JavaScript's terms. Throws a RegexSyntaxError. */
  get translated(): TranslatedPattern {
    this.translatedPattern ??= translatePattern(this.pattern, this.options);
    return this.translatedPattern;
  }
  private get engine(): RegExp {
    const t = this.translated;
    this.compiled ??= new RegExp(t.source, `g${t.flags}`);
    return this.compiled;
  }
  private get matchingPlan(): MatchingPlan {
    this.plan ??= new MatchingPlan(this.translated);
    return this.plan;
  }

  /** Whether matches are looked for from the end of the text. */
  get isRightToLeft(): boolean {
    return this.translated.rightToLeft;
  }
  /** Where a search through the whole of a text begins. */
  private firstPlace(text: string): number {
    return this.isRightToLeft ? text.length : 0;
  }

  /** Whether the text matches anywhere from `start` on. Throws what the meter throws when that takes too long. */
  isMatch(meter: StepMeter, text: string, start = this.firstPlace(text)): boolean {
    if (this.matchingPlan.isWatched(text.length)) return this.matchingPlan.match(text, start, meter) !== null;
    this.engine.lastIndex = start;
    return this.engine.test(text);
  }

  /**
   * The first match from `start` on, with groups; `null` when there is none.
   * @param origin what `\G` stands for, when that is not `start`
   */
  match(meter: StepMeter, text: string, start = this.firstPlace(text), origin = start): RegexMatchData | null {
    if (this.matchingPlan.isWatched(text.length) || isInsideCharacter(text, start)) {
      const found = this.matchingPlan.match(text, start, meter, origin);
      return found === null ? null : new WatchedMatch(this.translated.groups, text, found);
    }
    const { engine } = this;
    engine.lastIndex = start;
    const found = engine.exec(text);
    return found === null ? null : new LazyMatch(this, meter, text, found.index, found[0]);
  }

  /** The match behind another one; an empty match is followed by one at the next place, as in .NET. */
  matchAfter(meter: StepMeter, text: string, { index, text: { length } }: RegexMatchData): RegexMatchData | null {
    const step = this.isRightToLeft ? -1 : 1;
    const origin = this.isRightToLeft ? index : index + length;
    const start = length === 0 ? origin + step : origin;
    return start < 0 || start > text.length ? null : this.match(meter, text, start, origin);
  }

  /** The match at a place where JavaScript's engine found one, with all that its groups captured. */
  matchAt(meter: StepMeter, text: string, index: number): RegexMatchData | null {
    const found = this.matchingPlan.match(text, index, meter);
    return found === null ? null : new WatchedMatch(this.translated.groups, text, found);
  }

  /** The groups of the match at a place where JavaScript's engine found one. */
  groupsAt(text: string, index: number): readonly GroupCapture[] {
    const t = this.translated;
    this.compiledWithIndices ??= new RegExp(t.source, `gd${t.flags}`);
    const engine = this.compiledWithIndices;
    engine.lastIndex = index;
    const m = engine.exec(text);
    return t.groups.map((g): GroupCapture => {
      for (let i = g.jsIndices.length - 1; i >= 0; i--) {
        const js = g.jsIndices[i] as number;
        const range = m?.indices?.[js];
        if (range !== undefined) return { name: g.name, index: range[0], text: m?.[js] ?? "", success: true };
      }
      return { name: g.name, index: 0, text: "", success: false };
    });
  }

  /** All matches from `start` on, at most `limit`, in the order in which they are found. */
  *matches(
    meter: StepMeter,
    text: string,
    start = this.firstPlace(text),
    limit = Number.POSITIVE_INFINITY,
  ): IterableIterator<RegexMatchData> {
    if (limit <= 0) return;
    let found = this.match(meter, text, start);
    for (let n = 1; found !== null; n++) {
      yield found;
      found = n < limit ? this.matchAfter(meter, text, found) : null;
    }
  }

  /**
   * Every match replaced by JavaScript's engine at once; `null` where the two do not surely say the same, or the result
   * may grow long: then match by match.
   */
  replaceAtOnce(text: string, replacement: string): string | null {
    if (this.literal === undefined) this.literal = LiteralPattern.of(this.pattern, this.options);
    if (this.literal !== null && this.isLiteral(replacement)) {
      const replaced = this.literal.replaceAll(text, replacement);
      if (replaced !== null) return replaced;
    }
    const { matchingPlan } = this;
    if (matchingPlan.isWatched(text.length) || matchingPlan.findsNothing) return null;
    if (this.replacement !== replacement) {
      this.native = nativeReplacement(replacement, this.translated.groups);
      this.replacement = replacement;
    }
    if (this.native === null) return null;
    const { template, units, pieces } = this.native;
    return text.length * (units + pieces * text.length) > longestAtOnce ? null : text.replace(this.engine, template);
  }

  private isLiteral(replacement: string): boolean {
    if (replacement === this.literalReplacement) return true;
    if (replacement.length > longestLiteral || replacement.includes("$")) return false;
    this.literalReplacement = replacement;
    return true;
  }

  /** As {@link matches}, in the order in which they stand in the text. */
  matchesInPlace(meter: StepMeter, text: string, start?: number, limit?: number): Iterable<RegexMatchData> {
    const found = this.matches(meter, text, start, limit);
    return this.isRightToLeft ? [...found].reverse() : found;
  }
}

heapClass("Regex", Regex, {
  caches: {
    plan: null,
    translatedPattern: null,
    compiled: null,
    compiledWithIndices: null,
    replacement: null,
    native: null,
    literal: undefined,
    literalReplacement: null,
  },
});

/** Between the two units of a character: JavaScript's engine would begin before the first. */
function isInsideCharacter(text: string, place: number): boolean {
  if (place === 0) return false;
  const unit = text.charCodeAt(place);
  if (unit < 0xdc00 || unit > 0xdfff) return false;
  const before = text.charCodeAt(place - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** A match of the engine that keeps every capture. */
class WatchedMatch implements RegexMatchData {
  readonly groups: readonly GroupCapture[];
  constructor(
    private readonly infos: readonly GroupInfo[],
    private readonly whole: string,
    private readonly found: FoundGroups,
  ) {
    this.groups = infos.map(
      ({ name }, position) => this.captures(position).at(-1) ?? { name, index: 0, text: "", success: false },
    );
  }
  get index(): number {
    return this.groups[0]?.index ?? 0;
  }
  get text(): string {
    return this.groups[0]?.text ?? "";
  }
  captures(position: number): readonly GroupCapture[] {
    const name = this.infos[position]?.name ?? "";
    const places = this.found[position] ?? [];
    return places.map(({ start, end }) => ({ name, index: start, text: this.whole.slice(start, end), success: true }));
  }
}
heapClass("WatchedMatch", WatchedMatch);

/** A match whose groups are found when they are asked for: their places cost more than the match itself. */
class LazyMatch implements RegexMatchData {
  private found: readonly GroupCapture[] | null = null;
  private counted: RegexMatchData | null = null;
  constructor(
    private readonly regex: Regex,
    private readonly meter: StepMeter,
    private readonly whole: string,
    readonly index: number,
    readonly text: string,
  ) {}
  get groups(): readonly GroupCapture[] {
    this.found ??= this.regex.groupsAt(this.whole, this.index);
    return this.found;
  }
  captures(position: number): readonly GroupCapture[] {
    this.counted ??= this.regex.matchAt(this.meter, this.whole, this.index);
    return this.counted?.captures(position) ?? [];
  }
}
heapClass("LazyMatch", LazyMatch, { caches: { found: null, counted: null } });

const cache = new Map<string, Regex>();
/** The pattern of the time before: a loop asks for the same one again and again. */
let latest: Regex | null = null;

/** The pattern of the time before, when it is this one; `null`: {@link regexFor} finds it. */
export function knownRegex(pattern: string, options: number): Regex | null {
  return latest !== null && latest.pattern === pattern && latest.options === options ? latest : null;
}

/**
 * A compiled pattern, from a bounded cache. Throws .NET's exception for a bad pattern (a PowerShellError with the
 * edition's text).
 */
export function regexFor(_context: ValueContext, pattern: string, options: number): Regex {
  const known = knownRegex(pattern, options);
  if (known !== null) return known;
  const key = `${options}:${pattern}`;
  let regex = cache.get(key);
  if (regex === undefined) {
    regex = new Regex(pattern, options);
    checkPattern(regex);
    if (cache.size >= 200) cache.delete(cache.keys().next().value as string);
    cache.set(key, regex);
  }
  latest = regex;
  return regex;
}

/** Throws .NET's exception when the pattern is bad. */
export function checkPattern(regex: Regex): void {
  try {
    regex.translated;
  } catch (error) {
    if (error instanceof RegexSyntaxError) throw error.toPowerShellError();
    throw error;
  }
}

/** Regex.Escape. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*+?|{[()^$.# \t\n\r\f]/g, (c) => {
    const named = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\f": "\\f" }[c];
    return named ?? `\\${c}`;
  });
}
