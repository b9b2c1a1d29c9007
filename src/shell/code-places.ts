import { childrenOf, type ScriptBlock as ScriptBlockNode, type SyntaxNode } from "../../grammar/syntax-tree.js";
import { functionTree } from "../runtime/compile/functions.js";
import type { CodeReference } from "../values/heap/index.js";
import type { SourceText } from "../values/script-block.js";

/** Finds script blocks in source texts by their extents, so that code can be written as the place where it stands. */
export class CodePlaces {
  private readonly bySource = new Map<string, ReadonlyMap<string, readonly ScriptBlockNode[]>>();

  constructor(private readonly parse: (text: string) => ScriptBlockNode) {}

  /** Where a tree stands in its source; `undefined` when it stands nowhere there. */
  referenceTo({ text }: SourceText, tree: ScriptBlockNode): CodeReference | undefined {
    const { start, end } = tree;
    const candidates = this.blocksOf(text).get(placeKey(tree)) ?? [];
    const index = candidates.length === 1 ? 0 : candidates.findIndex((candidate) => isSame(candidate, tree));
    return index < 0 ? undefined : { start, end, index };
  }

  /** What stands at a place; `undefined` when no script block does. */
  find({ text }: SourceText, reference: CodeReference): ScriptBlockNode | undefined {
    return this.blocksOf(text).get(placeKey(reference))?.[reference.index];
  }

  /** All script blocks of a text by extent, functions with their parameters in place. */
  private blocksOf(text: string): ReadonlyMap<string, readonly ScriptBlockNode[]> {
    let blocks = this.bySource.get(text);
    if (blocks === undefined) {
      blocks = collectBlocks(this.parse(text));
      this.bySource.set(text, blocks);
    }
    return blocks;
  }
}

const placeKey = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`;

function collectBlocks(root: ScriptBlockNode): ReadonlyMap<string, readonly ScriptBlockNode[]> {
  const found = new Map<string, ScriptBlockNode[]>();
  const add = (block: ScriptBlockNode): void => {
    const list = found.get(placeKey(block)) ?? [];
    list.push(block);
    found.set(placeKey(block), list);
  };
  const left: SyntaxNode[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.kind === "ScriptBlock") add(node);
    if (node.kind === "FunctionDefinition") add(functionTree(node));
    left.push(...childrenOf(node));
  }
  return found;
}

function isSame(a: ScriptBlockNode, b: ScriptBlockNode): boolean {
  return a === b || JSON.stringify(a, exact) === JSON.stringify(b, exact);
}

/** JSON has no 64-bit integers. */
function exact(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}
