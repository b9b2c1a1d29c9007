import { type CompletionMatch, createShell, type EditionName } from "../../../src/index.js";

const profile = `
function Get-MailboxDatabase { [CmdletBinding()] param([Parameter(Position=0,ValueFromPipeline=$true)][string]$Identity,[switch]$Status,[string]$Server) }
function Set-MailboxDatabase { [CmdletBinding(SupportsShouldProcess=$true)] param([Parameter(Mandatory=$true,Position=0)][string]$Identity,[ValidateSet('Lossless','GoodAvailability')][string]$AutoDatabaseMountDial,[DayOfWeek]$Day) }
$casArray = [pscustomobject]@{ Name='cas-headoffice'; Fqdn='outlook.contoso.com'; Members=@('A','B') }
$casServers = @([pscustomobject]@{ Name='CAS1'; OutlookAnywhereEnabled=$true })
$text = 'hello'
$script:runs = 0
Update-TypeData -TypeName Counted -MemberType ScriptProperty -MemberName Runs -Value { $script:runs++; $script:runs }
$counted = [pscustomobject]@{ PSTypeName='Counted'; Name='x' }
`;

/** A shell with a few functions and variables, made once for each edition. */
export const shellOf = (edition: EditionName = "PowerShell7") => createShell({ edition, profile });
const shell = shellOf();

/** What Tab offers where the bar stands (at the end without one): the text that is replaced, then what replaces it. */
export function offers(typed: string, at = shell): string {
  const bar = typed.indexOf("|>");
  const text = bar < 0 ? typed : typed.slice(0, bar) + typed.slice(bar + 2);
  const { start, length, matches } = at.complete(text, bar < 0 ? text.length : bar);
  return start < 0 ? "nothing" : [`'${text.slice(start, start + length)}'`, "→", ...matches.map(show)].join(" ");
}

function show({ text, list }: CompletionMatch): string {
  return text.includes(" ") ? `[${list}]` : text;
}
