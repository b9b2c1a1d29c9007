import type { ExpandableStringExpression } from "../../../grammar/syntax-tree.js";
import { toText } from "../../values/text.js";
import { PSObject } from "../../values/value.js";
import { compileExpression } from "./expressions.js";
import type { Evaluate, Unit } from "./unit.js";
import { compileVariable } from "./variables.js";

/** `"a $b $(c)"`: pieces and computed parts, joined. */
export function compileExpandableString(unit: Unit, node: ExpandableStringExpression): Evaluate {
  const parts = node.parts.map((part) => {
    if (typeof part === "string") return part;
    // Strict mode 1 lets strings use variables that nobody assigned.
    return part.kind === "VariableExpression" ? compileVariable(unit, part, 2) : compileExpression(unit, part);
  });
  return (frame) => {
    let text = "";
    for (const part of parts) {
      if (typeof part === "string") {
        text += part;
        continue;
      }
      const value = part(frame);
      // A number token that kept its text expands as the number.
      text +=
        typeof value === "string"
          ? value
          : toText(frame.engine, value instanceof PSObject && value.tokenText !== null ? value.base : value);
    }
    if (text.length > frame.engine.limits.stringLength) frame.engine.checkSize("string", text.length);
    return text;
  };
}
