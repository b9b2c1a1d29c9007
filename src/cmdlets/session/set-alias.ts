import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { aliasNotWritable, aliasParameters, putAlias } from "./aliases.js";
import { scopeNamed } from "./scopes.js";

export const setAlias = defineCmdlet({
  name: "Set-Alias",
  typeName: "Microsoft.PowerShell.Commands.SetAliasCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes an alias of a command, or changes one.",
  supportsShouldProcess: true,
  confirmImpact: "Low",
  parameters: aliasParameters,
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Name: name = "", Value: definition = "", Force } = parameters;
      const scope = scopeNamed(cmdlet, parameters.Scope);
      if (!cmdlet.shouldProcess(`Name: ${name} Value: ${definition}`, "Set Alias")) return;
      const existing = scope.alias(name);
      if (
        existing !== undefined &&
        (existing.options.has("Constant") || (existing.options.has("ReadOnly") && !Force))
      ) {
        cmdlet.writeError(aliasNotWritable(name));
        return;
      }
      putAlias(cmdlet, scope, {
        name,
        definition,
        description: parameters.Description ?? "",
        option: parameters.Option,
        passThru: parameters.PassThru,
      });
    },
  }),
});
