import {
  childrenOf,
  type DirectoryObject,
  getObject,
  hasChildren,
  type IdentityQuery,
  type NewObject,
  type ObjectChange,
} from "../../../topology/index.js";
import { changeVerb } from "../../noun/change-verb.js";
import { configurationTail, configurationTypes, nameProperty, objectVersions } from "../../noun/common-properties.js";
import { message } from "../../noun/exchange-errors.js";
import type { ExchangeProperty } from "../../noun/exchange-object.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type Noun, type NounVerbs, type VerbBehaviour } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { type Setter, setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { joinedText } from "../../opath/filter-text.js";
import { IdParameter } from "../../parameters/id-parameter.js";
import { bool, computed, text } from "../../properties/property.js";
import { rootedName } from "../../types/ad-object-id.js";
import {
  appliedFilterRows,
  filterFrom,
  filterParameters,
  filterTypeRow,
  ldapFilterRow,
  precannedRows,
  recipientContainerRow,
  recipientFilterRow,
} from "../filters/stored-filter.js";
import { textOf } from "../recipient-types.js";

/** Address lists and global address lists: filters over recipients that people look into. */

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

const filterRows = (): readonly ExchangeProperty[] => [
  recipientFilterRow,
  ldapFilterRow,
  ...appliedFilterRows,
  ...precannedRows,
  recipientContainerRow,
  filterTypeRow,
];

/**
 * An address list that setup makes: it is applied to those who have an alias and are of some kind (from memory).
 * @param kind as a filter is kept: every session writes it, and few ever read it
 */
function madeBySetup(className: string, name: string, kind: string, further = {}): NewObject {
  const filter = joinedText("and", ["Alias -ne $null", kind]);
  const properties = { DisplayName: name, RecipientFilter: filter, LastUpdatedRecipientFilter: filter, ...further };
  return { class: className, name, properties };
}
const setupLists: readonly (readonly [name: string, kind: string])[] = [
  ["All Contacts", "((ObjectCategory -like 'person') -and (ObjectClass -eq 'contact'))"],
  ["All Groups", "ObjectCategory -like 'group'"],
  [
    "All Rooms",
    "((RecipientDisplayType -eq 'ConferenceRoomMailbox') -or (RecipientDisplayType -eq 'SyncedConferenceRoomMailbox'))",
  ],
  [
    "All Users",
    "((((ObjectCategory -like 'person') -and (ObjectClass -eq 'user') -and (-not(Database -ne $null)) -and (-not(ServerLegacyDN -ne $null)))) -or (((ObjectCategory -like 'person') -and (ObjectClass -eq 'user') -and (((Database -ne $null) -or (ServerLegacyDN -ne $null))))))",
  ],
  ["Public Folders", "ObjectCategory -like 'publicFolder'"],
];
const everybody = `(${[
  "user",
  "contact",
  "msExchSystemMailbox",
  "msExchDynamicDistributionList",
  "group",
  "publicFolder",
]
  .map((name) => `(ObjectClass -eq '${name}')`)
  .join(" -or ")})`;

const listIdentity: IdentityQuery = { classes: ["AddressList"], wildcards: true, rooted: true };
const globalIdentity: IdentityQuery = { classes: ["GlobalAddressList"], wildcards: true, rooted: true };

const views = (typeName: string): Noun["views"] => [
  {
    kind: "table",
    name: typeName,
    typeNames: [typeName],
    columns: [{ property: "Name" }, { property: "DisplayName" }, { property: "RecipientFilter" }],
  },
];

const above = ({ topology, object }: Parameters<ExchangeProperty["read"]>[0]): string => {
  const parent = object.parent === null ? null : getObject(topology, object.parent);
  return parent?.class === object.class ? rootedName(topology, parent) : "\\";
};

const listType = `${configuration}.AddressList`;

/** Order of the list and view from memory. */
export const addressList = defineNoun({
  noun: "AddressList",
  called: "address list",
  class: {
    name: "AddressList",
    objectClass: ["top", "addressBookContainer"],
    objectCategory: "Address-Book-Container",
    container: { below: "organization", path: ["CN=Address Lists Container", "CN=All Address Lists"] },
  },
  setup: () => setupLists.map(([name, filter]) => madeBySetup("AddressList", name, filter)),
  identity: listIdentity,
  typeNames: configurationTypes(listType, `${configuration}.AddressBookBase`),
  properties: () => [
    computed("Container", "string", above),
    computed("Path", "string", ({ topology, object }) => rootedName(topology, object)),
    text("DisplayName"),
    nameProperty,
    ...filterRows(),
    ...configurationTail(objectVersions.exchange2007, { name: false, identity: "rooted" }),
  ],
  views: views(listType),
  displayIdentity: ({ topology, object }) => rootedName(topology, object),
});

const globalType = `${configuration}.GlobalAddressList`;

