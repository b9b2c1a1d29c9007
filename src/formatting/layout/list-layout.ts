import { blanks } from "./display-cells.js";
import { breakLines, type LineFacts } from "./line-breaking.js";

const separator = " : ";
/** Narrower devices show nothing of a list: one cell for a label, the separator, one for a value. */
const minimumScreen = 5;

/** The lines of one object in a list: `label : value`, labels as wide as the widest of this object (SPEC A.6). */
export function listLines(
  fields: readonly { readonly label: string; readonly text: string }[],
  screen: number,
  facts: LineFacts,
): readonly string[] {
  if (screen < minimumScreen) return [];
  const widest = fields.reduce((most, field) => Math.max(most, facts.cells.width(field.label)), 0);
  const labelWidth = Math.min(widest, screen - separator.length - 1);
  const valueWidth = screen - labelWidth - separator.length;
  const indent = blanks(labelWidth + separator.length);
  const lines: string[] = [];
  for (const { label, text } of fields) {
    const shown = facts.cells.head(label, labelWidth);
    const head = shown + blanks(labelWidth - facts.cells.width(shown)) + separator;
    const values = breakLines(text, valueWidth, valueWidth, facts);
    values.forEach((value, n) => {
      lines.push((n === 0 ? head : indent) + value);
    });
  }
  return lines;
}
