// Delivery reports: what became of a message, as its sender and its recipients are told.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
function sent() {
  const shell = startShell({ width: 160 });
  type(
    shell,
    `Send-MailMessage -From sarah.jones@${own} -To alan.reid@${own},nobody@${own} -Subject 'Budget 2013' -Body x -SmtpServer HO-EX2010-MB1`,
    `Send-MailMessage -From tom.okafor@${own} -To alan.reid@${own} -Subject Lunch -Body x -SmtpServer HO-EX2010-MB1`,
  );
  return shell;
}

describe("Search-MessageTrackingReport", () => {
  test.each([
    ["sarah.jones -BypassDelegateChecking", "Budget 2013"],
    [`alan.reid -Sender tom.okafor@${own}`, "Lunch"],
    [`sarah.jones -Recipients alan.reid@${own} -Subject budget`, "Budget 2013"],
    ["sarah.jones -Subject Lunch", ""],
    ["alan.reid", ""],
  ])("%s", (parameters, subjects) => {
    expectSaid(sent(), `Search-MessageTrackingReport ${parameters} | % { $_.Subject }`, subjects);
  });

  test("a result", () => {
    expectSaid(
      sent(),
      "Search-MessageTrackingReport sarah.jones | fl Submitted*,Subject,From*,Recipient*",
      `
SubmittedDateTime     : 6/3/2013 9:00:00 AM
Subject               : Budget 2013
FromAddress           : sarah.jones@exchangeserverpro.net
FromDisplayName       : Sarah Jones
RecipientAddresses    : {alan.reid@exchangeserverpro.net, nobody@exchangeserverpro.net}
RecipientDisplayNames : {Alan Reid, nobody@exchangeserverpro.net}`,
    );
  });
});

describe("Get-MessageTrackingReport", () => {
  test("counts what became of the message", () => {
    expectSaid(
      sent(),
      "$found = Search-MessageTrackingReport sarah.jones; Get-MessageTrackingReport -Identity $found.MessageTrackingReportId | fl Subject,*Count",
      `
Subject           : Budget 2013
DeliveredCount    : 1
PendingCount      : 0
TransferredCount  : 0
UnsuccessfulCount : 1`,
    );
  });

  test("tells of each recipient, step by step when it is asked for", () => {
    const shell = sent();
    type(shell, "$report = Search-MessageTrackingReport sarah.jones");
    expectSaid(
      shell,
      "($report | Get-MessageTrackingReport).RecipientTrackingEvents | ft RecipientAddress,Status,EventDescription -a",
      `
RecipientAddress                      Status EventDescription
----------------                      ------ ----------------
alan.reid@exchangeserverpro.net    Delivered The message was successfully delivered.
nobody@exchangeserverpro.net    Unsuccessful The message couldn't be delivered.`,
    );
    expectSaid(
      shell,
      `($report | Get-MessageTrackingReport -ReportTemplate RecipientPath -RecipientPathFilter alan.reid@${own}).RecipientTrackingEvents | % { $_.EventDescription }`,
      "The message was received by the server.\nThe message was successfully delivered.",
    );
    expectSaid(
      shell,
      "($report | Get-MessageTrackingReport -Status Unsuccessful).RecipientTrackingEvents | % { $_.RecipientAddress.ToString() }",
      "nobody@exchangeserverpro.net",
    );
  });

  test("of nothing", () => {
    expect(said(startShell(), "Get-MessageTrackingReport x")).toContain(
      'The message tracking report "x" couldn\'t be found.',
    );
  });
});
