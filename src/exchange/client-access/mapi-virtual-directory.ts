import { uri } from "../properties/property.js";
import { defineVirtualDirectory, type VirtualDirectoryPlace, virtualDirectoryVerbs } from "./virtual-directory.js";
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
export const mapiVirtualDirectory = defineVirtualDirectory({
  noun: "MapiVirtualDirectory",
  called: "MAPI virtual directory",
  objectClass: "msExchMapiVirtualDirectory",
  objectCategory: "ms-Exch-Mapi-Virtual-Directory",
  place,
  types: [typeName],
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
  columns: [{ property: "Name" }, { property: "Server" }],
});

export const mapiVirtualDirectoryVerbs = virtualDirectoryVerbs(mapiVirtualDirectory, place, {
  // What -ApplyDefaults puts right belongs to the web server.
  accepted: { Set: ["ApplyDefaults"] },
});
