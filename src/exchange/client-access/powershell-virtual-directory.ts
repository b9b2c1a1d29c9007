import { bool, fixed } from "../properties/property.js";
import { enumeration } from "../types/enumeration.js";
import { defineVirtualDirectory, type VirtualDirectoryPlace, virtualDirectoryVerbs } from "./virtual-directory.js";
import { configuration, serviceTail, usualFolders } from "./virtual-directory-rows.js";

const directoryType = enumeration(`${configuration}.PowerShellVirtualDirectoryType`, ["PowerShell", "Psws"]);

const typeName = `${configuration}.ADPowerShellVirtualDirectory`;
const place: VirtualDirectoryPlace = {
  name: "PowerShell",
  url: "powershell",
  // Remote sessions sign in with Kerberos, which needs no TLS.
  plainHttp: () => true,
  // As setup makes it (a log of 2019's setup): TLS between servers, who sign in by Windows.
  backEnd: { RequireSSL: true, WindowsAuthentication: true },
};

/** The end of remote sessions on a web site of a server. All from memory (facts/nouns.json). */
export const powerShellVirtualDirectory = defineVirtualDirectory({
  noun: "PowerShellVirtualDirectory",
  called: "PowerShell virtual directory",
  objectClass: "msExchPowerShellVirtualDirectory",
  objectCategory: "ms-Exch-Power-Shell-Virtual-Directory",
  place,
  types: [typeName],
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
      folders: { ...usualFolders("PowerShell"), backEnd: "ClientAccess\\PowerShell-Proxy" },
    }),
  ],
  columns: [{ property: "Name" }, { property: "Server" }],
});

export const powerShellVirtualDirectoryVerbs = virtualDirectoryVerbs(powerShellVirtualDirectory, place, {
  emulatedByNew: ["Server", "Role"],
});
