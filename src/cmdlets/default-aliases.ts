import type { AliasInfo } from "../runtime/commands.js";

/**
 * The aliases that a shell has at its start (SPEC E.15). Each row: command, aliases, and where they exist when not in
 * every edition. Aliases of commands that the emulator does not have are here too: using one is then the same error as
 * using the command.
 */
interface AliasRow {
  readonly command: string;
  readonly aliases: string;
  /** First language version that has them; 2 when omitted. */
  readonly since?: 3 | 5 | 7;
  /** Last language version that has them. */
  readonly until?: 5;
}

const rows: readonly AliasRow[] = [
  { command: "ForEach-Object", aliases: "% foreach" },
  { command: "Where-Object", aliases: "? where" },
  { command: "Add-Content", aliases: "ac" },
  { command: "Add-PSSnapin", aliases: "asnp", until: 5 },
  { command: "Get-Content", aliases: "cat gc type" },
  { command: "Set-Location", aliases: "cd chdir sl" },
  { command: "Clear-Content", aliases: "clc" },
  { command: "Clear-Host", aliases: "clear cls" },
  { command: "Clear-History", aliases: "clhy" },
  { command: "Clear-Item", aliases: "cli" },
  { command: "Clear-ItemProperty", aliases: "clp" },
  { command: "Clear-Variable", aliases: "clv" },
  { command: "Compare-Object", aliases: "compare diff" },
  { command: "Copy-Item", aliases: "copy cp cpi" },
  { command: "Copy-ItemProperty", aliases: "cpp" },
  { command: "Invoke-WebRequest", aliases: "curl wget", since: 3, until: 5 },
  { command: "Invoke-WebRequest", aliases: "iwr", since: 3 },
  { command: "Convert-Path", aliases: "cvpa" },
  { command: "Disable-PSBreakpoint", aliases: "dbp" },
  { command: "Remove-Item", aliases: "del erase rd ri rm rmdir" },
  { command: "Get-ChildItem", aliases: "dir gci ls" },
  { command: "Enable-PSBreakpoint", aliases: "ebp" },
  { command: "Write-Output", aliases: "echo write" },
  { command: "Export-Alias", aliases: "epal" },
  { command: "Export-Csv", aliases: "epcsv" },
  { command: "Export-PSSession", aliases: "epsn", until: 5 },
  { command: "Enter-PSSession", aliases: "etsn" },
  { command: "Exit-PSSession", aliases: "exsn" },
  { command: "Format-Custom", aliases: "fc" },
  { command: "Format-List", aliases: "fl" },
  { command: "Format-Table", aliases: "ft" },
  { command: "Format-Wide", aliases: "fw" },
  { command: "Format-Hex", aliases: "fhx", since: 5 },
  { command: "Get-Alias", aliases: "gal" },
  { command: "Get-PSBreakpoint", aliases: "gbp" },
  { command: "Get-Clipboard", aliases: "gcb", since: 5 },
  { command: "Get-Command", aliases: "gcm" },
  { command: "Get-Error", aliases: "gerr", since: 7 },
  { command: "Get-PSCallStack", aliases: "gcs" },
  { command: "Get-PSDrive", aliases: "gdr" },
  { command: "Get-History", aliases: "ghy h history" },
  { command: "Get-Item", aliases: "gi" },
  { command: "Get-ComputerInfo", aliases: "gin", since: 5 },
  { command: "Get-Job", aliases: "gjb" },
  { command: "Get-Location", aliases: "gl pwd" },
  { command: "Get-Member", aliases: "gm" },
  { command: "Get-Module", aliases: "gmo" },
  { command: "Get-ItemProperty", aliases: "gp" },
  { command: "Get-ItemPropertyValue", aliases: "gpv", since: 5 },
  { command: "Get-Process", aliases: "gps ps" },
  { command: "Group-Object", aliases: "group" },
  { command: "Get-PSSession", aliases: "gsn" },
  { command: "Get-PSSnapin", aliases: "gsnp", until: 5 },
  { command: "Get-Service", aliases: "gsv" },
  { command: "Get-TimeZone", aliases: "gtz", since: 5 },
  { command: "Get-Unique", aliases: "gu" },
  { command: "Get-Variable", aliases: "gv" },
  { command: "Get-WmiObject", aliases: "gwmi", until: 5 },
  { command: "Invoke-Command", aliases: "icm" },
  { command: "Invoke-Expression", aliases: "iex" },
  { command: "Invoke-History", aliases: "ihy r" },
  { command: "Invoke-Item", aliases: "ii" },
  { command: "Import-Alias", aliases: "ipal" },
  { command: "Import-Csv", aliases: "ipcsv" },
  { command: "Import-Module", aliases: "ipmo" },
  { command: "Import-PSSession", aliases: "ipsn", until: 5 },
  { command: "Invoke-RestMethod", aliases: "irm", since: 3 },
  { command: "powershell_ise.exe", aliases: "ise", until: 5 },
  { command: "Invoke-WmiMethod", aliases: "iwmi", until: 5 },
  { command: "Stop-Process", aliases: "kill spps" },
  { command: "Out-Printer", aliases: "lp", until: 5 },
  { command: "help", aliases: "man" },
  { command: "mkdir", aliases: "md" },
  { command: "Measure-Object", aliases: "measure" },
  { command: "Move-Item", aliases: "mi move mv" },
  { command: "Move-ItemProperty", aliases: "mp" },
  { command: "New-PSDrive", aliases: "mount ndr" },
  { command: "New-Alias", aliases: "nal" },
  { command: "New-Item", aliases: "ni" },
  { command: "New-Module", aliases: "nmo" },
  { command: "New-PSSessionConfigurationFile", aliases: "npssc", since: 3, until: 5 },
  { command: "New-PSSession", aliases: "nsn" },
  { command: "New-Variable", aliases: "nv" },
  { command: "Out-GridView", aliases: "ogv" },
  { command: "Out-Host", aliases: "oh" },
  { command: "Pop-Location", aliases: "popd" },
  { command: "Push-Location", aliases: "pushd" },
  { command: "Remove-PSBreakpoint", aliases: "rbp" },
  { command: "Receive-Job", aliases: "rcjb" },
  { command: "Receive-PSSession", aliases: "rcsn", since: 3 },
  { command: "Remove-PSDrive", aliases: "rdr" },
  { command: "Rename-Item", aliases: "ren rni" },
  { command: "Remove-Job", aliases: "rjb" },
  { command: "Remove-Module", aliases: "rmo" },
  { command: "Rename-ItemProperty", aliases: "rnp" },
  { command: "Remove-ItemProperty", aliases: "rp" },
  { command: "Remove-PSSession", aliases: "rsn" },
  { command: "Remove-PSSnapin", aliases: "rsnp", until: 5 },
  { command: "Resume-Job", aliases: "rujb", since: 3, until: 5 },
  { command: "Remove-Variable", aliases: "rv" },
  { command: "Resolve-Path", aliases: "rvpa" },
  { command: "Remove-WmiObject", aliases: "rwmi", until: 5 },
  { command: "Start-Job", aliases: "sajb" },
  { command: "Set-Alias", aliases: "sal" },
  { command: "Start-Process", aliases: "saps start" },
  { command: "Start-Service", aliases: "sasv" },
  { command: "Set-PSBreakpoint", aliases: "sbp" },
  { command: "Set-Content", aliases: "sc", until: 5 },
  { command: "Set-Clipboard", aliases: "scb", since: 5 },
  { command: "Select-Object", aliases: "select" },
  { command: "Set-Variable", aliases: "set sv" },
  { command: "Show-Command", aliases: "shcm", since: 3 },
  { command: "Set-Item", aliases: "si" },
  { command: "Start-Sleep", aliases: "sleep" },
  { command: "Select-String", aliases: "sls", since: 3 },
  { command: "Sort-Object", aliases: "sort" },
  { command: "Set-ItemProperty", aliases: "sp" },
  { command: "Stop-Job", aliases: "spjb" },
  { command: "Stop-Service", aliases: "spsv" },
  { command: "Set-TimeZone", aliases: "stz", since: 5 },
  { command: "Suspend-Job", aliases: "sujb", since: 3, until: 5 },
  { command: "Set-WmiInstance", aliases: "swmi", until: 5 },
  { command: "Tee-Object", aliases: "tee" },
  { command: "Trace-Command", aliases: "trcm", until: 5 },
  { command: "Wait-Job", aliases: "wjb" },
  { command: "Connect-PSSession", aliases: "cnsn", since: 3 },
  { command: "Disconnect-PSSession", aliases: "dnsn", since: 3 },
];

