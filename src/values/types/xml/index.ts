import { castError } from "../../conversion/errors.js";
import type { DotNetMember, TypeDefinition } from "../../dotnet-type.js";
import { isCollection, toItems } from "../../enumeration.js";
import { PowerShellError } from "../../errors.js";
import { method, overload, property } from "../../signatures.js";
import { toText } from "../../text.js";
import { defineType, typeNamed } from "../../types.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { xmlAdapter } from "./xml-adapter.js";
import { NameTable, XmlAttributeCollection, XmlNamespaceManager, XmlNodeList } from "./xml-collections.js";
import { fileMethods } from "./xml-files.js";
import { loadDocument } from "./xml-loader.js";
import {
  addAttribute,
  characterMethods,
  childElement,
  documentMethods,
  elementMethods,
  nodeMethods,
} from "./xml-methods.js";
import { XmlAttribute, XmlDocument, type XmlNode } from "./xml-node.js";
import { propertiesNamed } from "./xml-properties.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** `[xml]$text`: elements of a collection are lines; an empty text is an empty document. */
function fromValue(context: ValueContext, value: Value): Value {
  const source = isCollection(value)
    ? toItems(value)
        .map((v) => toText(context, v))
        .join("\n")
    : toText(context, value);
  const document = new XmlDocument();
  try {
    loadDocument(document, source, "fragment");
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw castError(context, value, typeNamed("System.Xml.XmlDocument"), "InvalidCastToXmlDocument", error);
  }
  return document;
}

defineType({
  fullName: "System.Xml.XmlNodeType",
  kind: "enum",
  enumValues: [
    "None",
    "Element",
    "Attribute",
    "Text",
    "CDATA",
    "EntityReference",
    "Entity",
    "ProcessingInstruction",
    "Comment",
    "Document",
    "DocumentType",
    "DocumentFragment",
    "Notation",
    "Whitespace",
    "SignificantWhitespace",
    "EndElement",
    "EndEntity",
    "XmlDeclaration",
  ].map((name, i) => [name, BigInt(i)]),
});

defineType({
  fullName: "System.Xml.XmlNode",
  interfaces: ["System.Collections.IEnumerable", "System.ICloneable"],
  adapter: xmlAdapter,
  members: () => [
    ...nodeMethods,
    {
      kind: "ParameterizedProperty",
      name: "Item",
      signature:
        "System.Xml.XmlElement Item(string name) {get;}, System.Xml.XmlElement Item(string localname, string ns) {get;}",
      get: (context, self, index) =>
        childElement(
          self as XmlNode,
          toText(context, index[0] ?? null),
          index.length > 1 ? toText(context, index[1] ?? null) : null,
        ),
      set: null,
    },
  ],
});
defineType({ fullName: "System.Xml.XmlLinkedNode", base: "System.Xml.XmlNode" });

/** A kind of node: its properties in reflection order, and methods of its own. */
function defineNode(
  name: string,
  base: "XmlNode" | "XmlLinkedNode" | "XmlCharacterData",
  properties: string,
  own: () => readonly DotNetMember[] = () => [],
  more: Partial<TypeDefinition> = {},
): void {
  defineType({
    fullName: `System.Xml.${name}`,
    base: `System.Xml.${base}`,
    members: () => [...propertiesNamed(properties), ...own()],
    ...more,
  });
}

defineNode(
  "XmlDocument",
  "XmlNode",
  `NodeType ParentNode DocumentType Implementation Name LocalName DocumentElement OwnerDocument Schemas XmlResolver NameTable PreserveWhitespace IsReadOnly InnerText InnerXml SchemaInfo BaseURI Value ChildNodes PreviousSibling NextSibling Attributes FirstChild LastChild HasChildNodes NamespaceURI Prefix OuterXml PreviousText`,
  () => [...documentMethods, ...fileMethods],
  { constructors: () => [overload("xml new()", () => new XmlDocument())], convertFrom: fromValue },
);
defineNode(
  "XmlElement",
  "XmlLinkedNode",
  "Name LocalName NamespaceURI Prefix NodeType ParentNode OwnerDocument IsEmpty Attributes HasAttributes SchemaInfo InnerXml InnerText NextSibling PreviousSibling Value ChildNodes FirstChild LastChild HasChildNodes IsReadOnly OuterXml BaseURI PreviousText",
  () => elementMethods,
);
defineNode(
  "XmlAttribute",
  "XmlNode",
  "ParentNode Name LocalName NamespaceURI Prefix NodeType OwnerDocument Value SchemaInfo InnerText Specified OwnerElement InnerXml BaseURI ChildNodes PreviousSibling NextSibling Attributes FirstChild LastChild HasChildNodes IsReadOnly OuterXml PreviousText",
);
defineType({
  fullName: "System.Xml.XmlCharacterData",
  base: "System.Xml.XmlLinkedNode",
  members: () => characterMethods,
});
const linkedTail =
  "ChildNodes Attributes OwnerDocument FirstChild LastChild HasChildNodes NamespaceURI Prefix IsReadOnly OuterXml InnerXml SchemaInfo BaseURI";
