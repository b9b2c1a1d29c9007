import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool } from "../properties/property.js";
import { changeOwaToo, warnOfUrl } from "./url-warnings.js";
import {
  getVirtualDirectory,
  newVirtualDirectory,
  serverAndName,
  virtualDirectoryClass,
  virtualDirectoryIdentity,
  virtualDirectorySetup,
  virtualDirectoryTypes,
} from "./virtual-directory.js";
import { configuration, usualFolders, virtualDirectoryTail } from "./virtual-directory-rows.js";

const typeName = `${configuration}.ADEcpVirtualDirectory`;
const place = { name: "ecp" } as const;

/** The Exchange Control Panel on a web site of a server. Order and defaults: a dump of 2019; 2010 is derived. View from memory. */
export const ecpVirtualDirectory = defineNoun({
  noun: "EcpVirtualDirectory",
  called: "Exchange Control Panel virtual directory",
  class: virtualDirectoryClass("EcpVirtualDirectory", "msExchECPVirtualDirectory", "ms-Exch-ECP-Virtual-Directory"),
  identity: virtualDirectoryIdentity("EcpVirtualDirectory"),
  serverSetup: virtualDirectorySetup("EcpVirtualDirectory", place),
  typeNames: virtualDirectoryTypes(typeName, `${configuration}.ExchangeWebAppVirtualDirectory`),
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
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Server" }],
    },
  ],
  displayIdentity: serverAndName,
});

export const ecpVirtualDirectoryVerbs: NounVerbs = {
  Get: getVirtualDirectory(ecpVirtualDirectory),
  New: newVirtualDirectory(ecpVirtualDirectory, place, ["AppPoolId"]),
  Set: setVerb(ecpVirtualDirectory, { after: warnOfUrl(changeOwaToo) }),
  Remove: removeVerb(ecpVirtualDirectory),
};
