// The rules behind the scenarios: mail flow, and the versions before and after Exchange 2010. Every test fails when its rule is turned round.
import { test } from "vitest";
import { expectSaid, startShell } from "../../exchange/support.js";
import { shellOf } from "../../network/support.js";

const mailbox = { mailboxes: [{ name: "Anna Lind", alias: "anna" }] };

const exchange2007 = {
  domain: "contoso.com",
  servers: [
    { name: "CAS", version: "8.3.83.6", roles: ["ClientAccess", "HubTransport"] as const },
    { name: "MBX", version: "8.3.83.6", roles: ["Mailbox"] as const },
  ],
  databases: [{ name: "DB", server: "MBX" }],
  ...mailbox,
};

const exchange2013 = {
  domain: "contoso.com",
  servers: [{ name: "EX13", version: "15.0.1497.2", roles: ["Mailbox", "ClientAccess"] as const }],
  databases: [{ name: "DB", server: "EX13" }],
  ...mailbox,
};

test("Mail flow: Hub Transport's work, with or without an array", () => {
  const shell = startShell();
  expectSaid(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null", "");
  expectSaid(
    shell,
    "Get-Service MSExchangeRPC -ComputerName HO-EX2010-MB1,HO-EX2010-MB2,BR-EX2010-MB | Stop-Service",
    "",
  );
  expectSaid(
    shell,
    "Get-Service W3SVC -ComputerName HO-EX2010-MB1,HO-EX2010-MB2,BR-EX2010-MB | Stop-Service -Force",
    "",
  );
  expectSaid(shell, "Remove-ClientAccessArray outlook-ho -Confirm:$false", "");
  expectSaid(
    shell,
    "Send-MailMessage -From alan.reid@exchangeserverpro.net -To sarah.jones@exchangeserverpro.net -Subject Hello -SmtpServer HO-EX2010-MB1",
    "",
  );
  expectSaid(
    shell,
    "Get-MessageTrackingLog -EventId DELIVER | ft Sender,Recipients,MessageSubject -AutoSize",
    `
Sender                          Recipients                          MessageSubject
------                          ----------                          --------------
alan.reid@exchangeserverpro.net {sarah.jones@exchangeserverpro.net} Hello`,
  );
  expectSaid(shell, "Get-Service MSExchangeTransport -ComputerName HO-EX2010-MB1 | Stop-Service", "");
  expectSaid(
    shell,
    "Send-MailMessage -From alan.reid@exchangeserverpro.net -To sarah.jones@exchangeserverpro.net -Subject Again -SmtpServer HO-EX2010-MB1 2>&1 | foreach { $_.Exception.Message }",
    "Unable to connect to the remote server",
  );
});

test("Exchange 2007: Outlook goes straight to the Mailbox server", () => {
  const shell = shellOf(exchange2007);
  expectSaid(
    shell,
    "New-LabOutlook anna -Version 2007 | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name Status    ConnectedTo ServerName
---- ------    ----------- ----------
anna Connected MBX         MBX.contoso.com`,
  );
  expectSaid(shell, "Stop-LabHost CAS", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name Status    ConnectedTo ServerName
---- ------    ----------- ----------
anna Connected MBX         MBX.contoso.com`,
  );
  expectSaid(shell, "Start-LabHost CAS; Stop-LabHost MBX", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name Status       ConnectedTo ServerName
---- ------       ----------- ----------
anna Disconnected             MBX.contoso.com`,
  );
});

test("Exchange 2013: no array, a mailbox's GUID as server, and all by HTTPS", () => {
  const shell = shellOf(exchange2013, { edition: "Exchange2013" });
  expectSaid(
    shell,
    "Get-Command *-ClientAccessArray | ft Name -AutoSize",
    `
Name
----
Get-ClientAccessArray`,
  );
  expectSaid(shell, "Get-ClientAccessArray", "");
  expectSaid(shell, "Install-LabCertificate EX13 ex13.contoso.com", "");
  expectSaid(
    shell,
    "New-LabOutlook anna -Version 2013 | ft Name,Status,ConnectedTo,ServerName -AutoSize",
    `
Name Status    ConnectedTo ServerName
---- ------    ----------- ----------
anna Connected EX13        74249361-bb53-4c53-992f-79dbe5b46cde@contoso.com`,
  );
  expectSaid(
    shell,
    "Get-LabConnection anna | ft Type,Conn,Status -AutoSize",
    `
Type      Conn  Status
----      ----  ------
Directory HTTPS Established
Mail      HTTPS Established`,
  );
  expectSaid(shell, "Stop-Service W3SVC -Force", "");
  expectSaid(
    shell,
    "Get-LabClient anna | ft Name,Status,ConnectedTo -AutoSize",
    `
Name Status       ConnectedTo
---- ------       -----------
anna Disconnected`,
  );
});
