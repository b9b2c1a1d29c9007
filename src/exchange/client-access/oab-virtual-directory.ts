import { eachObject, isList, isReference } from "../../topology/index.js";
import { multiValued, stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { bool, computed, int, uri } from "../properties/property.js";
import { isSince2013 } from "../servers/roles.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { defineVirtualDirectory, type VirtualDirectoryPlace, virtualDirectoryVerbs } from "./virtual-directory.js";
import {
  authenticationMethod,
  configuration,
  directoryTail,
  extendedProtection,
  metabasePath,
  nameRow,
  path,
  serverRows,
  usualFolders,
} from "./virtual-directory-rows.js";

/** Unlike elsewhere, Windows shows as one method here (facts/nouns.json). */
function methods(source: Source) {
  const names = [
    ...(stored(source, "BasicAuthentication") === true ? ["Basic"] : []),
    ...(stored(source, "WindowsAuthentication") === true ? ["WindowsIntegrated"] : []),
    ...(source.release !== "2010" && stored(source, "OAuthAuthentication") === true ? ["OAuth"] : []),
  ];
  return multiValuedProperty(names.map(authenticationMethod), authenticationMethod.fullName);
}
/** The address books that are fetched here: they name the virtual directory, not it them. */
function addressBooks({ topology, object }: Source) {
  const books = [...eachObject(topology, "OfflineAddressBook")].filter(({ properties }) => {
    const { VirtualDirectories: places } = properties;
    return (
      places !== undefined && isList(places) && places.some((place) => isReference(place) && place.guid === object.guid)
    );
  });
  return multiValued(books.map((book) => new ADObjectId(topology, book, "name")));
}

const methodsType = `Microsoft.Exchange.Data.MultiValuedProperty[${authenticationMethod.fullName}]`;

const typeName = `${configuration}.ADOabVirtualDirectory`;
const place: VirtualDirectoryPlace = {
  name: "OAB",
  plainHttp: (server) => !isSince2013(server),
  properties: (server) => (isSince2013(server) ? { RequireSSL: true } : {}),
  backEnd: {},
};

/** The place from which offline address books are fetched, on a web site of a server. From memory (facts/nouns.json). */
export const oabVirtualDirectory = defineVirtualDirectory({
  noun: "OabVirtualDirectory",
  called: "offline address book virtual directory",
  objectClass: "msExchOABVirtualDirectory",
  objectCategory: "ms-Exch-OAB-Virtual-Directory",
  place,
  types: [typeName],
  certainty: "memory",
  properties: () => [
    nameRow,
    int("PollInterval", { default: 480 }),
    computed(
      "OfflineAddressBooks",
      "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]",
      addressBooks,
    ),
    bool("RequireSSL", { default: false }),
    bool("BasicAuthentication", { default: false }),
    bool("WindowsAuthentication", { default: true }),
    bool("OAuthAuthentication", { default: false, since: "2013" }),
    metabasePath,
    path(usualFolders("OAB")),
    ...extendedProtection,
    ...serverRows,
    uri("InternalUrl"),
    computed("InternalAuthenticationMethods", methodsType, methods),
    uri("ExternalUrl"),
    computed("ExternalAuthenticationMethods", methodsType, methods),
    ...directoryTail(false),
  ],
  columns: [
    { property: "Server" },
    { property: "Name" },
    { label: "Internal Url", property: "InternalUrl" },
    { label: "External Url", property: "ExternalUrl" },
  ],
});

export const oabVirtualDirectoryVerbs = virtualDirectoryVerbs(oabVirtualDirectory, place, {
  accepted: { New: ["Recovery"], Remove: ["Force"] },
});
