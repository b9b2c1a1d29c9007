// Tokens as the real parser lists them: recorded-tokens.jsonl holds, for texts of the shown trees and some more, each
// token's class, kind, flags and extent, those nested in strings behind it, and the older list of PSParser.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseWithTokens, type ScriptToken } from "../../grammar/index.js";
import { oldTokens } from "../../src/values/syntax/old-tokens.js";

type Listed = readonly [
  name: string,
  kind: string,
  flags: number,
  start: number,
  end: number,
  nested?: readonly Listed[],
];

interface Recorded {
  readonly text: string;
  readonly tokens: readonly Listed[];
  readonly old: readonly (readonly [type: string, content: string, start: number, length: number])[];
}

const recorded: readonly Recorded[] = readFileSync(new URL("recorded-tokens.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Recorded);

const listed = (token: ScriptToken): Listed => {
  const { class: name, kind, flags, start, end } = token;
  const nested = token.class === "StringExpandableToken" ? token.nested : undefined;
  return nested === undefined ? [name, kind, flags, start, end] : [name, kind, flags, start, end, nested.map(listed)];
};

test.each(recorded)("$text", ({ text, tokens, old }) => {
  const { tokens: ours } = parseWithTokens(text);
  expect(ours.map(listed)).toEqual(tokens);
  expect(oldTokens(text, ours).map(({ type, content, start, end }) => [type, content, start, end - start])).toEqual(
    old,
  );
});

test("what the classes add", () => {
  const { tokens } = parseWithTokens(":l while (1kb) { foo -a:b 2>> c *>&1 $x:y }");
  expect(tokens.map(({ class: _, kind: __, flags: ___, start: ____, end: _____, ...detail }) => detail)).toEqual([
    { label: "l" },
    {},
    {},
    { number: { numberKind: "Int32", value: 1024 } },
    {},
    {},
    {},
    { parameterName: "a", usedColon: true },
    {},
    { from: "Error", append: true },
    {},
    { from: "All", to: "Output" },
    { variable: { userPath: "x:y", scope: "Drive", driveName: "x", unqualifiedPath: "y" } },
    {},
    {},
  ]);
});
