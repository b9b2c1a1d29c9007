// A message travels: submission, delivery, other sites, other organizations, reports, limits, queues that wait.
import { describe, expect, test } from "vitest";
import { foldersOf } from "../../../src/exchange/mailboxes/mailbox-content.js";
import type { Shell } from "../../../src/index.js";
import { listObjects } from "../../../src/topology/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";

/** A line that sends a message from one mailbox to others, by the first server. */
function mail(to: string, options = ""): string {
  return `Send-MailMessage -From alan.reid@${own} -To ${to} -Subject Hello -SmtpServer HO-EX2010-MB1 ${options}`;
}

const events = (server = "HO-EX2010-MB1"): string =>
  `Get-MessageTrackingLog -Server ${server} | % { $_.EventId + ' ' + $_.Source + ' ' + $_.Recipients }`;

const queues = "Get-Queue | ft DeliveryType,Status,MessageCount,NextHopDomain -auto";

const inboxOf = ({ topology }: Shell, name: string): number => {
  const [user] = listObjects(topology, "User").filter((each) => each.name === name);
  if (user === undefined) throw new Error(`no user ${name}`);
  return foldersOf(user).find(({ path }) => path === "/Inbox")?.items ?? 0;
};
const before = startShell();

/** How many messages have come into a mailbox. */
const itemsOf = (shell: Shell, name: string): number => inboxOf(shell, name) - inboxOf(before, name);

describe("inside the organization", () => {
  test("a message goes into the mailbox", () => {
    const shell = startShell();
    type(shell, mail(`sarah.jones@${own}`));
    expectSaid(
      shell,
      "Get-MessageTrackingLog",
      `
EventId  Source   Sender                            Recipients                        MessageSubject
-------  ------   ------                            ----------                        --------------
RECEIVE  SMTP     alan.reid@exchangeserverpro.net   {sarah.jones@exchangeserverpro... Hello
DELIVER  STORE... alan.reid@exchangeserverpro.net   {sarah.jones@exchangeserverpro... Hello`,
    );
    expect(itemsOf(shell, "Sarah Jones")).toBe(1);
    expect(itemsOf(shell, "Alan Reid")).toBe(0);
    const count = "(Get-MailboxStatistics sarah.jones).ItemCount";
    expect(Number(said(shell, count)) - Number(said(startShell(), count))).toBe(1);
  });

  test("a mailbox of another site: a server there takes it on", () => {
    const shell = startShell();
    type(shell, mail(`lucas.brandt@${own}`));
    expectSaid(
      shell,
      events(),
      `
RECEIVE SMTP lucas.brandt@exchangeserverpro.net
SEND SMTP lucas.brandt@exchangeserverpro.net`,
    );
    expectSaid(
      shell,
      events("BR-EX2010-MB"),
      `
RECEIVE SMTP lucas.brandt@exchangeserverpro.net
DELIVER STOREDRIVER lucas.brandt@exchangeserverpro.net`,
    );
  });

  test("an address that nobody has: the sender gets a report", () => {
    const shell = startShell();
    type(shell, mail(`nobody@${own}`));
    expectSaid(
      shell,
      "Get-MessageTrackingLog | ? { $_.EventId -ne 'RECEIVE' } | fl EventId,Source,Recipients,RecipientStatus,MessageSubject",
      `
EventId         : FAIL
Source          : ROUTING
Recipients      : {nobody@exchangeserverpro.net}
RecipientStatus : {550 5.1.1 RESOLVER.ADR.RecipNotFound; not found}
MessageSubject  : Hello

EventId         : DSN
Source          : DSN
Recipients      : {alan.reid@exchangeserverpro.net}
RecipientStatus : {}
MessageSubject  : Undeliverable: Hello

EventId         : DELIVER
Source          : STOREDRIVER
Recipients      : {alan.reid@exchangeserverpro.net}
RecipientStatus : {}
MessageSubject  : Undeliverable: Hello`,
    );
    expect(itemsOf(shell, "Alan Reid")).toBe(1);
  });

  test("a mailbox that forwards", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox 'Sarah Jones' -ForwardingAddress 'Tom Okafor'", mail(`sarah.jones@${own}`));
    expect([itemsOf(shell, "Sarah Jones"), itemsOf(shell, "Tom Okafor")]).toEqual([0, 1]);
    type(shell, "Set-Mailbox 'Sarah Jones' -DeliverToMailboxAndForward $true", mail(`sarah.jones@${own}`));
    expect([itemsOf(shell, "Sarah Jones"), itemsOf(shell, "Tom Okafor")]).toEqual([1, 2]);
  });

  test("too large: for the connector at once, for a recipient with a report", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox 'Sarah Jones' -MaxReceiveSize 1KB", mail(`sarah.jones@${own}`, "-Body ('x' * 2000)"));
    expectSaid(
      shell,
      "(Get-MessageTrackingLog -EventId FAIL).RecipientStatus",
      "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient",
    );
    type(shell, "Set-ReceiveConnector 'HO-EX2010-MB1\\Default HO-EX2010-MB1' -MaxMessageSize 64KB");
    expect(said(shell, mail(`tom.okafor@${own}`, "-Body ('x' * 100000)")).split("\n")[0]).toBe(
      "Send-MailMessage : Exceeded storage allocation. The server response was: 5.3.4 Message size exceeds fixed maximum messa",
    );
  });

  test("undo takes the message back", () => {
    const shell = startShell();
    type(shell, mail(`sarah.jones@${own}`));
    shell.undo();
    expect(itemsOf(shell, "Sarah Jones")).toBe(0);
    expectSaid(shell, "Get-MessageTrackingLog", "");
  });
});

