import type { ExecutionContext } from "../../runtime/execution-context.js";
import { ErrorRecord } from "../../values/errors.js";
import type { Value } from "../../values/value.js";
import type { Formatting } from "../formatting.js";
import { splitLines } from "../layout/line-breaking.js";
import type { EntryData, TextToken } from "../packets.js";
import { errorText } from "./error-text.js";
import { extendedErrorLines, extendedErrorType } from "./extended-view.js";

/** An error record among the objects of a pipeline; `null` for every other value. */
export function errorRecordEntry(context: ExecutionContext, formatting: Formatting, value: Value): EntryData | null {
  if (!(value instanceof ErrorRecord)) return null;
  const tokens: TextToken[] = [];
  const lines =
    value.typeNames?.[0] === extendedErrorType
      ? extendedErrorLines(context, value)
      : splitLines(errorText(context, value, context.host.width, formatting));
  lines.forEach((line, n) => {
    if (n > 0) tokens.push({ kind: "newLine" });
    tokens.push({ kind: "text", text: line });
  });
  return { kind: "complex", tokens, neverWraps: !formatting.facts.wrapsErrors };
}
