import type { AliasInfo, CmdletInfo } from "../../runtime/commands.js";

/** A module that comes with Windows. */
export interface WindowsModule {
  readonly name: string;
  /** The first version of Windows that has it, as `Set-LabHost -WindowsVersion` names them. */
  readonly since: WindowsVersion;
  /** Loaded in every session from its start, as `Microsoft.PowerShell.Management` is. */
  readonly isBuiltIn: boolean;
  /** The language versions of the shells that its cmdlets are for. */
  readonly languages: LanguageRange;
  /** By name in small letters. */
  readonly cmdlets: ReadonlyMap<string, CmdletInfo>;
  /** The aliases that it brings, by name in small letters. */
  readonly aliases: ReadonlyMap<string, AliasInfo>;
}

/** From one language version to another, both included. */
export interface LanguageRange {
  readonly from: number;
  readonly to: number;
}

export type WindowsVersion =
  | "Windows Server 2003"
  | "Windows Server 2008 R2"
  | "Windows Server 2012"
  | "Windows Server 2012 R2"
  | "Windows Server 2016"
  | "Windows Server 2019";

/** `Windows Server 2008 R2` is newer than 2008 and older than 2012; null for a name without a year. */
function ageOf(version: string): number | null {
  const match = /\b(\d{4})\b( R2)?/.exec(version);
  return match === null ? null : Number(match[1]) + (match[2] === undefined ? 0 : 0.5);
}

/** Whether a version of Windows is a given one or a later one. */
export function isSince(version: string, first: WindowsVersion): boolean {
  const age = ageOf(version);
  return age !== null && age >= (ageOf(first) ?? 0);
}

const aliasOf = (name: string, { name: definition }: CmdletInfo): AliasInfo => ({
  commandType: "Alias",
  name,
  definition,
  options: new Set(),
  description: "",
});

const allLanguages: LanguageRange = { from: 2, to: 7 };

/** The version of modules that came with Windows, as Get-Command shows it. */
export const moduleVersion = "1.0.0.0";

/** Puts a module together. */
export function windowsModule(
  name: string,
  since: WindowsVersion,
  cmdlets: readonly CmdletInfo[],
  { isBuiltIn = false, languages = allLanguages }: Partial<Pick<WindowsModule, "isBuiltIn" | "languages">> = {},
): WindowsModule {
  const named = new Map(cmdlets.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet]));
  const aliases = cmdlets.flatMap((cmdlet) =>
    (cmdlet.aliases ?? []).map((alias) => [alias.toLowerCase(), aliasOf(alias, cmdlet)] as const),
  );
  return { name, since, isBuiltIn, languages, cmdlets: named, aliases: new Map(aliases) };
}
