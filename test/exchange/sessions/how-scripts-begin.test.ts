// The first lines of administrators' scripts: in Exchange's own shell, and in a plain PowerShell that imports a session.
import { describe, expect, test } from "vitest";
import { restoreShell, type Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const connect =
  "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ho-ex2010-mb1.exchangeserverpro.net/PowerShell/ -Authentication Kerberos";

function plainShell(...lines: readonly string[]): Shell {
  const shell = startShell({ edition: "PowerShell5" });
  type(shell, connect, ...lines);
  return shell;
}

describe("a plain Windows PowerShell", () => {
  const notRecognized = `
Get-Mailbox : The term 'Get-Mailbox' is not recognized as the name of a cmdlet, function, script file, or operable
program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
At line:1 char:1
+ Get-Mailbox
+ ~~~~~~~~~~~
    + CategoryInfo          : ObjectNotFound: (Get-Mailbox:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException`;

  test("has Exchange's commands from Import-PSSession to Remove-PSSession", () => {
    const shell = plainShell();
    expectSaid(shell, "Get-Mailbox", notRecognized);
    expectSaid(
      shell,
      "$s",
      `
 Id Name            ComputerName    ComputerType    State         ConfigurationName     Availability
 -- ----            ------------    ------------    -----         -----------------     ------------
  1 WinRM1          ho-ex2010-mb... RemoteMachine   Opened        Microsoft.Exchange       Available`,
    );
    expectSaid(
      shell,
      "Import-PSSession $s -DisableNameChecking",
      `
ModuleType Version    Name                                ExportedCommands
---------- -------    ----                                ----------------
Script     1.0        tmp_epu7o5ad.65m                    {Add-ADPermission, Add-AttachmentFilterEntry, Add-Availabi...`,
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01",
      `
Name                           Server          Recovery        ReplicationType
----                           ------          --------        ---------------
MB-HO-01                       HO-EX2010-MB1   False           None`,
    );
    expectSaid(
      shell,
      "Get-Command Get-Mailbox",
      `
CommandType     Name                                               Version    Source
-----------     ----                                               -------    ------
Function        Get-Mailbox                                        1.0        tmp_epu7o5ad.65m`,
    );
    type(shell, "Remove-PSSession $s");
    expectSaid(shell, "Get-Mailbox", notRecognized);
    expectSaid(shell, "Get-PSSession; $s.State", "Closed");
  });

  test("warns of verbs", () => {
    expectSaid(
      plainShell(),
      "$module = Import-PSSession $s",
      `
WARNING: The names of some imported commands from the module 'tmp_epu7o5ad.65m' include unapproved verbs that might
make them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the
Verbose parameter. For a list of approved verbs, type Get-Verb.`,
    );
  });

  test("gets properties and texts", () => {
    const shell = plainShell("$null = Import-PSSession $s -DisableNameChecking");
    expectSaid(
      shell,
      "$db = Get-MailboxDatabase MB-HO-01; $db.pstypenames[0]; $db.IssueWarningQuota; $db.IssueWarningQuota.GetType().Name; $db.Identity.GetType().Name; $db.Recovery.GetType().Name; $db.Guid.GetType().Name; $db.WhenChanged.GetType().Name",
      `
Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxDatabase
1.899 GB (2,039,480,320 bytes)
String
String
Boolean
Guid
DateTime`,
    );
    expectSaid(
      shell,
      "$db.IssueWarningQuota.ToMB()",
      `
Method invocation failed because [System.String] does not contain a method named 'ToMB'.
At line:1 char:1
+ $db.IssueWarningQuota.ToMB()
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidOperation: (:) [], RuntimeException
    + FullyQualifiedErrorId : MethodNotFound`,
    );
  });

  test("sends what it got back through the pipeline", () => {
    const shell = plainShell("$null = Import-PSSession $s -DisableNameChecking");
    type(shell, "Get-MailboxDatabase MB-HO-01 | Set-MailboxDatabase -IssueWarningQuota 1GB");
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).IssueWarningQuota", "1 GB (1,073,741,824 bytes)");
  });

  test("imports some commands, under a prefix, and none that are there", () => {
    const shell = plainShell();
    expectSaid(
      shell,
      "Import-PSSession $s -CommandName Get-Mailbox*,Set-Mailbox -Prefix Old | % { $_.ExportedCommands.Count }; (Get-OldMailboxDatabase).Count; (Get-Command Get-Mailbox -ErrorAction SilentlyContinue) -eq $null",
      "26\n5\nTrue",
    );
    expectSaid(
      shell,
      "Import-PSSession $s -CommandName Set-Mailbox -Prefix Old",
      `
WARNING: Proxy creation has been skipped for the following command: 'Set-OldMailbox', because it would shadow an
existing local command.  Use the AllowClobber parameter if you want to shadow existing local commands.
Import-PSSession : No command proxies have been created, because all of the requested remote commands would shadow
existing local commands.  Use the AllowClobber parameter if you want to shadow existing local commands.
At line:1 char:1
+ Import-PSSession $s -CommandName Set-Mailbox -Prefix Old
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidResult: (:) [Import-PSSession], ArgumentException
    + FullyQualifiedErrorId : ErrorNoCommandsImportedBecauseOfSkipping,Microsoft.PowerShell.Commands.ImportPSSessionCo
   mmand`,
    );
    type(shell, "$null = Import-PSSession $s -CommandName Set-Mailbox -Prefix Old -AllowClobber");
  });

  test("runs a block through a connection, and forgets the commands", () => {
    const shell = plainShell();
    expectSaid(shell, "Invoke-Command -Session $s { Get-MailboxDatabase MB-HO-01 } | % { $_.Server }", "HO-EX2010-MB1");
    expect(shell.run("Get-MailboxDatabase").errors.map(({ id }) => id)).toEqual(["CommandNotFoundException"]);
    type(shell, "Remove-PSSession -Id 1");
    expect(shell.run("Invoke-Command -Session $s { 1 }").errors.map(({ message }) => message)).toEqual([
      "Because the session state for the session is not equal to Open, you cannot run a command in the session.",
    ]);
  });

  test("connects to servers that there are (facts: capture new-pssession.2)", () => {
    expectSaid(
      plainShell(),
      "New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex99/PowerShell/",
      `
New-PSSession : [ex99] Connecting to remote server ex99 failed with the following error message : WinRM cannot
complete the operation. Verify that the specified computer name is valid, that the computer is accessible over the
network, and that a firewall exception for the WinRM service is enabled and allows access from this computer. By
default, the WinRM firewall exception for public profiles limits access to remote computers within the same local
subnet. For more information, see the about_Remote_Troubleshooting Help topic.
At line:1 char:1
+ New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri ht ...
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : OpenError: (System.Manageme....RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotin
   gTransportException
    + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed`,
    );
    expectSaid(
      plainShell(),
      "Enter-PSSession $s",
      `
The emulator does not run the command Enter-PSSession. Get-Command lists the commands that it does run.
At line:1 char:1
+ Enter-PSSession $s
+ ~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : NotImplemented: (:) [], RuntimeException
    + FullyQualifiedErrorId : NotEmulated`,
    );
  });

  test("undo, fork and snapshot keep connections and what was imported", () => {
    const shell = plainShell("$null = Import-PSSession $s -DisableNameChecking", "$c = Get-Command Get-Mailbox");
    const copies = [shell.fork(), restoreShell(JSON.parse(JSON.stringify(shell.snapshot())))];
    type(shell, "Get-PSSession | Remove-PSSession");
    for (const copy of copies)
      expectSaid(copy, "(Get-MailboxDatabase).Count; $s.State; $c.Name", "5\nOpened\nGet-Mailbox");
    shell.undo();
    expectSaid(shell, "(Get-MailboxDatabase).Count; @(Get-PSSession).Count", "5\n1");
  });
});