const ownText = "Value PreviousText InnerText Data Length PreviousSibling NextSibling";
for (const name of ["XmlText", "XmlWhitespace", "XmlSignificantWhitespace"]) {
  defineNode(name, "XmlCharacterData", `Name LocalName NodeType ParentNode ${ownText} ${linkedTail}`);
}
defineNode(
  "XmlCDataSection",
  "XmlCharacterData",
  `Name LocalName NodeType ParentNode PreviousText Value InnerText Data Length PreviousSibling NextSibling ${linkedTail}`,
);
defineNode(
  "XmlComment",
  "XmlCharacterData",
  `Name LocalName NodeType Value InnerText Data Length PreviousSibling NextSibling ParentNode ${linkedTail} PreviousText`,
);
defineNode(
  "XmlProcessingInstruction",
  "XmlLinkedNode",
  `Name LocalName Value Target Data InnerText NodeType PreviousSibling NextSibling ParentNode ${linkedTail} PreviousText`,
);
defineNode(
  "XmlDeclaration",
  "XmlLinkedNode",
  `Version Encoding Standalone Value InnerText Name LocalName NodeType PreviousSibling NextSibling ParentNode ${linkedTail} PreviousText`,
);
defineNode(
  "XmlDocumentType",
  "XmlLinkedNode",
  "Name LocalName NodeType IsReadOnly PublicId SystemId InternalSubset PreviousSibling NextSibling Value ParentNode ChildNodes Attributes OwnerDocument FirstChild LastChild HasChildNodes NamespaceURI Prefix InnerText OuterXml InnerXml SchemaInfo BaseURI PreviousText",
);
defineNode(
  "XmlDocumentFragment",
  "XmlNode",
  "Name LocalName NodeType ParentNode OwnerDocument InnerXml Value ChildNodes PreviousSibling NextSibling Attributes FirstChild LastChild HasChildNodes NamespaceURI Prefix IsReadOnly InnerText OuterXml SchemaInfo BaseURI PreviousText",
);

const itemAt = (items: readonly XmlNode[], index: Value | undefined): Value =>
  typeof index === "number" ? (items.at(index) ?? null) : null;

defineType({
  fullName: "System.Xml.XmlNodeList",
  interfaces: ["System.Collections.IEnumerable"],
  members: () => [
    property("int Count", (list: XmlNodeList) => list.count()),
    method<XmlNodeList>([
      "System.Xml.XmlNode Item(int index)",
      (_, list, [i]) => (typeof i === "number" && i >= 0 ? itemAt(list.elements(), i) : null),
    ]),
    {
      kind: "ParameterizedProperty",
      name: "ItemOf",
      signature: "System.Xml.XmlNode ItemOf(int i) {get;}",
      get: (_, self, [i]) => (self instanceof XmlNodeList ? itemAt(self.elements(), i) : null),
      set: null,
    },
  ],
});
for (const name of ["XmlChildNodes", "XPathNodeList", "XmlElementList"]) {
  defineType({ fullName: `System.Xml.${name}`, base: "System.Xml.XmlNodeList" });
}

