import { CommandInfoObject } from "../../runtime/command-info-object.js";
import type { CommandInfo } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { DotNetMember, Value, ValueContext } from "../../values/index.js";

/** Members see the session through the context that reads them; code without a session has none. */
export function isExecutionContext(context: ValueContext): context is ExecutionContext {
  return "findCommand" in context;
}

/** A property of commands. */
export function property(
  name: string,
  typeName: string,
  get: (info: CommandInfo, context: ExecutionContext | null) => Value,
): DotNetMember {
  return {
    kind: "Property",
    name,
    typeName,
    get: (context, self) =>
      self instanceof CommandInfoObject ? get(self.info, isExecutionContext(context) ? context : null) : null,
    set: null,
  };
}
