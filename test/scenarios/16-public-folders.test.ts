// Scenario 16: the server with the active copy is down. The mailbox goes on through the array, public folders hang.
import { test } from "vitest";
import type { Shell } from "../../src/index.js";
import { expectSaid, startShell, type } from "../exchange/support.js";

/** Two members of a group behind a balancer; the first has the active copy and the public folders. */
function begin(): Shell {
  const shell = startShell();
  type(
    shell,
    "New-DatabaseAvailabilityGroup DAG1 -WitnessServer fs01 -WarningAction SilentlyContinue | Out-Null",
    "'HO-EX2010-MB1','HO-EX2010-MB2' | foreach { Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer $_ }",
    "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer HO-EX2010-MB2",
    "New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1 | Out-Null",
    "Mount-Database PF01",
    "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null",
    "New-LabBalancer LB01 10.1.0.50 HO-EX2010-MB1,HO-EX2010-MB2 | Out-Null",
    "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.0.50 | Out-Null",
    "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net -PublicFolderDatabase PF01",
    "New-LabOutlook alan.reid | Out-Null",
  );
  return shell;
}

const header = `
Client               ServerName                             Type           Conn   Status       ServedBy
------               ----------                             ----           ----   ------       --------`;

test("mail stays where it is, and public folders wait for the server that holds them", () => {
  const shell = begin();
  expectSaid(
    shell,
    "Get-LabConnection alan.reid",
    `${header}
alan.reid            outlook-ho.exchangeserverpro.net       Directory      TCP/IP Established  HO-EX2010-MB2
alan.reid            outlook-ho.exchangeserverpro.net       Mail           TCP/IP Established  HO-EX2010-MB2
alan.reid            HO-EX2010-MB1.exchangeserverpro.net    Public Folders TCP/IP Established  HO-EX2010-MB1`,
  );
  type(shell, "Stop-LabHost HO-EX2010-MB1");
  expectSaid(
    shell,
    "Get-LabConnection alan.reid",
    `${header}
alan.reid            outlook-ho.exchangeserverpro.net       Directory      TCP/IP Established  HO-EX2010-MB2
alan.reid            outlook-ho.exchangeserverpro.net       Mail           TCP/IP Established  HO-EX2010-MB2
alan.reid            HO-EX2010-MB1.exchangeserverpro.net    Public Folders        Connecting`,
  );
  expectSaid(
    shell,
    "Get-MailboxDatabase MB-HO-01 -Status | ft Name,Server,Mounted -AutoSize",
    `
Name     Server        Mounted
----     ------        -------
MB-HO-01 HO-EX2010-MB2    True`,
  );
});

test("the other way round: the server that serves the client stops, and public folders do not notice", () => {
  const shell = begin();
  type(shell, "Stop-LabHost HO-EX2010-MB2", "Start-Sleep 10");
  expectSaid(
    shell,
    "Get-LabConnection alan.reid",
    `${header}
alan.reid            outlook-ho.exchangeserverpro.net       Directory      TCP/IP Established  HO-EX2010-MB1
alan.reid            outlook-ho.exchangeserverpro.net       Mail           TCP/IP Established  HO-EX2010-MB1
alan.reid            HO-EX2010-MB1.exchangeserverpro.net    Public Folders TCP/IP Established  HO-EX2010-MB1`,
  );
});
