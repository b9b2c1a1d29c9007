// Scenario 15, the servers' part: databases activated in the second site, with and without the array moved there.
import { test } from "vitest";
import { shellWithGroup } from "../exchange/availability/support.js";
import { expectSaid, type } from "../exchange/support.js";

test("the database moves, its clients' name stays; the array moves with Set-ClientAccessArray -Site", () => {
  const shell = shellWithGroup();
  type(
    shell,
    "New-ClientAccessArray -Name cas-ho -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null",
    "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer cas-ho",
    "Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode DagOnly",
    "Stop-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite HeadOffice -ConfigurationOnly -Confirm:$false",
    "Restore-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite BranchOffice -Confirm:$false",
  );
  expectSaid(
    shell,
    "Get-MailboxDatabase MB-HO-01 -Status | fl Server,Mounted,RpcClientAccessServer",
    `
Server                : BR-EX2010-MB
Mounted               : True
RpcClientAccessServer : outlook-ho.exchangeserverpro.net`,
  );
  type(shell, "Set-ClientAccessArray cas-ho -Site BranchOffice");
  expectSaid(
    shell,
    "Get-ClientAccessArray | fl Site,Fqdn,Members",
    `
Site    : exchangeserverpro.net/Configuration/Sites/BranchOffice
Fqdn    : outlook-ho.exchangeserverpro.net
Members : {BR-EX2010-MB}`,
  );
});
