import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { listedModuleType } from "../../formatting/views/module-views.js";
import { WildcardPattern } from "../../values/index.js";
import { insertTypeName } from "../instance-members.js";
import { moduleInfo } from "./module-info.js";
import { namesOf } from "./scopes.js";
import { availableModules, loadedModules } from "./session-modules.js";

/** Modules of a session are those that bring commands which the emulator has; scripts cannot make any. */
export const getModule = defineCmdlet({
  name: "Get-Module",
  typeName: "Microsoft.PowerShell.Commands.GetModuleCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Gives the modules that the session has loaded, or could load.",
  defaultParameterSet: "Loaded",
  parameters: {
    Name: {
      type: "string[]",
      position: 0,
      pipeline: "value",
      sets: ["Loaded", "Available", "PsSession", "CimSession"],
    },
    FullyQualifiedName: {
      since: 3,
      type: "object[]",
      pipeline: "name",
      sets: ["Loaded", "Available", "PsSession", "CimSession"],
      coverage: "refused",
    },
    // Modules have no nested ones here.
    All: { type: "switch", sets: ["Loaded", "Available"], coverage: "accepted" },
    ListAvailable: { type: "switch", sets: ["Available", "PsSession", "CimSession"] },
    PSEdition: { since: 5, type: "string", sets: ["Available", "PsSession"], coverage: "refused" },
    SkipEditionCheck: {
      since: 7,
      type: "switch",
      sets: ["Available", "PsSession", "CimSession"],
      coverage: "accepted",
    },
    // What is known of modules never goes out of date.
    Refresh: { since: 3, type: "switch", sets: ["Available", "PsSession", "CimSession"], coverage: "accepted" },
    PSSession: { since: 3, type: "object", sets: ["PsSession"], mandatory: true, coverage: "refused" },
    CimSession: { since: 3, type: "object", sets: ["CimSession"], mandatory: true, coverage: "refused" },
    CimResourceUri: { since: 3, type: "object", sets: ["CimSession"], coverage: "refused" },
    CimNamespace: { since: 3, type: "string", sets: ["CimSession"], coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const names = parameters.Name === undefined ? ["*"] : namesOf(cmdlet, parameters.Name);
      const patterns = names.map((name) => new WildcardPattern(name, true));
      const modules = parameters.ListAvailable ? availableModules(cmdlet) : loadedModules(cmdlet);
      for (const module of modules) {
        if (!patterns.some((pattern) => pattern.isMatch(module.name))) continue;
        const info = moduleInfo(module);
        if (parameters.ListAvailable && cmdlet.context.facts.languageVersion >= 3)
          insertTypeName(info, listedModuleType);
        cmdlet.writeObject(info);
      }
    },
  }),
});
