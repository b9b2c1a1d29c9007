// The console blocks of Markdown pages.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A fenced block tagged `console`. */
export interface ConsoleBlock {
  /** Of its first line, from 1. */
  readonly line: number;
  /** What stands behind the tag: ```` ```console edition=PowerShell5 width=80 ````. */
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
}

/** README.md and the pages under docs/, as paths from the root. */
export function readPages(): string[] {
  const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
  const pages = docs.filter((file) => file.endsWith(".md")).map((file) => join("docs", file));
  const readme = readdirSync(root).filter((file) => file === "README.md");
  return [...readme, ...pages.sort()].map((page) => page.split(sep).join("/"));
}

/** The console blocks of a page. */
export function readConsoleBlocks(page: string): ConsoleBlock[] {
  return consoleBlocksOf(readFileSync(join(root, page), "utf8"));
}

/** The console blocks of Markdown text; a fence may be indented and may have more than three characters. */
export function consoleBlocksOf(markdown: string): ConsoleBlock[] {
  const blocks: ConsoleBlock[] = [];
  let open: { fence: string; indent: string; tag: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (open !== undefined) {
      const closing = line.trim();
      if (closing.startsWith(open.fence) && /^(`+|~+)$/.test(closing)) {
        const block = blockOf(open.tag, open.line, open.lines);
        if (block !== undefined) blocks.push(block);
        open = undefined;
      } else open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trimStart());
      continue;
    }
    const opening = /^(\s*)(`{3,}|~{3,})([^`]*)$/.exec(line);
    if (opening === null) continue;
    const [, indent = "", fence = "", tag = ""] = opening;
    open = { indent, fence, tag: tag.trim(), line: index + 2, lines: [] };
  }
  return blocks;
}

function blockOf(tag: string, line: number, lines: readonly string[]): ConsoleBlock | undefined {
  const [language, ...words] = tag.split(/\s+/);
  if (language !== "console") return undefined;
  const options = new Map(
    words.map((word): [string, string] => {
      const [key = "", value = ""] = word.split("=", 2);
      return [key, value];
    }),
  );
  return { line, options, text: lines.map((each) => `${each}\n`).join("") };
}
