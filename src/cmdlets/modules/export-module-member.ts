import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { engineOf } from "../../runtime/script-command.js";
import type { ModuleMembers } from "../../runtime/script-module.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { memberParameters, membersOf } from "./module-members.js";

/** Chooses what the module whose code runs gives to others; what it chose before stays chosen. */
export const exportModuleMember = defineCmdlet({
  name: "Export-ModuleMember",
  typeName: "Microsoft.PowerShell.Commands.ExportModuleMemberCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Chooses what a module exports.",
  parameters: {
    Function: {
      type: "string[]",
      position: 0,
      pipeline: "value,name",
      allowEmptyCollection: true,
    },
    // A module made by script has no cmdlets of its own.
    Cmdlet: { type: "string[]", pipeline: "name", allowEmptyCollection: true, coverage: "accepted" },
    Variable: { ...memberParameters.Variable, pipeline: "name" },
    Alias: { ...memberParameters.Alias, pipeline: "name" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { module } = engineOf(cmdlet.context).currentScope;
      if (module === null) throw cmdlet.throwTerminatingError(outsideOfModule());
      const chosen = membersOf(module, {
        functions: namesOf(cmdlet, parameters.Function),
        variables: namesOf(cmdlet, parameters.Variable),
        aliases: namesOf(cmdlet, parameters.Alias),
      });
      for (const { name } of chosen.functions) cmdlet.writeVerbose(`Exporting function '${name}'.`);
      for (const { name } of chosen.variables) cmdlet.writeVerbose(`Exporting variable '${name}'.`);
      for (const { name } of chosen.aliases) cmdlet.writeVerbose(`Exporting alias '${name}'.`);
      module.chosenMembers = module.chosenMembers === null ? chosen : union(module.chosenMembers, chosen);
    },
  }),
});

function union(a: ModuleMembers, b: ModuleMembers): ModuleMembers {
  return {
    functions: [...new Set([...a.functions, ...b.functions])],
    variables: [...new Set([...a.variables, ...b.variables])],
    aliases: [...new Set([...a.aliases, ...b.aliases])],
  };
}

function outsideOfModule() {
  return cmdletError({
    id: "Modules_CanOnlyExecuteExportModuleMemberInsideAModule",
    category: "PermissionDenied",
    exception: "InvalidOperationException",
    message: "The Export-ModuleMember cmdlet can only be called from inside a module.",
  });
}
