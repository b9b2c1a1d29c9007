// Settings of the organization that are rarely touched: agents, free and busy times of others, resources, rights.
import { describe, expect, test } from "vitest";
import {
  availabilityAddressSpace,
  availabilityAddressSpaceVerbs,
  availabilityConfig,
  availabilityConfigVerbs,
} from "../../../src/exchange/organization/availability-config.js";
import {
  cmdletExtensionAgent,
  cmdletExtensionAgentVerbs,
} from "../../../src/exchange/organization/cmdlet-extension-agent.js";
import { irmConfiguration, irmConfigurationVerbs } from "../../../src/exchange/organization/irm-configuration.js";
import { resourceConfig, resourceConfigVerbs } from "../../../src/exchange/organization/resource-config.js";
import {
  x400AuthoritativeDomain,
  x400AuthoritativeDomainVerbs,
} from "../../../src/exchange/transport/x400-authoritative-domain.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const alan = ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"] as const;
roundTripsOf(
  { noun: availabilityConfig, verbs: availabilityConfigVerbs },
  { samples: { PerUserAccount: alan, OrgWideAccount: alan } },
);
roundTripsOf(
  { noun: resourceConfig, verbs: resourceConfigVerbs },
  { samples: { ResourcePropertySchema: ["Room/TV,Equipment/Laptop", "{Room/TV, Equipment/Laptop}"] } },
);
roundTripsOf(
  { noun: irmConfiguration, verbs: irmConfigurationVerbs },
  {
    samples: {
      LicensingLocation: ["https://rms.contoso.com/_wmcs/licensing", "{https://rms.contoso.com/_wmcs/licensing}"],
    },
    except: ["InternalLicensingEnabled", "ExternalLicensingEnabled"],
  },
);
const agent = { noun: cmdletExtensionAgent, verbs: cmdletExtensionAgentVerbs };
identitiesOf(agent, { identity: "'Scripting Agent'" });
identitiesOf(
  { noun: availabilityAddressSpace, verbs: availabilityAddressSpaceVerbs },
  {
    before: ["$null = Add-AvailabilityAddressSpace -ForestName fabrikam.com -AccessMethod OrgWideFB"],
    identity: "fabrikam.com",
  },
);

const x400 = {
  before: ["$null = New-X400AuthoritativeDomain Sales -X400DomainName 'C=US;A=att;P=Contoso'"],
  identity: "Sales",
  samples: { X400DomainName: ["'C=DE;A=dbp;P=Contoso'", "C=DE;A=dbp;P=Contoso"] },
} as const;
roundTripsOf({ noun: x400AuthoritativeDomain, verbs: x400AuthoritativeDomainVerbs }, x400);
identitiesOf({ noun: x400AuthoritativeDomain, verbs: x400AuthoritativeDomainVerbs }, x400);

test("who may get permissions", () => {
  const shell = startShell();
  type(shell, "$null = New-DistributionGroup Staff -Type Security", "$null = New-DistributionGroup Team");
  expectSaid(
    shell,
    "Get-SecurityPrincipal -Types UniversalSecurityGroup | ? { $_.Name -match '^(Staff|Team)$' } | ft Name,Type,RecipientTypeDetails -a",
    `
Name   Type       RecipientTypeDetails
----   ----       --------------------
Staff Group MailUniversalSecurityGroup`
      .replace("Name   Type", "Name  Type ")
      .replace("----   ----", "----  ---- "),
  );
  expectSaid(shell, "(Get-SecurityPrincipal 'Alan Reid').SID -eq (Get-User alan.reid).Sid", "True");
  expect(said(shell, "Get-SecurityPrincipal Team")).toContain("object 'Team' couldn't be found");
});

test("offline address books move, and are fetched", () => {
  const shell = startShell();
  type(
    shell,
    "Move-OfflineAddressBook 'Default Offline Address Book' -Server HO-EX2010-MB2",
    "Update-FileDistributionService HO-EX2010-MB1 -Type OAB",
  );
  expectSaid(shell, "(Get-OfflineAddressBook).Server.ToString()", "HO-EX2010-MB2");
});

describe("cmdlet extension agents", () => {
  // Documented: "Understanding Cmdlet Extension Agents"
  test("those that setup makes", () => {
    expectSaid(
      startShell(),
      "Get-CmdletExtensionAgent | ft Name,Enabled,Priority -a",
      `
Name                               Enabled Priority
----                               ------- --------
Admin Audit Log Agent                 True      255
Scripting Agent                      False        6
Mailbox Resources Management Agent    True        5
OAB Resources Management Agent        True        4
Rus Agent                             True        3
Provisioning Policy Agent             True        2
Query Base DN Agent                   True        1`,
    );
  });

  test("one is switched on, its priority changed; system agents stay on", () => {
    const shell = startShell();
    type(
      shell,
      "Enable-CmdletExtensionAgent 'Scripting Agent'",
      "Set-CmdletExtensionAgent 'Scripting Agent' -Priority 9",
    );
    expectSaid(shell, "Get-CmdletExtensionAgent -Enabled $false", "");
    expectSaid(shell, "(Get-CmdletExtensionAgent 'Scripting Agent').Priority", "9");
    type(shell, "Disable-CmdletExtensionAgent 'Scripting Agent' -Confirm:$false");
    expectSaid(shell, "(Get-CmdletExtensionAgent -Enabled $false).Name", "Scripting Agent");
    expect(said(shell, "Disable-CmdletExtensionAgent 'Rus Agent' -Confirm:$false")).toContain(
      'The cmdlet extension agent "Rus Agent" is a system agent and can\'t be disabled.',
    );
  });
});

test("an address space is added and removed", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "Add-AvailabilityAddressSpace -ForestName fabrikam.com -AccessMethod PerUserFB -UseServiceAccount $true -ProxyUrl https://x.fabrikam.com/EWS | fl Name,ForestName,AccessMethod,UseServiceAccount,ProxyUrl",
    `
Name              : fabrikam.com
ForestName        : fabrikam.com
AccessMethod      : PerUserFB
UseServiceAccount : True
ProxyUrl          : https://x.fabrikam.com/EWS`,
  );
  type(shell, "Remove-AvailabilityAddressSpace fabrikam.com -Confirm:$false");
  expectSaid(shell, "Get-AvailabilityAddressSpace", "");
});

test("a resource property says of what it is one", () => {
  expect(said(startShell(), "Set-ResourceConfig -ResourcePropertySchema TV")).toContain(
    '"TV" isn\'t a resource property. Write it as Room/Name or Equipment/Name.',
  );
});

describe("rights management without its server", () => {
  test.each(["Set-IRMConfiguration -InternalLicensingEnabled $true", "Get-RMSTemplate"])("%s", (line) => {
    const { errors } = startShell().run(line);
    expect(errors.map(({ message }) => message)).toEqual([
      "Failed to find the Active Directory Rights Management Services (AD RMS) service connection point. Make sure that an AD RMS server is deployed in the forest.",
    ]);
  });

  test("Test-IRMConfiguration", () => {
    expect(said(startShell(), "(Test-IRMConfiguration -Sender alan.reid@exchangeserverpro.net).Results")).toMatch(
      /OVERALL RESULT: FAIL$/,
    );
  });
});
