import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { backtrackingCost } from "../../../src/values/regex/backtracking-cost.js";
import { BacktrackingMatcher } from "../../../src/values/regex/backtracking-matcher.js";
import { differsInJavaScript } from "../../../src/values/regex/javascript-differences.js";
import { compileMatcher } from "../../../src/values/regex/matcher-program.js";
import { parsePattern } from "../../../src/values/regex/pattern-tree.js";
import { type TranslatedPattern, translatePattern } from "../../../src/values/regex/translate.js";

const unlimited = { spend: () => {}, checkSize: () => {} };

/** Starts and ends of the latest captures of the groups, as the matcher finds them. */
function matched(pattern: string, text: string): readonly number[] | null {
  const translated = translatePattern(pattern, 0);
  const program = compileMatcher(parsePattern(translated.source), translated.flags, groupsOf(translated));
  const found = new BacktrackingMatcher(program, text, unlimited).match(0, false);
  return (
    found?.flatMap((captures) => captures.at(-1) ?? { start: -1, end: -1 }).flatMap(({ start, end }) => [start, end]) ??
    null
  );
}

function groupsOf({ groups }: TranslatedPattern): readonly (readonly number[])[] {
  return groups.map(({ jsIndices }) => jsIndices);
}

function degree(pattern: string): number {
  const { source, flags } = translatePattern(pattern, 0);
  return backtrackingCost(parsePattern(source), flags).degree;
}

describe("the counting matcher finds what .NET finds where JavaScript would not", () => {
  test.each([
    ["(?:(a)|b)*", "ab", [0, 2, 0, 1]],
    ["(a)?\\1b", "b", null],
    ["(a)?\\1b", "aab", [0, 3, 0, 1]],
    ["(?:(a)|(b)|c)*", "abc", [0, 3, 0, 1, 1, 2]],
    ["(?i)(a)\\1", "aA", [0, 2, 0, 1]],
    ["(?<=(\\d+))x", "12x", [2, 3, 0, 2]],
    ["(?<=(\\d)(\\d+))x", "123x", [3, 4, 0, 1, 1, 3]],
    ["(?!(a)b)a", "ac", [0, 1, -1, -1]],
    ["(a*)*", "b", [0, 0, 0, 0]],
    ["(?:(?<!a)|.)?", "b", [0, 0]],
    ["(?:|b)*", "bb", [0, 0]],
    ["(?:b??)*", "bb", [0, 0]],
    ["(?:a|b*)*", "ab", [0, 2]],
    ["(?:|b){1,3}x", "bbx", [0, 3]],
    ["(?:(a)|b\\1)+", "aab", [0, 2]],
    ["(a|ab)(c|bcd)(d*)", "abcd", [0, 4, 0, 1, 1, 4, 4, 4]],
    ["(?:a{2,3}?){2}", "aaaaa", [0, 4]],
    ["(?>a+)ab", "aaab", null],
    ["(?<=(?>a+))b", "aab", [2, 3]],
  ] as const)("%s in '%s'", (pattern, text, places) => {
    expect(matched(pattern, text)?.slice(0, places?.length) ?? null).toEqual(places);
  });
});

const atom = fc.constantFrom("a", "b", "[ab]", "[^a]", ".", "c?", "\\w", "\\b", "^", "$", "(?=b)", "(?<!a)");
const quantifier = fc.constantFrom("", "", "", "*", "+", "?", "*?", "+?", "{2}", "{1,2}", "{2,}?");
const pattern: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => a + b),
    fc.tuple(tie("node"), tie("node"), quantifier).map(([a, b, q]) => `(?:${a}|${b})${q}`),
    fc.tuple(tie("node"), quantifier).map(([a, q]) => `(?:${a})${q}`),
    tie("node").map((a) => `(?=${a})`),
    tie("node").map((a) => `(?>${a})`),
    atom.map((a) => `(?<=${a}b*)`),
  ),
})).node;

it("finds what JavaScript's engine finds where that is what .NET finds", () => {
  fc.assert(
    fc.property(pattern, fc.stringMatching(/^[abc\n]{0,8}$/), (source, text) => {
      const translated = translatePattern(`(${source})`, 0);
      fc.pre(!differsInJavaScript(parsePattern(translated.source)));
      const native = new RegExp(translated.source, translated.flags).exec(text);
      const found = matched(`(${source})`, text);
      expect(found?.slice(0, 2) ?? null).toEqual(native && [native.index, native.index + native[0].length]);
    }),
    { seed: 20100, numRuns: 800 },
  );
});

describe("the bound of a pattern", () => {
  test.each([
    ["^[A-Z]{2}-\\d+$", 1],
    ["\\s+", 1],
    ["\\w+@\\w+\\.com", 2],
    ["^(\\d{1,3}\\.){3}\\d{1,3}$", 2],
    ["^([^.]+\\.)+[^.]+$", 2],
    ["^(\\w+\\s)*\\w+$", 2],
    [".*foo.*bar", 4],
    ["\\bfoo\\b", 1],
  ])("%s: n to the power of %d", (source, expected) => {
    expect(degree(source)).toBe(expected);
  });

  test.each(["^(a+)+$", "(a|a)*b", "(a|ab)*c", "(a*)*b", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(\\w+\\s?)+$"])(
    "%s has none",
    (source) => {
      expect(degree(source)).toBe(Number.POSITIVE_INFINITY);
    },
  );

  it("holds: no pattern takes more steps than its bound", () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom("a".repeat(30), "ab".repeat(15), `${"a".repeat(29)}c`), (source, text) => {
        const translated = translatePattern(source, 0);
        const { source: js, flags } = translated;
        const tree = parsePattern(js);
        const cost = backtrackingCost(tree, flags);
        const bound = cost.factor * (text.length + 1) ** cost.degree;
        if (!Number.isFinite(bound)) return;
        let steps = 0;
        const meter = { spend: (n: number) => (steps += n), checkSize: () => {} };
        new BacktrackingMatcher(compileMatcher(tree, flags, groupsOf(translated)), text, meter).match(0, false);
        expect(steps).toBeLessThan(100 * bound + 100);
      }),
      { seed: 2010, numRuns: 800 },
    );
  });
});
