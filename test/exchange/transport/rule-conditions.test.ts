// Every condition of a transport rule, over messages that fit it and messages that don't; what the actions do.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const prepared = startShell({ files: { "C:\\plan.txt": "the launch plan", "C:\\tool.exe": "MZ", "C:\\old.xyz": "?" } });
type(
  prepared,
  "$null = New-DistributionGroup Sales -Members alan.reid",
  "$null = New-DistributionGroup Board -Members tom.okafor",
  "Set-User alan.reid -Department Sales -Manager tom.okafor -City Riga",
  "Set-User sarah.jones -Department Marketing -City Riga",
  "$null = New-SendConnector Internet -AddressSpaces *",
  "Set-ReceiveConnector 'HO-EX2010-MB1\\Default HO-EX2010-MB1' -PermissionGroups ExchangeUsers,ExchangeServers,AnonymousUsers",
);

/** A message from Alan Reid to Sarah Jones, with more. */
const mail = (options = "", { from = "alan.reid", to = "sarah.jones" } = {}): string =>
  `Send-MailMessage -From ${from}@${own} -To ${to}@${own} -Subject 'Project Apollo 2013' -SmtpServer HO-EX2010-MB1 ${options}`;

/** Whether a rule with a condition applies to a message: it marks the subject. */
function applies(condition: string, line: string): boolean {
  const shell = prepared.fork();
  type(shell, `$null = New-TransportRule Test ${condition} -PrependSubject 'X:'`, line);
  const subjects = said(shell, "Get-MessageTrackingLog | ? { $_.EventId -ne 'RECEIVE' } | % { $_.MessageSubject }");
  return subjects.split("\n").every((subject) => subject.startsWith("X:"));
}

