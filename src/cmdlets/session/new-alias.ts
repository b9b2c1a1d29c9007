import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../error-record.js";
import { aliasNotWritable, aliasParameters, putAlias } from "./aliases.js";
import { scopeNamed } from "./scopes.js";

export const newAlias = defineCmdlet({
  name: "New-Alias",
  typeName: "Microsoft.PowerShell.Commands.NewAliasCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes an alias that does not exist yet.",
  supportsShouldProcess: true,
  confirmImpact: "Low",
  parameters: aliasParameters,
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Name: name = "", Value: definition = "", Force } = parameters;
      const scope = scopeNamed(cmdlet, parameters.Scope);
      if (!cmdlet.shouldProcess(`Name: ${name} Value: ${definition}`, "New Alias")) return;
      const existing = scope.alias(name);
      if (existing !== undefined && !Force) {
        cmdlet.writeError(
          cmdletError({
            id: "AliasAlreadyExists",
            category: "ResourceExists",
            exception: "SessionStateException",
            message: `The alias is not allowed, because an alias with the name '${name}' already exists.`,
            target: name,
          }),
        );
        return;
      }
      if (existing?.options.has("Constant")) {
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
