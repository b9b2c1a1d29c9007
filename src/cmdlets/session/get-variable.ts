import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { NameFilter, namesOf } from "./scopes.js";
import { findVariables, VariableObject, variableNotFound } from "./variables.js";

export const getVariable = defineCmdlet({
  name: "Get-Variable",
  typeName: "Microsoft.PowerShell.Commands.GetVariableCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the variables of the session.",
  parameters: {
    Name: {
      type: "string[]",
      position: 0,
      pipeline: "value,name",
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
      before7: { validate: [{ kind: "ValidateNotNull" }] },
    },
    ValueOnly: { type: "switch" },
    Include: { type: "string[]" },
    Exclude: { type: "string[]" },
    Scope: { type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  },
  create: (parameters, cmdlet) => {
    const filter = new NameFilter(namesOf(cmdlet, parameters.Include), namesOf(cmdlet, parameters.Exclude));
    return {
      process(): void {
        const names = parameters.Name === undefined ? ["*"] : namesOf(cmdlet, parameters.Name);
        for (const name of names) {
          const found = findVariables(cmdlet, name, parameters.Scope, filter);
          if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
            cmdlet.writeError(variableNotFound(WildcardPattern.unescape(name)));
          }
          for (const { entry } of found)
            cmdlet.writeObject(parameters.ValueOnly ? entry.value : new VariableObject(entry));
        }
      },
    };
  },
});
