// The rules behind the scenarios: clients, a test for each rule, with all that is shown. Every test fails when its rule is turned round.
import { test } from "vitest";
import { expectSaid, startShell } from "../../exchange/support.js";

test("Outlook, inside: the profile keeps its name as long as it answers, new ones get the current one, a repair updates it", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "New-LabOutlook alan.reid | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name      Status    ConnectedTo   ServerName
----      ------    -----------   ----------
alan.reid Connected HO-EX2010-MB1 HO-EX2010-MB1.exchangeserverpro.net`,
  );
  expectSaid(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null", "");
  expectSaid(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.1.11 | Out-Null", "");
  expectSaid(shell, "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net", "");
  expectSaid(
    shell,
    "New-LabOutlook sarah.jones | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name        Status    ConnectedTo   ServerName
----        ------    -----------   ----------
sarah.jones Connected HO-EX2010-MB2 outlook-ho.exchangeserverpro.net`,
  );
  expectSaid(shell, "Stop-LabOutlook *; Start-LabOutlook *", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name        Status    ConnectedTo   ServerName
----        ------    -----------   ----------
alan.reid   Connected HO-EX2010-MB1 HO-EX2010-MB1.exchangeserverpro.net
sarah.jones Connected HO-EX2010-MB2 outlook-ho.exchangeserverpro.net`,
  );
  expectSaid(shell, "Stop-Service MSExchangeRPC", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name        Status       ConnectedTo   ServerName
----        ------       -----------   ----------
alan.reid   Disconnected               HO-EX2010-MB1.exchangeserverpro.net
sarah.jones Connected    HO-EX2010-MB2 outlook-ho.exchangeserverpro.net`,
  );
  expectSaid(shell, "Repair-LabOutlook alan.reid", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name        Status    ConnectedTo   ServerName
----        ------    -----------   ----------
alan.reid   Connected HO-EX2010-MB2 outlook-ho.exchangeserverpro.net
sarah.jones Connected HO-EX2010-MB2 outlook-ho.exchangeserverpro.net`,
  );
});

test("Outlook, outside: HTTPS to the external name, and a wait where the array's name resolves there", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "Enable-OutlookAnywhere -Server HO-EX2010-MB1 -ExternalHostname mail.exchangeserverpro.net -DefaultAuthenticationMethod Basic -SSLOffloading:$false -WarningAction SilentlyContinue | Out-Null",
    "",
  );
  expectSaid(
    shell,
    "Install-LabCertificate HO-EX2010-MB1 mail.exchangeserverpro.net,autodiscover.exchangeserverpro.net",
    "",
  );
  expectSaid(shell, "New-LabFirewallRule HTTPS 203.0.113.10 443 -Target 10.1.1.10 | Out-Null", "");
  expectSaid(shell, "New-LabDnsRecord mail.exchangeserverpro.net 203.0.113.10 -View Outside | Out-Null", "");
  expectSaid(shell, "New-LabDnsRecord autodiscover.exchangeserverpro.net 203.0.113.10 -View Outside | Out-Null", "");
  expectSaid(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null", "");
  expectSaid(shell, "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net", "");
  expectSaid(
    shell,
    "New-LabOutlook alan.reid -Location Outside | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name      Status    ConnectedTo   ServerName
----      ------    -----------   ----------
alan.reid Connected HO-EX2010-MB1 outlook-ho.exchangeserverpro.net`,
  );
  expectSaid(
    shell,
    "Get-LabConnection alan.reid | ft ServerName,Type,Conn,Status -AutoSize",
    `
ServerName                       Type      Conn  Status
----------                       ----      ----  ------
outlook-ho.exchangeserverpro.net Directory HTTPS Established
outlook-ho.exchangeserverpro.net Mail      HTTPS Established`,
  );
  expectSaid(shell, "Stop-LabOutlook alan.reid; Start-LabOutlook alan.reid", "");
  expectSaid(shell, "(Test-LabConnection alan.reid | measure Seconds -Sum).Sum", "0");
  expectSaid(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 203.0.113.10 -View Outside | Out-Null", "");
  expectSaid(shell, "Clear-LabResolverCache alan.reid", "");
  expectSaid(
    shell,
    'Test-LabConnection alan.reid | where { $_.Result -eq "Failed" } | fl Seconds,Description',
    `
Seconds     : 0
Description : outlook-ho.exchangeserverpro.net resolves outside (203.0.113.10), so Outlook tries RPC there before HTTPS
              .

Seconds     : 21
Description : Nobody answers RPC at 203.0.113.10 from outside: the firewall lets nothing through to port 135.`,
  );
  expectSaid(
    shell,
    "Get-LabConnection alan.reid | ft ServerName,Type,Conn,Status -AutoSize",
    `
ServerName                       Type      Conn  Status
----------                       ----      ----  ------
outlook-ho.exchangeserverpro.net Directory HTTPS Established
outlook-ho.exchangeserverpro.net Mail      HTTPS Established`,
  );
});

