// What leads to another organization: relationships, the hybrid configuration, connectors within a company.
import { describe, expect, test } from "vitest";
import {
  hybridConfiguration,
  hybridConfigurationVerbs,
} from "../../../src/exchange/federation/hybrid-configuration.js";
import {
  intraOrganizationConnector,
  intraOrganizationConnectorVerbs,
} from "../../../src/exchange/federation/intra-organization-connector.js";
import {
  organizationRelationship,
  organizationRelationshipVerbs,
} from "../../../src/exchange/federation/organization-relationship.js";
import { buildTopology, topologies } from "../../../src/index.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const relationship = { noun: organizationRelationship, verbs: organizationRelationshipVerbs };
const related = [
  "$null = New-OrganizationRelationship Fabrikam -DomainNames fabrikam.com",
  "$null = New-DistributionGroup Partners -Type Security",
];
const domains = ["fabrikam.com,contoso.com", "{fabrikam.com, contoso.com}"] as const;
identitiesOf(relationship, { before: related, identity: "Fabrikam", notFound: 'Couldn\'t find object "nowhere".' });
for (const edition of ["Exchange2010", "Exchange2016"] as const)
  roundTripsOf(relationship, {
    before: related,
    identity: "Fabrikam",
    edition,
    samples: {
      DomainNames: domains,
      FreeBusyAccessScope: ["Partners", "exchangeserverpro.net/Users/Partners"],
      MailTipsAccessScope: ["Partners", "exchangeserverpro.net/Users/Partners"],
      TargetApplicationUri: ["outlook.com", "outlook.com"],
    },
  });

const connector = { noun: intraOrganizationConnector, verbs: intraOrganizationConnectorVerbs };
const connected = [
  "$null = New-IntraOrganizationConnector Cloud -DiscoveryEndpoint https://x.contoso.com/a.svc -TargetAddressDomains x.contoso.com",
];
identitiesOf(connector, { before: connected, identity: "Cloud", edition: "Exchange2016" });
roundTripsOf(connector, {
  before: connected,
  identity: "Cloud",
  edition: "Exchange2016",
  samples: { TargetAddressDomains: domains },
});

const servers = ["HO-EX2010-MB1,HO-EX2010-MB2", "{HO-EX2010-MB1, HO-EX2010-MB2}"] as const;
for (const edition of ["Exchange2010", "Exchange2016"] as const)
  roundTripsOf(
    { noun: hybridConfiguration, verbs: hybridConfigurationVerbs },
    {
      before: ["$null = New-HybridConfiguration"],
      edition,
      samples: {
        ClientAccessServers: servers,
        EdgeTransportServers: servers,
        TransportServers: servers,
        ReceivingTransportServers: servers,
        SendingTransportServers: servers,
        Domains: ["autod:contoso.com,fabrikam.com", "{autod:contoso.com, fabrikam.com}"],
        Features: ["FreeBusy,SecureMail", "{FreeBusy, SecureMail}"],
      },
    },
  );

describe("HybridConfiguration", () => {
  test("there is none before it is made, then one, and none again", () => {
    const shell = startShell({ edition: "Exchange2019" });
    expectSaid(shell, "Get-HybridConfiguration", "");
    expect(said(shell, "Set-HybridConfiguration -OnPremisesSmartHost mail.contoso.com")).toContain(
      "object 'Hybrid Configuration' couldn't be found",
    );
    type(shell, "$null = New-HybridConfiguration -Domains contoso.com -SendingTransportServers HO-EX2010-MB1");
    expectSaid(
      shell,
      "Get-HybridConfiguration | fl Name,Domains,*TransportServers,Features,ServiceInstance,ObjectCategory",
      `
Name                      : Hybrid Configuration
Domains                   : {contoso.com}
EdgeTransportServers      : {}
ReceivingTransportServers : {}
SendingTransportServers   : {HO-EX2010-MB1}
Features                  : {FreeBusy, MoveMailbox, Mailtips, MessageTracking, OwaRedirection, OnlineArchive,
                            SecureMail, Photos}
ServiceInstance           : 0
ObjectCategory            : exchangeserverpro.net/Configuration/Schema/ms-Exch-Coexistence-Relationship`,
    );
    expect(said(shell, "New-HybridConfiguration")).toContain("Hybrid Configuration");
    type(shell, "Remove-HybridConfiguration -Confirm:$false");
    expectSaid(shell, "Get-HybridConfiguration", "");
  });

  test.each([
    ["New-HybridConfiguration -Domains 'no domain'", `"no domain" isn't a valid SMTP domain.`],
    ["New-HybridConfiguration -SendingTransportServers nowhere", "nowhere"],
    ["New-OrganizationRelationship x -DomainNames 'a b'", "isn't a valid SMTP domain."],
    ["Get-OrganizationRelationship nowhere", 'Couldn\'t find object "nowhere".'],
  ])("%s", (line, text) => {
    const result = startShell({ edition: "Exchange2019" }).run(line);
    expect(result.errors.length).toBe(1);
    expect(result.text).toContain(text);
  });
});

