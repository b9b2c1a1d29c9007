import {
  type DirectoryObject,
  findByIndex,
  isReference,
  listObjects,
  reference,
  type Topology,
} from "../../topology/index.js";
import { configurationTail, nameIdentity, objectVersions } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs, type Verb } from "../noun/noun.js";
import { link, multiValued, plain, stored } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import { rename, setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { hasRole } from "../servers/roles.js";
import { ADObjectId } from "../types/ad-object-id.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ClientAccessArray";
const taskClass = (verb: Verb) => `SystemConfigurationTasks.${verb}ClientAccessArray`;

/** The Client Access servers of a site, in the order in which the organization lists its servers. */
export function clientAccessServersOf(topology: Topology, siteGuid: string): DirectoryObject[] {
  return findByIndex(topology, "ExchangeServer", "site", siteGuid).filter((server) => hasRole(server, "ClientAccess"));
}

const siteOf = (source: Source): DirectoryObject | null => {
  const value = link("Site", "canonical")(source);
  return value instanceof ADObjectId ? value.object : null;
};

/**
 * A Client Access array: one FQDN for one site. Members are computed: every Client Access server of the site. Order of
 * the list: a transcript of 2010 RTM up to WhenCreated; ExchangeLegacyDN and what follows from memory (facts/nouns.json).
 */
export const clientAccessArray = defineNoun({
  noun: "ClientAccessArray",
  identity: { classes: ["ClientAccessArray"], wildcards: true },
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Directory.ADLegacyVersionableObject",
    "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADConfigurationObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  certainty: "captured",
  properties: () => [
    { name: "ExchangeLegacyDN", type: "string", read: plain("ExchangeLegacyDN"), certainty: "memory" },
    { name: "Fqdn", type: "string", read: plain("Fqdn") },
    { name: "Site", type: "Microsoft.Exchange.Data.Directory.ADObjectId", read: link("Site", "canonical") },
    { name: "SiteName", type: "string", read: (source) => siteOf(source)?.name ?? "" },
    {
      name: "Members",
      type: "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]",
      read: members,
    },
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // Widths from the article's transcript; the site is shown by its name alone.
      columns: [
        { property: "Name", width: 19 },
        { label: "Site", property: "SiteName", width: 20 },
        { property: "Fqdn", width: 30 },
        { property: "Members" },
      ],
    },
  ],
  displayIdentity: nameIdentity,
});

function members(source: Source) {
  const site = siteOf(source);
  const servers = site === null ? [] : clientAccessServersOf(source.topology, site.guid);
  return multiValued(servers.map((server) => new ADObjectId(source.topology, server, "name")));
}

/** What is particular to arrays; the rules are those of SCENARIOS, the wordings ours unless they say otherwise. */
const messages = {
  siteHasArray: message({
    text: (site: string, array: string) =>
      `The Active Directory site "${site}" already has the Client Access array "${array}". There can be only one array in a site.`,
    exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.ClientAccessArrayAlreadyExistsException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  fqdnTaken: message({
    text: (fqdn: string, array: string) => `The FQDN "${fqdn}" is already used by the Client Access array "${array}".`,
    exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.ClientAccessArrayAlreadyExistsException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

const unknownSentence = { certainty: "unknown", evidence: "our wording: no capture of the question is known" } as const;
const sentences = {
  create: sentence({ text: (name: string) => `Creating Client Access array "${name}".`, ...unknownSentence }),
  set: sentence({ text: (name: string) => `Setting Client Access array "${name}".`, ...unknownSentence }),
  remove: sentence({ text: (name: string) => `Removing Client Access array "${name}".`, ...unknownSentence }),
} as const;

const siteQuery = { classes: ["ADSite"] } as const;

function resolveSite(task: Task): DirectoryObject {
  return task.resolve("Site", siteQuery, (identity) => task.parameterNotFound(identity));
}

/** Refuses a second array in a site, and an FQDN that another array has. */
function checkFree(
  task: Task,
  wanted: { readonly site?: DirectoryObject; readonly fqdn?: string },
  self?: DirectoryObject,
): void {
  for (const array of listObjects(task.topology, "ClientAccessArray")) {
    if (array.guid === self?.guid) continue;
    const source = task.source(array);
    const site = stored(source, "Site");
    const fqdn = stored(source, "Fqdn");
    if (wanted.site !== undefined && isReference(site) && site.guid === wanted.site.guid) {
      throw task.failure(messages.siteHasArray, [wanted.site.name, array.name]);
    }
    if (wanted.fqdn !== undefined && typeof fqdn === "string" && fqdn.toLowerCase() === wanted.fqdn.toLowerCase()) {
      throw task.failure(messages.fqdnTaken, [wanted.fqdn, array.name]);
    }
  }
}

const firstLabel = (fqdn: string): string => fqdn.split(".", 1)[0] ?? fqdn;

export const clientAccessArrayVerbs: NounVerbs = {
  Get: getVerb(clientAccessArray, {
    taskClass: taskClass("Get"),
    // Later releases know the cmdlet, but no arrays.
    arrange: (task, arrays) => (task.info.release === "2010" ? arrays : []),
    filters: {
      Site: (task) => ({ from: findByIndex(task.topology, "ClientAccessArray", "site", resolveSite(task).guid) }),
    },
  }),
  New: newVerb(clientAccessArray, {
    taskClass: taskClass("New"),
    emulated: ["Name", "Fqdn", "Site"],
    make: (task) => {
      const fqdn = task.text("Fqdn") ?? "";
      const site = resolveSite(task);
      checkFree(task, { site, fqdn });
      const name = task.text("Name") ?? firstLabel(fqdn);
      return {
        class: "ClientAccessArray",
        name,
        properties: { Fqdn: fqdn, Site: reference(site.guid), ExchangeLegacyDN: legacyName(task.topology, fqdn) },
      };
    },
    sentence: sentences.create,
  }),
  Set: setVerb(clientAccessArray, {
    taskClass: taskClass("Set"),
    setters: {
      Name: rename,
      Fqdn: (task, _value, object) => {
        const fqdn = task.text("Fqdn") ?? "";
        checkFree(task, { fqdn }, object);
        return { properties: { Fqdn: fqdn } };
      },
      Site: (task, _value, object) => {
        const site = resolveSite(task);
        checkFree(task, { site }, object);
        return { properties: { Site: reference(site.guid) } };
      },
    },
    sentence: sentences.set,
  }),
  Remove: removeVerb(clientAccessArray, {
    taskClass: taskClass("Remove"),
    sentence: sentences.remove,
  }),
};

/** `/o=Organization/ou=…/cn=Configuration/cn=Servers/cn=fqdn`, as servers have it. */
function legacyName(topology: Topology, fqdn: string): string {
  const [organization] = listObjects(topology, "ExchangeOrganization");
  return `/o=${organization?.name ?? ""}/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=${fqdn}`;
}
