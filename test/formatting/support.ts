import { Formatting, formattingKey } from "../../src/formatting/formatting.js";
import type { FormattingFacts } from "../../src/formatting/formatting-facts.js";
import type { FormatView } from "../../src/formatting/views/view.js";
import { ViewTable } from "../../src/formatting/views/view-table.js";
import type { ExecutionContext } from "../../src/runtime/execution-context.js";
import { Extensions } from "../../src/runtime/extension.js";
import { TypeTable } from "../../src/values/members.js";
import type { Value } from "../../src/values/value.js";
import { powerShell7Facts, type ValueFacts, windowsPowerShell5Facts } from "../../src/values/value-facts.js";

export interface SessionOptions {
  readonly facts: FormattingFacts;
  readonly views?: readonly FormatView[];
  readonly width?: number;
  /** Global variables by name. */
  readonly variables?: ReadonlyMap<string, Value>;
  /** Takes what the host shows. */
  readonly write?: (text: string) => void;
}

/** As much of a session as formatting needs: it runs no script. */
export function formattingContext({
  facts,
  views = [],
  width = 120,
  variables,
  write,
}: SessionOptions): ExecutionContext {
  const values: ValueFacts = facts.ellipsis === "..." ? windowsPowerShell5Facts : powerShell7Facts;
  const never = (): never => {
    throw new Error("no script runs in this test");
  };
  const session: Partial<ExecutionContext> = {
    facts: values,
    typeTable: new TypeTable(),
    outputFieldSeparator: " ",
    utcOffset: () => 0n,
    invoke: never,
    createScriptBlock: never,
    getVariable: (name) => variables?.get(name),
    host: {
      width,
      height: 50,
      name: "ConsoleHost",
      write: (text) => write?.(text),
      writeMessage: (kind, text) => write?.(`${kind}: ${text}\n`),
      writeQuestion: (text) => write?.(`${text}\n`),
      ask: never,
    },
  };
  Object.assign(session, {
    session: { globalScope: { variable: (name: string) => variables?.has(name) && { value: variables.get(name) } } },
    services: { extensions: new Extensions().with(formattingKey, new Formatting(facts, new ViewTable(views))) },
  });
  return session as ExecutionContext;
}
