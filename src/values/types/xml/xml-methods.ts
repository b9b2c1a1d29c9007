import { isTrue } from "../../conversion/truth.js";
import type { DotNetMember, DotNetMethod } from "../../dotnet-type.js";
import { enumText } from "../../enumerations.js";
import { heapConstant } from "../../heap/heap-class.js";
import { netError } from "../../net-errors.js";
import { EnumValue } from "../../numbers.js";
import { method } from "../../signatures.js";
import type { Value } from "../../value.js";
import { type NodeFinder, XmlNamespaceManager, XmlNodeList } from "./xml-collections.js";
import { xmlError } from "./xml-error.js";
import { loadDocument } from "./xml-loader.js";
import { shownCharacter, splitName, wrongNameCharacter, xmlnsNamespace } from "./xml-names.js";
import {
  descendants,
  documentOf,
  XmlAttribute,
  XmlCharacterData,
  XmlDeclaration,
  XmlDocument,
  XmlDocumentFragment,
  XmlElement,
  type XmlLeaf,
  type XmlName,
  XmlNode,
  XmlProcessingInstruction,
} from "./xml-node.js";
import {
  argument,
  copyDocument,
  copyNode,
  insertNode,
  invalidOperation,
  removeChildren,
  removeNode,
} from "./xml-tree.js";
import { selectNodes } from "./xpath/evaluate.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const node = (value: Value | undefined): XmlNode => {
  if (value instanceof XmlNode) return value;
  throw netError("System.NullReferenceException", "Object reference not set to an instance of an object.");
};
const nodeOrNull = (value: Value | undefined): XmlNode | null => (value instanceof XmlNode ? value : null);

function found(self: XmlNode, xpath: Value | undefined, manager: Value | undefined): readonly XmlNode[] {
  const lookup = manager instanceof XmlNamespaceManager ? (prefix: string) => manager.lookup(prefix) : null;
  return selectNodes(self, text(xpath), lookup);
}
function notEmulated(what: string): never {
  throw netError("System.NotSupportedException", `NotEmulated: ${what}; OuterXml, Save and XPath methods work.`);
}

const select = (self: XmlNode, args: readonly Value[]) => {
  const nodes = found(self, args[0], args[1]);
  return new XmlNodeList("XPathNodeList", foundNodes, nodes);
};
const selectOne = (self: XmlNode, args: readonly Value[]) => found(self, args[0], args[1])[0] ?? null;

function cloneOf(self: XmlNode, deep: boolean): XmlNode {
  return self instanceof XmlDocument ? copyDocument(self, deep) : copyNode(self, documentOf(self), deep);
}

