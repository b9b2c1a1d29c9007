// Who gets a message: groups, dynamic groups, contacts, further addresses, forwarding; who may send it; what is full.
import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const mail = (to: string, options = ""): string =>
  `Send-MailMessage -From alan.reid@${own} -To ${to} -Subject Hello -SmtpServer HO-EX2010-MB1 ${options}`;
/** What the log has after the message came in. */
const log =
  "Get-MessageTrackingLog | ? { $_.EventId -ne 'RECEIVE' } | % { \"$($_.EventId) $($_.Source) $($_.Recipients) < $($_.RelatedRecipientAddress) $($_.RecipientStatus)\".Trim() }";
const fails = 'Get-MessageTrackingLog -EventId FAIL | % { "$($_.Source) $($_.Recipients): $($_.RecipientStatus)" }';
const delivered = "Get-MessageTrackingLog -EventId DELIVER | % { $_.Recipients }";

describe("groups", () => {
  test("the members get it, those of groups within too, each once", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-DistributionGroup Inner -Members sarah.jones,tom.okafor",
      "$null = New-DistributionGroup Outer -Members sarah.jones,Inner",
      mail(`outer@${own}`),
    );
    expectSaid(
      shell,
      log,
      `
EXPAND ROUTING sarah.jones@exchangeserverpro.net Inner@exchangeserverpro.net < outer@exchangeserverpro.net
EXPAND ROUTING sarah.jones@exchangeserverpro.net tom.okafor@exchangeserverpro.net < Inner@exchangeserverpro.net
DELIVER STOREDRIVER sarah.jones@exchangeserverpro.net <
DELIVER STOREDRIVER tom.okafor@exchangeserverpro.net <`,
    );
  });

  test("a dynamic group: who fits its filter when the message comes", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-DynamicDistributionGroup Managers -RecipientFilter { Title -eq 'Manager' }",
      "Set-User sarah.jones -Title Manager",
      mail(`managers@${own}`),
      "Set-User tom.okafor -Title Manager",
      "Set-User sarah.jones -Title Clerk",
      mail(`managers@${own}`),
    );
    expectSaid(
      shell,
      log,
      `
EXPAND ROUTING sarah.jones@exchangeserverpro.net < managers@exchangeserverpro.net
DELIVER STOREDRIVER sarah.jones@exchangeserverpro.net <
EXPAND ROUTING tom.okafor@exchangeserverpro.net < managers@exchangeserverpro.net
DELIVER STOREDRIVER tom.okafor@exchangeserverpro.net <`,
    );
  });

  test("the default view shows the expansion", () => {
    const shell = startShell();
    type(shell, "$null = New-DistributionGroup Team -Members sarah.jones", mail(`team@${own}`));
    expectSaid(
      shell,
      "Get-MessageTrackingLog",
      `
EventId  Source   Sender                            Recipients                        MessageSubject
-------  ------   ------                            ----------                        --------------
RECEIVE  SMTP     alan.reid@exchangeserverpro.net   {team@exchangeserverpro.net}      Hello
EXPAND   ROUTING  alan.reid@exchangeserverpro.net   {sarah.jones@exchangeserverpro... Hello
DELIVER  STORE... alan.reid@exchangeserverpro.net   {sarah.jones@exchangeserverpro... Hello`,
    );
  });
});

describe("other addresses", () => {
  test("a further address of a mailbox is resolved to its primary one", () => {
    const shell = startShell();
    type(shell, `Set-Mailbox sarah.jones -EmailAddresses @{Add='info@${own}'}`, mail(`info@${own}`));
    expectSaid(
      shell,
      log,
      `
RESOLVE ROUTING sarah.jones@exchangeserverpro.net < info@exchangeserverpro.net
DELIVER STOREDRIVER sarah.jones@exchangeserverpro.net <`,
    );
  });

  test("a contact leads out of the organization", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-SendConnector Internet -AddressSpaces *",
      `$null = New-MailContact Carla -ExternalEmailAddress carla@fabrikam.com -PrimarySmtpAddress carla@${own}`,
      mail(`carla@${own}`),
    );
    expectSaid(
      shell,
      log,
      `
RESOLVE ROUTING carla@fabrikam.com < carla@exchangeserverpro.net
SEND SMTP carla@fabrikam.com <  250 2.1.5 Recipient OK`,
    );
  });

  test("a mailbox of another site that forwards and keeps forwards once", () => {
    const shell = startShell();
    type(
      shell,
      "Set-Mailbox lucas.brandt -ForwardingAddress tom.okafor -DeliverToMailboxAndForward $true",
      mail(`lucas.brandt@${own}`),
    );
    expectSaid(
      shell,
      'Get-ExchangeServer | Get-MessageTrackingLog | % { "$($_.EventId) $($_.Recipients)" }',
      `
RECEIVE lucas.brandt@exchangeserverpro.net
REDIRECT tom.okafor@exchangeserverpro.net
SEND lucas.brandt@exchangeserverpro.net
DELIVER tom.okafor@exchangeserverpro.net
RECEIVE lucas.brandt@exchangeserverpro.net
DELIVER lucas.brandt@exchangeserverpro.net`,
    );
  });
});

