// Roles with their entries, scopes, assignments with scopes, policies for users.
import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/exchange/catalogue/catalogue.js";
import { inRelease } from "../../../src/exchange/catalogue/release.js";
import { nouns, type RegisteredNoun } from "../../../src/exchange/nouns.js";
import { edgeOnly, roleCmdlets } from "../../../src/exchange/permissions/roles/role-cmdlets.js";
import { builtInEntries } from "../../../src/exchange/permissions/roles/role-entry.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

function registered(name: string): RegisteredNoun {
  const found = nouns.find(({ noun }) => noun.noun === name);
  if (found === undefined) throw new Error(`${name} is not registered.`);
  return found;
}
const flat = (text: string): string => text.replace(/\s+/g, " ");
const failure = (shell: ReturnType<typeof startShell>, line: string): string | undefined =>
  shell.run(line).errors.map(({ message }) => message)[0];

describe("the table of what the built-in roles hold", () => {
  test("knows every cmdlet of 2010 but those of servers in the perimeter", () => {
    const held = new Set(
      Object.keys(roleCmdlets).flatMap((role) =>
        role.startsWith("View-Only") ? [] : builtInEntries(role, "2010").map(({ name }) => name),
      ),
    );
    const missing = [...catalogue().values()]
      .flat()
      .filter(
        ({ releases, name, noun }) => inRelease(releases, "2010") && !held.has(name) && !edgeOnly.includes(`-${noun}`),
      );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test("names nothing that no release has", () => {
    const all = [...catalogue().values()].flat();
    const words = Object.values(roleCmdlets)
      .join(" ")
      .split(" ")
      .filter((word) => word !== "");
    const unknown = words.filter((word) => {
      const [, verbs = "", noun = ""] = /^([\w*,]+)-([\w*]+)/.exec(word) ?? [];
      return verbs
        .split(",")
        .some(
          (verb) => !all.some((each) => (noun === "*" || each.noun === noun) && (verb === "*" || each.verb === verb)),
        );
    });
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("who may make mailboxes in 2016 (facts: get-managementrole.3)", () => {
    expectSaid(
      startShell({ edition: "Exchange2016" }),
      "Get-ManagementRole -Cmdlet new-mailbox | sort Name",
      `
Name                        RoleType
----                        --------
Mail Enabled Public Folders MailEnabledPublicFolders
Mail Recipient Creation     MailRecipientCreation
Mail Recipients             MailRecipients
Public Folders              PublicFolders
Retention Management        RetentionManagement`,
    );
  });

  test("who may ask for diagnostics in 2019 (facts: get-managementrole.1, without a role of the online service)", () => {
    expectSaid(
      startShell({ edition: "Exchange2019" }),
      "Get-ManagementRole -Cmdlet Get-ExchangeDiagnosticInfo",
      `
Name                    RoleType
----                    --------
Support Diagnostics     SupportDiagnostics
View-Only Configuration ViewOnlyConfiguration`,
    );
  });
});

describe("ManagementRole", () => {
  test("a role as a list (order from memory)", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-ManagementRole 'View-Only Recipients' | fl RoleType,Implicit*,IsRootRole,IsEndUserRole,Parent,Identity",
      `
RoleType                    : ViewOnlyRecipients
ImplicitRecipientReadScope  : Organization
ImplicitRecipientWriteScope : None
ImplicitConfigReadScope     : OrganizationConfig
ImplicitConfigWriteScope    : None
IsRootRole                  : True
IsEndUserRole               : False
Parent                      :
Identity                    : View-Only Recipients`,
    );
    expectSaid(
      shell,
      "(Get-ManagementRole 'Send Connectors').RoleEntries | select -first 1",
      "(Microsoft.Exchange.Management.PowerShell.E2010) Write-AdminAuditLog -Comment -Confirm -Debug -DomainController -ErrorAction -ErrorVariable -OutBuffer -OutVariable -Verbose -WarningAction -WarningVariable -WhatIf",
    );
  });

  test("a role of one's own lies below its parent and begins with what that has", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-ManagementRole 'Tier 1' -Parent 'Send Connectors' -Description 'First line'",
      `
Name   RoleType
----   --------
Tier 1 SendConnectors`,
    );
    expectSaid(
      shell,
      "Get-ManagementRole 'Send Connectors\\Tier 1' | fl Name,Identity,Parent,Description,IsRootRole,DistinguishedName",
      `
Name              : Tier 1
Identity          : Send Connectors\\Tier 1
Parent            : Send Connectors
Description       : First line
IsRootRole        : False
DistinguishedName : CN=Tier 1,CN=Send Connectors,CN=Roles,CN=RBAC,CN=Exchange Server Pro,CN=Microsoft Exchange,CN=Servi
                    ces,CN=Configuration,DC=exchangeserverpro,DC=net`,
    );
    expectSaid(
      shell,
      "(Compare-Object (Get-ManagementRole 'Tier 1').RoleEntries (Get-ManagementRole 'Send Connectors').RoleEntries) -eq $null",
      "True",
    );
    type(shell, "$null = New-ManagementRole 'Tier 2' -Parent 'Tier 1'");
    expectSaid(shell, "Get-ManagementRole 'Send Connectors' -GetChildren | % { $_.Name }", "Tier 1");
    expectSaid(
      shell,
      "Get-ManagementRole 'Send Connectors' -Recurse | % { $_.Identity.ToString() }",
      "Send Connectors\nSend Connectors\\Tier 1\nSend Connectors\\Tier 1\\Tier 2",
    );
  });

  test("who holds a cmdlet, a parameter, a script", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-ManagementRole Scripts -UnScopedTopLevel",
      "Add-ManagementRoleEntry Scripts\\Audit.ps1 -Type Script -Parameters Days,Mailbox -UnScopedTopLevel",
    );
    const names = (options: string) => `Get-ManagementRole ${options} | % { $_.Name }`;
    expectSaid(shell, names("-Cmdlet Suspend-Queue"), "Transport Queues");
    expectSaid(shell, names("-CmdletParameters LitigationHoldEnabled"), "Legal Hold");
    expectSaid(shell, names("-Script Audit.ps1 -ScriptParameters Days"), "Scripts");
    expectSaid(shell, names("-Script Audit.ps1 -ScriptParameters Hours"), "");
    expectSaid(shell, names("-RoleType MyProfileInformation"), "MyProfileInformation\nMyDisplayName\nMyName");
  });

  test("what can't be removed", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-ManagementRole Tier1 -Parent 'Send Connectors'",
      "$null = New-ManagementRole Tier2 -Parent Tier1",
      "$null = New-ManagementRole Free -UnScopedTopLevel",
    );
    const remove = (options: string) => failure(shell, `Remove-ManagementRole ${options} -Confirm:$false`);
    expect(remove("'Send Connectors'")).toBe(
      'The management role "Send Connectors" can\'t be removed: it is a built-in role.',
    );
    expect(remove("Tier1")).toBe(
      'The management role "Tier1" has child roles. Use the Recurse switch to remove them as well.',
    );
    expect(remove("Free")).toBe('The management role "Free" is unscoped. Use the UnScopedTopLevel switch.');
    type(shell, "$null = New-ManagementRoleAssignment Given -Role Tier2 -User Administrator");
    expect(remove("Tier1 -Recurse")).toBe(
      'The management role "Tier2" can\'t be removed: the role assignment "Given" gives it to somebody.',
    );
    type(
      shell,
      "Remove-ManagementRoleAssignment Given -Confirm:$false",
      "Remove-ManagementRole Tier1 -Recurse -Confirm:$false",
    );
    type(shell, "Remove-ManagementRole Free -UnScopedTopLevel -Confirm:$false");
    expectSaid(shell, "@(Get-ManagementRole Tier*).Count", "0");
  });
});

