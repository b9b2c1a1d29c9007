/**
 * Which cmdlets the built-in roles hold, in the words of this table: `Get,Set-User`, `*-Queue` for all verbs that a release
 * has, `Get-*` for all reading ones, `Set-Mailbox(Password)` for some of the parameters beside -Identity, and
 * `Set-Mailbox!(Password)` for all but some. A cmdlet that a release has not is not in its roles.
 *
 * Certainty: memory. The product's documentation says what each role is for ("Built-in management roles"), not which
 * cmdlets it holds; two answers of real servers are held by tests (facts: get-managementrole.1 and .3).
 */

/** Every role for administrators has these beside its own. */
export const inEveryRole = "Get,Set-ADServerSettings Write-AdminAuditLog";

const servers = "Get-ExchangeServer Get-DomainController";
const places = "Get-OrganizationalUnit Get-DomainController Get-AcceptedDomain Get-Recipient";
const auditing = "AuditAdmin AuditDelegate AuditEnabled AuditLogAgeLimit AuditOwner".replaceAll(" ", ",");
const holding =
  "LitigationHoldEnabled,LitigationHoldDate,LitigationHoldOwner,LitigationHoldDuration,RetentionComment,RetentionUrl";
const retaining =
  "RetentionPolicy,RetentionHoldEnabled,StartDateForRetentionHold,EndDateForRetentionHold,RetainDeletedItemsFor,RetainDeletedItemsUntilBackup,SingleItemRecoveryEnabled,UseDatabaseRetentionDefaults,ManagedFolderMailboxPolicy,ManagedFolderMailboxPolicyAllowed,RemoveManagedFolderAndPolicy,ElcProcessingDisabled";
const resetting = "Password,NewPassword,OldPassword,ResetPasswordOnNextLogon";
const tips = "MailTip,MailTipTranslations";

/** What somebody sets for a mailbox, or for his own. */
const options =
  "Get,Set-CalendarProcessing Get,Set-CalendarNotification *-InboxRule Get,Set-MailboxAutoReplyConfiguration Get,Set-MailboxCalendarConfiguration Get,Set-MailboxJunkEmailConfiguration Get,Set-MailboxMessageConfiguration Get,Set-MailboxRegionalConfiguration Get,Set-MailboxSpellingConfiguration Get,Set-MailboxCalendarFolder Get,New-MailboxFolder";
const devices =
  "Clear,Get,Remove-ActiveSyncDevice Get-ActiveSyncDeviceStatistics Get-MobileDevice Get-MobileDeviceStatistics";
const texting = "*-TextMessagingAccount *-TextMessagingVerificationCode";

/** What Get- shows of recipients and of what belongs to them. */
const recipients =
  "Get-Mailbox Get-MailUser Get-MailContact Get-Contact Get-User Get-Group Get-DistributionGroup Get-DistributionGroupMember Get-DynamicDistributionGroup Get-Recipient Get-CASMailbox Get-MailboxStatistics Get-MailboxFolderStatistics Get-MailboxPermission Get-MailboxFolderPermission Get-MailPublicFolder Get-RemoteMailbox Get-UMMailbox Get-UMMailboxPin Get-CalendarProcessing Get-MailboxAutoReplyConfiguration Get-MailboxCalendarConfiguration Get-MailboxRegionalConfiguration Get-MailboxJunkEmailConfiguration Get-MailboxMessageConfiguration Get-MailboxSpellingConfiguration Get-MoveRequest Get-MoveRequestStatistics Get-ActiveSyncDevice Get-ActiveSyncDeviceStatistics Get-LogonStatistics Get-SecurityPrincipal Get-ThrottlingPolicyAssociation Get-MailboxAuditBypassAssociation Get-OrganizationalUnit Get-InboxRule Get-TextMessagingAccount Get-CalendarNotification Get-MailboxCalendarFolder Get-MailboxSentItemsConfiguration Get-MailboxFolder";