/** Methods of every node. */
export const nodeMethods: readonly DotNetMethod[] = [
  method<XmlNode>(["string ToString()", (_, n) => n.toElementText()]),
  method<XmlNode>(["System.Xml.XmlNode CloneNode(bool deep)", (_, n, [deep]) => cloneOf(n, isTrue(deep ?? false))]),
  method<XmlNode>(["System.Xml.XmlNode Clone()", (_, n) => cloneOf(n, true)]),
  method<XmlNode>(
    ["System.Xml.XmlNode SelectSingleNode(string xpath)", (_, n, args) => selectOne(n, args)],
    [
      "System.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)",
      (_, n, args) => selectOne(n, args),
    ],
  ),
  method<XmlNode>(
    ["System.Xml.XmlNodeList SelectNodes(string xpath)", (_, n, args) => select(n, args)],
    [
      "System.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)",
      (_, n, args) => select(n, args),
    ],
  ),
  method<XmlNode>([
    "System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)",
    (_, n, [child, before]) => insertNode(n, node(child), nodeOrNull(before)),
  ]),
  method<XmlNode>([
    "System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)",
    (_, n, [child, after]) => insertAfter(n, node(child), nodeOrNull(after)),
  ]),
  method<XmlNode>([
    "System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)",
    (_, n, [child, old]) => {
      const next = node(old).nextSibling;
      const removed = removeNode(n, node(old));
      insertNode(n, node(child), next === node(child) ? next.nextSibling : next);
      return removed;
    },
  ]),
  method<XmlNode>([
    "System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)",
    (_, n, [child]) => removeNode(n, node(child)),
  ]),
  method<XmlNode>([
    "System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)",
    (_, n, [child]) => insertNode(n, node(child), n.firstChild),
  ]),
  method<XmlNode>([
    "System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)",
    (_, n, [child]) => insertNode(n, node(child), null),
  ]),
  method<XmlNode>(["void Normalize()", (_, n) => normalize(n)]),
  method<XmlNode>(["bool Supports(string feature, string version)", (_, __, [f]) => text(f).toLowerCase() === "xml"]),
  method<XmlNode>([
    "void RemoveAll()",
    (_, n) => {
      removeChildren(n);
      if (n instanceof XmlElement) n.setAttributes([]);
      return null;
    },
  ]),
  method<XmlNode>([
    "string GetNamespaceOfPrefix(string prefix)",
    (_, n, [prefix]) => elementOf(n)?.namespaceOfPrefix(text(prefix)) ?? "",
  ]),
  method<XmlNode>([
    "string GetPrefixOfNamespace(string namespaceURI)",
    (_, n, [uri]) => elementOf(n)?.prefixOfNamespace(text(uri)) ?? "",
  ]),
  method<XmlNode>(["System.Xml.XPath.XPathNavigator CreateNavigator()", () => notEmulated("XPathNavigator")]),
  method<XmlNode>(["void WriteTo(System.Xml.XmlWriter w)", () => notEmulated("XmlWriter")]),
  method<XmlNode>(["void WriteContentTo(System.Xml.XmlWriter w)", () => notEmulated("XmlWriter")]),
];

function insertAfter(parent: XmlNode, child: XmlNode, after: XmlNode | null): XmlNode {
  if (after === null) return insertNode(parent, child, parent.firstChild);
  if (after.parentNode !== parent) throw argument("The reference node is not a child of this node.");
  if (after.nextSibling === child) return child;
  return insertNode(parent, child, after.nextSibling);
}

function elementOf(n: XmlNode): XmlElement | null {
  if (n instanceof XmlElement) return n;
  if (n instanceof XmlDocument) return n.documentElement;
  if (n instanceof XmlAttribute) return n.ownerElement;
  return n.parentNode === null ? null : elementOf(n.parentNode);
}

/** Joins neighbouring texts. */
function normalize(root: XmlNode): null {
  for (const below of [...descendants(root)]) {
    const { previousSibling: before } = below;
    if (!(below instanceof XmlCharacterData) || below.kind !== "Text") continue;
    if (!(before instanceof XmlCharacterData) || before.kind !== "Text") continue;
    below.setValue(before.value + below.value);
    below.parentNode?.unlink(before);
  }
  return null;
}

function attributeAt(e: XmlElement, args: readonly Value[]): XmlAttribute | undefined {
  return args.length > 1 ? e.attributeNS(text(args[0]), text(args[1])) : e.attribute(text(args[0]));
}
function removeAttribute(e: XmlElement, args: readonly Value[]): null {
  const attribute = attributeAt(e, args);
  if (attribute !== undefined) e.removeAttribute(attribute);
  return null;
}
function setAttribute(e: XmlElement, name: XmlName, value: string): void {
  const known = e.attributeNS(name.localName, name.namespaceUri);
  if (known !== undefined) known.setValue(value);
  else e.putAttribute(new XmlAttribute(documentOf(e), name, value));
}
function byTagName(root: XmlNode, args: readonly Value[]): XmlNodeList {
  const [name, uri] = [text(args[0]), args.length > 1 ? text(args[1]) : null];
  return new XmlNodeList("XmlElementList", elementsNamed, [root, name, uri]);
}

