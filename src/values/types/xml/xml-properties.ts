import { isTrue } from "../../conversion/truth.js";
import type { DotNetProperty } from "../../dotnet-type.js";
import { enumValueNamed } from "../../enumerations.js";
import { heapClass, heapConstant } from "../../heap/heap-class.js";
import { property } from "../../signatures.js";
import { typeNamed } from "../../types.js";
import { DotNetObject, type Value } from "../../value.js";
import { NameTable, type NodeFinder, XmlAttributeCollection, XmlNodeList } from "./xml-collections.js";
import { loadInnerXml } from "./xml-loader.js";
import {
  XmlAttribute,
  XmlCharacterData,
  type XmlDeclaration,
  XmlDocument,
  XmlDocumentType,
  XmlElement,
  XmlLeaf,
  XmlNode,
} from "./xml-node.js";
import { innerText, invalidOperation, setInnerText } from "./xml-tree.js";
import { innerXml, outerXml } from "./xml-writer.js";

const childrenOf: NodeFinder = ([node]) => (node instanceof XmlNode ? [...node.children()] : []);
heapConstant("xml children", childrenOf);

/** An object of which only its type is known here. */
class OpaqueObject extends DotNetObject {
  constructor(private readonly typeName: string) {
    super();
  }
  get type() {
    return typeNamed(this.typeName);
  }
}
heapClass("OpaqueObject", OpaqueObject);

const text = (value: Value): string => (typeof value === "string" ? value : "");
const siblingText = (node: XmlNode): XmlNode | null => {
  const { previousSibling } = node;
  return previousSibling instanceof XmlCharacterData && previousSibling.kind !== "Comment" ? previousSibling : null;
};
const leaf = (node: XmlNode): string => node.value ?? "";

function setValue(node: XmlNode, value: Value): void {
  if (node instanceof XmlLeaf || node instanceof XmlAttribute) node.setValue(text(value));
  else throw invalidOperation(`Cannot set a value on node type '${node.kind}'.`);
}

const declarations: readonly DotNetProperty[] = [
  property("string Name", (n: XmlNode) => n.name),
  property("string LocalName", (n: XmlNode) => n.localName),
  property("string NamespaceURI", (n: XmlNode) => n.namespaceUri),
  property(
    "string Prefix",
    (n: XmlNode) => n.prefix,
    (n, v) => {
      if (n instanceof XmlElement || n instanceof XmlAttribute) n.setPrefix(text(v));
    },
  ),
  property(
    "System.Xml.XmlNodeType NodeType",
    (n: XmlNode) => enumValueNamed(typeNamed("System.Xml.XmlNodeType"), n.kind) ?? null,
  ),
  property("System.Xml.XmlNode ParentNode", (n: XmlNode) => n.parentNode),
  property("xml OwnerDocument", (n: XmlNode) => n.document),
  property(
    "bool IsEmpty",
    (n: XmlElement) => n.isEmpty,
    (n, v) => n.setEmpty(isTrue(v)),
  ),
  property("System.Xml.XmlAttributeCollection Attributes", (n: XmlNode) =>
    n instanceof XmlElement ? new XmlAttributeCollection(n) : null,
  ),
  property("bool HasAttributes", (n: XmlElement) => n.attributes.length > 0),
  property(
    "System.Xml.Schema.IXmlSchemaInfo SchemaInfo",
    (n: XmlNode) =>
      new OpaqueObject(n instanceof XmlElement ? "System.Xml.XmlName" : "System.Xml.Schema.XmlSchemaInfo"),
  ),
  property(
    "string InnerXml",
    (n: XmlNode) => innerXml(n),
    (n, v) => loadInnerXml(n, text(v)),
  ),
  property(
    "string InnerText",
    (n: XmlNode) => (n instanceof XmlDocument ? null : innerText(n)),
    (n, v) => setInnerText(n, text(v)),
  ),
  property("System.Xml.XmlNode NextSibling", (n: XmlNode) => n.nextSibling),
  property("System.Xml.XmlNode PreviousSibling", (n: XmlNode) => n.previousSibling),
  property("string Value", (n: XmlNode) => n.value, setValue),
  property("System.Xml.XmlNodeList ChildNodes", (n: XmlNode) => new XmlNodeList("XmlChildNodes", childrenOf, [n])),
  property("System.Xml.XmlNode FirstChild", (n: XmlNode) => n.firstChild),
  property("System.Xml.XmlNode LastChild", (n: XmlNode) => n.lastChild),
  property("bool HasChildNodes", (n: XmlNode) => n.firstChild !== null),
  property("bool IsReadOnly", (n: XmlNode) => n instanceof XmlDocumentType),
  property("string OuterXml", (n: XmlNode) => attributeXml(n) ?? outerXml(n)),
  property("string BaseURI", () => ""),
  property("System.Xml.XmlNode PreviousText", siblingText),
  property("bool Specified", () => true),
  property("System.Xml.XmlElement OwnerElement", (n: XmlAttribute) => n.ownerElement),
  property("string Data", leaf, setValue),
  property("int Length", (n: XmlNode) => leaf(n).length),
  property("string Target", (n: XmlNode) => n.name),
  property("string Version", (n: XmlDeclaration) => n.version),
  property(
    "string Encoding",
    (n: XmlDeclaration) => n.encoding,
    (n, v) => n.setEncoding(text(v)),
  ),
  property(
    "string Standalone",
    (n: XmlDeclaration) => n.standalone,
    (n, v) => n.setStandalone(text(v)),
  ),
  property("System.Xml.XmlDocumentType DocumentType", (n: XmlDocument) => {
    for (const child of n.children()) if (child instanceof XmlDocumentType) return child;
    return null;
  }),
  property("System.Xml.XmlImplementation Implementation", () => new OpaqueObject("System.Xml.XmlImplementation")),
  property("System.Xml.XmlElement DocumentElement", (n: XmlDocument) => n.documentElement),
  property("System.Xml.Schema.XmlSchemaSet Schemas", () => new OpaqueObject("System.Xml.Schema.XmlSchemaSet")),
  property(
    "System.Xml.XmlResolver XmlResolver",
    () => null,
    () => {},
  ),
  property("System.Xml.XmlNameTable NameTable", () => new NameTable()),
  property(
    "bool PreserveWhitespace",
    (n: XmlDocument) => n.preserveWhitespace,
    (n, v) => n.setPreserveWhitespace(isTrue(v)),
  ),
  property("string PublicId", (n: XmlDocumentType) => n.publicId),
  property("string SystemId", (n: XmlDocumentType) => n.systemId),
  property("string InternalSubset", (n: XmlDocumentType) => n.internalSubset),
];

function attributeXml(node: XmlNode): string | null {
  if (!(node instanceof XmlAttribute)) return null;
  return outerXmlOfAttribute(node);
}
function outerXmlOfAttribute(attribute: XmlAttribute): string {
  const holder = new XmlElement(attribute.document ?? new XmlDocument(), {
    prefix: "",
    localName: "a",
    namespaceUri: "",
  });
  const { prefix, localName, namespaceUri, value } = attribute;
  holder.setAttributes([
    new XmlAttribute(attribute.document ?? new XmlDocument(), { prefix, localName, namespaceUri }, value),
  ]);
  return outerXml(holder).slice(3, -3);
}

const byName = new Map(declarations.map((p) => [p.name, p]));
/** Properties that .NET lets only be read on some types. */
export function propertiesNamed(names: string, readOnly: readonly string[] = []): readonly DotNetProperty[] {
  return names.split(" ").map((name) => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`no property ${name}`);
    return readOnly.includes(name) ? { ...found, set: null } : found;
  });
}
