import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed } from "../../values/index.js";
import type { XmlNode } from "../../values/types/xml/xml-node.js";
import { innerXml } from "../../values/types/xml/xml-writer.js";
import { defineResultType, ResultObject } from "../result-type.js";

const fullName = "Microsoft.PowerShell.Commands.SelectXmlInfo";
/** Where text and documents come from that stand in no file. */
export const inputStream = "InputStream";

defineResultType(fullName, [
  { name: "Node", typeName: "System.Xml.XmlNode" },
  { name: "Path", typeName: "string" },
  { name: "Pattern", typeName: "string" },
]);

/** A node that Select-Xml found. Its text: the node's, behind the file's path. */
export class SelectXmlInfo extends ResultObject {
  constructor(
    private readonly node: XmlNode,
    private readonly path: string,
    pattern: string,
  ) {
    super();
    this.setField("Node", node);
    this.setField("Path", path);
    this.setField("Pattern", pattern);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    const content = (this.node.value ?? innerXml(this.node)).trim();
    return this.path === inputStream ? content : `${this.path}:${content}`;
  }
}
heapClass("SelectXmlInfo", SelectXmlInfo);
