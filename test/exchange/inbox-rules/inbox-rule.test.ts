// InboxRule: what happens to messages that arrive in a mailbox.
import { describe, test } from "vitest";
import { inboxRule, inboxRuleVerbs } from "../../../src/exchange/inbox-rules/inbox-rule.js";
import { settableColumns } from "../../../src/exchange/noun/noun.js";
import { roundTripsOf, type Sample } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const rules = [
  "$null = New-InboxRule Projects -Mailbox alan.reid -SubjectContainsWords Project -MoveToFolder alan.reid:\\Tasks -StopProcessingRules $true",
  "$null = New-InboxRule Boss -Mailbox alan.reid -From sarah.jones -RedirectTo emma.carlisle -ExceptIfSubjectContainsWords private",
  "$null = New-InboxRule Junk -Mailbox alan.reid -FromAddressContainsWords tom.okafor -DeleteMessage $true -Priority 1",
];
const number = "(Get-InboxRule Projects -Mailbox alan.reid).Identity";
const sarah: Sample = [
  "sarah.jones",
  '{"Sarah Jones" [EX:/o=Exchange Server Pro/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=Sarah Jones2]}',
];
const people = [...settableColumns(inboxRule).keys()].filter((name) =>
  /(^|ExceptIf|d|t)(From|SentTo)$|^(Forward|Redirect).*To$/.test(name),
);

roundTripsOf(
  { noun: inboxRule, verbs: inboxRuleVerbs },
  {
    before: [...rules, `$id = ${number}`],
    identity: "$id",
    samples: {
      ...Object.fromEntries(people.map((name) => [name, sarah])),
      MoveToFolder: ["':\\Drafts'", "Drafts"],
      CopyToFolder: ["alan.reid:\\Notes", "Notes"],
      HasClassification: ["ExPartnerMail,ExCompanyInternal", "{ExPartnerMail, ExCompanyInternal}"],
      ExceptIfHasClassification: ["@{Add='ExPartnerMail'}", "{ExPartnerMail}"],
    },
  },
);

const table = (...rows: readonly (readonly [string, boolean, number, string])[]) =>
  [
    ["Name", "Enabled", "Priority", "RuleIdentity"],
    ["----", "-------", "--------", "------------"],
    ...rows.map(([name, on, ...rest]) => [name, on ? "True" : "False", ...rest.map(String)]),
  ]
    .map(([name = "", ...others]) =>
      [name, ...others].map((cell, index) => (index < 3 ? cell.padEnd(29) : cell)).join(" "),
    )
    .join("\n");

