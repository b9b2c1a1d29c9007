import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { listedModuleType } from "../../formatting/views/module-views.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { engineOf } from "../../runtime/script-command.js";
import type { ScriptModule } from "../../runtime/script-module.js";
import { toItems } from "../../values/enumeration.js";
import { toText, WildcardPattern } from "../../values/index.js";
import { getProperty } from "../../values/member-access/index.js";
import type { Version } from "../../values/simple-values.js";
import type { DotNetObject } from "../../values/value.js";
import { insertTypeName } from "../instance-members.js";
import { describedModules, installedModules, isAt } from "../modules/installed-modules.js";
import { isModulePath } from "../modules/module-files.js";
import { withNested } from "../modules/module-members.js";
import { isModule, moduleVersion, specificationsOf } from "../modules/module-specification.js";
import { demandMachine, sessionType } from "./machine-session.js";
import { moduleInfo, versionOf } from "./module-info.js";
import { namesOf } from "./scopes.js";
import { availableModules, loadedModules } from "./session-modules.js";

/** Modules of a session: those that bring commands which the emulator has, and those that are made by script. */
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
      type: "Microsoft.PowerShell.Commands.ModuleSpecification[]",
      pipeline: "name",
      sets: ["Loaded", "Available", "PsSession", "CimSession"],
    },
    All: { type: "switch", sets: ["Loaded", "Available"] },
    ListAvailable: { type: "switch", sets: ["Available", "PsSession", "CimSession"] },
    PSEdition: { since: 5, type: "string", sets: ["Available", "PsSession"] },
    SkipEditionCheck: {
      since: 7,
      type: "switch",
      sets: ["Available", "PsSession", "CimSession"],
      coverage: "accepted",
    },
    // What is known of modules never goes out of date.
    Refresh: { since: 3, type: "switch", sets: ["Available", "PsSession", "CimSession"], coverage: "accepted" },
    // The modules of another machine are those of the session.
    PSSession: { since: 3, type: sessionType, sets: ["PsSession"], mandatory: true },
    CimSession: { since: 3, type: "object", sets: ["CimSession"], mandatory: true, coverage: "refused" },
    CimResourceUri: { since: 3, type: "object", sets: ["CimSession"], coverage: "refused" },
    CimNamespace: { since: 3, type: "string", sets: ["CimSession"], coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { PSSession } = parameters;
      if (PSSession !== undefined) demandMachine(cmdlet, PSSession);
      const isListing = parameters.ListAvailable;
      const wanted = specificationsOf(parameters.FullyQualifiedName);
      const names = namesOf(cmdlet, parameters.Name);
      const patterns = names.map((name) => new WildcardPattern(name, true));
      const isWanted = (name: string, version: Version): boolean =>
        wanted.length > 0
          ? wanted.some((each) => isModule(each, name, version))
          : names.length === 0 || patterns.some((pattern) => pattern.isMatch(name));
      const builtIn = isListing ? availableModules(cmdlet) : loadedModules(cmdlet);
      const infos: Listed[] = [];
      const shipped: Listed[] = builtIn
        .filter(({ name, version }) => isWanted(name, versionOf(version)))
        .map((module) => ({ name: module.name, info: moduleInfo(module) }));
      const paths = isListing ? names.filter(isModulePath) : [];
      const scripts = isListing
        ? [...installedModules(cmdlet), ...paths.flatMap((path) => describedModules(cmdlet, path))]
        : loadedScripts(cmdlet, parameters.All);
      for (const module of new Map(scripts.map((each) => [each.path, each])).values()) {
        const isThis = isWanted(module.name, moduleVersion(module)) || paths.some((path) => isAt(cmdlet, module, path));
        if (isThis) infos.push({ name: module.name, info: module });
      }
      infos.push(...shipped);
      const isOfEdition = editionFilter(parameters.PSEdition);
      for (const { info } of isListing ? infos : infos.toSorted(byName)) {
        if (!isOfEdition(cmdlet, info)) continue;
        if (isListing && cmdlet.context.facts.languageVersion >= 3) insertTypeName(info, listedModuleType);
        cmdlet.writeObject(info);
      }
    },
  }),
});

interface Listed {
  readonly name: string;
  readonly info: DotNetObject;
}

function byName(a: Listed, b: Listed): number {
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
}

/** Modules of script that the session state has; with -All also those inside them. */
function loadedScripts({ context }: CmdletRuntime, all: boolean): readonly ScriptModule[] {
  const { currentScope, globalScope } = engineOf(context);
  const own = [...new Set([...(currentScope.module?.scope.modules ?? []), ...globalScope.modules])];
  return all ? own.flatMap((module) => [module, ...withNested(module).slice(0, -1)]) : own;
}

/** Of modules that say for which editions of PowerShell they are; those that do not are for both. */
function editionFilter(edition: string | undefined): (cmdlet: CmdletRuntime, info: DotNetObject) => boolean {
  if (edition === undefined) return () => true;
  return ({ context }, info) => {
    const editions = toItems(getProperty(context, info, "CompatiblePSEditions") ?? null);
    return editions.some((each) => toText(context, each).toLowerCase() === edition.toLowerCase());
  };
}