describe("ManagementRoleEntry", () => {
  const made = () => {
    const shell = startShell();
    type(shell, "$null = New-ManagementRole Tier1 -Parent 'Mail Recipients'");
    return shell;
  };

  test("an entry, as a table and as a list (from memory)", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-ManagementRoleEntry '*\\Suspend-Queue'",
      `
Name                           Role                      Parameters
----                           ----                      ----------
Suspend-Queue                  Transport Queues          {Confirm, Debug, ErrorAction, ErrorVariable, Filter, Identi...`,
    );
    expectSaid(
      shell,
      "Get-ManagementRoleEntry 'Transport Queues\\Suspend-Queue' | fl Role,Identity,Type,Name,PSSnapinName",
      `
Role         : Transport Queues
Identity     : Transport Queues\\Suspend-Queue
Type         : Cmdlet
Name         : Suspend-Queue
PSSnapinName : Microsoft.Exchange.Management.PowerShell.E2010`,
    );
    expectSaid(
      shell,
      "Get-ManagementRoleEntry 'Mail Recipients\\*' -Parameters DisplayName,Office | % { $_.Name }",
      "Set-User\nSet-Mailbox\nSet-Contact",
    );
    expectSaid(
      shell,
      "Get-ManagementRoleEntry *\\* -Type ApplicationPermission | % { $_.Name }",
      "Impersonate-ExchangeUser",
    );
  });

  test("entries of a role of one's own come, change and go", () => {
    const shell = made();
    type(
      shell,
      "Get-ManagementRoleEntry Tier1\\* | ? { $_.Name -notlike 'Get-Mail*' } | Remove-ManagementRoleEntry -Confirm:$false",
      "Add-ManagementRoleEntry Tier1\\Set-User -Parameters Identity,Phone",
      "Set-ManagementRoleEntry Tier1\\Set-User -Parameters Fax,office -AddParameter",
      "Set-ManagementRoleEntry Tier1\\Set-User -Parameters phone -RemoveParameter",
      "Add-ManagementRoleEntry 'Mail Recipients\\Set-Contact' -Role Tier1",
    );
    expectSaid(shell, "(Get-ManagementRoleEntry Tier1\\Set-User).Parameters -join ','", "Fax,Identity,Office");
    expectSaid(shell, "Get-ManagementRoleEntry Tier1\\Set-* | % { $_.Name }", "Set-User\nSet-Contact");
    type(shell, "Add-ManagementRoleEntry Tier1\\Set-User -Parameters Identity -Overwrite");
    expectSaid(shell, "(Get-ManagementRoleEntry Tier1\\Set-User).Parameters -join ','", "Identity");
  });

  test("failures", () => {
    const shell = made();
    type(shell, "$null = New-ManagementRole Tier2 -Parent Tier1");
    const cases: readonly [string, string][] = [
      [
        "Get-ManagementRoleEntry Tier1",
        '"Tier1" doesn\'t name a management role entry. Write the role, a backslash, and the cmdlet: Mail Recipients\\Get-Mailbox.',
      ],
      [
        "Get-ManagementRoleEntry Tier1\\Get-Nothing",
        'The management role entry "Tier1\\Get-Nothing" couldn\'t be found.',
      ],
      [
        "Add-ManagementRoleEntry Tier1\\New-SendConnector",
        'The management role entry "New-SendConnector" can\'t be added: the parent role "Mail Recipients" doesn\'t have it.',
      ],
      [
        "Add-ManagementRoleEntry Tier1\\Set-User",
        'The management role "Tier1" has the entry "Set-User" already. Use the Overwrite switch to replace it.',
      ],
      [
        "Set-ManagementRoleEntry Tier1\\Set-User -Parameters Colour -AddParameter",
        'The parameter "Colour" can\'t be added: the entry of the parent role "Mail Recipients" doesn\'t have it.',
      ],
      [
        "Set-ManagementRoleEntry Tier1\\Set-User -Parameters Phone -RemoveParameter",
        'The management role entry "Set-User" can\'t be changed so: the child role "Tier2" depends on it.',
      ],
      [
        "Remove-ManagementRoleEntry Tier1\\Set-User -Confirm:$false",
        'The management role entry "Set-User" can\'t be changed so: the child role "Tier2" depends on it.',
      ],
      [
        "Remove-ManagementRoleEntry 'Mail Recipients\\Set-User' -Confirm:$false",
        'The entries of the management role "Mail Recipients" can\'t be changed: it is a built-in role.',
      ],
    ];
    for (const [line, text] of cases) expect(failure(shell, line), line).toBe(text);
  });
});

