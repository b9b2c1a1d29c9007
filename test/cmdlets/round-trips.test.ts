import fc from "fast-check";
import { expect, test } from "vitest";
import { createShell, type EditionName } from "../../src/index.js";
import { editionNames } from "../../src/shell/edition-names.js";

const text = fc.string({
  unit: fc.constantFrom("a", "Z", "0", " ", ",", ";", '"', "'", "\n", "\\", "é", "漢", "$", "#"),
  maxLength: 8,
});
const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Editions that have custom objects in the order of their properties and read and write JSON. */
const modern = fc.constantFrom(...editionNames.filter((name) => name !== "Exchange2010"));

/** Runs a line in a fresh session and gives what came out, as JavaScript sees it. */
function outputOf(line: string, edition: EditionName = "PowerShell7"): unknown {
  const { output, text: shown } = createShell({ edition }).run(line);
  const [only] = output;
  if (output.length !== 1 || only === undefined) throw new Error(`${line}\nshows\n${shown}`);
  return typeof only === "object" && only !== null && "toJS" in only ? (only as { toJS(): unknown }).toJS() : only;
}

/** How a file is written so that it holds every text: Windows PowerShell's own encoding has ASCII only. */
const csvForms = fc.constantFrom("", "-Delimiter ';'", "-Delimiter `t");

test("Import-Csv reads the texts that Export-Csv wrote", () => {
  fc.assert(
    fc.property(modern, csvForms, text, text, text, (edition, form, a, b, c) => {
      const rows = `[pscustomobject]@{ A = ${literal(a)}; 'B b' = ${literal(b)} }, [pscustomobject]@{ A = ${literal(c)}; 'B b' = 'last' }`;
      const line = `${rows} | Export-Csv C:\\t.csv -Encoding UTF8 ${form}; (Import-Csv C:\\t.csv ${form} | foreach { $_.A; $_.'B b' }) -join '|'`;
      expect(outputOf(line, edition)).toBe([a, b, c, "last"].join("|"));
    }),
    { seed: 5, numRuns: 60 },
  );
});

test("ConvertFrom-Csv reads what ConvertTo-Csv wrote with as few quotes as it needs", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      // Without quotes blanks before a text are lost, and an empty first column is an empty line.
      fc.pre(!/^[ "]/.test(a + b) && !b.startsWith(" ") && a !== "" && !a.startsWith("#"));
      const row = `[pscustomobject]@{ A = ${literal(a)}; B = ${literal(b)} }`;
      const line = `$r = ${row} | ConvertTo-Csv -UseQuotes AsNeeded | Out-String | ConvertFrom-Csv; $r.A + '|' + $r.B`;
      expect(outputOf(line)).toBe(`${a}|${b}`);
    }),
    { seed: 6, numRuns: 60 },
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
    fc.property(modern, json, (edition, value) => {
      const read = `ConvertFrom-Json ${literal(JSON.stringify({ value }))}`;
      const line = `ConvertTo-Json -Compress -Depth 9 -InputObject (${read})`;
      expect(JSON.parse(outputOf(line, edition) as string)).toEqual({ value });
    }),
    { seed: 5, numRuns: 100 },
  );
});

test("ConvertFrom-Json reads what ConvertTo-Json wrote", () => {
  const members = fc.array(fc.tuple(fc.constantFrom("a", "B", "x y", "漢"), text), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(modern, members, (edition, all) => {
      const pairs = [...new Map(all)];
      const object = `[pscustomobject]@{ ${pairs.map(([name, value]) => `'${name}' = ${literal(value)}`).join("; ")} }`;
      const line = `$r = ${object} | ConvertTo-Json | ConvertFrom-Json; ($r.psobject.properties | foreach { $_.Name + '=' + $_.Value }) -join '|'`;
      expect(outputOf(line, edition)).toBe(pairs.map(([name, value]) => `${name}=${value}`).join("|"));
    }),
    { seed: 7, numRuns: 60 },
  );
});
