import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as library from "../../src/index.js";

const pages = ["docs/undo-and-snapshots.md", "docs/network.md", "docs/cmdlets-of-your-own.md"];

/** The TypeScript blocks of a page as one program. */
function programOf(markdown: string): string {
  return Array.from(markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm), ([, block = ""]) => block).join("\n");
}

interface Claim {
  readonly line: string;
  readonly claimed: string;
}

/** What a line's comment claims of the value of its expression: `shell.undo(); // true: why`. */
function claimOf(line: string): (Claim & { readonly expression: string }) | undefined {
  const [, expression, comment = ""] = /^\s*(.+); \/\/ (.+)$/.exec(line) ?? [];
  const [claimed] = /^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|true|false|\d+|\[.*\]$|\{.*\}$)/.exec(comment) ?? [];
  return expression === undefined || claimed === undefined ? undefined : { expression, line: line.trim(), claimed };
}

/** The value of a literal in a comment. */
function literal(text: string): unknown {
  if (text.startsWith("'")) return text.slice(1, -1);
  return /^[[{]/.test(text) ? (new Function(`return (${text});`)() as unknown) : JSON.parse(text);
}

describe.each(pages)("%s", (page) => {
  const lines = programOf(readFileSync(new URL(`../../${page}`, import.meta.url), "utf8")).split("\n");
  const claims: Claim[] = [];
  const program = lines
    .filter((line) => !line.startsWith("import "))
    .map((line) => {
      const claim = claimOf(line);
      if (claim === undefined) return line;
      claims.push(claim);
      return `seen(${claim.expression});`;
    });

  it("is as the values in its comments say", () => {
    const values: unknown[] = [];
    const { outputText } = ts.transpileModule(program.join("\n"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.None },
    });
    const run = new Function(
      "library",
      "seen",
      `const { buildTopology, createShell, defineCmdlet, restoreShell } = library;\n${outputText}`,
    );
    run(library, (value: unknown) => values.push(value));
    expect(claims.map(({ line }, i) => ({ line, value: values[i] }))).toEqual(
      claims.map(({ line, claimed }) => ({ line, value: literal(claimed) })),
    );
  });

  it("has values to look at", () => {
    expect(claims.length).toBeGreaterThan(10);
  });
});