describe("the rules of a mailbox", () => {
  test("run in their order, which is without gaps", () => {
    const shell = startShell();
    type(shell, ...rules);
    expectSaid(
      shell,
      "Get-InboxRule -Mailbox alan.reid",
      table(
        ["Junk", true, 1, "390619983723504683"],
        ["Projects", true, 2, "1108554777002923137"],
        ["Boss", true, 3, "1019617416548992140"],
      ),
    );
    type(
      shell,
      "Set-InboxRule Boss -Mailbox alan.reid -Priority 1 -Name Chef",
      "Disable-InboxRule Junk -Mailbox alan.reid -Confirm:$false",
      "Get-InboxRule Projects -Mailbox alan.reid | Remove-InboxRule -Confirm:$false",
    );
    expectSaid(
      shell,
      "Get-InboxRule -Mailbox alan.reid",
      table(["Chef", true, 1, "1019617416548992140"], ["Junk", false, 2, "390619983723504683"]),
    );
    type(shell, "Enable-InboxRule alan.reid\\390619983723504683");
    expectSaid(shell, "(Get-InboxRule alan.reid\\Junk).Enabled", "True");
  });

  test("say what they do", () => {
    const shell = startShell();
    type(shell, ...rules);
    expectSaid(
      shell,
      "(Get-InboxRule Boss -Mailbox alan.reid).Description; (Get-InboxRule Projects -Mailbox alan.reid).Description",
      `
If the message:
	the message was received from 'Sarah Jones'
Take the following actions:
	redirect the message to 'Emma Carlisle'
Except if the message:
	the message includes specific words in the subject 'private'
If the message:
	the message includes specific words in the subject 'Project'
Take the following actions:
	move the message to folder 'Tasks'
	and stop processing more rules on this message`,
    );
  });

  test("wrong use", () => {
    const shell = startShell({ width: 200 });
    type(shell, ...rules);
    const fails = (line: string, text: string) => expectSaid(shell, `${line} 2>&1 | % { $_.Exception.Message }`, text);
    fails(
      "New-InboxRule X -Mailbox alan.reid -SubjectContainsWords a",
      "The rule has no action. Specify at least one.",
    );
    fails(
      "New-InboxRule X -Mailbox alan.reid -MoveToFolder alan.reid:\\Nothing",
      'The mailbox folder "alan.reid:\\Nothing" couldn\'t be found.',
    );
    fails("Set-InboxRule Boss -Mailbox alan.reid -Priority 9", "The priority 9 won't do: write a number from 1 to 3.");
    fails(
      "Get-InboxRule Nothing -Mailbox alan.reid",
      "The operation couldn't be performed because object 'Nothing' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    );
  });
});

describe("a message that arrives", () => {
  const send = (subject: string, from = "sarah.jones@exchangeserverpro.net") =>
    `Send-MailMessage -From ${from} -To alan.reid@exchangeserverpro.net -Subject '${subject}' -SmtpServer HO-EX2010-MB1`;
  const items =
    "'Inbox','Tasks','DeletedItems' | % { \"$_ \" + (Get-MailboxFolderStatistics alan.reid -FolderScope $_).ItemsInFolder }";
  const deliveries =
    'Get-MessageTrackingLog -EventId DELIVER | % { "$($_.Sender) $($_.Recipients) $($_.MessageSubject)" }';

  test("goes to the folder of the first rule that fits, is deleted, or goes on to others", () => {
    const shell = startShell();
    type(shell, ...rules);
    expectSaid(shell, items, "Inbox 726\nTasks 15\nDeletedItems 136");
    type(shell, send("Project X"), send("Lunch"), send("private"), send("Buy", "tom.okafor@exchangeserverpro.net"));
    expectSaid(shell, items, "Inbox 728\nTasks 16\nDeletedItems 137");
    expectSaid(
      shell,
      deliveries,
      `
sarah.jones@exchangeserverpro.net alan.reid@exchangeserverpro.net Project X
sarah.jones@exchangeserverpro.net alan.reid@exchangeserverpro.net Lunch
sarah.jones@exchangeserverpro.net emma.carlisle@exchangeserverpro.net Lunch
sarah.jones@exchangeserverpro.net alan.reid@exchangeserverpro.net private
tom.okafor@exchangeserverpro.net alan.reid@exchangeserverpro.net Buy`,
    );
  });

  test("is forwarded as the owner's; two mailboxes that forward to each other stop", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-InboxRule F -Mailbox alan.reid -ForwardTo emma.carlisle",
      "$null = New-InboxRule F -Mailbox emma.carlisle -ForwardTo alan.reid",
      send("Hello"),
    );
    expectSaid(
      shell,
      deliveries,
      `
sarah.jones@exchangeserverpro.net alan.reid@exchangeserverpro.net Hello
alan.reid@exchangeserverpro.net emma.carlisle@exchangeserverpro.net FW: Hello
emma.carlisle@exchangeserverpro.net alan.reid@exchangeserverpro.net FW: FW: Hello`,
    );
  });
});

test("the description has its times in the form and the zone that are asked for", () => {
  const shell = startShell({ timeZone: "Europe/Berlin" });
  type(
    shell,
    "$null = New-InboxRule -Name Old -Mailbox alan.reid -ReceivedBeforeDate '6/4/2013 10:00' -HasClassification ExPartnerMail -DeleteMessage $true",
  );
  const rule = (parameters: string, time: string): void =>
    expectSaid(
      shell,
      `(Get-InboxRule -Mailbox alan.reid ${parameters}).Description`,
      `
If the message:
\tthe message is marked with the classification 'ExPartnerMail'
\tand the message was received before '${time}'
Take the following actions:
\tdelete the message`,
    );
  rule("", "6/4/2013 10:00:00 AM");
  rule("-DescriptionTimeFormat 'yyyy-MM-dd HH:mm'", "2013-06-04 10:00");
  rule("-DescriptionTimeZone 'Pacific Standard Time'", "6/4/2013 1:00:00 AM");
  expectSaid(
    shell,
    "Get-InboxRule -Mailbox alan.reid -DescriptionTimeZone Nowhere",
    `
"Nowhere" isn't the id of a time zone. Write it as Windows does, such as "GMT Standard Time".
    + CategoryInfo          : InvalidArgument: (0:Int32) [Get-InboxRule], ArgumentException
    + FullyQualifiedErrorId : 1FB59E9B,Microsoft.Exchange.Management.StoreTasks.GetInboxRule`,
  );
});

test("a rule after the pattern of a message needs the message", () => {
  expectSaid(
    startShell(),
    "New-InboxRule -Mailbox alan.reid -FromMessageId RgAAAAC -ValidateOnly",
    `
The message "RgAAAAC" couldn't be found in the mailbox of "Alan Reid".
    + CategoryInfo          : NotSpecified: (RgAAAAC:MailboxStoreObjectIdParameter) [New-InboxRule], ManagementObjectN
   otFoundException
    + FullyQualifiedErrorId : 6252E2BF,Microsoft.Exchange.Management.StoreTasks.NewInboxRule`,
  );
});
