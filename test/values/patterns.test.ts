import { describe, expect, it } from "vitest";
import {
  compareText,
  escapePattern,
  expandReplacement,
  PowerShellError,
  regexFor,
  WildcardPattern,
} from "../../src/values/index.js";
import { testContext } from "./support.js";

const context = testContext();

describe("wildcards", () => {
  it.each([
    ["MB-HO-*", "mb-ho-01", true],
    ["*", "", true],
    ["?", "", false],
    ["[a-c]x", "Bx", true],
    ["[ac]", "b", false],
    ["a`*", "a*", true],
    ["a`", "a`", true],
    ["[]]", "]", true],
  ] as const)("'%s' and '%s': %s", (pattern, text, match) => {
    expect(new WildcardPattern(pattern).isMatch(text)).toBe(match);
  });
  it("takes no time that grows with the stars", () => {
    expect(new WildcardPattern(`${"*a".repeat(50)}b`).isMatch("a".repeat(5000))).toBe(false);
  });
  it("escapes and knows what is a pattern", () => {
    expect(WildcardPattern.escape("a[1]*")).toBe("a`[1`]`*");
    expect(WildcardPattern.unescape("a`[1`]`*")).toBe("a[1]*");
    expect(WildcardPattern.containsWildcardCharacters("a`*b")).toBe(false);
  });
});

describe(".NET's regular expressions", () => {
  it.each([
    ["^\\w+$", "Äpfel", "Äpfel"],
    ["\\bb", "a b", "b"],
    ["(?i)ABC", "xabc", "abc"],
    ["a(?i)b", "aB", "aB"],
    ["a(?i:b)c", "aBC", null],
    ["(?<year>\\d{4})-\\k<year>", "2020-2020", "2020-2020"],
    ["(?'n'a)\\1", "aa", "aa"],
    ["\\Aab\\Z", "ab\n", "ab"],
    ["\\Aab\\z", "ab\n", null],
    ["a$", "a\n", "a"],
    ["(?m)^b$", "a\nb", "b"],
    ["a.c", "a\nc", null],
    ["(?s)a.c", "a\nc", "a\nc"],
    ["(?x) a b # two", "ab", "ab"],
    ["(?>a+)b", "aab", "aab"],
    ["(?<=€)\\d+", "€50", "50"],
    ["[a-z-[aeiou]]+", "aeixyz", "xyz"],
    ["[\\W\\d]+", "ab!1c", "!1"],
    ["\\p{Lu}+", "abCD", "CD"],
    ["a{,2}", "a{,2}", "a{,2}"],
    ["]", "]", "]"],
  ] as const)("'%s' in '%s' finds %o", (pattern, text, found) => {
    expect(regexFor(context, pattern, 0).match(context, text)?.text ?? null).toBe(found);
  });

  it.each([
    ["(", "Invalid pattern '(' at offset 1. Not enough )'s."],
    [")", "Invalid pattern ')' at offset 1. Too many )'s."],
    ["[", "Invalid pattern '[' at offset 1. Unterminated [] set."],
    ["*", "Invalid pattern '*' at offset 1. Quantifier '*' following nothing."],
    ["a**", "Invalid pattern 'a**' at offset 3. Nested quantifier '*'."],
    ["\\", "Invalid pattern '\\' at offset 1. Illegal \\ at end of pattern."],
    ["[b-a]", "Invalid pattern '[b-a]' at offset 4. [x-y] range in reverse order."],
    ["\\1", "Invalid pattern '\\1' at offset 2. Reference to undefined group number 1."],
    ["\\y", "Invalid pattern '\\y' at offset 2. Unrecognized escape sequence \\y."],
  ])("'%s' is refused", (pattern, message) => {
    expect(() => regexFor(context, pattern, 0)).toThrowError(expect.objectContaining({ message }) as Error);
    expect(() => regexFor(context, pattern, 0)).toThrow(PowerShellError);
  });

  it("groups without a name come before those with one", () => {
    const match = regexFor(context, "(?<a>x)(y)", 0).match(context, "xy");
    expect(match?.groups.map((g) => [g.name, g.text])).toEqual([
      ["0", "xy"],
      ["1", "y"],
      ["a", "x"],
    ]);
    if (match === null || match === undefined) throw new Error("no match");
    expect(expandReplacement("$1$a${a}$2$$$&", match, "xy")).toBe("y$axx$xy");
  });

  it("escapes a text", () => {
    expect(escapePattern("a.b [c]\t")).toBe("a\\.b\\ \\[c]\\t");
  });
});

describe("the order of text", () => {
  it("is the one of the recorded sorts", () => {
    const sorted = ["a b", "a_b", "a-b", "a-c", "a.b", "a'b", "a1", "a10", "a2", "ab"];
    expect([...sorted].reverse().sort((a, b) => compareText(a, b, true))).toEqual(sorted);
  });
  it.each([
    ["a", "A", true, 0],
    ["a", "A", false, -1],
    ["Z", "a", true, 1],
    ["é", "e\u0301", true, 0],
    ["a", "á", true, -1],
    ["ss", "ß", true, -1],
    ["co\u00adop", "coop", true, 0],
    ["ａ", "a", true, 1],
    ["Σ", "ς", true, 0],
    ["a-b", "ab", true, -1],
  ] as const)("%s and %s (case ignored: %s): %s", (a, b, ignoreCase, order) => {
    expect(Math.sign(compareText(a, b, ignoreCase))).toBe(order);
  });
});
