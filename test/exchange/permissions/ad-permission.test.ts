// ADPermission: who may do what with an object of the directory, and what follows for mail.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const anonymous = "'NT AUTHORITY\\ANONYMOUS LOGON'";
const connector = "'HO-EX2010-MB1\\Default HO-EX2010-MB1'";

describe("Add-ADPermission", () => {
  // facts/captures.jsonl, add-adpermission.1
  test("on a database: the view", () => {
    expectSaid(
      startShell(),
      "Get-MailboxDatabase MB-HO-01 | Add-ADPermission -User alan.reid -AccessRights GenericAll",
      `
Identity             User                 Deny  Inherited
--------             ----                 ----  ---------
MB-HO-01             ESPNET\\alan.reid     False False`,
    );
  });

  test("Send As, written as people see it, as a list", () => {
    const shell = startShell();
    type(shell, "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights 'Send As'");
    expectSaid(
      shell,
      "Get-ADPermission 'Alan Reid' -User sarah.jones | fl",
      `
RunspaceId          : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
AccessRights        : {ExtendedRight}
ExtendedRights      : {Send-As}
ChildObjectTypes    :
InheritedObjectType :
Properties          :
Deny                : False
InheritanceType     : All
User                : ESPNET\\sarah.jones
Identity            : exchangeserverpro.net/Head Office/Alan Reid
IsInherited         : False
IsValid             : True`,
    );
  });

  test.each([
    ["-AccessRights ReadProperty,WriteProperty", "ReadProperty WriteProperty|||||All|False"],
    ["-AccessRights GenericRead", "GenericRead|||||All|False"],
    ["-AccessRights ReadProperty,ReadControl,ListObject,ListChildren", "GenericRead|||||All|False"],
    ["-AccessRights GenericAll -Deny", "GenericAll|||||All|True"],
    ["-AccessRights WriteProperty -Properties Personal-Information", "WriteProperty||Personal-Information|||All|False"],
    ["-AccessRights CreateChild -ChildObjectTypes computer", "CreateChild|||computer||All|False"],
    ["-AccessRights Delete -InheritanceType Descendents", "Delete|||||Descendents|False"],
    ["-AccessRights Delete -InheritedObjectType user", "Delete||||user|All|False"],
    ["-ExtendedRights send-as", "ExtendedRight|Send-As||||All|False"],
    ["-AccessRights ExtendedRight -ExtendedRights Receive-As", "ExtendedRight|Receive-As||||All|False"],
  ])("%s is what Get shows", (given, shown) => {
    const shell = startShell();
    type(shell, `$null = Add-ADPermission 'Head Office' -User sarah.jones ${given}`);
    const columns =
      '"$($_.AccessRights)|$($_.ExtendedRights)|$($_.Properties)|$($_.ChildObjectTypes)|$($_.InheritedObjectType)|$($_.InheritanceType)|$($_.Deny)"';
    expectSaid(shell, `Get-ADPermission 'Head Office' -User sarah.jones | % { ${columns} }`, shown);
  });

  test("several extended rights are an entry each; rights of one kind become one", () => {
    const shell = startShell();
    type(
      shell,
      "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights Send-As,Receive-As",
      "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -AccessRights Delete",
      "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -AccessRights ReadControl",
    );
    expectSaid(
      shell,
      "Get-ADPermission 'Alan Reid' -User sarah.jones | ft AccessRights,ExtendedRights -auto",
      `
AccessRights          ExtendedRights
------------          --------------
{ExtendedRight}       {Send-As}
{ExtendedRight}       {Receive-As}
{Delete, ReadControl}`,
    );
  });

  // facts/nouns.json: the warning, seen of MailboxPermission
  test("what is there already", () => {
    const shell = startShell({ width: 200 });
    type(shell, "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights Send-As");
    expectSaid(
      shell,
      "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights Send-As",
      'WARNING: The appropriate access control entry is already present on the object "CN=Alan Reid,OU=Head Office,DC=exchangeserverpro,DC=net" for account "ESPNET\\sarah.jones".',
    );
  });

  test.each([
    [
      "Add-ADPermission nowhere -User sarah.jones -AccessRights Delete",
      "nowhere wasn't found. Please make sure you've",
    ],
    ["Add-ADPermission 'Alan Reid' -User nobody -AccessRights Delete", 'User or group "nobody" wasn\'t found.'],
    ["Add-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights Fly", 'The extended right "Fly" wasn\'t found.'],
    ["Add-ADPermission 'Alan Reid' -User sarah.jones", "Specify what is to be allowed or denied"],
  ])("%s fails", (line, text) => {
    expect(said(startShell(), line)).toContain(text);
  });

  test("entries of one object go to another from the pipeline", () => {
    const shell = startShell();
    type(
      shell,
      "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights Send-As",
      "$null = Get-ADPermission 'Alan Reid' -User sarah.jones | Add-ADPermission 'Tom Okafor' -User sarah.jones",
    );
    expectSaid(shell, "Get-ADPermission 'Tom Okafor' -User sarah.jones | % { \"$($_.ExtendedRights)\" }", "Send-As");
  });

  test("-Owner", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-ADPermission 'Alan Reid' -Owner; Add-ADPermission 'Alan Reid' -Owner sarah.jones",
      `
Identity                                                    Owner
--------                                                    -----
exchangeserverpro.net/Head Office/Alan Reid                 ESPNET\\Domain Admins
exchangeserverpro.net/Head Office/Alan Reid                 ESPNET\\sarah.jones`,
    );
  });
});

