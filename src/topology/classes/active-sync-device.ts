import { defineClass } from "../define-class.js";

/** A mobile device that synchronizes with the mailbox of the user above it. Its name is `type§id`. */
export const activeSyncDevice = defineClass({
  name: "ActiveSyncDevice",
  objectClass: ["top", "msExchActiveSyncDevice"],
  objectCategory: "ms-Exch-Active-Sync-Device",
  container: { belowClass: "User", path: ["CN=ExchangeActiveSyncDevices"] },
  properties: {
    DeviceId: { holds: "string" },
    DeviceType: { holds: "string" },
    DeviceModel: { holds: "string" },
    DeviceOS: { holds: "string" },
    DeviceUserAgent: { holds: "string" },
    FriendlyName: { holds: "string" },
  },
});