const foundNodes: NodeFinder = (nodes) => nodes.filter((node) => node instanceof XmlNode);
heapConstant("xml found nodes", foundNodes);

const elementsNamed: NodeFinder = ([root, name, uri]) =>
  root instanceof XmlNode
    ? [...descendants(root)].filter(
        (n) =>
          n instanceof XmlElement &&
          (uri === null
            ? name === "*" || n.name === name
            : (name === "*" || n.localName === name) && n.namespaceUri === uri),
      )
    : [];
heapConstant("xml elements by name", elementsNamed);

const tagMethods: readonly DotNetMethod[] = [
  method<XmlNode>(
    ["System.Xml.XmlNodeList GetElementsByTagName(string name)", (_, n, args) => byTagName(n, args)],
    [
      "System.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)",
      (_, n, args) => byTagName(n, args),
    ],
  ),
];

/** Methods of elements. */
export const elementMethods: readonly DotNetMember[] = [
  ...tagMethods,
  method<XmlElement>(
    ["string GetAttribute(string name)", (_, e, args) => attributeAt(e, args)?.value ?? ""],
    ["string GetAttribute(string localName, string namespaceURI)", (_, e, args) => attributeAt(e, args)?.value ?? ""],
  ),
  method<XmlElement>(
    [
      "void SetAttribute(string name, string value)",
      (_, e, [name, value]) => {
        setAttribute(e, nameFrom(text(name), e.namespaceOfPrefix(splitName(text(name))[0])), text(value));
        return null;
      },
    ],
    [
      "string SetAttribute(string localName, string namespaceURI, string value)",
      (_, e, [localName, uri, value]) => {
        const namespaceUri = text(uri);
        const prefix = namespaceUri === "" ? "" : e.prefixOfNamespace(namespaceUri);
        setAttribute(e, { prefix, localName: text(localName), namespaceUri }, text(value));
        return text(value);
      },
    ],
  ),
  method<XmlElement>(
    ["void RemoveAttribute(string name)", (_, e, args) => removeAttribute(e, args)],
    ["void RemoveAttribute(string localName, string namespaceURI)", (_, e, args) => removeAttribute(e, args)],
  ),
  method<XmlElement>(
    ["System.Xml.XmlAttribute GetAttributeNode(string name)", (_, e, args) => attributeAt(e, args) ?? null],
    [
      "System.Xml.XmlAttribute GetAttributeNode(string localName, string namespaceURI)",
      (_, e, args) => attributeAt(e, args) ?? null,
    ],
  ),
  method<XmlElement>([
    "System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)",
    (_, e, [attribute]) => {
      if (!(attribute instanceof XmlAttribute)) return null;
      const old = e.attributeNS(attribute.localName, attribute.namespaceUri) ?? null;
      addAttribute(e, attribute);
      return old;
    },
  ]),
  method<XmlElement>([
    "System.Xml.XmlAttribute RemoveAttributeNode(System.Xml.XmlAttribute oldAttr)",
    (_, e, [attribute]) => {
      if (attribute instanceof XmlAttribute) e.removeAttribute(attribute);
      return attribute ?? null;
    },
  ]),
  method<XmlElement>(
    ["bool HasAttribute(string name)", (_, e, args) => attributeAt(e, args) !== undefined],
    ["bool HasAttribute(string localName, string namespaceURI)", (_, e, args) => attributeAt(e, args) !== undefined],
  ),
  method<XmlElement>([
    "System.Xml.XmlNode RemoveAttributeAt(int i)",
    (_, e, [i]) => {
      const attribute = e.attributes[typeof i === "number" ? i : -1];
      if (attribute !== undefined) e.removeAttribute(attribute);
      return attribute ?? null;
    },
  ]),
  method<XmlElement>([
    "void RemoveAllAttributes()",
    (_, e) => {
      e.setAttributes([]);
      return null;
    },
  ]),
];

