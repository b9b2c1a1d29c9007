import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { englishCulture } from "../../values/culture.js";
import { CultureInfo } from "../../values/index.js";

/** The language of the emulated Windows is English. */
export const getUICulture = defineCmdlet({
  name: "Get-UICulture",
  typeName: "Microsoft.PowerShell.Commands.GetUICultureCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the culture of messages.",
  parameters: {},
  create: (_parameters, cmdlet) => ({
    begin: () => cmdlet.writeObject(new CultureInfo(englishCulture(cmdlet.context.facts))),
  }),
});
