// ThrottlingPolicy and ThrottlingPolicyAssociation: how much of the servers a user may take.
import { describe, expect, test } from "vitest";
import { exchangeCmdlets } from "../../../src/exchange/cmdlets.js";
import { settableColumns } from "../../../src/exchange/noun/noun.js";
import { throttlingPolicy, throttlingPolicyVerbs } from "../../../src/exchange/policies/throttling-policy.js";
import {
  throttlingPolicyAssociation,
  throttlingPolicyAssociationVerbs,
} from "../../../src/exchange/policies/throttling-policy-association.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const policy = { noun: throttlingPolicy, verbs: throttlingPolicyVerbs };
const before = ["$null = New-ThrottlingPolicy Blackberry"];
identitiesOf(policy, { before, identity: "Blackberry" });
identitiesOf(
  { noun: throttlingPolicyAssociation, verbs: throttlingPolicyAssociationVerbs },
  { identity: "'Alan Reid'", forms: ["alan.reid", "alan.reid@exchangeserverpro.net"] },
);
roundTripsOf(
  { noun: throttlingPolicyAssociation, verbs: throttlingPolicyAssociationVerbs },
  { before, identity: "alan.reid", samples: { ThrottlingPolicy: ["Blackberry", "Blackberry"] } },
);

/** Every limit of 2010: set, and read back. */
function setsAllLimits(): void {
  const shell = startShell({ width: 400 });
  type(shell, ...before);
  const cmdlet = exchangeCmdlets("2010").find(({ name }) => name === "Set-ThrottlingPolicy");
  const limits = settableColumns(throttlingPolicy);
  const parameters = (cmdlet?.metadata.parameters ?? []).flatMap(({ name }) => (limits.has(name) ? [name] : []));
  expect(parameters.length).toBeGreaterThan(40);
  for (const [index, name] of parameters.entries()) {
    const value = String(1000 + index);
    type(shell, `Set-ThrottlingPolicy Blackberry -${name} ${value}`);
    expectSaid(shell, `(Get-ThrottlingPolicy Blackberry).${name}.ToString()`, value);
  }
}

describe("Set-ThrottlingPolicy", () => {
  test("every limit of 2010", setsAllLimits);

  // What is known of BlackBerry servers' accounts: no limit is $null in 2010.
  test("$null is no limit in 2010", () => {
    const shell = startShell();
    type(shell, ...before, "Set-ThrottlingPolicy Blackberry -RCAMaxConcurrency $null -RCAPercentTimeInAD 50");
    expectSaid(
      shell,
      "Get-ThrottlingPolicy Blackberry | fl RCA*",
      `
RCAMaxConcurrency          :
RCAPercentTimeInAD         : 50
RCAPercentTimeInCAS        : 205
RCAPercentTimeInMailboxRPC : 200`,
    );
  });

  test("nothing new", () => {
    const shell = startShell({ width: 200 });
    type(shell, ...before, "Set-ThrottlingPolicy Blackberry -EWSMaxConcurrency 7");
    expectSaid(
      shell,
      "Set-ThrottlingPolicy Blackberry -EWSMaxConcurrency 7",
      "WARNING: The command completed successfully but no settings of 'Blackberry' have been modified.",
    );
  });

  test("in 2016 a limit is a number or Unlimited, and $null takes back what was set", () => {
    const shell = startShell({ edition: "Exchange2016" });
    type(shell, ...before, "Set-ThrottlingPolicy Blackberry -EwsMaxBurst Unlimited -EwsCutoffBalance 5");
    const shown = "Get-ThrottlingPolicy Blackberry | fl EwsMaxBurst,EwsCutoffBalance";
    expectSaid(shell, shown, "EwsMaxBurst      : Unlimited\nEwsCutoffBalance : 5");
    type(shell, "Set-ThrottlingPolicy Blackberry -EwsMaxBurst $null");
    expectSaid(shell, shown, "EwsMaxBurst      : 300000\nEwsCutoffBalance : 5");
    expectSaid(
      shell,
      "Get-ThrottlingPolicy Blackberry -Explicit | fl EwsMaxBurst,EwsCutoffBalance",
      "EwsMaxBurst      :\nEwsCutoffBalance : 5",
    );
  });
});

