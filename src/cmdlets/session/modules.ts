import { extensionOf } from "../../runtime/extension.js";
import type { Requirable } from "../../runtime/script-requirements.js";
import { loadedModulesKey } from "./loaded-modules.js";
import { hasSnapIn } from "./snap-ins.js";

/** Modules and snap-ins whose commands are there anyway, or whose commands answer for themselves. */
export const builtInModules: ReadonlySet<string> = new Set(
  (
    "activedirectory microsoft.powershell.core microsoft.powershell.diagnostics microsoft.powershell.host " +
    "microsoft.powershell.management microsoft.powershell.security microsoft.powershell.utility servermanager " +
    "webadministration"
  ).split(" "),
);

/** What `#requires` lines of scripts may ask for. */
export const requirable: Requirable = {
  loadModule(context, name) {
    const key = name.toLowerCase();
    if (!builtInModules.has(key)) return false;
    const loaded = extensionOf(context, loadedModulesKey);
    if (!loaded.names.has(key)) loaded.names = new Set([...loaded.names, key]);
    return true;
  },
  hasSnapIn,
};
