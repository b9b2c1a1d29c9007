// Completion, Get-Command and Get-Help of the cmdlets of the catalogue.
import { expect, test } from "vitest";
import { createShell } from "../../src/index.js";

const shell = createShell();
const matches = (text: string): readonly string[] =>
  shell.complete(text, text.length).matches.map((match) => match.text);

test("names, parameters and values complete, for cmdlets without behaviour too", () => {
  expect(matches("Suspend-M")).toEqual([
    "Suspend-MailboxDatabaseCopy",
    "Suspend-MailboxExportRequest",
    "Suspend-MailboxImportRequest",
    "Suspend-MailboxRestoreRequest",
    "Suspend-Message",
    "Suspend-MoveRequest",
  ]);
  expect(matches("Set-AcceptedDomain -Dom")).toEqual(["-DomainController", "-DomainType"]);
  expect(matches("Set-AcceptedDomain x -DomainType ")).toEqual(["Authoritative", "ExternalRelay", "InternalRelay"]);
});

test("Get-Command shows the proxies of the server's cmdlets, which are functions", () => {
  expect(shell.run("Get-Command *-ClientAccessArray").text).toBe(`
CommandType     Name                                                Definition                                         
-----------     ----                                                ----------                                         
Function        Get-ClientAccessArray                               ...                                                
Function        New-ClientAccessArray                               ...                                                
Function        Remove-ClientAccessArray                            ...                                                
Function        Set-ClientAccessArray                               ...                                                


`);
  expect(createShell({ edition: "Exchange2016" }).run("Get-Command -Noun ADSite").text).toBe(`
CommandType     Name                                               Version    Source                                   
-----------     ----                                               -------    ------                                   
Function        Get-ADSite                                         1.0        ho-ex2010-mb1.exchangeserverpro.net      
Function        Set-ADSite                                         1.0        ho-ex2010-mb1.exchangeserverpro.net      


`);
  expect(shell.run("Get-Command Set-ClientAccessArray -Syntax").text).toBe(`\
Set-ClientAccessArray [-Identity] <ClientAccessArrayIdParameter> [-DomainController <Fqdn>] [-Fqdn <Fqdn>] [-Name <String>] [-Site <AdSiteIdParameter>] [-Verbose] [-Debug] [-ErrorAction <ActionPreference>] [-WarningAction <ActionPreference>] [-ErrorVariable <String>] [-WarningVariable <String>] [-OutVariable <String>] [-OutBuffer <Int32>] [-WhatIf] [-Confirm]

`);
  expect(shell.run("(Get-Command -CommandType Cmdlet -Name *-MailboxDatabase) -eq $null").text).toBe("True\n");
});

test("Get-Help tells in our own words, with syntax and types", () => {
  expect(shell.run("Get-Help Set-ClientAccessArray").text).toBe(`
NAME
    Set-ClientAccessArray
    
SYNOPSIS
    Changes settings of client access array.
    
    
SYNTAX
    Set-ClientAccessArray [-Identity] <ClientAccessArrayIdParameter> [-DomainController <Fqdn>] [-Fqdn <Fqdn>] [-Name <
    String>] [-Site <AdSiteIdParameter>] [-WhatIf] [-Confirm] [<CommonParameters>]
    
    
DESCRIPTION
    Changes settings of client access array.
    

RELATED LINKS

REMARKS
    To see the examples, type: "get-help Set-ClientAccessArray -examples".
    For more information, type: "get-help Set-ClientAccessArray -detailed".
    For technical information, type: "get-help Set-ClientAccessArray -full".



`);
  expect(createShell({ edition: "Exchange2016" }).run("Get-Help Set-AcceptedDomain -Parameter DomainType").text).toBe(`
-DomainType <AcceptedDomainType>
    One of Authoritative, ExternalRelay, InternalRelay.
    
    Required?                    false
    Position?                    named
    Default value                
    Accept pipeline input?       false
    Aliases                      
    Accept wildcard characters?  false
    



`);
});
