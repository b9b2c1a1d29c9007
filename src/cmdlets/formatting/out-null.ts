import { defineCmdlet } from "../../binding/define-cmdlet.js";

/** Swallows what it gets. */
export const outNull = defineCmdlet({
  name: "Out-Null",
  typeName: "Microsoft.PowerShell.Commands.OutNullCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Throws objects away.",
  parameters: { InputObject: { type: "psobject", pipeline: "value" } },
  create: () => ({}),
});
