import type { DotNetType } from "../../dotnet-type.js";
import { heapClass } from "../../heap/heap-class.js";
import { epoch, keepFields } from "../../journal.js";
import { typeNamed } from "../../types.js";
import { DotNetObject } from "../../value.js";
import { xmlNamespace, xmlnsNamespace } from "./xml-names.js";

/** System.Xml.XmlNodeType, by name. */
export type XmlNodeKind =
  | "Element"
  | "Attribute"
  | "Text"
  | "CDATA"
  | "ProcessingInstruction"
  | "Comment"
  | "Document"
  | "DocumentType"
  | "DocumentFragment"
  | "Whitespace"
  | "SignificantWhitespace"
  | "XmlDeclaration";

/** A name with its namespace; prefix and namespace are empty where there is none. */
export interface XmlName {
  readonly prefix: string;
  readonly localName: string;
  readonly namespaceUri: string;
}

/**
 * A node of a document. All that can change of one is here and in the few classes below: its links, changed by
 * {@link link} and {@link unlink}; the attributes of an element; the text of leaves. Every mutator keeps what was before
 * for the journal of the line.
 */
export abstract class XmlNode extends DotNetObject {
  abstract readonly kind: XmlNodeKind;
  private readonly epoch = epoch;
  private parent: XmlNode | null = null;
  private previous: XmlNode | null = null;
  private next: XmlNode | null = null;
  private first: XmlNode | null = null;
  private last: XmlNode | null = null;

  /** `document` is `null` for documents alone. */
  constructor(readonly document: XmlDocument | null) {
    super();
  }
  /** With prefix; `#text` and its kin for nodes that have none. */
  abstract get name(): string;
  get localName(): string {
    return this.name;
  }
  get prefix(): string {
    return "";
  }
  get namespaceUri(): string {
    return "";
  }
  /** The text of leaves and attributes; `null` for nodes that only hold others. */
  get value(): string | null {
    return null;
  }
  get parentNode(): XmlNode | null {
    return this.parent;
  }
  get previousSibling(): XmlNode | null {
    return this.previous;
  }
  get nextSibling(): XmlNode | null {
    return this.next;
  }
  get firstChild(): XmlNode | null {
    return this.first;
  }
  get lastChild(): XmlNode | null {
    return this.last;
  }
  *children(): Generator<XmlNode> {
    for (let child = this.first; child !== null; child = child.next) yield child;
  }

  /** To be called before a field is assigned. */
  protected keep(): void {
    if (this.epoch !== epoch) keepFields(this);
  }

  /** Puts a node that has no parent among the children, before one of them or last. Whether it may is not asked. */
  link(child: XmlNode, before: XmlNode | null): void {
    const previous = before === null ? this.last : before.previous;
    this.keep();
    child.keep();
    previous?.keep();
    before?.keep();
    child.parent = this;
    child.previous = previous;
    child.next = before;
    if (previous === null) this.first = child;
    else previous.next = child;
    if (before === null) this.last = child;
    else before.previous = child;
  }
  /** Takes a child out. */
  unlink(child: XmlNode): void {
    this.keep();
    child.keep();
    child.previous?.keep();
    child.next?.keep();
    if (child.previous === null) this.first = child.next;
    else child.previous.next = child.next;
    if (child.next === null) this.last = child.previous;
    else child.next.previous = child.previous;
    child.parent = null;
    child.previous = null;
    child.next = null;
  }

  /** How the type table's ToString shows a node among others: its name without prefix. */
  toElementText(): string {
    return this.localName;
  }
  /** In the braces of a cell the prefix is there. */
  toBracedText(): string {
    return this.name;
  }
}

/** A node with a name that may have a prefix and a namespace. */
abstract class NamedNode extends XmlNode {
  constructor(
    document: XmlDocument,
    protected xmlName: XmlName,
  ) {
    super(document);
  }
  get name(): string {
    const { prefix, localName } = this.xmlName;
    return prefix === "" ? localName : `${prefix}:${localName}`;
  }
  override get localName(): string {
    return this.xmlName.localName;
  }
  override get prefix(): string {
    return this.xmlName.prefix;
  }
  override get namespaceUri(): string {
    return this.xmlName.namespaceUri;
  }
  setPrefix(prefix: string): void {
    this.keep();
    this.xmlName = { ...this.xmlName, prefix };
  }
}

