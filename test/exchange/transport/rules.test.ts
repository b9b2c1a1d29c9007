// TransportRule and JournalRule: their tables, their order, and what they do to messages.
import { describe, expect, test } from "vitest";
import { journalRule, journalRuleVerbs } from "../../../src/exchange/transport/rules/journal-rule.js";
import { transportRule, transportRuleVerbs } from "../../../src/exchange/transport/rules/transport-rule.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const people = ["sarah.jones,x@fabrikam.com", `{sarah.jones@${own}, x@fabrikam.com}`] as const;
const rule = { before: ["New-TransportRule Rule -PrependSubject X"], identity: "Rule" };

const samples = Object.fromEntries<readonly [string, string]>(
  [
    "FromMemberOf",
    "SentToMemberOf",
    "BetweenMemberOf1",
    "BetweenMemberOf2",
    "ManagerAddresses",
    "AnyOfToHeader",
    "AnyOfToHeaderMemberOf",
    "AnyOfCcHeader",
    "AnyOfCcHeaderMemberOf",
    "AnyOfToCcHeader",
    "AnyOfToCcHeaderMemberOf",
  ]
    .flatMap((name) => [name, `ExceptIf${name}`])
    .concat(
      "From",
      "SentTo",
      "ExceptIfFrom",
      "ExceptIfSentTo",
      "AddToRecipients",
      "CopyTo",
      "BlindCopyTo",
      "RedirectMessageTo",
      "ModerateMessageByUser",
    )
    .map((name): [string, readonly [string, string]] => [name, people])
    .concat(
      ["HasClassification", "ExceptIfHasClassification", "ApplyClassification"].map((name) => [
        name,
        ["ExPartnerMail", "ExPartnerMail"],
      ]),
    ),
);
const noun = { noun: transportRule, verbs: transportRuleVerbs };
const information = ['@{Name="IP Address"; minCount="2"}', "{IP Address, minCount: 2}"] as const;
roundTripsOf(noun, { ...rule, samples });
roundTripsOf(noun, {
  ...rule,
  edition: "Exchange2016",
  samples: {
    ...samples,
    GenerateIncidentReport: ["sarah.jones", `sarah.jones@${own}`],
    IncidentReportContent: ["Sender,Subject", "{Sender, Subject}"],
    MessageContainsDataClassifications: information,
    ExceptIfMessageContainsDataClassifications: information,
    SetAuditSeverity: ["High", "High"],
  },
  except: ["NotifySender"],
});
identitiesOf(noun, rule);
const journal = { before: ["New-JournalRule All -JournalEmailAddress helpdesk"], identity: "All" };
roundTripsOf(
  { noun: journalRule, verbs: journalRuleVerbs },
  { ...journal, samples: { JournalEmailAddress: ["tom.okafor", `tom.okafor@${own}`] } },
);

const mail = (to: string, subject = "Hello"): string =>
  `Send-MailMessage -From alan.reid@${own} -To ${to} -Subject '${subject}' -SmtpServer HO-EX2010-MB1`;
const delivered = 'Get-MessageTrackingLog -EventId DELIVER | % { "$($_.Recipients): $($_.MessageSubject)" }';

