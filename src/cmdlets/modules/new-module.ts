import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { Collector, nullPipe } from "../../runtime/pipes.js";
import { engineOf } from "../../runtime/script-command.js";
import { runModuleCode, ScriptModule } from "../../runtime/script-module.js";
import type { ScriptBlock } from "../../values/script-block.js";
import { scriptBlockText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { filesOf } from "../management/paths.js";
import { moduleObject } from "../session/module-info.js";
import {
  filterMembers,
  importMembers,
  importTarget,
  memberParameters,
  membersOf,
  wantedMembers,
} from "./module-members.js";

/** Makes a module in memory. It is not among the session's modules until Import-Module takes it. */
export const newModule = defineCmdlet({
  name: "New-Module",
  typeName: "Microsoft.PowerShell.Commands.NewModuleCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Makes a module in memory of a script block.",
  defaultParameterSet: "ScriptBlock",
  parameters: {
    Name: { type: "string", position: 0, mandatory: true, pipeline: "value", sets: ["Name"] },
    ScriptBlock: {
      type: "scriptblock",
      mandatory: true,
      validate: [{ kind: "ValidateNotNull" }],
      sets: ["Name", "ScriptBlock"],
      inSet: { Name: { position: 1, mandatory: true }, ScriptBlock: { position: 0, mandatory: true } },
    },
    Function: { ...memberParameters.Function, validate: [{ kind: "ValidateNotNull" }] },
    // A module made by script has no cmdlets of its own.
    Cmdlet: { ...memberParameters.Cmdlet, validate: [{ kind: "ValidateNotNull" }] },
    ReturnResult: { type: "switch" },
    AsCustomObject: { type: "switch" },
    ArgumentList: { type: "object[]", remaining: true, aliases: ["Args"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const block = parameters.ScriptBlock;
      if (block === undefined) return;
      const engine = engineOf(cmdlet.context);
      const module = emptyModule(cmdlet, parameters.Name, block);
      const result = new Collector(engine);
      runModuleCode(engine, module, block, {
        args: parameters.ArgumentList?.items ?? [],
        invocation: cmdlet.invocationInfo,
        streams: cmdlet.streams,
        output: parameters.ReturnResult ? result : nullPipe,
      });
      const wanted = wantedMembers(cmdlet, { ...parameters, Variable: undefined, Alias: undefined });
      const all = module.chosenMembers ?? membersOf(module, { functions: ["*"], variables: [], aliases: [] });
      if (module.chosenMembers === null && wanted.functions !== null)
        for (const { name } of filterMembers(all, wanted).functions)
          cmdlet.writeVerbose(`Exporting function '${name}'.`);
      // Only -Function narrows: -Cmdlet has nothing to choose among.
      module.exported =
        parameters.Function === undefined ? all : { ...filterMembers(all, wanted), variables: all.variables };
      if (parameters.AsCustomObject) {
        cmdlet.writeObject(moduleObject(cmdlet.context, module));
        return;
      }
      importMembers(cmdlet, module, module.exported, importTarget(cmdlet), { noClobber: false, checkNames: false });
      if (parameters.ReturnResult) for (const item of result.items) cmdlet.writeObject(item);
      else cmdlet.writeObject(module);
    },
  }),
});

/** Its path is in the current directory, under a name that no file has. */
function emptyModule(cmdlet: CmdletRuntime, name: string | undefined, block: ScriptBlock): ScriptModule {
  const { context } = cmdlet;
  const guid = context.newGuid();
  const { location } = filesOf(cmdlet);
  const directory = location.endsWith("\\") ? location : `${location}\\`;
  const definition: Value = `{${scriptBlockText(block)}}`;
  return new ScriptModule(
    engineOf(context).globalScope,
    name ?? `__DynamicModule_${guid}`,
    `${directory}${guid}`,
    location,
    definition,
  );
}
