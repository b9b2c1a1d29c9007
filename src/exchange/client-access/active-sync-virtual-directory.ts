import { webSiteOf } from "../../topology/index.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { bool, choice, computed, text, texts, uri } from "../properties/property.js";
import { enumeration } from "../types/enumeration.js";
import { defineVirtualDirectory, type VirtualDirectoryPlace, virtualDirectoryVerbs } from "./virtual-directory.js";
import {
  configuration,
  directoryTail,
  extendedProtection,
  metabasePath,
  path,
  remoteDocumentsActions,
  serverRows,
  shortName,
  storedMethods,
} from "./virtual-directory-rows.js";

const clientCertificates = enumeration(`${configuration}.ClientCertAuthTypes`, ["Ignore", "Accepted", "Required"]);
const mobileClientFlags = enumeration(
  `${configuration}.MobileClientFlagsType`,
  ["None", "BadItemReportingEnabled", "SendWatsonReport"],
  { isFlags: true },
);

/** The flags as one value, of the two switches below it. */
function clientFlags(source: Source) {
  const on = ["BadItemReportingEnabled", "SendWatsonReport"].filter((name) => stored(source, name) === true);
  return mobileClientFlags(on.join(",") || "None");
}

const typeName = `${configuration}.ADMobileVirtualDirectory`;
const place: VirtualDirectoryPlace = {
  name: "Microsoft-Server-ActiveSync",
  backEnd: {},
};

/** Exchange ActiveSync on a web site of a server. From memory; names checked against the documented parameters (facts/nouns.json). */
export const activeSyncVirtualDirectory = defineVirtualDirectory({
  noun: "ActiveSyncVirtualDirectory",
  called: "Exchange ActiveSync virtual directory",
  objectClass: "msExchMobileVirtualDirectory",
  objectCategory: "ms-Exch-Mobile-Virtual-Directory",
  place,
  types: [typeName],
  certainty: "memory",
  properties: () => [
    computed("MobileClientFlags", mobileClientFlags.fullName, clientFlags),
    bool("MobileClientCertificateProvisioningEnabled", { default: false }),
    bool("BadItemReportingEnabled", { default: true }),
    bool("SendWatsonReport", { default: true }),
    text("MobileClientCertificateAuthorityURL"),
    text("MobileClientCertTemplateName"),
    // The same address under its older name.
    text("ActiveSyncServer", { attribute: "ExternalUrl" }),
    choice("RemoteDocumentsActionForUnknownServers", remoteDocumentsActions, { default: "Allow" }),
    texts("RemoteDocumentsAllowedServers"),
    texts("RemoteDocumentsBlockedServers"),
    texts("RemoteDocumentsInternalDomainSuffixList"),
    metabasePath,
    bool("BasicAuthEnabled", { default: true }),
    bool("WindowsAuthEnabled", { default: false }),
    bool("CompressionEnabled", { default: false }),
    choice("ClientCertAuth", clientCertificates, { default: "Ignore" }),
    computed("WebsiteName", "string", ({ object }) => webSiteOf(object.name)),
    computed("WebSiteSSLEnabled", "bool", () => true),
    computed("VirtualDirectoryName", "string", ({ object }) => shortName(object.name)),
    path({ before: "ClientAccess\\sync", since2013: "FrontEnd\\HttpProxy\\sync" }),
    ...extendedProtection,
    ...serverRows,
    uri("InternalUrl"),
    storedMethods("InternalAuthenticationMethods"),
    uri("ExternalUrl"),
    storedMethods("ExternalAuthenticationMethods"),
    ...directoryTail(true),
  ],
  columns: [{ property: "Name", width: 39 }, { property: "Server", width: 39 }, { property: "InternalUrl" }],
});

export const activeSyncVirtualDirectoryVerbs = virtualDirectoryVerbs(activeSyncVirtualDirectory, place, {
  // The filter is the web server's; nothing of it is shown.
  accepted: { New: ["AppPoolId", "ApplicationRoot", "InstallProxySubDirectory"], Set: ["InstallIsapiFilter"] },
});
