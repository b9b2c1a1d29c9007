import { childrenOf, type ScriptBlock, type SyntaxNode } from "../../../grammar/syntax-tree.js";

/** A node with what holds it, from the whole script down to it. */
export type Path = readonly SyntaxNode[];

/** Where the cursor stands in a parsed text. */
export interface Place {
  readonly text: string;
  readonly cursor: number;
  readonly tree: ScriptBlock;
  /** The nodes that end at the cursor or hold it, outermost first. */
  readonly path: Path;
  /** The same for the last character before the cursor that is not blank. */
  readonly before: Path;
  /** The text between the last token that the tree knows and the cursor: operators, keywords, brackets, comments. */
  readonly gap: string;
}

export function placeOf(text: string, cursor: number, tree: ScriptBlock): Place {
  const path = pathTo(tree, cursor);
  const trimmed = text.slice(0, cursor).replace(/(?:[ \t]|`\r?\n)+$/, "").length;
  const leaf = path.at(-1);
  const isInToken = leaf !== undefined && isToken(leaf) && leaf.start < cursor;
  return {
    text,
    cursor,
    tree,
    path,
    before: trimmed === cursor ? path : pathTo(tree, trimmed),
    gap: isInToken ? "" : text.slice(lastTokenEnd(tree, cursor), cursor),
  };
}

/** The nodes around an offset: of two that touch, the one that ends there. */
export function pathTo(tree: ScriptBlock, offset: number): SyntaxNode[] {
  const path: SyntaxNode[] = [tree];
  for (;;) {
    const parent = path.at(-1) as SyntaxNode;
    const children = childrenOf(parent);
    // Inside of a string, what begins at the cursor is not what is being typed.
    const touching = parent.kind === "ExpandableStringExpression" ? [] : children;
    const next =
      children.find((child) => child.start < offset && offset <= child.end && !isHole(child)) ??
      touching.find((child) => child.start <= offset && offset <= child.end && !isHole(child)) ??
      children.find((child) => child.start < offset && offset <= child.end);
    if (next === undefined) return path;
    path.push(next);
  }
}

/** What stands where something is missing: its extent is that of its surroundings. */
function isHole(node: SyntaxNode): boolean {
  return (node.kind === "ErrorExpression" || node.kind === "ErrorStatement") && childrenOf(node).length === 0;
}

/** Whether a node without children is a token of the text. */
function isToken(node: SyntaxNode): boolean {
  switch (node.kind) {
    case "CommandParameter":
    case "ConstantExpression":
    case "ExpandableStringExpression":
    case "StringConstantExpression":
    case "TypeConstraint":
    case "TypeExpression":
    case "VariableExpression":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    default:
      return false;
  }
}

/** Where the last token ends that begins before the offset; 0 when there is none. */
function lastTokenEnd(tree: ScriptBlock, offset: number): number {
  let end = 0;
  const isWhole = (node: SyntaxNode) => isToken(node) && node.end <= offset;
  for (const node of nodesBefore(tree, offset, (each) => !isWhole(each)))
    if (isWhole(node)) end = Math.max(end, node.end);
  return end;
}

/**
 * The nodes that begin before an offset, in the order of the text, a node before those in it; those in it only when
 * `enter` says so. Keeps its own stack: a long sum is as deep as it is long.
 */
export function* nodesBefore(
  root: SyntaxNode,
  offset: number,
  enter: (node: SyntaxNode) => boolean,
): Iterable<SyntaxNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.start >= offset) continue;
    yield node;
    if (enter(node)) waiting.push(...[...childrenOf(node)].reverse());
  }
}

/** The innermost node of a kind on a path. */
export function innermost<Kind extends SyntaxNode["kind"]>(
  path: Path,
  kind: Kind,
): Extract<SyntaxNode, { readonly kind: Kind }> | undefined {
  return path.findLast((node): node is Extract<SyntaxNode, { readonly kind: Kind }> => node.kind === kind);
}

/** The path of a node that is known to be in the tree. */
export function pathOf(tree: ScriptBlock, target: SyntaxNode): Path {
  const path: SyntaxNode[] = [tree];
  for (;;) {
    const children = childrenOf(path.at(-1) as SyntaxNode);
    const next = children.includes(target)
      ? target
      : children.find(({ start, end }) => start <= target.start && target.end <= end);
    if (next === undefined) return path;
    path.push(next);
    if (next === target) return path;
  }
}