/** Order of the list and view from memory. */
export const globalAddressList = defineNoun({
  noun: "GlobalAddressList",
  called: "global address list",
  class: {
    name: "GlobalAddressList",
    objectClass: ["top", "addressBookContainer"],
    objectCategory: "Address-Book-Container",
    container: { below: "organization", path: ["CN=Address Lists Container", "CN=All Global Address Lists"] },
  },
  setup: () => [
    madeBySetup("GlobalAddressList", "Default Global Address List", everybody, { IsDefaultGlobalAddressList: true }),
  ],
  identity: globalIdentity,
  typeNames: configurationTypes(globalType, `${configuration}.AddressBookBase`),
  properties: () => [
    text("DisplayName", { parameter: null }),
    nameProperty,
    ...filterRows(),
    bool("IsDefaultGlobalAddressList", { default: false, parameter: null }),
    ...configurationTail(objectVersions.exchange2007, { name: false, identity: "rooted" }),
  ],
  views: views(globalType),
  displayIdentity: ({ topology, object }) => rootedName(topology, object),
});

const messages = {
  hasLists: message({
    text: (name: string) => `The address list "${name}" has lists below it. Remove them first, or use -Recursive.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  defaultStays: message({
    text: (name: string) => `The default global address list "${name}" can't be removed.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

const partOfFilter: Setter = () => ({});
const filterSetters = Object.fromEntries(filterParameters.map((name) => [name, partOfFilter]));
const complete = (task: Task, list: DirectoryObject, change: ObjectChange): ObjectChange => ({
  ...change,
  properties: { ...change.properties, ...filterFrom(task, list) },
});

/** Below which list -Container, or -Target, puts one; `\` is the root. */
function placeFrom(task: Task, parameter: "Container" | "Target"): string | null {
  const given = task.value(parameter);
  if (given === null || (given instanceof IdParameter && given.guid === null && given.text === "\\")) return null;
  return task.resolve(parameter, listIdentity, (identity) => task.parameterNotFound(identity)).guid;
}

function makeList(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const parent = placeFrom(task, "Container");
  return {
    class: "AddressList",
    name,
    ...(parent === null ? {} : { parent }),
    properties: { ...filterFrom(task, null), DisplayName: task.text("DisplayName") ?? name },
  };
}

/** Update: the recipients are gone through with the filter as it is now. */
const updated = (noun: Noun): VerbBehaviour =>
  changeVerb(
    noun,
    "Update",
    { change: (_task, list) => ({ properties: { LastUpdatedRecipientFilter: textOf(list, "RecipientFilter") } }) },
    () => {},
  );

/** The root of all address lists, which every list moved to `\` lies in. */
const rootOf = (task: Task, list: DirectoryObject): string | null => {
  let step: DirectoryObject | null = list;
  while (step?.class === "AddressList") step = step.parent === null ? null : getObject(task.topology, step.parent);
  return step?.guid ?? null;
};

export const addressListVerbs: NounVerbs = {
  Get: getVerb(addressList, {
    defaultParameterSet: "Identity",
    filters: {
      SearchText: (task) => {
        const wanted = (task.text("SearchText") ?? "").toLowerCase();
        return {
          keep: (list) => [list.name, textOf(list, "DisplayName")].some((text) => text.toLowerCase().includes(wanted)),
        };
      },
      Container: (task) => {
        const parent = placeFrom(task, "Container");
        if (parent !== null) return { from: childrenOf(task.topology, parent) };
        return {
          keep: (list) => list.parent !== null && getObject(task.topology, list.parent)?.class !== "AddressList",
        };
      },
    },
  }),
  New: newVerb(addressList, {
    defaultParameterSet: "PrecannedFilter",
    emulated: [...filterParameters, "Container"],
    make: makeList,
  }),
  Set: setVerb(addressList, { setters: filterSetters, accepted: ["ForceUpgrade"], complete }),
  Move: changeVerb(
    addressList,
    "Move",
    {
      emulated: ["Target"],
      change: (task, list) => {
        const parent = placeFrom(task, "Target") ?? rootOf(task, list);
        return parent === null ? {} : { parent };
      },
    },
    () => {},
  ),
  Remove: {
    ...removeVerb(addressList, {
      check: (task, list) => {
        if (hasChildren(task.topology, list.guid) && !task.isOn("Recursive"))
          throw task.failure(messages.hasLists, [list.name]);
      },
    }),
    emulated: ["Identity", "Recursive"],
  },
  Update: updated(addressList),
};

export const globalAddressListVerbs: NounVerbs = {
  Get: getVerb(globalAddressList, {
    defaultParameterSet: "Identity",
    filters: { DefaultOnly: () => ({ keep: (list) => list.properties.IsDefaultGlobalAddressList === true }) },
  }),
  New: newVerb(globalAddressList, {
    defaultParameterSet: "PrecannedFilter",
    emulated: filterParameters,
    make: (task) => {
      const name = task.text("Name") ?? "";
      return { class: "GlobalAddressList", name, properties: { ...filterFrom(task, null), DisplayName: name } };
    },
  }),
  Set: setVerb(globalAddressList, { setters: filterSetters, accepted: ["ForceUpgrade"], complete }),
  Remove: removeVerb(globalAddressList, {
    check: (task, list) => {
      if (list.properties.IsDefaultGlobalAddressList === true) throw task.failure(messages.defaultStays, [list.name]);
    },
  }),
  Update: updated(globalAddressList),
};
