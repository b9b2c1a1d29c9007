import { enumeration } from "../types/enumeration.js";

/** What a server does. The numbers are those of the attribute msExchCurrentServerRoles (documented). */
export const serverRole = enumeration(
  "Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerRole",
  [
    "None",
    "Cafe",
    "Mailbox",
    "ClientAccess",
    "UnifiedMessaging",
    "HubTransport",
    "Edge",
    "ProvisionedServer",
    "FrontendTransport",
  ],
  { isFlags: true, numbers: [0n, 1n, 2n, 4n, 16n, 32n, 64n, 4096n, 16384n] },
);

/** What a server is licensed for (documented; exported objects of 2016 and 2019 name the type). */
export const serverEdition = enumeration("Microsoft.Exchange.Data.ServerEditionType", [
  "Unknown",
  "Standard",
  "StandardEvaluation",
  "Enterprise",
  "EnterpriseEvaluation",
  "Coexistence",
  "CoexistenceEvaluation",
]);
