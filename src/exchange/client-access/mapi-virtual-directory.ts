import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { uri } from "../properties/property.js";
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
import {
  configuration,
  directoryTail,
  extendedProtection,
  metabasePath,
  path,
  serverRows,
  storedMethods,
  usualFolders,
} from "./virtual-directory-rows.js";

const methods = ["Ntlm", "OAuth", "Negotiate"];
const shownMethods = (name: string) =>
  storedMethods(name, methods, { attribute: "IISAuthenticationMethods", parameter: null });

const typeName = `${configuration}.ADMapiVirtualDirectory`;
const place: VirtualDirectoryPlace = { name: "mapi", since2013: true };

/** MAPI over HTTP on a web site of a server, since 2013 SP1. All from memory. */
export const mapiVirtualDirectory = defineNoun({
  noun: "MapiVirtualDirectory",
  called: "MAPI virtual directory",
  class: virtualDirectoryClass("MapiVirtualDirectory", "msExchMapiVirtualDirectory", "ms-Exch-Mapi-Virtual-Directory"),
  identity: virtualDirectoryIdentity("MapiVirtualDirectory"),
  serverSetup: virtualDirectorySetup("MapiVirtualDirectory", place),
  typeNames: virtualDirectoryTypes(typeName),
  certainty: "memory",
  properties: () => [
    storedMethods("IISAuthenticationMethods", methods),
    metabasePath,
    path(usualFolders("mapi")),
    ...extendedProtection,
    ...serverRows,
    uri("InternalUrl"),
    shownMethods("InternalAuthenticationMethods"),
    uri("ExternalUrl"),
    shownMethods("ExternalAuthenticationMethods"),
    ...directoryTail(true),
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

export const mapiVirtualDirectoryVerbs: NounVerbs = {
  Get: getVirtualDirectory(mapiVirtualDirectory),
  New: newVirtualDirectory(mapiVirtualDirectory, place),
  // What -ApplyDefaults puts right belongs to the web server.
  Set: setVerb(mapiVirtualDirectory, { accepted: ["ApplyDefaults"] }),
  Remove: removeVerb(mapiVirtualDirectory),
};
