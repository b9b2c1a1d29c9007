import type { ParsedCode, SourceText } from "../script-block.js";
import { ParseErrorObject } from "./ast.js";

/** The errors of a parsed text as objects of scripts. */
export function parseErrorObjects(source: SourceText, errors: ParsedCode["errors"]): ParseErrorObject[] {
  return errors.map(
    ({ id, message, start, end, incomplete, shown = message }) =>
      new ParseErrorObject(source, id, message, start, end, incomplete, shown),
  );
}
