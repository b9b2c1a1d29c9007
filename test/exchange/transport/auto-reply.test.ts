// Automatic replies: who gets one, which, and how often.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const away = (parameters: string) => {
  const shell = startShell({ width: 300 });
  type(
    shell,
    `Set-MailboxAutoReplyConfiguration emma.carlisle -InternalMessage inside -ExternalMessage outside ${parameters}`,
    "Get-ReceiveConnector | Set-ReceiveConnector -PermissionGroups AnonymousUsers,ExchangeUsers,ExchangeServers",
    "New-SendConnector Out -AddressSpaces * -DNSRoutingEnabled $true -Custom -SourceTransportServers HO-EX2010-MB1 | Out-Null",
  );
  return shell;
};
const send = (from: string, to: string, subject: string): string =>
  `Send-MailMessage -From ${from} -To ${to} -Subject ${subject} -SmtpServer HO-EX2010-MB1`;
const replies = (shell: ReturnType<typeof startShell>): string =>
  said(
    shell,
    "Get-MessageTrackingLog | ? { $_.MessageSubject -like 'Automatic reply*' -and $_.Sender -like 'emma*' } | % { \"$($_.EventId) $($_.Recipients) $($_.MessageSubject)\" }",
  );

test("colleagues are answered once", () => {
  const shell = away("-AutoReplyState Enabled");
  type(
    shell,
    send(`alan.reid@${own}`, `emma.carlisle@${own}`, "One"),
    send(`alan.reid@${own}`, `emma.carlisle@${own}`, "Two"),
  );
  expect(replies(shell).split("\n")).toEqual([`DELIVER alan.reid@${own} Automatic reply: One`]);
  type(shell, "Set-MailboxAutoReplyConfiguration emma.carlisle -AutoReplyState Disabled");
  type(shell, send(`alan.reid@${own}`, `emma.carlisle@${own}`, "Three"));
  type(shell, "Set-MailboxAutoReplyConfiguration emma.carlisle -AutoReplyState Enabled");
  type(shell, send(`alan.reid@${own}`, `emma.carlisle@${own}`, "Four"));
  expect(replies(shell).split("\n").at(-1)).toBe(`DELIVER alan.reid@${own} Automatic reply: Four`);
});

test("mail to a group, reports and answers get none", () => {
  const shell = away("-AutoReplyState Enabled");
  type(
    shell,
    "$null = New-DistributionGroup Staff",
    "Add-DistributionGroupMember Staff -Member emma.carlisle",
    "Set-MailboxAutoReplyConfiguration alan.reid -AutoReplyState Enabled",
    send(`sarah.jones@${own}`, `staff@${own}`, "All"),
  );
  expect(replies(shell)).toBe("");
  type(shell, send(`alan.reid@${own}`, `emma.carlisle@${own}`, "One"));
  expect(replies(shell)).toBe(`DELIVER alan.reid@${own} Automatic reply: One`);
  expectSaid(
    shell,
    "@(Get-MessageTrackingLog -EventId DELIVER | ? { $_.MessageSubject -like '*reply: Auto*' }).Count",
    "0",
  );
});

test.each([
  ["-AutoReplyState Enabled", "", true],
  ["-AutoReplyState Enabled -ExternalAudience None", "", false],
  ["-AutoReplyState Enabled", "Set-RemoteDomain Default -AllowedOOFType None", false],
  ["-AutoReplyState Enabled", "Set-Mailbox emma.carlisle -ExternalOofOptions InternalOnly", false],
  ["-AutoReplyState Scheduled -StartTime '6/1/2013' -EndTime '6/9/2013'", "", true],
  ["-AutoReplyState Scheduled -StartTime '6/7/2013' -EndTime '6/9/2013'", "", false],
])("strangers: %s; %s", (parameters, line, isAnswered) => {
  const shell = away(parameters);
  if (line !== "") type(shell, line);
  type(shell, send("ann@fabrikam.com", `emma.carlisle@${own}`, "Hello"));
  expect(replies(shell).includes("ann@fabrikam.com Automatic reply: Hello")).toBe(isAnswered);
});