describe("rules run over messages", () => {
  test("a word of the subject, a prefix", () => {
    const shell = startShell();
    type(shell, "New-TransportRule Secret -SubjectContainsWords budget,salary -PrependSubject 'CONFIDENTIAL: '");
    type(shell, mail(`sarah.jones@${own}`, "The Budget"), mail(`tom.okafor@${own}`, "Budgets"));
    expectSaid(
      shell,
      delivered,
      "sarah.jones@exchangeserverpro.net: CONFIDENTIAL: The Budget\ntom.okafor@exchangeserverpro.net: Budgets",
    );
  });

  test("redirect, unless to someone; disabled rules do nothing", () => {
    const shell = startShell();
    type(
      shell,
      "New-TransportRule Redirect -From alan.reid -ExceptIfSentTo tom.okafor -RedirectMessageTo helpdesk",
      mail(`sarah.jones@${own}`),
      mail(`tom.okafor@${own}`),
      "Disable-TransportRule Redirect -Confirm:$false",
      mail(`emma.carlisle@${own}`),
    );
    expectSaid(
      shell,
      delivered,
      "helpdesk@exchangeserverpro.net: Hello\ntom.okafor@exchangeserverpro.net: Hello\nemma.carlisle@exchangeserverpro.net: Hello",
    );
  });

  test("delete, and reject with a report", () => {
    const shell = startShell();
    type(
      shell,
      "New-TransportRule Gone -SubjectContainsWords spam -DeleteMessage $true",
      "New-TransportRule No -SentToScope NotInOrganization -RejectMessageReasonText 'Not outside'",
      mail(`sarah.jones@${own}`, "spam"),
      mail("x@fabrikam.com"),
    );
    expectSaid(
      shell,
      'Get-MessageTrackingLog -EventId FAIL | % { "$($_.Source) $($_.RecipientStatus)" }',
      "AGENT 550 5.2.1 Message deleted by the transport rules agent\nAGENT 550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
    );
    expectSaid(shell, delivered, "alan.reid@exchangeserverpro.net: Undeliverable: Hello");
  });

  test.each(["Disconnect $true", "LogEventText x", "Quarantine $true", "SmtpRejectMessageRejectText no"])(
    "-%s is for Edge servers",
    (action) => {
      const [name = ""] = action.split(" ");
      const { errors } = startShell().run(`New-TransportRule X -DeleteMessage $true -${action}`);
      expect(errors.map((error) => error.message)).toEqual([
        `The action "${name}" isn't valid in a rule of Hub Transport servers. It's for Edge Transport servers only.`,
      ]);
    },
  );

  test("a template of rights needs a server of them; what is off is no action", () => {
    const shell = startShell({ width: 160 });
    expectSaid(
      shell,
      "New-TransportRule X -ApplyRightsProtectionTemplate 'Do Not Forward'",
      `
The rights protection template "Do Not Forward" couldn't be found.
    + CategoryInfo          : NotSpecified: (Do Not Forward:RmsTemplateIdParameter) [New-TransportRule], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 5B9DC370,Microsoft.Exchange.Management.MessagingPolicies.Rules.NewTransportRule`,
    );
    type(
      shell,
      "$null = New-TransportRule X -DeleteMessage $true",
      "Set-TransportRule X -Quarantine $false -Comments y",
    );
    expect(said(shell, "Set-TransportRule X -Disconnect $true")).toContain('The action "Disconnect" isn\'t valid');
  });

  test("priorities", () => {
    const shell = startShell();
    type(shell, ...["A", "B", "C"].map((name) => `New-TransportRule ${name} -PrependSubject ${name}`));
    type(shell, "Set-TransportRule C -Priority 0", "New-TransportRule D -PrependSubject D -Priority 1 -Enabled $false");
    expectSaid(
      shell,
      "Get-TransportRule",
      `
Name                                               State    Priority Comments
----                                               -----    -------- --------
C                                                  Enabled  0
D                                                  Disabled 1
A                                                  Enabled  2
B                                                  Enabled  3`,
    );
    type(shell, "Remove-TransportRule D -Confirm:$false", mail(`sarah.jones@${own}`));
    expectSaid(shell, delivered, "sarah.jones@exchangeserverpro.net: BACHello");
  });
});

describe("journal rules", () => {
  test("a new one is disabled; enabled, its mailbox gets what is sent", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-JournalRule Sarah -JournalEmailAddress helpdesk -Recipient sarah.jones@exchangeserverpro.net -Scope Internal",
      `
Name                : Sarah
Recipient           : sarah.jones@exchangeserverpro.net
JournalEmailAddress : helpdesk@exchangeserverpro.net
Scope               : Internal
Enabled             : False`,
    );
    type(shell, "Enable-JournalRule Sarah", mail(`sarah.jones@${own}`), mail(`tom.okafor@${own}`));
    expectSaid(
      shell,
      delivered,
      "sarah.jones@exchangeserverpro.net: Hello\nhelpdesk@exchangeserverpro.net: Hello\ntom.okafor@exchangeserverpro.net: Hello",
    );
  });
});
