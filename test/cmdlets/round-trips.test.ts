import fc from "fast-check";
import { expect, test } from "vitest";
import { createShell } from "../../src/shell/shell.js";

const text = fc.string({
  unit: fc.constantFrom("a", "Z", "0", " ", ",", ";", '"', "'", "\n", "\\", "é", "漢", "$", "#"),
  maxLength: 8,
});
const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Runs a line in a fresh session and gives what came out, as JavaScript sees it. */
function outputOf(line: string): unknown {
  const { output, text: shown } = createShell({ edition: "PowerShell7" }).run(line);
  const [only] = output;
  if (output.length !== 1 || only === undefined) throw new Error(`${line}\nshows\n${shown}`);
  return typeof only === "object" && only !== null && "toJS" in only ? (only as { toJS(): unknown }).toJS() : only;
}

test("Import-Csv reads the texts that Export-Csv wrote", () => {
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const rows = `[pscustomobject]@{ A = ${literal(a)}; B = ${literal(b)} }, [pscustomobject]@{ A = ${literal(c)}; B = 'last' }`;
      const line = `${rows} | Export-Csv C:\\t.csv; (Import-Csv C:\\t.csv | foreach { $_.A; $_.B }) -join '|'`;
      expect(outputOf(line)).toBe([a, b, c, "last"].join("|"));
    }),
    { seed: 5, numRuns: 60 },
  );
});

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom<Json>(null, true, false),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    text,
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "name", "x y"), tie("json"), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));

test("ConvertTo-Json writes what ConvertFrom-Json read", () => {
  fc.assert(
    fc.property(json, (value) => {
      const line = `ConvertTo-Json -Compress -Depth 9 -InputObject (ConvertFrom-Json -NoEnumerate ${literal(JSON.stringify(value))})`;
      expect(JSON.parse(outputOf(line) as string)).toEqual(value);
    }),
    { seed: 5, numRuns: 100 },
  );
});