/** Adds an attribute node. Throws when it belongs to another element or document. */
export function addAttribute(element: XmlElement, attribute: XmlAttribute): XmlAttribute {
  if (attribute.ownerElement !== null && attribute.ownerElement !== element) {
    throw invalidOperation(
      "The 'Attribute' node cannot be inserted because it is already an attribute of another element.",
    );
  }
  if (attribute.document !== element.document) {
    throw argument("The named node is from a different document context.");
  }
  element.putAttribute(attribute);
  return attribute;
}

/** A name from its written form, checked. */
function nameFrom(qualified: string, namespaceUri: string): XmlName {
  if (qualified === "") {
    throw argument("The local name for elements or attributes cannot be null or an empty string.");
  }
  const wrong = wrongNameCharacter(`a${qualified}`) - 1;
  if (wrong >= 0) {
    const [shown, hexadecimal] = shownCharacter(qualified.charAt(wrong));
    throw xmlError(`The '${shown}' character, hexadecimal value ${hexadecimal}, cannot be included in a name.`);
  }
  const [prefix, localName] = splitName(qualified);
  const uri = qualified === "xmlns" || prefix === "xmlns" ? xmlnsNamespace : namespaceUri;
  return { prefix, localName, namespaceUri: uri };
}

function nameOf(args: readonly Value[]): XmlName {
  if (args.length < 3) return nameFrom(text(args[0]), text(args[1]));
  const prefix = text(args[0]);
  return nameFrom(prefix === "" ? text(args[1]) : `${prefix}:${text(args[1])}`, text(args[2]));
}

const leafOf =
  (kind: "Text" | "CDATA" | "Comment" | "Whitespace" | "SignificantWhitespace") =>
  (_: unknown, d: XmlDocument, [data]: readonly Value[]) =>
    new XmlCharacterData(d, kind, text(data));

function createNode(document: XmlDocument, kind: string, name: XmlName): XmlNode {
  switch (kind.toLowerCase()) {
    case "element":
      return new XmlElement(document, name);
    case "attribute":
      return new XmlAttribute(document, name);
    case "text":
      return new XmlCharacterData(document, "Text", "");
    case "cdata":
    case "cdatasection":
      return new XmlCharacterData(document, "CDATA", "");
    case "comment":
      return new XmlCharacterData(document, "Comment", "");
    case "documentfragment":
      return new XmlDocumentFragment(document);
    case "processinginstruction":
      return new XmlProcessingInstruction(document, name.localName, "");
    case "xmldeclaration":
      return new XmlDeclaration(document, "1.0", "", "");
    default:
      throw argument(`Cannot create node of type ${kind}.`);
  }
}
const kindOf = (value: Value | undefined): string => (value instanceof EnumValue ? enumText(value) : text(value));

