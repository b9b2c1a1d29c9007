import { PSArray } from "../../collections.js";
import type { DotNetProperty, PropertyAdapter } from "../../dotnet-type.js";
import { ErrorRecord, ExceptionObject, PowerShellError } from "../../errors.js";
import { heapClass } from "../../heap/heap-class.js";
import { toText } from "../../text.js";
import { typeNamed } from "../../types.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { XmlAttribute, XmlCharacterData, XmlDeclaration, XmlElement, XmlLeaf, XmlNode } from "./xml-node.js";
import { setInnerText } from "./xml-tree.js";

/**
 * The properties that PowerShell gives a node besides .NET's: its attributes and children by their names, what has the
 * same name as an array.
 */
export const xmlAdapter: PropertyAdapter = {
  property: (self, name) => {
    if (!(self instanceof XmlNode)) return undefined;
    const lower = name.toLowerCase();
    const nodes: XmlNode[] = [];
    for (const node of parts(self)) if (node.localName.toLowerCase() === lower) nodes.push(node);
    const first = nodes[0];
    return first === undefined ? undefined : nodeProperty(first.localName, nodes);
  },
  properties: (self) => {
    if (!(self instanceof XmlNode)) return [];
    const groups = new Map<string, XmlNode[]>();
    for (const node of parts(self)) {
      const key = node.localName.toLowerCase();
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [node]);
      else group.push(node);
    }
    return [...groups.values()].map((nodes) => nodeProperty((nodes[0] as XmlNode).localName, nodes));
  },
};

/** Attributes, then children. An attribute's only part is its text. */
function* parts(node: XmlNode): Generator<XmlNode> {
  if (node instanceof XmlAttribute) {
    if (node.document !== null) yield new AttributeText(node);
    return;
  }
  if (node instanceof XmlElement) yield* node.attributes;
  for (const child of node.children()) if (child.kind !== "Whitespace") yield child;
}

/** The text below an attribute: a view of its value. */
class AttributeText extends XmlCharacterData {
  constructor(private readonly attribute: XmlAttribute) {
    super(attribute.document as NonNullable<typeof attribute.document>, "Text", attribute.value);
  }
  override setValue(value: string): void {
    super.setValue(value);
    this.attribute.setValue(value);
  }
}
heapClass("AttributeText", AttributeText);

function nodeProperty(name: string, nodes: readonly XmlNode[]): DotNetProperty {
  const only = nodes.length === 1 ? (nodes[0] as XmlNode) : null;
  const value = only === null ? null : shownValue(only);
  return {
    kind: "Property",
    name,
    typeName: only === null ? "System.Object[]" : typeof value === "string" ? "string" : only.type.fullName,
    get: () => (only === null ? new PSArray(nodes.map(shownValue)) : shownValue(only)),
    set: (context, _self, newValue) => setNodes(context, name, nodes, newValue),
    isShownReadOnly: typeof value !== "string",
    keepsValue: true,
  };
}

/** What stands for a node: the text of leaves, attributes and elements of nothing but text; else the node. */
function shownValue(node: XmlNode): Value {
  if (node instanceof XmlAttribute || node instanceof XmlLeaf || node instanceof XmlDeclaration) return node.value;
  if (!(node instanceof XmlElement) || node.attributes.length > 0) return node;
  const { firstChild } = node;
  if (firstChild === null) return "";
  const isText =
    firstChild instanceof XmlCharacterData && firstChild.kind === "Text" && firstChild.nextSibling === null;
  return isText ? firstChild.value : node;
}

function setNodes(context: ValueContext, name: string, nodes: readonly XmlNode[], newValue: Value): void {
  const only = nodes[0];
  if (only === undefined || nodes.length > 1) throw onlyStrings("XmlNodeSetRestrictionsMoreThanOneNode", name);
  if (only instanceof XmlElement && only.attributes.length > 0) {
    throw onlyStrings("XmlNodeSetRestrictionsNodeWithAttributes", name);
  }
  if (typeof shownValue(only) !== "string") throw onlyStrings("XmlNodeSetRestrictionsUnknownNodeType", name);
  const text = toText(context, newValue);
  if (only instanceof XmlLeaf || only instanceof XmlAttribute) only.setValue(text);
  else setInnerText(only, text);
}

function onlyStrings(errorId: string, name: string): PowerShellError {
  const message = `Cannot set "${name}" because only strings can be used as values to set XmlNode properties.`;
  const exception = new ExceptionObject(typeNamed("System.Management.Automation.SetValueException"), message);
  return new PowerShellError(new ErrorRecord({ exception, errorId, category: "NotSpecified" }));
}
