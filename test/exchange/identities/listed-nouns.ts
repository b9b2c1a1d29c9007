/** The nouns whose objects are named in every way; of each there is a row, or here the reason why it has no names. */
export const listedNouns: readonly string[] = [
  // Servers and access.
  ...["ExchangeServer", "ClientAccessServer", "ClientAccessArray", "RpcClientAccess", "OutlookAnywhere"],
  ...["OutlookProvider", "AutodiscoverVirtualDirectory", "OwaVirtualDirectory", "EcpVirtualDirectory"],
  ...["WebServicesVirtualDirectory", "ActiveSyncVirtualDirectory", "OabVirtualDirectory", "PowerShellVirtualDirectory"],
  ...["ExchangeCertificate", "CASMailbox", "ThrottlingPolicy", "ThrottlingPolicyAssociation", "ADSite"],
  ...["DomainController", "ADServerSettings", "OrganizationConfig", "MailboxServer", "TransportServer"],
  ...["EventLogLevel", "ServiceHealth"],
  // Databases.
  ...["MailboxDatabase", "PublicFolderDatabase", "Database", "DatabasePath", "DatabaseAvailabilityGroup"],
  ...["DatabaseAvailabilityGroupServer", "DatabaseAvailabilityGroupNetwork", "MailboxDatabaseCopy"],
  ...["MailboxDatabaseCopyStatus", "ActiveMailboxDatabase", "ReplicationHealth", "MAPIConnectivity"],
  // Recipients.
  ...["Mailbox", "MailUser", "MailContact", "Contact", "User", "Group", "DistributionGroup", "DistributionGroupMember"],
  ...["DynamicDistributionGroup", "Recipient", "MailboxStatistics", "MailboxFolderStatistics", "MailboxPermission"],
  ...["ADPermission", "MailboxFolderPermission", "MoveRequest", "MoveRequestStatistics", "MailboxExportRequest"],
  ...["MailboxExportRequestStatistics", "MailboxImportRequest", "MailboxImportRequestStatistics"],
  ...["EmailAddressPolicy", "AddressList", "GlobalAddressList", "OfflineAddressBook", "RetentionPolicy"],
  ...["RetentionPolicyTag", "MailboxAutoReplyConfiguration", "CalendarProcessing", "InboxRule", "ActiveSyncDevice"],
  ...["ActiveSyncDeviceStatistics", "ActiveSyncMailboxPolicy", "PublicFolder", "PublicFolderClientPermission"],
  ...["PublicFolderAdministrativePermission", "PublicFolderStatistics", "MailPublicFolder"],
  // Transport.
  ...["AcceptedDomain", "RemoteDomain", "SendConnector", "ReceiveConnector", "TransportConfig", "TransportRule"],
  ...["JournalRule", "Queue", "Message", "MessageTrackingLog", "EdgeSubscription"],
  // Permissions.
  ...["RoleGroup", "RoleGroupMember", "ManagementRole", "ManagementRoleEntry", "ManagementRoleAssignment"],
  ...["RoleAssignmentPolicy", "ManagementScope"],
];

/** Nouns without an identity, with what says instead which object is meant. */
export const unnamedNouns: ReadonlyMap<string, string> = new Map([
  ["RpcClientAccess", "-Server: client-access/outlook.test.ts"],
  ["ExchangeCertificate", "-Thumbprint: client-access/exchange-certificate.test.ts"],
  ["DomainController", "all that there are"],
  ["ADServerSettings", "those of the session"],
  ["OrganizationConfig", "the organization"],
  ["TransportConfig", "the organization; its -Identity is that of a tenant"],
  ["ServiceHealth", "-Server: servers/health.test.ts"],
  ["MessageTrackingLog", "filters: transport/mail-flow.test.ts"],
]);
