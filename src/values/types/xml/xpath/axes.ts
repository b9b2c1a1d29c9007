import { descendants, XmlAttribute, XmlElement, type XmlNode } from "../xml-node.js";
import type { XPathAxis } from "./ast.js";
import { namespaceAxis } from "./functions.js";

/** The nodes of an axis, nearest first: reverse axes go backwards. */
export function axisNodes(node: XmlNode, axis: XPathAxis): Iterable<XmlNode> {
  switch (axis) {
    case "child":
      return node.children();
    case "attribute":
      return node instanceof XmlElement ? node.attributes.filter((a) => a.declaredPrefix === null) : [];
    case "self":
      return [node];
    case "parent":
      return ancestors(node).slice(0, 1);
    case "ancestor":
      return ancestors(node);
    case "ancestor-or-self":
      return [node, ...ancestors(node)];
    case "descendant":
      return descendants(node);
    case "descendant-or-self":
      return withSelf(node);
    case "following-sibling":
      return siblings(node, "nextSibling");
    case "preceding-sibling":
      return siblings(node, "previousSibling");
    case "following":
      return following(node);
    case "preceding":
      return preceding(node);
    case "namespace":
      return namespaceAxis();
  }
}

function ancestors(node: XmlNode): readonly XmlNode[] {
  const found: XmlNode[] = [];
  let up: XmlNode | null = node instanceof XmlAttribute ? node.ownerElement : node.parentNode;
  for (; up !== null; up = up.parentNode) found.push(up);
  return found;
}

function* withSelf(node: XmlNode): Generator<XmlNode> {
  yield node;
  yield* descendants(node);
}

function* siblings(node: XmlNode, direction: "nextSibling" | "previousSibling"): Generator<XmlNode> {
  for (let at = node[direction]; at !== null; at = at[direction]) yield at;
}

function* following(node: XmlNode): Generator<XmlNode> {
  const start = node instanceof XmlAttribute ? node.ownerElement : node;
  for (let up: XmlNode | null = start; up !== null; up = up.parentNode) {
    for (let at = up.nextSibling; at !== null; at = at.nextSibling) yield* withSelf(at);
  }
}

function* preceding(node: XmlNode): Generator<XmlNode> {
  const start = node instanceof XmlAttribute ? node.ownerElement : node;
  for (let up: XmlNode | null = start; up !== null; up = up.parentNode) {
    for (let at = up.previousSibling; at !== null; at = at.previousSibling) yield* backwards(at);
  }
}

/** A node and everything below it, last first. */
function backwards(node: XmlNode): readonly XmlNode[] {
  return [...withSelf(node)].reverse();
}
