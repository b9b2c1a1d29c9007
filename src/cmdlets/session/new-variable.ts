import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../error-record.js";
import { itemOptions, scopeNamed } from "./scopes.js";
import { isPrivate, VariableObject, variableNotWritable, variableTarget } from "./variables.js";

export const newVariable = defineCmdlet({
  name: "New-Variable",
  typeName: "Microsoft.PowerShell.Commands.NewVariableCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes a variable that does not exist yet.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string", position: 0, mandatory: true, pipeline: "name" },
    Value: { type: "object", position: 1, pipeline: "value,name" },
    Description: { type: "string" },
    Option: { type: "System.Management.Automation.ScopedItemOptions" },
    Visibility: { type: "System.Management.Automation.SessionStateEntryVisibility" },
    Force: { type: "switch" },
    PassThru: { type: "switch" },
    Scope: { type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const name = parameters.Name ?? "";
      const value = parameters.Value ?? null;
      const scope = scopeNamed(cmdlet, parameters.Scope);
      const existing = scope.variable(name);
      if (!cmdlet.shouldProcess(variableTarget(cmdlet, name, value), "New variable")) return;
      if (existing !== undefined && !parameters.Force) {
        cmdlet.writeError(
          cmdletError({
            id: "VariableAlreadyExists",
            category: "ResourceExists",
            exception: "SessionStateException",
            message: `A variable with name '${name}' already exists.`,
            target: name,
          }),
        );
        return;
      }
      if (existing?.options.has("Constant")) {
        cmdlet.writeError(variableNotWritable(name));
        return;
      }
      const entry = scope.define(name, value);
      entry.options = itemOptions(parameters.Option);
      entry.description = parameters.Description ?? "";
      if (parameters.Visibility !== undefined) entry.isPrivate = isPrivate(parameters.Visibility);
      if (parameters.PassThru) cmdlet.writeObject(new VariableObject(entry));
    },
  }),
});
