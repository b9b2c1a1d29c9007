// Get-ExchangeDiagnosticInfo: XML that scripts read, of the server's processes, its resources and its overrides.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const start = (...lines: readonly string[]): Shell => {
  const shell = startShell({ edition: "Exchange2019" });
  type(shell, ...lines);
  return shell;
};

describe("components", () => {
  test("VariantConfiguration: the overrides that count for the server", () =>
    expectSaid(
      start(
        "$null = New-SettingOverride Often -Component TimeBasedAssistants -Section OABGeneratorAssistant -Parameters 'WorkCycle=02:00:00' -Reason 'A & B'",
        "$null = New-SettingOverride Elsewhere -Component X -Section Y -Parameters 'Z=1' -Reason no -Server HO-EX2010-MB2",
        "[xml]$d = Get-ExchangeDiagnosticInfo -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Refresh",
      ),
      "$d.Diagnostics.Components.VariantConfiguration.Overrides.SettingOverride | fl Name,Reason,ComponentName,SectionName,Status; $d.Diagnostics.Components.VariantConfiguration.Overrides.SettingOverride.Parameters.Parameter",
      `

Name          : Often
Reason        : A & B
ComponentName : TimeBasedAssistants
SectionName   : OABGeneratorAssistant
Status        : Accepted



WorkCycle=02:00:00`,
    ));

  test("ResourceThrottling", () =>
    expectSaid(
      start("[xml]$d = Get-ExchangeDiagnosticInfo -Process EdgeTransport -Component ResourceThrottling"),
      "$d.Diagnostics.Components.ResourceThrottling.ResourceTracker.ResourceMeter | select -First 2",
      `
Resource            : PrivateBytes
CurrentResourceUse  : Low
PreviousResourceUse : Low
PressureTransitions : [PressureTransitions: MediumToHigh=75 HighToMedium=73 LowToMedium=72 MediumToLow=71]
Pressure            : 0

Resource            : SystemMemory
CurrentResourceUse  : Low
PreviousResourceUse : Low
PressureTransitions : [PressureTransitions: MediumToHigh=94 HighToMedium=89 LowToMedium=88 MediumToLow=84]
Pressure            : 0`,
    ));

  test("QueueManager", () =>
    expect(
      said(
        start(
          "[xml]$d = Get-ExchangeDiagnosticInfo -Server HO-EX2010-MB1 -Process EdgeTransport -Component QueueManager",
        ),
        '$d.Diagnostics.Components.QueueManager.queues.queue | % { "$($_.Id): $($_.MessageCount)" }',
      ),
    ).toBe("Submission: 0"));
});

test("without a component its names, without a process the processes", () => {
  expect(
    said(
      start(),
      "([xml](Get-ExchangeDiagnosticInfo -Process EdgeTransport)).Diagnostics.Components.Component -join ' '",
    ),
  ).toBe("ResourceThrottling QueueManager VariantConfiguration");
  expect(
    said(start(), "([xml](Get-ExchangeDiagnosticInfo -Process EdgeTransport)).Diagnostics.ProcessInfo.serverName"),
  ).toBe("HO-EX2010-MB1");
  expect(
    said(
      start(),
      "@(([xml](Get-ExchangeDiagnosticInfo)).Diagnostics.ProcessLocator.Process | ? { $_.name -eq 'MSExchangeTransport' }).Count",
    ),
  ).toBe("1");
});

test("what does not run, and what is not emulated", () => {
  const shell = start("Stop-Service MSExchangeTransport -WarningAction SilentlyContinue");
  expect(shell.run("Get-ExchangeDiagnosticInfo -Process EdgeTransport").errors.map((each) => each.message)).toEqual([
    'The process "EdgeTransport" doesn\'t run on server "HO-EX2010-MB1".',
  ]);
  expect(
    shell.run("Get-ExchangeDiagnosticInfo -Process MSExchangeDelivery -Component Nothing").errors.map(({ id }) => id),
  ).toEqual(["NotEmulated,Get-ExchangeDiagnosticInfo"]);
});
