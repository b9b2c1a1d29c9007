// The lines with which administrators' public scripts begin: each form of them, whole, in each edition.
import { describe, expect, test } from "vitest";
import { buildTopology, type EditionName, restoreShell, type Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const versions: Readonly<Record<string, string>> = {
  Exchange2010: "14.3.123.4",
  Exchange2013: "15.0.847.32",
  Exchange2016: "15.1.225.42",
  Exchange2019: "15.2.221.12",
};
const editions = Object.keys(versions) as EditionName[];
const later = editions.slice(1);

/** Two servers in one site, a third in another. */
const organization = (edition: EditionName, down: readonly string[] = []) =>
  buildTopology({
    domain: "contoso.com",
    sites: ["Berlin", "Leeds"],
    servers: [
      { name: "EX01", site: "Berlin" },
      { name: "EX02", site: "Berlin" },
      { name: "EX03", site: "Leeds" },
    ].map((server) => ({ ...server, version: versions[edition] ?? "14.3.123.4" })),
    databases: [{ name: "DB01", server: "EX01" }],
    mailboxes: ["Alan Reid"],
    network: { hosts: down.map((name) => ({ name, isDown: true })) },
  });
const shellOf = (edition: EditionName, ...down: readonly string[]): Shell =>
  startShell({ edition, topology: organization(edition, down) });

const folder = (edition: EditionName): string =>
  `C:\\Program Files\\Microsoft\\Exchange Server\\${edition === "Exchange2010" ? "V14" : "V15"}`;

describe("RemoteExchange.ps1 and Connect-ExchangeServer", () => {
  const connected = "VERBOSE: Connecting to EX01.contoso.com.\nVERBOSE: Connected to EX01.contoso.com.";
  const commands = `\
         Welcome to the Exchange Management Shell!

Full list of cmdlets: Get-Command
Only Exchange cmdlets: Get-ExCommand
Cmdlets that match a specific string: Help *<string>*
Get general help: Help
Get help for a cmdlet: Help <cmdlet name> or <cmdlet name> -?
`;

  test.each(later)("%s: the welcome (facts/captures.jsonl, new-pssession.1)", (edition) => {
    const text = `${commands}Exchange team blog: Get-ExBlog
Show full output for a command: <command> | Format-List

Show quick reference guide: QuickRef
${connected}`;
    for (const line of [
      ". $env:ExchangeInstallPath\\bin\\RemoteExchange.ps1; Connect-ExchangeServer -auto",
      `. '${folder(edition)}\\bin\\RemoteExchange.ps1'; Connect-ExchangeServer -auto -ClientApplication:ManagementShell`,
      ". ('{0}bin\\RemoteExchange.ps1' -f $env:ExchangeInstallPath); Connect-ExchangeServer -auto -AllowClobber",
      ". RemoteExchange.ps1; Connect-ExchangeServer -auto",
      "Import-Module $exbin\\RemoteExchange.ps1; Connect-ExchangeServer -Auto",
      "Get-ExBanner; Connect-ExchangeServer -Auto",
    ])
      expectSaid(shellOf(edition), line, text);
  });

  test("Exchange2010: the welcome and a tip", () => {
    const text = `${commands}Show quick reference guide: QuickRef
Exchange team blog: Get-ExBlog
Show full output for a command: <command> | Format-List

Tip of the day #3:

Export what you see: Get-Mailbox | Select-Object Name, Database | Export-Csv "C:\\mailboxes.csv" -NoTypeInformation.

${connected}`;
    for (const script of [
      "$env:ExchangeInstallPath\\bin\\RemoteExchange.ps1",
      `'${folder("Exchange2010")}\\bin\\RemoteExchange.ps1'`,
      "RemoteExchange.ps1",
      "$exbin\\RemoteExchange.ps1",
    ])
      expectSaid(shellOf("Exchange2010"), `. ${script}; Connect-ExchangeServer -auto`, text);
  });

  test.each(editions)("%s: another server, whose objects come back", (edition) => {
    const shell = shellOf(edition);
    expectSaid(
      shell,
      "Connect-ExchangeServer -ServerFqdn ex02.contoso.com",
      "VERBOSE: Connecting to ex02.contoso.com.\nVERBOSE: Connected to EX02.contoso.com.",
    );
    expectSaid(
      shell,
      "(Get-MailboxDatabase DB01).PSComputerName; $env:COMPUTERNAME; @(Get-PSSession).Count; $remoteSession.ComputerName",
      "ex02.contoso.com\nEX01\n1\nex02.contoso.com",
    );
    const copies = [shell.fork(), restoreShell(JSON.parse(JSON.stringify(shell.snapshot())))];
    for (const copy of copies)
      expectSaid(copy, "(Get-MailboxDatabase DB01).PSComputerName; $env:COMPUTERNAME", "ex02.contoso.com\nEX01");
    type(shell, "$null = Connect-ExchangeServer -auto");
    shell.undo();
    expectSaid(shell, "(Get-MailboxDatabase DB01).PSComputerName", "ex02.contoso.com");
  });

  /** facts/captures.jsonl, new-pssession.2. */
  const errorOf = (host: string): string => `\
New-PSSession : [${host}] Connecting to remote server ${host} failed with the following error
message : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is
accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from
this computer. By default, the WinRM firewall exception for public profiles limits access to remote computers within
the same local subnet. For more information, see the about_Remote_Troubleshooting Help topic.
At line:1 char:1
+ New-PSSession -ConnectionURI "$connectionUri" -ConfigurationName Micr ...
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : OpenError: (System.Manageme....RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotin
   gTransportException
    + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed
`;

  test("a server that is down: another of the site", () => {
    expectSaid(
      shellOf("Exchange2016", "EX01"),
      "Connect-ExchangeServer -auto",
      `
VERBOSE: Connecting to EX01.contoso.com.
${errorOf("ex01.contoso.com")}
VERBOSE: Connecting to EX02.contoso.com.
VERBOSE: Connected to EX02.contoso.com.`,
    );
  });

  test("none else in the site: one of another", () => {
    const topology = buildTopology({
      domain: "contoso.com",
      sites: ["Berlin", "Leeds"],
      servers: ["Berlin", "Leeds"].map((site, i) => ({ name: `EX0${i + 1}`, site, version: "15.1.225.42" })),
      network: { hosts: [{ name: "EX01", isDown: true }] },
    });
    expectSaid(
      startShell({ edition: "Exchange2016", topology }),
      "Connect-ExchangeServer -auto",
      `
VERBOSE: Connecting to EX01.contoso.com.
${errorOf("ex01.contoso.com")}
WARNING: No Exchange servers are available in the Active Directory site Berlin. Connecting to an Exchange server in
another Active Directory site.
VERBOSE: Connecting to EX02.contoso.com.
VERBOSE: Connected to EX02.contoso.com.`,
    );
  });

  test("none at all: it asks (new-pssession.5)", () => {
    const shell = startShell({
      edition: "Exchange2016",
      topology: organization("Exchange2016", ["EX01", "EX02", "EX03"]),
      answers: [""],
    });
    const text = said(shell, "Connect-ExchangeServer -auto");
    expect(text.slice(text.lastIndexOf("Failed"))).toBe(
      "Failed to connect to an Exchange server in the current site.\nEnter the server FQDN where you want to connect.:",
    );
  });
});

describe("the shell's own connection", () => {
  test.each(editions)("%s: it is closed, and opens again", (edition) => {
    const shell = shellOf(edition);
    expectSaid(
      shell,
      'Get-PSSession | % { "$($_.Id) $($_.ComputerName) $($_.State) $($_.ConfigurationName) $($_.Availability)" }',
      "1 ex01.contoso.com Opened Microsoft.Exchange Available",
    );
    type(shell, "Get-PSSession | Remove-PSSession");
    // facts/captures.jsonl, enable-exchangecertificate.1 and get-mailbox.10
    expectSaid(
      shell,
      "(Get-MailboxDatabase).Name",
      'Creating a new session for implicit remoting of "Get-MailboxDatabase" command...\nDB01',
    );
    expectSaid(shell, "(Get-MailboxDatabase).Name; (Get-PSSession).Id", "DB01\n2");
  });

  test("with an imported session of the same commands nothing is opened again", () => {
    const shell = shellOf("Exchange2016");
    type(
      shell,
      "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex02/PowerShell/ -Authentication Kerberos",
      "Import-Module (Import-PSSession $s -DisableNameChecking -AllowClobber) -Global -DisableNameChecking",
      "Remove-PSSession -Id 1",
    );
    expectSaid(shell, "(Get-MailboxDatabase).Name", "DB01");
  });
});

describe("snap-ins", () => {
  const notInstalled = (name: string, mark: string): string =>
    `Add-PSSnapin : The Windows PowerShell snap-in '${name}' is not installed on this computer.${mark}`;

  test.each(editions)("%s: added once, and then listed", (edition) => {
    const shell = shellOf(edition);
    expectSaid(shell, "Get-PSSnapin *exchange* -ErrorAction SilentlyContinue", "");
    type(
      shell,
      "if (!(Get-PSSnapin | where {$_.Name -eq 'Microsoft.Exchange.Management.PowerShell.E2010'})) { Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010 -ErrorAction SilentlyContinue }",
    );
    expectSaid(
      shell,
      "Get-PSSnapin *exchange*",
      `
Name        : Microsoft.Exchange.Management.PowerShell.E2010
PSVersion   : 1.0
Description : Admin Tasks for the Exchange Server`,
    );
    const { errors } = shell.run("Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010");
    expect(errors.map(({ message }) => message)).toEqual([
      "Cannot add Windows PowerShell snap-in Microsoft.Exchange.Management.PowerShell.E2010 because it is already added. Verify the name of the snap-in, and then try again.",
    ]);
    type(shell, "Remove-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010", "$null = Get-ExchangeServer");
    shell.undo();
    shell.undo();
    expectSaid(shell, "(Get-PSSnapin *exchange*).Name", "Microsoft.Exchange.Management.PowerShell.E2010");
  });

  test.each(editions)("%s: which there are", (edition) => {
    const names = ["E2010", "Setup", ...(edition === "Exchange2010" ? [] : ["SnapIn"]), "Support"];
    const shell = shellOf(edition);
    expectSaid(
      shell,
      "Get-PSSnapin -Registered | % { $_.Name }",
      names.map((name) => `Microsoft.Exchange.Management.PowerShell.${name}`).join("\n"),
    );
    const { text, errors } = shell.run("Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn");
    expect([text === "", errors.length]).toEqual(edition === "Exchange2010" ? [false, 1] : [true, 0]);
  });

  test("a computer without Exchange has none", () => {
    const shell = startShell({ edition: "PowerShell5" });
    const name = "Microsoft.Exchange.Management.PowerShell.SnapIn";
    expect(said(shell, `Add-PSSnapin ${name}`).replace(/ ?\n/, " ").split("\nAt")[0]).toBe(notInstalled(name, ""));
    expectSaid(
      shell,
      "Get-PSSnapin",
      `
Name        : Microsoft.PowerShell.Core
PSVersion   : 5.1.17763.1
Description : This Windows PowerShell snap-in contains cmdlets used to manage components of Windows PowerShell.`,
    );
    expectSaid(shell, "Get-PSSnapin -Registered", "");
  });
});

describe("Exchange's folders", () => {
  test.each(editions)("%s", (edition) => {
    expectSaid(
      shellOf(edition),
      "$exinstall; $exbin; $exscripts; cd $exscripts; (Get-Location).Path; Test-Path (Join-Path $env:ExchangeInstallPath 'bin\\RemoteExchange.ps1'); @(dir $exbin).Count",
      `
${folder(edition)}\\
${folder(edition)}\\bin\\
${folder(edition)}\\scripts\\
${folder(edition)}\\scripts
True
1`,
    );
    expect(shellOf(edition).files).toEqual({});
  });
});
