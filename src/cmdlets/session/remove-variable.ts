import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { NameFilter, namesOf } from "./scopes.js";
import { findVariables, isLocked, variableNotFound, variableNotRemovable } from "./variables.js";

export const removeVariable = defineCmdlet({
  name: "Remove-Variable",
  typeName: "Microsoft.PowerShell.Commands.RemoveVariableCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Removes variables.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "value,name" },
    Include: { type: "string[]" },
    Exclude: { type: "string[]" },
    Force: { type: "switch" },
    Scope: { type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const filter = new NameFilter(namesOf(cmdlet, parameters.Include), namesOf(cmdlet, parameters.Exclude));
      for (const name of namesOf(cmdlet, parameters.Name)) {
        const found = findVariables(cmdlet, name, parameters.Scope ?? "local", filter);
        const visible = found.length > 0 ? found : findVariables(cmdlet, name, parameters.Scope, filter);
        if (visible.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
          cmdlet.writeError(variableNotFound(WildcardPattern.unescape(name)));
        }
        for (const { scope, entry } of visible) {
          if (!cmdlet.shouldProcess(`Name: ${entry.name}`, "Remove variable")) continue;
          if (isLocked(entry, parameters.Force)) cmdlet.writeError(variableNotRemovable(entry.name));
          else scope.removeVariable(entry.name);
        }
      }
    },
  }),
});
