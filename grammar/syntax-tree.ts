/**
 * The syntax tree: what `parse` builds, what everything above compiles.
 *
 * Kinds and properties carry the names of the public classes and properties of System.Management.Automation.Language,
 * without `Ast` and with a small first letter. Every node has `kind` and its extent: `start` and `end` are UTF-16
 * offsets into the parsed text, `end` exclusive. A property that PowerShell leaves null is `undefined`, never absent,
 * so that nodes of a kind have one shape. Nodes are never changed after `parse` returned.
 *
 * Nodes know offsets, not text: keep the parsed text beside the tree.
 */

import type { Expression } from "./tree/expressions.js";
import type { ScriptNode } from "./tree/script-blocks.js";
import type { Statement } from "./tree/statements.js";
import type { TypeName } from "./tree/type-names.js";

export type * from "./tree/expressions.js";
export type { Extent } from "./tree/extent.js";
export type * from "./tree/script-blocks.js";
export type * from "./tree/statements.js";
export type * from "./tree/type-names.js";

/** Every node of a syntax tree, told apart by `kind`. */
export type SyntaxNode = Statement | Expression | ScriptNode | TypeName;

/** The name of a node's class. */
export type SyntaxKind = SyntaxNode["kind"];

/**
 * The nodes directly below a node, in the order of the text. Names of types, which have no nodes in the real tree, are
 * not among them.
 */
export const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (const value of Object.values(node)) collectNodes(value, children);
  return children.sort((left, right) => left.start - right.start);
};

const collectNodes = (value: unknown, into: SyntaxNode[]): void => {
  if (Array.isArray(value)) for (const item of value) collectNodes(item, into);
  else if (isNode(value)) into.push(value);
};

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && "kind" in value && !String(value.kind).endsWith("TypeName");
