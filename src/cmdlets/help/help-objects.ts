import { PSArray } from "../../values/collections.js";
import { PSCustomObject } from "../../values/objects.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";

/** A part of a help object: notes under type names of its own. Notes whose value is `undefined` are left out. */
export function helpPart(
  typeNames: readonly string[],
  notes: Readonly<Record<string, Value | undefined>>,
): PSCustomObject {
  const given = Object.entries(notes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return new PSCustomObject(given, typeNames);
}

/** One object as it is, several as an array; `undefined` for none. */
export function oneOrMore(values: readonly Value[]): Value | undefined {
  if (values.length === 0) return undefined;
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : new PSArray([...values]);
}

/** Text as help keeps it: a list of paragraphs. `undefined` for no text. */
export function paragraphsOf(...texts: readonly string[]): Value | undefined {
  if (texts.length === 0 || texts[0] === "") return undefined;
  return new PSArray(
    texts.map((text) => helpPart(["MamlParaTextItem", "MamlTextItem"], { Text: text })),
    typeNamed("System.Management.Automation.PSObject"),
  );
}
