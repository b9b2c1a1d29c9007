// What transport rules have since 2013 and 2016: times, modes, reports, conditions.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const mail = (options = ""): string =>
  `Send-MailMessage -From alan.reid@${own} -To sarah.jones@${own} -Subject Apollo -SmtpServer HO-EX2010-MB1 ${options}`;
const shell2016 = (...lines: readonly string[]): Shell => {
  const shell = startShell({ edition: "Exchange2016" });
  type(shell, ...lines);
  return shell;
};
const delivered = 'Get-MessageTrackingLog -EventId DELIVER | % { "$($_.Recipients): $($_.MessageSubject)" }';
const rule = (parameters: string): string => `$null = New-TransportRule Rule -PrependSubject 'X: ' ${parameters}`;
const messages = (shell: Shell, line: string): readonly string[] => shell.run(line).errors.map((each) => each.message);

describe("when a rule does something", () => {
  test.each([
    ["", "X: Apollo"],
    ["-Mode Audit", "Apollo"],
    ["-Mode AuditAndNotify", "Apollo"],
    ["-ActivationDate '6/3/2013 8:00 AM'", "X: Apollo"],
    ["-ActivationDate '6/4/2013 8:00 AM'", "Apollo"],
    ["-ExpiryDate '6/3/2013 8:00 AM'", "Apollo"],
    ["-ActivationDate '6/1/2013' -ExpiryDate '6/5/2013'", "X: Apollo"],
    ["-RuleErrorAction Defer -SenderAddressLocation Envelope -RuleSubType Dlp -UseLegacyRegex $true", "X: Apollo"],
    ["-ContentCharacterSetContainsWords us-ascii", "X: Apollo"],
    ["-ContentCharacterSetContainsWords utf-8", "Apollo"],
    ["-ExceptIfContentCharacterSetContainsWords us-ascii", "Apollo"],
    ["-AttachmentIsPasswordProtected $true", "Apollo"],
    ["-ExceptIfAttachmentIsPasswordProtected $true", "X: Apollo"],
    ["-AttachmentProcessingLimitExceeded $true", "Apollo"],
    ["-AttachmentPropertyContainsWords Secret", "Apollo"],
    ["-HasSenderOverride $true", "Apollo"],
    ["-ExceptIfHasSenderOverride $true", "X: Apollo"],
  ])("%s", (parameters, subject) => {
    const shell = shell2016(rule(parameters), mail());
    expect(said(shell, delivered)).toBe(`sarah.jones@${own}: ${subject}`);
  });

  test("Enable-TransportRule -Mode", () => {
    const shell = shell2016(rule("-Mode Audit -Enabled $false"), "Enable-TransportRule Rule -Mode Enforce", mail());
    expectSaid(shell, delivered, `sarah.jones@${own}: X: Apollo`);
    expectSaid(
      shell,
      "Get-TransportRule | ft Name,State,Mode -auto",
      `
Name   State    Mode
----   -----    ----
Rule Enabled Enforce`,
    );
  });
});

describe("whom a rule tells", () => {
  test("an incident report", () => {
    const shell = shell2016(
      "$null = New-TransportRule Watch -SubjectContainsWords Apollo -SetAuditSeverity High -GenerateIncidentReport tom.okafor -IncidentReportContent Sender,Severity,RuleDetections,AttachOriginalMail",
      mail(),
    );
    expect(said(shell, delivered).split("\n").sort()).toEqual([
      `sarah.jones@${own}: Apollo`,
      `tom.okafor@${own}: Rule detected - Apollo`,
    ]);
    expectSaid(
      shell,
      "Get-TransportRule | fl SetAuditSeverity,GenerateIncidentReport,IncidentReportContent",
      `

SetAuditSeverity       : High
GenerateIncidentReport : tom.okafor@${own}
IncidentReportContent  : {Sender, Severity, RuleDetections, AttachOriginalMail}`,
    );
  });

  test("of a message that is deleted too", () =>
    expectSaid(
      shell2016("$null = New-TransportRule Gone -DeleteMessage $true -GenerateIncidentReport tom.okafor", mail()),
      delivered,
      `tom.okafor@${own}: Rule detected - Apollo`,
    ));

  test("a notification of the recipients", () =>
    expect(
      said(
        shell2016(
          "$null = New-TransportRule Note -RedirectMessageTo tom.okafor -GenerateNotification '<p>Held'",
          mail(),
        ),
        delivered,
      )
        .split("\n")
        .sort(),
    ).toEqual([`sarah.jones@${own}: Notification: Apollo`, `tom.okafor@${own}: Apollo`]));
});

describe("how a rule reads", () => {
  test("its new parts", () =>
    expectSaid(
      shell2016(
        "$null = New-TransportRule Watch -AttachmentIsPasswordProtected $true -SetAuditSeverity Low -RouteMessageOutboundRequireTls $true",
      ),
      "(Get-TransportRule Watch).Description",
      `
If the message:
    Has an attachment that is password protected
Take the following actions:
    set audit severity level to 'Low'
    require TLS encryption`,
    ));
});

