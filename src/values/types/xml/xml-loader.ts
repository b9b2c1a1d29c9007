import type { PowerShellError } from "../../errors.js";
import { xmlErrorAt } from "./xml-error.js";
import { splitName, xmlNamespace, xmlnsNamespace } from "./xml-names.js";
import {
  type CharacterKind,
  documentOf,
  XmlAttribute,
  XmlCharacterData,
  XmlDeclaration,
  XmlDocument,
  XmlDocumentType,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
} from "./xml-node.js";
import { placeUnder } from "./xml-placement.js";
import { type ParsedAttribute, readXmlText, type XmlConformance, type XmlHandler } from "./xml-reader.js";
import { removeChildren } from "./xml-tree.js";

/** Reads a text into a document in place of what it held. Throws System.Xml.XmlException, and what the tree refuses. */
export function loadDocument(document: XmlDocument, source: string, conformance: XmlConformance): void {
  removeChildren(document);
  readXmlText(source, new TreeBuilder(document, source), conformance);
}

/** `.InnerXml = …`: reads a text into a node in place of its children; prefixes mean what they mean there. */
export function loadInnerXml(node: XmlNode, source: string): void {
  if (node instanceof XmlDocument) {
    loadDocument(node, source, "document");
    return;
  }
  const holder = new XmlElement(documentOf(node), { prefix: "", localName: "holder", namespaceUri: "" });
  removeChildren(node);
  if (node instanceof XmlElement) node.setEmpty(false);
  readXmlText(source, new TreeBuilder(holder, source, node instanceof XmlElement ? node : null), "fragment");
  for (const child of [...holder.children()]) {
    holder.unlink(child);
    node.link(child, null);
  }
}

type Scope = ReadonlyMap<string, string>;

const predeclared: Scope = new Map([
  ["", ""],
  ["xml", xmlNamespace],
  ["xmlns", xmlnsNamespace],
]);

/** Makes nodes of what a reader finds, below a node. */
class TreeBuilder implements XmlHandler {
  private readonly document: XmlDocument;
  private current: XmlNode;
  private readonly scopes: Scope[];
  private readonly spaces: boolean[] = [false];

  constructor(
    root: XmlNode,
    private readonly source: string,
    private readonly around: XmlElement | null = null,
  ) {
    this.current = root;
    // Inside of an element an undeclared prefix, and none, mean what they mean there.
    this.scopes = [around === null ? predeclared : new Map([...predeclared].slice(1))];
    this.document = documentOf(root);
  }

  startElement(name: string, attributes: readonly ParsedAttribute[], isEmpty: boolean, offset: number): void {
    const scope = this.declare(attributes);
    const [prefix, localName] = splitName(name);
    const element = new XmlElement(
      this.document,
      { prefix, localName, namespaceUri: this.resolve(prefix, scope, offset) },
      isEmpty,
    );
    placeUnder(this.current, element, null);
    const made = attributes.map((attribute) => this.attribute(attribute, scope));
    this.refuseSameAttributes(attributes, made);
    element.setAttributes(made);
    this.current.link(element, null);
    if (isEmpty) return;
    this.scopes.push(scope);
    const space = made.find((a) => a.name === "xml:space")?.value;
    this.spaces.push(space === undefined ? (this.spaces.at(-1) ?? false) : space === "preserve");
    element.setEmpty(false);
    this.current = element;
  }

  endElement(): void {
    const parent = this.current.parentNode;
    if (parent !== null) this.current = parent;
    this.scopes.pop();
    this.spaces.pop();
  }

  text(value: string): void {
    this.leaf("Text", value);
  }
  whitespace(value: string): void {
    if (this.spaces.at(-1) === true) this.leaf("SignificantWhitespace", value);
    else if (this.document.preserveWhitespace) this.leaf("Whitespace", value);
  }
  cdata(value: string): void {
    this.leaf("CDATA", value);
  }
  comment(value: string): void {
    this.leaf("Comment", value);
  }
  processingInstruction(target: string, data: string): void {
    this.add(new XmlProcessingInstruction(this.document, target, data));
  }
  declaration(version: string, encoding: string, standalone: string): void {
    this.add(new XmlDeclaration(this.document, version, encoding, standalone));
  }
  documentType(name: string, publicId: string, systemId: string, internalSubset: string): void {
    this.add(new XmlDocumentType(this.document, name, publicId, systemId, internalSubset));
  }

  private leaf(kind: CharacterKind, value: string): void {
    this.add(new XmlCharacterData(this.document, kind, value));
  }
  private add(node: XmlNode): void {
    placeUnder(this.current, node, null);
    this.current.link(node, null);
  }

  /** What prefixes mean inside of an element with these attributes. */
  private declare(attributes: readonly ParsedAttribute[]): Scope {
    const around = this.scopes.at(-1) ?? predeclared;
    let scope: Map<string, string> | null = null;
    for (const { name, value, offset, valueOffset } of attributes) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const prefix = name.slice(6);
      if (prefix === "xml" && value !== xmlNamespace) throw this.error(offset, reservedXml);
      if (prefix === "xmlns") throw this.error(offset, 'Prefix "xmlns" is reserved for use by XML.');
      if (prefix !== "" && value === "") throw this.error(valueOffset, "Invalid namespace declaration.");
      scope ??= new Map(around);
      scope.set(prefix, value);
    }
    return scope ?? around;
  }

  private resolve(prefix: string, scope: Scope, offset: number): string {
    const known = scope.get(prefix);
    if (known !== undefined) return known;
    const outside = this.around?.namespaceOfPrefix(prefix) ?? "";
    if (outside !== "" || prefix === "") return outside;
    throw this.error(offset, `'${prefix}' is an undeclared prefix.`);
  }

  private attribute({ name, value, offset }: ParsedAttribute, scope: Scope): XmlAttribute {
    const [prefix, localName] = splitName(name);
    const namespaceUri = name === "xmlns" ? xmlnsNamespace : prefix === "" ? "" : this.resolve(prefix, scope, offset);
    return new XmlAttribute(this.document, { prefix, localName, namespaceUri }, value);
  }

  /** Two prefixes of one namespace make the same attribute. */
  private refuseSameAttributes(parsed: readonly ParsedAttribute[], made: readonly XmlAttribute[]): void {
    if (!made.some((a) => a.prefix !== "")) return;
    const seen = new Set<string>();
    made.forEach((attribute, i) => {
      const key = `${attribute.namespaceUri}\n${attribute.localName}`;
      if (seen.has(key)) {
        throw this.error(parsed[i]?.offset ?? 0, `'${attribute.name}' is a duplicate attribute name.`);
      }
      seen.add(key);
    });
  }

  private error(offset: number, message: string): PowerShellError {
    return xmlErrorAt(this.source, offset, message);
  }
}

const reservedXml = `Prefix "xml" is reserved for use by XML and can be mapped only to namespace name "${xmlNamespace}".`;