/** Those that Set-Alias changes without -Force; all others are read-only. */
const changeable = new Set(
  (
    "cat cd chdir clear cls copy cp curl del dir echo erase etsn exsn fc fhx fl ft fw gjb gsn h history icm kill lp ls " +
    "man md mount move mv nsn popd ps pushd pwd r rcjb rd ren rjb rm rmdir rsn sajb set sls spjb type wget wjb"
  ).split(" "),
);

/** Names of programs elsewhere: PowerShell 7 leaves them to whoever wants them, so scripts define them anew. */
const changeableSince7 = new Set("compare diff sleep sort tee".split(" "));

/** Those that a new scope shares with the global one. */
const allScope = new Set("% ? cd copy cp del dir echo foreach md move popd pushd select sort tee where".split(" "));

const byVersion = new Map<number, readonly AliasInfo[]>();

/** The aliases of a language version (2 to 7), in the order of the table. */
export function defaultAliases(languageVersion: number): readonly AliasInfo[] {
  let known = byVersion.get(languageVersion);
  if (known === undefined) {
    known = rows
      .filter(({ since = 2, until = 7 }) => since <= languageVersion && languageVersion <= until)
      .flatMap(({ command, aliases }) => aliases.split(" ").map((name) => aliasOf(name, command, languageVersion)));
    byVersion.set(languageVersion, known);
  }
  return known;
}

function aliasOf(name: string, definition: string, languageVersion: number): AliasInfo {
  const options = new Set<"ReadOnly" | "AllScope">();
  const isLeft = languageVersion >= 7 && changeableSince7.has(name);
  if (!isLeft && !changeable.has(name)) options.add("ReadOnly");
  if (!isLeft && allScope.has(name)) options.add("AllScope");
  return { commandType: "Alias", name, definition, options, description: "" };
}

/** What the start-up script of the Exchange shells adds. */
export const exchangeAliases: readonly AliasInfo[] = [
  { commandType: "Alias", name: "list", definition: "Format-List", options: new Set(), description: "" },
  { commandType: "Alias", name: "table", definition: "Format-Table", options: new Set(), description: "" },
];