export class XmlElement extends NamedNode {
  readonly kind = "Element";
  private list: readonly XmlAttribute[] = [];
  /** Written as `<a />` while it has no children. */
  private empty: boolean;

  constructor(document: XmlDocument, name: XmlName, isEmpty = true) {
    super(document, name);
    this.empty = isEmpty;
  }
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlElement");
  }
  get isEmpty(): boolean {
    return this.empty && this.firstChild === null;
  }
  setEmpty(value: boolean): void {
    this.keep();
    this.empty = value;
  }
  override link(child: XmlNode, before: XmlNode | null): void {
    this.keep();
    this.empty = false;
    super.link(child, before);
  }
  get attributes(): readonly XmlAttribute[] {
    return this.list;
  }
  /** By the name as written. */
  attribute(name: string): XmlAttribute | undefined {
    return this.list.find((a) => a.name === name);
  }
  attributeNS(localName: string, namespaceUri: string): XmlAttribute | undefined {
    return this.list.find((a) => a.localName === localName && a.namespaceUri === namespaceUri);
  }
  /** The whole list at once: what changes attributes goes through here. */
  setAttributes(attributes: readonly XmlAttribute[]): void {
    this.keep();
    for (const attribute of this.list) attribute.setOwner(null);
    for (const attribute of attributes) attribute.setOwner(this);
    this.list = attributes;
  }
  /** Adds one, or puts it where one of the same name stood. */
  putAttribute(attribute: XmlAttribute): void {
    const same = (a: XmlAttribute) => a.localName === attribute.localName && a.namespaceUri === attribute.namespaceUri;
    const at = this.list.findIndex(same);
    this.setAttributes(at < 0 ? [...this.list, attribute] : this.list.map((a, i) => (i === at ? attribute : a)));
  }
  removeAttribute(attribute: XmlAttribute): void {
    this.setAttributes(this.list.filter((a) => a !== attribute));
  }

  /** The namespace that a prefix means here; empty when none does. */
  namespaceOfPrefix(prefix: string): string {
    if (prefix === "xml") return xmlNamespace;
    if (prefix === "xmlns") return xmlnsNamespace;
    for (let node: XmlNode | null = this; node instanceof XmlElement; node = node.parentNode) {
      const found = node.list.find((a) => a.declaredPrefix === prefix);
      if (found !== undefined) return found.value;
      if (node.prefix === prefix && node.namespaceUri !== "") return node.namespaceUri;
    }
    return "";
  }
  /** A prefix that means the namespace here; empty when none does. */
  prefixOfNamespace(namespaceUri: string): string {
    for (let node: XmlNode | null = this; node instanceof XmlElement; node = node.parentNode) {
      const found = node.list.find((a) => a.declaredPrefix !== null && a.value === namespaceUri);
      if (found !== undefined) return found.declaredPrefix ?? "";
    }
    return "";
  }
}
heapClass("XmlElement", XmlElement);

export class XmlAttribute extends NamedNode {
  readonly kind = "Attribute";
  private owner: XmlElement | null = null;
  private content: string;

  constructor(document: XmlDocument, name: XmlName, value = "") {
    super(document, name);
    this.content = value;
  }
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlAttribute");
  }
  override get value(): string {
    return this.content;
  }
  setValue(value: string): void {
    this.keep();
    this.content = value;
  }
  get ownerElement(): XmlElement | null {
    return this.owner;
  }
  setOwner(element: XmlElement | null): void {
    this.keep();
    this.owner = element;
  }
  /** The prefix that it declares (`""`: the default namespace); `null` when it declares none. */
  get declaredPrefix(): string | null {
    if (this.xmlName.prefix === "xmlns") return this.xmlName.localName;
    return this.xmlName.prefix === "" && this.xmlName.localName === "xmlns" ? "" : null;
  }
}
heapClass("XmlAttribute", XmlAttribute);

export type CharacterKind = "Text" | "CDATA" | "Comment" | "Whitespace" | "SignificantWhitespace";
const characterTypes: Readonly<Record<CharacterKind, readonly [name: string, typeName: string]>> = {
  Text: ["#text", "System.Xml.XmlText"],
  CDATA: ["#cdata-section", "System.Xml.XmlCDataSection"],
  Comment: ["#comment", "System.Xml.XmlComment"],
  Whitespace: ["#whitespace", "System.Xml.XmlWhitespace"],
  SignificantWhitespace: ["#significant-whitespace", "System.Xml.XmlSignificantWhitespace"],
};

