import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { bool, choice, computed, fixed, list, uri } from "../properties/property.js";
import { uriKind } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";

/** Rights management: what Exchange would do with a server of Rights Management Services, of which there is none here. */

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const decryption = enumeration(`${configuration}.TransportDecryptionSetting`, ["Disabled", "Optional", "Mandatory"]);

/** Order: 2016 and 2019, measured (facts: types.json); defaults documented. */
export const irmConfiguration = defineNoun({
  noun: "IRMConfiguration",
  called: "IRM configuration",
  tasks: "RightsManagement",
  class: {
    name: "IRMConfiguration",
    objectClass: ["top", "container", "msExchControlPointConfig"],
    objectCategory: "ms-Exch-Control-Point-Config",
    container: { below: "organization", path: [] },
  },
  setup: () => [{ class: "IRMConfiguration", name: "ControlPoint Config" }],
  singleton: true,
  typeNames: configurationTypes(`${configuration}.IRMConfiguration`, `${configuration}.ADContainer`),
  certainty: "derived",
  properties: () => [
    uri("ServiceLocation", { parameter: null }),
    uri("PublishingLocation", { parameter: null }),
    list("LicensingLocation", uriKind),
    bool("InternalLicensingEnabled", { default: false }),
    bool("ExternalLicensingEnabled", { default: false }),
    bool("AzureRMSLicensingEnabled", { default: false, since: "2016" }),
    choice("TransportDecryptionSetting", decryption, { default: "Optional" }),
    bool("JournalReportDecryptionEnabled", { default: true }),
    bool("SimplifiedClientAccessEnabled", { default: false, since: "2016" }),
    bool("ClientAccessServerEnabled", { default: true }),
    bool("SearchEnabled", { default: true }),
    bool("EDiscoverySuperUserEnabled", { default: true }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [],
});

const messages = {
  noServer: message({
    text: () =>
      "Failed to find the Active Directory Rights Management Services (AD RMS) service connection point. Make sure that an AD RMS server is deployed in the forest.",
    exception: "Microsoft.Exchange.Management.RightsManagement.RightsManagementException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Set-IRMConfiguration -InternalLicensingEnabled), the text is not known",
  }),
} as const;

/** What licenses are needed for has to have a server that gives them. */
function checkServer(task: Task): void {
  const wanted = ["InternalLicensingEnabled", "ExternalLicensingEnabled", "RefreshServerCertificates"];
  if (wanted.some((name) => task.isOn(name))) throw task.failure(messages.noServer, []);
}

const testType = "Microsoft.Exchange.Management.RightsManagement.IRMConfigurationValidationResult";
const testResult = defineNoun({
  noun: "the results of Test-IRMConfiguration",
  identity: irmConfiguration.identity,
  typeNames: [testType],
  properties: () => [computed("Results", "string", live("Results"))],
  views: [],
});

/** From memory of Exchange 2010, as far as it goes without a server. */
const results = [
  "Checking Exchange Server ...",
  "    - PASS: Exchange Server is running in Enterprise.",
  "Loading IRM configuration ...",
  "    - PASS: IRM configuration loaded successfully.",
  "Retrieving RMS Certification Uri ...",
  "    - FAIL: Failed to get Certification Uri of the forest: no AD RMS service connection point was found.",
  "",
  "OVERALL RESULT: FAIL",
].join("\n");

export const irmConfigurationVerbs: NounVerbs = {
  Get: getVerb(irmConfiguration),
  Set: setVerb(irmConfiguration, {
    emulated: ["RefreshServerCertificates"],
    accepted: ["Force"],
    check: checkServer,
  }),
  Test: {
    taskClass: "RightsManagement.TestIRMConfiguration",
    emulated: [],
    // Without a server it comes to nobody's licenses.
    accepted: ["Identity", "Sender", "Recipient"],
    process: (task) => {
      const [config] = [...task.find("ControlPoint Config", irmConfiguration.identity)];
      if (config !== undefined) writeRow(task, testResult, config, { Results: results });
    },
  },
};

const templateType = "Microsoft.Exchange.Management.RightsManagement.RmsTemplatePresentation";
/** Templates come from the server: there are none. */
export const rmsTemplate = defineNoun({
  noun: "RMSTemplate",
  tasks: "RightsManagement",
  identity: irmConfiguration.identity,
  typeNames: [templateType],
  properties: () => [fixed("Name", "string", () => "")],
  views: [],
});
export const rmsTemplateVerbs: NounVerbs = {
  Get: {
    taskClass: "RightsManagement.GetRMSTemplate",
    emulated: [],
    accepted: ["Identity", "ResultSize"],
    process: (task) => {
      throw task.failure(messages.noServer, []);
    },
  },
};
