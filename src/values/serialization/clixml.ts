import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { clixmlNamespace, readClixml } from "./clixml-reader.js";
import { ClixmlWriter } from "./clixml-writer.js";

/**
 * Values as Clixml: what Export-Clixml writes and remoting sends. Objects that come again are written once.
 * @param depth how many objects below each value show properties of their own; what is deeper is its text
 * @param lineEnd between elements, `\n` unless given
 */
export function serialize(context: ValueContext, values: Iterable<Value>, depth = 2, lineEnd = "\n"): string {
  const writer = new ClixmlWriter(context, lineEnd);
  for (const value of values) writer.write(value, depth);
  return `<Objs Version="1.1.0.1" xmlns="${clixmlNamespace}">${lineEnd}${writer.text()}</Objs>`;
}

/**
 * The values of a Clixml text. Objects come as DeserializedObject: their properties and text, without methods.
 * Throws System.Xml.XmlException for what is not Clixml.
 */
export function deserialize(context: ValueContext, text: string): readonly Value[] {
  return readClixml(context, text);
}
