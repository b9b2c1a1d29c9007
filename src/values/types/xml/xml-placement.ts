import { netError } from "../../net-errors.js";
import {
  XmlCharacterData,
  XmlDeclaration,
  XmlDocument,
  XmlDocumentFragment,
  XmlDocumentType,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
} from "./xml-node.js";

/** Throws what .NET throws when a node cannot stand under another at a place. */
export function placeUnder(parent: XmlNode, node: XmlNode, before: XmlNode | null): void {
  if (!takes(parent, node)) throw invalid(wrongType);
  if (!(parent instanceof XmlDocument)) return;
  if (node instanceof XmlElement && parent.documentElement !== null && parent.documentElement !== node) {
    throw invalid("This document already has a 'DocumentElement' node.");
  }
  if (node instanceof XmlDeclaration && (before ?? parent.firstChild) !== parent.firstChild) throw invalid(wrongPlace);
  if (node instanceof XmlDeclaration && before === null && parent.firstChild !== null) throw invalid(wrongPlace);
}

function takes(parent: XmlNode, node: XmlNode): boolean {
  if (parent instanceof XmlDocument) {
    return (
      node instanceof XmlElement ||
      node instanceof XmlProcessingInstruction ||
      node instanceof XmlDeclaration ||
      node instanceof XmlDocumentType ||
      (node instanceof XmlCharacterData && node.kind !== "Text" && node.kind !== "CDATA")
    );
  }
  if (!(parent instanceof XmlElement) && !(parent instanceof XmlDocumentFragment)) return false;
  return node instanceof XmlElement || node instanceof XmlCharacterData || node instanceof XmlProcessingInstruction;
}

function invalid(message: string) {
  return netError("System.InvalidOperationException", message);
}
const wrongType =
  "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.";
const wrongPlace = "Cannot insert the node in the specified location.";
