import { CharacterClassTranslator, escapeUnit, shorthand, wordClass } from "./character-class.js";
import { RegexSyntaxError, regexNotEmulated } from "./errors.js";

/** System.Text.RegularExpressions.RegexOptions. */
export const RegexOptions = {
  IgnoreCase: 1,
  Multiline: 2,
  ExplicitCapture: 4,
  Singleline: 16,
  IgnorePatternWhitespace: 32,
  RightToLeft: 64,
} as const;

/** A pattern in JavaScript's syntax, and which of its groups is which of .NET's. */
export interface TranslatedPattern {
  readonly source: string;
  readonly flags: string;
  /** .NET's groups in the order of their numbers; [0] is the whole match. */
  readonly groups: readonly GroupInfo[];
  readonly rightToLeft: boolean;
}
export interface GroupInfo {
  /** Number as text, or the name. */
  readonly name: string;
  /** Indices of JavaScript's groups that fill it (several when a name stands twice). */
  readonly jsIndices: readonly number[];
}

/** Placeholder for a reference that is resolved when all groups are known. */
interface Reference {
  readonly name: string;
  readonly offset: number;
  /** Numbers of groups alone, as our own constructs name them. */
  readonly isList?: true;
}

/** Translates .NET's syntax; throws a RegexSyntaxError for what .NET refuses. */
export function translatePattern(pattern: string, options: number): TranslatedPattern {
  return new Translator(pattern, options).run();
}

class Translator {
  private at = 0;
  private readonly out: (string | Reference)[] = [];
  private jsGroups = 0;
  private readonly unnamed: number[] = [];
  private readonly named = new Map<string, number[]>();
  private usesV = false;
  /** Case is ignored in all of the pattern or in none of it; otherwise letters are spelled out in both cases. */
  private readonly mixedCase: boolean;
  private readonly initialIgnoreCase: boolean;

  constructor(
    private readonly pattern: string,
    private options: number,
  ) {
    const leading = /^\(\?([imnsx]*)(?:-([imnsx]*))?\)/.exec(pattern);
    if (leading !== null) {
      this.applyFlags(leading[1] ?? "", leading[2] ?? "");
      this.at = leading[0].length;
    }
    this.initialIgnoreCase = (this.options & RegexOptions.IgnoreCase) !== 0;
    this.mixedCase = /\(\?[imnsx]*-?[mnsx]*i[imnsx]*[:)]/.test(pattern.slice(this.at));
  }

  run(): TranslatedPattern {
    this.alternatives(0);
    if (this.at < this.pattern.length) this.fail(this.at + 1, "Too many )'s.");
    const groups = this.groupInfos();
    const source = this.out.map((piece) => (typeof piece === "string" ? piece : this.resolve(piece, groups))).join("");
    const ignoreCase = this.initialIgnoreCase && !this.mixedCase ? "i" : "";
    return { source, flags: ignoreCase + (this.usesV ? "v" : "u"), groups, rightToLeft: this.has("RightToLeft") };
  }

  private fail(offset: number, reason: string): never {
    throw new RegexSyntaxError(this.pattern, offset, reason);
  }

  private groupInfos(): readonly GroupInfo[] {
    const infos: GroupInfo[] = [{ name: "0", jsIndices: [0] }];
    const numbered = new Map<number, number[]>();
    this.unnamed.forEach((js, i) => {
      numbered.set(i + 1, [js]);
    });
    const names: (readonly [string, number[]])[] = [];
    for (const [name, list] of this.named) {
      if (/^\d+$/.test(name)) numbered.set(Number(name), [...(numbered.get(Number(name)) ?? []), ...list]);
      else names.push([name, list]);
    }
    for (const [n, list] of [...numbered].sort((a, b) => a[0] - b[0])) infos.push({ name: `${n}`, jsIndices: list });
    for (const [name, list] of names) infos.push({ name, jsIndices: list });
    return infos;
  }

