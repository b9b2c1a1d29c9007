import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, fixed } from "../properties/property.js";
import { enumeration } from "../types/enumeration.js";
import {
  getVirtualDirectory,
  newVirtualDirectory,
  serverAndName,
  type VirtualDirectoryPlace,
  virtualDirectoryClass,
  virtualDirectoryIdentity,
  virtualDirectorySetup,
  virtualDirectoryTypes,
} from "./virtual-directory.js";
import { configuration, serviceTail, usualFolders } from "./virtual-directory-rows.js";

const directoryType = enumeration(`${configuration}.PowerShellVirtualDirectoryType`, ["PowerShell", "Psws"]);

const typeName = `${configuration}.ADPowerShellVirtualDirectory`;
const place: VirtualDirectoryPlace = {
  name: "PowerShell",
  url: "powershell",
  // Remote sessions sign in with Kerberos, which needs no TLS.
  plainHttp: () => true,
};

/** The end of remote sessions on a web site of a server. All from memory (facts/nouns.json). */
export const powerShellVirtualDirectory = defineNoun({
  noun: "PowerShellVirtualDirectory",
  called: "PowerShell virtual directory",
  class: virtualDirectoryClass(
    "PowerShellVirtualDirectory",
    "msExchPowerShellVirtualDirectory",
    "ms-Exch-Power-Shell-Virtual-Directory",
  ),
  identity: virtualDirectoryIdentity("PowerShellVirtualDirectory"),
  serverSetup: virtualDirectorySetup("PowerShellVirtualDirectory", place),
  typeNames: virtualDirectoryTypes(typeName),
  certainty: "memory",
  properties: () => [
    bool("RequireSSL", { default: false }),
    bool("CertificateAuthentication", { default: true }),
    fixed("VirtualDirectoryType", directoryType.fullName, () => directoryType("PowerShell")),
    ...serviceTail({
      basic: false,
      windows: false,
      wsSecurity: false,
      oAuth: false,
      negotiate: false,
      folders: usualFolders("PowerShell"),
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

export const powerShellVirtualDirectoryVerbs: NounVerbs = {
  Get: getVirtualDirectory(powerShellVirtualDirectory),
  New: newVirtualDirectory(powerShellVirtualDirectory, place, [], ["Server"]),
  Set: setVerb(powerShellVirtualDirectory),
  Remove: removeVerb(powerShellVirtualDirectory),
};
