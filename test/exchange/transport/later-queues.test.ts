// Queues since 2013: their table, digests over servers, messages that are redirected.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const waiting = (count: number): Shell => {
  const shell = startShell({ edition: "Exchange2019" });
  type(
    shell,
    "Suspend-Queue HO-EX2010-MB1\\Submission -Confirm:$false",
    `1..${count} | % { Send-MailMessage -From alan.reid@exchangeserverpro.net -To sarah.jones@exchangeserverpro.net -Subject "Mail $_" -SmtpServer HO-EX2010-MB1 }`,
  );
  return shell;
};
const messages = (shell: Shell, line: string): readonly string[] => shell.run(line).errors.map((each) => each.message);

test("Get-Queue", () =>
  expectSaid(
    waiting(2),
    "Get-Queue",
    `
Identity                 DeliveryType Status    MessageCount Velocity RiskLevel OutboundIPPool NextHopDomain
--------                 ------------ ------    ------------ -------- --------- -------------- -------------
HO-EX2010-MB1\\Submission Undefined    Suspended 2            0        Normal    0              Submission`,
  ));

describe("Get-QueueDigest", () => {
  test("ten messages or more (documented)", () => {
    expect(said(waiting(9), "Get-QueueDigest -Forest")).toBe("");
    expectSaid(
      waiting(10),
      "Get-QueueDigest -Server HO-EX2010-MB1,HO-EX2010-MB2",
      `
GroupByValue MessageCount DeferredMessageCount StaleMessageCount Details
------------ ------------ -------------------- ----------------- -------
Submission   10           0                    0                 {HO-EX2010-MB1\\Submission}`,
    );
  });

  test.each([
    ["-Server HO-EX2010-MB2", ""],
    ["-Site BranchOffice", ""],
    ["-Site HeadOffice", "Submission"],
    ["-Dag DAG1", "Submission"],
    ["-Forest -GroupBy Status", "Suspended"],
    ["-Forest -GroupBy ServerName", "HO-EX2010-MB1"],
    ["-Forest -GroupBy DeliveryType", "Undefined"],
    ["-Forest -Filter \"Status -eq 'Retry'\"", ""],
    ["-Forest -ResultSize 1 -DetailsLevel None", "Submission"],
  ])("%s", (parameters, values) => {
    const shell = waiting(10);
    type(
      shell,
      "$null = New-DatabaseAvailabilityGroup DAG1 -WitnessServer fs01 -WarningAction SilentlyContinue",
      "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB1",
    );
    expect(said(shell, `(Get-QueueDigest ${parameters} | % GroupByValue) -join ' '`)).toBe(values);
  });

  test("a server that is not there", () =>
    expect(messages(waiting(1), "Get-QueueDigest -Server Nowhere")).toEqual([
      'Couldn\'t find object "Nowhere". Please make sure that it was spelled correctly or specify a different object.',
    ]));
});

describe("Redirect-Message", () => {
  test("what waits goes on from another server", () => {
    const shell = waiting(3);
    type(shell, "Redirect-Message -Server HO-EX2010-MB1 -Target HO-EX2010-MB2.exchangeserverpro.net -Confirm:$false");
    expect(said(shell, "(Get-Queue).MessageCount")).toBe("0");
    expect(said(shell, "(Get-MessageTrackingLog -EventId REDIRECT).Count")).toBe("3");
    expect(said(shell, "(Get-MessageTrackingLog -Server HO-EX2010-MB2 -EventId DELIVER).Count")).toBe("3");
  });

  test("not to itself, nor to nowhere", () => {
    const shell = waiting(1);
    expect(messages(shell, "Redirect-Message -Server HO-EX2010-MB1 -Target HO-EX2010-MB1 -Confirm:$false")).toEqual([
      'The messages of server "HO-EX2010-MB1" can\'t be redirected to itself.',
    ]);
    expect(messages(shell, "Redirect-Message -Server HO-EX2010-MB1 -Target Nowhere -Confirm:$false")).toEqual([
      'Couldn\'t find object "Nowhere". Please make sure that it was spelled correctly or specify a different object.',
    ]);
  });
});
