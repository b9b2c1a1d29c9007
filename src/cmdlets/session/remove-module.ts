import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { engineOf } from "../../runtime/script-command.js";
import type { ScriptModule } from "../../runtime/script-module.js";
import { toItems } from "../../values/enumeration.js";
import { type Value, WildcardPattern } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { noModulesRemoved, readOnlyModule } from "../modules/module-errors.js";
import { importTarget, removeScriptModule, withNested } from "../modules/module-members.js";
import { isModule, moduleVersion, specificationsOf } from "../modules/module-specification.js";
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
      type: "Microsoft.PowerShell.Commands.ModuleSpecification[]",
      position: 0,
      mandatory: true,
      pipeline: "value",
      sets: ["FullyQualifiedName"],
    },
    ModuleInfo: { type: "psmoduleinfo[]", position: 0, mandatory: true, pipeline: "value", sets: ["ModuleInfo"] },
    Force: { type: "switch" },
  },
  create: (parameters, cmdlet) => {
    let removed = 0;
    const agreed: ScriptModule[] = [];
    const remove = (module: ScriptModule): void => {
      const access = module.property("AccessMode");
      if (access instanceof EnumValue && access.value === 1n && !parameters.Force) {
        cmdlet.writeError(readOnlyModule(module.name, module));
        return;
      }
      removed++;
      const all = withNested(module);
      const done = all.filter(({ name, path }) => cmdlet.shouldProcess(`${name} (Path: '${path}')`));
      if (done.includes(module)) agreed.push(module);
    };
    return {
      process(): void {
        const { globalScope } = engineOf(cmdlet.context);
        const modules = [...new Set([...importTarget(cmdlet).modules, ...globalScope.modules])];
        const patterns = namesOf(cmdlet, parameters.Name).map((name) => new WildcardPattern(name, true));
        const wanted = specificationsOf(parameters.FullyQualifiedName);
        const given = itemsOf(parameters.ModuleInfo);
        for (const module of modules)
          if (
            given.includes(module) ||
            patterns.some((pattern) => pattern.isMatch(module.name)) ||
            wanted.some((each) => isModule(each, module.name, moduleVersion(module)))
          )
            remove(module);
        for (const module of agreed.splice(0)) removeScriptModule(cmdlet, module);
        const infos = given.flatMap((info) => (info instanceof ModuleInfo ? [info.text().toLowerCase()] : []));
        const loaded = extensionOf(cmdlet.context, loadedModulesKey);
        const gone = [...loaded.names].filter(
          (name) =>
            infos.includes(name) ||
            patterns.some((pattern) => pattern.isMatch(name)) ||
            wanted.some((each) => each.name.toLowerCase() === name),
        );
        removed += gone.length;
        const done = new Set(gone.filter((name) => cmdlet.shouldProcess(name)));
        if (done.size > 0) loaded.names = new Set([...loaded.names].filter((name) => !done.has(name)));
      },
      end(): void {
        if (removed === 0) cmdlet.writeError(noModulesRemoved());
      },
    };
  },
});

function itemsOf(value: Value | undefined): readonly Value[] {
  return value === undefined || value === null ? [] : toItems(value);
}
