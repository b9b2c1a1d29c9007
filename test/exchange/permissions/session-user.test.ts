// A session that is run as a user has the cmdlets and parameters of his roles, and changes what they cover.
import { describe, expect, test } from "vitest";
import { createShell, type Shell, type Topology } from "../../../src/index.js";
import { expectSaid, startShell, type } from "../support.js";

const password = "$password = ConvertTo-SecureString 'Pa$$w0rd!' -AsPlainText -Force";
const mailbox = (name: string, more = ""): string =>
  `$null = New-Mailbox ${name} -UserPrincipalName ${name}@exchangeserverpro.net -Password $password ${more}`;

/** The article's organization with some mailboxes, after more lines of an administrator. */
function prepared(...lines: readonly string[]): Topology {
  const shell = startShell();
  type(
    shell,
    password,
    mailbox("anna"),
    mailbox("berta"),
    mailbox("carl", "-OrganizationalUnit 'Branch Office'"),
    ...lines,
  );
  return shell.topology;
}
const as = (user: string, topology: Topology): Shell => createShell({ user, topology });
const messages = (shell: Shell, line: string): readonly string[] =>
  shell.run(line).errors.map(({ message }) => message);
const unknown = (name: string): string =>
  `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`;

describe("a session as a member of Help Desk", () => {
  const topology = prepared("Add-RoleGroupMember 'Help Desk' -Member anna");

  test("has the cmdlets of its roles, and no others", () => {
    const shell = as("anna", topology);
    expectSaid(shell, "Get-Mailbox berta | % { $_.Name }", "berta");
    expectSaid(
      shell,
      "New-Mailbox x",
      `
The term 'New-Mailbox' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the
 spelling of the name, or if a path was included, verify that the path is correct and try again.
At line:1 char:12
+ New-Mailbox <<<<  x
    + CategoryInfo          : ObjectNotFound: (New-Mailbox:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException`,
    );
    expectSaid(
      shell,
      "Get-Command *-CalendarProcessing | % { $_.Name }",
      "Get-CalendarProcessing\nSet-CalendarProcessing",
    );
    expectSaid(
      shell,
      "@(Get-Command *-MailboxDatabase).Count; Get-ExCommand New-* | % { $_.Name }",
      "0\nNew-InboxRule\nNew-MailboxFolder",
    );
    expectSaid(shell, "1..3 | Measure-Object -Sum | % { $_.Sum }", "6");
  });

  test("has the parameters of its roles, and no others", () => {
    const shell = as("EXCHANGESERVERPRO\\anna", topology);
    type(shell, "Set-Mailbox berta -DeliverToMailboxAndForward $true");
    expect(messages(shell, "Set-Mailbox berta -DisplayName B")).toEqual([
      // The commands of the shell are functions that call the server (facts: messages.md).
      "A positional parameter cannot be found that accepts argument '-DisplayName'.",
    ]);
    expect(shell.run("(Get-Command Set-User).Parameters.Keys -contains 'Department'").text).toContain("False");
    const { matches } = shell.complete("Set-User -", 10);
    expect(matches.map(({ text }) => text)).toContain("-Phone");
    expect(matches.map(({ text }) => text)).not.toContain("-Department");
  });

  test("may be forked, and goes on from a snapshot's state as the same user", () => {
    const shell = as("anna", topology).fork();
    expect(messages(shell, "New-Mailbox x")).toEqual([unknown("New-Mailbox")]);
    expectSaid(shell, "$env:USERNAME; whoami", shell.run("$env:USERNAME; whoami").text);
  });
});

describe("who has which roles", () => {
  test("nested groups and assignments of one's own count; what came later counts from the next session on", () => {
    const topology = prepared(
      "$null = New-DistributionGroup 'Desk Team' -Type Security -Members anna",
      "Add-RoleGroupMember 'Records Management' -Member 'Desk Team'",
      "$null = New-ManagementRoleAssignment -Role 'Transport Queues' -User anna",
      "$null = New-ManagementRoleAssignment Off -Role 'Databases' -User anna",
      "Set-ManagementRoleAssignment Off -Enabled $false",
      "Add-RoleGroupMember 'Organization Management' -Member berta",
    );
    const anna = as("anna", topology);
    expectSaid(
      anna,
      "(Get-Command New-JournalRule,Suspend-Queue | % { $_.Name }) -join ','",
      "New-JournalRule,Suspend-Queue",
    );
    expect(messages(anna, "Dismount-Database MB-HO-01")).toEqual([unknown("Dismount-Database")]);
    const berta = as("berta", topology);
    type(berta, "Add-RoleGroupMember 'Server Management' -Member anna");
    expect(messages(anna, "Dismount-Database MB-HO-01")).toEqual([unknown("Dismount-Database")]);
    type(as("anna", berta.topology), "Dismount-Database MB-HO-01 -Confirm:$false");
  });

  test("an administrator by name lacks what no group has: the roles that he may give himself", () => {
    const shell = as("Administrator", prepared());
    expect(messages(shell, "New-MailboxExportRequest anna -FilePath \\\\x\\y.pst")).toEqual([
      unknown("New-MailboxExportRequest"),
    ]);
    type(shell, "$null = New-ManagementRoleAssignment -Role 'Mailbox Import Export' -User Administrator");
    expectSaid(
      as("Administrator", shell.topology),
      "(Get-Command New-MailboxExportRequest).Name",
      "New-MailboxExportRequest",
    );
  });

  test("an account that the organization has not has nothing", () => {
    expect(messages(as("nobody", prepared()), "Get-Mailbox")).toEqual([unknown("Get-Mailbox")]);
  });

  test("a user without a group has what his policy gives him, for his own mailbox", () => {
    const shell = as("anna", prepared());
    expectSaid(shell, "Get-Mailbox | % { $_.Name }", "anna");
    type(shell, "Set-Mailbox anna -DeliverToMailboxAndForward $true");
    expect(messages(shell, "Set-Mailbox berta -DeliverToMailboxAndForward $true").length).toBe(1);
    expect(messages(shell, "Get-ExchangeServer")).toEqual([unknown("Get-ExchangeServer")]);
  });
});

