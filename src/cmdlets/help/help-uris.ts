/** Numbers of the addresses of help, as the engine of PowerShell 7 has them for its core cmdlets. */
const linkIds: ReadonlyMap<string, number> = new Map([
  ["Add-History", 2096479],
  ["Clear-History", 2096691],
  ["ForEach-Object", 2096867],
  ["Get-Command", 2096579],
  ["Get-Help", 2096483],
  ["Get-History", 2096788],
  ["Get-Module", 2096696],
  ["Get-PSSession", 2096697],
  ["Import-Module", 2096585],
  ["Invoke-Command", 2096789],
  ["Invoke-History", 2096586],
  ["New-Module", 2096698],
  ["New-PSSession", 2096484],
  ["Out-Default", 2096486],
  ["Out-Host", 2096863],
  ["Out-Null", 2096792],
  ["Remove-Module", 2096802],
  ["Remove-PSSession", 2096963],
  ["Set-PSDebug", 2096959],
  ["Set-StrictMode", 2096804],
  ["Where-Object", 2096806],
]);

/** Where the help of a cmdlet is on the web; `undefined`: not known. Versions before 7 had other numbers. */
export function helpUri(cmdlet: string, languageVersion: number): string | undefined {
  const id = languageVersion < 7 ? undefined : linkIds.get(cmdlet);
  return id === undefined ? undefined : `https://go.microsoft.com/fwlink/?LinkID=${id}`;
}
