// MailboxPermission: who may open a mailbox.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

describe("Get-MailboxPermission", () => {
  // facts/captures.jsonl, add-mailboxpermission.2: the widths; what is inherited is from memory
  test("what is the owner's, what comes from above", () => {
    expectSaid(
      startShell(),
      "Get-MailboxPermission alan.reid",
      `
Identity             User                 AccessRights                                                IsInherited Deny
--------             ----                 ------------                                                ----------- ----
exchangeserverpro... NT AUTHORITY\\SELF    {FullAccess, ReadPermission}                                False       False
exchangeserverpro... ESPNET\\Administrator {FullAccess}                                                True        True
exchangeserverpro... ESPNET\\Domain Admins {FullAccess}                                                True        True
exchangeserverpro... ESPNET\\Enterprise... {FullAccess}                                                True        True
exchangeserverpro... ESPNET\\Organizati... {FullAccess}                                                True        True
exchangeserverpro... NT AUTHORITY\\SYSTEM  {FullAccess}                                                True        False
exchangeserverpro... NT AUTHORITY\\NETW... {ReadPermission}                                            True        False
exchangeserverpro... ESPNET\\Administrator {FullAccess, DeleteItem, ReadPermission, ChangePermissio... True        False
exchangeserverpro... ESPNET\\Domain Admins {FullAccess, DeleteItem, ReadPermission, ChangePermissio... True        False
exchangeserverpro... ESPNET\\Enterprise... {FullAccess, DeleteItem, ReadPermission, ChangePermissio... True        False
exchangeserverpro... ESPNET\\Organizati... {FullAccess, DeleteItem, ReadPermission, ChangePermissio... True        False
exchangeserverpro... ESPNET\\Public Fol... {ReadPermission}                                            True        False
exchangeserverpro... ESPNET\\Delegated ... {ReadPermission}                                            True        False
exchangeserverpro... ESPNET\\Exchange S... {FullAccess, ReadPermission}                                True        False
exchangeserverpro... ESPNET\\Exchange T... {FullAccess, DeleteItem, ReadPermission, ChangePermissio... True        False`,
    );
  });

  test("as a list, and of one user", () => {
    const shell = startShell();
    type(shell, "$null = Add-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess -Deny");
    expectSaid(
      shell,
      "Get-MailboxPermission alan.reid -User 'Sarah Jones' | fl",
      `
RunspaceId      : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
AccessRights    : {FullAccess}
Deny            : True
InheritanceType : All
User            : ESPNET\\sarah.jones
Identity        : exchangeserverpro.net/Head Office/Alan Reid
IsInherited     : False
IsValid         : True`,
    );
  });

  test("a mailbox that is not there", () => {
    expect(said(startShell({ width: 200 }), "Get-MailboxPermission nowhere")).toContain(
      "object 'nowhere' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    );
  });
});

describe("Add-MailboxPermission", () => {
  test.each([
    "sarah.jones",
    "'Sarah Jones'",
    "ESPNET\\sarah.jones",
    "sarah.jones@exchangeserverpro.net",
    "(Get-Mailbox sarah.jones).Identity",
    "(Get-Mailbox sarah.jones)",
  ])("for %s, which shows the entry", (user) => {
    expectSaid(
      startShell(),
      `Add-MailboxPermission alan.reid -User ${user} -AccessRights FullAccess -InheritanceType All`,
      `
Identity             User                 AccessRights                                                IsInherited Deny
--------             ----                 ------------                                                ----------- ----
exchangeserverpro... ESPNET\\sarah.jones   {FullAccess}                                                False       False`,
    );
  });

  // facts/nouns.json: the warning, seen of 2016
  test("what is there already", () => {
    const shell = startShell({ width: 200 });
    type(shell, "$null = Add-MailboxPermission lucas.brandt -User sarah.jones -AccessRights FullAccess");
    expectSaid(
      shell,
      "$null = Add-MailboxPermission lucas.brandt -User sarah.jones -AccessRights FullAccess",
      'WARNING: The appropriate access control entry is already present on the object "CN=Lucas Brandt,OU=Branch Office,DC=exchangeserverpro,DC=net" for account "ESPNET\\sarah.jones".',
    );
  });

  test("nobody of this name", () => {
    expectSaid(
      startShell({ width: 200 }),
      "Add-MailboxPermission alan.reid -User nobody -AccessRights FullAccess",
      `
User or group "nobody" wasn't found. Please make sure that the user or group exists and that you've typed the name correctly.
    + CategoryInfo          : NotSpecified: (0:Int32) [Add-MailboxPermission], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 66356707,Microsoft.Exchange.Management.RecipientTasks.AddMailboxPermission`,
    );
  });

  test("the account is renamed: the entry follows; the mailbox is disabled: it goes", () => {
    const shell = startShell();
    type(
      shell,
      "$null = Add-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess",
      "Set-Mailbox sarah.jones -SamAccountName sj",
    );
    expectSaid(
      shell,
      "(Get-MailboxPermission alan.reid | ? { !$_.IsInherited } | % { $_.User.ToString() }) -join ','",
      "NT AUTHORITY\\SELF,ESPNET\\sj",
    );
    type(shell, "Disable-Mailbox alan.reid -Confirm:$false", "$null = Enable-Mailbox 'Alan Reid'");
    expectSaid(
      shell,
      "(Get-MailboxPermission 'Alan Reid' | ? { !$_.IsInherited } | % { $_.User.ToString() }) -join ','",
      "NT AUTHORITY\\SELF",
    );
  });
});

describe("Remove-MailboxPermission", () => {
  // facts/nouns.json: the question
  test("asks", () => {
    const shell = startShell({ answers: ["n"] });
    type(shell, "$null = Add-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess,DeleteItem");
    expectSaid(
      shell,
      "Remove-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess",
      `
Confirm
Are you sure you want to perform this action?
Removing mailbox permission "alan.reid" for user "sarah.jones" with access rights "'FullAccess'".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n`,
    );
    type(shell, "Remove-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess -Confirm:$false");
    expectSaid(shell, 'Get-MailboxPermission alan.reid -User sarah.jones | % { "$($_.AccessRights)" }', "DeleteItem");
  });

  test("takes entries from the pipeline", () => {
    const shell = startShell();
    type(
      shell,
      "$null = Get-Mailbox -Database MB-HO-01 | Add-MailboxPermission -User tom.okafor -AccessRights FullAccess",
    );
    type(
      shell,
      "Get-Mailbox | Get-MailboxPermission | ? { $_.User -like '*tom*' } | Remove-MailboxPermission -Confirm:$false",
    );
    expectSaid(shell, "Get-Mailbox | Get-MailboxPermission -User tom.okafor", "");
  });

  test("what is not there", () => {
    expectSaid(
      startShell({ width: 200 }),
      "Remove-MailboxPermission lucas.brandt -User sarah.jones -AccessRights FullAccess -Confirm:$false",
      'WARNING: Can\'t remove the access control entry on the object "CN=Lucas Brandt,OU=Branch Office,DC=exchangeserverpro,DC=net" for account "ESPNET\\sarah.jones" because the ACE isn\'t present.',
    );
  });
});

describe("-Owner and -ResultSize", () => {
  test("who owns a mailbox, until it is disabled", () => {
    const shell = startShell();
    type(shell, "$null = Add-MailboxPermission alan.reid -Owner sarah.jones");
    expectSaid(
      shell,
      "Get-MailboxPermission alan.reid -Owner; Get-MailboxPermission tom.okafor -Owner",
      `
Identity                                                    Owner
--------                                                    -----
exchangeserverpro.net/Head Office/Alan Reid                 ESPNET\\sarah.jones
exchangeserverpro.net/Head Office/Tom Okafor                NT AUTHORITY\\SYSTEM`,
    );
    type(shell, "Disable-Mailbox alan.reid -Confirm:$false", "$null = Enable-Mailbox 'Alan Reid'");
    expectSaid(shell, "(Get-MailboxPermission 'Alan Reid' -Owner).Owner.ToString()", "NT AUTHORITY\\SYSTEM");
  });

  test("counts mailboxes", () => {
    expectSaid(
      startShell({ width: 200 }),
      "@(Get-MailboxPermission * -User self -ResultSize 2).Count",
      `
WARNING: There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.
2`,
    );
  });
});
