import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { Value } from "../../values/index.js";

/** SPEC E.9. */
export const writeOutput = defineCmdlet({
  name: "Write-Output",
  typeName: "Microsoft.PowerShell.Commands.WriteOutputCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Passes objects on to the pipeline.",
  parameters: {
    InputObject: {
      type: "object",
      mandatory: true,
      position: 0,
      pipeline: "value",
      remaining: true,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    NoEnumerate: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const value: Value | undefined = parameters.InputObject;
      if (value !== undefined) cmdlet.writeObject(value, !parameters.NoEnumerate);
    },
  }),
});
