import { defineClass } from "../define-class.js";

/**
 * A Windows service of a server that is not as it was installed: stopped though it starts by itself, disabled, renamed.
 * No object of Active Directory; it is in the organization because who is connected where depends on it.
 */
export const windowsService = defineClass({
  name: "WindowsService",
  objectClass: ["top", "service"],
  objectCategory: "Windows-Service",
  container: { belowClass: ["ExchangeServer", "DomainController"], path: [] },
  properties: {
    /** `Running`, `Stopped` or `Paused`; as installed when null. */
    Status: { holds: "string" },
    /** `Automatic`, `Manual` or `Disabled`; as installed when null. */
    StartType: { holds: "string" },
    DisplayName: { holds: "string" },
    Description: { holds: "string" },
  },
});
