import type { Commands } from "./command.js";

const smartHost = "[10.0.0.9]";
const sending = {
  AddressSpaces: ["'fabrikam.com;7'", "{SMTP:fabrikam.com;7}"],
  SmartHosts: [smartHost, `{${smartHost}}`],
  DNSRoutingEnabled: ["$false", "False", { and: `-SmartHosts ${smartHost}` }],
  AuthenticationCredential: [
    "(New-Object PSCredential 'relay',$password)",
    "System.Management.Automation.PSCredential",
  ],
} as const;
const receiving = {
  Bindings: ["'10.0.0.7:2525'", "{10.0.0.7:2525}"],
  RemoteIPRanges: ["10.0.0.0/8,10.1.1.1-10.1.1.9", "{10.0.0.0/8, 10.1.1.1-10.1.1.9}"],
} as const;
const threshold = ["5", "5"] as const;
const addresses = ["a@fabrikam.com,b@fabrikam.com", "{a@fabrikam.com, b@fabrikam.com}"] as const;
const domains = ["a.com,b.com", "{a.com, b.com}"] as const;
const provider = {
  LookupDomain: ["other.contoso.com", "other.contoso.com"],
  IPAddressesMatch: ["127.0.0.2,127.0.0.3", "{127.0.0.2, 127.0.0.3}"],
  Priority: ["2", "2"],
} as const;
const none = "there is no other routing group, so that no connector can be made: transport/ip-lists.test.ts";

const edgeActions = Object.fromEntries(
  [
    "ApplyRightsProtectionTemplate",
    "Disconnect",
    "LogEventText",
    "Quarantine",
    "SmtpRejectMessageRejectStatusCode",
    "SmtpRejectMessageRejectText",
  ].map((name) => [name, "of Edge Transport servers, and of templates that are not there: transport/rules.test.ts"]),
);

