import type { ExecutionContext } from "../../runtime/execution-context.js";
import { categoryInfoText } from "../../values/category-info.js";
import type { ErrorRecord } from "../../values/errors.js";
import { displayText } from "../../values/text.js";
import { type Formatting, formattingOf } from "../formatting.js";
import { conciseView } from "./concise-view.js";
import { normalView } from "./normal-view.js";

/**
 * An error record as `$ErrorView` wants it, lines separated by `\n`, not yet wrapped.
 * @param columns of the window
 */
export function errorText(
  context: ExecutionContext,
  record: ErrorRecord,
  columns: number = context.host.width,
  { facts }: Formatting = formattingOf(context),
): string {
  const chosen = context.getVariable("ErrorView");
  const view = chosen === undefined || chosen === null ? "" : displayText(context, chosen).toLowerCase();
  switch (view) {
    case "categoryview":
      return categoryInfoText(context, record);
    case "conciseview":
      return conciseView(record, facts.errors, columns);
    default:
      return normalView(context, record, facts.errors, columns);
  }
}