const attributeOf = (self: Value, index: Value | undefined): Value => {
  if (!(self instanceof XmlAttributeCollection)) return null;
  if (typeof index === "string") return self.element.attribute(index) ?? null;
  return itemAt(self.elements(), index);
};
const removed = (list: XmlAttributeCollection, attribute: XmlAttribute | undefined): Value => {
  if (attribute !== undefined) list.element.removeAttribute(attribute);
  return attribute ?? null;
};
defineType({ fullName: "System.Xml.XmlNamedNodeMap", interfaces: ["System.Collections.IEnumerable"] });
defineType({
  fullName: "System.Xml.XmlAttributeCollection",
  base: "System.Xml.XmlNamedNodeMap",
  interfaces: ["System.Collections.ICollection"],
  members: () => [
    property("int Count", (list: XmlAttributeCollection) => list.count()),
    method<XmlAttributeCollection>([
      "System.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)",
      (_, list, [a]) => (a instanceof XmlAttribute ? addAttribute(list.element, a) : null),
    ]),
    method<XmlAttributeCollection>([
      "System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)",
      (_, list, [a]) => (a instanceof XmlAttribute ? addAttribute(list.element, a) : null),
    ]),
    method<XmlAttributeCollection>([
      "System.Xml.XmlNode GetNamedItem(string name)",
      (_, list, [name]) => list.element.attribute(text(name)) ?? null,
    ]),
    method<XmlAttributeCollection>([
      "System.Xml.XmlNode Item(int index)",
      (_, list, [i]) => itemAt(list.elements(), i),
    ]),
    method<XmlAttributeCollection>([
      "System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)",
      (_, list, [a]) =>
        removed(
          list,
          list.elements().find((own) => own === a),
        ),
    ]),
    method<XmlAttributeCollection>([
      "System.Xml.XmlAttribute RemoveAt(int i)",
      (_, list, [i]) => removed(list, list.elements()[typeof i === "number" ? i : -1]),
    ]),
    method<XmlAttributeCollection>([
      "System.Xml.XmlNode RemoveNamedItem(string name)",
      (_, list, [name]) => removed(list, list.element.attribute(text(name))),
    ]),
    method<XmlAttributeCollection>([
      "void RemoveAll()",
      (_, list) => {
        list.element.setAttributes([]);
        return null;
      },
    ]),
    {
      kind: "ParameterizedProperty",
      name: "ItemOf",
      signature:
        "System.Xml.XmlAttribute ItemOf(int i) {get;}, System.Xml.XmlAttribute ItemOf(string name) {get;}, System.Xml.XmlAttribute ItemOf(string localName, string namespaceURI) {get;}",
      get: (_, self, [index]) => attributeOf(self, index),
      set: null,
    },
  ],
});

defineType({ fullName: "System.Xml.XmlNameTable" });
defineType({
  fullName: "System.Xml.NameTable",
  base: "System.Xml.XmlNameTable",
  constructors: () => [overload("System.Xml.NameTable new()", () => new NameTable())],
});
const scoped =
  (run: (manager: XmlNamespaceManager, args: readonly Value[]) => void) =>
  (_: ValueContext, manager: XmlNamespaceManager, args: readonly Value[]): Value => {
    run(manager, args);
    return null;
  };
defineType({
  fullName: "System.Xml.XmlNamespaceManager",
  interfaces: ["System.Collections.IEnumerable"],
  constructors: () => [
    overload("System.Xml.XmlNamespaceManager new(System.Xml.XmlNameTable nameTable)", () => new XmlNamespaceManager()),
  ],
  members: () => [
    property("System.Xml.XmlNameTable NameTable", () => new NameTable()),
    property("string DefaultNamespace", (m: XmlNamespaceManager) => m.lookup("") ?? ""),
    method<XmlNamespaceManager>([
      "void AddNamespace(string prefix, string uri)",
      scoped((m, [prefix, uri]) => m.add(text(prefix), text(uri))),
    ]),
    method<XmlNamespaceManager>([
      "void RemoveNamespace(string prefix, string uri)",
      scoped((m, [prefix]) => m.remove(text(prefix))),
    ]),
    method<XmlNamespaceManager>(["void PushScope()", scoped((m) => m.push())]),
    method<XmlNamespaceManager>(["bool PopScope()", (_, m) => m.pop()]),
    method<XmlNamespaceManager>([
      "string LookupNamespace(string prefix)",
      (_, m, [prefix]) => m.lookup(text(prefix)) ?? null,
    ]),
    method<XmlNamespaceManager>(["string LookupPrefix(string uri)", (_, m, [uri]) => m.lookupPrefix(text(uri))]),
    method<XmlNamespaceManager>([
      "bool HasNamespace(string prefix)",
      (_, m, [prefix]) => m.lookup(text(prefix)) !== undefined,
    ]),
  ],
});
for (const name of [
  "System.Xml.XmlName",
  "System.Xml.XmlImplementation",
  "System.Xml.XmlResolver",
  "System.Xml.Schema.XmlSchemaInfo",
  "System.Xml.Schema.XmlSchemaSet",
]) {
  defineType({ fullName: name });
}