  private resolve(reference: Reference, groups: readonly GroupInfo[]): string {
    const group =
      groups.find((g) => g.name === reference.name) ??
      (/^\d+$/.test(reference.name) ? groups[Number(reference.name)] : undefined);
    if (group === undefined) {
      const what = /^\d+$/.test(reference.name) ? `number ${reference.name}` : `name '${reference.name}'`;
      return this.fail(reference.offset, `Reference to undefined group ${what}.`);
    }
    if (reference.isList) return group.jsIndices.join(",");
    return `(?:${group.jsIndices.map((i) => `\\${i}`).join("")})`;
  }

  private has(option: keyof typeof RegexOptions): boolean {
    return (this.options & RegexOptions[option]) !== 0;
  }

  private applyFlags(on: string, off: string): void {
    const bits: Readonly<Record<string, number>> = { i: 1, m: 2, n: 4, s: 16, x: 32 };
    for (const c of on) this.options |= bits[c] ?? 0;
    for (const c of off) this.options &= ~(bits[c] ?? 0);
  }

  /** Reads up to the closing bracket of the group (or the end); returns how many bars part it. */
  private alternatives(depth: number): number {
    if (depth > 200) throw regexNotEmulated("more than 200 nested groups");
    const { pattern } = this;
    let bars = 0;
    while (this.at < pattern.length) {
      const c = pattern[this.at] as string;
      if (c === ")") break;
      if (c === "|") {
        bars++;
        this.out.push("|");
        this.at++;
        continue;
      }
      if (this.skipIgnored(c)) continue;
      const start = this.out.length;
      if (this.atom(c, depth)) this.quantifier(start);
    }
    return bars;
  }

  private skipIgnored(c: string): boolean {
    if (!this.has("IgnorePatternWhitespace")) return false;
    if (/\s/.test(c)) {
      this.at++;
      return true;
    }
    if (c !== "#") return false;
    const end = this.pattern.indexOf("\n", this.at);
    this.at = end < 0 ? this.pattern.length : end + 1;
    return true;
  }

  /** Emits one atom; false when nothing was emitted that a quantifier could follow. */
  private atom(c: string, depth: number): boolean {
    switch (c) {
      case "(":
        return this.group(depth);
      case "[":
        this.characterClass();
        return true;
      case "\\":
        this.escape();
        return true;
      case ".":
        this.at++;
        this.out.push(this.has("Singleline") ? "[\\s\\S]" : "[^\\n]");
        return true;
      case "^":
        this.at++;
        this.out.push(this.has("Multiline") ? "(?:(?<![\\s\\S])|(?<=\\n))" : "(?<![\\s\\S])");
        return true;
      case "$":
        this.at++;
        this.out.push(this.has("Multiline") ? "(?=\\n|(?![\\s\\S]))" : "(?=\\n?(?![\\s\\S]))");
        return true;
      case "*":
      case "+":
      case "?":
        return this.fail(this.at + 1, `Quantifier '${c}' following nothing.`);
      case "{":
        if (/^\{\d+(,\d*)?\}/.test(this.pattern.slice(this.at, this.at + 24))) {
          this.fail(this.at + 1, "Quantifier '{' following nothing.");
        }
        this.literal("{");
        return true;
      default:
        this.literal(c);
        return true;
    }
  }

  private literal(c: string): void {
    this.at++;
    if (this.mixedCase && this.has("IgnoreCase")) {
      const other = c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase();
      if (other !== c && other.length === 1) {
        this.out.push(`[${escapeUnit(c)}${escapeUnit(other)}]`);
        return;
      }
    }
    this.out.push(/[A-Za-z0-9]/.test(c) ? c : escapeUnit(c));
  }

