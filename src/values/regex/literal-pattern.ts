import { RegexOptions } from "./translate.js";

/** What means itself in every pattern, whatever stands beside it. */
const plain = /^[A-Za-z0-9 _,:;<>=!@%&'"~`/-]{1,32}$/;

/** Longer texts are for the engine, which searches faster than it starts. */
const longestText = 256;

/**
 * A pattern that is nothing but its own text, as most of those that scripts replace are. In a text of ASCII, whose
 * letters have two cases and no more, it is found without the engine, which takes longer to start than to search.
 */
export class LiteralPattern {
  private readonly units: readonly number[];
  private readonly ignoresCase: boolean;

  private constructor(pattern: string, options: number) {
    this.ignoresCase = options === RegexOptions.IgnoreCase;
    this.units = Array.from(pattern, (c) => (this.ignoresCase ? folded(c.charCodeAt(0)) : c.charCodeAt(0)));
  }

  /** `null` for a pattern that means more, and for options that change what it means. */
  static of(pattern: string, options: number): LiteralPattern | null {
    const isKnown = (options === 0 || options === RegexOptions.IgnoreCase) && plain.test(pattern);
    return isKnown ? new LiteralPattern(pattern, options) : null;
  }

  /** Every occurrence replaced by a text as it is; `null` when the text is none of those that are searched here. */
  replaceAll(text: string, by: string): string | null {
    const { length } = text;
    if (length > longestText) return null;
    const { ignoresCase, units } = this;
    const first = units[0];
    let replaced = "";
    let rest = 0;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) return null;
      if ((ignoresCase ? folded(unit) : unit) !== first || at < rest || !this.restStandsAt(text, at)) continue;
      replaced += text.slice(rest, at) + by;
      rest = at + units.length;
    }
    return rest === 0 ? text : replaced + text.slice(rest);
  }

  /** Whether what follows the first unit follows it here. */
  private restStandsAt(text: string, at: number): boolean {
    const { units, ignoresCase } = this;
    for (let i = 1; i < units.length; i++) {
      // Behind the end there is NaN, which is no unit.
      const unit = text.charCodeAt(at + i);
      if ((ignoresCase ? folded(unit) : unit) !== units[i]) return false;
    }
    return true;
  }
}

/** A small letter for a capital one. */
function folded(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
}
