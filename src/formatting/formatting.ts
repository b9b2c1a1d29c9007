import type { ExecutionContext } from "../runtime/execution-context.js";
import { ExtensionKey, extensionOf } from "../runtime/extension.js";
import type { FormattingFacts } from "./formatting-facts.js";
import type { ViewTable } from "./views/view-table.js";

/** What a session knows about showing objects. `views` is an immutable value: to undo, put the old one back. */
export class Formatting {
  views: ViewTable;

  /** @param views those that all editions share; the edition's own come before them */
  constructor(
    readonly facts: FormattingFacts,
    views: ViewTable,
  ) {
    this.views = views.prepend(facts.views);
  }
}

/** Under this key the shell gives its session a {@link Formatting}. */
export const formattingKey = new ExtensionKey<Formatting>("formatting");

/** The session's facts and views. */
export function formattingOf(context: ExecutionContext): Formatting {
  return extensionOf(context, formattingKey);
}
