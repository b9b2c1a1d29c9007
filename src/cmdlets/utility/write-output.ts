import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { enumerate, isNull, type Value } from "../../values/index.js";

/** SPEC E.9. */
export const writeOutput = defineCmdlet({
  name: "Write-Output",
  typeName: "Microsoft.PowerShell.Commands.WriteOutputCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Passes objects on to the pipeline.",
  parameters: {
    InputObject: {
      type: "psobject",
      mandatory: true,
      position: 0,
      pipeline: "value",
      remaining: true,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
      before7: { type: "psobject[]" },
    },
    NoEnumerate: { since: 4, type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const value: Value | undefined = parameters.InputObject;
      if (value === undefined) return;
      // Before 7 the parameter is an array, whose elements are written one by one, each enumerated.
      const elements =
        cmdlet.context.facts.languageVersion < 7 && !parameters.NoEnumerate && !isNull(value) ? enumerate(value) : null;
      if (elements === null) cmdlet.writeObject(value, !parameters.NoEnumerate);
      else for (const element of elements) cmdlet.writeObject(element, true);
    },
  }),
});
