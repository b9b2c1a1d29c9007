import { defineCmdlet } from "../../binding/define-cmdlet.js";

export const getHost = defineCmdlet({
  name: "Get-Host",
  typeName: "Microsoft.PowerShell.Commands.GetHostCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Tells which console the session has: what $Host holds.",
  parameters: {},
  create: (_parameters, cmdlet) => ({
    begin: () => cmdlet.writeObject(cmdlet.context.getVariable("Host") ?? null),
  }),
});