describe("Get-ThrottlingPolicy", () => {
  test("of 2010", () => {
    const shell = startShell();
    type(shell, ...before);
    const [head, , first, second] = said(shell, "Get-ThrottlingPolicy").split("\n");
    expect(head).toBe("Name                                                        IsDefault");
    expect(first).toMatch(/^DefaultThrottlingPolicy_[-0-9a-f]+\.\.\. True$/);
    expect(second).toBe("Blackberry                                                  False");
  });

  // facts/captures.jsonl, get-throttlingpolicy.1
  test("of 2013", () => {
    expect(said(startShell({ edition: "Exchange2013" }), "Get-ThrottlingPolicy").split("\n")).toEqual([
      "Name                                    ThrottlingPolicyScope                   IsServiceAccount",
      "----                                    ---------------------                   ----------------",
      expect.stringMatching(/^\w+ThrottlingPolicy_[-0-9a-f]+\.\.\. Global {34}False$/),
    ]);
  });

  test("by scope", () => {
    const shell = startShell({ edition: "Exchange2013" });
    type(shell, ...before, "$null = New-ThrottlingPolicy Ours -ThrottlingPolicyScope Organization -IsServiceAccount");
    expectSaid(
      shell,
      'Get-ThrottlingPolicy -ThrottlingPolicyScope Organization | % { "$($_.Name) $($_.IsServiceAccount)" }',
      "Ours True",
    );
    expect(said(shell, "New-ThrottlingPolicy Other -ThrottlingPolicyScope Global")).toContain(
      "There is one policy of the scope Global",
    );
  });
});

describe("Remove-ThrottlingPolicy", () => {
  test("not the default one, and not one that somebody has", () => {
    const shell = startShell();
    type(shell, ...before, "Set-Mailbox alan.reid -ThrottlingPolicy Blackberry");
    expect(said(shell, "Get-ThrottlingPolicy | ? { $_.IsDefault } | Remove-ThrottlingPolicy -Confirm:$false")).toMatch(
      /^The default throttling policy "DefaultThrottlingPolicy_[-0-9a-f]+" can't be\s+removed\./,
    );
    expect(said(shell, "Remove-ThrottlingPolicy Blackberry -Confirm:$false")).toContain(
      'The throttling policy "Blackberry" can\'t be removed: it is associated with "Alan Reid".',
    );
    type(
      shell,
      "Set-ThrottlingPolicyAssociation alan.reid -ThrottlingPolicy $null",
      "Remove-ThrottlingPolicy Blackberry -Confirm:$false",
    );
    expectSaid(shell, "@(Get-ThrottlingPolicy).Count", "1");
  });
});

describe("Get-ThrottlingPolicyAssociation", () => {
  test("what Set-Mailbox stored", () => {
    const shell = startShell();
    type(shell, ...before, "Set-Mailbox alan.reid -ThrottlingPolicy Blackberry");
    expectSaid(
      shell,
      "Get-ThrottlingPolicyAssociation alan.reid",
      `
Name                                                        ThrottlingPolicyId
----                                                        ------------------
Alan Reid                                                   Blackberry`,
    );
    expectSaid(shell, "Get-ThrottlingPolicyAssociation -Anr sarah | % { $_.Name }", "Sarah Jones");
  });

  test("-ThrottlingPolicy, of 2013", () => {
    const shell = startShell({ edition: "Exchange2013" });
    type(shell, ...before, "Set-ThrottlingPolicyAssociation alan.reid -ThrottlingPolicy Blackberry");
    expectSaid(
      shell,
      "Get-ThrottlingPolicyAssociation -ThrottlingPolicy Blackberry -ResultSize Unlimited | % { $_.Name }",
      "Alan Reid",
    );
  });
});