describe("a store that does not run", () => {
  test("its mail waits, and goes in when the queue is tried again", () => {
    const shell = startShell();
    type(shell, mail(`tom.okafor@${own}`));
    type(shell, "Stop-Service MSExchangeIS -Force", mail(`sarah.jones@${own}`));
    expectSaid(
      shell,
      queues,
      `
DeliveryType Status MessageCount NextHopDomain
------------ ------ ------------ -------------
   Undefined  Ready            0 Submission
MapiDelivery  Ready            0 mb-ho-02
MapiDelivery  Retry            1 mb-ho-01`,
    );
    type(shell, "Start-Service MSExchangeIS", "$queue = Get-Queue -Filter { NextHopDomain -eq 'mb-ho-01' }");
    expectSaid(shell, "(Get-Queue $queue.Identity).Status.ToString()", "Retry");
    type(shell, "Retry-Queue $queue.Identity");
    expectSaid(shell, "(Get-Queue $queue.Identity).MessageCount", "0");
    expect(itemsOf(shell, "Sarah Jones")).toBe(1);
  });

  test("or by itself after five minutes; empty queues go away after three", () => {
    const shell = startShell();
    type(shell, "Stop-Service MSExchangeIS -Force", mail(`sarah.jones@${own}`), "Start-Service MSExchangeIS");
    type(shell, "Start-Sleep 240");
    expectSaid(shell, "@(Get-Queue | ? { $_.Status -eq 'Retry' }).Count", "1");
    type(shell, "Start-Sleep 60");
    expectSaid(shell, "@(Get-Queue | ? { $_.Status -eq 'Retry' }).Count", "0");
    expect(itemsOf(shell, "Sarah Jones")).toBe(1);
    type(shell, "Start-Sleep 180");
    expectSaid(shell, "@(Get-Queue).Count", "1");
  });

  test("what waits for two days comes back to the sender", () => {
    const shell = startShell();
    type(
      shell,
      "Stop-Service MSExchangeIS -Force",
      mail(`lucas.brandt@${own},sarah.jones@${own}`),
      "Start-Sleep 172800",
    );
    expectSaid(
      shell,
      "(Get-MessageTrackingLog -EventId FAIL).RecipientStatus",
      "550 4.4.7 QUEUE.Expired; message expired",
    );
  });
});