describe("who may send to whom", () => {
  const notAuthorized = "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized";

  test("a recipient that takes messages of some only, people or members of a group", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox sarah.jones -AcceptMessagesOnlyFrom tom.okafor", mail(`sarah.jones@${own}`));
    expectSaid(shell, fails, `ROUTING sarah.jones@${own}: ${notAuthorized}`);
    type(
      shell,
      "$null = New-DistributionGroup Friends -Members alan.reid",
      "Set-Mailbox sarah.jones -AcceptMessagesOnlyFrom $null -AcceptMessagesOnlyFromDLMembers Friends",
      mail(`sarah.jones@${own}`),
    );
    expectSaid(shell, delivered, `alan.reid@${own}\nsarah.jones@${own}`);
  });

  test("a group that refuses somebody is not expanded", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-DistributionGroup Team -Members sarah.jones",
      "Set-DistributionGroup Team -RejectMessagesFrom alan.reid",
      mail(`team@${own}`),
    );
    expectSaid(shell, fails, `ROUTING team@${own}: ${notAuthorized}`);
  });

  test("strangers get into no group that wants known senders", () => {
    const shell = startShell();
    const stranger = `Send-MailMessage -From app@other.com -To team@${own} -Subject x -SmtpServer HO-EX2010-MB1`;
    type(
      shell,
      "$null = New-DistributionGroup Team -Members sarah.jones",
      "Set-ReceiveConnector 'HO-EX2010-MB1\\Default HO-EX2010-MB1' -PermissionGroups ExchangeUsers,ExchangeServers,AnonymousUsers",
      stranger,
    );
    expectSaid(shell, fails, `ROUTING team@${own}: 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required`);
    type(shell, "Set-DistributionGroup Team -RequireSenderAuthenticationEnabled $false", stranger);
    expectSaid(shell, delivered, `sarah.jones@${own}`);
  });

  test("a moderated group: its moderators are asked, and their own messages pass", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-DistributionGroup News -Members sarah.jones",
      "Set-DistributionGroup News -ModerationEnabled $true -ModeratedBy tom.okafor",
      mail(`news@${own}`),
    );
    expectSaid(
      shell,
      log,
      `
INITMESSAGECREATED APPROVAL news@exchangeserverpro.net <
DELIVER STOREDRIVER tom.okafor@exchangeserverpro.net <`,
    );
    type(shell, mail(`news@${own}`).replace("alan.reid", "tom.okafor"));
    expectSaid(shell, delivered, `tom.okafor@${own}\nsarah.jones@${own}`);
  });

  test("more recipients than the sender may have", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -RecipientLimits 1", mail(`sarah.jones@${own},tom.okafor@${own}`));
    expectSaid(
      shell,
      fails,
      `ROUTING sarah.jones@${own} tom.okafor@${own}: 550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients 550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients`,
    );
  });

  test("a user sends as himself", () => {
    const shell = startShell();
    type(shell, "Add-RoleGroupMember 'Organization Management' -Member sarah.jones");
    const hers = createShell({ user: "sarah.jones", topology: shell.topology });
    expect(said(hers, mail(`tom.okafor@${own}`)).split("\n")[0]).toBe(
      "Send-MailMessage : Mailbox unavailable. The server response was: 5.7.1 Client does not have permissions to send as this",
    );
    type(hers, mail(`tom.okafor@${own}`).replace("alan.reid", "sarah.jones"));
    expectSaid(hers, delivered, `tom.okafor@${own}`);
  });
});

describe("quotas", () => {
  test("a mailbox that is full takes nothing; its sender is told", () => {
    const shell = startShell();
    type(
      shell,
      "Set-Mailbox sarah.jones -UseDatabaseQuotaDefaults $false -ProhibitSendReceiveQuota 1MB -ProhibitSendQuota 900KB -IssueWarningQuota 800KB",
      mail(`sarah.jones@${own},tom.okafor@${own}`),
    );
    expectSaid(shell, fails, `STOREDRIVER sarah.jones@${own}: 554 5.2.2 mailbox full`);
    expectSaid(shell, delivered, `alan.reid@${own}\ntom.okafor@${own}`);
    expectSaid(shell, "(Get-MailboxStatistics sarah.jones).StorageLimitStatus.ToString()", "MailboxDisabled");
  });
});
