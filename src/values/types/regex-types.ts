import { PSArray } from "../collections.js";
import { TimeSpan } from "../date-time.js";
import { toItems } from "../enumeration.js";
import { argumentNullError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import { type Replacer, replaceAll } from "../operators/text-operators.js";
import { checkPattern, escapePattern, expandReplacement, Regex, regexFor } from "../regex/index.js";
import { coreProperty, method, overload, property } from "../signatures.js";
import { toText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

import { DelegateObject } from "./delegates.js";
import { capturesOf, chainedMatch, groupsOf, makeMatch, type RegexCapture, RegexCollection } from "./regex-values.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
const bits = (value: Value | undefined): number => (value instanceof EnumValue ? Number(value.value) : 0);

function input(context: ValueContext, value: Value | undefined): string {
  if (typeof value !== "string") throw argumentNullError(context, "input");
  return value;
}

function matchFrom(context: ValueContext, regex: Regex, s: string, start?: number): RegexCapture {
  return chainedMatch(regex, s, regex.match(context, s, start));
}
function matchesOf(context: ValueContext, regex: Regex, s: string, start?: number): RegexCollection {
  return new RegexCollection(
    "MatchCollection",
    [...regex.matches(context, s, start)].map((m) => chainedMatch(regex, s, m)),
  );
}
function replacer(context: ValueContext, replacement: Value | undefined): Replacer {
  if (replacement instanceof DelegateObject) return (m) => toText(context, replacement.call(context, [makeMatch(m)]));
  return text(replacement);
}
function splitBy(context: ValueContext, regex: Regex, s: string, count = 0, start?: number): PSArray {
  const parts: string[] = [];
  let at = 0;
  for (const m of regex.matchesInPlace(context, s, start, count > 0 ? count - 1 : Number.POSITIVE_INFINITY)) {
    parts.push(s.slice(at, m.index));
    for (const g of m.groups.slice(1)) if (g.success) parts.push(g.text);
    at = m.index + m.text.length;
  }
  parts.push(s.slice(at));
  return new PSArray(parts, typeNamed("System.String"));
}
const made = (context: ValueContext, pattern: Value | undefined, options?: Value): Regex =>
  regexFor(context, text(pattern), bits(options));

defineType({
  fullName: "System.Text.RegularExpressions.Capture",
  members: () => [
    property("int Index", (c: RegexCapture) => c.capture.index),
    property("int Length", (c: RegexCapture) => c.capture.text.length),
    property("string Value", (c: RegexCapture) => c.capture.text),
    // A span cannot be a value of PowerShell's: what is read is null.
    coreProperty("System.ReadOnlySpan[char] ValueSpan", () => null),
    method<RegexCapture>(["string ToString()", (_, c) => c.capture.text]),
  ],
});
defineType({
  fullName: "System.Text.RegularExpressions.Group",
  base: "System.Text.RegularExpressions.Capture",
  members: () => [
    property("bool Success", (g: RegexCapture) => g.capture.success),
    property("string Name", (g: RegexCapture) => g.capture.name),
    property("System.Text.RegularExpressions.CaptureCollection Captures", (g: RegexCapture) => capturesOf(g)),
  ],
});
defineType({
  fullName: "System.Text.RegularExpressions.Match",
  base: "System.Text.RegularExpressions.Group",
  members: () => [
    property("System.Text.RegularExpressions.GroupCollection Groups", (m: RegexCapture) => groupsOf(m)),
    method<RegexCapture>(["System.Text.RegularExpressions.Match NextMatch()", (c, m) => m.next(c)]),
    method<RegexCapture>([
      "string Result(string replacement)",
      (_, m, [r]) => (m.data === null ? "" : expandReplacement(text(r), m.data, "")),
    ]),
  ],
});
for (const kind of ["GroupCollection", "CaptureCollection", "MatchCollection"]) {
  defineType({
    fullName: `System.Text.RegularExpressions.${kind}`,
    interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
    members: () => [
      property("int Count", (c: RegexCollection) => c.items.length),
      method<RegexCollection>([
        "bool ContainsKey(string key)",
        (_, c, [k]) => c.items.some((g) => g.capture.name === k),
      ]),
      {
        kind: "ParameterizedProperty",
        name: "Item",
        signature: "System.Object Item(int i) {get;}",
        get: (_, self, [i]) => (self as RegexCollection).item(i ?? null),
        set: null,
      },
    ],
  });
}

defineType({
  fullName: "System.Text.RegularExpressions.Regex",
  members: () => [
    method<Regex>([
      "string[] GetGroupNames()",
      (_, r) =>
        new PSArray(
          r.translated.groups.map((g) => g.name),
          typeNamed("System.String"),
        ),
    ]),
    method<Regex>([
      "int[] GetGroupNumbers()",
      (_, r) =>
        new PSArray(
          r.translated.groups.map((_group, index) => index),
          typeNamed("System.Int32"),
        ),
    ]),
    method<Regex>(
      ["bool IsMatch(string input)", (c, r, [s]) => r.isMatch(c, input(c, s))],
      ["bool IsMatch(string input, int startat)", (c, r, [s, i]) => r.isMatch(c, input(c, s), int(i))],
    ),
    method<Regex>(
      ["System.Text.RegularExpressions.Match Match(string input)", (c, r, [s]) => matchFrom(c, r, input(c, s))],
      [
        "System.Text.RegularExpressions.Match Match(string input, int startat)",
        (c, r, [s, i]) => matchFrom(c, r, input(c, s), int(i)),
      ],
    ),
    method<Regex>(
      [
        "System.Text.RegularExpressions.MatchCollection Matches(string input)",
        (c, r, [s]) => matchesOf(c, r, input(c, s)),
      ],
      [
        "System.Text.RegularExpressions.MatchCollection Matches(string input, int startat)",
        (c, r, [s, i]) => matchesOf(c, r, input(c, s), int(i)),
      ],
    ),
    method<Regex>(
      [
        "string Replace(string input, string replacement)",
        (c, r, [s, by]) => replaceAll(c, r, input(c, s), replacer(c, by)),
      ],
      [
        "string Replace(string input, string replacement, int count)",
        (c, r, [s, by, n]) => replaceAll(c, r, input(c, s), replacer(c, by), int(n)),
      ],
      [
        "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator)",
        (c, r, [s, by]) => replaceAll(c, r, input(c, s), replacer(c, by)),
      ],
    ),
    method<Regex>(
      ["string[] Split(string input)", (c, r, [s]) => splitBy(c, r, input(c, s))],
      ["string[] Split(string input, int count)", (c, r, [s, n]) => splitBy(c, r, input(c, s), int(n))],
    ),
    method<Regex>(["string ToString()", (_, r) => r.pattern]),
    property(
      "System.Text.RegularExpressions.RegexOptions Options",
      (r: Regex) => new EnumValue(typeNamed("System.Text.RegularExpressions.RegexOptions"), BigInt(r.options)),
    ),
    property("bool RightToLeft", (r: Regex) => r.isRightToLeft),
    { ...property("timespan MatchTimeout", (r: Regex) => new TimeSpan(r.matchTimeout)), since: 4 },
    method<Regex>([
      "int GroupNumberFromName(string name)",
      (_, r, [name]) => r.translated.groups.findIndex((group) => group.name === text(name)),
    ]),
    method<Regex>(["string GroupNameFromNumber(int i)", (_, r, [i]) => r.translated.groups[int(i)]?.name ?? ""]),
    method<Regex>(["[core] int Count(string input)", (c, r, [s]) => toItems(matchesOf(c, r, input(c, s))).length]),
  ],
  staticMembers: () => [
    property("timespan InfiniteMatchTimeout", () => new TimeSpan(-10_000n)),
    property("int CacheSize", () => 15),
    method(
      [
        "[core] static int Count(string input, string pattern)",
        (c, _, [s, p]) => toItems(matchesOf(c, made(c, p), input(c, s))).length,
      ],
      [
        "[core] static int Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
        (c, _, [s, p, o]) => toItems(matchesOf(c, made(c, p, o), input(c, s))).length,
      ],
    ),
    method(["static string Escape(string str)", (_, __, [s]) => escapePattern(text(s))]),
    method(["static string Unescape(string str)", (_, __, [s]) => text(s).replace(/\\(.)/g, "$1")]),
    method(
      ["static bool IsMatch(string input, string pattern)", (c, _, [s, p]) => made(c, p).isMatch(c, input(c, s))],
      [
        "static bool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
        (c, _, [s, p, o]) => made(c, p, o).isMatch(c, input(c, s)),
      ],
    ),
    method(
      [
        "static System.Text.RegularExpressions.Match Match(string input, string pattern)",
        (c, _, [s, p]) => matchFrom(c, made(c, p), input(c, s)),
      ],
      [
        "static System.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
        (c, _, [s, p, o]) => matchFrom(c, made(c, p, o), input(c, s)),
      ],
    ),
    method(
      [
        "static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)",
        (c, _, [s, p]) => matchesOf(c, made(c, p), input(c, s)),
      ],
      [
        "static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
        (c, _, [s, p, o]) => matchesOf(c, made(c, p, o), input(c, s)),
      ],
    ),
    method(
      [
        "static string Replace(string input, string pattern, string replacement)",
        (c, _, [s, p, r]) => replaceAll(c, made(c, p), input(c, s), replacer(c, r)),
      ],
      [
        "static string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator)",
        (c, _, [s, p, r]) => replaceAll(c, made(c, p), input(c, s), replacer(c, r)),
      ],
      [
        "static string Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options)",
        (c, _, [s, p, r, o]) => replaceAll(c, made(c, p, o), input(c, s), replacer(c, r)),
      ],
      [
        "static string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options)",
        (c, _, [s, p, r, o]) => replaceAll(c, made(c, p, o), input(c, s), replacer(c, r)),
      ],
    ),
    method(
      ["static string[] Split(string input, string pattern)", (c, _, [s, p]) => splitBy(c, made(c, p), input(c, s))],
      [
        "static string[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
        (c, _, [s, p, o]) => splitBy(c, made(c, p, o), input(c, s)),
      ],
    ),
  ],
  constructors: () => [
    overload("regex new(string pattern)", (c, _, [p]) => checked(c, new Regex(text(p), 0))),
    overload("regex new(string pattern, System.Text.RegularExpressions.RegexOptions options)", (c, _, [p, o]) =>
      checked(c, new Regex(text(p), bits(o))),
    ),
    overload(
      "regex new(string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
      (c, _, [p, o, t]) => checked(c, new Regex(text(p), bits(o), t instanceof TimeSpan ? t.ticks : -10_000n)),
    ),
  ],
});
function checked(_context: ValueContext, regex: Regex): Regex {
  checkPattern(regex);
  return regex;
}
