import type { AvailableModule } from "../../cmdlets/session/loaded-modules.js";
import type { Organization } from "../../exchange/organization.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { localHost } from "../programs/here.js";
import { dnsClientModule } from "./dns-client/index.js";
import { dnsServerModule } from "./dns-server/index.js";
import { clusterModule } from "./failover-clusters.js";
import { managementModule, managementModule7 } from "./management/index.js";
import { netTcpIpModule, netTcpIpModuleR2 } from "./net-tcpip/index.js";
import { nlbModule } from "./network-load-balancing.js";
import { isSince, type WindowsModule } from "./windows-module.js";

const modules: readonly WindowsModule[] = [
  clusterModule,
  nlbModule,
  dnsClientModule,
  dnsServerModule,
  netTcpIpModule,
  netTcpIpModuleR2,
  managementModule,
  managementModule7,
];

/** The release of PowerShell that loads modules when their commands are first used. */
const loadsByItself = 3;

/** The modules that the version of Windows of a session's machine has. */
function modulesOf(organization: Organization): readonly WindowsModule[] {
  const host = localHost(organization);
  return host === null ? [] : modules.filter(({ since }) => isSince(host.windowsVersion, since));
}

/** The modules that a session could load, with their cmdlets; what came to one later is in it. */
export function availableModules(organization: Organization, languageVersion: number): readonly AvailableModule[] {
  const there = modulesOf(organization).filter((module) => !module.isBuiltIn && speaks(module, languageVersion));
  return [...new Set(there.map(({ name }) => name))].map((name) => ({
    name,
    cmdlets: there.filter((module) => module.name === name).flatMap(({ cmdlets }) => [...new Set(cmdlets.values())]),
  }));
}

/** A cmdlet of a module of Windows that a session knows: 2.0 after Import-Module only. */
export function findModuleCmdlet(
  organization: Organization,
  name: string,
  loaded: ReadonlySet<string>,
  languageVersion: number,
): CmdletInfo | undefined {
  const key = name.toLowerCase();
  if (!modules.some(({ cmdlets }) => cmdlets.has(key))) return undefined;
  const isLoaded = (module: WindowsModule): boolean =>
    module.isBuiltIn || languageVersion >= loadsByItself || loaded.has(module.name.toLowerCase());
  return modulesOf(organization)
    .find((module) => module.cmdlets.has(key) && speaks(module, languageVersion) && isLoaded(module))
    ?.cmdlets.get(key);
}

const speaks = ({ languages }: WindowsModule, version: number): boolean =>
  languages.from <= version && version <= languages.to;

/** The cmdlets that a session lists because their modules are loaded. */
export function loadedModuleCmdlets(
  organization: Organization,
  loaded: ReadonlySet<string>,
  languageVersion: number,
): readonly CmdletInfo[] {
  return modulesOf(organization)
    .filter((module) => speaks(module, languageVersion))
    .filter(({ name, isBuiltIn }) => isBuiltIn || loaded.has(name.toLowerCase()))
    .flatMap(({ cmdlets }) => [...new Set(cmdlets.values())]);
}