test("what is refused", () => {
  const shell = shell2016();
  expect(messages(shell, "New-TransportRule x -SetAuditSeverity Worst")).toEqual([
    '"Worst" isn\'t a severity level: DoNotAudit, Low, Medium, High.',
  ]);
  for (const line of ["New-TransportRule x -PrependSubject x -DlpPolicy Cards", "Get-TransportRule -DlpPolicy Cards"])
    expect(messages(shell, line)).toEqual([
      'Couldn\'t find object "Cards". Please make sure that it was spelled correctly or specify a different object.',
    ]);
  type(shell, "1..3 | % { $null = New-TransportRule R$_ -PrependSubject x }");
  expect(said(shell, "@(Get-TransportRule -ResultSize 2 -WarningAction SilentlyContinue).Count")).toBe("2");
});

describe("sensitive information", () => {
  const says = (body: string): string => mail(`-Body '${body}'`);
  const card = '@{Name="Credit Card Number"}';
  test.each([
    [card, "Visa 4111 1111 1111 1111, expires 10/15", true],
    [card, "Visa 4111 1111 1111 1112, expires 10/15", false],
    // Without a word that goes with it one is less sure.
    [card, "4111111111111111", false],
    ['@{Name="credit card number"; minConfidence="60"}', "4111111111111111", true],
    ['@{Name="Credit Card Number"; minCount="2"}', "Visa 4111111111111111", false],
    ['@{Name="Credit Card Number"; minCount="2"}', "Visa 4111111111111111 and 5500005555555559", true],
    ['@{Name="Credit Card Number"; maxCount="1"}', "Visa 4111111111111111 and 5500005555555559", false],
    ['@{Name="U.S. Social Security Number (SSN)"}', "SSN 078-05-1120", true],
    ['@{Name="International Banking Account Number (IBAN)"}', "GB82 WEST 1234 5698 7654 32", true],
    ['@{Name="International Banking Account Number (IBAN)"}', "GB82 WEST 1234 5698 7654 33", false],
    ['@{Name="ABA Routing Number"}', "bank: 111000025", true],
    ['@{Name="IP Address"}', "ip 10.1.2.300", false],
    ['@{Name="SWIFT Code"},@{Name="IP Address"}', "our ip is 10.1.2.3", true],
  ])("%s: %s", (classifications, body, fits) => {
    const shell = shell2016(rule(`-MessageContainsDataClassifications ${classifications}`), says(body));
    expect(said(shell, delivered)).toBe(`sarah.jones@${own}: ${fits ? "X: " : ""}Apollo`);
    const others = shell2016(rule(`-ExceptIfMessageContainsDataClassifications ${classifications}`), says(body));
    expect(said(others, delivered)).toBe(`sarah.jones@${own}: ${fits ? "" : "X: "}Apollo`);
  });

  test("a sender who is told that the message can't be sent", () => {
    const shell = shell2016(
      `$null = New-TransportRule Cards -MessageContainsDataClassifications ${card} -NotifySender RejectMessage`,
      says("Visa 4111 1111 1111 1111"),
    );
    expect(said(shell, delivered)).toBe(`alan.reid@${own}: Undeliverable: Apollo`);
    expectSaid(
      shell,
      "Get-TransportRule | fl Description,MessageContainsDataClassifications,SenderNotificationType",
      `

Description                        : If the message:
                                         The message contains these sensitive information types: 'Credit Card Number'
                                     Take the following actions:
                                         notify the sender that the message can't be sent: 'RejectMessage'

MessageContainsDataClassifications : {Credit Card Number}
SenderNotificationType             : RejectMessage`,
    );
    type(shell, "Set-TransportRule Cards -NotifySender NotifyOnly", says("Visa 4111 1111 1111 1111"));
    expect(said(shell, delivered).split("\n")[1]).toBe(`sarah.jones@${own}: Apollo`);
  });

  test("what is refused", () => {
    const shell = shell2016();
    expect(messages(shell, "New-TransportRule x -NotifySender RejectMessage")).toEqual([
      "The NotifySender action is for rules that have the MessageContainsDataClassifications condition: specify it too.",
    ]);
    expect(
      messages(shell, 'New-TransportRule x -PrependSubject x -MessageContainsDataClassifications @{minCount="2"}'),
    ).toEqual(['A data classification needs a name: @{Name="Credit Card Number"; minCount="2"}.']);
    expect(
      shell
        .run('New-TransportRule x -PrependSubject x -MessageContainsDataClassifications @{Name="Taiwan National ID"}')
        .errors.map(({ id }) => id),
    ).toEqual(["NotEmulated,New-TransportRule"]);
  });
});
