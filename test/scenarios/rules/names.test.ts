// The rules behind the scenarios: arrays, databases, names, balancers, groups; a test for each, with all that is shown.
// Every test fails when its rule is turned round.
import { test } from "vitest";
import { expectSaid, startShell } from "../../exchange/support.js";

test("Client Access array: a name for a site, which makes nothing but itself", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | ft Name,Site,Fqdn,Members -AutoSize",
    `
Name       Site                                                 Fqdn                             Members
----       ----                                                 ----                             -------
outlook-ho exchangeserverpro.net/Configuration/Sites/HeadOffice outlook-ho.exchangeserverpro.net {HO-EX2010-MB1, HO-...`,
  );
  expectSaid(
    shell,
    "New-ClientAccessArray -Name second -Fqdn second.exchangeserverpro.net -Site HeadOffice 2>&1 | foreach { $_.Exception.Message }",
    'The Active Directory site "HeadOffice" already has the Client Access array "outlook-ho". There can be only one array in a site.',
  );
  expectSaid(
    shell,
    "New-ClientAccessArray -Name outlook-ho -Fqdn outlook-br.exchangeserverpro.net -Site BranchOffice 2>&1 | foreach { $_.CategoryInfo.Reason }",
    "ADObjectAlreadyExistsException",
  );
  expectSaid(
    shell,
    "Get-MailboxDatabase MB-HO-0* | group RpcClientAccessServer -NoElement | ft Count,Name -AutoSize",
    `
Count Name
----- ----
    3 HO-EX2010-MB1.exchangeserverpro.net`,
  );
  expectSaid(
    shell,
    "nslookup outlook-ho.exchangeserverpro.net",
    `
Server:  HO-DC.exchangeserverpro.net
Address:  10.1.0.10

*** HO-DC.exchangeserverpro.net can't find outlook-ho.exchangeserverpro.net: Non-existent domain`,
  );
  expectSaid(shell, "Set-LabHost HO-EX2010-MB2 -Role Mailbox", "");
  expectSaid(
    shell,
    "Get-ClientAccessArray | ft Name,Members -AutoSize",
    `
Name       Members
----       -------
outlook-ho {HO-EX2010-MB1}`,
  );
  expectSaid(shell, "Stop-LabHost HO-EX2010-MB1", "");
  expectSaid(
    shell,
    "Get-ClientAccessArray | ft Name,Members -AutoSize",
    `
Name       Members
----       -------
outlook-ho {HO-EX2010-MB1}`,
  );
  expectSaid(shell, "Set-ClientAccessArray outlook-ho -Site BranchOffice", "");
  expectSaid(
    shell,
    "Get-ClientAccessArray | ft Name,Site,Members -AutoSize",
    `
Name       Site                                                   Members
----       ----                                                   -------
outlook-ho exchangeserverpro.net/Configuration/Sites/BranchOffice {BR-EX2010-MB}`,
  );
  expectSaid(shell, "Remove-ClientAccessArray outlook-ho -Confirm:$false", "");
  expectSaid(shell, "Get-ClientAccessArray", "");
});

