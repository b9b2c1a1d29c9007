import { bool, choice, computed, each, int, text, texts, uri } from "../properties/property.js";
import { serverAbove } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { changeEcpToo, warnOfAuthentication, warnOfUrl } from "./change-warnings.js";
import {
  allowedFileTypes,
  allowedMimeTypes,
  blockedFileTypes,
  blockedMimeTypes,
  forceSaveFileTypes,
  forceSaveMimeTypes,
  supportedFileTypes,
  supportedMimeTypes,
  webReadyFileTypes,
  webReadyMimeTypes,
} from "./owa-file-types.js";
import {
  defineVirtualDirectory,
  signsInByWindows,
  type VirtualDirectoryPlace,
  virtualDirectoryVerbs,
} from "./virtual-directory.js";
import { configuration, remoteDocumentsActions, usualFolders, virtualDirectoryTail } from "./virtual-directory-rows.js";

const typeName = `${configuration}.ADOwaVirtualDirectory`;
const place: VirtualDirectoryPlace = { name: "owa", backEnd: signsInByWindows };

const options = (name: string, ...members: readonly string[]) => enumeration(`${configuration}.${name}`, members);
const attachmentBlockingActions = options("AttachmentBlockingActions", "Allow", "ForceSave", "Block");
const logonFormats = options("LogonFormats", "FullDomain", "PrincipalName", "UserName");
const clientAuthCleanupLevels = options("ClientAuthCleanupLevels", "Low", "High");
const webBeaconFilterLevels = options("WebBeaconFilterLevels", "UserFilterChoice", "ForceFilter", "DisableFilter");
const outboundCharsetOptions = options("OutboundCharsetOptions", "AutoDetect", "AlwaysUTF8", "UserLanguageChoice");
const redirectTypes = options("LegacyRedirectTypeOptions", "Silent", "Manual");
const webPartsFrameOptions = options("WebPartsFrameOptions", "Deny", "AllowFrom", "None", "SameOrigin");
const allowOfflineOn = options("AllowOfflineOnEnum", "PrivateComputersOnly", "NoComputers", "AllComputers");
const instantMessagingTypeOptions = options("InstantMessagingTypeOptions", "None", "Ocs", "Msn");
const owaVersion = options("OwaVersions", "Exchange2003or2000", "Exchange2007", "Exchange2010", "Exchange2013");

/**
 * Outlook Web App on a web site of a server. Order and defaults of the list: a dump of 2016 and a capture of 2013; which
 * properties are newer than 2010 from memory (facts/nouns.json). View from memory.
 */
