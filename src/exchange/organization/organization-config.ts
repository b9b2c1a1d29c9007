import { getProperty, listObjects } from "../../topology/index.js";
import { DateTime, ticksPerDay, ticksPerHour } from "../../values/date-time.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import {
  identityProperty,
  nameProperty,
  objectVersions,
  presentationTail,
  presentationTypes,
} from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs, taskClassOf, type VerbBehaviour } from "../noun/noun.js";
import { plain } from "../noun/read.js";
import { usualSentence } from "../noun/sentences.js";
import { setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import { change } from "../noun/write.js";
import {
  bool,
  choice,
  computed,
  count,
  each,
  fixed,
  int,
  link,
  list,
  property,
  quota,
  smtpAddress,
  span,
  text,
  texts,
  uint,
  uri,
} from "../properties/property.js";
import {
  boolKind,
  choiceKind,
  nullable,
  proxyAddressKind,
  spanKind,
  textual,
  unlimited,
} from "../properties/scalar-kinds.js";
import { rootMailbox } from "../recipients/mailbox-rows-2013.js";
import { schema } from "../schema.js";
import { enumeration } from "../types/enumeration.js";
import { GroupNamingPolicy, groupNamingPolicyName } from "../types/group-naming-policy.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { forestWideOrganization } from "../types/organization-id.js";
import { ProxyAddress, proxyAddressName, SmtpAddress } from "../types/proxy-address.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.OrganizationConfig";
const version = "Microsoft.Exchange.Data.ExchangeObjectVersion";

/** From memory: `None` is all that exported objects show. */
const heuristics = enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.HeuristicsFlags", ["None"], {
  isFlags: true,
});
const ewsPolicy = enumeration("Microsoft.Exchange.Data.Directory.EwsApplicationAccessPolicy", [
  "EnforceAllowList",
  "EnforceBlockList",
]);
const publicFoldersDeployment = enumeration("Microsoft.Exchange.Data.Directory.PublicFoldersDeployment", [
  "None",
  "Local",
  "Remote",
]);
/** From memory. */
const industryType = enumeration("Microsoft.Exchange.Data.Directory.IndustryType", [
  "NotSpecified",
  "Agriculture",
  "Finance",
  "BusinessServicesConsulting",
  "Communications",
  "ComputerRelatedProductsServices",
  "Construction",
  "Education",
  "EngineeringArchitecture",
  "Government",
  "Healthcare",
  "Hospitality",
  "Legal",
  "Manufacturing",
  "MediaMarketingAdvertising",
  "NonProfit",
  "Other",
  "PersonalServices",
  "PrintingPublishing",
  "RealEstate",
  "Retail",
  "Transportation",
  "Utilities",
  "Wholesale",
]);

/**
 * The version of the organization's object: of 2010 SP3, and of the updates whose version servers have by default
 * (documented in the list of schema versions).
 */
const objectVersionOf: Readonly<Record<ExchangeRelease, number>> = {
  "2010": 14322,
  "2013": 16133,
  "2016": 16223,
  "2019": 16760,
};
const versionOf = (release: ExchangeRelease): Value =>
  release === "2010" ? objectVersions.exchange2010 : objectVersions.exchange2013;

/** The id is the same in every installation (facts/nouns.json). */
const microsoftExchange = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e";
function microsoftExchangeText({ topology }: Source): string {
  const domain = listObjects(topology, "AcceptedDomain").find((each) => getProperty(schema, each, "Default") === true);
  return `${microsoftExchange}@${domain === undefined ? "" : String(getProperty(schema, domain, "DomainName"))}`;
}

/** Several truth values that never differ here. */
const fixedTruths = (
  names: readonly string[],
  value: boolean,
  marks: Pick<ExchangeProperty, "since" | "until"> = {},
): readonly ExchangeProperty[] => names.map((name) => fixed(name, "bool", () => value, marks));

