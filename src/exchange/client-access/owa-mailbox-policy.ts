import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool } from "../properties/property.js";
import { keepOneDefault } from "./default-policy.js";
import { owaVirtualDirectory } from "./owa-virtual-directory.js";
import { configuration } from "./virtual-directory-rows.js";

const className = "OwaMailboxPolicy";
const typeName = `${configuration}.OwaMailboxPolicy`;

/** What a virtual directory has and a policy has not: its place, how users sign in, documents of other servers. */
const notOfPolicies: ReadonlySet<string> = new Set([
  "RemoteDocumentsActionForUnknownServers",
  "RemoteDocumentsAllowedServers",
  "RemoteDocumentsBlockedServers",
  "RemoteDocumentsInternalDomainSuffixList",
  "FolderPathname",
  "Url",
  "LogonFormat",
  "ClientAuthCleanupLevel",
  "LogonPagePublicPrivateSelectionEnabled",
  "LogonPageLightSelectionEnabled",
  "IsPublic",
  "ExternalDownloadHostName",
  "InternalDownloadHostName",
  "FilterWebBeaconsAndHtmlForms",
  "NotificationInterval",
  "UserContextTimeout",
  "ExchwebProxyDestination",
  "VirtualDirectoryType",
  "InstantMessagingCertificateThumbprint",
  "InstantMessagingServerName",
  "RedirectToOptimalOWAServer",
  "Exchange2003Url",
  "FailbackUrl",
  "BasicAuthentication",
  "WindowsAuthentication",
  "DigestAuthentication",
  "FormsAuthentication",
  "LiveIdAuthentication",
  "AdfsAuthentication",
  "OAuthAuthentication",
  "DefaultDomain",
  "GzipLevel",
  "Path",
  "ExtendedProtectionTokenChecking",
  "ExtendedProtectionFlags",
  "ExtendedProtectionSPNList",
  "InternalUrl",
  "ExternalUrl",
  "ExternalAuthenticationMethods",
]);

const features = (): readonly ExchangeProperty[] =>
  owaVirtualDirectory.properties.filter(
    ({ name, column }) => column !== undefined && column.parameter !== null && !notOfPolicies.has(name),
  );

/**
 * What users of Outlook Web App may do: the features of the virtual directory, with the same names and defaults. Order
 * from memory. There is no view: Get shows the list.
 */
export const owaMailboxPolicy = defineNoun({
  noun: "OwaMailboxPolicy",
  called: "Outlook Web App mailbox policy",
  class: {
    name: className,
    objectClass: ["top", "msExchRecipientTemplate", "msExchOWAMailboxPolicy"],
    objectCategory: "ms-Exch-OWA-Mailbox-Policy",
    container: { below: "organization", path: ["CN=OWA Mailbox Policies"] },
  },
  setup: () => [{ class: className, name: "Default", properties: { IsDefault: true } }],
  typeNames: configurationTypes(typeName),
  properties: () => [
    ...features(),
    bool("PhoneticSupportEnabled", { default: false }),
    bool("OWAMiniEnabled", { default: true, until: "2010" }),
    bool("GroupCreationEnabled", { default: true, since: "2013" }),
    bool("WacExternalServicesEnabled", { default: true, since: "2013" }),
    bool("WacOMEXEnabled", { default: false, since: "2013" }),
    bool("SkipCreateUnifiedGroupCustomSharepointClassification", { default: true, since: "2013" }),
    bool("OnSendAddinsEnabled", { default: false, since: "2016" }),
    bool("SatisfactionEnabled", { default: true, since: "2016" }),
    bool("UserVoiceEnabled", { default: true, since: "2016" }),
    bool("IsDefault", { default: false, since: "2013" }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [],
});

export const owaMailboxPolicyVerbs: NounVerbs = {
  Get: getVerb(owaMailboxPolicy),
  New: newVerb(owaMailboxPolicy, { after: keepOneDefault }),
  Set: setVerb(owaMailboxPolicy, { after: keepOneDefault }),
  Remove: removeVerb(owaMailboxPolicy, { accepted: ["Force"] }),
};