const plain = mail();
/** A condition, a message that fits it, and one that doesn't. */
const cases: readonly (readonly [condition: string, fits: string, other: string])[] = [
  ["-From alan.reid", plain, mail("", { from: "tom.okafor" })],
  ["-FromMemberOf Sales", plain, mail("", { from: "tom.okafor" })],
  ["-FromScope InOrganization", plain, mail().replace(`alan.reid@${own}`, "x@fabrikam.com")],
  ["-SentTo sarah.jones", plain, mail("", { to: "tom.okafor" })],
  ["-SentToMemberOf Board", mail("", { to: "tom.okafor" }), plain],
  ["-SentToScope NotInOrganization", mail().replace(`sarah.jones@${own}`, "x@fabrikam.com"), plain],
  ["-BetweenMemberOf1 Board -BetweenMemberOf2 Sales", mail("", { to: "tom.okafor" }), plain],
  [
    "-ManagerAddresses tom.okafor -ManagerForEvaluatedUser Sender",
    plain,
    mail("", { from: "sarah.jones", to: "alan.reid" }),
  ],
  ["-ManagerAddresses tom.okafor -ManagerForEvaluatedUser Recipient", mail("", { to: "alan.reid" }), plain],
  ["-SenderManagementRelationship DirectReport", mail("", { to: "tom.okafor" }), plain],
  ["-SenderManagementRelationship Manager", mail("", { from: "tom.okafor", to: "alan.reid" }), plain],
  ["-ADComparisonAttribute City", plain, mail("", { to: "tom.okafor" })],
  ["-ADComparisonAttribute Department -ADComparisonOperator NotEqual", plain, mail("", { to: "alan.reid" })],
  ["-SenderADAttributeContainsWords 'Department:Sales,Finance'", plain, mail("", { from: "tom.okafor" })],
  ["-SenderADAttributeMatchesPatterns 'Department:^S'", plain, mail("", { from: "sarah.jones" })],
  ["-RecipientADAttributeContainsWords 'Department:marketing'", plain, mail("", { to: "tom.okafor" })],
  ["-RecipientADAttributeMatchesPatterns 'City:a$'", plain, mail("", { to: "tom.okafor" })],
  ["-AnyOfToHeader sarah.jones", plain, mail(`-Cc sarah.jones@${own}`, { to: "tom.okafor" })],
  ["-AnyOfCcHeader sarah.jones", mail(`-Cc sarah.jones@${own}`, { to: "tom.okafor" }), plain],
  [
    "-AnyOfToCcHeader sarah.jones",
    mail(`-Cc sarah.jones@${own}`, { to: "tom.okafor" }),
    mail("", { to: "tom.okafor" }),
  ],
  ["-AnyOfToHeaderMemberOf Board", mail("", { to: "tom.okafor" }), plain],
  ["-AnyOfCcHeaderMemberOf Board", mail(`-Cc tom.okafor@${own}`), mail("", { to: "tom.okafor" })],
  ["-AnyOfToCcHeaderMemberOf Board", mail(`-Cc tom.okafor@${own}`), mail(`-Bcc tom.okafor@${own}`)],
  ["-SubjectContainsWords apollo,gemini", plain, plain.replace("Apollo", "Apollos")],
  ["-SubjectOrBodyContainsWords secret", mail("-Body 'a secret'"), plain],
  ["-SubjectMatchesPatterns '\\d{4}$'", plain, plain.replace("2013", "20")],
  ["-SubjectOrBodyMatchesPatterns 'se.ret'", mail("-Body 'a secret'"), plain],
  ["-HeaderContainsMessageHeader Importance -HeaderContainsWords High", mail("-Priority High"), plain],
  ["-HeaderMatchesMessageHeader From -HeaderMatchesPatterns '^alan'", plain, mail("", { from: "tom.okafor" })],
  ["-FromAddressContainsWords reid", plain, mail("", { from: "tom.okafor" })],
  ["-FromAddressMatchesPatterns 'reid@'", plain, mail("", { from: "tom.okafor" })],
  ["-RecipientAddressContainsWords jones", plain, mail("", { to: "tom.okafor" })],
  ["-RecipientAddressMatchesPatterns '^sarah'", plain, mail("", { to: "tom.okafor" })],
  ["-AnyOfRecipientAddressContainsWords jones", plain, mail("", { to: "tom.okafor" })],
  ["-AnyOfRecipientAddressMatchesPatterns '^sarah'", plain, mail("", { to: "tom.okafor" })],
  ["-WithImportance High", mail("-Priority High"), plain],
  ["-AttachmentNameMatchesPatterns '\\.txt$'", mail("-Attachments C:\\plan.txt"), mail("-Attachments C:\\tool.exe")],
  ["-AttachmentContainsWords launch", mail("-Attachments C:\\plan.txt"), plain],
  ["-AttachmentMatchesPatterns 'pl.n'", mail("-Attachments C:\\plan.txt"), mail("-Attachments C:\\tool.exe")],
  ["-AttachmentSizeOver 10B", mail("-Attachments C:\\plan.txt"), mail("-Attachments C:\\tool.exe")],
  ["-AttachmentIsUnsupported $true", mail("-Attachments C:\\old.xyz"), mail("-Attachments C:\\plan.txt")],
];

describe("a rule applies to messages that fit", () => {
  test.each(cases)("%s", (condition, fits, other) => {
    expect([applies(condition, fits), applies(condition, other)]).toEqual([true, false]);
    const exception = condition.replace(/(^| )-(?=[A-Z])/g, "$1-ExceptIf");
    expect([applies(exception, fits), applies(exception, other)]).toEqual([false, true]);
  });

  test("all conditions together, and no exception", () => {
    const both = "-From alan.reid -SentTo sarah.jones -ExceptIfSubjectContainsWords gemini";
    expect(applies(both, plain)).toBe(true);
    expect(applies(both, mail("", { to: "tom.okafor" }))).toBe(false);
    expect(applies(both, plain.replace("Apollo", "Gemini"))).toBe(false);
  });
});

