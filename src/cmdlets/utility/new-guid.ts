import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { Guid } from "../../values/simple-values.js";

/** Draws from the session's deterministic source. */
export const newGuid = defineCmdlet({
  name: "New-Guid",
  since: 5,
  typeName: "Microsoft.PowerShell.Commands.NewGuidCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives a new GUID.",
  defaultParameterSet: "Default",
  parameters: {
    Empty: { since: 7, type: "switch", sets: ["Empty"] },
    InputObject: {
      since: 7,
      type: "object",
      position: 0,
      mandatory: true,
      pipeline: "value",
      sets: ["InputObject"],
      coverage: "refused",
    },
  },
  create: (parameters, cmdlet) => ({
    end: () =>
      cmdlet.writeObject(
        new Guid(parameters.Empty ? "00000000-0000-0000-0000-000000000000" : cmdlet.context.newGuid()),
      ),
  }),
});
