import { ErrorRecord, ExceptionObject, PowerShellError } from "./errors.js";
import { heapClass } from "./heap/heap-class.js";
import { typeNamed } from "./types.js";

type Element =
  | { readonly kind: "character"; readonly text: string; readonly upper: string }
  | { readonly kind: "any" }
  | { readonly kind: "anySequence" }
  | { readonly kind: "set"; readonly ranges: readonly (readonly [low: number, high: number])[] };

/**
 * A pattern of `-like` and of names: `*`, `?`, `[abc]`, `[a-c]`, backtick escapes (F.5). Matching takes at most
 * text × pattern steps.
 */
export class WildcardPattern {
  private readonly elements: readonly Element[];

  /** Throws a WildcardPatternException for an unclosed bracket. */
  constructor(
    readonly pattern: string,
    private readonly ignoreCase = true,
  ) {
    this.elements = parse(pattern);
  }

  isMatch(text: string): boolean {
    const { elements } = this;
    let e = 0;
    let t = 0;
    let starAt = -1;
    let starText = 0;
    while (t < text.length) {
      const element = elements[e];
      if (element?.kind === "anySequence") {
        starAt = e++;
        starText = t;
      } else if (element !== undefined && this.matchesUnit(element, text[t] as string)) {
        e++;
        t++;
      } else if (starAt >= 0) {
        e = starAt + 1;
        t = ++starText;
      } else return false;
    }
    while (elements[e]?.kind === "anySequence") e++;
    return e === elements.length;
  }

  private matchesUnit(element: Element, unit: string): boolean {
    switch (element.kind) {
      case "any":
      case "anySequence":
        return true;
      case "character":
        return element.text === unit || (this.ignoreCase && element.upper === unit.toUpperCase());
      case "set": {
        if (inRanges(element.ranges, unit.charCodeAt(0))) return true;
        if (!this.ignoreCase) return false;
        return (
          inRanges(element.ranges, unit.toUpperCase().charCodeAt(0)) ||
          inRanges(element.ranges, unit.toLowerCase().charCodeAt(0))
        );
      }
    }
  }

  /** Whether the text holds `*`, `?` or `[` that is not escaped. */
  static containsWildcardCharacters(pattern: string): boolean {
    for (let i = 0; i < pattern.length; i++) {
      const c = pattern[i];
      if (c === "`") i++;
      else if (c === "*" || c === "?" || c === "[") return true;
    }
    return false;
  }
  /** Backticks before `*`, `?`, `[`, `]` and the backtick. */
  static escape(text: string): string {
    return text.replace(/[*?[\]`]/g, "`$&");
  }
  static unescape(pattern: string): string {
    return pattern.replace(/`([*?[\]`])/g, "$1");
  }
}
heapClass("WildcardPattern", WildcardPattern);

function inRanges(ranges: readonly (readonly [number, number])[], code: number): boolean {
  return ranges.some(([low, high]) => code >= low && code <= high);
}

function badPattern(pattern: string): PowerShellError {
  const type = typeNamed("System.Management.Automation.WildcardPatternException");
  const exception = new ExceptionObject(type, `The specified wildcard character pattern is not valid: ${pattern}`);
  return new PowerShellError(new ErrorRecord({ exception, errorId: "RuntimeException", category: "NotSpecified" }));
}

function character(text: string): Element {
  return { kind: "character", text, upper: text.toUpperCase() };
}

function parse(pattern: string): readonly Element[] {
  const elements: Element[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] as string;
    if (c === "*") {
      if (elements.at(-1)?.kind !== "anySequence") elements.push({ kind: "anySequence" });
    } else if (c === "?") elements.push({ kind: "any" });
    else if (c === "`" && i + 1 < pattern.length) elements.push(character(pattern[++i] as string));
    else if (c === "[") {
      const end = setEnd(pattern, i);
      elements.push({ kind: "set", ranges: parseSet(pattern.slice(i + 1, end), pattern) });
      i = end;
    } else elements.push(character(c));
  }
  return elements;
}

/** The closing bracket; one directly behind the opening bracket is a member. */
function setEnd(pattern: string, open: number): number {
  for (let i = open + 1; i < pattern.length; i++) {
    if (pattern[i] === "`") i++;
    else if (pattern[i] === "]" && i > open + 1) return i;
  }
  throw badPattern(pattern);
}

function parseSet(body: string, pattern: string): readonly (readonly [number, number])[] {
  const codes: { code: number; dash: boolean }[] = [];
  for (let i = 0; i < body.length; i++) {
    if (body[i] === "`" && i + 1 < body.length) codes.push({ code: body.charCodeAt(++i), dash: false });
    else codes.push({ code: body.charCodeAt(i), dash: body[i] === "-" });
  }
  const ranges: (readonly [number, number])[] = [];
  for (let i = 0; i < codes.length; i++) {
    const low = codes[i]?.code ?? 0;
    const high = codes[i + 2];
    if (codes[i + 1]?.dash === true && high !== undefined) {
      if (high.code < low) throw badPattern(pattern);
      ranges.push([low, high.code]);
      i += 2;
    } else ranges.push([low, low]);
  }
  return ranges;
}
