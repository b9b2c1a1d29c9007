import type { AvailableModule } from "../../cmdlets/session/loaded-modules.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import "./directory.js";
import { accountCmdlets } from "./account-cmdlets.js";
import { moduleName } from "./directory-task.js";
import { forestCmdlets } from "./forest-cmdlets.js";
import { getCmdlets } from "./get-cmdlets.js";
import { memberCmdlets } from "./group-members.js";
import { newCmdlets } from "./new-cmdlets.js";
import { otherCmdlet } from "./other-cmdlets.js";
import { removeCmdlets } from "./remove-cmdlets.js";
import { setCmdlets } from "./set-cmdlets.js";
import { subnetCmdlets } from "./subnets.js";

/** The module ActiveDirectory: its cmdlets on the same organization as Exchange's. */
const cmdlets: readonly CmdletInfo[] = [
  ...getCmdlets,
  ...setCmdlets,
  ...newCmdlets,
  ...removeCmdlets,
  ...accountCmdlets,
  ...memberCmdlets,
  ...forestCmdlets,
  ...subnetCmdlets,
];

const byName = new Map(cmdlets.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet]));

/** The release of PowerShell that loads modules when their commands are first used. */
const loadsByItself = 3;

/** A cmdlet of the module by name, whether or not the module is loaded. */
export function activeDirectoryCmdlet(name: string): CmdletInfo | undefined {
  return byName.get(name.toLowerCase());
}

/** A cmdlet of the module that a session knows: 2.0 after Import-Module only. */
export function findActiveDirectoryCmdlet(
  name: string,
  loaded: ReadonlySet<string>,
  languageVersion: number,
): CmdletInfo | undefined {
  if (languageVersion < loadsByItself && !loaded.has(moduleName.toLowerCase())) return undefined;
  const found = activeDirectoryCmdlet(name);
  if (found === undefined) return otherCmdlet(name, languageVersion);
  return (found.since ?? 2) > languageVersion ? undefined : found;
}

/** The cmdlets that a session lists once the module is loaded. */
export function activeDirectoryCmdlets(loaded: ReadonlySet<string>, languageVersion: number): readonly CmdletInfo[] {
  if (!loaded.has(moduleName.toLowerCase())) return [];
  return cmdlets.filter(({ since = 2 }) => since <= languageVersion);
}

/** The module as a session could load it. */
export function activeDirectoryModule(languageVersion: number): AvailableModule {
  return { name: moduleName, cmdlets: cmdlets.filter(({ since = 2 }) => since <= languageVersion) };
}