test("Public folders: straight from the Mailbox server, never through the array", () => {
  const shell = startShell();
  expectSaid(shell, "New-PublicFolderDatabase PF01 -Server HO-EX2010-MB2 | Out-Null", "");
  expectSaid(shell, "Mount-Database PF01", "");
  expectSaid(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null", "");
  expectSaid(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.1.10 | Out-Null", "");
  expectSaid(
    shell,
    "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net -PublicFolderDatabase PF01",
    "",
  );
  expectSaid(shell, "New-LabOutlook alan.reid | Out-Null", "");
  expectSaid(
    shell,
    "Get-LabConnection | ft ServerName,Type,Status,ServedBy -AutoSize",
    `
ServerName                          Type           Status      ServedBy
----------                          ----           ------      --------
outlook-ho.exchangeserverpro.net    Directory      Established HO-EX2010-MB1
outlook-ho.exchangeserverpro.net    Mail           Established HO-EX2010-MB1
HO-EX2010-MB2.exchangeserverpro.net Public Folders Established HO-EX2010-MB2`,
  );
  expectSaid(shell, "Stop-LabHost HO-EX2010-MB2", "");
  expectSaid(
    shell,
    "Get-LabConnection | ft ServerName,Type,Status,ServedBy -AutoSize",
    `
ServerName                          Type           Status      ServedBy
----------                          ----           ------      --------
outlook-ho.exchangeserverpro.net    Directory      Established HO-EX2010-MB1
outlook-ho.exchangeserverpro.net    Mail           Established HO-EX2010-MB1
HO-EX2010-MB2.exchangeserverpro.net Public Folders Connecting`,
  );
});

test("Web services: names, ports and certificates of their own; RPC needs none", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "Get-OwaVirtualDirectory | ft Server,InternalUrl,ExternalUrl -AutoSize",
    `
Server        InternalUrl                                     ExternalUrl
------        -----------                                     -----------
HO-EX2010-MB1 https://ho-ex2010-mb1.exchangeserverpro.net/owa
HO-EX2010-MB2 https://ho-ex2010-mb2.exchangeserverpro.net/owa
BR-EX2010-MB  https://br-ex2010-mb.exchangeserverpro.net/owa`,
  );
  expectSaid(
    shell,
    "New-LabClient phone ActiveSync alan.reid | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name  Status       ConnectedTo ServerName
----  ------       ----------- ----------
phone Disconnected             https://ho-ex2010-mb1.exchangeserverpro.net/Microsoft-Server-ActiveSync`,
  );
  expectSaid(shell, "Install-LabCertificate HO-EX2010-MB1 ho-ex2010-mb1.exchangeserverpro.net", "");
  expectSaid(
    shell,
    "Get-LabClient phone | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name  Status    ConnectedTo   ServerName
----  ------    -----------   ----------
phone Connected HO-EX2010-MB1 https://ho-ex2010-mb1.exchangeserverpro.net/Microsoft-Server-ActiveSync`,
  );
  expectSaid(shell, "Install-LabCertificate HO-EX2010-MB1 other.exchangeserverpro.net", "");
  expectSaid(shell, "New-LabOutlook alan.reid -ServerName ho-ex2010-mb1.exchangeserverpro.net | Out-Null", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Application,Status,ConnectedTo -AutoSize",
    `
Name      Application  Status       ConnectedTo
----      -----------  ------       -----------
alan.reid Outlook 2010 Connected    HO-EX2010-MB1
phone     ActiveSync   Disconnected`,
  );
  expectSaid(shell, "Install-LabCertificate HO-EX2010-MB1 ho-ex2010-mb1.exchangeserverpro.net", "");
  expectSaid(shell, "Stop-Service W3SVC -Force", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Application,Status,ConnectedTo -AutoSize",
    `
Name      Application  Status       ConnectedTo
----      -----------  ------       -----------
alan.reid Outlook 2010 Connected    HO-EX2010-MB1
phone     ActiveSync   Disconnected`,
  );
  expectSaid(shell, "Start-Service W3SVC; Stop-Service MSExchangeRPC", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Application,Status,ConnectedTo -AutoSize",
    `
Name      Application  Status       ConnectedTo
----      -----------  ------       -----------
alan.reid Outlook 2010 Disconnected
phone     ActiveSync   Connected    HO-EX2010-MB1`,
  );
});