const emptyList = (name: string, marks: Pick<ExchangeProperty, "since"> = {}): ExchangeProperty =>
  fixed(name, "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([]), marks);

const nothing = (name: string, marks: Pick<ExchangeProperty, "since"> = {}): ExchangeProperty =>
  fixed(name, "string", () => null, marks);

/** The GUID of the mailbox with the writable hierarchy of public folders. */
function rootOfFolders({ topology }: Source): Value {
  const root = rootMailbox(topology);
  return root === undefined ? null : String(getProperty(schema, root, "ExchangeGuid") ?? "");
}

const isNotAtTop = ({ name }: ExchangeProperty): boolean => !["Identity", "Guid", "OrganizationId"].includes(name);

/**
 * The settings of the organization as a whole. Order and defaults: a dump of 2016; which properties 2010 and 2013 have
 * is from memory but for those that parameters set (facts/nouns.json).
 */
export const organizationConfig = defineNoun({
  noun: "OrganizationConfig",
  called: "organization",
  class: "ExchangeOrganization",
  singleton: true,
  typeNames: presentationTypes(typeName),
  certainty: "derived",
  properties: () => [
    computed("OrganizationId", "Microsoft.Exchange.Data.Directory.OrganizationId", () => forestWideOrganization),
    nameProperty,
    identityProperty("name"),
    computed("Guid", "guid", ({ object }) => new Guid(object.guid)),
    computed("ObjectVersion", "int", ({ release }) => objectVersionOf[release]),
    property("DefaultPublicFolderAgeLimit", nullable(spanKind), { since: "2013" }),
    ...each(
      quota,
      [
        "DefaultPublicFolderIssueWarningQuota",
        "DefaultPublicFolderProhibitPostQuota",
        "DefaultPublicFolderMaxItemSize",
      ],
      { default: unlimited, since: "2013" },
    ),
    span("DefaultPublicFolderDeletedItemRetention", { default: 30n * ticksPerDay, since: "2013" }),
    span("DefaultPublicFolderMovedItemRetention", { default: 7n * ticksPerDay, since: "2013" }),
    ...each(bool, ["PublicFoldersLockedForMigration", "PublicFolderMigrationComplete"], { default: false }),
    ...each(bool, ["PublicFolderMailboxesLockedForNewConnections", "PublicFolderMailboxesMigrationComplete"], {
      default: false,
      since: "2013",
    }),
    bool("PublicFolderShowClientControl", { default: false, since: "2016" }),
    choice("PublicFoldersEnabled", publicFoldersDeployment, { default: "Local", since: "2013" }),
    bool("ActivityBasedAuthenticationTimeoutEnabled", { default: true }),
    span("ActivityBasedAuthenticationTimeoutInterval", { default: 6n * ticksPerHour }),
    bool("ActivityBasedAuthenticationTimeoutWithSingleSignOnEnabled", { default: true }),
    bool("AppsForOfficeEnabled", { default: true, since: "2013" }),
    nothing("AVAuthenticationService"),
    bool("CustomerFeedbackEnabled", { default: true }),
    link("DistributionGroupDefaultOU", ["OrganizationalUnit", "Container"], { prints: "canonical" }),
    texts("DistributionGroupNameBlockedWordsList"),
    property(
      "DistributionGroupNamingPolicy",
      textual(
        "group naming policy",
        groupNamingPolicyName,
        (kept) => new GroupNamingPolicy(String(kept)),
        groupNamingPolicyName,
      ),
    ),
    property("EwsAllowEntourage", nullable(boolKind)),
    texts("EwsAllowList"),
    property("EwsAllowMacOutlook", nullable(boolKind)),
    property("EwsAllowOutlook", nullable(boolKind)),
    property("EwsApplicationAccessPolicy", nullable(choiceKind(ewsPolicy))),
    texts("EwsBlockList"),
    property("EwsEnabled", nullable(boolKind)),
    emptyList("IPListBlocked"),
    ...fixedTruths(["ElcProcessingDisabled"], false, { since: "2013" }),
    ...fixedTruths(["AutoExpandingArchiveEnabled"], false, { since: "2016" }),
    ...fixedTruths(["ExchangeNotificationEnabled"], true, { since: "2016" }),
    emptyList("ExchangeNotificationRecipients", { since: "2016" }),
    link("HierarchicalAddressBookRoot", "User", { prints: "canonical" }),
    choice("Industry", industryType, { default: "NotSpecified" }),
    bool("MailTipsAllTipsEnabled", { default: true }),
    bool("MailTipsExternalRecipientsTipsEnabled", { default: false }),
    bool("MailTipsGroupMetricsEnabled", { default: true }),
    uint("MailTipsLargeAudienceThreshold", { default: 25 }),
    bool("MailTipsMailboxSourcedTipsEnabled", { default: true }),
    text("ManagedFolderHomepage"),
    list("MicrosoftExchangeRecipientEmailAddresses", proxyAddressKind, {
      absent: (source) =>
        multiValuedProperty([new ProxyAddress(`SMTP:${microsoftExchangeText(source)}`)], proxyAddressName),
    }),
    bool("MicrosoftExchangeRecipientEmailAddressPolicyEnabled", { default: true }),
    smtpAddress("MicrosoftExchangeRecipientPrimarySmtpAddress", {
      absent: (source) => new SmtpAddress(microsoftExchangeText(source)),
    }),
    link("MicrosoftExchangeRecipientReplyRecipient", "User", { prints: "canonical" }),
    ...fixedTruths(["ForwardSyncLiveIdBusinessInstance"], false, { since: "2016" }),
    texts("OrganizationSummary"),
    ...each(bool, ["PermanentlyDeleteDisabled", "PublicFolderContentReplicationDisabled"], {
      default: false,
      until: "2010",
    }),
    bool("ReadTrackingEnabled", { default: false }),
    int("SCLJunkThreshold", { default: 4 }),
    nothing("SIPAccessService"),
    nothing("SIPSessionBorderController"),
    count("MaxConcurrentMigrations", { default: unlimited, since: "2013" }),
    nothing("MaxAddressBookPolicies", { since: "2013" }),
    nothing("MaxOfflineAddressBooks", { since: "2013" }),
    ...each(bool, ["IsExcludedFromOnboardMigration", "IsExcludedFromOffboardMigration", "IsFfoMigrationInProgress"], {
      default: false,
      since: "2013",
    }),
    ...fixedTruths(["IsProcessEhaMigratedMessagesEnabled", "TenantRelocationsAllowed"], false, { since: "2013" }),
    bool("ACLableSyncedObjectEnabled", { default: false, since: "2013" }),
    int("PreferredInternetCodePageForShiftJis", { default: 0 }),
    int("RequiredCharsetCoverage", { default: 100 }),
    int("ByteEncoderTypeFor7BitCharsets", { default: 0 }),
    bool("PublicComputersDetectionEnabled", { default: false, since: "2013" }),
    fixed("RmsoSubscriptionStatus", "string", () => "Unknown", { since: "2016" }),
    ...fixedTruths(["IntuneManagedStatus", "AzurePremiumSubscriptionStatus"], false, { since: "2016" }),
    fixed("HybridConfigurationStatus", "string", () => "Unknown", { since: "2013" }),
    nothing("ReleaseTrack", { since: "2013" }),
    nothing("CompassEnabled", { since: "2016" }),
    nothing("SharePointUrl", { since: "2013" }),
    // On from the beginning since 2016 (documented); of 2013 it is to be turned on.
    bool("MapiHttpEnabled", { absent: ({ release }) => release !== "2013", since: "2013" }),
    ...fixedTruths(["RealTimeLogServiceEnabled", "CustomerLockboxEnabled"], false, { since: "2016" }),
    bool("OAuth2ClientProfileEnabled", { default: false, since: "2013" }),
    ...fixedTruths(["PerTenantSwitchToESTSEnabled"], false, { since: "2016" }),
    ...each(
      bool,
      [
        "LinkPreviewEnabled",
        "ConnectorsEnabled",
        "ConnectorsActionableMessagesEnabled",
        "SmtpActionableMessagesEnabled",
      ],
      { default: true, since: "2016" },
    ),
    ...fixedTruths(["OfficeGraphActivitySharingOrgOptout"], false, { since: "2016" }),
    ...each(bool, ["UnblockUnsafeSenderPromptEnabled", "AsyncSendEnabled"], { default: true, since: "2016" }),
    bool("RefreshSessionEnabled", { default: false, since: "2016" }),
    bool("IsAgendaMailEnabled", { default: true, since: "2016" }),
    fixed("NetworkThrottlingConfiguration", "string", () => "", { since: "2016" }),
    ...fixedTruths(["BookingsEnabled"], true, { since: "2016" }),
    bool("LeanPopoutEnabled", { default: false, since: "2016" }),
    fixed("OrganizationConfigHash", "string", () => "", { since: "2016" }),
    computed("LegacyExchangeDN", "string", plain("LegacyExchangeDN")),
    fixed("DisplayName", "string", () => ""),
    fixed("Heuristics", heuristics.fullName, () => heuristics("None")),
    emptyList("ResourceAddressLists"),
    ...fixedTruths(["IsMixedMode"], false),
    computed("PreviousAdminDisplayVersion", version, ({ release }) => versionOf(release)),
    bool("IsAddressListPagingEnabled", { default: true, parameter: null }),
    emptyList("ForeignForestFQDN"),
    nothing("ForeignForestOrgAdminUSGSid"),
    nothing("ForeignForestRecipientAdminUSGSid"),
    nothing("ForeignForestViewOnlyAdminUSGSid"),
    emptyList("MimeTypes"),
    ...fixedTruths(["IsLicensingEnforced", "IsTenantAccessBlocked"], false),
    ...fixedTruths(["IsTenantInGracePeriod"], false, { since: "2013" }),
    ...fixedTruths(["IsDehydrated", "IsGuidPrefixedLegacyDnDisabled"], false),
    ...fixedTruths(["IsMailboxForcedReplicationDisabled"], false, { since: "2013" }),
    computed("RBACConfigurationVersion", version, ({ release }) => versionOf(release)),
    computed("RootPublicFolderMailbox", "string", rootOfFolders, { since: "2013" }),
    texts("RemotePublicFolderMailboxes", { since: "2013" }),
    computed("AdminDisplayVersion", version, ({ release }) => versionOf(release)),
    ...fixedTruths(["IsUpgradingOrganization", "IsUpdatingServicePlan"], false),
    fixed("ServicePlan", "string", () => ""),
    fixed("TargetServicePlan", "string", () => ""),
    text("WACDiscoveryEndpoint", { since: "2013" }),
    texts("UMAvailableLanguages", { since: "2013" }),
    text("AdfsAuthenticationConfiguration", { since: "2013" }),
    uri("AdfsIssuer", { since: "2013" }),
    texts("AdfsAudienceUris", { since: "2013" }),
    texts("AdfsSignCertificateThumbprints", { since: "2013" }),
    text("AdfsEncryptCertificateThumbprint", { since: "2013" }),
    uri("SiteMailboxCreationURL", { since: "2013" }),
    nothing("DefaultDataEncryptionPolicy", { since: "2016" }),
    bool("MailboxDataEncryptionEnabled", { default: false, since: "2016" }),
    ...each(bool, ["EmptyAddressBookForNonExchangeUsers", "EnableDownloadDomains"], { default: false, since: "2016" }),
    bool("MitigationsEnabled", { default: true, since: "2016" }),
    bool("EnableAuthAdminReadSession", { default: false, since: "2016" }),
    link("DefaultAuthenticationPolicy", "AuthenticationPolicy", { since: "2016" }),
    span("OabShadowDistributionOldestFileAgeLimit", { default: 2n * ticksPerHour, since: "2019", certainty: "memory" }),
    ...each(bool, ["EnableOrgWidePermissionOnScopedRoles", "UseIcsSyncStateStreaming"], {
      default: false,
      since: "2016",
    }),
    emptyList("AllowedMailboxRegions", { since: "2016" }),
    nothing("DefaultMailboxRegion", { since: "2016" }),
    nothing("DefaultMailboxRegionLastUpdateTime", { since: "2016" }),
    ...fixedTruths(["DirectReportsGroupAutoCreationEnabled"], false, { since: "2016" }),
    ...fixedTruths(["AllowToAddGuests", "GuestsEnabled", "GroupsCreationEnabled"], true, { since: "2016" }),
    ...fixedTruths(["HiddenMembershipGroupsCreationEnabled"], false, { since: "2016" }),
    nothing("GroupsCreationWhitelistedId", { since: "2016" }),
    nothing("GroupsUsageGuidelinesLink", { since: "2016" }),
    nothing("GroupsNamingPolicy", { since: "2016" }),
    text("DataClassifications", { since: "2016" }),
    emptyList("InPlaceHolds", { since: "2016" }),
    nothing("ServiceInstanceMove", { since: "2016" }),
    nothing("GuestsUsageGuidelinesLink", { since: "2016" }),
    nothing("FocusedInboxOn", { since: "2016" }),
    fixed("FocusedInboxOnLastUpdateTime", "datetime", () => new DateTime(0n, "Unspecified"), { since: "2016" }),
    fixed("ForestConfigVersion", "string", () => "", { since: "2016" }),
    fixed("ForestConfigLastRunTime", "datetime", () => new DateTime(0n, "Unspecified"), { since: "2016" }),
    ...fixedTruths(["EndUserDLUpgradeFlowsDisabled"], false, { since: "2016" }),
    ...presentationTail(objectVersions.exchange2010, { name: false, identity: "name" }).filter(isNotAtTop),
  ],
  // Without a view the whole list is shown.
  views: [],
});

const pagingType = "Microsoft.Exchange.Management.SystemConfigurationTasks.AddressListPaging";
/** Whether address lists are read in pages: Enable- and Disable-AddressListPaging. */
export const addressListPaging = defineNoun({
  noun: "AddressListPaging",
  identity: organizationConfig.identity,
  typeNames: [pagingType],
  properties: () => [],
  views: [],
});

const paging = (verb: "Enable" | "Disable"): VerbBehaviour => {
  const question = usualSentence(addressListPaging, verb);
  return {
    taskClass: taskClassOf(addressListPaging, verb),
    emulated: [],
    accepted: [],
    ...(verb === "Disable" ? { confirms: true } : {}),
    process: (task) => {
      const [organization] = listObjects(task.topology, "ExchangeOrganization");
      if (organization === undefined) throw task.notFound(addressListPaging.noun);
      task.requireWrite(organization);
      if (task.shouldProcess(question.text(organization.name)))
        change(task, organization, { properties: { IsAddressListPagingEnabled: verb === "Enable" } });
    },
  };
};
export const addressListPagingVerbs: NounVerbs = { Enable: paging("Enable"), Disable: paging("Disable") };

export const organizationConfigVerbs: NounVerbs = {
  Get: getVerb(organizationConfig),
  Set: setVerb(organizationConfig, { accepted: ["Force"], defaultParameterSet: "AdfsAuthenticationParameter" }),
};
