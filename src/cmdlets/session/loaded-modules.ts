import type { CmdletInfo } from "../../runtime/commands.js";
import { ExtensionKey } from "../../runtime/extension.js";

/** A module that Windows has on the session's machine, whether or not it is loaded. */
export interface AvailableModule {
  readonly name: string;
  readonly cmdlets: readonly CmdletInfo[];
}

/** The modules that a session has loaded and that bring commands of their own. */
export interface LoadedModules {
  /** Names in lower case; replaced as a whole. */
  names: ReadonlySet<string>;
  /** Those that could be loaded, beside PowerShell's own. */
  readonly available: () => readonly AvailableModule[];
}

/** Under this key the shell keeps them. */
export const loadedModulesKey = new ExtensionKey<LoadedModules>("loaded modules");