/** A leaf with text. */
export abstract class XmlLeaf extends XmlNode {
  constructor(
    document: XmlDocument,
    private content: string,
  ) {
    super(document);
  }
  override get value(): string {
    return this.content;
  }
  setValue(value: string): void {
    this.keep();
    this.content = value;
  }
}

/** Text, CDATA section, comment or blanks. */
export class XmlCharacterData extends XmlLeaf {
  constructor(
    document: XmlDocument,
    readonly kind: CharacterKind,
    data: string,
  ) {
    super(document, data);
  }
  get type(): DotNetType {
    return typeNamed(characterTypes[this.kind][1]);
  }
  get name(): string {
    return characterTypes[this.kind][0];
  }
}
heapClass("XmlCharacterData", XmlCharacterData);

export class XmlProcessingInstruction extends XmlLeaf {
  readonly kind = "ProcessingInstruction";
  constructor(
    document: XmlDocument,
    readonly target: string,
    data: string,
  ) {
    super(document, data);
  }
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlProcessingInstruction");
  }
  get name(): string {
    return this.target;
  }
}
heapClass("XmlProcessingInstruction", XmlProcessingInstruction);

/** `<?xml version="1.0" …?>`; parts that are not given are empty. */
export class XmlDeclaration extends XmlNode {
  readonly kind = "XmlDeclaration";
  constructor(
    document: XmlDocument,
    readonly version: string,
    private encodingName: string,
    private standaloneText: string,
  ) {
    super(document);
  }
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlDeclaration");
  }
  get name(): string {
    return "xml";
  }
  get encoding(): string {
    return this.encodingName;
  }
  setEncoding(value: string): void {
    this.keep();
    this.encodingName = value;
  }
  get standalone(): string {
    return this.standaloneText;
  }
  setStandalone(value: string): void {
    this.keep();
    this.standaloneText = value;
  }
  override get value(): string {
    const encoding = this.encodingName === "" ? "" : ` encoding="${this.encodingName}"`;
    const standalone = this.standaloneText === "" ? "" : ` standalone="${this.standaloneText}"`;
    return `version="${this.version}"${encoding}${standalone}`;
  }
}
heapClass("XmlDeclaration", XmlDeclaration);

export class XmlDocumentType extends XmlNode {
  readonly kind = "DocumentType";
  constructor(
    document: XmlDocument,
    readonly name: string,
    readonly publicId: string,
    readonly systemId: string,
    readonly internalSubset: string,
  ) {
    super(document);
  }
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlDocumentType");
  }
}
heapClass("XmlDocumentType", XmlDocumentType);

export class XmlDocumentFragment extends XmlNode {
  readonly kind = "DocumentFragment";
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlDocumentFragment");
  }
  get name(): string {
    return "#document-fragment";
  }
}
heapClass("XmlDocumentFragment", XmlDocumentFragment);

/** System.Xml.XmlDocument. */
export class XmlDocument extends XmlNode {
  readonly kind = "Document";
  private keepsWhitespace = false;

  constructor() {
    super(null);
  }
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlDocument");
  }
  get name(): string {
    return "#document";
  }
  get documentElement(): XmlElement | null {
    for (const child of this.children()) if (child instanceof XmlElement) return child;
    return null;
  }
  get preserveWhitespace(): boolean {
    return this.keepsWhitespace;
  }
  setPreserveWhitespace(value: boolean): void {
    this.keep();
    this.keepsWhitespace = value;
  }
}
heapClass("XmlDocument", XmlDocument);

/** The document that a node belongs to. */
export function documentOf(node: XmlNode): XmlDocument {
  const document = node instanceof XmlDocument ? node : node.document;
  if (document === null) throw new Error("a node without document");
  return document;
}

/** All nodes below one, in document order, without recursion; attributes are not among them. */
export function* descendants(root: XmlNode): Generator<XmlNode> {
  let node = root.firstChild;
  while (node !== null) {
    yield node;
    let next = node.firstChild;
    for (let up: XmlNode | null = node; next === null && up !== null && up !== root; up = up.parentNode) {
      next = up.nextSibling;
    }
    node = next;
  }
}
