import {
  canonicalName,
  childrenOf,
  type DirectoryObject,
  getObject,
  pathOf,
  type Topology,
} from "../../topology/index.js";
import { canonicalIdentity, configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { computed, fixed } from "../properties/property.js";
import { enumeration } from "../types/enumeration.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ExtendedOrganizationalUnit";

const unitType = enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.OrganizationalUnitType", [
  "OrganizationalUnit",
  "Container",
  "Domain",
]);

/** What an object may lie in: units, containers, and the domain itself. */
const places: readonly string[] = ["OrganizationalUnit", "Container", "Domain"];

/** Containers of the configuration hold no people. */
const holdsPeople = (topology: Topology, place: DirectoryObject): boolean =>
  !pathOf(topology, place).some(({ class: name }) => name === "Configuration");

const parentName = (topology: Topology, { parent }: DirectoryObject): string => {
  const above = parent === null ? null : getObject(topology, parent);
  return above === null ? "" : canonicalName(topology, above);
};

/** A unit of the domain. Order of the list and view from memory. */
export const organizationalUnit = defineNoun({
  noun: "OrganizationalUnit",
  tasks: "RecipientTasks",
  identity: { classes: places, wildcards: true },
  typeNames: configurationTypes(typeName),
  properties: () => [
    computed("CanonicalName", "string", canonicalIdentity),
    computed("Type", unitType.fullName, ({ object }) => unitType(object.class)),
    fixed("HasChildren", "System.Nullable[bool]", () => null),
    computed("ParentName", "string", ({ topology, object }) => parentName(topology, object)),
    ...configurationTail(objectVersions.exchange2003, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "CanonicalName" }],
    },
  ],
  displayIdentity: canonicalIdentity,
});

export const organizationalUnitVerbs: NounVerbs = {
  Get: getVerb(organizationalUnit, {
    defaultParameterSet: "Search",
    emulated: ["IncludeContainers", "SingleNodeOnly"],
    limited: true,
    filters: {
      SearchText: (task) => {
        const wanted = (task.text("SearchText") ?? "").toLowerCase();
        return { keep: ({ name }) => name.toLowerCase().includes(wanted) };
      },
    },
    arrange: function* (task, found) {
      const isAsked = task.has("Identity");
      const isContainerWanted = task.isOn("IncludeContainers");
      // Documented: -SingleNodeOnly gives what lies directly below the unit, and not the unit.
      const places = task.isOn("SingleNodeOnly")
        ? Array.from(found, (unit) => unitsBelow(task.topology, unit)).flat()
        : found;
      for (const place of places) {
        if (!holdsPeople(task.topology, place)) continue;
        const isUnit = place.class === "OrganizationalUnit";
        if (isUnit || (isContainerWanted && place.class === "Container") || (isAsked && !task.isOn("SingleNodeOnly")))
          yield place;
      }
    },
  }),
};

const unitsBelow = (topology: Topology, unit: DirectoryObject): readonly DirectoryObject[] =>
  childrenOf(topology, unit.guid).filter(({ class: name }) => places.includes(name));
