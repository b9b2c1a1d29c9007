// Users whose mailboxes are in Exchange Online.
import { describe, expect, test } from "vitest";
import { remoteMailbox, remoteMailboxVerbs } from "../../../src/exchange/recipients/remote-mailbox.js";
import { identitiesOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const kim =
  "$null = New-RemoteMailbox 'Kim Lee' -RemoteRoutingAddress kim@contoso.mail.onmicrosoft.com -UserPrincipalName kim@exchangeserverpro.net -Password (ConvertTo-SecureString Pa55word -AsPlainText -Force)";
identitiesOf(
  { noun: remoteMailbox, verbs: remoteMailboxVerbs },
  { before: [kim], identity: "'Kim Lee'", forms: ["kim@exchangeserverpro.net", "kim@contoso.mail.onmicrosoft.com"] },
);

describe("A remote mailbox", () => {
  test("is a mail user with a mailbox elsewhere", () => {
    const shell = startShell({ width: 160 });
    type(shell, kim);
    expectSaid(
      shell,
      "Get-RemoteMailbox",
      `
Name                                                  RecipientTypeDetails                                 RemoteRecipientType
----                                                  --------------------                                 -------------------
Kim Lee                                               RemoteUserMailbox                                    ProvisionMailbox`,
    );
    expectSaid(
      shell,
      "Get-RemoteMailbox 'Kim Lee' | fl RemoteRoutingAddress,EmailAddresses,PrimarySmtpAddress,OnPremisesOrganizationalUnit,ArchiveState",
      `
RemoteRoutingAddress         : SMTP:kim@contoso.mail.onmicrosoft.com
EmailAddresses               : {SMTP:kim@exchangeserverpro.net, smtp:kim@contoso.mail.onmicrosoft.com}
PrimarySmtpAddress           : kim@exchangeserverpro.net
OnPremisesOrganizationalUnit : exchangeserverpro.net/Users
ArchiveState                 : None`,
    );
    expectSaid(
      shell,
      "Get-Recipient 'Kim Lee' | % { \"$($_.RecipientType) $($_.RecipientTypeDetails)\" }",
      "MailUser RemoteUserMailbox",
    );
  });

  test("changes its kind, gets an archive and loses it", () => {
    const shell = startShell();
    const types = "Get-RemoteMailbox 'Kim Lee' | % { \"$($_.RecipientTypeDetails): $($_.RemoteRecipientType)\" }";
    type(shell, kim, "Set-RemoteMailbox 'Kim Lee' -Type Shared -CustomAttribute1 X");
    expectSaid(shell, types, "RemoteSharedMailbox: ProvisionMailbox, SharedMailbox");
    type(shell, "$null = Enable-RemoteMailbox 'Kim Lee' -Archive");
    expectSaid(shell, "Get-RemoteMailbox -Archive | % { $_.ArchiveState }", "HostedPending");
    type(shell, "Disable-RemoteMailbox 'Kim Lee' -Archive -Confirm:$false");
    expectSaid(shell, "Get-RemoteMailbox -Archive", "");
  });

  test("comes to a user, and goes from him", () => {
    const shell = startShell({ width: 200 });
    type(
      shell,
      kim,
      "Disable-RemoteMailbox 'Kim Lee' -Confirm:$false",
      "$null = New-AcceptedDomain Service -DomainName contoso.mail.onmicrosoft.com",
    );
    expectSaid(shell, "(Get-User 'Kim Lee').RecipientTypeDetails", "User");
    type(shell, "$null = Enable-RemoteMailbox 'Kim Lee' -Alias kim -Room");
    expectSaid(
      shell,
      'Get-RemoteMailbox kim | % { "$($_.RecipientTypeDetails) $($_.RemoteRoutingAddress)" }',
      "RemoteRoomMailbox SMTP:kim@contoso.mail.onmicrosoft.com",
    );
    type(shell, "Remove-RemoteMailbox kim -Confirm:$false");
    expectSaid(shell, "Get-User 'Kim*'", "");
  });

  test("needs a domain of the service, and a user without mail", () => {
    const shell = startShell({ width: 300 });
    expect(
      said(
        shell,
        "New-RemoteMailbox X -Password (ConvertTo-SecureString Pa55word -AsPlainText -Force) -UserPrincipalName x@exchangeserverpro.net",
      ),
    ).toContain(
      "There is no accepted domain for the addresses of remote mailboxes (*.mail.onmicrosoft.com). Specify the RemoteRoutingAddress parameter.",
    );
    // facts/nouns.json, New-Mailbox: seen of Enable-RemoteMailbox
    expect(
      said(shell, "Enable-RemoteMailbox alan.reid -RemoteRoutingAddress a@contoso.mail.onmicrosoft.com"),
    ).toContain(
      "The specified recipient exchangeserverpro.net/Head Office/Alan Reid is of type UserMailbox. Please make sure that this recipient matches the required recipient type for this task.",
    );
  });
});
