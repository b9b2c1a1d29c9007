import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { loadedModulesKey } from "./loaded-modules.js";
import { ModuleInfo } from "./module-info.js";
import { namesOf } from "./scopes.js";

/** Takes modules of Windows out of the session. PowerShell's own would come back with their next command. */
export const removeModule = defineCmdlet({
  name: "Remove-Module",
  typeName: "Microsoft.PowerShell.Commands.RemoveModuleCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Removes modules from the session.",
  supportsShouldProcess: true,
  defaultParameterSet: "name",
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "value", sets: ["name"] },
    FullyQualifiedName: {
      since: 3,
      type: "object[]",
      position: 0,
      mandatory: true,
      pipeline: "value",
      sets: ["FullyQualifiedName"],
      coverage: "refused",
    },
    ModuleInfo: { type: "object[]", position: 0, mandatory: true, pipeline: "value", sets: ["ModuleInfo"] },
    Force: { type: "switch", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => {
    let removed = 0;
    return {
      process(): void {
        const given = (parameters.ModuleInfo?.items ?? []).flatMap((info) =>
          info instanceof ModuleInfo ? [info.text()] : [],
        );
        const patterns = [...namesOf(cmdlet, parameters.Name), ...given].map((name) => new WildcardPattern(name, true));
        const loaded = extensionOf(cmdlet.context, loadedModulesKey);
        const gone = [...loaded.names].filter((name) => patterns.some((pattern) => pattern.isMatch(name)));
        removed += gone.length;
        const done = new Set(gone.filter((name) => cmdlet.shouldProcess(name)));
        if (done.size > 0) loaded.names = new Set([...loaded.names].filter((name) => !done.has(name)));
      },
      end(): void {
        if (removed > 0) return;
        cmdlet.writeError(
          cmdletError({
            id: "Modules_NoModulesRemoved",
            category: "ResourceUnavailable",
            exception: "InvalidOperationException",
            message:
              "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
          }),
        );
      },
    };
  },
});