export const owaVirtualDirectory = defineVirtualDirectory({
  noun: "OwaVirtualDirectory",
  called: "Outlook Web App virtual directory",
  objectClass: "msExchOWAVirtualDirectory",
  objectCategory: "ms-Exch-OWA-Virtual-Directory",
  place,
  types: [typeName, `${configuration}.ExchangeWebAppVirtualDirectory`],
  certainty: "derived",
  properties: () => [
    ...each(
      bool,
      [
        "DirectFileAccessOnPublicComputersEnabled",
        "DirectFileAccessOnPrivateComputersEnabled",
        "WebReadyDocumentViewingOnPublicComputersEnabled",
        "WebReadyDocumentViewingOnPrivateComputersEnabled",
      ],
      { default: true },
    ),
    ...each(
      bool,
      ["ForceWebReadyDocumentViewingFirstOnPublicComputers", "ForceWebReadyDocumentViewingFirstOnPrivateComputers"],
      { default: false },
    ),
    ...each(bool, ["WacViewingOnPublicComputersEnabled", "WacViewingOnPrivateComputersEnabled"], {
      default: true,
      since: "2013",
    }),
    ...each(bool, ["ForceWacViewingFirstOnPublicComputers", "ForceWacViewingFirstOnPrivateComputers"], {
      default: false,
      since: "2013",
    }),
    choice("RemoteDocumentsActionForUnknownServers", remoteDocumentsActions, { default: "Block" }),
    choice("ActionForUnknownFileAndMIMETypes", attachmentBlockingActions, { default: "Allow" }),
    texts("WebReadyFileTypes", { default: webReadyFileTypes }),
    texts("WebReadyMimeTypes", { default: webReadyMimeTypes }),
    bool("WebReadyDocumentViewingForAllSupportedTypes", { default: true }),
    texts("WebReadyDocumentViewingSupportedMimeTypes", { default: supportedMimeTypes }),
    texts("WebReadyDocumentViewingSupportedFileTypes", { default: supportedFileTypes }),
    texts("AllowedFileTypes", { default: allowedFileTypes }),
    texts("AllowedMimeTypes", { default: allowedMimeTypes }),
    texts("ForceSaveFileTypes", { default: forceSaveFileTypes }),
    texts("ForceSaveMimeTypes", { default: forceSaveMimeTypes }),
    texts("BlockedFileTypes", { default: blockedFileTypes }),
    texts("BlockedMimeTypes", { default: blockedMimeTypes }),
    texts("RemoteDocumentsAllowedServers"),
    texts("RemoteDocumentsBlockedServers"),
    texts("RemoteDocumentsInternalDomainSuffixList"),
    text("FolderPathname"),
    texts("Url"),
    choice("LogonFormat", logonFormats, { default: "FullDomain" }),
    choice("ClientAuthCleanupLevel", clientAuthCleanupLevels, { default: "High" }),
    ...each(bool, ["LogonPagePublicPrivateSelectionEnabled", "LogonPageLightSelectionEnabled"], {
      default: false,
      since: "2013",
    }),
    bool("FreCardsEnabled", { default: true, since: "2016" }),
    uri("InternalSPMySiteHostURL", { since: "2016" }),
    uri("ExternalSPMySiteHostURL", { since: "2016" }),
    ...each(
      bool,
      [
        "WacEditingEnabled",
        "DropboxAttachmentsEnabled",
        "BoxAttachmentsEnabled",
        "OneDriveAttachmentsEnabled",
        "GoogleDriveAttachmentsEnabled",
        "ClassicAttachmentsEnabled",
        "ReferenceAttachmentsEnabled",
        "SaveAttachmentsToCloudEnabled",
        "ThirdPartyAttachmentsEnabled",
      ],
      { default: true, since: "2016" },
    ),
    bool("IsPublic", { default: false, since: "2013" }),
    text("ExternalDownloadHostName", { since: "2016" }),
    text("InternalDownloadHostName", { since: "2016" }),
    choice("FilterWebBeaconsAndHtmlForms", webBeaconFilterLevels, { default: "UserFilterChoice" }),
    int("NotificationInterval", { default: 120 }),
    text("DefaultTheme"),
    int("UserContextTimeout", { default: 60 }),
    text("ExchwebProxyDestination"),
    text("VirtualDirectoryType"),
    computed("OwaVersion", owaVersion.fullName, ({ release }) =>
      owaVersion(release === "2010" ? "Exchange2010" : "Exchange2013"),
    ),
    computed("ServerName", "string", ({ topology, object }) => serverAbove(topology, object)?.name ?? ""),
    text("InstantMessagingCertificateThumbprint"),
    text("InstantMessagingServerName"),
    bool("RedirectToOptimalOWAServer", { default: true }),
    choice("LegacyRedirectType", redirectTypes, { default: "Silent", until: "2010" }),
    choice("CrossSiteRedirectType", redirectTypes, { default: "Manual", until: "2010" }),
    bool("CalendarPublishingEnabled", { default: true, until: "2010" }),
    bool("OWAMiniEnabled", { default: false, until: "2010" }),
    int("DefaultClientLanguage", { default: 0 }),
    int("LogonAndErrorLanguage", { default: 0 }),
    ...each(bool, ["UseGB18030", "UseISO885915"], { default: false }),
    choice("OutboundCharset", outboundCharsetOptions, { default: "AutoDetect" }),
    ...each(
      bool,
      [
        "GlobalAddressListEnabled",
        "OrganizationEnabled",
        "ExplicitLogonEnabled",
        "OWALightEnabled",
        "DelegateAccessEnabled",
        "IRMEnabled",
        "CalendarEnabled",
        "ContactsEnabled",
        "TasksEnabled",
        "JournalEnabled",
        "NotesEnabled",
        "RemindersAndNotificationsEnabled",
        "PremiumClientEnabled",
        "SpellCheckerEnabled",
        "SearchFoldersEnabled",
        "SignaturesEnabled",
        "ThemeSelectionEnabled",
        "JunkEmailEnabled",
        "UMIntegrationEnabled",
        "WSSAccessOnPublicComputersEnabled",
        "WSSAccessOnPrivateComputersEnabled",
        "ChangePasswordEnabled",
        "UNCAccessOnPublicComputersEnabled",
        "UNCAccessOnPrivateComputersEnabled",
        "ActiveSyncIntegrationEnabled",
        "AllAddressListsEnabled",
        "RulesEnabled",
        "PublicFoldersEnabled",
        "SMimeEnabled",
        "RecoverDeletedItemsEnabled",
        "InstantMessagingEnabled",
        "TextMessagingEnabled",
      ],
      { default: true },
    ),
    bool("ForceSaveAttachmentFilteringEnabled", { default: false }),
    bool("SilverlightEnabled", { default: true }),
    bool("PlacesEnabled", { default: false, since: "2013" }),
    bool("WeatherEnabled", { default: true, since: "2013" }),
    bool("LocalEventsEnabled", { default: false, since: "2016" }),
    bool("InterestingCalendarsEnabled", { default: true, since: "2016" }),
    ...each(
      bool,
      [
        "AllowCopyContactsToDeviceAddressBook",
        "AnonymousFeaturesEnabled",
        "IntegratedFeaturesEnabled",
        "DisplayPhotosEnabled",
        "SetPhotoEnabled",
      ],
      { default: true, since: "2013" },
    ),
    ...each(bool, ["PredictedActionsEnabled", "UserDiagnosticEnabled"], { default: false, since: "2013" }),
    bool("ReportJunkEmailEnabled", { default: true, since: "2013" }),
    choice("WebPartsFrameOptionsType", webPartsFrameOptions, { default: "SameOrigin", since: "2013" }),
    choice("AllowOfflineOn", allowOfflineOn, { default: "AllComputers", since: "2013" }),
    text("SetPhotoURL", { since: "2013" }),
    choice("InstantMessagingType", instantMessagingTypeOptions, { default: "None" }),
    uri("Exchange2003Url"),
    uri("FailbackUrl"),
    ...virtualDirectoryTail({
      basic: true,
      windows: false,
      forms: true,
      folders: usualFolders("owa"),
      externalMethods: ["Fba"],
      gzip: "High",
    }),
  ],
  columns: [{ property: "Name" }, { property: "Server" }, { property: "OwaVersion" }],
});

export const owaVirtualDirectoryVerbs = virtualDirectoryVerbs(owaVirtualDirectory, place, {
  accepted: { New: ["AppPoolId", "ApplicationRoot"] },
  afterSet: (task) => {
    warnOfUrl(changeEcpToo)(task);
    warnOfAuthentication(task);
  },
});
