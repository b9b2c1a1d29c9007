import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import type { ScopeTables } from "../../runtime/scope.js";
import { engineOf } from "../../runtime/script-command.js";
import { ScriptModule } from "../../runtime/script-module.js";
import { toItems } from "../../values/enumeration.js";
import { isNull, PSDictionary, type Value } from "../../values/index.js";
import { Version } from "../../values/simple-values.js";
import { loadedModulesKey } from "../session/loaded-modules.js";
import { demandMachine, sessionType } from "../session/machine-session.js";
import { ModuleInfo, moduleInfo, moduleObject, versionOf } from "../session/module-info.js";
import { builtInModules } from "../session/modules.js";
import { namesOf } from "../session/scopes.js";
import { availableModules, loadedModules } from "../session/session-modules.js";
import { loadModule } from "./load-module.js";
import { globalAndScope, moduleNotFound, moduleWithVersionNotFound } from "./module-errors.js";
import { findModuleFiles, isModulePath, type ModuleFile } from "./module-files.js";
import { readManifest } from "./module-manifest.js";
import {
  filterMembers,
  importMembers,
  importTarget,
  memberParameters,
  prefixedAliases,
  removeScriptModule,
  wantedMembers,
  withPrefix,
} from "./module-members.js";
import {
  isInRange,
  isModule,
  ModuleSpecification,
  maximumFrom,
  moduleVersion,
  specificationsOf,
  type VersionRange,
  versionFrom,
} from "./module-specification.js";

const parameters = {
  Name: {
    type: "string[]",
    position: 0,
    mandatory: true,
    pipeline: "value",
    sets: ["Name", "PSSession", "CimSession"],
  },
  Global: { type: "switch" },
  Prefix: { type: "string" },
  ...memberParameters,
  Force: { type: "switch" },
  PassThru: { type: "switch" },
  AsCustomObject: { type: "switch" },
  MinimumVersion: { since: 3, type: "version", aliases: ["Version"] },
  RequiredVersion: { since: 3, type: "version" },
  Assembly: { type: "object[]", sets: ["Assembly"], coverage: "refused" },
  ModuleInfo: { type: "psmoduleinfo[]", position: 0, mandatory: true, pipeline: "value", sets: ["ModuleInfo"] },
  FullyQualifiedName: {
    since: 3,
    type: "Microsoft.PowerShell.Commands.ModuleSpecification[]",
    position: 0,
    mandatory: true,
    pipeline: "value",
    sets: ["FullyQualifiedName"],
  },
  // The modules of another machine are those of the session: what is imported is what they bring.
  PSSession: { since: 3, type: sessionType, mandatory: true, sets: ["PSSession"] },
  CimSession: { since: 3, type: "object", sets: ["CimSession"], coverage: "refused" },
  CimResourceUri: { since: 3, type: "object", sets: ["CimSession"], coverage: "refused" },
  CimNamespace: { since: 3, type: "string", sets: ["CimSession"], coverage: "refused" },
  MaximumVersion: { since: 5, type: "string" },
  // Modules are loaded whatever editions they name.
  SkipEditionCheck: { since: 7, type: "switch", coverage: "accepted" },
  UseWindowsPowerShell: { since: 7, type: "switch", aliases: ["UseWinPS"] },
  ArgumentList: { type: "object[]", aliases: ["Args"] },
  DisableNameChecking: { type: "switch" },
  NoClobber: { since: 3, type: "switch", aliases: ["NoOverwrite"] },
  Scope: {
    since: 3,
    type: "string",
    validate: [{ kind: "ValidateSet", values: ["Local", "Global"], ignoreCase: true, errorMessage: null }],
  },
} as const satisfies ParameterDeclarations;

/** Loads modules made by script, and accepts those whose commands the session has. */
export const importModule = defineCmdlet({
  name: "Import-Module",
  typeName: "Microsoft.PowerShell.Commands.ImportModuleCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Loads modules: script modules from files, and those that Windows brings.",
  defaultParameterSet: "Name",
  parameters,
  create: (bound, cmdlet) => new ModuleImport(bound, cmdlet),
});

class ModuleImport {
  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  process(): void {
    const { bound, cmdlet } = this;
    if (bound.PSSession !== undefined) demandMachine(cmdlet, bound.PSSession);
    if (bound.Global && bound.Scope !== undefined) cmdlet.throwTerminatingError(globalAndScope());
    const range: VersionRange = {
      minimum: versionFrom(cmdlet, bound.MinimumVersion),
      maximum: maximumFrom(cmdlet, bound.MaximumVersion),
      required: versionFrom(cmdlet, bound.RequiredVersion),
    };
    for (const name of namesOf(cmdlet, bound.Name))
      this.importNamed(new ModuleSpecification(name, range.minimum, range.maximum, range.required));
    for (const wanted of specificationsOf(bound.FullyQualifiedName)) this.importNamed(wanted);
    for (const value of isNull(bound.ModuleInfo ?? null) ? [] : toItems(bound.ModuleInfo ?? null))
      this.importInfo(value);
  }

  private importInfo(value: Value): void {
    if (value instanceof ScriptModule && value.isDescription) {
      const [file] = findModuleFiles(this.cmdlet.context, value.path);
      if (file !== undefined) this.importFile(file);
    } else if (value instanceof ScriptModule) this.bringIn(value);
    else if (value instanceof ModuleInfo) {
      const path = value.field("Path");
      const [file] = typeof path === "string" ? findModuleFiles(this.cmdlet.context, path) : [];
      if (file === undefined && this.isThere(value)) return;
      if (file === undefined) this.importNamed(ofName(value.text()));
      else this.importFile(file);
    } else this.cmdlet.writeError(moduleNotFound(String(value)));
  }