describe("Get-ADPermission", () => {
  test("finds who may send as somebody, as scripts do", () => {
    const shell = startShell();
    type(shell, "$null = Get-Mailbox alan.reid | Add-ADPermission -User 'ESPNET\\sarah.jones' -ExtendedRights Send-As");
    expectSaid(
      shell,
      "Get-Mailbox | Get-ADPermission | ? { $_.ExtendedRights -like '*Send-As*' -and !$_.IsInherited -and $_.User -notlike 'NT AUTHORITY\\SELF' } | ft Identity,User -auto",
      `
Identity                                    User
--------                                    ----
exchangeserverpro.net/Head Office/Alan Reid ESPNET\\sarah.jones`,
    );
  });

  test.each([
    "'Alan Reid'",
    "'CN=Alan Reid,OU=Head Office,DC=exchangeserverpro,DC=net'",
    "'exchangeserverpro.net/Head Office/Alan Reid'",
    "(Get-Mailbox alan.reid).Guid",
    "(Get-Mailbox alan.reid).Identity",
    "(Get-User alan.reid)",
  ])("%s is the object", (identity) => {
    expectSaid(
      startShell(),
      `(Get-ADPermission ${identity})[0].Identity.ToString()`,
      "exchangeserverpro.net/Head Office/Alan Reid",
    );
  });

  test("what stands above is inherited, by those that it is for", () => {
    const shell = startShell();
    type(
      shell,
      "$null = Add-ADPermission 'Head Office' -User sarah.jones -AccessRights Delete",
      "$null = Add-ADPermission 'Head Office' -User sarah.jones -AccessRights WriteDacl -InheritedObjectType group",
      "$null = Add-ADPermission 'Head Office' -User sarah.jones -AccessRights WriteOwner -InheritanceType None",
    );
    expectSaid(
      shell,
      "Get-ADPermission 'Alan Reid' -User sarah.jones | ft AccessRights,IsInherited -auto",
      `
AccessRights IsInherited
------------ -----------
{Delete}            True`,
    );
  });

  // documented: what the permission groups of Receive connectors give
  test("of a Receive connector follows its permission groups", () => {
    const shell = startShell();
    const rights = `Get-ADPermission ${connector} -User ${anonymous} | % { "$($_.ExtendedRights)" }`;
    expectSaid(shell, rights, "");
    type(shell, `Set-ReceiveConnector ${connector} -PermissionGroups AnonymousUsers,ExchangeUsers`);
    expectSaid(
      shell,
      rights,
      `
ms-Exch-SMTP-Submit
ms-Exch-SMTP-Accept-Any-Sender
ms-Exch-SMTP-Accept-Authoritative-Domain-Sender
ms-Exch-Accept-Headers-Routing`,
    );
  });

  test("who is let into a database is let into its mailboxes", () => {
    const shell = startShell();
    type(shell, "$null = Get-MailboxDatabase MB-HO-01 | Add-ADPermission -User tom.okafor -ExtendedRights Receive-As");
    expectSaid(
      shell,
      "Get-MailboxPermission alan.reid -User tom.okafor",
      `
Identity             User                 AccessRights                                                IsInherited Deny
--------             ----                 ------------                                                ----------- ----
exchangeserverpro... ESPNET\\tom.okafor    {FullAccess}                                                True        False`,
    );
  });
});

