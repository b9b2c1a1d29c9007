import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EditionName, editionNames } from "../../../src/shell/edition-names.js";
import { createShell } from "../../../src/shell/shell.js";

/**
 * Columns of a console that a text takes, as the real shell counts: East Asian wide characters two in PowerShell 7, one
 * on Windows PowerShell's consoles, whose code page is Western.
 */
function cells(edition: EditionName, text: string): number {
  if (edition !== "PowerShell7") return text.length;
  return [...Array(text.length).keys()].reduce((sum, at) => sum + (isWide(text.charCodeAt(at)) ? 2 : 1), 0);
}
const wideRanges = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
] as const;
const isWide = (code: number): boolean =>
  code !== 0x303f && wideRanges.some(([from, to]) => code >= from && code <= to);

const text = fc.string({
  unit: fc.constantFrom("a", "B", "7", " ", ".", "-", "_", "漢", "ア", "e\u0301", "\u{1f44d}", "\n", "한", "ß"),
  minLength: 1,
  maxLength: 70,
});
const quoted = text.map((value) => `'${value}'`);
const value = fc.oneof(
  { weight: 2, arbitrary: quoted },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "$null",
      "$true",
      "-12345",
      "3.25",
      "(1..9)",
      "@('x' * 40) * 3",
      "[datetime]'2024-02-29'",
      "[timespan]'1.02:03:04'",
      "@{k=1}",
      "(New-Object psobject -Property @{x='漢' * 30})",
    ),
  },
);
const name = fc.oneof(fc.stringMatching(/^[A-Za-z]{1,25}$/), fc.constantFrom("漢字の列", "two words"));
const object = fc
  .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 8, selector: ([key]) => key.toLowerCase() })
  .map((pairs) => pairs.map(([key, each]) => [`'${key}'`, each] as const));
const objects = fc.array(object, { minLength: 1, maxLength: 4 });
/** Behind `select`, properties keep their order in every edition. */
const line = objects.map((all) =>
  all
    .map((pairs) => {
      const columns = pairs.map(([key, each]) => `@{n=${key};e={${each}}}`);
      return `(1 | select ${columns.join(", ")})`;
    })
    .join(", "),
);
const format = fc.constantFrom(
  "Format-Table",
  "Format-Table -AutoSize",
  "Format-Table -Wrap",
  "Format-Table -AutoSize -Wrap",
  "Format-Table -HideTableHeaders",
  "Format-Table *, @{n='a label of several words';e={'y' * 30};w=9;a='right'}",
  "Format-Table @{n='漢字';e={'漢' * 9};w=6;a='center'}, * -Wrap",
  "Format-Table -GroupBy { '漢' * 40 }",
  "Format-List",
  "Format-List -GroupBy { 'g' * 90 }",
  "Format-Wide",
  "Format-Wide -AutoSize",
  "Format-Wide -Column 3",
  "Format-Custom",
  "Out-Default",
  "Get-Member -MemberType NoteProperty",
  "group { $_.GetType() }",
);

/** Below its indentation Format-Custom has no line to break. */
const wideEnough = (cmdlet: string, width: number): number =>
  cmdlet === "Format-Custom" ? Math.max(width, 60) : width;

describe("formatting", () => {
  it("never throws, and no line of it is wider than the window", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...editionNames),
        line,
        format,
        fc.integer({ min: 6, max: 160 }),
        (edition, all, cmdlet, narrow) => {
          const width = wideEnough(cmdlet, narrow);
          const { text: shown, errors } = createShell({ edition, width }).run(`${all} | ${cmdlet}`);
          expect(errors, shown).toEqual([]);
          const widest = shown.split("\n").reduce((most, each) => Math.max(most, cells(edition, each)), 0);
          expect(widest, shown).toBeLessThanOrEqual(width);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });

  it("keeps to the width of Out-String, whatever the window", () => {
    const piped = format.map((cmdlet) => cmdlet.replace("Out-Default", "ForEach-Object { $_ }"));
    fc.assert(
      fc.property(
        fc.constantFrom(...editionNames),
        line,
        piped,
        fc.integer({ min: 2, max: 300 }),
        (edition, all, cmdlet, narrow) => {
          const width = wideEnough(cmdlet, narrow);
          const { output } = createShell({ edition, width: 40 }).run(
            `${all} | ${cmdlet} | Out-String -Stream -Width ${width}`,
          );
          for (const each of output) expect(cells(edition, String(each)), String(each)).toBeLessThanOrEqual(width);
        },
      ),
      { seed: 12, numRuns: 60 },
    );
  });
});
