import type { AvailableModule } from "../../cmdlets/session/loaded-modules.js";
import type { Organization } from "../../exchange/organization.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { localHost } from "../programs/here.js";
import { clusterModule } from "./failover-clusters.js";
import { nlbModule } from "./network-load-balancing.js";
import type { WindowsModule } from "./windows-module.js";

const modules: readonly WindowsModule[] = [clusterModule, nlbModule];

/** The release of PowerShell that loads modules when their commands are first used. */
const loadsByItself = 3;

/** The modules that the version of Windows of a session's machine has. */
function modulesOf(organization: Organization): readonly WindowsModule[] {
  const host = localHost(organization);
  return host === null ? [] : modules.filter(({ windows }) => windows.has(host.windowsVersion));
}

/** The modules that a session could load, with their cmdlets. */
export function availableModules(organization: Organization): readonly AvailableModule[] {
  return modulesOf(organization).map(({ name, cmdlets }) => ({ name, cmdlets: [...cmdlets.values()] }));
}

/** A cmdlet of a module of Windows that a session knows: 2.0 after Import-Module only. */
export function findModuleCmdlet(
  organization: Organization,
  name: string,
  loaded: ReadonlySet<string>,
  languageVersion: number,
): CmdletInfo | undefined {
  const key = name.toLowerCase();
  const module = modules.find(({ cmdlets }) => cmdlets.has(key));
  if (module === undefined || !modulesOf(organization).includes(module)) return undefined;
  const isLoaded = languageVersion >= loadsByItself || loaded.has(module.name.toLowerCase());
  return isLoaded ? module.cmdlets.get(key) : undefined;
}

/** The cmdlets that a session lists because their modules are loaded. */
export function loadedModuleCmdlets(organization: Organization, loaded: ReadonlySet<string>): readonly CmdletInfo[] {
  return modulesOf(organization)
    .filter(({ name }) => loaded.has(name.toLowerCase()))
    .flatMap(({ cmdlets }) => [...cmdlets.values()]);
}