describe("Remove-ADPermission", () => {
  // facts/captures.jsonl, remove-adpermission.1: the question, in Korean
  test("asks", () => {
    const shell = startShell({ answers: ["n"] });
    type(shell, "$null = Get-MailboxDatabase MB-HO-01 | Add-ADPermission -User alan.reid -AccessRights GenericAll");
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01 | Remove-ADPermission -User alan.reid -AccessRights GenericAll",
      `
Confirm
Are you sure you want to perform this action?
Removing Active Directory permission "MB-HO-01" for user "alan.reid" with access rights "'GenericAll'".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n`,
    );
    type(shell, "Remove-ADPermission MB-HO-01 -User alan.reid -AccessRights GenericAll -Confirm:$false");
    expectSaid(shell, "Get-ADPermission MB-HO-01 -User alan.reid", "");
  });

  test("takes entries from the pipeline, also such as were there from the beginning, and they can come back", () => {
    const shell = startShell();
    const sendAs = "Get-ADPermission 'Alan Reid' -User self | ? { $_.ExtendedRights -like 'Send-As' }";
    type(shell, `${sendAs} | Remove-ADPermission -Confirm:$false`);
    expectSaid(shell, sendAs, "");
    expectSaid(shell, "@(Get-ADPermission 'Alan Reid' -User self).Count", "6");
    type(shell, "$null = Add-ADPermission 'Alan Reid' -User self -ExtendedRights Send-As -InheritanceType None");
    expectSaid(shell, `${sendAs} | % { "$($_.User)" }`, "NT AUTHORITY\\SELF");
  });

  test("what is not there", () => {
    expectSaid(
      startShell({ width: 200 }),
      "Remove-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights Send-As -Confirm:$false",
      'WARNING: Can\'t remove the access control entry on the object "CN=Alan Reid,OU=Head Office,DC=exchangeserverpro,DC=net" for account "ESPNET\\sarah.jones" because the ACE isn\'t present.',
    );
  });
});

describe("mail", () => {
  const mail = (from: string, to: string): string =>
    `Send-MailMessage -From ${from} -To ${to} -Subject Hello -SmtpServer HO-EX2010-MB1`;
  const own = "exchangeserverpro.net";
  const firstLine = (shell: Shell, line: string): string => said(shell, line).split("\n")[0] ?? "";

  test("somebody sends as somebody else with Send-As only", () => {
    const shell = startShell({ user: "sarah.jones" });
    type(shell, mail(`sarah.jones@${own}`, `tom.okafor@${own}`));
    expect(firstLine(shell, mail(`alan.reid@${own}`, `tom.okafor@${own}`))).toBe(
      "Send-MailMessage : Mailbox unavailable. The server response was: 5.7.1 Client does not have permissions to send as this",
    );
  });

  test("Send-As that a group has is its members'; a denial comes first", () => {
    const prepared = startShell();
    type(
      prepared,
      "$null = New-DistributionGroup Secretaries -Type Security -Members sarah.jones",
      "$null = Add-ADPermission 'Alan Reid' -User Secretaries -ExtendedRights Send-As",
    );
    const line = mail(`alan.reid@${own}`, `tom.okafor@${own}`);
    const granted = startShell({ user: "sarah.jones", topology: prepared.topology });
    type(granted, line);
    type(prepared, "$null = Add-ADPermission 'Alan Reid' -User sarah.jones -ExtendedRights Send-As -Deny");
    const denied = startShell({ user: "sarah.jones", topology: prepared.topology });
    expect(firstLine(denied, line)).toContain("5.7.1 Client does not have permissions to send as this");
  });

  test("a connector relays for strangers once they have the right", () => {
    const shell = startShell();
    const line = mail("stranger@fabrikam.com", "somebody@tailspintoys.com");
    type(shell, `Set-ReceiveConnector ${connector} -PermissionGroups AnonymousUsers`);
    expect(firstLine(shell, line)).toBe(
      "Send-MailMessage : Mailbox unavailable. The server response was: 5.7.1 Unable to relay",
    );
    type(
      shell,
      `$null = Get-ReceiveConnector ${connector} | Add-ADPermission -User ${anonymous} -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient`,
      line,
    );
  });

  test("strangers may be kept from writing as people of the organization", () => {
    const shell = startShell();
    const line = mail(`nobody@${own}`, `alan.reid@${own}`);
    type(shell, `Set-ReceiveConnector ${connector} -PermissionGroups AnonymousUsers`, line);
    type(
      shell,
      `Get-ReceiveConnector ${connector} | Get-ADPermission -User ${anonymous} | ? { $_.ExtendedRights -like '*authoritative-domain-sender' } | Remove-ADPermission -Confirm:$false`,
    );
    expect(said(shell, line)).not.toBe("");
  });
});
