// AdminAuditLogConfig: which commands of administrators are written down.
import { test } from "vitest";
import {
  adminAuditLogConfig,
  adminAuditLogConfigVerbs,
} from "../../../src/exchange/auditing/admin-audit-log-config.js";
import { roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell } from "../support.js";

const noun = { noun: adminAuditLogConfig, verbs: adminAuditLogConfigVerbs };
roundTripsOf(noun, {});
roundTripsOf(noun, { edition: "Exchange2016" });

test("the settings that setup makes", () => {
  expectSaid(
    startShell(),
    "Get-AdminAuditLogConfig | fl *Log*,Name",
    `
AdminAuditLogEnabled         : True
TestCmdletLoggingEnabled     : False
AdminAuditLogCmdlets         : {*}
AdminAuditLogParameters      : {*}
AdminAuditLogExcludedCmdlets : {}
AdminAuditLogAgeLimit        : 90.00:00:00
Name                         : Admin Audit Log Settings`,
  );
});
