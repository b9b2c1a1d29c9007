import type { Hashtable } from "../../../grammar/syntax-tree.js";
import type { CompletionMatch } from "./result.js";
import { beginningWith } from "./words.js";

/** Keys of calculated properties by command and, where it matters, parameter; in the order in which they are offered. */
const calculatedKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["Format-Table Property", ["Expression", "FormatString", "Label", "Width", "Alignment"]],
  ["Format-Table GroupBy", ["Expression", "FormatString", "Label"]],
  ["Format-List Property", ["Expression", "FormatString", "Label"]],
  ["Format-List GroupBy", ["Expression", "FormatString", "Label"]],
  ["Format-Wide Property", ["Expression", "FormatString"]],
  ["Format-Wide GroupBy", ["Expression", "FormatString", "Label"]],
  ["Sort-Object Property", ["Expression", "Ascending", "Descending"]],
  ["Select-Object Property", ["Name", "Expression"]],
  ["Group-Object Property", ["Expression"]],
]);

/** Keys that a hashtable for this parameter can still have. */
export function keyMatches(
  commandName: string,
  parameter: string,
  table: Hashtable,
  word: string,
  cursor: number,
): CompletionMatch[] {
  const given = new Set(
    table.keyValuePairs.flatMap(([key]) =>
      key.kind === "StringConstantExpression" && key.end < cursor ? [key.value.toLowerCase()] : [],
    ),
  );
  const isWanted = beginningWith(word);
  return (calculatedKeys.get(`${commandName} ${parameter}`) ?? [])
    .filter((name) => isWanted(name) && !given.has(name.toLowerCase()))
    .map((name) => ({ text: name, list: name, type: "Property" }));
}

/** The key that is being typed at the cursor: where it begins. `undefined` when the cursor stands at no key. */
export function keyStart(text: string, table: Hashtable, cursor: number): number | undefined {
  if (cursor >= table.end && text[table.end - 1] === "}") return undefined;
  let from = table.start + "@{".length;
  for (const [, value] of table.keyValuePairs) {
    if (value.kind !== "ErrorStatement" && value.end <= cursor) from = Math.max(from, value.end);
  }
  const segment = text.slice(from, cursor);
  const isFirst = from === table.start + "@{".length;
  const wanted = isFirst ? /^[\s;]*(\w*)$/ : /^\s*[;\n][\s;]*(\w*)$/;
  const word = wanted.exec(segment)?.[1];
  return word === undefined ? undefined : cursor - word.length;
}
