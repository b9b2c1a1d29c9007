import type { SourceLine } from "./source-lines.js";

const fence = /^(\s*(?:>\s?)*)(`{3,}|~{3,})\s*([^`]*)$/;

/** A stretch of lines that belong together: nothing that one shows goes on in the next. */
export type Block = readonly SourceLine[];

/**
 * The fenced code blocks of Markdown, without what stands before each line as part of a list or a quotation. A text
 * without a fence is one block. An unclosed fence ends with the text.
 */
export function fencedBlocks(lines: readonly SourceLine[]): Block[] {
  const blocks: SourceLine[][] = [];
  let open: { readonly mark: string; readonly indentation: string } | undefined;
  for (const line of lines) {
    const [, indentation = "", mark = "", info = ""] = fence.exec(line.text) ?? [];
    if (open === undefined) {
      if (mark === "") continue;
      open = { mark, indentation };
      blocks.push([]);
    } else if (mark.startsWith(open.mark) && info.trim() === "") open = undefined;
    else blocks.at(-1)?.push({ ...line, text: withoutPrefix(line.text, open.indentation) });
  }
  return blocks;
}

function withoutPrefix(text: string, indentation: string): string {
  if (text.startsWith(indentation)) return text.slice(indentation.length);
  return text.startsWith(indentation.trimEnd()) ? text.slice(indentation.trimEnd().length) : text;
}