  /** Whether all that a module has is there: one that Import-PSSession has made is imported at once. */
  private isThere(module: ModuleInfo): boolean {
    const exported = module.field("ExportedCommands");
    const names = exported instanceof PSDictionary ? [...exported.entries()].map(({ key }) => String(key)) : [];
    return names.length > 0 && names.every((name) => this.cmdlet.context.findCommand(name) !== undefined);
  }

  private importNamed(wanted: ModuleSpecification): void {
    const { cmdlet } = this;
    const { name } = wanted;
    const isPath = isModulePath(name);
    const file = findModuleFiles(cmdlet.context, name).find((each) => this.hasVersion(each, wanted));
    if (file !== undefined) {
      this.importFile(file);
      return;
    }
    const loaded = isPath
      ? undefined
      : this.target().modules.find((each) => isModule(wanted, each.name, moduleVersion(each)));
    if (loaded !== undefined) {
      this.bringIn(loaded);
      return;
    }
    if (!isPath && this.acceptBuiltIn(wanted)) return;
    const hasRange = wanted.minimum !== null || wanted.maximum !== null || wanted.required !== null;
    cmdlet.writeError(hasRange ? moduleWithVersionNotFound(name, wanted) : moduleNotFound(name));
  }

  private hasVersion(file: ModuleFile, range: VersionRange): boolean {
    if (range.minimum === null && range.maximum === null && range.required === null) return true;
    const version = file.kind === "psd1" ? readManifest(this.cmdlet, file).version : new Version(0, 0);
    return isInRange(version, range);
  }

  private importFile(file: ModuleFile): void {
    const { cmdlet, bound } = this;
    const target = this.target();
    const loaded = target.modules.find(({ name, directory }) => name === file.name && directory === file.directory);
    if (loaded !== undefined) {
      if (!bound.Force) {
        this.bringIn(loaded);
        return;
      }
      removeScriptModule(cmdlet, loaded);
    }
    this.bringIn(loadModule(cmdlet, file, bound.ArgumentList?.items ?? [], (name) => this.importRequired(name)));
  }

  /** A module that another one needs comes into the session itself. */
  private importRequired(name: string): boolean {
    const { cmdlet } = this;
    const { globalScope } = engineOf(cmdlet.context);
    if (globalScope.modules.some((module) => module.name.toLowerCase() === name.toLowerCase())) return true;
    const [file] = findModuleFiles(cmdlet.context, name);
    if (file === undefined) return this.acceptBuiltIn(ofName(name));
    const module = loadModule(cmdlet, file, [], (inner) => this.importRequired(inner));
    globalScope.modules = [...globalScope.modules, module];
    importMembers(cmdlet, module, module.exported, globalScope, { noClobber: false, checkNames: false });
    return true;
  }

  private target(): ScopeTables {
    const { Global, Scope } = this.bound;
    const isGlobal = Global || Scope?.toLowerCase() === "global";
    return importTarget(this.cmdlet, isGlobal ? "global" : Scope === undefined ? null : "local");
  }

  /** Brings what is asked for of a module into the session. */
  private bringIn(module: ScriptModule): void {
    const { cmdlet, bound } = this;
    if (bound.AsCustomObject) {
      cmdlet.writeObject(moduleObject(cmdlet.context, module));
      return;
    }
    const target = this.target();
    const prefix = bound.Prefix ?? String(module.property("DefaultCommandPrefix") ?? "");
    const wanted = filterMembers(module.exported, wantedMembers(cmdlet, bound));
    const members = withPrefix(wanted, prefix);
    if (prefix !== "") module.exported = withPrefix(module.exported, prefix);
    // With -Scope Local the module is known to the whole session state, its members to the scope.
    const owner = bound.Scope?.toLowerCase() === "local" ? importTarget(cmdlet) : target;
    if (!owner.modules.includes(module))
      owner.modules = [...owner.modules.filter(({ path }) => path !== module.path), module];
    importMembers(cmdlet, module, prefixedAliases(members, prefix), target, {
      noClobber: bound.NoClobber,
      checkNames: !bound.DisableNameChecking,
    });
    if (bound.PassThru) cmdlet.writeObject(module);
  }

  /** A module whose commands the session has anyway, or which the shell can load. */
  private acceptBuiltIn(wanted: ModuleSpecification): boolean {
    const { cmdlet, bound } = this;
    const key = wanted.name.toLowerCase();
    const loaded = extensionOf(cmdlet.context, loadedModulesKey);
    if (!builtInModules.has(key) && !loaded.available().some((module) => module.name.toLowerCase() === key))
      return false;
    const known = [...availableModules(cmdlet), ...loadedModules(cmdlet)].find(
      ({ name }) => name.toLowerCase() === key,
    );
    if (known !== undefined && !isInRange(versionOf(known.version), wanted)) return false;
    if (!loaded.names.has(key)) loaded.names = new Set([...loaded.names, key]);
    if (bound.UseWindowsPowerShell) cmdlet.writeWarning(compatibility(wanted.name));
    if (bound.PassThru)
      for (const module of loadedModules(cmdlet))
        if (module.name.toLowerCase() === key) cmdlet.writeObject(moduleInfo(module));
    return true;
  }
}

/** Documented: about_Windows_PowerShell_Compatibility. */
function compatibility(name: string): string {
  return `Module ${name} is loaded in Windows PowerShell using WinPSCompatSession remoting session; please note that all input and output of commands from this module will be deserialized objects. If you want to load this module into PowerShell please use 'Import-Module -SkipEditionCheck' syntax.`;
}

function ofName(name: string): ModuleSpecification {
  return new ModuleSpecification(name, null, null, null);
}
