import { adminAuditLog, adminAuditLogVerbs } from "./auditing/admin-audit-log.js";
import { adminAuditLogConfig, adminAuditLogConfigVerbs } from "./auditing/admin-audit-log-config.js";
import { adminAuditLogSearch, adminAuditLogSearchVerbs } from "./auditing/admin-audit-log-search.js";
import { mailboxAuditBypass, mailboxAuditBypassVerbs } from "./auditing/mailbox-audit-bypass.js";
import { activeMailboxDatabase, activeMailboxDatabaseVerbs } from "./availability/active-mailbox-database.js";
import { databaseAvailabilityGroup } from "./availability/database-availability-group.js";
import {
  databaseAvailabilityGroupNetwork,
  databaseAvailabilityGroupNetworkVerbs,
} from "./availability/database-availability-group-network.js";
import {
  databaseAvailabilityGroupServer,
  databaseAvailabilityGroupServerVerbs,
} from "./availability/database-availability-group-server.js";
import { databaseAvailabilityGroupVerbs } from "./availability/database-availability-group-verbs.js";
import { mailboxDatabaseCopy, mailboxDatabaseCopyVerbs } from "./availability/mailbox-database-copy.js";
import {
  mailboxDatabaseCopyStatus,
  mailboxDatabaseCopyStatusVerbs,
} from "./availability/mailbox-database-copy-status.js";
import { replicationHealth, replicationHealthVerbs } from "./availability/replication-health.js";
import {
  activeSyncMailboxPolicy,
  activeSyncMailboxPolicyVerbs,
  mobileDeviceMailboxPolicy,
  mobileDeviceMailboxPolicyVerbs,
} from "./client-access/active-sync-mailbox-policy.js";
import {
  activeSyncVirtualDirectory,
  activeSyncVirtualDirectoryVerbs,
} from "./client-access/active-sync-virtual-directory.js";
import {
  autodiscoverVirtualDirectory,
  autodiscoverVirtualDirectoryVerbs,
} from "./client-access/autodiscover-virtual-directory.js";
import { casMailbox, casMailboxVerbs } from "./client-access/cas-mailbox.js";
import { clientAccessArray, clientAccessArrayVerbs } from "./client-access/client-access-array.js";
import {
  clientAccessServer,
  clientAccessServerVerbs,
  clientAccessService,
  clientAccessServiceVerbs,
} from "./client-access/client-access-server.js";
import { ecpVirtualDirectory, ecpVirtualDirectoryVerbs } from "./client-access/ecp-virtual-directory.js";
import { exchangeCertificate } from "./client-access/exchange-certificate.js";
import { exchangeCertificateVerbs } from "./client-access/exchange-certificate-verbs.js";
import {
  imapSettings,
  imapSettingsVerbs,
  popSettings,
  popSettingsVerbs,
} from "./client-access/mail-protocol-settings.js";
import { mapiVirtualDirectory, mapiVirtualDirectoryVerbs } from "./client-access/mapi-virtual-directory.js";
import { oabVirtualDirectory, oabVirtualDirectoryVerbs } from "./client-access/oab-virtual-directory.js";
import { outlookAnywhere, outlookAnywhereVerbs } from "./client-access/outlook-anywhere.js";
import { outlookProvider, outlookProviderVerbs } from "./client-access/outlook-provider.js";
import { owaMailboxPolicy, owaMailboxPolicyVerbs } from "./client-access/owa-mailbox-policy.js";
import { owaVirtualDirectory, owaVirtualDirectoryVerbs } from "./client-access/owa-virtual-directory.js";
import {
  powerShellVirtualDirectory,
  powerShellVirtualDirectoryVerbs,
} from "./client-access/powershell-virtual-directory.js";
import { rpcClientAccess, rpcClientAccessVerbs } from "./client-access/rpc-client-access.js";
import {
  webServicesVirtualDirectory,
  webServicesVirtualDirectoryVerbs,
} from "./client-access/web-services-virtual-directory.js";
import { logonStatistics, logonStatisticsVerbs } from "./connectivity/logon-statistics.js";
import {
  imapConnectivity,
  imapConnectivityVerbs,
  popConnectivity,
  popConnectivityVerbs,
} from "./connectivity/mail-protocol-tests.js";
import { outlookConnectivity, outlookConnectivityVerbs } from "./connectivity/outlook-connectivity.js";
import { outlookWebServices, outlookWebServicesVerbs } from "./connectivity/outlook-web-services.js";
import {
  activeSyncConnectivity,
  activeSyncConnectivityVerbs,
  ecpConnectivity,
  ecpConnectivityVerbs,
  owaConnectivity,
  owaConnectivityVerbs,
  powerShellConnectivity,
  powerShellConnectivityVerbs,
  webServicesConnectivity,
  webServicesConnectivityVerbs,
} from "./connectivity/web-tests.js";
import { database, databaseVerbs } from "./databases/database.js";
import { databasePath, databasePathVerbs } from "./databases/database-path.js";
import { mailboxDatabase } from "./databases/mailbox-database.js";
import { mailboxDatabaseVerbs } from "./databases/mailbox-database-verbs.js";
import { mapiConnectivity, mapiConnectivityVerbs } from "./databases/mapi-connectivity.js";
import { publicFolderDatabase, publicFolderDatabaseVerbs } from "./databases/public-folder-database.js";
import {
  deviceAccessRule,
  deviceAccessRuleVerbs,
  organizationSettings,
  organizationSettingsVerbs,
} from "./devices/access-rule.js";
import {
  activeSyncDevice,
  activeSyncDeviceStatistics,
  activeSyncDeviceStatisticsVerbs,
  activeSyncDeviceVerbs,
  mobileDevice,
  mobileDeviceStatistics,
  mobileDeviceStatisticsVerbs,
  mobileDeviceVerbs,
} from "./devices/device.js";
import { activeSyncDeviceClass, activeSyncDeviceClassVerbs } from "./devices/device-class.js";
import { authConfig, authConfigVerbs } from "./federation/auth-config.js";
import { authServer, authServerVerbs } from "./federation/auth-server.js";
import { hybridConfiguration, hybridConfigurationVerbs } from "./federation/hybrid-configuration.js";
import {
  intraOrganizationConfiguration,
  intraOrganizationConfigurationVerbs,
} from "./federation/intra-organization-configuration.js";
import {
  intraOrganizationConnector,
  intraOrganizationConnectorVerbs,
} from "./federation/intra-organization-connector.js";
import { oauthConnectivity, oauthConnectivityVerbs } from "./federation/oauth-connectivity.js";
import { organizationRelationship, organizationRelationshipVerbs } from "./federation/organization-relationship.js";
import { inboxRule, inboxRuleVerbs } from "./inbox-rules/inbox-rule.js";
import { autoReplyConfiguration, autoReplyConfigurationVerbs } from "./mailboxes/auto-reply-configuration.js";
import { calendarProcessing, calendarProcessingVerbs } from "./mailboxes/calendar-processing.js";
import { calendarConfiguration, calendarConfigurationVerbs } from "./mailboxes/configuration/calendar-configuration.js";
import {
  junkEmailConfiguration,
  junkEmailConfigurationVerbs,
} from "./mailboxes/configuration/junk-email-configuration.js";
import { messageConfiguration, messageConfigurationVerbs } from "./mailboxes/configuration/message-configuration.js";
import { regionalConfiguration, regionalConfigurationVerbs } from "./mailboxes/configuration/regional-configuration.js";
import {
  sentItemsConfiguration,
  sentItemsConfigurationVerbs,
} from "./mailboxes/configuration/sent-items-configuration.js";
import { spellingConfiguration, spellingConfigurationVerbs } from "./mailboxes/configuration/spelling-configuration.js";
import { mailboxFolder, mailboxFolderVerbs } from "./mailboxes/mailbox-folder.js";
import { mailboxFolderStatistics, mailboxFolderStatisticsVerbs } from "./mailboxes/mailbox-folder-statistics.js";
import { mailboxQuarantine, mailboxQuarantineVerbs } from "./mailboxes/mailbox-quarantine.js";
import { mailboxStatistics, mailboxStatisticsVerbs } from "./mailboxes/mailbox-statistics.js";
import { mailboxSearch, mailboxSearchVerbs } from "./mailboxes/search/mailbox-search.js";
import {
  storeMailbox,
  storeMailboxState,
  storeMailboxStateVerbs,
  storeMailboxVerbs,
} from "./mailboxes/store-maintenance.js";
import { mailflow, mailflowVerbs, smtpConnectivity, smtpConnectivityVerbs } from "./maintenance/mail-tests.js";
import { managedFolderAssistant, managedFolderAssistantVerbs } from "./maintenance/managed-folder-assistant.js";
import {
  exchangeSearch,
  exchangeSearchVerbs,
  mailboxRepairRequest,
  mailboxRepairRequestVerbs,
  publicFolderRepairRequest,
  publicFolderRepairRequestVerbs,
} from "./maintenance/search-and-repair.js";
import { migrationNouns } from "./migration/migration-nouns.js";
import type { RegisteredNoun } from "./noun/noun.js";
import { nounsSince2013 } from "./nouns-since-2013.js";
import {
  availabilityAddressSpace,
  availabilityAddressSpaceVerbs,
  availabilityConfig,
  availabilityConfigVerbs,
} from "./organization/availability-config.js";
import { cmdletExtensionAgent, cmdletExtensionAgentVerbs } from "./organization/cmdlet-extension-agent.js";
import {
  irmConfiguration,
  irmConfigurationVerbs,
  rmsTemplate,
  rmsTemplateVerbs,
} from "./organization/irm-configuration.js";
import {
  addressListPaging,
  addressListPagingVerbs,
  organizationConfig,
  organizationConfigVerbs,
} from "./organization/organization-config.js";
import { resourceConfig, resourceConfigVerbs } from "./organization/resource-config.js";
import { settingOverride, settingOverrideVerbs } from "./organization/setting-override.js";
import {
  trust,
  trustVerbs,
  userPrincipalNamesSuffix,
  userPrincipalNamesSuffixVerbs,
} from "./organization/user-principal-names-suffix.js";
import { adPermission, adPermissionVerbs } from "./permissions/directory/ad-permission.js";
import { mailboxFolderPermission, mailboxFolderPermissionVerbs } from "./permissions/mailbox-folder-permission.js";
import { mailboxPermission, mailboxPermissionVerbs } from "./permissions/mailbox-permission.js";
import { managementRole, managementRoleVerbs } from "./permissions/roles/management-role.js";
import { managementRoleEntry, managementRoleEntryVerbs } from "./permissions/roles/management-role-entry.js";
import { managementScope, managementScopeVerbs } from "./permissions/roles/management-scope.js";
import { roleAssignment, roleAssignmentVerbs } from "./permissions/roles/role-assignment.js";
import { roleAssignmentPolicy, roleAssignmentPolicyVerbs } from "./permissions/roles/role-assignment-policy.js";
import { roleGroup, roleGroupVerbs } from "./permissions/roles/role-group.js";
import { roleGroupMember, roleGroupMemberVerbs } from "./permissions/roles/role-group-member.js";
import { securityPrincipal, securityPrincipalVerbs } from "./permissions/security-principals.js";
import { addressBookPolicy, addressBookPolicyVerbs } from "./policies/address-book-policy.js";
import { sharingPolicy, sharingPolicyVerbs } from "./policies/sharing-policy.js";
import { throttlingPolicy, throttlingPolicyVerbs } from "./policies/throttling-policy.js";
import {
  throttlingPolicyAssociation,
  throttlingPolicyAssociationVerbs,
} from "./policies/throttling-policy-association.js";
import {
  publicFolderAdministrativePermission,
  publicFolderAdministrativePermissionVerbs,
} from "./public-folders/administrative-permission.js";
import { publicFolderClientPermission, publicFolderClientPermissionVerbs } from "./public-folders/client-permission.js";
import { mailPublicFolder, mailPublicFolderVerbs } from "./public-folders/mail-public-folder.js";
import { publicFolder, publicFolderVerbs } from "./public-folders/public-folder.js";
import { publicFolderMailbox, publicFolderMailboxVerbs } from "./public-folders/public-folder-mailbox.js";
import {
  publicFolderHierarchy,
  publicFolderHierarchyVerbs,
  publicFolderReplication,
  publicFolderReplicationVerbs,
} from "./public-folders/replication.js";
import {
  publicFolderItemStatistics,
  publicFolderItemStatisticsVerbs,
  publicFolderStatistics,
  publicFolderStatisticsVerbs,
} from "./public-folders/statistics.js";
import {
  addressList,
  addressListVerbs,
  globalAddressList,
  globalAddressListVerbs,
} from "./recipients/address-lists/address-list.js";
import { emailAddressPolicy, emailAddressPolicyVerbs } from "./recipients/address-lists/email-address-policy.js";
import { offlineAddressBook, offlineAddressBookVerbs } from "./recipients/address-lists/offline-address-book.js";
import { contact, contactVerbs } from "./recipients/contact.js";
import { distributionGroup, distributionGroupVerbs } from "./recipients/groups/distribution-group.js";
import {
  dynamicDistributionGroup,
  dynamicDistributionGroupVerbs,
} from "./recipients/groups/dynamic-distribution-group.js";
import { group, groupVerbs } from "./recipients/groups/group.js";
import { distributionGroupMember, distributionGroupMemberVerbs } from "./recipients/groups/group-members.js";
import { mailContact, mailContactVerbs } from "./recipients/mail-contact.js";
import { mailUser, mailUserVerbs } from "./recipients/mail-user.js";
import { mailbox } from "./recipients/mailbox.js";
import { mailboxVerbs } from "./recipients/mailbox-verbs.js";
import { organizationalUnit, organizationalUnitVerbs } from "./recipients/organizational-unit.js";
import { recipient, recipientVerbs } from "./recipients/recipient.js";
import { recipientDataProperty, recipientDataPropertyVerbs } from "./recipients/recipient-data.js";
import { remoteMailbox, remoteMailboxVerbs } from "./recipients/remote-mailbox.js";
import { user, userVerbs } from "./recipients/user.js";
import { userPhoto, userPhotoVerbs } from "./recipients/user-photo.js";
import {
  mailboxExportRequest,
  mailboxExportRequestStatistics,
  mailboxExportRequestStatisticsVerbs,
  mailboxExportRequestVerbs,
  mailboxImportRequest,
  mailboxImportRequestStatistics,
  mailboxImportRequestStatisticsVerbs,
  mailboxImportRequestVerbs,
  mailboxRestoreRequest,
  mailboxRestoreRequestStatistics,
  mailboxRestoreRequestStatisticsVerbs,
  mailboxRestoreRequestVerbs,
} from "./requests/mailbox-request-verbs.js";
import { moveRequest } from "./requests/move-request.js";
import { moveRequestStatistics, moveRequestStatisticsVerbs } from "./requests/move-request-statistics.js";
import { moveRequestVerbs } from "./requests/move-request-verbs.js";
import { managedContentSettings, managedContentSettingsVerbs } from "./retention/managed-content-settings.js";
import { managedFolder, managedFolderVerbs } from "./retention/managed-folder.js";
import {
  managedFolderMailboxPolicy,
  managedFolderMailboxPolicyVerbs,
} from "./retention/managed-folder-mailbox-policy.js";
import { retentionPolicy, retentionPolicyVerbs } from "./retention/retention-policy.js";
import { retentionPolicyTag, retentionPolicyTagVerbs } from "./retention/retention-policy-tag.js";
import { adServerSettings, adServerSettingsVerbs } from "./servers/ad-server-settings.js";
import { adSite, adSiteVerbs } from "./servers/ad-site.js";
import { adSiteLink, adSiteLinkVerbs } from "./servers/ad-site-link.js";
import { domainController, domainControllerVerbs } from "./servers/domain-controller.js";
import { eventLogLevel, eventLogLevelVerbs } from "./servers/event-log-level.js";
import { exchangeServer, exchangeServerVerbs } from "./servers/exchange-server.js";
import { fileDistributionService, fileDistributionServiceVerbs } from "./servers/file-distribution.js";
import { mailboxServer, mailboxServerVerbs } from "./servers/mailbox-server.js";
import { networkConnectionInfo, networkConnectionInfoVerbs } from "./servers/network-connection-info.js";
import { serverComponentState, serverComponentStateVerbs } from "./servers/server-component-state.js";
import { healthReport, healthReportVerbs, serverHealth, serverHealthVerbs } from "./servers/server-health.js";
import { serviceHealth, serviceHealthVerbs } from "./servers/service-health.js";
import {
  transportServer,
  transportServerVerbs,
  transportService,
  transportServiceVerbs,
} from "./servers/transport-server.js";
import {
  frontendTransportService,
  frontendTransportServiceVerbs,
  mailboxTransportService,
  mailboxTransportServiceVerbs,
} from "./servers/transport-services-2013.js";
import { acceptedDomain, acceptedDomainVerbs } from "./transport/accepted-domain.js";
import { contentFilterPhrase, contentFilterPhraseVerbs } from "./transport/anti-spam/content-filter-phrase.js";
import { filterConfigs } from "./transport/anti-spam/filter-configs.js";
import { ipListEntries } from "./transport/anti-spam/ip-list-entry.js";
import { ipListProviders } from "./transport/anti-spam/ip-list-provider.js";
import { edgeSubscription, edgeSubscriptionVerbs } from "./transport/edge-subscription.js";
import { edgeSynchronization, edgeSynchronizationVerbs } from "./transport/edge-synchronization.js";
import {
  deliveryAgentConnector,
  deliveryAgentConnectorVerbs,
  foreignConnector,
  foreignConnectorVerbs,
} from "./transport/foreign-connector.js";
import { message, messageVerbs } from "./transport/message.js";
import { messageClassification, messageClassificationVerbs } from "./transport/message-classification.js";
import { messageTrackingLog, messageTrackingLogVerbs } from "./transport/message-tracking-log.js";
import { messageTrackingReport, messageTrackingReportVerbs } from "./transport/message-tracking-report.js";
import { queue, queueVerbs } from "./transport/queue.js";
import { receiveConnector, receiveConnectorVerbs } from "./transport/receive-connector.js";
import { remoteDomain, remoteDomainVerbs } from "./transport/remote-domain.js";
import { routingGroupConnector, routingGroupConnectorVerbs } from "./transport/routing-group-connector.js";
import { journalRule, journalRuleVerbs } from "./transport/rules/journal-rule.js";
import {
  transportRuleAction,
  transportRuleActionVerbs,
  transportRulePredicate,
  transportRulePredicateVerbs,
} from "./transport/rules/rule-catalogue.js";
import {
  journalRuleCollection,
  journalRuleCollectionVerbs,
  transportRuleCollection,
  transportRuleCollectionVerbs,
} from "./transport/rules/rule-collections.js";
import { transportRule, transportRuleVerbs } from "./transport/rules/transport-rule.js";
import { sendConnector, sendConnectorVerbs } from "./transport/send-connector.js";
import { systemMessage, systemMessageVerbs } from "./transport/system-message.js";
import { transportAgent, transportAgentVerbs } from "./transport/transport-agent.js";
import { transportConfig, transportConfigVerbs } from "./transport/transport-config.js";
import { transportPipeline, transportPipelineVerbs } from "./transport/transport-pipeline.js";
import { x400AuthoritativeDomain, x400AuthoritativeDomainVerbs } from "./transport/x400-authoritative-domain.js";