describe("actions", () => {
  const delivered = 'Get-MessageTrackingLog -EventId DELIVER | % { "$($_.Recipients): $($_.MessageSubject)" }';
  const shellWith = (...rules: readonly string[]) => {
    const shell = prepared.fork();
    type(shell, ...rules.map((rule) => `$null = New-TransportRule ${rule}`));
    return shell;
  };

  test("a disclaimer: later rules see it, and the message has grown", () => {
    const shell = shellWith(
      "Legal -ApplyHtmlDisclaimerText '<b>Private</b> and confidential'",
      "Seen -SubjectOrBodyMatchesPatterns 'hello\\r\\nPrivate and confidential$' -PrependSubject 'Seen: '",
    );
    type(shell, mail("-Body hello"));
    expectSaid(shell, delivered, `sarah.jones@${own}: Seen: Project Apollo 2013`);
    expectSaid(
      shell,
      "Get-MessageTrackingLog | % { $_.TotalBytes }; Get-TransportRule Legal | fl ApplyHtml*",
      `
1560
1586


ApplyHtmlDisclaimerLocation       : Append
ApplyHtmlDisclaimerText           : <b>Private</b> and confidential
ApplyHtmlDisclaimerFallbackAction : Wrap`,
    );
  });

  test("of a message in HTML the tags stay", () => {
    const shell = shellWith(
      "Legal -ApplyHtmlDisclaimerText '<b>Private</b>' -ApplyHtmlDisclaimerLocation Prepend",
      "Seen -SubjectOrBodyMatchesPatterns '^<b>Private</b><p>hello' -PrependSubject 'Seen: '",
    );
    type(shell, mail("-Body '<p>hello' -BodyAsHtml"));
    expectSaid(shell, delivered, `sarah.jones@${own}: Seen: Project Apollo 2013`);
  });

  test("headers come and go, and a level of spam", () => {
    const shell = shellWith(
      "Set -SetHeaderName X-Project -SetHeaderValue Apollo -SetSCL 7",
      "Scl -SCLOver 6 -PrependSubject 'spam '",
      "Header -HeaderContainsMessageHeader X-Project -HeaderContainsWords apollo -PrependSubject 'header '",
      "Gone -RemoveHeader X-Project",
      "Never -HeaderContainsMessageHeader X-Project -HeaderContainsWords apollo -PrependSubject 'never '",
    );
    type(shell, mail());
    expectSaid(shell, delivered, `sarah.jones@${own}: header spam Project Apollo 2013`);
  });

  test("classifications: given by one rule, seen by another", () => {
    const shell = shellWith(
      "Plain -HasNoClassification $true -PrependSubject 'plain '",
      "Give -FromMemberOf Sales -ApplyClassification ExCompanyInternal",
      "Seen -HasClassification ExCompanyInternal -PrependSubject 'internal '",
      "Other -HasClassification ExPartnerMail -PrependSubject 'partner '",
      "Never -HasNoClassification $true -PrependSubject 'never '",
    );
    type(shell, mail());
    expectSaid(shell, delivered, `sarah.jones@${own}: internal plain Project Apollo 2013`);
    expectSaid(shell, "(Get-TransportRule Give).ApplyClassification.ToString()", "ExCompanyInternal");
    expect(said(shell, "New-TransportRule X -ApplyClassification Nothing").split("\n")[0]).toBe(
      'Couldn\'t find object "Nothing". Please make sure that it was spelled correctly or specify a different object.',
    );
  });

  test("the sender's manager gets it too, or has to approve it; who has none is not held up", () => {
    const shell = shellWith("Manager -AddManagerAsRecipientType Bcc");
    type(shell, mail());
    expectSaid(
      shell,
      delivered,
      `sarah.jones@${own}: Project Apollo 2013\ntom.okafor@${own}: Project Apollo 2013`.split("\n").sort().join("\n"),
    );
    const asking = shellWith("Ask -ModerateMessageByManager $true");
    type(asking, mail(), mail("", { from: "sarah.jones" }));
    expectSaid(
      asking,
      "Get-MessageTrackingLog | ? { $_.EventId -ne 'RECEIVE' } | % { \"$($_.EventId) $($_.Source) $($_.Recipients)\" }",
      `
INITMESSAGECREATED APPROVAL sarah.jones@exchangeserverpro.net
DELIVER STOREDRIVER tom.okafor@exchangeserverpro.net
DELIVER STOREDRIVER sarah.jones@exchangeserverpro.net`,
    );
  });

  test("the approval of somebody", () => {
    const shell = shellWith("Ask -ModerateMessageByUser tom.okafor");
    type(shell, mail());
    expectSaid(shell, delivered, `tom.okafor@${own}: Project Apollo 2013`);
  });

  test("a rule needs an action; what an action needs besides is there", () => {
    const shell = prepared.fork();
    expect(said(shell, "New-TransportRule Empty -From alan.reid").split("\n")[0]).toBe(
      "You must specify at least one action for the rule.",
    );
    type(shell, "$null = New-TransportRule No -RejectMessageEnhancedStatusCode 5.7.9", mail());
    expectSaid(
      shell,
      "(Get-MessageTrackingLog -EventId FAIL).RecipientStatus; (Get-TransportRule No).RejectMessageReasonText",
      "550 5.7.9 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy\nDelivery not authorized, message refused",
    );
    expect(
      said(shell, "Set-TransportRule No -RejectMessageEnhancedStatusCode $null -RejectMessageReasonText $null").split(
        "\n",
      )[0],
    ).toBe("You must specify at least one action for the rule.");
  });
});

