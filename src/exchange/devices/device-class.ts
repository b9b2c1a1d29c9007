import { listObjects, type NewObject, type Topology } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { text } from "../properties/property.js";
import { deviceClass } from "./device-access.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ActiveSyncDeviceClass";

/** Exchange notes each kind of device when the first of its kind synchronizes. */
function setup(topology: Topology): readonly NewObject[] {
  const kinds = new Map<string, NewObject>();
  for (const { properties } of listObjects(topology, deviceClass)) {
    const type = String(properties.DeviceType ?? "");
    const model = String(properties.DeviceModel ?? type);
    const name = `${type}§${model}`;
    kinds.set(name, { class: "ActiveSyncDeviceClass", name, properties: { DeviceType: type, DeviceModel: model } });
  }
  return [...kinds.values()];
}

/** The kinds of devices that have synchronized: what rules can be made for. List and view from memory. */
export const activeSyncDeviceClass = defineNoun({
  noun: "ActiveSyncDeviceClass",
  called: "ActiveSync device class",
  class: {
    name: "ActiveSyncDeviceClass",
    objectClass: ["top", "msExchActiveSyncDeviceClass"],
    objectCategory: "ms-Exch-Active-Sync-Device-Class",
    container: { below: "organization", path: ["CN=ExchangeDeviceClasses"] },
  },
  setup,
  typeNames: configurationTypes(typeName),
  properties: () => [
    text("DeviceType", { parameter: null }),
    text("DeviceModel", { parameter: null }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "DeviceType" }, { property: "DeviceModel" }],
    },
  ],
});

export const activeSyncDeviceClassVerbs: NounVerbs = {
  Get: getVerb(activeSyncDeviceClass),
  Remove: removeVerb(activeSyncDeviceClass),
};
