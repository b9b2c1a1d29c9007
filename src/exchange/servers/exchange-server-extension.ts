import type { ClassExtension } from "../../topology/index.js";

/** What Set-ExchangeServer keeps on a server. */
export const exchangeServerExtension: ClassExtension = {
  name: "ExchangeServer",
  properties: {
    CustomerFeedbackEnabled: { holds: "boolean" },
    ErrorReportingEnabled: { holds: "boolean" },
    InternetWebProxy: { holds: "string" },
    StaticDomainControllers: { holds: "string", many: true },
    StaticGlobalCatalogs: { holds: "string", many: true },
    StaticConfigDomainController: { holds: "string" },
    StaticExcludedDomainControllers: { holds: "string", many: true },
  },
};
