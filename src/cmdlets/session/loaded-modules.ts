import { ExtensionKey } from "../../runtime/extension.js";

/** The modules that a session has loaded and that bring commands of their own. */
export interface LoadedModules {
  /** Names in lower case; replaced as a whole. */
  names: ReadonlySet<string>;
}

/** Under this key the shell keeps them. */
export const loadedModulesKey = new ExtensionKey<LoadedModules>("loaded modules");
