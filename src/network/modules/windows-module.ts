import type { CmdletInfo } from "../../runtime/commands.js";

/** A module that comes with Windows. */
export interface WindowsModule {
  readonly name: string;
  /** The versions of Windows that have it, as `Set-LabHost -WindowsVersion` names them. */
  readonly windows: ReadonlySet<string>;
  /** By name in small letters. */
  readonly cmdlets: ReadonlyMap<string, CmdletInfo>;
}

/** From Windows Server 2008 R2 on. */
export const since2008R2: ReadonlySet<string> = new Set([
  "Windows Server 2008 R2",
  "Windows Server 2012",
  "Windows Server 2012 R2",
  "Windows Server 2016",
  "Windows Server 2019",
]);

/** Puts a module together. */
export function windowsModule(
  name: string,
  windows: ReadonlySet<string>,
  cmdlets: readonly CmdletInfo[],
): WindowsModule {
  return { name, windows, cmdlets: new Map(cmdlets.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet])) };
}
