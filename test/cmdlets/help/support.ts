// Functions whose help the tests ask for, in one session of PowerShell 7.
import { createShell } from "../../../src/index.js";

const commented = `\
function f { <#
.SYNOPSIS
Does it.
.DESCRIPTION
Long description
of two lines.

Second paragraph.
.PARAMETER Name
The name to use.
.PARAMETER Count
How many.
.EXAMPLE
f -Name a
Does a.
.EXAMPLE
PS> f b

Does b.
More.
.INPUTS
System.String
.OUTPUTS
None
.NOTES
Author: me
.LINK
Get-Command
.LINK
https://example.com/f
#>
[CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory,Position=0,ValueFromPipeline)][Alias("n","nn")][string]$Name,[int]$Count = 5,[ValidateSet("a","b")][string[]]$Mode,[switch]$Force) process{} }
`;
const declared =
  'function g { param([Parameter(Mandatory,ParameterSetName="A",Position=0,HelpMessage="Give it")][Alias("n","nn")][string]$Name,[Parameter(ParameterSetName="B",ValueFromPipelineByPropertyName)][int]$Count = 5,[ValidateSet("a","b")][string[]]$Mode,[System.DayOfWeek]$Day,[switch]$Force,$x) }';
const profile = `$ErrorView = "NormalView"\n${commented}\n${declared}`;
/** The session itself, for what is no text. */
export const shell = createShell({ edition: "PowerShell7", profile });
/** What the console shows for a line. */
export const text = (line: string): string => shell.run(line).text;
