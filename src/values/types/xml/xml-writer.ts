import { xmlNamespace, xmlnsNamespace } from "./xml-names.js";
import {
  type XmlAttribute,
  XmlCharacterData,
  XmlDeclaration,
  XmlDocumentType,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
} from "./xml-node.js";

/** How nodes are written. */
export interface XmlWriterOptions {
  /** Elements on lines of their own, two columns a level, except beside text. `null`: as it stands. */
  readonly lineEnd: string | null;
}

const asItStands: XmlWriterOptions = { lineEnd: null };

/** `.OuterXml`. */
export function outerXml(node: XmlNode, options = asItStands): string {
  const writer = new NodeWriter(options);
  writer.write(node);
  return writer.text();
}

/** `.InnerXml`. */
export function innerXml(node: XmlNode): string {
  if (node.kind === "Attribute") return escapeText(node.value ?? "");
  const writer = new NodeWriter(asItStands);
  for (const child of node.children()) writer.write(child);
  return writer.text();
}

type Scope = ReadonlyMap<string, string>;
const outermost: Scope = new Map([
  ["", ""],
  ["xml", xmlNamespace],
  ["xmlns", xmlnsNamespace],
]);

/** An element whose end tag is still to come. */
interface OpenTag {
  readonly element: XmlElement;
  readonly scope: Scope;
  /** Text stands among the children: they are not put on lines of their own. */
  isMixed: boolean;
}

class NodeWriter {
  private readonly parts: string[] = [];
  private readonly open: OpenTag[] = [];

  constructor(private readonly options: XmlWriterOptions) {}

  text(): string {
    return this.parts.join("");
  }

  /** Writes a node with everything below it; walks without recursion, however deep it is. */
  write(root: XmlNode): void {
    if (root.kind === "Document" || root.kind === "DocumentFragment") {
      for (const child of root.children()) this.write(child);
      return;
    }
    let node: XmlNode = root;
    while (true) {
      this.startNode(node);
      if (node instanceof XmlElement && node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      while (node !== root && node.nextSibling === null) {
        node = node.parentNode as XmlNode;
        this.endTag();
      }
      if (node === root) return;
      node = node.nextSibling as XmlNode;
    }
  }

  private startNode(node: XmlNode): void {
    if (node instanceof XmlElement) this.startTag(node);
    else this.leaf(node);
  }

  private newLine(level: number): void {
    const { lineEnd } = this.options;
    if (lineEnd === null || this.open.at(-1)?.isMixed === true) return;
    if (this.parts.length > 0) this.parts.push(lineEnd);
    this.parts.push("  ".repeat(level));
  }

  private startTag(element: XmlElement): void {
    this.newLine(this.open.length);
    const around = this.open.at(-1)?.scope ?? outermost;
    const scope = scopeOf(element, around);
    this.parts.push("<", element.name);
    for (const { name, value } of element.attributes) this.parts.push(` ${name}="${escapeAttribute(value)}"`);
    for (const [prefix, uri] of missingDeclarations(element, scope, around)) {
      this.parts.push(
        prefix === "" ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`,
      );
    }
    if (element.firstChild !== null) {
      this.parts.push(">");
      this.open.push({ element, scope, isMixed: this.open.at(-1)?.isMixed === true });
    } else {
      this.parts.push(element.isEmpty ? " />" : `></${element.name}>`);
    }
  }

  private endTag(): void {
    const tag = this.open.pop();
    if (tag === undefined) return;
    if (!tag.isMixed && this.options.lineEnd !== null) {
      this.parts.push(this.options.lineEnd, "  ".repeat(this.open.length));
    }
    this.parts.push(`</${tag.element.name}>`);
  }

  private leaf(node: XmlNode): void {
    if (node instanceof XmlCharacterData && node.kind !== "Comment") {
      const tag = this.open.at(-1);
      if (tag !== undefined) tag.isMixed = true;
      this.parts.push(node.kind === "CDATA" ? `<![CDATA[${node.value}]]>` : escapeText(node.value));
      return;
    }
    this.newLine(this.open.length);
    this.parts.push(markup(node));
  }
}

function markup(node: XmlNode): string {
  if (node instanceof XmlCharacterData) return `<!--${node.value}-->`;
  if (node instanceof XmlProcessingInstruction) {
    return `<?${node.target}${node.value === "" ? "" : ` ${node.value}`}?>`;
  }
  if (node instanceof XmlDeclaration) return `<?xml ${node.value}?>`;
  if (node instanceof XmlDocumentType) return documentType(node);
  return escapeText(node.value ?? "");
}

function documentType({ name, publicId, systemId, internalSubset }: XmlDocumentType): string {
  const ids = publicId !== "" ? ` PUBLIC "${publicId}" "${systemId}"` : systemId !== "" ? ` SYSTEM "${systemId}"` : "";
  return `<!DOCTYPE ${name}${ids}[${internalSubset}]>`;
}

/** What prefixes mean inside of an element by what it declares itself. */
function scopeOf(element: XmlElement, around: Scope): Map<string, string> | Scope {
  const declared = element.attributes.filter((a) => a.declaredPrefix !== null);
  const fits = around.get(element.prefix) === element.namespaceUri;
  if (declared.length === 0 && fits && element.attributes.every((a) => isKnown(a, around))) return around;
  const scope = new Map(around);
  for (const attribute of declared) scope.set(attribute.declaredPrefix ?? "", attribute.value);
  return scope;
}

function isKnown(attribute: XmlAttribute, scope: Scope): boolean {
  return attribute.prefix === "" || scope.get(attribute.prefix) === attribute.namespaceUri;
}

/** Namespaces that the element and its attributes use and nothing declares yet; they are added to the scope. */
function missingDeclarations(
  element: XmlElement,
  scope: Map<string, string> | Scope,
  around: Scope,
): readonly (readonly [prefix: string, uri: string])[] {
  if (scope === around || !(scope instanceof Map)) return [];
  const missing: (readonly [string, string])[] = [];
  const need = (prefix: string, uri: string) => {
    if (scope.get(prefix) === uri) return;
    if (element.attributes.some((a) => a.declaredPrefix === prefix)) return;
    missing.push([prefix, uri]);
    scope.set(prefix, uri);
  };
  need(element.prefix, element.namespaceUri);
  for (const { prefix, namespaceUri } of element.attributes) if (prefix !== "") need(prefix, namespaceUri);
  return missing;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that can only be written as references
const special = /[&<>\u0000-\u0008\u000B\u000C\r\u000E-\u001F]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, and what ends or changes a value
const specialInAttribute = /[&<>"\n\r\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

const named: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);
function reference(c: string): string {
  return named.get(c) ?? `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`;
}

/** Text between tags. */
export function escapeText(text: string): string {
  return text.replace(special, reference);
}
/** Text between the quotes of an attribute. */
export function escapeAttribute(text: string): string {
  return text.replace(specialInAttribute, reference);
}
