import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type CommandArgument, positional } from "../../runtime/commands.js";
import { parseErrorRecord } from "../../runtime/parse-errors.js";
import { runCommand } from "../../runtime/pipeline.js";
import { nullPipe } from "../../runtime/pipes.js";
import { engineOf, scriptBlockCommand } from "../../runtime/script-command.js";
import { runModuleCode, ScriptModule } from "../../runtime/script-module.js";
import { tryConvertTo } from "../../values/conversion/index.js";
import { PowerShellError } from "../../values/errors.js";
import { PSArray, toText, typeNamed, type Value } from "../../values/index.js";
import { ScriptBlock, type SourceText } from "../../values/script-block.js";
import { rewrapped } from "../error-record.js";
import {
  binaryModule,
  insufficientVersion,
  missingVersion,
  moduleNotFound,
  requiredNotLoaded,
  rootNotFound,
} from "./module-errors.js";
import { findModuleFiles, type ModuleFile } from "./module-files.js";
import { type ModuleManifest, readManifest } from "./module-manifest.js";
import { filterMembers, importMembers, ownFunctions, settleExports } from "./module-members.js";
import { ModuleSpecification, newerFirst, versionFrom } from "./module-specification.js";

/** What Import-Module does with a module that another one needs. */
export type ImportRequired = (name: string) => boolean;

/** Loads a module from its file; what cannot be loaded ends the cmdlet's statement with an error. */
export function loadModule(
  cmdlet: CmdletRuntime,
  file: ModuleFile,
  args: readonly Value[],
  importRequired: ImportRequired,
): ScriptModule {
  cmdlet.writeVerbose(`Loading module from path '${file.path}'.`);
  switch (file.kind) {
    case "psd1":
      return loadManifest(cmdlet, readManifest(cmdlet, file), args, importRequired);
    case "psm1":
      return loadScript(cmdlet, file, args);
    case "ps1":
      return runScript(cmdlet, file, args);
    case "dll":
      return cmdlet.throwTerminatingError(binaryModule(file.path));
  }
}

function emptyModule(cmdlet: CmdletRuntime, { name, path, directory }: ModuleFile, text: string): ScriptModule {
  return new ScriptModule(engineOf(cmdlet.context).globalScope, name, path, directory, text);
}

/** The code of a file. What does not parse is shown as the parser says it, and no module is there. */
function codeOf(cmdlet: CmdletRuntime, { path, text, asked }: ModuleFile): ScriptBlock {
  const engine = engineOf(cmdlet.context);
  const source: SourceText = { text: text.replace(/^\uFEFF/, ""), file: path };
  const { tree, errors } = engine.parse(source.text);
  if (errors.length > 0) {
    const { record } = parseErrorRecord(engine, source, errors, false);
    engine.keepError(record);
    cmdlet.streams.error.write(record);
    return cmdlet.throwTerminatingError(moduleNotFound(asked));
  }
  return new ScriptBlock(tree, source);
}

/** A `.psm1` file: its code runs in the module, which keeps what the code makes; what the code writes is dropped. */
function loadScript(cmdlet: CmdletRuntime, file: ModuleFile, args: readonly Value[]): ScriptModule {
  const module = emptyModule(cmdlet, file, file.text.replace(/^\uFEFF/, ""));
  runCode(cmdlet, module, file, args);
  settleExports(module);
  if (module.chosenMembers === null)
    for (const { name } of module.exported.functions) cmdlet.writeVerbose(`Exporting function '${name}'.`);
  return module;
}

function runCode(cmdlet: CmdletRuntime, module: ScriptModule, file: ModuleFile, args: readonly Value[]): void {
  const block = codeOf(cmdlet, file);
  const { invocationInfo: invocation, streams } = cmdlet;
  ended(cmdlet, () =>
    runModuleCode(engineOf(cmdlet.context), module, block, { args, invocation, streams, output: nullPipe }),
  );
}

/** A `.ps1` file as a module: a script that runs in the caller's scope, and exports nothing. */
function runScript(cmdlet: CmdletRuntime, file: ModuleFile, args: readonly Value[]): ScriptModule {
  const { invocationInfo, streams } = cmdlet;
  const { tree, source } = codeOf(cmdlet, file);
  const command = scriptBlockCommand(new ScriptBlock(tree, source, null, null, null, true));
  ended(cmdlet, () =>
    runCommand(engineOf(cmdlet.context), command, args.map(positional), invocationInfo, true, streams, streams.output),
  );
  return emptyModule(cmdlet, file, file.text);
}

/** An error that ends a module's code is Import-Module's own. */
function ended(cmdlet: CmdletRuntime, run: () => void): void {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    const { record } = thrown;
    cmdlet.throwTerminatingError(rewrapped(record, record.errorId, record.category, record.target));
  }
}

