import { describe, expect, it } from "vitest";
import { offers, shellOf } from "./support.js";

/** Each line: what is typed, `|>` where the cursor stands when that is not the end, and what is offered. */
function holds(rows: readonly (readonly [typed: string, offered: string])[]): void {
  it.each(rows)("%s", (typed, offered) => expect(offers(typed)).toBe(offered));
}

describe("commands", () =>
  holds([
    ["Get-Mail", "'Get-Mail' → Get-MailboxDatabase"],
    ["*-MailboxD", "'*-MailboxD' → Get-MailboxDatabase Set-MailboxDatabase"],
    ["Get-Mail|> -Status", "'Get-Mail' → Get-MailboxDatabase"],
    ["& 'Get-Mail", "''Get-Mail' → 'Get-MailboxDatabase'"],
    ["foreach ($x in Get-Mail", "'Get-Mail' → Get-MailboxDatabase"],
    ['"text $(Get-Mail', "'Get-Mail' → Get-MailboxDatabase"],
    ["for", "'for' → foreach ForEach-Object Format-Custom Format-List Format-Table Format-Wide"],
    ["Get-Command Get-Mail", "'Get-Mail' → Get-MailboxDatabase"],
    ["Get-NoSuch", "'Get-NoSuch' →"],
  ]));

describe("parameters", () =>
  holds([
    ["Get-MailboxDatabase -S", "'-S' → -Status -Server"],
    ["Get-MailboxDatabase -Status -S", "'-S' → -Server"],
    ["Get-MailboxDatabase -Identity a -Id", "'-Id' → -Identity"],
    ["Set-MailboxDatabase MB1 -I", "'-I' → -InformationAction -InformationVariable"],
    ["Set-MailboxDatabase MB1 -W", "'-W' → -WhatIf -WarningAction -WarningVariable"],
    ["Set-MailboxDatabase MB1 -cf", "'-cf' → -cf"],
    ["'a' | Get-MailboxDatabase -Id", "'-Id' → -Identity"],
    ["ft -a", "'-a' → -AutoSize"],
    ["Get-NoSuch -", "'-' →"],
  ]));

describe("values of parameters", () =>
  holds([
    ["Set-MailboxDatabase MB1 -AutoDatabaseMountDial ", "'' → GoodAvailability Lossless"],
    ["Set-MailboxDatabase MB1 -AutoDatabaseMountDial 'G", "''G' → 'GoodAvailability'"],
    ["Set-MailboxDatabase MB1 -Day T", "'T' → Thursday Tuesday"],
    ["Set-MailboxDatabase MB1 -Day Monday,T", "'T' → Thursday Tuesday"],
    ["Set-MailboxDatabase MB1 -Day:T", "'T' → Thursday Tuesday"],
    ["Set-MailboxDatabase MB1 -ea si", "'si' → SilentlyContinue"],
    ["Get-MailboxDatabase -Status:", "'' → $true $false"],
    ["Get-MailboxDatabase -Server ", "'' →"],
  ]));

describe("variables", () =>
  holds([
    ["$cas", "'$cas' → $casArray $casServers"],
    ["${cas", "'${cas' → ${casArray} ${casServers}"],
    ["$global:cas", "'$global:cas' → $global:casArray $global:casServers"],
    ['"a $cas', "'$cas' → $casArray $casServers"],
    ["'a $cas", "''a $cas' →"],
    ["Get-MailboxDatabase @te", "'@te' → @text @Temp:"],
    ["$myVar = 1; $myV", "'$myV' → $myVar"],
    ["foreach ($item in 1..3) { $it", "'$it' → $item"],
    ["function f { $inner = 2 }; $inn", "'$inn' →"],
    ["$z = 1 # $te", "'# $te' →"],
    ["# one\n# tw", "'# tw' →"],
    ["<# one #> $cas", "'$cas' → $casArray $casServers"],
  ]));

