import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
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

const typeName = `${configuration}.ADAutodiscoverVirtualDirectory`;
const place: VirtualDirectoryPlace = { name: "Autodiscover", url: null };

/** Autodiscover on a web site of a server; it has no URL of its own. Order and defaults: a transcript of 2013; 2010 is derived. View from memory. */
export const autodiscoverVirtualDirectory = defineNoun({
  noun: "AutodiscoverVirtualDirectory",
  called: "Autodiscover virtual directory",
  class: virtualDirectoryClass(
    "AutodiscoverVirtualDirectory",
    "msExchAutoDiscoverVirtualDirectory",
    "ms-Exch-Auto-Discover-Virtual-Directory",
  ),
  identity: virtualDirectoryIdentity("AutodiscoverVirtualDirectory"),
  serverSetup: virtualDirectorySetup("AutodiscoverVirtualDirectory", place),
  typeNames: virtualDirectoryTypes(typeName),
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

export const autodiscoverVirtualDirectoryVerbs: NounVerbs = {
  Get: getVirtualDirectory(autodiscoverVirtualDirectory),
  New: newVirtualDirectory(autodiscoverVirtualDirectory, place, ["AppPoolId", "ApplicationRoot"]),
  Set: setVerb(autodiscoverVirtualDirectory),
  Remove: removeVerb(autodiscoverVirtualDirectory),
};
