import type { ScriptBlock } from "../../values/script-block.js";
import { commentBlockAt, commentBlockBefore } from "./comment-blocks.js";
import { type CommentHelp, parseCommentHelp, sectionText } from "./comment-help.js";

/** As far above a function as its help may stand. */
const lineEndsAboveFunction = 2;

/**
 * The help in the comments of a function or script: above the function, at the beginning of its body, or at its end.
 * @param name the function's name; `null` for a script file
 */
export function findCommentHelp(block: ScriptBlock, name: string | null): CommentHelp | null {
  const { source, tree } = block;
  const { text } = source;
  const head = name === null ? null : functionStart(text.slice(0, tree.start), name);
  const above = head === null ? null : commentBlockBefore(text, head, lineEndsAboveFunction);
  const opened = text[tree.start] === "{" ? tree.start + 1 : tree.start;
  const closed = text[tree.end - 1] === "}" && opened > tree.start ? tree.end - 1 : tree.end;
  const places = [
    above,
    commentBlockAt(text, opened),
    commentBlockBefore(text, closed, Number.MAX_SAFE_INTEGER, opened),
  ];
  for (const place of places) {
    const help = place === null || place.end > tree.end ? null : parseCommentHelp(place.lines);
    if (help !== null) return help;
  }
  return null;
}

/** Where `function name` begins that ends the text. */
function functionStart(before: string, name: string): number | null {
  const heads = /\b(?:function|filter|workflow)\s+(?:\w+:)?([^\s{(]+)/gi;
  let start: number | null = null;
  for (const match of before.matchAll(heads)) {
    if (match[1]?.toLowerCase() === name.toLowerCase()) start = match.index;
  }
  return start;
}

/** What stands in comments above a parameter of the param block; empty when nothing does. */
export function parameterComment({ source, tree }: ScriptBlock, name: string): string {
  const { paramBlock } = tree;
  if (paramBlock === undefined) return "";
  const node = paramBlock.parameters.find(
    (each) => each.name.variablePath.userPath.toLowerCase() === name.toLowerCase(),
  );
  if (node === undefined) return "";
  const block = commentBlockBefore(source.text, node.start, 1, paramBlock.start);
  return block === null ? "" : sectionText(block.lines);
}