describe("members", () =>
  holds([
    ["$casArray.", "'' → Fqdn Members Name Equals( GetHashCode( GetType( ToString("],
    ["$casArray.Na|>me", "'Name' → Name"],
    ["$casServers[0].N", "'N' → Name"],
    ["$casServers.N", "'N' → Name"],
    ["$casArray.Name.Sub", "'Sub' → Substring("],
    ["Get-MailboxDatabase $casArray.", "'' → Fqdn Members Name Equals( GetHashCode( GetType( ToString("],
    ["$text.ToUpper().Sub", "'Sub' → Substring("],
    ["[datetime]::Now.Da", "'Da' → Date Day DayOfWeek DayOfYear DateTime"],
    ["[ConsoleColor]::DarkB", "'DarkB' → DarkBlue"],
    ["param([datetime]$d) $d.Ye", "'Ye' → Year"],
    ["try { } catch { $_.Ex", "'Ex' → Exception"],
    ["$noSuch.", "'$noSuch.' →"],
    ["1; $noSuch.", "'' →"],
  ]));

describe("what the pipeline carries", () =>
  holds([
    ["$casServers | Where-Object { $_.Out", "'Out' → OutlookAnywhereEnabled"],
    ["$casServers | ? Out", "'Out' → OutlookAnywhereEnabled"],
    ["$casServers | sort Name | select Name,O", "'O' → OutlookAnywhereEnabled"],
    ["$casServers | select Name | ft N", "'N' → Name"],
    ["$casServers | select Name | ft O", "'O' →"],
    ["$casServers | % { $_.Name } | % { $_.Sub", "'Sub' → Substring("],
    ["$casServers | % { $_.Name.Sub", "'Sub' → Substring("],
    ["[pscustomobject]@{Alpha=1} | ft Al", "'Al' → Alpha"],
    ["$casServers | ft @{n='x';e={$_.O", "'O' → OutlookAnywhereEnabled"],
    ["$casServers | ft @{n='x'; E", "'E' → Expression"],
    ["$casServers | sort @{", "'' → Expression Ascending Descending"],
  ]));

describe("types, operators, attributes", () =>
  holds([
    ["[pscu", "'pscu' → pscustomobject"],
    ["[system.text.strin", "'system.text.strin' → System.Text.StringBuilder"],
    ["[system.tex", "'system.tex' → System.Text"],
    ["1 -l", "'-l' → -le -like -lt"],
    ["if ($casArray.Name -eq 'x' -a", "'-a' → -and -as"],
    ["function f { param([Parameter(Man", "'Man' → Mandatory"],
  ]));

it("offers nothing where nothing can be completed", () => {
  expect(["", "Get-MailboxDatabase; ", "$x = "].map((typed) => offers(typed))).toEqual([
    "nothing",
    "nothing",
    "nothing",
  ]);
});

it("offers files where nothing else is known", () => {
  const shell = shellOf();
  shell.run("Set-Content -Path C:\\notes.txt -Value x; Set-Content -Path 'C:\\my list.txt' -Value x");
  expect(offers("Get-Content n", shell)).toBe("'n' → .\\notes.txt");
  expect(offers("Get-Content C:\\m", shell)).toBe("'C:\\m' → [my list.txt]");
});

it("runs nothing: a script property is listed, not read", () => {
  const shell = shellOf();
  expect(offers("$counted.Ru", shell)).toBe("'Ru' → Runs");
  expect(offers("$counted.Runs.", shell)).toBe("'$counted.Runs.' →");
  expect(shell.run("$runs").text).toBe("0\n");
});

it("offers an edition's own parameters and operators", () => {
  expect(offers("Set-MailboxDatabase MB1 -Pro", shellOf("PowerShell5"))).toBe("'-Pro' →");
  expect(offers("Set-MailboxDatabase MB1 -Pro")).toBe("'-Pro' → -ProgressAction");
});