describe("a rule says what it does", () => {
  test("as get-transportrule.1 words it", () => {
    const shell = startShell({ edition: "Exchange2016" });
    type(
      shell,
      "$null = New-DistributionGroup Team",
      "$null = New-TransportRule 'Block xlsm' -SentToMemberOf Team -AttachmentExtensionMatchesWords xlsm -RejectMessageReasonText 'Delivery not authorized, message refused by Transport Rules'",
    );
    expectSaid(
      shell,
      "Get-TransportRule | fl Description,Conditions,Exceptions,Actions,State,SentToMemberOf,SentTo,AttachmentExtensionMatchesWords,RejectMessageEnhancedStatusCode",
      `
Description                     : If the message:
                                      Is sent to a member of group 'Team@exchangeserverpro.net'
                                      and has an attachment with a file extension that matches one of these values:
                                  'xlsm'
                                  Take the following actions:
                                      reject the message and include the explanation 'Delivery not authorized, message
                                  refused by Transport Rules' with the status code: '5.7.1'

Conditions                      : {Microsoft.Exchange.MessagingPolicies.Rules.Tasks.SentToMemberOfPredicate, Microsoft.
                                  Exchange.MessagingPolicies.Rules.Tasks.AttachmentExtensionMatchesWordsPredicate}
Exceptions                      :
Actions                         : {Microsoft.Exchange.MessagingPolicies.Rules.Tasks.RejectMessageAction}
State                           : Enabled
SentToMemberOf                  : {Team@exchangeserverpro.net}
SentTo                          :
AttachmentExtensionMatchesWords : {xlsm}
RejectMessageEnhancedStatusCode : 5.7.1`,
    );
  });
});

describe("what rules can be made of", () => {
  test("predicates and actions by name", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-TransportRulePredicate SubjectMatches | fl",
      `
RunspaceId        : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Name              : SubjectMatches
Rank              : 21
LinkedDisplayText : when the Subject field matches <a id="Patterns">text patterns</a>
Identity          :
IsValid           : True`,
    );
    expectSaid(
      shell,
      "Get-TransportRuleAction",
      `
Name                                LinkedDisplayText
----                                -----------------
PrependSubject                      prepend the subject with <a id="Prefix">string</a>
ApplyClassification                 apply message classification <a id="Classification">classification</a>
ApplyHtmlDisclaimer                 <a id="Location">append</a> <a id="Text">disclaimer text</a> and fallback to <a ...
SetScl                              set the spam confidence level to <a id="SclValue">value</a>
SetHeader                           set <a id="MessageHeader">header</a> with <a id="HeaderValue">value</a>
RemoveHeader                        remove <a id="MessageHeader">header</a>
AddToRecipient                      add a recipient in the To field <a id="Addresses">addresses</a>
CopyTo                              copy the message to <a id="Addresses">addresses</a>
BlindCopyTo                         Blind carbon copy (Bcc) the message to <a id="Addresses">addresses</a>
AddManagerAsRecipientType           add the sender's manager as a specific <a id="RecipientType">recipient type</a>
ModerateMessageByUser               forward the message to <a id="Addresses">addresses</a> for moderation
ModerateMessageByManager            forward the message to the sender's manager for moderation
RedirectMessage                     redirect the message to <a id="Addresses">addresses</a>
RejectMessage                       send <a id="RejectReason">rejection message</a> to sender with <a id="EnhancedSt...
DeleteMessage                       delete the message without notifying anyone`,
    );
    expectSaid(shell, "@(Get-TransportRulePredicate | ? { $_.Name -like '*Domain*' }).Count", "0");
    expectSaid(
      startShell({ edition: "Exchange2013" }),
      "(Get-TransportRulePredicate SenderDomainIs).Name",
      "SenderDomainIs",
    );
  });
});
