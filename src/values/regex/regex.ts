import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { typeNamed } from "../types.js";
import { DotNetObject } from "../value.js";
import type { ValueContext } from "../value-context.js";
import type { StepMeter } from "./backtracking-matcher.js";
import { RegexSyntaxError } from "./errors.js";
import { MatchingPlan } from "./matching-plan.js";
import { type TranslatedPattern, translatePattern } from "./translate.js";

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
}

/** System.Text.RegularExpressions.Regex: a .NET pattern, run by JavaScript's engine where that surely ends soon. */
export class Regex extends DotNetObject {
  private translatedPattern: TranslatedPattern | null = null;
  private compiled: RegExp | null = null;
  private compiledWithIndices: RegExp | null = null;
  private plan: MatchingPlan | null = null;

  constructor(
    readonly pattern: string,
    /** RegexOptions as bits. */
    readonly options: number,
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
    this.plan ??= new MatchingPlan(this.translated.source, this.translated.flags);
    return this.plan;
  }

  /** Whether the text matches anywhere from `start` on. Throws what the meter throws when that takes too long. */
  isMatch(meter: StepMeter, text: string, start = 0): boolean {
    if (this.matchingPlan.isWatched(text.length)) return this.matchingPlan.match(text, start, meter) !== null;
    this.engine.lastIndex = start;
    return this.engine.test(text);
  }

  /** The first match from `start` on, with groups; `null` when there is none. */
  match(meter: StepMeter, text: string, start = 0): RegexMatchData | null {
    if (this.matchingPlan.isWatched(text.length)) {
      const places = this.matchingPlan.match(text, start, meter);
      return places === null ? null : this.watchedMatch(text, places);
    }
    const { engine } = this;
    engine.lastIndex = start;
    const found = engine.exec(text);
    return found === null ? null : new LazyMatch(this, text, found.index, found[0]);
  }

  private watchedMatch(text: string, places: readonly number[]): RegexMatchData {
    const groups = this.translated.groups.map(({ name, jsIndices }): GroupCapture => {
      for (const js of [...jsIndices].reverse()) {
        const [start, end] = [places[2 * js] as number, places[2 * js + 1] as number];
        if (start >= 0 && end >= start) return { name, index: start, text: text.slice(start, end), success: true };
      }
      return { name, index: 0, text: "", success: false };
    });
    const [start, end] = [places[0] as number, places[1] as number];
    return { index: start, text: text.slice(start, end), groups };
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

  /** All matches from `start` on, at most `limit`. */
  *matches(
    meter: StepMeter,
    text: string,
    start = 0,
    limit = Number.POSITIVE_INFINITY,
  ): IterableIterator<RegexMatchData> {
    let at = start;
    for (let n = 0; n < limit && at <= text.length; n++) {
      const m = this.match(meter, text, at);
      if (m === null) return;
      yield m;
      at = m.index + m.text.length;
      // An empty match is followed by one at the next place, as in .NET.
      if (m.text === "") at++;
    }
  }
}
heapClass("Regex", Regex, {
  caches: { plan: null, translatedPattern: null, compiled: null, compiledWithIndices: null },
});

/** A match whose groups are found when they are asked for: their places cost more than the match itself. */
class LazyMatch implements RegexMatchData {
  private found: readonly GroupCapture[] | null = null;
  constructor(
    private readonly regex: Regex,
    private readonly whole: string,
    readonly index: number,
    readonly text: string,
  ) {}
  get groups(): readonly GroupCapture[] {
    this.found ??= this.regex.groupsAt(this.whole, this.index);
    return this.found;
  }
}
heapClass("LazyMatch", LazyMatch, { caches: { found: null } });

const cache = new Map<string, Regex>();
/** The pattern of the time before: a loop asks for the same one again and again. */
let latest: Regex | null = null;

/**
 * A compiled pattern, from a bounded cache. Throws .NET's exception for a bad pattern (a PowerShellError with the
 * edition's text).
 */
export function regexFor(_context: ValueContext, pattern: string, options: number): Regex {
  if (latest !== null && latest.pattern === pattern && latest.options === options) return latest;
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

/**
 * A replacement of .NET's (`$1`, `${name}`, `$0`, `$&`, `$$`, `` $` ``, `$'`, `$+`, `$_`) for one match; a reference to
 * a group that does not exist stays as it is written.
 */
export function expandReplacement(replacement: string, match: RegexMatchData, text: string): string {
  if (!replacement.includes("$")) return replacement;
  return replacement.replace(
    /\$(?:\$|(\d+)|\{(\w+)\}|([&`'+_]))/g,
    (whole: string, number?: string, name?: string, sign?: string) => {
      if (whole === "$$") return "$";
      if (sign !== undefined) return signText(sign, match, text);
      const wanted = number ?? name ?? "";
      // Named groups have numbers too, behind those of the others.
      const group =
        match.groups.find((g) => g.name === wanted) ??
        (/^\d+$/.test(wanted) ? match.groups[Number(wanted)] : undefined);
      return group === undefined ? whole : group.text;
    },
  );
}

function signText(sign: string, match: RegexMatchData, text: string): string {
  switch (sign) {
    case "&":
      return match.text;
    case "`":
      return text.slice(0, match.index);
    case "'":
      return text.slice(match.index + match.text.length);
    case "_":
      return text;
    default:
      return match.groups.at(-1)?.text ?? "";
  }
}

/** Regex.Escape. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*+?|{[()^$.# \t\n\r\f]/g, (c) => {
    const named = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\f": "\\f" }[c];
    return named ?? `\\${c}`;
  });
}
