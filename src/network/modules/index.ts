import type { AvailableModule } from "../../cmdlets/session/loaded-modules.js";
import type { Organization } from "../../exchange/organization.js";
import type { AliasInfo, CmdletInfo } from "../../runtime/commands.js";
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
    cmdlets: there.filter((module) => module.name === name).flatMap(({ cmdlets }) => [...cmdlets.values()]),
  }));
}

/** A cmdlet of a module of Windows, or its alias, that a session knows: 2.0 after Import-Module only. */
export function findModuleCommand(
  organization: Organization,
  name: string,
  loaded: ReadonlySet<string>,
  languageVersion: number,
): CmdletInfo | AliasInfo | undefined {
  const key = name.toLowerCase();
  const has = ({ cmdlets, aliases }: WindowsModule): boolean => cmdlets.has(key) || aliases.has(key);
  if (!modules.some(has)) return undefined;
  const found = modulesOf(organization).find(
    (module) => has(module) && speaks(module, languageVersion) && isLoaded(module, loaded, languageVersion),
  );
  return found?.cmdlets.get(key) ?? found?.aliases.get(key);
}

function isLoaded({ name, isBuiltIn }: WindowsModule, loaded: ReadonlySet<string>, languageVersion: number): boolean {
  return isBuiltIn || languageVersion >= loadsByItself || loaded.has(name.toLowerCase());
}

const speaks = ({ languages }: WindowsModule, version: number): boolean =>
  languages.from <= version && version <= languages.to;

/** The cmdlets that a session lists: since 3.0 those of all modules that the machine has, in 2.0 of those that are loaded. */
export function loadedModuleCmdlets(
  organization: Organization,
  loaded: ReadonlySet<string>,
  languageVersion: number,
): readonly CmdletInfo[] {
  return modulesOf(organization)
    .filter((module) => speaks(module, languageVersion))
    .filter((module) => isLoaded(module, loaded, languageVersion))
    .flatMap(({ cmdlets }) => [...cmdlets.values()]);
}
