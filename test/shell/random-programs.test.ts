import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createShell } from "../../src/shell/shell.js";

/** Programs that mostly make sense: what goes wrong in them should be PowerShell's errors, never the library's. */
const { block: program } = fc.letrec<{ expression: string; statement: string; block: string }>((tie) => {
  const variable = fc.constantFrom("$a", "$b", "$c", "$i", "$_");
  const literal = fc.constantFrom(
    "0",
    "1",
    "-7",
    "2.5",
    "1e3",
    "0x1F",
    "10L",
    "1.5d",
    "2KB",
    "$null",
    "$true",
    "'x'",
    "'3'",
    "'a,b c'",
    '"v=$a"',
    '"$($b)!"',
    "@()",
    "@(1, 'b', $null)",
    "@{ k = 1; n = @{ m = 2 } }",
    "[ordered]@{ z = 1; y = 'q' }",
    "(1..4)",
    "[pscustomobject]@{ P = 1; Q = 'r' }",
    "[datetime]'2024-02-29'",
    "[char]65",
    "{ $_ * 2 }",
    "[int]",
    "[timespan]'1:00'",
  );
  const operator = fc.constantFrom(
    "+",
    "-",
    "*",
    "/",
    "%",
    "-eq",
    "-ne",
    "-lt",
    "-ge",
    "-like",
    "-match",
    "-replace",
    "-split",
    "-join",
    "-contains",
    "-in",
    "-is",
    "-as",
    "-and",
    "-or",
    "-xor",
    "-band",
    "-shl",
    "-f",
    "..",
    "??",
    ",",
  );
  const expression = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      literal,
      variable,
      fc.tuple(expression, operator, expression).map(([a, o, b]) => `(${a} ${o} ${b})`),
      fc
        .tuple(fc.constantFrom("-not ", "-", "!", "[string]", "[int]", "[bool]", "[array]", ","), expression)
        .map(([o, a]) => `(${o}${a})`),
      fc.tuple(expression, expression).map(([a, b]) => `(${a})[${b}]`),
      fc
        .tuple(
          expression,
          fc.constantFrom(
            "Length",
            "Count",
            "k",
            "P",
            "Name",
            "ToString()",
            "GetType().Name",
            "Split(',')",
            "Substring(1)",
            "Where({ $_ })",
            "Trim()",
            "AddDays(1)",
          ),
        )
        .map(([a, m]) => `(${a}).${m}`),
      fc
        .tuple(
          expression,
          fc.constantFrom(
            "sort",
            "select -First 2",
            "where { $_ }",
            "foreach { $_ + 1 }",
            "measure",
            "group",
            "select P, k",
            "Out-String",
            "ConvertTo-Json -Compress",
            "ConvertTo-Csv",
            "Format-Table",
            "Format-List",
            "Format-Wide",
            "Format-Custom",
            "Get-Member",
          ),
        )
        .map(([a, c]) => `(${a} | ${c})`),
    ),
    statement: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      expression,
      fc.tuple(variable, fc.constantFrom("=", "+=", "-=", "*="), expression).map(([v, o, e]) => `${v} ${o} ${e}`),
      fc.tuple(expression, tie("block"), tie("block")).map(([c, a, b]) => `if (${c}) { ${a} } else { ${b} }`),
      fc.tuple(variable, expression, tie("block")).map(([v, c, b]) => `foreach (${v} in ${c}) { ${b} }`),
      tie("block").map((b) => `for ($i = 0; $i -lt 3; $i++) { ${b} }`),
      tie("block").map((b) => `while ($n++ -lt 3) { ${b} }`),
      fc
        .tuple(tie("block"), tie("block"))
        .map(([a, b]) => `try { ${a}; throw 'up' } catch { ${b}; "$_" } finally { 'f' }`),
      fc
        .tuple(expression, tie("block"))
        .map(([e, b]) => `switch (${e}) { 1 { ${b} } 'x' { 'is x' } default { "other $_" } }`),
      fc.tuple(expression, tie("block")).map(([e, b]) => `function f($p) { ${b}; $p }; f ${e}`),
      fc.tuple(expression, tie("block")).map(([e, b]) => `${e} | & { process { ${b} } }`),
      fc.constantFrom(
        "break",
        "continue",
        "return 1",
        "$Error.Count",
        "$?",
        "1/0",
        "Get-Nothing",
        "Write-Error e",
        "Write-Warning w",
      ),
    ),
    block: fc.array(tie("statement"), { minLength: 1, maxLength: 3, size: "xsmall" }).map((all) => all.join("; ")),
  };
});

/** What a fresh session shows. */
function play(text: string, width: number): string {
  const shell = createShell({
    edition: "PowerShell7",
    width,
    limits: { steps: 50_000, output: 500, collectionSize: 20_000 },
  });
  return shell.run(text).text;
}

describe("random programs", () => {
  it("end without an exception of the library, and show the same again", () => {
    fc.assert(
      fc.property(program, fc.integer({ min: 20, max: 200 }), (text, width) => {
        expect(play(text, width)).toBe(play(text, width));
      }),
      { seed: 4, numRuns: 250 },
    );
  });
});
