import { defineCmdlet } from "../../binding/define-cmdlet.js";

const message = {
  type: "string",
  mandatory: true,
  position: 0,
  pipeline: "value",
  aliases: ["Msg"],
  allowEmptyString: true,
} as const;

/** SPEC D.6. */
export const writeWarning = defineCmdlet({
  name: "Write-Warning",
  typeName: "Microsoft.PowerShell.Commands.WriteWarningCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes a warning.",
  parameters: { Message: message },
  create: (parameters, cmdlet) => ({ process: () => cmdlet.writeWarning(parameters.Message ?? "") }),
});

/** SPEC D.6. */
export const writeVerbose = defineCmdlet({
  name: "Write-Verbose",
  typeName: "Microsoft.PowerShell.Commands.WriteVerboseCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes to the verbose stream.",
  parameters: { Message: message },
  create: (parameters, cmdlet) => ({ process: () => cmdlet.writeVerbose(parameters.Message ?? "") }),
});

/** SPEC D.6. */
export const writeDebug = defineCmdlet({
  name: "Write-Debug",
  typeName: "Microsoft.PowerShell.Commands.WriteDebugCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes to the debug stream.",
  parameters: { Message: message },
  create: (parameters, cmdlet) => ({ process: () => cmdlet.writeDebug(parameters.Message ?? "") }),
});
