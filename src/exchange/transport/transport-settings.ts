import { defineClass } from "../../topology/index.js";
import { declareInDirectory } from "../schema.js";

/**
 * The object that holds the transport settings of the organization, and below which accepted domains and rules lie. Its
 * properties are those of TransportConfig.
 */
export const transportSettingsClass = defineClass({
  name: "TransportSettings",
  objectClass: ["top", "container", "msExchTransportSettings"],
  objectCategory: "ms-Exch-Transport-Settings",
  container: { below: "organization", path: [] },
  properties: {},
});

declareInDirectory({
  noun: "TransportSettings",
  definition: transportSettingsClass,
  setup: () => [{ class: transportSettingsClass.name, name: "Transport Settings" }],
});
