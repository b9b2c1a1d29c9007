// Which lists and policies a recipient belongs to, and parameters of mailboxes that other nouns show.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

describe("AddressListMembership", () => {
  const lists = (name: string): string => `(Get-Recipient ${name}).AddressListMembership -join ','`;
  const views = "\\Mailboxes(VLV),\\All Mailboxes(VLV),\\All Recipients(VLV),\\Default Global Address List";

  test("the lists whose filters a recipient fits, when they have been applied", () => {
    const shell = startShell({ width: 200 });
    expectSaid(shell, lists("'Alan Reid'"), `${views},\\All Users`);
    expectSaid(shell, lists("'Board Room'"), `${views},\\All Rooms,\\All Users`);
    type(
      shell,
      "Set-Mailbox alan.reid -CustomAttribute1 Sales",
      "$null = New-AddressList Sales -RecipientFilter { CustomAttribute1 -eq 'Sales' }",
    );
    expectSaid(shell, lists("'Alan Reid'"), `${views},\\All Users`);
    type(shell, "Update-AddressList Sales");
    expectSaid(shell, lists("'Alan Reid'"), `${views},\\All Users,\\Sales`);
    type(shell, "Set-AddressList Sales -RecipientFilter { CustomAttribute1 -eq 'Other' }");
    expectSaid(shell, lists("'Alan Reid'"), `${views},\\All Users,\\Sales`);
    type(shell, "Update-AddressList Sales");
    expectSaid(shell, lists("'Alan Reid'"), `${views},\\All Users`);
  });

  test("groups and contacts; hidden ones are in none", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-DistributionGroup Staff",
      "$null = New-MailContact Ext -ExternalEmailAddress ext@fabrikam.com",
    );
    expectSaid(shell, lists("Staff"), "\\All Recipients(VLV),\\Default Global Address List,\\All Groups");
    expectSaid(shell, lists("Ext"), "\\All Recipients(VLV),\\Default Global Address List,\\All Contacts");
    type(shell, "Set-DistributionGroup Staff -HiddenFromAddressListsEnabled $true");
    expectSaid(shell, lists("Staff"), "");
  });
});

describe("PoliciesIncluded", () => {
  test("the policy that makes the addresses, by its GUID", () => {
    const shell = startShell({ width: 200 });
    type(
      shell,
      "$default = (Get-EmailAddressPolicy).Guid",
      "$own = (New-EmailAddressPolicy Sales -RecipientFilter { CustomAttribute1 -eq 'Sales' } -EnabledPrimarySMTPAddressTemplate '@exchangeserverpro.net').Guid",
      "Set-Mailbox alan.reid -CustomAttribute1 Sales",
      "Set-Mailbox tom.okafor -EmailAddressPolicyEnabled $false",
    );
    const policies = (name: string): string =>
      `(Get-Mailbox ${name}).PoliciesIncluded | % { if ($_ -eq $default) { 'default' } elseif ($_ -eq $own) { 'own' } else { $_ } }`;
    expectSaid(shell, policies("sarah.jones"), "default\n{26491cfc-9e50-4857-861b-0cb8df22b5d7}");
    expectSaid(shell, policies("alan.reid"), "own\n{26491cfc-9e50-4857-861b-0cb8df22b5d7}");
    expectSaid(shell, policies("tom.okafor"), "");
    expectSaid(shell, "(Get-Mailbox tom.okafor).PoliciesExcluded", "{26491cfc-9e50-4857-861b-0cb8df22b5d7}");
  });
});

describe("mailboxes", () => {
  const own = "exchangeserverpro.net";

  test("New-Mailbox -ActiveSyncMailboxPolicy -RemotePowerShellEnabled", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-ActiveSyncMailboxPolicy Strict",
      `$null = New-Mailbox Anna -UserPrincipalName anna@${own} -Password (ConvertTo-SecureString Pa55word -AsPlainText -Force) -ActiveSyncMailboxPolicy Strict -RemotePowerShellEnabled $false -ManagedFolderMailboxPolicyAllowed`,
    );
    expectSaid(
      shell,
      '"$((Get-CASMailbox anna).ActiveSyncMailboxPolicy) $((Get-User anna).RemotePowerShellEnabled)"',
      "Strict False",
    );
  });

  test("Set-Mailbox -Database names another database, without a move", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -Database MB-HO-02 -Force");
    expectSaid(shell, '"$((Get-Mailbox alan.reid).Database) $(@(Get-MoveRequest).Count)"', "MB-HO-02 0");
    expect(said(shell, "Set-Mailbox alan.reid -Database NOWHERE")).toContain('Couldn\'t find database "NOWHERE".');
  });

  test.each(["Mailbox", "User"])("Set-%s -LinkedMasterAccount", (noun) => {
    const shell = startShell();
    const show = `"$((Get-${noun} alan.reid).LinkedMasterAccount) $((Get-Mailbox alan.reid).RecipientTypeDetails)"`;
    type(shell, `Set-${noun} alan.reid -LinkedMasterAccount 'FABRIKAM\\alan' -LinkedDomainController dc.fabrikam.com`);
    expectSaid(shell, show, "FABRIKAM\\alan LinkedMailbox");
    type(shell, `Set-${noun} alan.reid -LinkedMasterAccount $null`);
    expectSaid(shell, "(Get-Mailbox alan.reid).RecipientTypeDetails.ToString()", "UserMailbox");
  });

  test("Set-Mailbox -RemoveManagedFolderAndPolicy", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-ManagedFolderMailboxPolicy P1 -ManagedFolderLinks Inbox",
      "Set-Mailbox alan.reid -ManagedFolderMailboxPolicy P1 -ManagedFolderMailboxPolicyAllowed",
      "Set-Mailbox alan.reid -RemoveManagedFolderAndPolicy",
    );
    expectSaid(shell, '"$((Get-Mailbox alan.reid).ManagedFolderMailboxPolicy)"', "");
  });

  test("Connect-Mailbox gives policies", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-RetentionPolicy R1",
      "Disable-Mailbox alan.reid -Confirm:$false",
      "Clean-MailboxDatabase MB-HO-01",
      "Connect-Mailbox 'Alan Reid' -Database MB-HO-01 -User 'Alan Reid' -RetentionPolicy R1",
    );
    expectSaid(shell, "(Get-Mailbox 'Alan Reid').RetentionPolicy.Name", "R1");
  });

  test.each(["Mailbox alan.reid", "User alan.reid", "DistributionGroup Staff", "Contact Ext", "MailContact Ext"])(
    "Set-%s -UMDtmfMap",
    (object) => {
      const shell = startShell();
      type(
        shell,
        "$null = New-DistributionGroup Staff",
        "$null = New-MailContact Ext -ExternalEmailAddress ext@fabrikam.com",
        `Set-${object} -UMDtmfMap emailAddress:1234,lastNameFirstName:56`,
      );
      expectSaid(shell, `(Get-${object}).UMDtmfMap`, "emailAddress:1234\nlastNameFirstName:56");
    },
  );
});
