import type { Commands } from "./command.js";

const alan = ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"] as const;
const guid = "3e5b1a3c-0d3a-4a43-b6a1-4f1f2f5f9f01";
const routed = "-RemoteRoutingAddress kim@contoso.mail.onmicrosoft.com";
const kim = `$null = New-RemoteMailbox Kim ${routed} -UserPrincipalName kim@exchangeserverpro.net -Password $password`;
const remote = {
  RemoteRoutingAddress: ["x@contoso.mail.onmicrosoft.com", "SMTP:x@contoso.mail.onmicrosoft.com"],
} as const;
const ownTest = "has a test of its own: remote-mailbox.test.ts, edge-synchronization.test.ts, maintenance.test.ts";
const x400 = ["'C=DE;A=dbp;P=Contoso'", "C=DE;A=dbp;P=Contoso"] as const;

/** Of what administrators rarely touch. */
export const rarerCommands: Commands = {
  "New-AdminAuditLogSearch": { elsewhere: { "*": "admin-audit-log-search.test.ts" } },
  "New-EdgeSubscription": { elsewhere: { "*": ownTest } },
  "New-MailboxRepairRequest": { elsewhere: { "*": ownTest } },
  "New-PublicFolderDatabaseRepairRequest": { elsewhere: { "*": ownTest } },
  "Set-AvailabilityConfig": {
    read: "Get-AvailabilityConfig",
    samples: { PerUserAccount: alan, OrgWideAccount: alan },
  },
  "Set-CmdletExtensionAgent": { base: { Identity: "'Scripting Agent'" }, samples: { Priority: ["9", "9"] } },
  "Set-IRMConfiguration": {
    read: "Get-IRMConfiguration",
    samples: { LicensingLocation: ["https://rms.contoso.com/x", "{https://rms.contoso.com/x}"] },
    elsewhere: {
      InternalLicensingEnabled: "there is no server that gives licenses: settings.test.ts",
      ExternalLicensingEnabled: "the same",
    },
  },
  "Set-MailboxAuditBypassAssociation": { base: { Identity: "alan.reid" } },
  "Set-MailboxSentItemsConfiguration": {
    base: { Identity: "alan.reid" },
    read: "Get-MailboxSentItemsConfiguration -Identity alan.reid",
  },
  "Set-ResourceConfig": {
    read: "Get-ResourceConfig",
    samples: { ResourcePropertySchema: ["Room/TV", "{Room/TV}"] },
  },
  "New-X400AuthoritativeDomain": {
    base: { Name: "Sales", X400DomainName: "'C=US;A=att;P=Contoso'" },
    samples: { X400DomainName: x400 },
  },
  "Set-X400AuthoritativeDomain": {
    before: ["$null = New-X400AuthoritativeDomain Sales -X400DomainName 'C=US;A=att;P=Contoso'"],
    base: { Identity: "Sales" },
    samples: { X400DomainName: x400 },
  },
  "New-RemoteMailbox": { elsewhere: { "*": ownTest } },
  "Enable-RemoteMailbox": { elsewhere: { "*": ownTest } },
  "Set-RemoteMailbox": {
    before: [kim, "Set-RemoteMailbox Kim -EmailAddressPolicyEnabled $false"],
    base: { Identity: "Kim" },
    samples: {
      ...remote,
      ArchiveGuid: [guid, guid],
      ExchangeGuid: [guid, guid],
      EmailAddresses: ["SMTP:x@exchangeserverpro.net,y@fabrikam.com", /SMTP:x@exchangeserverpro\.net/],
    },
  },
};