test("RpcClientAccessServer: set when the database is made, changed by Set-MailboxDatabase alone", () => {
  const shell = startShell();
  expectSaid(shell, "New-MailboxDatabase Before -Server HO-EX2010-MB2 | Out-Null", "");
  expectSaid(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null", "");
  expectSaid(shell, "New-MailboxDatabase After -Server HO-EX2010-MB2 | Out-Null", "");
  expectSaid(shell, "New-MailboxDatabase Elsewhere -Server BR-EX2010-MB | Out-Null", "");
  expectSaid(
    shell,
    '"Before","After","Elsewhere" | Get-MailboxDatabase | ft Name,RpcClientAccessServer -AutoSize',
    `
Name      RpcClientAccessServer
----      ---------------------
Before    HO-EX2010-MB2.exchangeserverpro.net
After     outlook-ho.exchangeserverpro.net
Elsewhere BR-EX2010-MB.exchangeserverpro.net`,
  );
  expectSaid(shell, "Set-MailboxDatabase Before -RpcClientAccessServer outlook-ho", "");
  expectSaid(shell, "Set-ClientAccessArray outlook-ho -Fqdn mail-ho.exchangeserverpro.net", "");
  expectSaid(shell, "Remove-ClientAccessArray outlook-ho -Confirm:$false", "");
  expectSaid(
    shell,
    '"Before","After" | Get-MailboxDatabase | ft Name,RpcClientAccessServer -AutoSize',
    `
Name   RpcClientAccessServer
----   ---------------------
Before outlook-ho.exchangeserverpro.net
After  outlook-ho.exchangeserverpro.net`,
  );
});

test("DNS: the record decides, the cache remembers, the hosts file wins", () => {
  const shell = startShell();
  expectSaid(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.1.10 -TimeToLive 300 | Out-Null", "");
  expectSaid(
    shell,
    "New-LabOutlook alan.reid -ServerName outlook-ho.exchangeserverpro.net | ft Name,Status,ConnectedTo -AutoSize",
    `
Name      Status    ConnectedTo
----      ------    -----------
alan.reid Connected HO-EX2010-MB1`,
  );
  expectSaid(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.1.11 -TimeToLive 300 | Out-Null", "");
  expectSaid(
    shell,
    "New-LabOutlook sarah.jones -ServerName outlook-ho.exchangeserverpro.net | ft Name,Status,ConnectedTo -AutoSize",
    `
Name        Status    ConnectedTo
----        ------    -----------
sarah.jones Connected HO-EX2010-MB1`,
  );
  expectSaid(
    shell,
    "New-LabOutlook emma.carlisle -ServerName outlook-ho.exchangeserverpro.net | ft Name,Status,ConnectedTo -AutoSize",
    `
Name          Status    ConnectedTo
----          ------    -----------
emma.carlisle Connected HO-EX2010-MB2`,
  );
  expectSaid(shell, "Stop-LabHost HO-EX2010-MB2", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo -AutoSize",
    `
Name          Status       ConnectedTo
----          ------       -----------
alan.reid     Connected    HO-EX2010-MB1
sarah.jones   Connected    HO-EX2010-MB1
emma.carlisle Disconnected`,
  );
  expectSaid(shell, "Remove-LabDnsRecord outlook-ho.exchangeserverpro.net -Confirm:$false", "");
  expectSaid(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.0.99 -TimeToLive 300 | Out-Null", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo -AutoSize",
    `
Name          Status       ConnectedTo
----          ------       -----------
alan.reid     Connected    HO-EX2010-MB1
sarah.jones   Connected    HO-EX2010-MB1
emma.carlisle Disconnected`,
  );
  expectSaid(shell, "Start-Sleep -Seconds 300", "");
  expectSaid(shell, "Stop-LabOutlook alan.reid", "");
  expectSaid(shell, "Start-LabOutlook alan.reid", "");
  expectSaid(
    shell,
    "Test-LabConnection alan.reid | fl Result,Seconds,Description",
    `
Result      : OK
Seconds     : 0
Description : ALAN.REID-PC has outlook-ho.exchangeserverpro.net in its resolver cache: 10.1.0.99.

Result      : Failed
Seconds     : 21
Description : Nothing answers at 10.1.0.99: no machine has this address.`,
  );
  shell.lab.outlook("alan.reid").hosts("outlook-ho.exchangeserverpro.net", "10.1.1.10");
  expectSaid(
    shell,
    "Get-LabClient alan.reid | ft Name,Status,ConnectedTo -AutoSize",
    `
Name      Status    ConnectedTo
----      ------    -----------
alan.reid Connected HO-EX2010-MB1`,
  );
});

test("Load balancer: spreads over healthy servers, also across subnets, and takes failed ones out; Windows NLB does less", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "New-LabBalancer LB01 10.1.0.50 HO-EX2010-MB1,HO-EX2010-MB2,BR-EX2010-MB | ft Name,Pool -AutoSize",
    `
Name Pool
---- ----
LB01 {HO-EX2010-MB1, HO-EX2010-MB2, BR-EX2010-MB}`,
  );
  expectSaid(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.0.50 | Out-Null", "");
  expectSaid(
    shell,
    '"administrator","alan.reid","sarah.jones","emma.carlisle" | New-LabOutlook -ServerName outlook-ho.exchangeserverpro.net | ft Name,Status,ConnectedTo -AutoSize',
    `
Name          Status    ConnectedTo
----          ------    -----------
administrator Connected HO-EX2010-MB2
alan.reid     Connected HO-EX2010-MB1
sarah.jones   Connected BR-EX2010-MB
emma.carlisle Connected HO-EX2010-MB2`,
  );
  expectSaid(shell, "Stop-Service MSExchangeRPC; Start-Sleep 10", "");
  expectSaid(
    shell,
    "Get-LabClient | ft Name,Status,ConnectedTo -AutoSize",
    `
Name          Status    ConnectedTo
----          ------    -----------
administrator Connected HO-EX2010-MB2
alan.reid     Connected BR-EX2010-MB
sarah.jones   Connected BR-EX2010-MB
emma.carlisle Connected HO-EX2010-MB2`,
  );
  expectSaid(shell, "Import-Module NetworkLoadBalancingClusters", "");
  expectSaid(
    shell,
    'New-NlbCluster -HostName HO-EX2010-MB1 -InterfaceName "Local Area Connection" -ClusterPrimaryIP 10.1.0.60 -ClusterName NLB01 | ft Name,IPAddress -AutoSize',
    `
Name  IPAddress
----  ---------
NLB01 10.1.0.60`,
  );
  expectSaid(
    shell,
    'Add-NlbClusterNode -HostName HO-EX2010-MB1 -NewNodeName BR-EX2010-MB -NewNodeInterface "Local Area Connection" 2>&1 | foreach { $_.Exception.Message }',
    "BR-EX2010-MB (10.2.1.12) is not in the subnet of 10.1.0.60: all of an NLB cluster is in one subnet.",
  );
  expectSaid(
    shell,
    "New-DatabaseAvailabilityGroup DAG1 -WitnessServer fs01 -WarningAction SilentlyContinue | Out-Null",
    "",
  );
  expectSaid(shell, "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer BR-EX2010-MB", "");
  expectSaid(
    shell,
    'New-NlbCluster -HostName BR-EX2010-MB -InterfaceName "Local Area Connection" -ClusterPrimaryIP 10.2.0.60 -ClusterName NLB02 2>&1 | foreach { $_.Exception.Message }',
    "BR-EX2010-MB is a member of the DAG DAG1: Windows Network Load Balancing and failover clustering cannot be on the same server.",
  );
});

test("DAG: its address follows the core group, its databases fail over by themselves, and neither has to do with arrays", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "New-DatabaseAvailabilityGroup DAG1 -WitnessServer fs01 -DatabaseAvailabilityGroupIpAddresses 10.1.0.40,10.2.0.40 -WarningAction SilentlyContinue | Out-Null",
    "",
  );
  expectSaid(
    shell,
    "Get-ExchangeServer | foreach { Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer $_.Name }",
    "",
  );
  expectSaid(shell, "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer BR-EX2010-MB", "");
  expectSaid(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null", "");
  expectSaid(shell, "New-ClientAccessArray -Fqdn outlook-br.exchangeserverpro.net -Site BranchOffice | Out-Null", "");
  expectSaid(shell, "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net", "");
  expectSaid(
    shell,
    "nslookup DAG1.exchangeserverpro.net",
    `
Server:  HO-DC.exchangeserverpro.net
Address:  10.1.0.10

Name:    DAG1.exchangeserverpro.net
Address:  10.1.0.40`,
  );
  expectSaid(shell, "Import-Module FailoverClusters", "");
  expectSaid(
    shell,
    'Move-ClusterGroup "Cluster Group" BR-EX2010-MB -Cluster DAG1 | ft Name,OwnerNode,State -AutoSize',
    `
Name          OwnerNode    State
----          ---------    -----
Cluster Group BR-EX2010-MB Online`,
  );
  expectSaid(
    shell,
    "nslookup DAG1.exchangeserverpro.net",
    `
Server:  HO-DC.exchangeserverpro.net
Address:  10.1.0.10

Name:    DAG1.exchangeserverpro.net
Address:  10.2.0.40`,
  );
  expectSaid(
    shell,
    "Get-MailboxDatabase MB-HO-01 -Status | ft Name,Server,Mounted,RpcClientAccessServer -AutoSize",
    `
Name     Server        Mounted RpcClientAccessServer
----     ------        ------- ---------------------
MB-HO-01 HO-EX2010-MB1    True outlook-ho.exchangeserverpro.net`,
  );
  expectSaid(shell, "Stop-LabHost HO-EX2010-MB1", "");
  expectSaid(
    shell,
    "Get-MailboxDatabase MB-HO-01 -Status | ft Name,Server,Mounted,RpcClientAccessServer -AutoSize",
    `
Name     Server       Mounted RpcClientAccessServer
----     ------       ------- ---------------------
MB-HO-01 BR-EX2010-MB    True outlook-ho.exchangeserverpro.net`,
  );
  expectSaid(
    shell,
    "Get-ClientAccessArray | ft Name,Members -AutoSize",
    `
Name       Members
----       -------
outlook-ho {HO-EX2010-MB1, HO-EX2010-MB2}
outlook-br {BR-EX2010-MB}`,
  );
});
