import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createShell } from "../../../src/shell/shell.js";

/** Texts of one column a character, so that the length of a line is its width. */
const text = fc.string({ unit: fc.constantFrom("a", "B", "7", " ", ".", "-", "_"), minLength: 1, maxLength: 90 });
const quoted = text.map((value) => `'${value}'`);
const value = fc.oneof(
  quoted,
  fc.constantFrom("$null", "$true", "-12345", "3.25", "(1..9)", "@('x' * 40) * 3", "[datetime]'2024-02-29'"),
);
const name = fc.stringMatching(/^[A-Za-z]{1,25}$/);
const object = fc
  .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 8, selector: ([key]) => key.toLowerCase() })
  .map((pairs) => `[pscustomobject]@{ ${pairs.map(([key, each]) => `'${key}' = ${each}`).join("; ")} }`);
const objects = fc.array(object, { minLength: 1, maxLength: 4 }).map((all) => all.join(", "));
const format = fc.constantFrom(
  "Format-Table",
  "Format-Table -AutoSize",
  "Format-Table -Wrap",
  "Format-List",
  "Format-Wide",
  "Format-Wide -AutoSize",
  "Format-Custom",
  "Out-Default",
);

describe("formatting", () => {
  it("never throws, and no line of it is wider than the window", () => {
    fc.assert(
      fc.property(objects, format, fc.integer({ min: 20, max: 200 }), (all, cmdlet, width) => {
        const { text: shown } = createShell({ edition: "PowerShell7", width }).run(`${all} | ${cmdlet}`);
        const widest = shown.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
        expect(widest, shown).toBeLessThanOrEqual(width);
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});