describe("write scopes", () => {
  const outside = (kind: string, typed: string, name: string): string => {
    const [what, the] = kind === "mailbox" ? [`mailbox ${typed}`, "the "] : [`${kind} "${typed}"`, ""];
    return `The operation on ${what} failed because it's out of the current user's write scope. '${name}' isn't within your current write scopes. Can't perform ${the}save operation.`;
  };

  test("a filter over recipients: before and after the change", () => {
    const topology = prepared(
      "Set-User berta -Office Riga",
      "$null = New-ManagementScope Riga -RecipientRestrictionFilter \"Office -eq 'Riga'\"",
      "$null = New-RoleGroup Desk -Roles 'Mail Recipients' -Members anna -CustomRecipientWriteScope Riga",
    );
    const shell = as("anna", topology);
    type(shell, "Set-Mailbox berta -CustomAttribute1 x");
    expect(messages(shell, "Set-Mailbox carl -CustomAttribute1 x")).toEqual([
      outside("mailbox", "carl", "exchangeserverpro.net/Branch Office/carl"),
    ]);
    expect(messages(shell, "Set-User berta -Office Oslo")).toEqual([
      outside("Identity", "berta", "exchangeserverpro.net/Users/berta"),
    ]);
    expect(messages(shell, "Add-MailboxPermission carl -User anna -AccessRights FullAccess")).toEqual([
      outside("mailbox", "carl", "exchangeserverpro.net/Branch Office/carl"),
    ]);
    expectSaid(shell, "(Get-Mailbox carl).CustomAttribute1", "");
  });

  test("a unit: also for what is new", () => {
    const topology = prepared(
      "$null = New-RoleGroup Makers -Roles 'Mail Recipient Creation' -Members anna -RecipientOrganizationalUnitScope 'Branch Office'",
    );
    const shell = as("anna", topology);
    type(shell, password, mailbox("dora", "-OrganizationalUnit 'Branch Office'"));
    expect(messages(shell, mailbox("emil"))).toEqual([outside("mailbox", "emil", "exchangeserverpro.net/Users/emil")]);
    expectSaid(shell, "@(Get-Mailbox emil -ErrorAction SilentlyContinue).Count", "0");
  });

  test("servers and databases", () => {
    const topology = prepared(
      "$null = New-ManagementScope Branch -ServerRestrictionFilter \"Name -like 'BR-*'\"",
      "$null = New-RoleGroup Servers -Roles 'Exchange Servers' -Members anna -CustomConfigWriteScope Branch",
    );
    const shell = as("anna", topology);
    type(shell, "Set-MailboxServer BR-EX2010-MB -MessageTrackingLogEnabled $false");
    expect(messages(shell, "Set-MailboxServer HO-EX2010-MB1 -MessageTrackingLogEnabled $false").length).toBe(1);
  });

  test("exclusive scopes keep out whoever has none", () => {
    const topology = prepared(
      "Set-User carl -Title CEO",
      "$null = New-ManagementScope Board -RecipientRestrictionFilter \"Title -eq 'CEO'\" -Exclusive -Force",
      "Add-RoleGroupMember 'Recipient Management' -Member anna",
      "$null = New-ManagementRoleAssignment -Role 'Mail Recipients' -User berta -ExclusiveRecipientWriteScope Board",
    );
    expect(messages(as("anna", topology), "Set-Mailbox carl -CustomAttribute1 x").length).toBe(1);
    type(as("anna", topology), "Set-Mailbox berta -CustomAttribute1 x");
    type(as("berta", topology), "Set-Mailbox carl -CustomAttribute1 x");
    expect(messages(as("berta", topology), "Set-Mailbox anna -CustomAttribute1 x").length).toBe(1);
  });
});
