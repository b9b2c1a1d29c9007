import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, link, property, text, uri } from "../properties/property.js";
import { credentialKind } from "../transport/transport-kinds.js";
import { enumeration } from "../types/enumeration.js";

/** Free and busy times of other forests: who may ask here, and how these are asked. Lists and view from memory. */

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const place = ["CN=Availability Configuration"];
const accounts = ["User", "Group"];

export const availabilityConfig = defineNoun({
  noun: "AvailabilityConfig",
  called: "availability configuration",
  class: {
    name: "AvailabilityConfig",
    objectClass: ["top", "msExchAvailabilityConfig"],
    objectCategory: "ms-Exch-Availability-Config",
    container: { below: "organization", path: [] },
  },
  setup: () => [{ class: "AvailabilityConfig", name: "Availability Configuration Settings" }],
  singleton: true,
  typeNames: configurationTypes(`${configuration}.AvailabilityConfig`),
  properties: () => [
    link("PerUserAccount", accounts, { prints: "canonical" }),
    link("OrgWideAccount", accounts, { prints: "canonical" }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [],
});

export const availabilityConfigVerbs: NounVerbs = {
  Get: getVerb(availabilityConfig, { emulated: ["Identity"] }),
  Set: setVerb(availabilityConfig),
};

const spaceType = `${configuration}.AvailabilityAddressSpace`;
const method = enumeration(`${configuration}.AvailabilityAccessMethod`, [
  "PerUserFB",
  "OrgWideFB",
  "PublicFolder",
  "InternalProxy",
  "OrgWideFBBasic",
]);

export const availabilityAddressSpace = defineNoun({
  noun: "AvailabilityAddressSpace",
  called: "availability address space",
  class: {
    name: "AvailabilityAddressSpace",
    objectClass: ["top", "msExchAvailabilityAddressSpace"],
    objectCategory: "ms-Exch-Availability-Address-Space",
    container: { below: "organization", path: place },
  },
  typeNames: configurationTypes(spaceType),
  properties: () => [
    text("ForestName"),
    property("UserName", credentialKind, { parameter: "Credentials" }),
    bool("UseServiceAccount", { default: false }),
    choice("AccessMethod", method, { default: "PerUserFB" }),
    uri("ProxyUrl"),
    uri("TargetAutodiscoverEpr", { since: "2013" }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: spaceType,
      typeNames: [spaceType],
      columns: [{ property: "Name" }, { property: "AccessMethod" }, { property: "UseServiceAccount" }],
    },
  ],
});

export const availabilityAddressSpaceVerbs: NounVerbs = {
  Get: getVerb(availabilityAddressSpace),
  Add: newVerb(availabilityAddressSpace, {
    taskClass: "SystemConfigurationTasks.AddAvailabilityAddressSpace",
    make: (task) => ({ class: availabilityAddressSpace.noun, name: task.text("ForestName") ?? "" }),
  }),
  Remove: removeVerb(availabilityAddressSpace),
};