function loadManifest(
  cmdlet: CmdletRuntime,
  manifest: ModuleManifest,
  args: readonly Value[],
  importRequired: ImportRequired,
): ScriptModule {
  const { file, root } = manifest;
  checkManifest(cmdlet, manifest, importRequired);
  for (const script of manifest.list("ScriptsToProcess") ?? [])
    runScript(cmdlet, beside(cmdlet, manifest, script), args);
  const rootFile = root === "" ? null : beside(cmdlet, manifest, root);
  if (rootFile?.kind === "dll") return cmdlet.throwTerminatingError(binaryModule(rootFile.path));
  const module =
    rootFile === null
      ? emptyModule(cmdlet, file, "")
      : new ScriptModule(engineOf(cmdlet.context).globalScope, file.name, rootFile.path, file.directory, rootFile.text);
  describeModule(module, manifest);
  loadTypesAndViews(cmdlet, manifest);
  for (const name of manifest.list("NestedModules") ?? []) {
    const nested = loadModule(cmdlet, beside(cmdlet, manifest, name), [], importRequired);
    module.scope.modules = [...module.scope.modules, nested];
    importMembers(cmdlet, nested, nested.exported, module.scope, { noClobber: false, checkNames: false });
  }
  if (rootFile !== null) {
    cmdlet.writeVerbose(`Loading module from path '${rootFile.path}'.`);
    runCode(cmdlet, module, rootFile, args);
  }
  settleExports(module);
  if (rootFile !== null && module.chosenMembers === null)
    for (const { name } of module.exported.functions) cmdlet.writeVerbose(`Exporting function '${name}'.`);
  const listed = (name: string): readonly string[] => manifest.list(name) ?? ["*"];
  module.exported = filterMembers(module.exported, {
    functions: listed("FunctionsToExport"),
    variables: listed("VariablesToExport"),
    aliases: listed("AliasesToExport"),
  });
  ownFunctions(module);
  return module;
}

/** A file that a manifest names: beside it, or a module of `$env:PSModulePath`. */
function beside(cmdlet: CmdletRuntime, { file }: ModuleManifest, name: string): ModuleFile {
  const { context } = cmdlet;
  const path = /^[^\\]:|^\\\\/.test(name) ? name : `${file.directory}\\${name.replace(/^\.[\\/]/, "")}`;
  const [found] = [...findModuleFiles(context, path), ...findModuleFiles(context, name)];
  return found ?? cmdlet.throwTerminatingError(rootNotFound(name, file));
}

/** What a manifest requires: a version of its own, one of PowerShell, other modules. */
function checkManifest(cmdlet: CmdletRuntime, manifest: ModuleManifest, importRequired: ImportRequired): void {
  const { context } = cmdlet;
  const { path } = manifest.file;
  if (manifest.get("ModuleVersion") === undefined) cmdlet.throwTerminatingError(missingVersion(path));
  const { psVersion } = context.runtimeFacts;
  const own = versionFrom(cmdlet, psVersion);
  const needed = versionFrom(cmdlet, manifest.get("PowerShellVersion"));
  if (own !== null && needed !== null && newerFirst(needed, own) < 0)
    cmdlet.throwTerminatingError(insufficientVersion(path, psVersion, manifest.text("PowerShellVersion")));
  for (const required of manifest.items("RequiredModules")) {
    const converted = tryConvertTo(context, required, typeNamed("Microsoft.PowerShell.Commands.ModuleSpecification"));
    const name = converted instanceof ModuleSpecification ? converted.name : toText(context, required);
    if (!importRequired(name)) cmdlet.throwTerminatingError(requiredNotLoaded(name, path));
  }
}

/** TypesToProcess and FormatsToProcess. */
function loadTypesAndViews(cmdlet: CmdletRuntime, manifest: ModuleManifest): void {
  const files = (name: string): readonly string[] =>
    (manifest.list(name) ?? []).map((each) => `${manifest.file.directory}\\${each}`);
  const update = (command: string, parameter: string, paths: readonly string[]): void => {
    if (paths.length === 0) return;
    const engine = engineOf(cmdlet.context);
    const { invocationInfo, streams } = cmdlet;
    const args = [named(parameter, new PSArray([...paths]))];
    runCommand(engine, engine.resolveCommand(command), args, invocationInfo, false, streams, nullPipe);
  };
  update("Update-TypeData", "AppendPath", files("TypesToProcess"));
  update("Update-FormatData", "AppendPath", files("FormatsToProcess"));
}

function named(name: string, value: Value): CommandArgument {
  const nowhere = { start: 0, end: 0, valueStart: 0, valueEnd: 0 };
  return { kind: "parameter", name, value, hasValue: true, isSplatted: false, ...nowhere };
}

/** What the manifest says of its module. */
export function describeModule(module: ScriptModule, manifest: ModuleManifest): void {
  const texts = ["Author", "CompanyName", "Copyright", "Description", "PowerShellHostName"];
  for (const name of texts) if (manifest.get(name) !== undefined) module.setProperty(name, manifest.text(name));
  for (const name of ["PowerShellVersion", "PowerShellHostVersion", "ClrVersion", "DotNetFrameworkVersion"])
    if (manifest.get(name) !== undefined) module.setProperty(name, manifest.converted(name, "System.Version"));
  module.setProperty("Version", manifest.version);
  if (manifest.get("GUID") !== undefined) module.setProperty("Guid", manifest.converted("GUID", "System.Guid"));
  if (manifest.get("PrivateData") !== undefined) module.setProperty("PrivateData", manifest.get("PrivateData") ?? null);
  if (manifest.root !== "") module.setProperty("RootModule", manifest.root);
  if (manifest.get("HelpInfoURI") !== undefined) module.setProperty("HelpInfoUri", manifest.text("HelpInfoURI"));
  if (manifest.get("DefaultCommandPrefix") !== undefined)
    module.setProperty("DefaultCommandPrefix", manifest.text("DefaultCommandPrefix"));
  module.setProperty("Tags", manifest.tags);
  for (const name of ["FileList", "RequiredAssemblies", "CompatiblePSEditions"])
    module.setProperty(name, new PSArray([...(manifest.list(name) ?? [])]));
  module.setProperty("Scripts", new PSArray([...(manifest.list("ScriptsToProcess") ?? [])]));
}
