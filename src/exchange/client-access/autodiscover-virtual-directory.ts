import { defineVirtualDirectory, type VirtualDirectoryPlace, virtualDirectoryVerbs } from "./virtual-directory.js";
import { configuration, serviceTail, usualFolders } from "./virtual-directory-rows.js";

const typeName = `${configuration}.ADAutodiscoverVirtualDirectory`;
const place: VirtualDirectoryPlace = { name: "Autodiscover", url: null, backEnd: {} };

/** Autodiscover on a web site of a server; it has no URL of its own. Order and defaults: a transcript of 2013; 2010 is derived. View from memory. */
export const autodiscoverVirtualDirectory = defineVirtualDirectory({
  noun: "AutodiscoverVirtualDirectory",
  called: "Autodiscover virtual directory",
  objectClass: "msExchAutoDiscoverVirtualDirectory",
  objectCategory: "ms-Exch-Auto-Discover-Virtual-Directory",
  place,
  types: [typeName],
  certainty: "derived",
  properties: () => [
    ...serviceTail({
      basic: true,
      windows: true,
      wsSecurity: true,
      oAuth: true,
      negotiate: false,
      folders: usualFolders("Autodiscover"),
    }),
  ],
  columns: [{ property: "Name", width: 39 }, { property: "Server", width: 39 }, { property: "InternalUrl" }],
});

export const autodiscoverVirtualDirectoryVerbs = virtualDirectoryVerbs(autodiscoverVirtualDirectory, place, {
  accepted: { New: ["AppPoolId", "ApplicationRoot"] },
});