describe("ManagementScope", () => {
  const before = ["$null = New-ManagementScope Riga -RecipientRestrictionFilter \"Office -eq 'Riga'\""];
  const noun = registered("ManagementScope");
  roundTripsOf(noun, {
    before,
    identity: "Riga",
    samples: {
      RecipientRestrictionFilter: ["\"City -eq 'Riga'\"", "City -eq 'Riga'"],
      RecipientRoot: ["Users", "exchangeserverpro.net/Users"],
    },
    except: ["ServerRestrictionFilter", "DatabaseRestrictionFilter"],
  });
  identitiesOf(noun, { before, identity: "Riga" });

  test("of recipients, servers and databases", () => {
    const shell = startShell();
    type(
      shell,
      ...before,
      "$null = New-ManagementScope Site -ServerRestrictionFilter \"ServerSite -like '*HeadOffice*'\"",
    );
    expectSaid(
      shell,
      "New-ManagementScope Offices -DatabaseList MB-HO-01,MB-HO-02",
      `
Name                    ScopeRestrictionType    Exclusive               RecipientRoot           RecipientFilter
----                    --------------------    ---------               -------------           ---------------
Offices                 DatabaseScope           False`,
    );
    expect(flat(said(shell, "(Get-ManagementScope Offices).DatabaseFilter"))).toMatch(
      /^DistinguishedName -eq 'CN=MB-HO-01,.*' -or DistinguishedName -eq 'CN=MB-HO-02,.*'$/,
    );
    expectSaid(
      shell,
      'Get-ManagementScope | % { "$($_.Name) $($_.ScopeRestrictionType)" }',
      "Riga RecipientScope\nSite ServerScope\nOffices DatabaseScope",
    );
  });

  test("an exclusive one asks first; those without an assignment are orphans; one in use stays", () => {
    const shell = startShell({ answers: ["n"] });
    type(shell, ...before);
    type(shell, "New-ManagementScope Board -RecipientRestrictionFilter \"Title -eq 'CEO'\" -Exclusive");
    expectSaid(shell, "@(Get-ManagementScope).Count", "1");
    type(
      shell,
      "$null = New-ManagementScope Board -RecipientRestrictionFilter \"Title -eq 'CEO'\" -Exclusive -Force",
      "$null = New-ManagementRoleAssignment -Role 'Mail Recipients' -User Administrator -ExclusiveRecipientWriteScope Board",
    );
    expectSaid(shell, "Get-ManagementScope -Orphan | % { $_.Name }", "Riga");
    expectSaid(shell, "Get-ManagementScope -Exclusive $true | % { $_.Name }", "Board");
    expect(failure(shell, "Remove-ManagementScope Board -Confirm:$false")).toBe(
      'The management scope "Board" can\'t be removed: the role assignment "Mail Recipients-Administrator" uses it.',
    );
    expect(failure(shell, "New-ManagementScope Bad -RecipientRestrictionFilter 'Office ='")).toBeDefined();
    expect(failure(shell, "Set-ManagementScope Riga -ServerRestrictionFilter \"Name -eq 'x'\"")).toBe(
      'The management scope "Riga" is a RecipientScope; it has no such filter.',
    );
  });
});

