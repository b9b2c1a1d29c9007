import { bool } from "../properties/property.js";
import { changeOwaToo, warnOfUrl } from "./change-warnings.js";
import {
  defineVirtualDirectory,
  signsInByWindows,
  type VirtualDirectoryPlace,
  virtualDirectoryVerbs,
} from "./virtual-directory.js";
import { configuration, usualFolders, virtualDirectoryTail } from "./virtual-directory-rows.js";

const typeName = `${configuration}.ADEcpVirtualDirectory`;
const place: VirtualDirectoryPlace = { name: "ecp", backEnd: signsInByWindows };

/** The Exchange Control Panel on a web site of a server. Order and defaults: a dump of 2019; 2010 is derived. View from memory. */
export const ecpVirtualDirectory = defineVirtualDirectory({
  noun: "EcpVirtualDirectory",
  called: "Exchange Control Panel virtual directory",
  objectClass: "msExchECPVirtualDirectory",
  objectCategory: "ms-Exch-ECP-Virtual-Directory",
  place,
  types: [typeName, `${configuration}.ExchangeWebAppVirtualDirectory`],
  certainty: "derived",
  properties: () => [
    bool("AdminEnabled", { default: true, since: "2013" }),
    bool("OwaOptionsEnabled", { default: true, since: "2013" }),
    ...virtualDirectoryTail({
      basic: true,
      windows: false,
      forms: true,
      folders: usualFolders("ecp"),
      externalMethods: ["Fba"],
      gzip: "Low",
    }),
  ],
  columns: [{ property: "Name" }, { property: "Server" }],
});

export const ecpVirtualDirectoryVerbs = virtualDirectoryVerbs(ecpVirtualDirectory, place, {
  accepted: { New: ["AppPoolId"] },
  afterSet: warnOfUrl(changeOwaToo),
});
