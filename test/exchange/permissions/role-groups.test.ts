// Role groups, their members, roles, and who has which.
import { describe, expect, test } from "vitest";
import { listObjects } from "../../../src/topology/index.js";
import { expectSaid, startShell, type } from "../support.js";

const table = "Format-Table -Auto Role,RoleAssigneeType,RoleAssigneeName";

describe("what setup makes", () => {
  test("is there when somebody asks, and in no organization where nobody does", () => {
    const shell = startShell();
    type(shell, "$null = Get-Mailbox");
    expect(listObjects(shell.topology, "ManagementRole")).toEqual([]);
    expectSaid(
      shell,
      "@(Get-RoleGroup).Count; @(Get-ManagementRole).Count; @(Get-ManagementRoleAssignment).Count",
      "11\n71\n165",
    );
    expectSaid(shell, "(Get-RoleGroup 'Organization Management').Members | % { $_.Name }", "Administrator");
  });

  test("who has a role (facts: captures get-managementroleassignment.2 and .3, but for groups of one organization)", () => {
    const shell = startShell({ edition: "Exchange2016" });
    expectSaid(
      shell,
      `Get-ManagementRoleAssignment -Role "Mail Recipients" -Delegating $false | ${table}`,
      `
Role            RoleAssigneeType RoleAssigneeName
----            ---------------- ----------------
Mail Recipients        RoleGroup Organization Management
Mail Recipients        RoleGroup Recipient Management`,
    );
    type(
      shell,
      "Add-RoleGroupMember 'Hygiene Management' -Member Administrator",
      "Remove-RoleGroupMember 'Organization Management' -Member Administrator -Confirm:$false",
    );
    expectSaid(
      shell,
      `Get-ManagementRoleAssignment -RoleAssignee Administrator -RoleAssigneeType RoleGroup | ${table}`,
      `
Role                     RoleAssigneeType RoleAssigneeName
----                     ---------------- ----------------
ApplicationImpersonation        RoleGroup Hygiene Management
Receive Connectors              RoleGroup Hygiene Management
Transport Agents                RoleGroup Hygiene Management
Transport Hygiene               RoleGroup Hygiene Management
View-Only Configuration         RoleGroup Hygiene Management
View-Only Recipients            RoleGroup Hygiene Management`,
    );
  });

  test("roles (view: captures get-managementrole.1 to .3)", () => {
    expectSaid(
      startShell(),
      "Get-ManagementRole View*",
      `
Name                    RoleType
----                    --------
View-Only Audit Logs    ViewOnlyAuditLogs
View-Only Configuration ViewOnlyConfiguration
View-Only Recipients    ViewOnlyRecipients`,
    );
  });
});

describe("role groups are groups of the directory", () => {
  test("which Get-Group shows, with their members", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-Group 'Help Desk'",
      `
Name                          DisplayName                   SamAccountName                GroupType
----                          -----------                   --------------                ---------
Help Desk                                                   Help Desk                     Universal, SecurityEnabled`,
    );
    expectSaid(
      shell,
      "Get-Group 'Organization Management' | fl RecipientType,RecipientTypeDetails,ManagedBy,Members,OrganizationalUnit",
      `
RecipientType        : Group
RecipientTypeDetails : RoleGroup
ManagedBy            : {exchangeserverpro.net/Microsoft Exchange Security Groups/Organization Management}
Members              : {exchangeserverpro.net/Users/Administrator}
OrganizationalUnit   : exchangeserverpro.net/Microsoft Exchange Security Groups`,
    );
    expectSaid(shell, "@(Get-Group -RecipientTypeDetails RoleGroup).Count", "11");
  });

  test("beside others in their unit that have no roles", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-Group -OrganizationalUnit 'Microsoft Exchange Security Groups' -RecipientTypeDetails UniversalSecurityGroup | % { $_.Name }",
      "Exchange Servers\nExchange Trusted Subsystem\nExchange Windows Permissions\nExchangeLegacyInterop\nExchange All Hosted Organizations",
    );
    expect(shell.run("Get-RoleGroup 'Exchange Servers'").errors.length).toBe(1);
  });

  test("a security group may be in one, and its members have the roles too", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-DistributionGroup 'Desk Team' -Type Security -Members Administrator",
      "$null = New-RoleGroup 'Desk' -Roles 'User Options' -Members 'Desk Team'",
      "Remove-RoleGroupMember 'Organization Management' -Member Administrator -Confirm:$false",
    );
    expectSaid(
      shell,
      "Get-ManagementRoleAssignment -RoleAssignee Administrator -RoleAssigneeType RoleGroup | % { $_.Name }",
      "User Options-Desk",
    );
    expectSaid(
      shell,
      "Get-RoleGroupMember Desk",
      `
Name                                                        RecipientType
----                                                        -------------
Desk Team                                                   MailUniversalSecurityGroup`,
    );
    type(shell, "$null = New-ManagementRoleAssignment -Role 'Message Tracking' -SecurityGroup 'Desk Team'");
    expectSaid(
      shell,
      "Get-ManagementRoleAssignment -RoleAssigneeType SecurityGroup | fl Name,RoleAssignee",
      `
Name         : Message Tracking-Desk Team
RoleAssignee : exchangeserverpro.net/Users/Desk Team`,
    );
  });
});