describe("ManagementRoleAssignment with scopes", () => {
  const made = () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-ManagementScope Riga -RecipientRestrictionFilter \"Office -eq 'Riga'\"",
      "$null = New-ManagementScope HO -ServerList HO-EX2010-MB1",
      "$null = New-RoleGroup Desk -Roles 'Mail Recipients' -Members Administrator -CustomRecipientWriteScope Riga -CustomConfigWriteScope HO",
    );
    return shell;
  };
  const scopes = "fl RecipientWriteScope,CustomRecipientWriteScope,ConfigWriteScope,CustomConfigWriteScope";

  test("a group's roles have its scopes; they are changed and found", () => {
    const shell = made();
    expectSaid(
      shell,
      `Get-ManagementRoleAssignment 'Mail Recipients-Desk' | ${scopes}`,
      `
RecipientWriteScope       : CustomRecipientScope
CustomRecipientWriteScope : Riga
ConfigWriteScope          : CustomConfigScope
CustomConfigWriteScope    : HO`,
    );
    const names = (options: string) => `Get-ManagementRoleAssignment ${options} | % { $_.Name }`;
    for (const options of [
      "-CustomRecipientWriteScope Riga",
      "-CustomConfigWriteScope HO",
      "-RecipientWriteScope CustomRecipientScope",
      "-ConfigWriteScope CustomConfigScope",
    ])
      expectSaid(shell, names(options), "Mail Recipients-Desk");
    type(
      shell,
      "Set-ManagementRoleAssignment 'Mail Recipients-Desk' -RecipientOrganizationalUnitScope 'Branch Office'",
    );
    expectSaid(shell, names("-RecipientOrganizationalUnitScope 'Branch Office'"), "Mail Recipients-Desk");
    type(shell, "Set-ManagementRoleAssignment 'Mail Recipients-Desk' -RecipientRelativeWriteScope Self");
    expectSaid(
      shell,
      `Get-ManagementRoleAssignment 'Mail Recipients-Desk' | ${scopes}`,
      `
RecipientWriteScope       : Self
CustomRecipientWriteScope :
ConfigWriteScope          : CustomConfigScope
CustomConfigWriteScope    : HO`,
    );
    expect(failure(shell, "Set-ManagementRoleAssignment 'Mail Recipients-Desk' -CustomRecipientWriteScope HO")).toBe(
      'The management scope "HO" can\'t be used with the parameter CustomRecipientWriteScope.',
    );
  });

  test("who may change an object, and who has a role in the end", () => {
    const shell = made();
    const names = (options: string) =>
      `Get-ManagementRoleAssignment -Role 'Mail Recipients' -Delegating $false ${options} | % { $_.Name }`;
    expectSaid(
      shell,
      names("-WritableServer HO-EX2010-MB1"),
      "Mail Recipients-Organization Management\nMail Recipients-Recipient Management\nMail Recipients-Desk",
    );
    expectSaid(
      shell,
      names("-WritableServer BR-EX2010-MB"),
      "Mail Recipients-Organization Management\nMail Recipients-Recipient Management",
    );
    expectSaid(
      shell,
      names("-WritableRecipient Administrator"),
      "Mail Recipients-Organization Management\nMail Recipients-Recipient Management",
    );
    type(shell, "Set-User Administrator -Office Riga");
    expectSaid(
      shell,
      names("-WritableRecipient Administrator"),
      "Mail Recipients-Organization Management\nMail Recipients-Recipient Management\nMail Recipients-Desk",
    );
    expectSaid(
      shell,
      "Get-ManagementRoleAssignment -Role 'Mail Recipients' -Delegating $false -GetEffectiveUsers | ft -auto RoleAssigneeName,AssignmentMethod,EffectiveUserName",
      `
RoleAssigneeName        AssignmentMethod EffectiveUserName
----------------        ---------------- -----------------
Organization Management        RoleGroup Administrator
Desk                           RoleGroup Administrator`,
    );
    expectSaid(
      shell,
      "Get-ManagementRoleAssignment -RoleAssignee Administrator -AssignmentMethod Direct | % { $_.Name }",
      "",
    );
    type(shell, "$null = New-ManagementRoleAssignment -Role 'Transport Agents' -User Administrator");
    expectSaid(
      shell,
      "Get-ManagementRoleAssignment -RoleAssignee Administrator -AssignmentMethod Direct | % { $_.Name }",
      "Transport Agents-Administrator",
    );
    type(shell, "$null = New-ManagementRoleAssignment -Role 'Transport Agents' -Computer HO-EX2010-MB1");
    expectSaid(
      shell,
      "Get-ManagementRoleAssignment -RoleAssigneeType Computer | % { $_.RoleAssigneeName }",
      "HO-EX2010-MB1",
    );
  });
});

