import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { englishCulture } from "../../values/culture.js";
import { CultureInfo } from "../../values/types/culture-info.js";

export const getCulture = defineCmdlet({
  name: "Get-Culture",
  typeName: "Microsoft.PowerShell.Commands.GetCultureCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the culture of the session.",
  parameters: {
    Name: { since: 7, type: "string[]", position: 0, pipeline: "value", coverage: "refused" },
    NoUserOverrides: { since: 7, type: "switch", coverage: "accepted" },
    ListAvailable: { since: 7, type: "switch", coverage: "refused" },
  },
  create: (_parameters, cmdlet) => ({
    end(): void {
      const { context } = cmdlet;
      cmdlet.writeObject(new CultureInfo(context.currentCulture ?? englishCulture(context.facts)));
    },
  }),
});