export type { RegisteredNoun };

/** The nouns that have behaviour: one line each. */
export const nouns: readonly RegisteredNoun[] = [
  { noun: clientAccessArray, verbs: clientAccessArrayVerbs },
  { noun: clientAccessServer, verbs: clientAccessServerVerbs },
  { noun: clientAccessService, verbs: clientAccessServiceVerbs },
  { noun: mailboxDatabase, verbs: mailboxDatabaseVerbs },
  { noun: database, verbs: databaseVerbs },
  { noun: publicFolderDatabase, verbs: publicFolderDatabaseVerbs },
  { noun: databasePath, verbs: databasePathVerbs },
  { noun: databaseAvailabilityGroup, verbs: databaseAvailabilityGroupVerbs },
  { noun: databaseAvailabilityGroupServer, verbs: databaseAvailabilityGroupServerVerbs },
  { noun: databaseAvailabilityGroupNetwork, verbs: databaseAvailabilityGroupNetworkVerbs },
  { noun: mailboxDatabaseCopy, verbs: mailboxDatabaseCopyVerbs },
  { noun: mailboxDatabaseCopyStatus, verbs: mailboxDatabaseCopyStatusVerbs },
  { noun: activeMailboxDatabase, verbs: activeMailboxDatabaseVerbs },
  { noun: mapiConnectivity, verbs: mapiConnectivityVerbs },
  { noun: logonStatistics, verbs: logonStatisticsVerbs },
  { noun: activeSyncConnectivity, verbs: activeSyncConnectivityVerbs },
  { noun: owaConnectivity, verbs: owaConnectivityVerbs },
  { noun: ecpConnectivity, verbs: ecpConnectivityVerbs },
  { noun: powerShellConnectivity, verbs: powerShellConnectivityVerbs },
  { noun: webServicesConnectivity, verbs: webServicesConnectivityVerbs },
  { noun: outlookConnectivity, verbs: outlookConnectivityVerbs },
  { noun: outlookWebServices, verbs: outlookWebServicesVerbs },
  { noun: popConnectivity, verbs: popConnectivityVerbs },
  { noun: imapConnectivity, verbs: imapConnectivityVerbs },
  { noun: replicationHealth, verbs: replicationHealthVerbs },
  { noun: mailflow, verbs: mailflowVerbs },
  { noun: smtpConnectivity, verbs: smtpConnectivityVerbs },
  { noun: exchangeSearch, verbs: exchangeSearchVerbs },
  { noun: mailboxRepairRequest, verbs: mailboxRepairRequestVerbs },
  { noun: publicFolderRepairRequest, verbs: publicFolderRepairRequestVerbs },
  { noun: managedFolderAssistant, verbs: managedFolderAssistantVerbs },
  { noun: networkConnectionInfo, verbs: networkConnectionInfoVerbs },
  { noun: fileDistributionService, verbs: fileDistributionServiceVerbs },
  { noun: securityPrincipal, verbs: securityPrincipalVerbs },
  { noun: x400AuthoritativeDomain, verbs: x400AuthoritativeDomainVerbs },
  { noun: serviceHealth, verbs: serviceHealthVerbs },
  { noun: adServerSettings, verbs: adServerSettingsVerbs },
  { noun: domainController, verbs: domainControllerVerbs },
  { noun: adSite, verbs: adSiteVerbs },
  { noun: exchangeServer, verbs: exchangeServerVerbs },
  { noun: mailboxServer, verbs: mailboxServerVerbs },
  { noun: transportServer, verbs: transportServerVerbs },
  { noun: transportService, verbs: transportServiceVerbs },
  { noun: mailbox, verbs: mailboxVerbs },
  { noun: mailboxStatistics, verbs: mailboxStatisticsVerbs },
  { noun: mailboxPermission, verbs: mailboxPermissionVerbs },
  { noun: adPermission, verbs: adPermissionVerbs },
  { noun: mailboxFolderPermission, verbs: mailboxFolderPermissionVerbs },
  { noun: moveRequest, verbs: moveRequestVerbs },
  ...migrationNouns,
  { noun: moveRequestStatistics, verbs: moveRequestStatisticsVerbs },
  { noun: autoReplyConfiguration, verbs: autoReplyConfigurationVerbs },
  { noun: calendarProcessing, verbs: calendarProcessingVerbs },
  { noun: calendarConfiguration, verbs: calendarConfigurationVerbs },
  { noun: messageConfiguration, verbs: messageConfigurationVerbs },
  { noun: regionalConfiguration, verbs: regionalConfigurationVerbs },
  { noun: spellingConfiguration, verbs: spellingConfigurationVerbs },
  { noun: sentItemsConfiguration, verbs: sentItemsConfigurationVerbs },
  { noun: junkEmailConfiguration, verbs: junkEmailConfigurationVerbs },
  { noun: retentionPolicyTag, verbs: retentionPolicyTagVerbs },
  { noun: retentionPolicy, verbs: retentionPolicyVerbs },
  { noun: managedFolder, verbs: managedFolderVerbs },
  { noun: managedContentSettings, verbs: managedContentSettingsVerbs },
  { noun: managedFolderMailboxPolicy, verbs: managedFolderMailboxPolicyVerbs },
  { noun: mailboxFolder, verbs: mailboxFolderVerbs },
  { noun: mailboxFolderStatistics, verbs: mailboxFolderStatisticsVerbs },
  { noun: roleGroup, verbs: roleGroupVerbs },
  { noun: roleGroupMember, verbs: roleGroupMemberVerbs },
  { noun: managementRole, verbs: managementRoleVerbs },
  { noun: managementRoleEntry, verbs: managementRoleEntryVerbs },
  { noun: managementScope, verbs: managementScopeVerbs },
  { noun: roleAssignment, verbs: roleAssignmentVerbs },
  { noun: roleAssignmentPolicy, verbs: roleAssignmentPolicyVerbs },
  { noun: mailboxSearch, verbs: mailboxSearchVerbs },
  { noun: mailboxQuarantine, verbs: mailboxQuarantineVerbs },
  { noun: storeMailbox, verbs: storeMailboxVerbs },
  { noun: storeMailboxState, verbs: storeMailboxStateVerbs },
  { noun: userPhoto, verbs: userPhotoVerbs },
  { noun: user, verbs: userVerbs },
  { noun: mailUser, verbs: mailUserVerbs },
  { noun: recipientDataProperty, verbs: recipientDataPropertyVerbs },
  { noun: remoteMailbox, verbs: remoteMailboxVerbs },
  { noun: contact, verbs: contactVerbs },
  { noun: mailContact, verbs: mailContactVerbs },
  { noun: group, verbs: groupVerbs },
  { noun: distributionGroup, verbs: distributionGroupVerbs },
  { noun: distributionGroupMember, verbs: distributionGroupMemberVerbs },
  { noun: dynamicDistributionGroup, verbs: dynamicDistributionGroupVerbs },
  { noun: recipient, verbs: recipientVerbs },
  { noun: organizationalUnit, verbs: organizationalUnitVerbs },
  { noun: emailAddressPolicy, verbs: emailAddressPolicyVerbs },
  { noun: addressList, verbs: addressListVerbs },
  { noun: globalAddressList, verbs: globalAddressListVerbs },
  { noun: offlineAddressBook, verbs: offlineAddressBookVerbs },
  { noun: acceptedDomain, verbs: acceptedDomainVerbs },
  { noun: remoteDomain, verbs: remoteDomainVerbs },
  { noun: sendConnector, verbs: sendConnectorVerbs },
  { noun: receiveConnector, verbs: receiveConnectorVerbs },
  { noun: transportConfig, verbs: transportConfigVerbs },
  { noun: transportRule, verbs: transportRuleVerbs },
  { noun: transportRulePredicate, verbs: transportRulePredicateVerbs },
  { noun: transportRuleAction, verbs: transportRuleActionVerbs },
  { noun: journalRule, verbs: journalRuleVerbs },
  { noun: transportRuleCollection, verbs: transportRuleCollectionVerbs },
  { noun: journalRuleCollection, verbs: journalRuleCollectionVerbs },
  { noun: queue, verbs: queueVerbs },
  { noun: messageClassification, verbs: messageClassificationVerbs },
  { noun: message, verbs: messageVerbs },
  { noun: messageTrackingLog, verbs: messageTrackingLogVerbs },
  { noun: messageTrackingReport, verbs: messageTrackingReportVerbs },
  { noun: owaVirtualDirectory, verbs: owaVirtualDirectoryVerbs },
  { noun: ecpVirtualDirectory, verbs: ecpVirtualDirectoryVerbs },
  { noun: webServicesVirtualDirectory, verbs: webServicesVirtualDirectoryVerbs },
  { noun: autodiscoverVirtualDirectory, verbs: autodiscoverVirtualDirectoryVerbs },
  { noun: powerShellVirtualDirectory, verbs: powerShellVirtualDirectoryVerbs },
  { noun: activeSyncVirtualDirectory, verbs: activeSyncVirtualDirectoryVerbs },
  { noun: oabVirtualDirectory, verbs: oabVirtualDirectoryVerbs },
  { noun: mapiVirtualDirectory, verbs: mapiVirtualDirectoryVerbs },
  { noun: outlookAnywhere, verbs: outlookAnywhereVerbs },
  { noun: rpcClientAccess, verbs: rpcClientAccessVerbs },
  { noun: outlookProvider, verbs: outlookProviderVerbs },
  { noun: casMailbox, verbs: casMailboxVerbs },
  { noun: popSettings, verbs: popSettingsVerbs },
  { noun: imapSettings, verbs: imapSettingsVerbs },
  { noun: activeSyncMailboxPolicy, verbs: activeSyncMailboxPolicyVerbs },
  { noun: mobileDeviceMailboxPolicy, verbs: mobileDeviceMailboxPolicyVerbs },
  { noun: owaMailboxPolicy, verbs: owaMailboxPolicyVerbs },
  { noun: exchangeCertificate, verbs: exchangeCertificateVerbs },
  { noun: publicFolder, verbs: publicFolderVerbs },
  { noun: publicFolderMailbox, verbs: publicFolderMailboxVerbs },
  { noun: mailPublicFolder, verbs: mailPublicFolderVerbs },
  { noun: publicFolderClientPermission, verbs: publicFolderClientPermissionVerbs },
  { noun: publicFolderStatistics, verbs: publicFolderStatisticsVerbs },
  { noun: publicFolderItemStatistics, verbs: publicFolderItemStatisticsVerbs },
  { noun: publicFolderReplication, verbs: publicFolderReplicationVerbs },
  { noun: publicFolderHierarchy, verbs: publicFolderHierarchyVerbs },
  { noun: publicFolderAdministrativePermission, verbs: publicFolderAdministrativePermissionVerbs },
  { noun: activeSyncDeviceClass, verbs: activeSyncDeviceClassVerbs },
  { noun: activeSyncDevice, verbs: activeSyncDeviceVerbs },
  { noun: activeSyncDeviceStatistics, verbs: activeSyncDeviceStatisticsVerbs },
  { noun: mobileDevice, verbs: mobileDeviceVerbs },
  { noun: mobileDeviceStatistics, verbs: mobileDeviceStatisticsVerbs },
  { noun: deviceAccessRule, verbs: deviceAccessRuleVerbs },
  { noun: organizationSettings, verbs: organizationSettingsVerbs },
  { noun: mailboxExportRequest, verbs: mailboxExportRequestVerbs },
  { noun: mailboxExportRequestStatistics, verbs: mailboxExportRequestStatisticsVerbs },
  { noun: mailboxImportRequest, verbs: mailboxImportRequestVerbs },
  { noun: mailboxImportRequestStatistics, verbs: mailboxImportRequestStatisticsVerbs },
  { noun: mailboxRestoreRequest, verbs: mailboxRestoreRequestVerbs },
  { noun: mailboxRestoreRequestStatistics, verbs: mailboxRestoreRequestStatisticsVerbs },
  { noun: inboxRule, verbs: inboxRuleVerbs },
  { noun: organizationConfig, verbs: organizationConfigVerbs },
  { noun: addressListPaging, verbs: addressListPagingVerbs },
  { noun: cmdletExtensionAgent, verbs: cmdletExtensionAgentVerbs },
  { noun: availabilityConfig, verbs: availabilityConfigVerbs },
  { noun: availabilityAddressSpace, verbs: availabilityAddressSpaceVerbs },
  { noun: resourceConfig, verbs: resourceConfigVerbs },
  { noun: irmConfiguration, verbs: irmConfigurationVerbs },
  { noun: rmsTemplate, verbs: rmsTemplateVerbs },
  { noun: throttlingPolicy, verbs: throttlingPolicyVerbs },
  { noun: throttlingPolicyAssociation, verbs: throttlingPolicyAssociationVerbs },
  { noun: sharingPolicy, verbs: sharingPolicyVerbs },
  { noun: addressBookPolicy, verbs: addressBookPolicyVerbs },
  { noun: eventLogLevel, verbs: eventLogLevelVerbs },
  { noun: adminAuditLogConfig, verbs: adminAuditLogConfigVerbs },
  { noun: adminAuditLog, verbs: adminAuditLogVerbs },
  { noun: adminAuditLogSearch, verbs: adminAuditLogSearchVerbs },
  { noun: mailboxAuditBypass, verbs: mailboxAuditBypassVerbs },
  ...filterConfigs,
  ...ipListEntries,
  ...ipListProviders,
  { noun: contentFilterPhrase, verbs: contentFilterPhraseVerbs },
  { noun: foreignConnector, verbs: foreignConnectorVerbs },
  { noun: deliveryAgentConnector, verbs: deliveryAgentConnectorVerbs },
  { noun: routingGroupConnector, verbs: routingGroupConnectorVerbs },
  { noun: transportPipeline, verbs: transportPipelineVerbs },
  { noun: transportAgent, verbs: transportAgentVerbs },
  { noun: edgeSubscription, verbs: edgeSubscriptionVerbs },
  { noun: edgeSynchronization, verbs: edgeSynchronizationVerbs },
  { noun: systemMessage, verbs: systemMessageVerbs },
  { noun: adSiteLink, verbs: adSiteLinkVerbs },
  { noun: serverComponentState, verbs: serverComponentStateVerbs },
  { noun: authConfig, verbs: authConfigVerbs },
  { noun: authServer, verbs: authServerVerbs },
  ...nounsSince2013,
  { noun: settingOverride, verbs: settingOverrideVerbs },
  { noun: frontendTransportService, verbs: frontendTransportServiceVerbs },
  { noun: mailboxTransportService, verbs: mailboxTransportServiceVerbs },
  { noun: serverHealth, verbs: serverHealthVerbs },
  { noun: healthReport, verbs: healthReportVerbs },
  { noun: organizationRelationship, verbs: organizationRelationshipVerbs },
  { noun: hybridConfiguration, verbs: hybridConfigurationVerbs },
  { noun: oauthConnectivity, verbs: oauthConnectivityVerbs },
  { noun: intraOrganizationConnector, verbs: intraOrganizationConnectorVerbs },
  { noun: intraOrganizationConfiguration, verbs: intraOrganizationConfigurationVerbs },
  { noun: userPrincipalNamesSuffix, verbs: userPrincipalNamesSuffixVerbs },
  { noun: trust, verbs: trustVerbs },
];
