import { ticksPerDay } from "../../values/date-time.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, span, texts } from "../properties/property.js";
import { enumeration } from "../types/enumeration.js";
import { auditDefaults } from "./record-command.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.AdminAuditLogConfig`;
const logLevel = enumeration(`${directory}.AuditLogLevel`, ["None", "Verbose"]);

/** Which commands of administrators are written down, and for how long. Defaults documented, order from memory. */
export const adminAuditLogConfig = defineNoun({
  noun: "AdminAuditLogConfig",
  called: "administrator audit log configuration",
  class: {
    name: "AdminAuditLogConfig",
    objectClass: ["top", "msExchAdminAuditLogConfig"],
    objectCategory: "ms-Exch-Admin-Audit-Log-Config",
    container: { below: "organization", path: ["CN=Global Settings"] },
  },
  setup: () => [{ class: "AdminAuditLogConfig", name: "Admin Audit Log Settings" }],
  singleton: true,
  typeNames: configurationTypes(typeName),
  properties: () => [
    bool("AdminAuditLogEnabled", { default: auditDefaults.AdminAuditLogEnabled }),
    choice("LogLevel", logLevel, { default: auditDefaults.LogLevel, since: "2013" }),
    bool("TestCmdletLoggingEnabled", { default: auditDefaults.TestCmdletLoggingEnabled }),
    texts("AdminAuditLogCmdlets", { default: auditDefaults.AdminAuditLogCmdlets }),
    texts("AdminAuditLogParameters", { default: auditDefaults.AdminAuditLogParameters }),
    texts("AdminAuditLogExcludedCmdlets"),
    span("AdminAuditLogAgeLimit", { default: 90n * ticksPerDay }),
    bool("UnifiedAuditLogIngestionEnabled", { default: false, since: "2016" }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [],
});

export const adminAuditLogConfigVerbs: NounVerbs = {
  Get: getVerb(adminAuditLogConfig),
  Set: setVerb(adminAuditLogConfig, { emulated: ["Identity"], accepted: ["Force"] }),
};
