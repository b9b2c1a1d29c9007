import type { FunctionDefinition } from "../../../grammar/syntax-tree.js";
import type { AliasInfo, FunctionInfo } from "../../runtime/commands.js";
import { engineOf, ScriptCommand } from "../../runtime/script-command.js";
import { ScriptModule } from "../../runtime/script-module.js";
import { PowerShellError } from "../../values/errors.js";
import { ScriptBlock } from "../../values/script-block.js";
import { fullPath } from "../management/paths.js";
import { describeModule } from "./load-module.js";
import { findModuleFiles, installedModuleFiles, type ModuleFile } from "./module-files.js";
import { type ManifestReader, type ModuleManifest, readManifest } from "./module-manifest.js";
import { filterMembers } from "./module-members.js";

/** The modules of `$env:PSModulePath`, as far as their files tell without being run. */
export function installedModules(cmdlet: ManifestReader): readonly ScriptModule[] {
  return installedModuleFiles(cmdlet.context).flatMap((file) => describedModule(cmdlet, file));
}

/** The modules that a path means. */
export function describedModules(cmdlet: ManifestReader, path: string): readonly ScriptModule[] {
  return findModuleFiles(cmdlet.context, path).flatMap((file) => describedModule(cmdlet, file));
}

/** Whether a module is the one that a path means. */
export function isAt(cmdlet: ManifestReader, module: ScriptModule, path: string): boolean {
  const full = fullPath(cmdlet, path).toLowerCase();
  return [module.path, module.directory].some((each) => each.toLowerCase() === full);
}

/** A module that was not loaded, with what its file says that it exports. A file that cannot be read is none. */
export function describedModule(cmdlet: ManifestReader, file: ModuleFile): readonly ScriptModule[] {
  const manifest = file.kind === "psd1" ? quietly(() => readManifest(cmdlet, file)) : null;
  if (manifest === undefined) return [];
  const { globalScope } = engineOf(cmdlet.context);
  const module = new ScriptModule(globalScope, file.name, file.path, file.directory, "", true);
  if (manifest === null) {
    module.setProperty("RootModule", null);
    module.exported = { ...declared(cmdlet, file), variables: [] };
    return [module];
  }
  describeModule(module, manifest);
  module.exported = exportsOf(cmdlet, manifest);
  return [module];
}

function exportsOf(cmdlet: ManifestReader, manifest: ModuleManifest): ScriptModule["exported"] {
  const { directory } = manifest.file;
  const files = [manifest.root, ...(manifest.list("NestedModules") ?? [])]
    .filter((name) => name !== "")
    .flatMap((name) => findModuleFiles(cmdlet.context, `${directory}\\${name}`).slice(0, 1));
  const all = files.map((file) => declared(cmdlet, file));
  const members = {
    functions: all.flatMap(({ functions }) => functions),
    aliases: all.flatMap(({ aliases }) => aliases),
    variables: [],
  };
  return filterMembers(members, {
    functions: manifest.list("FunctionsToExport"),
    variables: [],
    aliases: manifest.list("AliasesToExport"),
  });
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof PowerShellError) return undefined;
    throw thrown;
  }
}

/** The functions that a script defines outermost. */
function declared(
  cmdlet: ManifestReader,
  file: ModuleFile,
): { readonly functions: readonly FunctionInfo[]; readonly aliases: readonly AliasInfo[] } {
  if (file.kind !== "psm1") return { functions: [], aliases: [] };
  const source = { text: file.text.replace(/^\uFEFF/, ""), file: file.path };
  const { tree } = engineOf(cmdlet.context).parse(source.text);
  const definitions = (tree.endBlock?.statements ?? []).filter(isFunction);
  const functions = definitions.map(
    ({ name, isFilter, body }) =>
      new ScriptCommand(isFilter ? "Filter" : "Function", name, new ScriptBlock(body, source)),
  );
  return { functions, aliases: [] };
}

function isFunction(statement: { readonly kind: string }): statement is FunctionDefinition {
  return statement.kind === "FunctionDefinition";
}