export const transportCommands: Commands = {
  "New-AcceptedDomain": {
    base: { Name: "x", DomainName: "x.com" },
    samples: { DomainName: ["y.com", "y.com"] },
  },
  "Set-AcceptedDomain": { base: { Identity: "Fabrikam" } },
  "New-RemoteDomain": { base: { Name: "x", DomainName: "x.com" } },
  "Set-RemoteDomain": { base: { Identity: "Default" } },
  "New-SendConnector": {
    base: { Name: "x", AddressSpaces: "x.com" },
    samples: {
      ...sending,
      LinkedReceiveConnector: [
        "'HO-EX2010-MB1\\Default HO-EX2010-MB1'",
        /Default HO-EX2010-MB1/,
        {
          without: ["AddressSpaces"],
          and: "-SmartHosts [10.0.0.9] -DNSRoutingEnabled $false -MaxMessageSize unlimited",
        },
      ],
    },
  },
  "Set-SendConnector": { base: { Identity: "Internet" }, samples: sending },
  "New-ReceiveConnector": {
    base: { Name: "x", Server: "HO-EX2010-MB1", Bindings: "0.0.0.0:26", RemoteIPRanges: "10.0.0.1" },
    samples: { ...receiving, Server: ["BR-EX2010-MB", "BR-EX2010-MB"] },
  },
  "Set-ReceiveConnector": { base: { Identity: "'HO-EX2010-MB1\\Default HO-EX2010-MB1'" }, samples: receiving },
  "New-ForeignConnector": {
    base: { Name: "x", AddressSpaces: "'FAX:*;2'" },
    samples: { AddressSpaces: ["'X400:*;3'", "{X400:*;3}"] },
  },
  "Set-ForeignConnector": { base: { Identity: "Fax" }, samples: { AddressSpaces: ["'FAX:*;3'", "{FAX:*;3}"] } },
  "New-DeliveryAgentConnector": {
    base: { Name: "x", AddressSpaces: "'SMS:*;2'", DeliveryProtocol: "SMS" },
    samples: { AddressSpaces: ["'SMS:*;3'", "{SMS:*;3}"] },
  },
  "Set-DeliveryAgentConnector": {
    base: { Identity: "Text" },
    samples: { AddressSpaces: ["'SMS:*;3'", "{SMS:*;3}"] },
  },
  "New-RoutingGroupConnector": { elsewhere: { "*": none } },
  "Set-RoutingGroupConnector": { elsewhere: { "*": none } },
  "Set-TransportConfig": {
    read: "Get-TransportConfig",
    samples: {
      ExternalDsnReportingAuthority: ["fabrikam.com", "fabrikam.com"],
      InternalDsnReportingAuthority: ["fabrikam.com", "fabrikam.com"],
      InternalSMTPServers: ["10.0.0.0/8", "{10.0.0.0/8}"],
    },
  },
  "Set-TransportAgent": { base: { Identity: "'Transport Rule Agent'" }, samples: { Priority: ["2", "2"] } },
  "New-TransportRule": {
    elsewhere: edgeActions,
    base: { Name: "x", PrependSubject: "X", Priority: "0" },
    samples: { Priority: ["1", "1"] },
  },
  "Set-TransportRule": {
    elsewhere: edgeActions,
    before: ["$null = New-TransportRule Later -PrependSubject X"],
    base: { Identity: "Rule" },
    samples: { Priority: ["1", "1"] },
  },
  "New-JournalRule": { base: { Name: "x", JournalEmailAddress: "alan.reid" } },
  "Set-JournalRule": { base: { Identity: "Journal" } },
  "New-MessageClassification": {
    // Of one that there is, in another language.
    samples: { Locale: ["de-DE", "de-DE", { without: ["Name"], and: "-Name ExPartnerMail" }] },
    base: { Name: "x", DisplayName: "x", SenderDescription: "x" },
  },
  "Set-MessageClassification": { base: { Identity: "ExPartnerMail" } },
  "New-SystemMessage": {
    base: { DsnCode: "5.1.2", Internal: "$true", Language: "en", Text: "x" },
    samples: {
      DsnCode: ["5.1.3", "5.1.3"],
      Language: ["de-DE", "de"],
      QuotaMessageType: ["WarningMailbox", "WarningMailbox", { without: ["DsnCode", "Internal"] }],
    },
  },
  "Set-SystemMessage": { base: { Identity: "'en\\Internal\\5.1.1'" } },
  "Set-IPAllowListProvider": { base: { Identity: "Good" }, samples: provider },
  "Set-IPBlockListProvider": { base: { Identity: "Bad" }, samples: provider },
  "Set-ContentFilterConfig": {
    read: "Get-ContentFilterConfig",
    samples: {
      BypassedRecipients: addresses,
      BypassedSenders: addresses,
      BypassedSenderDomains: domains,
      SCLDeleteThreshold: threshold,
      SCLQuarantineThreshold: threshold,
      SCLRejectThreshold: threshold,
    },
  },
  "Set-IPAllowListConfig": { read: "Get-IPAllowListConfig" },
  "Set-IPAllowListProvidersConfig": { read: "Get-IPAllowListProvidersConfig" },
  "Set-IPBlockListConfig": { read: "Get-IPBlockListConfig" },
  "Set-IPBlockListProvidersConfig": {
    read: "Get-IPBlockListProvidersConfig",
    samples: { BypassedRecipients: addresses },
  },
  "Set-RecipientFilterConfig": { read: "Get-RecipientFilterConfig", samples: { BlockedRecipients: addresses } },
  "Set-SenderFilterConfig": {
    read: "Get-SenderFilterConfig",
    samples: { BlockedDomains: domains, BlockedDomainsAndSubdomains: domains, BlockedSenders: addresses },
  },
  "Set-SenderIdConfig": {
    read: "Get-SenderIdConfig",
    samples: { BypassedRecipients: addresses, BypassedSenderDomains: domains },
  },
  "Set-SenderReputationConfig": { read: "Get-SenderReputationConfig", samples: { SrlBlockThreshold: ["5", "5"] } },
};
