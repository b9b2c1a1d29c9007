import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, count, property, uri } from "../properties/property.js";
import { boolKind, nullable } from "../properties/scalar-kinds.js";
import { isSince2013 } from "../servers/resolve-server.js";
import {
  getVirtualDirectory,
  internalUrl,
  newVirtualDirectory,
  serverAndName,
  type VirtualDirectoryPlace,
  virtualDirectoryClass,
  virtualDirectoryIdentity,
  virtualDirectorySetup,
  virtualDirectoryTypes,
} from "./virtual-directory.js";
import { configuration, gzipLevel, serviceTail } from "./virtual-directory-rows.js";

const servicePath = "EWS/Exchange.asmx";
const typeName = `${configuration}.ADWebServicesVirtualDirectory`;
const place: VirtualDirectoryPlace = {
  name: "EWS",
  url: servicePath,
  // Since 2013 setup leaves the address past the load balancer empty, and compresses less (a dump of 2016).
  properties: (server) =>
    isSince2013(server) ? { GzipLevel: "Low" } : { InternalNLBBypassUrl: internalUrl(server, servicePath) },
};

/** Exchange Web Services on a web site of a server. Order and defaults: a dump of 2016; 2010 is derived. View from memory. */
export const webServicesVirtualDirectory = defineNoun({
  noun: "WebServicesVirtualDirectory",
  called: "Exchange Web Services virtual directory",
  class: virtualDirectoryClass(
    "WebServicesVirtualDirectory",
    "msExchWebServicesVirtualDirectory",
    "ms-Exch-Web-Services-Virtual-Directory",
  ),
  identity: virtualDirectoryIdentity("WebServicesVirtualDirectory"),
  serverSetup: virtualDirectorySetup("WebServicesVirtualDirectory", place),
  typeNames: virtualDirectoryTypes(typeName),
  certainty: "derived",
  properties: () => [
    property("CertificateAuthentication", nullable(boolKind)),
    uri("InternalNLBBypassUrl"),
    choice("GzipLevel", gzipLevel, { default: "High" }),
    bool("MRSProxyEnabled", { default: false }),
    count("MRSProxyMaxConnections", { default: 100, until: "2010" }),
    ...serviceTail({
      basic: false,
      windows: true,
      wsSecurity: true,
      oAuth: true,
      negotiate: null,
      folders: { before: "ClientAccess\\exchweb\\EWS", since2013: "FrontEnd\\HttpProxy\\EWS" },
    }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name", width: 39 }, { property: "Server", width: 39 }, { property: "InternalUrl" }],
    },
  ],
  displayIdentity: serverAndName,
});

export const webServicesVirtualDirectoryVerbs: NounVerbs = {
  Get: getVirtualDirectory(webServicesVirtualDirectory),
  New: newVirtualDirectory(webServicesVirtualDirectory, place, [
    "AppPoolId",
    "AppPoolIdForManagement",
    "ApplicationRoot",
    "Force",
  ]),
  // -Force leaves out a question about host names that DNS does not know; here DNS is not asked.
  Set: setVerb(webServicesVirtualDirectory, { accepted: ["Force"] }),
  Remove: removeVerb(webServicesVirtualDirectory, { accepted: ["Force"] }),
};
