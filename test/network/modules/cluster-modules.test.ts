// Modules of Windows are there where the version of Windows has them, and after Import-Module in PowerShell 2.0.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";

test("FailoverClusters and NetworkLoadBalancingClusters", () => {
  const shell = createShell();
  const idOf = (line: string): string | undefined => shell.run(line).errors[0]?.id;
  expect(idOf("Get-NlbCluster")).toBe("CommandNotFoundException");
  shell.run("Import-Module NetworkLoadBalancingClusters, FailoverClusters");
  expect(idOf("Get-NlbCluster")).toBe("NotFound,Microsoft.NetworkLoadBalancingClusters.PowerShell.GetNlbCluster");
  expect(shell.run("(Get-Command -Noun ClusterGroup | % { $_.Name }) -join ','").text).toBe(
    "Get-ClusterGroup,Move-ClusterGroup\n",
  );
  shell.run('Set-LabHost HO-EX2010-MB1 -WindowsVersion "Windows Server 2008"');
  expect(idOf("Get-NlbCluster")).toBe("CommandNotFoundException");
});

test("a later shell loads them by itself; a machine outside of clusters needs -Cluster", () => {
  const shell = createShell({ edition: "Exchange2013" });
  expect(shell.run("Get-ClusterGroup").errors[0]?.message).toBe(
    "The cluster service is not running on HO-EX2010-MB1. Name a cluster with -Cluster.",
  );
  shell.run("New-DatabaseAvailabilityGroup DAG1 -WitnessServer BR-EX2010-MB");
  shell.run("Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2");
  expect(shell.run("Get-ClusterNode -Cluster DAG1 | % { $_.Name + ' ' + $_.State }").text).toBe("HO-EX2010-MB2 Up\n");
  expect(shell.run("Move-ClusterGroup 'Cluster Group' -Cluster DAG1").errors[0]?.message).toBe(
    "DAG1 has no other member that is up.",
  );
});
