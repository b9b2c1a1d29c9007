// EventLogLevel: how much a server writes into its event log.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

describe("EventLogLevel", () => {
  test("of a category, a source, all; the view", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-EventLogLevel 'MSExchange Autodiscover'",
      `
Identity                                                                                   EventLevel
--------                                                                                   ----------
MSExchange Autodiscover\\Core                                                               Lowest
MSExchange Autodiscover\\Web                                                                Lowest
MSExchange Autodiscover\\Provider                                                           Lowest`,
    );
    expectSaid(
      shell,
      "(Get-EventLogLevel msexchangetransport\\smtpreceive).Identity.ToString()",
      "MSExchangeTransport\\SmtpReceive",
    );
    expectSaid(shell, "@(Get-EventLogLevel | ? { $_.EventLevel -ne 'Lowest' }).Count", "0");
  });

  test.each([
    ["Low", 1],
    ["Medium", 3],
    ["High", 5],
    ["Expert", 7],
  ])("is set to %s, of one server", (name, number) => {
    const shell = startShell();
    type(shell, `Set-EventLogLevel 'HO-EX2010-MB2\\MSExchangeTransport\\SmtpSend' -Level ${name}`);
    expectSaid(
      shell,
      "Get-EventLogLevel -Server HO-EX2010-MB2 | ? { $_.EventLevel -ne 'Lowest' } | % { \"$($_.Identity) $($_.EventLevel) $([int]$_.EventLevel)\" }",
      `HO-EX2010-MB2\\MSExchangeTransport\\SmtpSend ${name} ${number}`,
    );
    expectSaid(shell, "(Get-EventLogLevel MSExchangeTransport\\SmtpSend).EventLevel.ToString()", "Lowest");
  });

  test("from the pipeline, and back", () => {
    const shell = startShell();
    type(shell, "Get-EventLogLevel 'MSExchange ADAccess\\*' | Set-EventLogLevel -Level High");
    const high = "@(Get-EventLogLevel | ? { $_.EventLevel -eq 'High' }).Count";
    expectSaid(shell, high, "9");
    type(shell, "Get-EventLogLevel | ? { $_.EventLevel -eq 'High' } | Set-EventLogLevel -Level Lowest");
    expectSaid(shell, high, "0");
  });

  test.each([
    ["Get-EventLogLevel Nowhere", 'The event category "Nowhere" couldn\'t be found.'],
    ["Set-EventLogLevel MSExchangeTransport\\DSN -Level Loud", '"Loud" isn\'t a level of event logging'],
    ["Get-EventLogLevel -Server NOWHERE", 'Couldn\'t find object "NOWHERE".'],
  ])("%s fails", (line, text) => {
    expect(said(startShell(), line)).toContain(text);
  });

  test("nothing new", () => {
    expectSaid(
      startShell({ width: 200 }),
      "Set-EventLogLevel MSExchangeTransport\\DSN -Level Lowest",
      "WARNING: The command completed successfully but no settings of 'MSExchangeTransport\\DSN' have been modified.",
    );
  });
});
