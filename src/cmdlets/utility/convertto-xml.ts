import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { ValueObject } from "../../values/dictionary.js";
import {
  enumerate,
  isNull,
  netText,
  PSCustomObject,
  PSDictionary,
  propertiesOf,
  type Value,
} from "../../values/index.js";
import { isNumber } from "../../values/numeric.js";
import { loadDocument } from "../../values/types/xml/xml-loader.js";
import { XmlDocument } from "../../values/types/xml/xml-node.js";
import { escapeAttribute, escapeText } from "../../values/types/xml/xml-writer.js";
import { baseOf } from "../../values/value.js";
import { typeOf } from "../../values/value-types.js";

/** SPEC E.13. */
export const convertToXml = defineCmdlet({
  name: "ConvertTo-Xml",
  typeName: "Microsoft.PowerShell.Commands.ConvertToXmlCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes XML of objects.",
  parameters: {
    Depth: { type: "int", validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }] },
    InputObject: { type: "psobject", position: 0, mandatory: true, pipeline: "value", allowNull: true },
    NoTypeInformation: { type: "switch" },
    As: {
      type: "string",
      validate: [
        { kind: "ValidateSet", values: ["Stream", "String", "Document"], ignoreCase: true, errorMessage: null },
      ],
    },
  },
  create: (parameters, cmdlet) => {
    const form = parameters.As?.toLowerCase() ?? "document";
    const writer = new XmlText(cmdlet, parameters.Depth ?? 1, !parameters.NoTypeInformation);
    const objects: Value[] = [];
    return {
      process: () => {
        objects.push(parameters.InputObject ?? null);
      },
      end(): void {
        const texts = objects.map((object) => writer.element("Object", object, 1, null, 0));
        if (form === "stream") {
          cmdlet.writeObject("<Objects>");
          for (const object of objects) cmdlet.writeObject(writer.element("Object", object, 0, null, 0));
          cmdlet.writeObject("</Objects>");
          return;
        }
        const text = ['<?xml version="1.0" encoding="utf-8"?>', "<Objects>", ...texts, "</Objects>"].join("\n");
        cmdlet.writeObject(form === "document" ? documentOf(text) : text);
      },
    };
  },
});

/** What an element costs of the limit of steps: objects that hold each other can be endless. */
const stepsOfElement = 10;

/** Writes elements, indented by two columns a level. */
class XmlText {
  constructor(
    private readonly cmdlet: CmdletRuntime,
    private readonly depth: number,
    private readonly withTypes: boolean,
  ) {}

  /**
   * @param level of indentation
   * @param depth how many objects are around this one
   */
  element(tag: string, value: Value, level: number, name: string | null, depth: number): string {
    this.cmdlet.context.spend(stepsOfElement);
    const indent = "  ".repeat(level);
    const base = baseOf(value);
    const nameText = name === null ? "" : ` Name="${escapeAttribute(name)}"`;
    const typeText = this.withTypes ? ` Type="${escapeAttribute(typeOf(base)?.fullName ?? "System.Object")}"` : "";
    const start = `${indent}<${tag}${nameText}${typeText}`;
    if (isNull(base)) return `${start} />`;
    const children = depth < this.depth ? this.children(base, level + 1, depth + 1) : null;
    if (children === null) return `${start}>${escapeText(netText(this.cmdlet.context, base))}</${tag}>`;
    return children.length === 0 ? `${start} />` : `${start}>\n${children.join("\n")}\n${indent}</${tag}>`;
  }

  /** Elements of collections, entries of dictionaries, properties of objects; `null` for what is only its text. */
  private children(value: Value, level: number, depth: number): readonly string[] | null {
    if (typeof value !== "object" || value === null || isNumber(value) || value instanceof ValueObject) return null;
    if (value instanceof PSDictionary) {
      return [...value.entries()].flatMap((pair) => [
        this.element("Property", pair.key, level, "Key", depth),
        this.element("Property", pair.value, level, "Value", depth),
      ]);
    }
    const elements = value instanceof PSCustomObject ? null : enumerate(value);
    if (elements !== null) return [...elements].map((item) => this.element("Property", item, level, null, depth));
    const properties = propertiesOf(this.cmdlet.context, value);
    if (properties.length === 0) return null;
    return properties.map((property) => this.element("Property", property.get(), level, property.name, depth));
  }
}

function documentOf(text: string): XmlDocument {
  const document = new XmlDocument();
  loadDocument(document, text, "document");
  return document;
}