describe("out of the organization", () => {
  const connector = "New-SendConnector Internet -AddressSpaces *";

  test("without a connector it is unreachable, until there is one", () => {
    const shell = startShell();
    type(shell, mail("x@fabrikam.com"));
    expectSaid(
      shell,
      "Get-Queue Unreachable | fl DeliveryType,Status,MessageCount,LastError",
      `
DeliveryType : Unreachable
Status       : Ready
MessageCount : 1
LastError    : A matching connector cannot be found to route the external recipient`,
    );
    type(shell, connector);
    expectSaid(shell, "(Get-Queue Unreachable).MessageCount", "0");
    expectSaid(
      shell,
      "Get-MessageTrackingLog -EventId SEND | fl Source,ConnectorId,ServerHostname,Recipients",
      `
Source         : SMTP
ConnectorId    : Internet
ServerHostname : fabrikam.com
Recipients     : {x@fabrikam.com}`,
    );
  });

  test("the best fit, then the lowest cost; a server that is no source hands it to one that is", () => {
    const shell = startShell();
    type(
      shell,
      connector,
      "New-SendConnector Partner -AddressSpaces '*.fabrikam.com;10' -SmartHosts relay.partner.com -SourceTransportServers BR-EX2010-MB",
      mail("x@eu.fabrikam.com"),
    );
    expectSaid(shell, events(), "RECEIVE SMTP x@eu.fabrikam.com\nSEND SMTP x@eu.fabrikam.com");
    expectSaid(
      shell,
      "Get-MessageTrackingLog -Server BR-EX2010-MB -EventId SEND | fl ConnectorId,ServerHostname",
      `
ConnectorId    : Partner
ServerHostname : relay.partner.com`,
    );
  });

  test("a smart host that does not answer: the queue is in Retry, and each try notes its time", () => {
    const shell = startShell();
    type(shell, `${connector} -SmartHosts 10.9.9.9`, mail("x@fabrikam.com"));
    expectSaid(
      shell,
      "Get-Queue -Filter { Status -eq 'Retry' } | fl DeliveryType,NextHopDomain,LastError,LastRetryTime,NextRetryTime",
      `
DeliveryType  : SmartHostConnectorDelivery
NextHopDomain : [10.9.9.9]
LastError     : 451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover t
                o alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to
                all alternate hosts.
LastRetryTime : 6/3/2013 9:00:00 AM
NextRetryTime : 6/3/2013 9:01:00 AM`,
    );
    type(
      shell,
      "Set-SendConnector Internet -SmartHosts relay.partner.com",
      "Get-Queue -Filter { Status -eq 'Retry' } | Retry-Queue -Resubmit $true",
    );
    expectSaid(shell, "(Get-MessageTrackingLog -EventId SEND).ServerHostname", "relay.partner.com");
  });

  test("a domain that cannot exist comes back at once", () => {
    const shell = startShell();
    type(shell, connector, mail("x@fabrikam.invalid"));
    expectSaid(
      shell,
      "(Get-MessageTrackingLog -EventId FAIL).RecipientStatus",
      "554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain",
    );
  });
});

