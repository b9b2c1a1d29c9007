import { RegexSyntaxError, regexNotEmulated } from "./errors.js";

const wordBody = "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}\\u200c\\u200d";
const spaceBody = "\\f\\n\\r\\t\\v\\x85\\p{Z}";
/** .NET's `\w` as a class of JavaScript's. */
export const wordClass = `[${wordBody}]`;

/** `\w \W \s \S \d \D` outside a class; `null` for other letters. */
export function shorthand(c: string): string | null {
  switch (c) {
    case "w":
      return wordClass;
    case "W":
      return `[^${wordBody}]`;
    case "s":
      return `[${spaceBody}]`;
    case "S":
      return `[^${spaceBody}]`;
    case "d":
      return "\\p{Nd}";
    case "D":
      return "\\P{Nd}";
    default:
      return null;
  }
}

/** A UTF-16 unit so that no mode of JavaScript takes it for syntax. */
export function escapeUnit(c: string): string {
  if (/[A-Za-z0-9]/.test(c)) return c;
  const code = c.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

const blocks: ReadonlyMap<string, string> = new Map([
  ["IsBasicLatin", "\\x00-\\x7f"],
  ["IsLatin-1Supplement", "\\x80-\\xff"],
  ["IsGreek", "\\u0370-\\u03ff"],
  ["IsGreekandCoptic", "\\u0370-\\u03ff"],
  ["IsCyrillic", "\\u0400-\\u04ff"],
  ["IsHebrew", "\\u0590-\\u05ff"],
  ["IsArabic", "\\u0600-\\u06ff"],
  ["IsHiragana", "\\u3040-\\u309f"],
  ["IsKatakana", "\\u30a0-\\u30ff"],
]);
const categories = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

/** Reads one `[…]` (or one escape) of .NET's syntax from `start`; afterwards `end` is the offset behind it. */
export class CharacterClassTranslator {
  end: number;
  /** Whether the result needs the `v` flag (nested classes, subtraction). */
  needsV = false;

  constructor(
    private readonly pattern: string,
    start: number,
    private readonly bothCases: boolean,
  ) {
    this.end = start;
  }

  private fail(offset: number, reason: string): never {
    throw new RegexSyntaxError(this.pattern, offset, reason);
  }

  run(): string {
    const { pattern } = this;
    this.end++;
    const negated = pattern[this.end] === "^";
    if (negated) this.end++;
    const parts: string[] = [];
    let subtracted = "";
    for (let first = true; ; first = false) {
      const c = pattern[this.end];
      if (c === undefined) this.fail(pattern.length, "Unterminated [] set.");
      if (c === "]" && !first) {
        this.end++;
        break;
      }
      if (c === "-" && pattern[this.end + 1] === "[" && !first) {
        this.end++;
        subtracted = this.run();
        if (pattern[this.end] !== "]")
          this.fail(this.end, "A subtraction must be the last element in a character class.");
        this.end++;
        break;
      }
      if (c === "[" && pattern[this.end + 1] === ":") this.skipPosix();
      this.member(parts);
    }
    const head = `${negated ? "[^" : "["}${parts.join("")}]`;
    if (subtracted === "") return head;
    this.needsV = true;
    return `[${head}--${subtracted}]`;
  }

  private skipPosix(): void {
    if (/^\[:\w+:\]/.test(this.pattern.slice(this.end, this.end + 16))) throw regexNotEmulated("[: :] classes");
  }

  private member(parts: string[]): void {
    const { pattern } = this;
    const start = this.end;
    const low = this.readCode();
    if (typeof low === "string") {
      parts.push(low);
      return;
    }
    const isRange =
      pattern[this.end] === "-" &&
      pattern[this.end + 1] !== "]" &&
      pattern[this.end + 1] !== "[" &&
      this.end + 1 < pattern.length;
    if (!isRange) {
      parts.push(this.range(low, low));
      return;
    }
    this.end++;
    const high = this.readCode();
    if (typeof high === "string")
      this.fail(this.end, `Cannot include class ${pattern.slice(this.end - 2, this.end)} in character range.`);
    if (high < low) this.fail(this.end, "[x-y] range in reverse order.");
    parts.push(this.range(low, high));
    if (start === this.end) this.fail(start, "Unterminated [] set.");
  }

  private range(low: number, high: number): string {
    const text = (a: number, b: number) =>
      a === b
        ? escapeUnit(String.fromCharCode(a))
        : `${escapeUnit(String.fromCharCode(a))}-${escapeUnit(String.fromCharCode(b))}`;
    if (!this.bothCases) return text(low, high);
    // The ASCII letters of the range in the other case as well; other letters one by one.
    let extra = "";
    const overlap = (from: number, to: number, shift: number) => {
      const a = Math.max(low, from);
      const b = Math.min(high, to);
      if (a <= b) extra += text(a + shift, b + shift);
    };
    overlap(65, 90, 32);
    overlap(97, 122, -32);
    if (low === high && low > 127) {
      const c = String.fromCharCode(low);
      const other = c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase();
      if (other.length === 1 && other !== c) extra += escapeUnit(other);
    }
    return text(low, high) + extra;
  }

  private readCode(): number | string {
    if (this.pattern[this.end] === "\\") return this.readEscapedCode(true);
    const code = this.pattern.charCodeAt(this.end);
    this.end++;
    return code;
  }

  /** An escape: the code of a character, or a class in JavaScript's syntax (without brackets when `inClass`). */
  readEscapedCode(inClass = false): number | string {
    const { pattern } = this;
    const c = pattern[this.end + 1];
    if (c === undefined) return this.fail(pattern.length, "Illegal \\ at end of pattern.");
    this.end += 2;
    switch (c) {
      case "w":
        return inClass ? wordBody : wordClass;
      case "s":
        return inClass ? spaceBody : `[${spaceBody}]`;
      case "d":
        return "\\p{Nd}";
      case "D":
        return "\\P{Nd}";
      case "W":
      case "S":
        if (inClass) this.needsV = true;
        return `[^${c === "W" ? wordBody : spaceBody}]`;
      case "p":
      case "P":
        return this.property(c, inClass);
      case "t":
        return 9;
      case "n":
        return 10;
      case "v":
        return 11;
      case "f":
        return 12;
      case "r":
        return 13;
      case "a":
        return 7;
      case "b":
        if (inClass) return 8;
        break;
      case "e":
        return 27;
      case "x":
        return this.hex(2);
      case "u":
        return this.hex(4);
      case "c": {
        const letter = pattern[this.end]?.toUpperCase() ?? "";
        if (!/^[A-Z@[\\\]^_]$/.test(letter)) this.fail(this.end, "Unrecognized control character.");
        this.end++;
        return letter.charCodeAt(0) - 64;
      }
    }
    if (/[0-7]/.test(c)) {
      const octal = /^[0-7]{1,3}/.exec(pattern.slice(this.end - 1, this.end + 2))?.[0] ?? c;
      this.end += octal.length - 1;
      return Number.parseInt(octal, 8) & 255;
    }
    if (/\w/.test(c)) this.fail(this.end, `Unrecognized escape sequence \\${c}.`);
    return c.charCodeAt(0);
  }

  private hex(digits: number): number {
    const text = this.pattern.slice(this.end, this.end + digits);
    if (text.length < digits || !/^[0-9a-fA-F]+$/.test(text)) {
      this.fail(this.end, "Insufficient or invalid hexadecimal digits.");
    }
    this.end += digits;
    return Number.parseInt(text, 16);
  }

  private property(letter: "p" | "P", inClass: boolean): string {
    const match = /^\{([\w-]+)\}/.exec(this.pattern.slice(this.end, this.end + 60));
    if (match === null) return this.fail(this.end, `Incomplete \\p{X} character escape.`);
    this.end += match[0].length;
    const name = match[1] as string;
    if (categories.test(name)) return `\\${letter}{${name}}`;
    const block = blocks.get(name);
    if (block === undefined) {
      if (name.startsWith("Is")) throw regexNotEmulated(`the block ${name}`);
      return this.fail(this.end, `Unknown property '${name}'.`);
    }
    if (letter === "p") return inClass ? block : `[${block}]`;
    if (inClass) this.needsV = true;
    return `[^${block}]`;
  }
}