const antispam =
  "*-ContentFilterConfig *-ContentFilterPhrase *-IPAllowListConfig *-IPAllowListEntry *-IPAllowListProvider *-IPAllowListProvidersConfig *-IPBlockListConfig *-IPBlockListEntry *-IPBlockListProvider *-IPBlockListProvidersConfig *-RecipientFilterConfig *-SenderFilterConfig *-SenderIdConfig *-SenderReputationConfig Test-SenderId Get-AgentLog Update-SafeList Enable-AntispamUpdates";

export const roleCmdlets: Readonly<Record<string, string>> = {
  "Active Directory Permissions": `*-ADPermission Get-SecurityPrincipal Get-Trust Get-User Get-Group Get-MailboxDatabase Get-PublicFolderDatabase ${places} ${servers}`,
  "Address Lists": `*-AddressList *-AddressListPaging *-GlobalAddressList *-OfflineAddressBook *-DetailsTemplate *-AddressBookPolicy Update-FileDistributionService Get-OabVirtualDirectory Get-MailboxDatabase ${places} ${servers}`,
  ApplicationImpersonation: "",
  "Audit Logs": `*-AdminAuditLogConfig *-AdminAuditLog *-AdminAuditLogSearch *-MailboxAuditBypassAssociation *-MailboxAuditLog *-MailboxAuditLogSearch Get-Mailbox Get-Recipient Set-Mailbox(${auditing})`,
  "Cmdlet Extension Agents": "*-CmdletExtensionAgent",
  "Database Availability Groups": `*-DatabaseAvailabilityGroup *-DatabaseAvailabilityGroupNetwork *-DatabaseAvailabilityGroupServer Test-ReplicationHealth Get-MailboxServer Get-MailboxDatabase Get-MailboxDatabaseCopyStatus Get-ADSite ${servers}`,
  "Database Copies": `*-MailboxDatabaseCopy Get-MailboxDatabaseCopyStatus Move-ActiveMailboxDatabase Test-ReplicationHealth Get-MailboxDatabase Get-MailboxServer Get-DatabaseAvailabilityGroup Get-DatabaseAvailabilityGroupNetwork ${servers}`,
  Databases: `*-MailboxDatabase *-Database Move-DatabasePath *-PublicFolderDatabase *-StoreMailbox Get-StoreUsageStatistics Get-FailedContentIndexDocuments Get-LogonStatistics Get-MailboxStatistics Get-MailboxServer Get-OfflineAddressBook Get-MailboxDatabaseCopyStatus Test-MAPIConnectivity Test-ExchangeSearch Update-StoreMailboxState Test-AssistantHealth ${servers}`,
  "Disaster Recovery": `Restore-Mailbox *-MailboxRestoreRequest Get-MailboxRestoreRequestStatistics New-MailboxRepairRequest New-PublicFolderDatabaseRepairRequest Connect-Mailbox Get,New,Set,Remove-MailboxDatabase *-Database Move-DatabasePath Get-MailboxStatistics Get-Mailbox Get-User ${servers}`,
  "Distribution Groups": `*-DistributionGroup *-DistributionGroupMember *-DynamicDistributionGroup Get,Set-Group Get-User Get-Mailbox Get-MailUser Get-MailContact ${places} ${servers}`,
  "E-Mail Address Policies": `*-EmailAddressPolicy ${places} ${servers}`,
  "Edge Subscriptions": `*-EdgeSubscription *-EdgeSyncServiceConfig *-EdgeSynchronization Get-ADSite ${servers}`,
  "Exchange Connectors": `*-DeliveryAgentConnector *-ForeignConnector *-RoutingGroupConnector Get-TransportServer Get-TransportService Get-ADSite ${servers}`,
  "Exchange Server Certificates": `*-ExchangeCertificate Test-FederationTrustCertificate ${servers}`,
  "Exchange Servers": `*-ServerMonitoringOverride *-GlobalMonitoringOverride *-ExchangeServer *-ClientAccessServer *-ClientAccessService *-ClientAccessArray *-RpcClientAccess *-MailboxServer *-TransportServer *-TransportService *-UMServer *-EventLogLevel *-ADSite *-ADSiteLink *-AvailabilityReportOutage *-ResourceConfig *-ServiceEmailChannel *-ServerComponentState Get-NetworkConnectionInfo Test-ServiceHealth Test-SystemHealth Get-DomainController Get-MailboxDatabase`,
  "Exchange Virtual Directories": `*-OwaVirtualDirectory *-EcpVirtualDirectory *-WebServicesVirtualDirectory *-AutodiscoverVirtualDirectory *-ActiveSyncVirtualDirectory *-OabVirtualDirectory *-PowerShellVirtualDirectory *-MapiVirtualDirectory *-OutlookAnywhere *-AuthRedirect Get-ClientAccessServer Get-ClientAccessService ${servers}`,
  "Federated Sharing": `*-FederationTrust *-FederatedOrganizationIdentifier *-FederatedDomain Get-FederatedDomainProof Get-FederationInformation Test-FederationTrustCertificate *-OrganizationRelationship *-SharingPolicy *-AvailabilityAddressSpace *-AvailabilityConfig *-HybridConfiguration Get-AcceptedDomain ${servers}`,
  "Information Rights Management": `*-IRMConfiguration Get-RMSTemplate *-OutlookProtectionRule ${servers}`,
  Journaling: `*-JournalRule *-JournalRuleCollection Get-Recipient`,
  "Legal Hold": `Get-Mailbox Get-Recipient Set-Mailbox(${holding})`,
  "Mail Enabled Public Folders": `*-MailPublicFolder *-MailPublicFolder Get-PublicFolder ${places} ${servers}`,
  "Mail Recipient Creation": `New,Remove,Enable,Disable,Get-Mailbox New,Remove,Enable,Disable,Get-MailUser New,Remove,Enable,Disable,Get-MailContact New,Remove,Enable,Disable,Get-RemoteMailbox New-MailMessage Get-User Get-Contact Get-MailboxDatabase Get-ActiveSyncMailboxPolicy Get-AddressBookPolicy Get-RoleAssignmentPolicy Get-RetentionPolicy Get-UserPrincipalNamesSuffix Get-Trust ${places} ${servers}`,
  "Mail Recipients": `Get,Enable,Disable,Connect-Mailbox Set-Mailbox!(${holding},${auditing},${resetting}) Get,Set,Enable,Disable-MailUser Get,Set,Enable,Disable-MailContact Get,Set,Enable,Disable-RemoteMailbox Get,Set-User Get,Set-Contact Get,Set-CASMailbox *-MailboxPermission *-MailboxFolderPermission *-ADPermission Get-MailboxStatistics Get-MailboxFolderStatistics Get-LogonStatistics *-MailboxSentItemsConfiguration *-RecipientDataProperty Update-Recipient *-ThrottlingPolicyAssociation Get-SecurityPrincipal Get-Trust Get-UserPrincipalNamesSuffix Get-MailboxDatabase Get-ActiveSyncMailboxPolicy Get-OwaMailboxPolicy Get-RetentionPolicy Get-RoleAssignmentPolicy Get-SharingPolicy Get-ThrottlingPolicy Get-AddressBookPolicy Get-ManagedFolderMailboxPolicy Get-CalendarDiagnosticLog ${options} ${devices} ${texting} ${places} ${servers}`,
  "Mail Tips": `Get,Set-OrganizationConfig(MailTipsAllTipsEnabled,MailTipsExternalRecipientsTipsEnabled,MailTipsGroupMetricsEnabled,MailTipsLargeAudienceThreshold,MailTipsMailboxSourcedTipsEnabled) Get-Mailbox Set-Mailbox(${tips}) Get-MailUser Set-MailUser(${tips}) Get-MailContact Set-MailContact(${tips}) Get-DistributionGroup Set-DistributionGroup(${tips}) Get-DynamicDistributionGroup Set-DynamicDistributionGroup(${tips}) Get-MailPublicFolder Set-MailPublicFolder(${tips}) ${places}`,
  "Mailbox Import Export": `*-MailboxExportRequest Get-MailboxExportRequestStatistics *-MailboxImportRequest Get-MailboxImportRequestStatistics Search-Mailbox`,
  "Mailbox Search": `*-MailboxSearch Search-Mailbox Get-Mailbox Get-Recipient`,
  "Message Tracking": `Get-MessageTrackingLog Get,Search-MessageTrackingReport Get-Mailbox Get-Recipient Get-TransportServer Get-TransportService ${servers}`,
  Migration: `Get-MoveRequest Get-MoveRequestStatistics Test-MRSHealth Get-MailUser Get-Mailbox *-MigrationBatch *-MigrationEndpoint *-MigrationUser ${servers}`,
  Monitoring: `Get-MonitoringItemIdentity Get-MonitoringItemHelp Invoke-MonitoringProbe Set-ServerMonitor Test-ActiveSyncConnectivity Test-ArchiveConnectivity Test-AssistantHealth Test-CalendarConnectivity Test-EcpConnectivity Test-EdgeSynchronization Test-ExchangeSearch Test-FederationTrust Test-FederationTrustCertificate Test-IRMConfiguration Test-ImapConnectivity Test-MAPIConnectivity Test-MRSHealth Test-Mailflow Test-OrganizationRelationship Test-OutlookConnectivity Test-OutlookWebServices Test-OwaConnectivity Test-PopConnectivity Test-PowerShellConnectivity Test-ReplicationHealth Test-SenderId Test-ServiceHealth Test-SmtpConnectivity Test-SystemHealth Test-UMConnectivity Test-WebServicesConnectivity Get-ServerHealth Get-HealthReport Get-MailboxServer Get-ClientAccessServer Get-ClientAccessService Get-TransportServer Get-TransportService Get-MailboxDatabase Get-MailboxDatabaseCopyStatus Get-EventLogLevel ${servers}`,
  "Move Mailboxes": `*-MoveRequest Get-MoveRequestStatistics Test-MRSHealth Get-Mailbox Get-MailUser Get-MailboxDatabase Get-MailboxStatistics ${places} ${servers}`,
  "Organization Client Access": `*-PartnerApplication *-AuthServer *-AuthConfig *-AuthenticationPolicy *-ClientAccessRule *-SmimeConfig *-ActiveSyncOrganizationSettings *-ActiveSyncDeviceAccessRule *-ActiveSyncDeviceClass *-OutlookProvider *-OutlookAnywhere *-ClientAccessArray *-RpcClientAccess Get-ClientAccessServer Get-ClientAccessService Export-AutoDiscoverConfig *-AvailabilityAddressSpace *-AvailabilityConfig ${servers}`,
  "Organization Configuration": `*-OrganizationConfig *-ExchangeAssistanceConfig *-OrganizationRelationship *-DetailsTemplate Get-AcceptedDomain Get-Recipient ${servers}`,
  "Organization Transport Settings": `*-TransportConfig *-SystemMessage *-X400AuthoritativeDomain *-MessageClassification Get-MessageCategory Get-TransportPipeline Get-TransportServer Get-TransportService *-ADSiteLink *-ADSite ${servers}`,
  "POP3 And IMAP4 Protocols": `*-PopSettings *-ImapSettings ${servers}`,
  "Public Folder Replication": `Update-PublicFolder Update-PublicFolderHierarchy *-PublicFolderReplication Get-PublicFolder Get-PublicFolderDatabase ${servers}`,
  "Public Folders": `Get,New,Remove,Set-PublicFolder *-PublicFolderAdministrativePermission *-PublicFolderClientPermission Get-PublicFolderStatistics Get-PublicFolderItemStatistics Get-PublicFolderDatabase Get-MailPublicFolder Get-Recipient ${servers}`,
  "Receive Connectors": `*-ReceiveConnector Get-TransportServer Get-TransportService ${servers}`,
  "Recipient Policies": `*-ActiveSyncMailboxPolicy *-MobileDeviceMailboxPolicy *-OwaMailboxPolicy *-ThrottlingPolicy *-ThrottlingPolicyAssociation *-SharingPolicy Get-RoleAssignmentPolicy Get-RetentionPolicy Get-AcceptedDomain ${servers}`,
  "Remote and Accepted Domains": `*-AcceptedDomain *-RemoteDomain ${servers}`,
  "Reset Password": `Get-Mailbox Set-Mailbox(${resetting})`,
  "Retention Management": `*-RetentionPolicy *-RetentionPolicyTag *-ManagedFolder *-ManagedContentSettings *-ManagedFolderMailboxPolicy *-ManagedFolderAssistant Start-RetentionAutoTagLearning *-MessageClassification Get-Mailbox Set-Mailbox(${retaining}) Get-MailboxFolderStatistics Get-Recipient ${servers}`,
  "Role Management": `Get,New,Remove-ManagementRole!(UnScopedTopLevel) Add,Get,Remove,Set-ManagementRoleEntry!(UnScopedTopLevel,PSSnapinName,Type) *-ManagementRoleAssignment!(UnScopedTopLevel) *-ManagementScope *-RoleAssignmentPolicy *-RoleGroup *-RoleGroupMember Get,Set-User(RemotePowerShellEnabled) Get-Group Get-SecurityPrincipal Get-Trust ${places} ${servers}`,
  "Security Group Creation and Membership": `Get,New,Remove,Set-DistributionGroup Add,Get,Remove,Update-DistributionGroupMember Get,Set-Group *-RoleGroupMember Get-RoleGroup Get-SecurityPrincipal ${places} ${servers}`,
  "Send Connectors": `*-SendConnector Get-TransportServer Get-TransportService ${servers}`,
  "Support Diagnostics": `Get-ExchangeDiagnosticInfo Export-MailboxDiagnosticLogs Export-ActiveSyncLog Get-CalendarDiagnosticLog Get-Mailbox Get-Recipient ${servers}`,
  "Transport Agents": `*-TransportAgent Get-TransportPipeline ${servers}`,
  "Transport Hygiene": `*-MalwareFilterPolicy *-MalwareFilterRule *-MalwareFilteringServer ${antispam} Get-Mailbox Get-Recipient Set-Mailbox(AntispamBypassEnabled,SCLDeleteEnabled,SCLDeleteThreshold,SCLRejectEnabled,SCLRejectThreshold,SCLQuarantineEnabled,SCLQuarantineThreshold,SCLJunkEnabled,SCLJunkThreshold,RequireSenderAuthenticationEnabled) Get-OrganizationConfig ${servers}`,
  "Transport Queues": `Get-QueueDigest *-Queue *-Message ${servers}`,
  "Transport Rules": `*-TransportRule *-TransportRuleCollection Get-TransportRuleAction Get-TransportRulePredicate Get-MessageClassification Get-Recipient ${servers}`,
  "UM Mailboxes": `*-UMMailbox *-UMMailboxPIN Get-UMMailboxPolicy Get-UMDialPlan *-UMCallDataRecord Get-UMCallSummaryReport Get-Mailbox Get-User ${places} ${servers}`,
  "UM Prompts": `*-UMPrompt Get-UMDialPlan Get-UMAutoAttendant`,
  "Unified Messaging": `*-UMAutoAttendant *-UMDialPlan *-UMHuntGroup *-UMIPGateway *-UMMailboxPolicy *-UMServer *-UMService Get-UMActiveCalls Test-UMConnectivity Get-UMCallSummaryReport ${places} ${servers}`,
  "UnScoped Role Management": `Get,New,Remove-ManagementRole *-ManagementRoleEntry Get,New-ManagementRoleAssignment`,
  "User Options": `Get-Mailbox Set-Mailbox(DeliverToMailboxAndForward,ForwardingAddress,ForwardingSmtpAddress,GrantSendOnBehalfTo,Languages,MessageTrackingReadStatusEnabled,UserCertificate,UserSMimeCertificate,ExternalOofOptions) Get-User Set-User(Phone,HomePhone,MobilePhone,Fax,Office,City,StreetAddress,StateOrProvince,PostalCode,CountryOrRegion,WebPage,Notes) Get-CASMailbox Set-CASMailbox(ActiveSyncDebugLogging,ShowGalAsDefaultView) Get-MailboxStatistics Get-Recipient ${options} ${devices} ${texting} *-MailboxFolderPermission Get-MessageCategory Get-OrganizationalUnit Get-DomainController`,
  "View-Only Audit Logs":
    "Search-AdminAuditLog Get-AdminAuditLogConfig Search-MailboxAuditLog Get-Mailbox Get-Recipient Get-MailboxAuditBypassAssociation",
  "View-Only Configuration": `Get-*`,
  "View-Only Recipients": `${recipients} ${places} ${servers}`,
  MyBaseOptions: `Get-Mailbox(Identity) Set-Mailbox(DeliverToMailboxAndForward,ForwardingSmtpAddress,Languages,MessageTrackingReadStatusEnabled,ExternalOofOptions) Get-MailboxStatistics Get-CASMailbox(Identity) Set-CASMailbox(ActiveSyncDebugLogging,ShowGalAsDefaultView) Get-User(Identity) Get-Recipient(Identity) ${options} ${devices} *-MailboxFolderPermission Get,Search-MessageTrackingReport Get-MessageCategory Get-MessageClassification Get-MailboxFolderStatistics`,
  MyContactInformation:
    "Get-User(Identity) Set-User(City,CountryOrRegion,Fax,HomePhone,MobilePhone,Office,Phone,PostalCode,StateOrProvince,StreetAddress,WebPage,Pager)",
  MyDiagnostics: "Export-MailboxDiagnosticLogs Get-CalendarDiagnosticLog Get-Mailbox(Identity)",
  MyDistributionGroupMembership: "Get-DistributionGroup Add,Get,Remove-DistributionGroupMember Get-Group Get-Recipient",
  MyDistributionGroups:
    "Get,New,Remove,Set-DistributionGroup Add,Get,Remove,Update-DistributionGroupMember Get,Set-Group Get-Recipient",
  MyProfileInformation: "Get-User(Identity) Set-User(DisplayName,FirstName,Initials,LastName,Notes)",
  MyRetentionPolicies: "Get-RetentionPolicyTag Set-RetentionPolicyTag(Mailbox,OptionalInMailbox) Get-Mailbox(Identity)",
  MyTextMessaging: `${texting} Get,Set-CalendarNotification`,
  MyVoiceMail: "Get,Set-UMMailbox Set-UMMailboxPIN Get-UMMailboxPin",
};

/** In later releases public folders and archives are mailboxes, and these roles may make them (get-managementrole.3). */
export const roleCmdletsSince2013: Readonly<Record<string, string>> = {
  "Mail Enabled Public Folders": "New-Mailbox",
  "Public Folders": "New,Get,Set,Remove-Mailbox Update-PublicFolderMailbox",
  "Retention Management": "New-Mailbox",
  "Mail Recipients": "New-Mailbox",
};

/** Cmdlets of servers in the perimeter, where there are no roles. */
export const edgeOnly = "*-AddressRewriteEntry *-AttachmentFilterEntry *-AttachmentFilterListConfig";