describe("RoleAssignmentPolicy", () => {
  const before = ["$null = New-RoleAssignmentPolicy Limited -Roles MyBaseOptions,MyVoiceMail"];
  const noun = registered("RoleAssignmentPolicy");
  roundTripsOf(noun, { before, identity: "Limited", except: ["IsDefault"] });
  identitiesOf(noun, { before, identity: "Limited" });

  test("mailboxes have the one of setup, a given one, or the default of the day they were made", () => {
    const shell = startShell();
    const shown = "'anna','berta','carl' | Get-Mailbox | % { \"$($_.Name) $($_.RoleAssignmentPolicy)\" }";
    type(
      shell,
      ...before,
      "$password = ConvertTo-SecureString 'Pa$$w0rd!' -AsPlainText -Force",
      "$null = New-Mailbox anna -UserPrincipalName anna@exchangeserverpro.net -Password $password",
      "$null = New-Mailbox berta -UserPrincipalName berta@exchangeserverpro.net -Password $password -RoleAssignmentPolicy Limited",
      "$null = New-RoleAssignmentPolicy Newest -IsDefault",
      "$null = New-Mailbox carl -UserPrincipalName carl@exchangeserverpro.net -Password $password",
    );
    expectSaid(shell, shown, "anna Default Role Assignment Policy\nberta Limited\ncarl Newest");
    type(shell, "Set-Mailbox anna -RoleAssignmentPolicy Limited");
    expectSaid(shell, shown, "anna Limited\nberta Limited\ncarl Newest");
    expectSaid(
      shell,
      'Get-RoleAssignmentPolicy | % { "$($_.Name) $($_.IsDefault)" }',
      "Default Role Assignment Policy False\nLimited False\nNewest True",
    );
    expectSaid(shell, "(Get-RoleAssignmentPolicy Limited).AssignedRoles | % { $_.Name }", "MyBaseOptions\nMyVoiceMail");
    expect(failure(shell, "Remove-RoleAssignmentPolicy Limited -Confirm:$false")).toBe(
      'The role assignment policy "Limited" can\'t be removed: the mailbox "anna" has it.',
    );
    expect(failure(shell, "Remove-RoleAssignmentPolicy Newest -Confirm:$false")).toBe(
      'The role assignment policy "Newest" is the default policy; it can\'t be removed.',
    );
    expect(failure(shell, "New-RoleAssignmentPolicy Wrong -Roles 'Mail Recipients'")).toBe(
      'The management role "Mail Recipients" is not for users; a role assignment policy can\'t have it.',
    );
  });

  test("gives roles, one by one", () => {
    const shell = startShell();
    type(shell, ...before, "$null = New-ManagementRoleAssignment -Role MyDistributionGroups -Policy Limited");
    expectSaid(
      shell,
      "(Get-RoleAssignmentPolicy Limited).RoleAssignments | % { $_.Name }",
      "MyBaseOptions-Limited\nMyDistributionGroups-Limited\nMyVoiceMail-Limited",
    );
  });
});
