import { describe, expect, it } from "vitest";
import { findCycles } from "./cycles.js";
import { isKnown, layerOf, mayImport } from "./layers.js";

describe("layerOf", () => {
  it.each([
    ["grammar/lexer/token.ts", "grammar"],
    ["src/values/numbers.ts", "values"],
    ["src/exchange/client-access/client-access-array.ts", "exchange"],
    ["src/index.ts", "doors"],
  ])("%s: %s", (path, layer) => {
    expect(layerOf(path)).toBe(layer);
    expect(isKnown(layer)).toBe(true);
  });
});

describe("mayImport", () => {
  it.each([
    ["values", "grammar", true],
    ["grammar", "values", false],
    ["runtime", "binding", false],
    ["exchange", "network", false],
    ["network", "exchange", true],
    ["topology", "values", true],
    ["topology", "runtime", false],
    ["cmdlets", "topology", false],
    ["exchange", "topology", true],
    ["shell", "doors", false],
    ["cli", "doors", true],
    ["doors", "shell", true],
    ["vitest", "cli", false],
  ])("%s → %s: %s", (from, to, allowed) => {
    expect(mayImport(from, to)).toBe(allowed);
  });
});

describe("findCycles", () => {
  it("finds the files that import each other in a circle, and no others", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "d"]],
      ["c", ["a"]],
      ["d", ["e"]],
      ["e", []],
      ["f", ["d", "a"]],
    ]);
    expect(findCycles(graph)).toEqual([["a", "b", "c"]]);
  });
});