describe("queues and messages by hand", () => {
  test("Suspend-Queue asks; what comes stays until Resume-Queue", () => {
    const shell = startShell({ answers: ["y"] });
    expectSaid(
      shell,
      "Suspend-Queue Submission",
      `
Confirm
Are you sure you want to perform this action?
Suspending the queue "HO-EX2010-MB1\\Submission".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    type(shell, mail(`sarah.jones@${own}`));
    expectSaid(
      shell,
      "Get-Queue | Get-Message",
      `
Identity                FromAddress             Status                  Queue                   Subject
--------                -----------             ------                  -----                   -------
HO-EX2010-MB1\\Submis... alan.reid@exchangese... Ready                   HO-EX2010-MB1\\Submis... Hello`,
    );
    expect(itemsOf(shell, "Sarah Jones")).toBe(0);
    type(shell, "Resume-Queue HO-EX2010-MB1\\Submission");
    expect(itemsOf(shell, "Sarah Jones")).toBe(1);
  });

  test("a message alone: suspend, resume, remove with and without a report", () => {
    const shell = startShell();
    type(shell, "Suspend-Queue Submission -Confirm:$false", mail(`sarah.jones@${own}`), mail(`tom.okafor@${own}`));
    type(shell, "Suspend-Message -Filter { Recipients -eq $null } -Confirm:$false");
    expectSaid(shell, "Get-Message | % { $_.Status.ToString() }", "Suspended\nSuspended");
    type(shell, "Get-Message | select -First 1 | Remove-Message -WithNDR $false -Confirm:$false");
    expectSaid(shell, "Get-Message -IncludeRecipientInfo | % { $_.Recipients }", `tom.okafor@${own}`);
    expect(itemsOf(shell, "Alan Reid")).toBe(0);
    type(shell, "Get-Message | Remove-Message -Confirm:$false");
    expectSaid(
      shell,
      "Get-MessageTrackingLog -EventId FAIL | % { $_.Source + ' ' + $_.RecipientStatus }",
      `
ADMIN 550 4.3.2 QUEUE.Admin; message deleted by administrative action
ADMIN 550 4.3.2 QUEUE.Admin; message deleted by administrative action`,
    );
    expect(itemsOf(shell, "Alan Reid")).toBe(1);
  });
});

describe("Get-MessageTrackingLog", () => {
  test("narrows by sender, recipient, subject, id, time", () => {
    const shell = startShell();
    type(shell, mail(`sarah.jones@${own}`), "Start-Sleep 3600", mail(`tom.okafor@${own}`));
    const count = (parameters: string): string => said(shell, `@(Get-MessageTrackingLog ${parameters}).Count`);
    expect(count("-ResultSize Unlimited")).toBe("4");
    expect(count(`-Sender ALAN.REID@${own} -Recipients sarah.jones@${own}`)).toBe("2");
    expect(count("-MessageSubject ell -EventId deliver")).toBe("2");
    expect(count("-Start '6/3/2013 9:30 AM'")).toBe("2");
    expect(count("-End '6/3/2013 9:30 AM'")).toBe("2");
    type(shell, "$id = (Get-MessageTrackingLog -EventId DELIVER)[1].MessageId");
    expect(count("-MessageId $id")).toBe("2");
  });

  test("-ResultSize: the warning has its own word", () => {
    const shell = startShell();
    type(shell, mail(`sarah.jones@${own}`));
    expectSaid(
      shell,
      "(Get-MessageTrackingLog -ResultSize 1).EventId",
      `
WARNING: There are more results available than are currently displayed. To view them, increase the value of the
ResultSize parameter.
RECEIVE`,
    );
  });
});

describe("Send-MailMessage", () => {
  test("a server that is not there, or does not listen", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Send-MailMessage -From a@b.c -To d@e.f -Subject x -SmtpServer mail.nowhere.com",
      `
Send-MailMessage : The remote name could not be resolved: 'mail.nowhere.com'
At line:1 char:17
+ Send-MailMessage <<<<  -From a@b.c -To d@e.f -Subject x -SmtpServer mail.nowhere.com
    + CategoryInfo          : InvalidOperation: (System.Net.Mail.SmtpClient:SmtpClient) [Send-MailMessage], SmtpExcept
   ion
    + FullyQualifiedErrorId : SmtpException,Microsoft.PowerShell.Commands.SendMailMessage`,
    );
    type(shell, "Stop-Service MSExchangeTransport");
    expect(said(shell, mail(`sarah.jones@${own}`)).split("\n")[0]).toBe(
      "Send-MailMessage : Unable to connect to the remote server",
    );
  });

  test("a stranger needs a connector for the anonymous, and may not relay through it", () => {
    const shell = startShell();
    const line = (to: string) => `Send-MailMessage -From app@other.com -To ${to} -Subject x -SmtpServer HO-EX2010-MB1`;
    expect(said(shell, line(`sarah.jones@${own}`)).split("\n")[0]).toBe(
      "Send-MailMessage : Mailbox unavailable. The server response was: 5.7.1 Client does not have permissions to send as this",
    );
    type(
      shell,
      "Set-ReceiveConnector 'HO-EX2010-MB1\\Default HO-EX2010-MB1' -PermissionGroups ExchangeUsers,ExchangeServers,AnonymousUsers",
      line(`sarah.jones@${own}`),
    );
    expect(itemsOf(shell, "Sarah Jones")).toBe(1);
    expect(said(shell, line("x@fabrikam.com")).split("\n")[0]).toBe(
      "Send-MailMessage : Mailbox unavailable. The server response was: 5.7.1 Unable to relay",
    );
  });
});

describe("21. Mail flow while every Client Access server is down", () => {
  test("messages still arrive", () => {
    const shell = startShell();
    type(
      shell,
      "New-ClientAccessArray -Fqdn outlook.exchangeserverpro.net -Site HeadOffice",
      "Stop-Service MSExchangeRPC,MSExchangeAB,W3SVC -Force",
      ...["HO-EX2010-MB2", "BR-EX2010-MB"].flatMap((server) =>
        ["MSExchangeRPC", "MSExchangeAB", "W3SVC"].map(
          (service) => `Get-Service ${service} -ComputerName ${server} | Stop-Service -Force`,
        ),
      ),
      "Remove-ClientAccessArray outlook -Confirm:$false",
      mail(`sarah.jones@${own},lucas.brandt@${own}`),
    );
    expectSaid(shell, "Get-Service MSExchangeRPC -ComputerName BR-EX2010-MB | % { $_.Status.ToString() }", "Stopped");
    expect([itemsOf(shell, "Sarah Jones"), itemsOf(shell, "Lucas Brandt")]).toEqual([1, 1]);
    expectSaid(
      shell,
      "Get-ExchangeServer | Get-MessageTrackingLog -EventId DELIVER | % { [string]$_.Recipients }",
      `
sarah.jones@exchangeserverpro.net
lucas.brandt@exchangeserverpro.net`,
    );
  });
});
