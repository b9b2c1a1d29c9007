// Security groups and role groups are changed by those who manage them.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const refusal =
  "You don't have sufficient permissions. This operation can only be performed by a manager of the group.";

/** The organization with managers; its shells run as one of them. */
const { topology } = (() => {
  const shell = startShell();
  type(
    shell,
    "Add-RoleGroupMember 'Recipient Management' -Member alan.reid",
    "Add-RoleGroupMember 'Organization Management' -Member emma.carlisle",
    "$null = New-DistributionGroup Doors -Type Security -ManagedBy sarah.jones",
    "$null = New-DistributionGroup News -ManagedBy sarah.jones",
  );
  return shell;
})();
const as = (user: string) => startShell({ width: 300, user, topology });

describe("a security group that somebody else manages", () => {
  test.each([
    ["Add-DistributionGroupMember Doors -Member priya.nair", "Doors"],
    ["Update-DistributionGroupMember Doors -Members priya.nair -Confirm:$false", "Doors"],
    ["Set-DistributionGroup Doors -CustomAttribute1 x", "Doors"],
    ["Remove-DistributionGroup Doors -Confirm:$false", "Doors"],
  ])("%s", (line) => {
    const shell = as("alan.reid");
    expect(said(shell, line).split("\n")[0]).toBe(refusal);
    type(shell, `${line} -BypassSecurityGroupManagerCheck`);
  });

  test("its manager needs no leave, and groups for mail only are everybody's who may write", () => {
    const shell = as("alan.reid");
    type(shell, "Add-DistributionGroupMember News -Member priya.nair");
    expectSaid(shell, "Get-DistributionGroupMember News | % { $_.PrimarySmtpAddress.ToString() }", `priya.nair@${own}`);
  });
});

test("role groups are managed by the members of Organization Management", () => {
  type(as("emma.carlisle"), "Add-RoleGroupMember 'Help Desk' -Member sarah.jones");
});