  private quantifier(start: number): void {
    if (this.has("IgnorePatternWhitespace")) while (/\s/.test(this.pattern[this.at] ?? "x")) this.at++;
    const rest = this.pattern.slice(this.at, this.at + 24);
    const match = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(rest);
    if (match === null) return;
    const bounds = /^\{(\d+),(\d+)\}/.exec(match[0]);
    this.at += match[0].length;
    if (bounds !== null && Number(bounds[1]) > Number(bounds[2])) this.fail(this.at, "Illegal {x,y} with x > y.");
    let text = match[0];
    if (this.pattern[this.at] === "?") {
      text += "?";
      this.at++;
    }
    // One group around what several pieces make up, so that the quantifier holds for all of them.
    if (this.out.length - start !== 1 || this.isAssertion(this.out[start])) {
      this.out.splice(start, 0, "(?:");
      this.out.push(")");
    }
    this.out.push(text);
    const next = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.pattern.slice(this.at, this.at + 24));
    if (next !== null) {
      const shown = next[0][0] === "{" ? next[0] : next[0];
      this.fail(this.at + next[0].length, `Nested quantifier '${shown}'.`);
    }
  }

  private isAssertion(piece: string | Reference | undefined): boolean {
    return typeof piece === "string" && piece.startsWith("(?");
  }

  private group(depth: number): boolean {
    const { pattern } = this;
    const open = this.at;
    const saved = this.options;
    const rest = pattern.slice(open, open + 80);
    if (rest.startsWith("(?#")) {
      const end = pattern.indexOf(")", open);
      if (end < 0) this.fail(pattern.length, "Unterminated (?#...) comment.");
      this.at = end + 1;
      return false;
    }
    const flags = /^\(\?([imnsx]*)(?:-([imnsx]*))?([:)])/.exec(rest);
    if (flags !== null && (flags[3] === ")" || flags[1] !== "" || flags[2] !== undefined)) {
      this.applyFlags(flags[1] ?? "", flags[2] ?? "");
      this.at += flags[0].length;
      if (flags[3] === ")") return false;
      this.body("(?:", depth, saved);
      return true;
    }
    const plain = /^\(\?(?::|=|!|<=|<!)/.exec(rest);
    if (plain !== null) {
      this.at += plain[0].length;
      this.body(plain[0], depth, saved);
      return true;
    }
    if (rest.startsWith("(?>")) {
      // An atomic group is a look-ahead that captures, and a reference to what it captured.
      this.at += 3;
      const index = ++this.jsGroups;
      this.out.push("(?:");
      this.body("(?=(", depth, saved, "))");
      this.out.push(`\\${index})`);
      return true;
    }
    const name = /^\(\?(?:<([\w]+)>|'([\w]+)')/.exec(rest);
    if (name !== null) {
      this.at += name[0].length;
      const key = (name[1] ?? name[2]) as string;
      const index = ++this.jsGroups;
      const list = this.named.get(key);
      if (list === undefined) this.named.set(key, [index]);
      else list.push(index);
      this.body("(", depth, saved);
      return true;
    }
    if (this.balancingGroup(rest, depth, saved) || this.condition(rest, depth, saved)) return true;
    if (rest.startsWith("(?")) {
      const read = /^\(\?(?:[<'](?![=!])\w*|.?)/.exec(rest)?.[0].length ?? 2;
      this.fail(Math.min(open + read, pattern.length), "Unrecognized grouping construct.");
    }
    this.at++;
    if (this.has("ExplicitCapture")) {
      this.body("(?:", depth, saved);
      return true;
    }
    this.unnamed.push(++this.jsGroups);
    this.body("(", depth, saved);
    return true;
  }

  /** `(?<new-old>…)` */
  private balancingGroup(rest: string, depth: number, saved: number): boolean {
    const found = /^\(\?(?:<(\w*)-(\w+)>|'(\w*)-(\w+)')/.exec(rest);
    if (found === null) return false;
    const name = found[1] ?? found[3] ?? "";
    const released = found[2] ?? found[4] ?? "";
    const offset = this.at + found[0].length - 1;
    this.at += found[0].length;
    const index = name === "" ? 0 : ++this.jsGroups;
    if (index > 0) this.named.set(name, [...(this.named.get(name) ?? []), index]);
    this.out.push(`(?B${index}-`, { name: released, offset, isList: true });
    this.body(";", depth, saved);
    return true;
  }

  /** `(?(name)yes|no)` where the group exists, and `(?(expression)yes|no)`. */
  private condition(rest: string, depth: number, saved: number): boolean {
    if (!rest.startsWith("(?(")) return false;
    const name = /^\(\?\((\w+)\)/.exec(rest)?.[1];
    const isNumber = name !== undefined && /^\d+$/.test(name);
    if (name !== undefined && (isNumber || this.declares(name))) {
      this.at += name.length + 4;
      if (isNumber && !this.declares(name)) {
        this.fail(this.at, `Conditional alternation refers to an undefined group number ${name}.`);
      }
      this.out.push("(?C", { name, offset: this.at, isList: true });
      this.ways(";", depth, saved);
      return true;
    }
    this.at += 3;
    this.out.push("(?E");
    this.body("(?=", depth + 1, this.options);
    this.ways("", depth, saved);
    return true;
  }

  /** The two ways of a condition. */
  private ways(opening: string, depth: number, saved: number): void {
    if (this.body(opening, depth, saved) > 1) this.fail(this.at, "Too many | in (?()|).");
  }

  /** Whether the pattern has a group of that number or name, here or further on. */
  private declares(name: string): boolean {
    const { pattern } = this;
    if (!/^\d+$/.test(name)) return new RegExp(`\\(\\?[<']${name}(?:-\\w+)?[>']`).test(pattern);
    if (name === "0") return true;
    const unnamed = this.has("ExplicitCapture") ? 0 : (pattern.match(/(?<!\\)\((?!\?)/g)?.length ?? 0);
    const named = new Set(pattern.match(/(?<=\(\?[<'])\w+(?=[->'])/g)).size;
    return Number(name) <= unnamed + named;
  }

  private body(opening: string, depth: number, saved: number, closing = ")"): number {
    this.out.push(opening);
    const bars = this.alternatives(depth + 1);
    if (this.pattern[this.at] !== ")") this.fail(this.pattern.length, "Not enough )'s.");
    this.at++;
    this.out.push(closing);
    this.options = saved;
    return bars;
  }

  private characterClass(): void {
    const translator = new CharacterClassTranslator(this.pattern, this.at, this.mixedCase && this.has("IgnoreCase"));
    this.out.push(translator.run());
    this.at = translator.end;
    if (translator.needsV) this.usesV = true;
  }

  private escape(): void {
    const { pattern } = this;
    const c = pattern[this.at + 1];
    if (c === undefined) this.fail(pattern.length, "Illegal \\ at end of pattern.");
    const simple = this.simpleEscape(c);
    if (simple !== null) {
      this.at += 2;
      this.out.push(simple);
      return;
    }
    const named = /^\\k(?:<(\w+)>|'(\w+)'|\{(\w+)\})/.exec(pattern.slice(this.at, this.at + 60));
    if (named !== null) {
      this.at += named[0].length;
      this.out.push({ name: (named[1] ?? named[2] ?? named[3]) as string, offset: this.at });
      return;
    }
    const number = /^\\([1-9]\d{0,2})/.exec(pattern.slice(this.at, this.at + 5));
    if (number !== null) {
      this.at += number[0].length;
      this.out.push({ name: number[1] as string, offset: this.at });
      return;
    }
    const translator = new CharacterClassTranslator(pattern, this.at, false);
    const code = translator.readEscapedCode();
    if (typeof code === "string") this.out.push(code);
    else {
      this.at = translator.end - 1;
      this.literal(String.fromCharCode(code));
    }
    this.at = translator.end;
  }

  private simpleEscape(c: string): string | null {
    switch (c) {
      case "A":
        return "(?<![\\s\\S])";
      case "G":
        return "(?G)";
      case "z":
        return "(?![\\s\\S])";
      case "Z":
        return "(?=\\n?(?![\\s\\S]))";
      case "b":
        return `(?:(?<=${wordClass})(?!${wordClass})|(?<!${wordClass})(?=${wordClass}))`;
      case "B":
        return `(?:(?<=${wordClass})(?=${wordClass})|(?<!${wordClass})(?!${wordClass}))`;
      default:
        return shorthand(c);
    }
  }
}