describe("a group of one's own", () => {
  const made = () => {
    const shell = startShell({ edition: "Exchange2016", width: 127 });
    type(shell, 'New-RoleGroup -Name "cert users" -Roles "Exchange Server Certificates" -Members "administrator"');
    return shell;
  };

  test("New-RoleGroup (capture new-rolegroup.1: names, roles, assignments, who manages it)", () => {
    expectSaid(
      made(),
      'Get-RoleGroup "cert users" | fl Name,Roles,RoleAssignments,ManagedBy,Members,SamAccountName,RoleGroupType,Identity,DistinguishedName',
      `
Name              : cert users
Roles             : {Exchange Server Certificates}
RoleAssignments   : {Exchange Server Certificates-cert users}
ManagedBy         : {exchangeserverpro.net/Microsoft Exchange Security Groups/Organization Management,
                    exchangeserverpro.net/Users/Administrator}
Members           : {exchangeserverpro.net/Users/Administrator}
SamAccountName    : cert users
RoleGroupType     : Standard
Identity          : exchangeserverpro.net/Microsoft Exchange Security Groups/cert users
DistinguishedName : CN=cert users,OU=Microsoft Exchange Security Groups,DC=exchangeserverpro,DC=net`,
    );
  });

  test("its members come and go", () => {
    const shell = made();
    const members = "Get-RoleGroupMember 'cert users' | % { $_.Name }";
    expectSaid(shell, members, "Administrator");
    expect(
      shell.run("Add-RoleGroupMember 'cert users' -Member Administrator").errors.map(({ message }) => message),
    ).toEqual(['The recipient "Administrator" is already a member of the group "cert users".']);
    type(shell, "Update-RoleGroupMember 'cert users' -Members @{Remove='Administrator'}");
    expectSaid(shell, members, "");
    type(shell, "Update-RoleGroupMember 'cert users' -Members Administrator");
    expectSaid(shell, members, "Administrator");
  });

  test("roles are given and taken one by one, and go with the group", () => {
    const shell = made();
    type(shell, "$null = New-ManagementRoleAssignment -Role 'Mailbox Import Export' -SecurityGroup 'cert users'");
    expectSaid(
      shell,
      "(Get-RoleGroup 'cert users').Roles | % { $_.Name }",
      "Exchange Server Certificates\nMailbox Import Export",
    );
    type(shell, "Remove-ManagementRoleAssignment 'Exchange Server Certificates-cert users' -Confirm:$false");
    expectSaid(shell, "(Get-RoleGroup 'cert users').Roles | % { $_.Name }", "Mailbox Import Export");
    type(shell, "Set-ManagementRoleAssignment 'Mailbox Import Export-cert users' -Enabled $false");
    expectSaid(
      shell,
      "Get-ManagementRoleAssignment -Enabled $false | % { $_.Name }",
      "Mailbox Import Export-cert users",
    );
    type(
      shell,
      "Set-RoleGroup 'cert users' -Description 'Certificates'",
      "Remove-RoleGroup 'cert users' -Confirm:$false",
    );
    expectSaid(shell, "@(Get-ManagementRoleAssignment '*cert users').Count", "0");
  });
});
