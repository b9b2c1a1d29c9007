import { listObjects } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, list, text } from "../properties/property.js";
import { smtpAddressKind } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";

const namespace = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
export const accessLevel = enumeration(`${namespace}.DeviceAccessLevel`, ["Allow", "Block", "Quarantine"]);
const characteristic = enumeration(`${namespace}.DeviceAccessCharacteristic`, [
  "DeviceType",
  "DeviceModel",
  "DeviceOS",
  "UserAgent",
  "XMSWLHeader",
]);

/** Which devices may synchronize, by what they say of themselves. Order of the list from memory; there is no view. */
export const deviceAccessRule = defineNoun({
  noun: "ActiveSyncDeviceAccessRule",
  called: "ActiveSync device access rule",
  class: {
    name: "ActiveSyncDeviceAccessRule",
    objectClass: ["top", "msExchDeviceAccessRule"],
    objectCategory: "ms-Exch-Device-Access-Rule",
    container: { belowClass: "ActiveSyncOrganizationSettings", path: [] },
  },
  identity: { classes: ["ActiveSyncDeviceAccessRule"], wildcards: true },
  typeNames: configurationTypes(`${namespace}.ActiveSyncDeviceAccessRule`),
  properties: () => [
    text("QueryString"),
    choice("Characteristic", characteristic),
    choice("AccessLevel", accessLevel, { default: "Allow" }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [],
});

export const deviceAccessRuleVerbs: NounVerbs = {
  Get: getVerb(deviceAccessRule),
  New: newVerb(deviceAccessRule, {
    // The name says what the rule is about: `iPhone (DeviceModel)`.
    make: (task, given) => {
      const [settings] = listObjects(task.topology, "ActiveSyncOrganizationSettings");
      return {
        class: "ActiveSyncDeviceAccessRule",
        name: `${String(given.QueryString)} (${String(given.Characteristic)})`,
        ...(settings === undefined ? {} : { parent: settings.guid }),
      };
    },
  }),
  Set: setVerb(deviceAccessRule),
  Remove: removeVerb(deviceAccessRule),
};

/** What applies to devices that no rule names. */
export const organizationSettings = defineNoun({
  noun: "ActiveSyncOrganizationSettings",
  called: "ActiveSync organization settings",
  class: {
    name: "ActiveSyncOrganizationSettings",
    objectClass: ["top", "container", "msExchMobileMailboxSettings"],
    objectCategory: "ms-Exch-Mobile-Mailbox-Settings",
    container: { below: "organization", path: [] },
  },
  singleton: true,
  setup: () => [{ class: "ActiveSyncOrganizationSettings", name: "Mobile Mailbox Settings" }],
  typeNames: configurationTypes(`${namespace}.ActiveSyncOrganizationSettings`),
  properties: () => [
    choice("DefaultAccessLevel", accessLevel, { default: "Allow" }),
    text("UserMailInsert"),
    bool("AllowAccessForUnSupportedPlatform", { default: false, since: "2013" }),
    list("AdminMailRecipients", smtpAddressKind),
    text("OtaNotificationMailInsert"),
    bool("AllowRMSSupportForUnenlightenedApps", { default: false, since: "2016" }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [],
});

export const organizationSettingsVerbs: NounVerbs = {
  Get: getVerb(organizationSettings, { emulated: ["Identity"] }),
  Set: setVerb(organizationSettings, { emulated: ["Identity"] }),
};
