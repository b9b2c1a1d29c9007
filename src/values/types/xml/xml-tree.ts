import type { PowerShellError } from "../../errors.js";
import { netError } from "../../net-errors.js";
import {
  descendants,
  documentOf,
  XmlAttribute,
  XmlCharacterData,
  XmlDeclaration,
  XmlDocument,
  XmlDocumentFragment,
  XmlDocumentType,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
} from "./xml-node.js";
import { placeUnder } from "./xml-placement.js";

/** What `.InnerText` gives: the text of all nodes below, of comments and instructions only when asked directly. */
export function innerText(node: XmlNode): string {
  if (node.value !== null) return node.value;
  const parts: string[] = [];
  for (const below of descendants(node)) {
    if (below instanceof XmlCharacterData && below.kind !== "Comment") parts.push(below.value);
  }
  return parts.join("");
}

/** `.InnerText = …`: one text node takes the place of all children. */
export function setInnerText(node: XmlNode, text: string): void {
  if (node instanceof XmlCharacterData || node instanceof XmlProcessingInstruction || node instanceof XmlAttribute) {
    node.setValue(text);
    return;
  }
  if (node instanceof XmlDocument) {
    throw invalidOperation("The 'InnerText' of a 'Document' node is read-only and cannot be set.");
  }
  const only = node.firstChild;
  if (only instanceof XmlCharacterData && only.kind === "Text" && only.nextSibling === null) {
    only.setValue(text);
    return;
  }
  removeChildren(node);
  if (text !== "") node.link(new XmlCharacterData(documentOf(node), "Text", text), null);
  else if (node instanceof XmlElement) node.setEmpty(false);
}

export function removeChildren(node: XmlNode): void {
  for (let child = node.firstChild; child !== null; child = node.firstChild) node.unlink(child);
}

/**
 * Puts a node under another, before one of its children or last; a fragment gives its children. Throws what .NET throws
 * for nodes of other documents, ancestors, and kinds that cannot stand there.
 */
export function insertNode(parent: XmlNode, child: XmlNode, before: XmlNode | null): XmlNode {
  const document = documentOf(parent);
  for (let up: XmlNode | null = parent; up !== null; up = up.parentNode) {
    if (up === child) {
      throw argument("Cannot insert a node or any ancestor of that node as a child of itself.");
    }
  }
  // .NET takes the node out of its old place before it looks further, and leaves it out when it then throws.
  if (before !== child) child.parentNode?.unlink(child);
  if (documentOf(child) !== document) {
    throw argument("The node to be inserted is from a different document context.");
  }
  if (before !== null && before.parentNode !== parent) {
    throw argument("The reference node is not a child of this node.");
  }
  if (before === child) return child;
  const nodes = child instanceof XmlDocumentFragment ? [...child.children()] : [child];
  for (const node of nodes) {
    placeUnder(parent, node, before);
    if (node.parentNode !== null) node.parentNode.unlink(node);
    parent.link(node, before);
  }
  return child;
}

export function removeNode(parent: XmlNode, child: XmlNode): XmlNode {
  if (child.parentNode !== parent) throw argument("The node to be removed is not a child of this node.");
  parent.unlink(child);
  return child;
}

/** A copy that belongs to a document and has no parent; with `deep` with everything below it. */
export function copyNode(node: XmlNode, document: XmlDocument, deep: boolean): XmlNode {
  const root = copyOne(node, document);
  if (!deep) return root;
  const copies = new Map<XmlNode, XmlNode>([[node, root]]);
  for (const below of descendants(node)) {
    const copy = copyOne(below, document);
    if (below.firstChild !== null) copies.set(below, copy);
    if (below.parentNode !== null) copies.get(below.parentNode)?.link(copy, null);
  }
  return root;
}

function copyOne(node: XmlNode, document: XmlDocument): XmlNode {
  const name = { prefix: node.prefix, localName: node.localName, namespaceUri: node.namespaceUri };
  if (node instanceof XmlElement) {
    const copy = new XmlElement(document, name, node.isEmpty);
    copy.setAttributes(node.attributes.map((a) => copyAttribute(a, document)));
    return copy;
  }
  if (node instanceof XmlAttribute) return copyAttribute(node, document);
  if (node instanceof XmlCharacterData) return new XmlCharacterData(document, node.kind, node.value);
  if (node instanceof XmlProcessingInstruction) return new XmlProcessingInstruction(document, node.target, node.value);
  if (node instanceof XmlDeclaration) {
    return new XmlDeclaration(document, node.version, node.encoding, node.standalone);
  }
  if (node instanceof XmlDocumentType) {
    return new XmlDocumentType(document, node.name, node.publicId, node.systemId, node.internalSubset);
  }
  if (node instanceof XmlDocumentFragment) return new XmlDocumentFragment(document);
  throw invalidOperation(`Cannot import nodes of type '${node.kind}'.`);
}

function copyAttribute(node: XmlAttribute, document: XmlDocument): XmlAttribute {
  const { prefix, localName, namespaceUri, value } = node;
  return new XmlAttribute(document, { prefix, localName, namespaceUri }, value);
}

/** A copy of a whole document. */
export function copyDocument(document: XmlDocument, deep: boolean): XmlDocument {
  const copy = new XmlDocument();
  copy.setPreserveWhitespace(document.preserveWhitespace);
  if (deep) for (const child of document.children()) copy.link(copyNode(child, copy, true), null);
  return copy;
}

export function invalidOperation(message: string): PowerShellError {
  return netError("System.InvalidOperationException", message);
}
export function argument(message: string): PowerShellError {
  return netError("System.ArgumentException", message);
}