test("where this organization's services are found: the web services' external address, and servers of 2010 in the way", () => {
  const shell = startShell({ edition: "Exchange2016", topology: topologies.headOffice });
  type(
    shell,
    "Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory -ExternalUrl https://mail.contoso.com/ews/exchange.asmx",
  );
  expectSaid(
    shell,
    "Get-IntraOrganizationConfiguration | select * -ExcludeProperty RunspaceId,PSComputerName,PSShowComputerName | fl",
    `
OnlineDiscoveryEndpoint                     :
OnlineTargetAddress                         :
OnPremiseTargetAddresses                    : {}
OnPremiseDiscoveryEndpoint                  : https://mail.contoso.com/autodiscover/autodiscover.svc
OnPremiseWebServiceEndpoint                 : https://mail.contoso.com/ews/exchange.asmx
DeploymentIsCompleteIOCReady                : False
HasNonIOCReadyExchangeCASServerVersions     : True
HasNonIOCReadyExchangeMailboxServerVersions : True`,
  );
});

test("a token for another organization: the list of test-oauthconnectivity.2", () => {
  const shell = startShell({ edition: "Exchange2016" });
  const line = "Test-OAuthConnectivity -Service ews -Mailbox alan.reid -TargetUri";
  expectSaid(
    shell,
    `${line} https://mail.fabrikam.com/ews/exchange.asmx | fl Task,Detail,ResultType,Identity,IsValid,ObjectState`,
    `
Task        : Checking EWS API Call Under Oauth
Detail      : The configuration was last successfully loaded at 1/1/0001 12:00:00 AM UTC. This was 1058430780 minutes
              ago.
              The token cache is being cleared because "use cached token" was set to false.
              Exchange Outbound Oauth Log:
              Client request ID: a08ff49b-6f77-4632-a16c-43069c43a8c3

              Exchange Response Details:
              HTTP response message:
              Exception:
              System.Net.WebException: The remote name could not be resolved: 'mail.fabrikam.com'

ResultType  : Error
Identity    : Microsoft.Exchange.Security.OAuth.ValidationResultNodeId
IsValid     : True
ObjectState : New`,
  );
  expectSaid(shell, `(${line} https://HO-EX2010-MB1.exchangeserverpro.net/ews/x).ResultType`, "Success");
  expect(said(shell, "Test-OAuthConnectivity -Service ews -Mailbox nobody -TargetUri https://x")).toContain("nobody");
});

test("mailboxes of the monitoring are seen by their switch only", () => {
  const topology = buildTopology({
    domain: "contoso.com",
    servers: [{ name: "EX01", version: "15.1.2507.6" }],
    databases: [{ name: "DB1", server: "EX01" }],
    mailboxes: ["Anna", { name: "HealthMailbox1", type: "MonitoringMailbox" }],
  });
  const shell = startShell({ edition: "Exchange2016", topology });
  expectSaid(shell, "(Get-Mailbox).Name", "Anna");
  expectSaid(shell, "(Get-Mailbox -Monitoring).Name", "HealthMailbox1");
  expectSaid(shell, "(Get-Recipient).Name", "Anna");
});
