import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { CommandInfo } from "../../runtime/commands.js";
import { extensionOf } from "../../runtime/extension.js";
import { moduleOf } from "../core/command-members.js";
import { loadedModulesKey } from "./loaded-modules.js";
import type { ModuleFacts } from "./module-info.js";

/** PowerShell's own modules since 3.0, the first two of which every console has loaded; in 2.0 they are snap-ins. */
const consoleModules = ["Microsoft.PowerShell.Management", "Microsoft.PowerShell.Utility"];
const ownModules = [
  "Microsoft.PowerShell.Diagnostics",
  "Microsoft.PowerShell.Host",
  "Microsoft.PowerShell.Management",
  "Microsoft.PowerShell.Security",
  "Microsoft.PowerShell.Utility",
];
/** The engine itself, which is no module. */
const core = "Microsoft.PowerShell.Core";

/** Where PowerShell keeps the modules that come with it. */
function modulesDirectory(version: number): string {
  return version >= 6
    ? "C:\\Program Files\\PowerShell\\7\\Modules"
    : "C:\\Windows\\system32\\WindowsPowerShell\\v1.0\\Modules";
}

/** 3.0.0.0 of 3.0, 3.1.0.0 of 4.0 and 5.1, 7.0.0.0 of 7 (documented; of 3.0 from memory). */
function ownVersion(version: number): string {
  if (version >= 6) return "7.0.0.0";
  return version < 4 ? "3.0.0.0" : "3.1.0.0";
}

/** The modules that the session has, by name: those that were loaded and those that were made of imported commands. */
export function loadedModules(cmdlet: CmdletRuntime): readonly ModuleFacts[] {
  const { context } = cmdlet;
  const version = context.facts.languageVersion;
  const loaded = extensionOf(context, loadedModulesKey);
  const byModule = commandsByModule(cmdlet);
  const own = ownModules.filter(
    (name) => version >= 3 && (consoleModules.includes(name) || loaded.names.has(name.toLowerCase())),
  );
  const files = loaded.available().filter(({ name }) => loaded.names.has(name.toLowerCase()));
  const known = new Set([...ownModules, core, ...loaded.available().map(({ name }) => name)]);
  const made = [...byModule].filter(
    ([name, [first]]) => name !== "" && !known.has(name) && first?.commandType === "Cmdlet",
  );
  return [
    ...own.map((name) => ownModule(name, version, byModule.get(name) ?? [])),
    ...files.map(({ name, cmdlets }) => windowsModule(name, version, cmdlets)),
    ...made.map(([name, commands]) => ({ name, kind: "Script", version: "1.0", directory: null, commands }) as const),
  ].toSorted(byName);
}

/** The modules that Windows and PowerShell bring; 2.0 tells the commands of loaded ones only. */
export function availableModules(cmdlet: CmdletRuntime): readonly ModuleFacts[] {
  const { context } = cmdlet;
  const version = context.facts.languageVersion;
  const loaded = extensionOf(context, loadedModulesKey);
  const byModule = commandsByModule(cmdlet);
  const own = version < 3 ? [] : ownModules.map((name) => ownModule(name, version, byModule.get(name) ?? []));
  const files = loaded.available().map(({ name, cmdlets }) => {
    const isTold = version >= 3 || loaded.names.has(name.toLowerCase());
    return windowsModule(name, version, isTold ? cmdlets : []);
  });
  return [...own, ...files].toSorted((a, b) => place(a.directory) - place(b.directory) || byName(a, b));
}

/** The directories come as PSModulePath has them: PowerShell 7's own before those of Windows. */
function place(directory: string | null): number {
  return directory?.includes("\\PowerShell\\7\\") ? 0 : 1;
}

function commandsByModule({ context }: CmdletRuntime): ReadonlyMap<string, readonly CommandInfo[]> {
  const byModule = new Map<string, CommandInfo[]>();
  for (const info of context.session.listCommands()) {
    const name = moduleOf(info, context);
    const commands = byModule.get(name);
    if (commands === undefined) byModule.set(name, [info]);
    else commands.push(info);
  }
  return byModule;
}

function ownModule(name: string, version: number, commands: ModuleFacts["commands"]): ModuleFacts {
  return {
    name,
    kind: "Manifest",
    version: ownVersion(version),
    directory: `${modulesDirectory(version)}\\${name}`,
    commands,
  };
}

function windowsModule(name: string, version: number, commands: ModuleFacts["commands"]): ModuleFacts {
  const directory = `C:\\Windows\\system32\\WindowsPowerShell\\v1.0\\Modules\\${name}`;
  return { name, kind: "Manifest", version: version < 3 ? "1.0" : "1.0.0.0", directory, commands };
}

function byName(a: ModuleFacts, b: ModuleFacts): number {
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
}
