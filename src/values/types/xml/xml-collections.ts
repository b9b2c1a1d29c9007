import type { DotNetType } from "../../dotnet-type.js";
import { EnumerableObject } from "../../enumeration.js";
import { heapClass } from "../../heap/heap-class.js";
import { keepFields } from "../../journal.js";
import { typeNamed } from "../../types.js";
import { DotNetObject, type Value } from "../../value.js";
import { xmlNamespace, xmlnsNamespace } from "./xml-names.js";
import type { XmlAttribute, XmlElement, XmlNode } from "./xml-node.js";

type FinderArguments = readonly (XmlNode | string | null)[];

/** How a list finds its nodes: a function without a state, registered by `heapConstant`, so that lists can be copied. */
export type NodeFinder = (given: FinderArguments) => readonly XmlNode[];

/** XmlNodeList: the children of a node, or what a search found. Lists of children and of elements are alive. */
export class XmlNodeList extends EnumerableObject {
  constructor(
    private readonly typeName: "XmlChildNodes" | "XPathNodeList" | "XmlElementList",
    private readonly find: NodeFinder,
    private readonly given: FinderArguments,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName === "XPathNodeList" ? "System.Xml.XPathNodeList" : `System.Xml.${this.typeName}`);
  }
  override elements(): readonly XmlNode[] {
    return this.find(this.given);
  }
  override count(): number {
    return this.find(this.given).length;
  }
  toNetText(): string {
    return this.find(this.given)
      .map((node) => node.localName)
      .join(" ");
  }
}
heapClass("XmlNodeList", XmlNodeList);

/** XmlAttributeCollection of an element. */
export class XmlAttributeCollection extends EnumerableObject {
  constructor(readonly element: XmlElement) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlAttributeCollection");
  }
  override elements(): readonly XmlAttribute[] {
    return this.element.attributes;
  }
  override count(): number {
    return this.element.attributes.length;
  }
}
heapClass("XmlAttributeCollection", XmlAttributeCollection);

/** System.Xml.NameTable: only passed on. */
export class NameTable extends DotNetObject {
  get type(): DotNetType {
    return typeNamed("System.Xml.NameTable");
  }
}
heapClass("NameTable", NameTable);

/** System.Xml.XmlNamespaceManager: prefixes in scopes. */
export class XmlNamespaceManager extends EnumerableObject {
  private scopes: readonly ReadonlyMap<string, string>[] = [
    new Map([
      ["xmlns", xmlnsNamespace],
      ["xml", xmlNamespace],
    ]),
    new Map(),
  ];
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlNamespaceManager");
  }
  override elements(): readonly Value[] {
    return [...new Set(["", ...this.scopes.flatMap((scope) => [...scope.keys()])])];
  }
  add(prefix: string, uri: string): void {
    this.replaceLast(new Map(this.scopes.at(-1)).set(prefix, uri));
  }
  remove(prefix: string): void {
    const last = new Map(this.scopes.at(-1));
    last.delete(prefix);
    this.replaceLast(last);
  }
  private replaceLast(scope: ReadonlyMap<string, string>): void {
    keepFields(this);
    this.scopes = [...this.scopes.slice(0, -1), scope];
  }
  push(): void {
    keepFields(this);
    this.scopes = [...this.scopes, new Map()];
  }
  pop(): boolean {
    if (this.scopes.length <= 2) return false;
    keepFields(this);
    this.scopes = this.scopes.slice(0, -1);
    return true;
  }
  /** The URI of a prefix; `undefined` when it has none. */
  lookup(prefix: string): string | undefined {
    for (const scope of [...this.scopes].reverse()) {
      const uri = scope.get(prefix);
      if (uri !== undefined) return uri;
    }
    return prefix === "" ? "" : undefined;
  }
  lookupPrefix(uri: string): string | null {
    for (const scope of [...this.scopes].reverse()) {
      for (const [prefix, known] of scope) if (known === uri) return prefix;
    }
    return null;
  }
}
heapClass("XmlNamespaceManager", XmlNamespaceManager);
