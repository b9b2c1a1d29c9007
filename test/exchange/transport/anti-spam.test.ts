// The settings of the anti-spam agents: tables, documented defaults.
import { describe, expect, test } from "vitest";
import {
  contentFilterPhrase,
  contentFilterPhraseVerbs,
} from "../../../src/exchange/transport/anti-spam/content-filter-phrase.js";
import { filterConfigs } from "../../../src/exchange/transport/anti-spam/filter-configs.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

/** Parameters with a range. */
const thresholds = Object.fromEntries(
  [
    "SCLRejectThreshold",
    "SCLDeleteThreshold",
    "SCLQuarantineThreshold",
    "SrlBlockThreshold",
    "SenderBlockingPeriod",
  ].map((name) => [name, ["5", "5"] as const]),
);
const lists = {
  BypassedRecipients: ["a@contoso.com", "{a@contoso.com}"],
  BypassedSenders: ["a@contoso.com", "{a@contoso.com}"],
  BypassedSenderDomains: ["contoso.com", "{contoso.com}"],
  BlockedSenders: ["a@contoso.com", "{a@contoso.com}"],
  BlockedDomains: ["contoso.com", "{contoso.com}"],
  BlockedDomainsAndSubdomains: ["contoso.com", "{contoso.com}"],
  BlockedRecipients: ["a@contoso.com", "{a@contoso.com}"],
} as const;
for (const each of filterConfigs) roundTripsOf(each, { samples: { ...thresholds, ...lists } });

describe("settings of the content filter", () => {
  test("defaults", () => {
    expectSaid(
      startShell(),
      "Get-ContentFilterConfig | fl SCL*,Enabled,RejectionResponse",
      `
SCLRejectThreshold     : 7
SCLRejectEnabled       : True
SCLDeleteThreshold     : 9
SCLDeleteEnabled       : False
SCLQuarantineThreshold : 9
SCLQuarantineEnabled   : False
Enabled                : True
RejectionResponse      : Message rejected as spam by Content Filtering.`,
    );
  });

  test("a threshold that there is not", () => {
    expectSaid(
      startShell(),
      "Set-ContentFilterConfig -SCLRejectThreshold 12",
      `
The property value is invalid. The value of SCLRejectThreshold must be within the range of 0 through 9.
    + CategoryInfo          : InvalidData: (0:Int32) [Set-ContentFilterConfig], DataValidationException
    + FullyQualifiedErrorId : E64B2018,Microsoft.Exchange.Management.SystemConfigurationTasks.SetContentFilterConfig`,
    );
  });
});

const phrase = { noun: contentFilterPhrase, verbs: contentFilterPhraseVerbs };
const before = ["Add-ContentFilterPhrase 'freemoney' -Influence BadWord"];
identitiesOf(phrase, { before, identity: "freemoney" });

test("phrases: add, read, remove", () => {
  const shell = startShell({ answers: ["y"] });
  type(shell, ...before);
  expectSaid(
    shell,
    "Add-ContentFilterPhrase 'project x' -Influence GoodWord",
    `
Phrase                                                      Influence
------                                                      ---------
project x                                                   GoodWord`,
  );
  expectSaid(shell, "Get-ContentFilterPhrase -Phrase 'freemoney' | % { $_.Influence.ToString() }", "BadWord");
  type(shell, "Remove-ContentFilterPhrase -Phrase 'freemoney' -Confirm:$false");
  expectSaid(shell, "Get-ContentFilterPhrase | % { $_.Phrase }", "project x");
  expect(said(shell, "Remove-ContentFilterPhrase -Phrase 'freemoney'")).toContain("couldn't be found");
});
