// OrganizationConfig: one object, which needs no identity.
import { describe, test } from "vitest";
import { organizationConfig, organizationConfigVerbs } from "../../../src/exchange/organization/organization-config.js";
import { roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell } from "../support.js";

const noun = { noun: organizationConfig, verbs: organizationConfigVerbs };
const samples = {
  DistributionGroupDefaultOU: ["'Head Office'", "exchangeserverpro.net/Head Office"],
  HierarchicalAddressBookRoot: ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"],
  MicrosoftExchangeRecipientReplyRecipient: ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"],
} as const;
roundTripsOf(noun, { samples });
roundTripsOf(noun, {
  before: ["$null = New-AuthenticationPolicy Legacy"],
  samples: { ...samples, DefaultAuthenticationPolicy: ["Legacy", "Legacy"] },
  edition: "Exchange2019",
});

describe("Get-OrganizationConfig", () => {
  test("begins with the organization", () => {
    expectSaid(
      startShell(),
      "Get-OrganizationConfig | fl OrganizationId,Name,Identity,ObjectVersion,LegacyExchangeDN,MailTips*,IsMixedMode",
      `
OrganizationId                        :
Name                                  : Exchange Server Pro
Identity                              : Exchange Server Pro
ObjectVersion                         : 14322
LegacyExchangeDN                      : /o=Exchange Server Pro
MailTipsAllTipsEnabled                : True
MailTipsExternalRecipientsTipsEnabled : False
MailTipsGroupMetricsEnabled           : True
MailTipsLargeAudienceThreshold        : 25
MailTipsMailboxSourcedTipsEnabled     : True
IsMixedMode                           : False`,
    );
  });

  test("a unit that is not there", () => {
    expectSaid(
      startShell(),
      "Set-OrganizationConfig -DistributionGroupDefaultOU Nowhere",
      `
Organizational unit "Nowhere" was not found. Please make sure you have typed it correctly.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-OrganizationConfig], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 883CA1F0,Microsoft.Exchange.Management.SystemConfigurationTasks.SetOrganizationConfig`,
    );
  });
});