/** Methods of documents. */
export const documentMethods: readonly DotNetMember[] = [
  ...tagMethods,
  method<XmlDocument>(
    ["System.Xml.XmlElement CreateElement(string name)", (_, d, args) => new XmlElement(d, nameOf(args))],
    [
      "System.Xml.XmlElement CreateElement(string qualifiedName, string namespaceURI)",
      (_, d, args) => new XmlElement(d, nameOf(args)),
    ],
    [
      "System.Xml.XmlElement CreateElement(string prefix, string localName, string namespaceURI)",
      (_, d, args) => new XmlElement(d, nameOf(args)),
    ],
  ),
  method<XmlDocument>(
    ["System.Xml.XmlAttribute CreateAttribute(string name)", (_, d, args) => new XmlAttribute(d, nameOf(args))],
    [
      "System.Xml.XmlAttribute CreateAttribute(string qualifiedName, string namespaceURI)",
      (_, d, args) => new XmlAttribute(d, nameOf(args)),
    ],
    [
      "System.Xml.XmlAttribute CreateAttribute(string prefix, string localName, string namespaceURI)",
      (_, d, args) => new XmlAttribute(d, nameOf(args)),
    ],
  ),
  method<XmlDocument>(["System.Xml.XmlText CreateTextNode(string text)", leafOf("Text")]),
  method<XmlDocument>(["System.Xml.XmlCDataSection CreateCDataSection(string data)", leafOf("CDATA")]),
  method<XmlDocument>(["System.Xml.XmlComment CreateComment(string data)", leafOf("Comment")]),
  method<XmlDocument>(["System.Xml.XmlWhitespace CreateWhitespace(string text)", leafOf("Whitespace")]),
  method<XmlDocument>([
    "System.Xml.XmlSignificantWhitespace CreateSignificantWhitespace(string text)",
    leafOf("SignificantWhitespace"),
  ]),
  method<XmlDocument>([
    "System.Xml.XmlDocumentFragment CreateDocumentFragment()",
    (_, d) => new XmlDocumentFragment(d),
  ]),
  method<XmlDocument>([
    "System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)",
    (_, d, [target, data]) => new XmlProcessingInstruction(d, text(target), text(data)),
  ]),
  method<XmlDocument>([
    "System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)",
    (_, d, [version, encoding, standalone]) => new XmlDeclaration(d, text(version), text(encoding), text(standalone)),
  ]),
  method<XmlDocument>(
    [
      "System.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string prefix, string name, string namespaceURI)",
      (_, d, [kind, ...name]) => createNode(d, kindOf(kind), nameOf(name)),
    ],
    [
      "System.Xml.XmlNode CreateNode(string nodeTypeString, string name, string namespaceURI)",
      (_, d, [kind, ...name]) => createNode(d, kindOf(kind), nameOf(name)),
    ],
  ),
  method<XmlDocument>([
    "System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)",
    (_, d, [source, deep]) => {
      if (!(source instanceof XmlNode)) throw invalidOperation("Cannot import a null node.");
      return copyNode(source, d, isTrue(deep ?? false));
    },
  ]),
  method<XmlDocument>(["System.Xml.XmlElement GetElementById(string elementId)", () => null]),
  method<XmlDocument>([
    "void LoadXml(string xml)",
    (_, d, [xml]) => {
      loadDocument(d, text(xml), "document");
      return null;
    },
  ]),
  method<XmlDocument>([
    "void Validate(System.Xml.Schema.ValidationEventHandler validationEventHandler)",
    () => notEmulated("validating documents"),
  ]),
];

/** Methods of texts and comments. */
export const characterMethods: readonly DotNetMember[] = [
  method<XmlLeaf>([
    "string Substring(int offset, int count)",
    (_, n, [offset, count]) => n.value.slice(Number(offset), Number(offset) + Number(count)),
  ]),
  method<XmlLeaf>([
    "void AppendData(string strData)",
    (_, n, [data]) => {
      n.setValue(n.value + text(data));
      return null;
    },
  ]),
  method<XmlLeaf>([
    "void InsertData(int offset, string strData)",
    (_, n, [offset, data]) => {
      n.setValue(n.value.slice(0, Number(offset)) + text(data) + n.value.slice(Number(offset)));
      return null;
    },
  ]),
  method<XmlLeaf>([
    "void DeleteData(int offset, int count)",
    (_, n, [offset, count]) => {
      n.setValue(n.value.slice(0, Number(offset)) + n.value.slice(Number(offset) + Number(count)));
      return null;
    },
  ]),
];

/** The child element of a name, behind `$node['name']`. */
export function childElement(parent: XmlNode, name: string, namespaceUri: string | null): XmlElement | null {
  for (const child of parent.children()) {
    if (!(child instanceof XmlElement)) continue;
    if (namespaceUri === null ? child.name === name : child.localName === name && child.namespaceUri === namespaceUri) {
      return child;
    }
  }
  return null;
}
