import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { NameFilter, namesOf } from "./scopes.js";
import { findVariables, isLocked, VariableObject, variableNotFound, variableNotWritable } from "./variables.js";

export const clearVariable = defineCmdlet({
  name: "Clear-Variable",
  typeName: "Microsoft.PowerShell.Commands.ClearVariableCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Empties variables.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "value,name" },
    Include: { type: "string[]" },
    Exclude: { type: "string[]" },
    Force: { type: "switch" },
    PassThru: { type: "switch" },
    Scope: { type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const filter = new NameFilter(namesOf(cmdlet, parameters.Include), namesOf(cmdlet, parameters.Exclude));
      for (const name of namesOf(cmdlet, parameters.Name)) {
        const found = findVariables(cmdlet, name, parameters.Scope, filter);
        if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
          cmdlet.writeError(variableNotFound(WildcardPattern.unescape(name)));
        }
        for (const { scope, entry } of found) {
          if (!cmdlet.shouldProcess(`Name: ${entry.name}`, "Clear variable")) continue;
          if (isLocked(entry, parameters.Force)) {
            cmdlet.writeError(variableNotWritable(entry.name));
            continue;
          }
          const own = parameters.Scope === undefined ? cmdlet.context.session.currentScope : scope;
          own.setVariable(entry.name, null);
          const cleared = own.variable(entry.name);
          if (parameters.PassThru && cleared !== undefined) cmdlet.writeObject(new VariableObject(cleared));
        }
      }
    },
  }),
});
