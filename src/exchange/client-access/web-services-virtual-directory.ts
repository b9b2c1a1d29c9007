import { bool, choice, count, property, uri } from "../properties/property.js";
import { boolKind, nullable } from "../properties/scalar-kinds.js";
import { isSince2013 } from "../servers/roles.js";
import { warnOfLowCompression } from "./change-warnings.js";
import {
  defineVirtualDirectory,
  internalUrl,
  type VirtualDirectoryPlace,
  virtualDirectoryVerbs,
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
  backEnd: {},
};

/** Exchange Web Services on a web site of a server. Order and defaults: a dump of 2016; 2010 is derived. View from memory. */
export const webServicesVirtualDirectory = defineVirtualDirectory({
  noun: "WebServicesVirtualDirectory",
  called: "Exchange Web Services virtual directory",
  objectClass: "msExchWebServicesVirtualDirectory",
  objectCategory: "ms-Exch-Web-Services-Virtual-Directory",
  place,
  types: [typeName],
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
  columns: [{ property: "Name", width: 39 }, { property: "Server", width: 39 }, { property: "InternalUrl" }],
});

export const webServicesVirtualDirectoryVerbs = virtualDirectoryVerbs(webServicesVirtualDirectory, place, {
  // -Force leaves out a question about host names that DNS does not know; here DNS is not asked.
  accepted: {
    New: ["AppPoolId", "AppPoolIdForManagement", "ApplicationRoot", "Force"],
    Set: ["Force"],
    Remove: ["Force"],
  },
  afterSet: warnOfLowCompression,
});
