// Every cmdlet of Exchange 2010 whose noun is in this list has behaviour: the nouns that the emulator is whole in.
import { expect, test } from "vitest";
import { exchangeCmdlets, runningCmdlets } from "../../src/exchange/cmdlets.js";

const nouns: Readonly<Record<string, string>> = {
  "servers and access": `ExchangeServer ClientAccessServer ClientAccessArray RpcClientAccess OutlookAnywhere
    OutlookProvider AutodiscoverVirtualDirectory OwaVirtualDirectory EcpVirtualDirectory WebServicesVirtualDirectory
    ActiveSyncVirtualDirectory OabVirtualDirectory PowerShellVirtualDirectory ExchangeCertificate CASMailbox
    ThrottlingPolicy ADSite DomainController ADServerSettings OrganizationConfig MailboxServer TransportServer
    EventLogLevel ServiceHealth`,
  databases: `MailboxDatabase PublicFolderDatabase Database DatabasePath DatabaseAvailabilityGroup
    DatabaseAvailabilityGroupServer DatabaseAvailabilityGroupNetwork MailboxDatabaseCopy MailboxDatabaseCopyStatus
    ActiveMailboxDatabase ReplicationHealth MAPIConnectivity`,
  recipients: `Mailbox MailUser MailContact Contact User Group DistributionGroup DistributionGroupMember
    DynamicDistributionGroup Recipient MailboxStatistics MailboxFolderStatistics MailboxPermission ADPermission
    MailboxFolderPermission MoveRequest MoveRequestStatistics MailboxExportRequest MailboxExportRequestStatistics
    MailboxImportRequest MailboxImportRequestStatistics EmailAddressPolicy AddressList GlobalAddressList
    OfflineAddressBook RetentionPolicy RetentionPolicyTag MailboxAutoReplyConfiguration CalendarProcessing InboxRule
    ActiveSyncDevice ActiveSyncDeviceStatistics ActiveSyncMailboxPolicy PublicFolder PublicFolderClientPermission
    PublicFolderAdministrativePermission PublicFolderStatistics PublicFolderItemStatistics`,
  transport: `AcceptedDomain RemoteDomain SendConnector ReceiveConnector TransportConfig TransportRule
    TransportRuleAction TransportRulePredicate TransportRuleCollection JournalRule JournalRuleCollection Queue Message
    MessageTrackingLog EdgeSubscription`,
  permissions: `RoleGroup RoleGroupMember ManagementRole ManagementRoleEntry ManagementRoleAssignment
    RoleAssignmentPolicy ManagementScope`,
};

test.each(Object.entries(nouns))("%s", (_area, text) => {
  const wanted = text.split(/\s+/);
  const running = runningCmdlets("2010");
  const names = exchangeCmdlets("2010").map(({ name }) => name);
  const nounOf = (name: string): string => name.slice(name.indexOf("-") + 1);
  const known = new Set(names.map(nounOf));
  expect(wanted.filter((noun) => !known.has(noun))).toEqual([]);
  expect(names.filter((name) => wanted.includes(nounOf(name)) && !running.has(name))).toEqual([]);
});
