// What stands alone in a text is parsed alone as it is in the text.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { DumpedNode, DumpedValue } from "../../grammar/dump-tree.js";
import { dumpTree, parse } from "../../grammar/index.js";

/** Statements that mean the same wherever they stand. */
const alone = new Set([
  "IfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "DoUntilStatement",
  "ForStatement",
  "TryStatement",
  "FunctionDefinition",
  "AssignmentStatement",
  "Pipeline",
]);
/** In these the text is escaped, or belongs to something around it. */
const opaque = new Set([
  "ExpandableStringExpression",
  "UsingExpression",
  "TypeDefinition",
  "DataStatement",
  "Attribute",
]);

const isNode = (value: DumpedValue): value is DumpedNode =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === "string" &&
  typeof value[1] === "object" &&
  !Array.isArray(value[1]);

/** Behind a pipe or in an argument these words are names of commands; at the beginning of a text they are not. */
const keyword =
  /^(?:if|param|throw|return|exit|break|continue|foreach|for|while|do|switch|try|trap|function|filter|data|begin|process|end|clean|dynamicparam|class|enum|using)\b/i;

/** The statements of a tree that can stand alone. */
function* pieces(value: DumpedValue): Iterable<DumpedNode> {
  if (isNode(value)) {
    const [kind, facts] = value;
    if (opaque.has(kind)) return;
    if (alone.has(kind)) yield value;
    for (const fact of Object.values(facts)) yield* pieces(fact);
  } else if (Array.isArray(value)) for (const item of value as readonly DumpedValue[]) yield* pieces(item);
}

/** The same with all places moved; what depends on a catch around it is left out. */
function moved(value: DumpedValue, by: number): DumpedValue {
  if (isNode(value)) {
    const [kind, { at, IsRethrow, ...facts }] = value;
    const [start, end] = at as readonly number[];
    // An empty block has no place.
    const shift = start === 0 && end === 0 ? 0 : by;
    const rest = Object.entries(facts).map(([name, fact]) => [name, moved(fact, by)] as const);
    return [kind, { at: [(start ?? 0) - shift, (end ?? 0) - shift], ...Object.fromEntries(rest) }];
  }
  return Array.isArray(value) ? (value as readonly DumpedValue[]).map((item) => moved(item, by)) : value;
}

const texts = readFileSync(new URL("../conformance/trees.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { readonly text: string; readonly ok: boolean })
  .filter(({ ok }) => ok);

test("a statement that is cut out of a text has the same tree", () => {
  const different: string[] = [];
  let count = 0;
  for (const { text } of texts) {
    if (text.length > 400) continue;
    for (const piece of pieces(dumpTree(parse(text).tree))) {
      const [start, end] = piece[1].at as readonly [number, number];
      const cut = text.slice(start, end);
      if (piece[0] === "Pipeline" && keyword.test(cut)) continue;
      const { tree, errors } = parse(cut);
      const [, facts] = dumpTree(tree);
      const block = facts.EndBlock as DumpedNode | undefined;
      const [first] = (block?.[1].Statements ?? []) as readonly DumpedNode[];
      count++;
      if (errors.length > 0 || JSON.stringify(moved(first ?? null, 0)) !== JSON.stringify(moved(piece, start)))
        different.push(cut);
    }
  }
  expect(count).toBeGreaterThan(5000);
  expect(different).toEqual([]);
});