describe("Exchange's own shell", () => {
  test("its start-up script and its connection (lines of the banner: capture new-pssession.1)", () => {
    const shell = startShell();
    const text = said(
      shell,
      ". 'C:\\Program Files\\Microsoft\\Exchange Server\\V14\\bin\\RemoteExchange.ps1'; Connect-ExchangeServer -auto",
    );
    expect(text.replace(/Tip of the day #\d+:\n\n.*\n/, "TIP\n")).toBe(`\
         Welcome to the Exchange Management Shell!

Full list of cmdlets: Get-Command
Only Exchange cmdlets: Get-ExCommand
Cmdlets that match a specific string: Help *<string>*
Get general help: Help
Get help for a cmdlet: Help <cmdlet name> or <cmdlet name> -?
Show quick reference guide: QuickRef
Exchange team blog: Get-ExBlog
Show full output for a command: <command> | Format-List

TIP

VERBOSE: Connecting to HO-EX2010-MB1.exchangeserverpro.net.
VERBOSE: Connected to HO-EX2010-MB1.exchangeserverpro.net.`);
  });

  test("its functions and variables", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-ExCommand *ClientAccessA*; Get-Tip 1",
      `
CommandType     Name                                                Definition
-----------     ----                                                ----------
Function        Get-ClientAccessArray                               ...
Function        New-ClientAccessArray                               ...
Function        Remove-ClientAccessArray                            ...
Function        Set-ClientAccessArray                               ...
Tip of the day #1:

A command that changes something tells with -WhatIf what it would do, and does nothing.`,
    );
    expectSaid(shell, "(Get-Command Get-Tip).CommandType", "Function");
    expectSaid(
      shell,
      "$env:ExchangeInstallPath; $exscripts",
      "C:\\Program Files\\Microsoft\\Exchange Server\\V14\\\nC:\\Program Files\\Microsoft\\Exchange Server\\V14\\scripts\\",
    );
    expect(shell.run("Get-ExBlog").errors.map(({ message }) => message)).toEqual([
      "The emulator does not run the command Get-ExBlog. It opens a page of the Exchange team, and there are no windows here.",
    ]);
  });

  test("a session that is imported there keeps Exchange's types", () => {
    const shell = startShell();
    type(shell, connect);
    expectSaid(
      shell,
      "Import-PSSession $s -AllowClobber -CommandName Get-ExchangeS*",
      `
ModuleType Name                      ExportedCommands
---------- ----                      ----------------
Script     tmp_7cf3c256-32b9-4409... Get-ExchangeServer`,
    );
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).IssueWarningQuota.Value.ToMB()", "1945");
  });

  test("the snap-in is there, for scripts that ask before they add it", () => {
    const line =
      "if (!(Get-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010 -ErrorAction SilentlyContinue)) { Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010 }; (Get-PSSnapin *exchange*).Name";
    expectSaid(startShell(), line, "Microsoft.Exchange.Management.PowerShell.E2010");
    expectSaid(
      startShell({ edition: "PowerShell5" }),
      "Get-PSSnapin *exchange*",
      `
Get-PSSnapin : No Windows PowerShell snap-ins matching the pattern '*exchange*' were found. Check the pattern and then
try the command again.
At line:1 char:1
+ Get-PSSnapin *exchange*
+ ~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidArgument: (*exchange*:String) [Get-PSSnapin], PSArgumentException
    + FullyQualifiedErrorId : NoPSSnapInsFound,Microsoft.PowerShell.Commands.GetPSSnapinCommand`,
    );
  });
});
