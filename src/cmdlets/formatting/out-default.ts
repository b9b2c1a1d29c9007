import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { atStatement, createOutDefault, type OutDefault } from "../../formatting/out-default.js";
import type { CmdletBody } from "../../runtime/cmdlet.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { Value } from "../../values/value.js";

/** Shows what it gets on the console, with tables and lists of its own. */
function consoleBody(context: ExecutionContext, input: () => Value | undefined): CmdletBody {
  let out: OutDefault | null = null;
  return {
    begin() {
      out = createOutDefault(context);
    },
    process() {
      const value = input();
      if (value !== undefined) atStatement(() => out?.write(value));
    },
    end() {
      out?.end();
    },
  };
}

/** What every pipeline of the prompt ends in. */
export const outDefault = defineCmdlet({
  name: "Out-Default",
  typeName: "Microsoft.PowerShell.Commands.OutDefaultCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Shows objects on the console.",
  parameters: {
    Transcript: { type: "switch", coverage: "accepted" },
    InputObject: { type: "psobject", pipeline: "value" },
  },
  create: (bound, { context }) => consoleBody(context, () => bound.InputObject),
});

/** The same by another name; -Paging needs a terminal. */
export const outHost = defineCmdlet({
  name: "Out-Host",
  aliases: ["oh"],
  typeName: "Microsoft.PowerShell.Commands.OutHostCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Shows objects on the console.",
  parameters: {
    Paging: { type: "switch", coverage: "accepted" },
    InputObject: { type: "psobject", pipeline: "value" },
  },
  create: (bound, { context }) => consoleBody(context, () => bound.InputObject),
});
