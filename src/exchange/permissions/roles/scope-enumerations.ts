import { enumeration } from "../../types/enumeration.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

/** What a role lets its holder see and change by itself; order of the members from memory. */
export const scopeType = enumeration(`${configuration}.ScopeType`, [
  "None",
  "NotApplicable",
  "Organization",
  "MyGAL",
  "Self",
  "MyDirectReports",
  "OU",
  "CustomRecipientScope",
  "MyDistributionGroups",
  "MyExecutive",
  "OrganizationConfig",
  "CustomConfigScope",
  "PartnerDelegatedTenantScope",
  "ExclusiveRecipientScope",
  "ExclusiveConfigScope",
]);

/** Where an assignment lets somebody change recipients (documented values of -RecipientWriteScope). */
export const recipientWriteScopeType = enumeration(`${configuration}.RecipientWriteScopeType`, [
  "None",
  "NotApplicable",
  "Organization",
  "MyGAL",
  "Self",
  "MyDirectReports",
  "OU",
  "CustomRecipientScope",
  "MyDistributionGroups",
  "MyExecutive",
  "ExclusiveRecipientScope",
]);

/** Where an assignment lets somebody change the configuration (documented values of -ConfigWriteScope). */
export const configWriteScopeType = enumeration(`${configuration}.ConfigWriteScopeType`, [
  "None",
  "NotApplicable",
  "OrganizationConfig",
  "CustomConfigScope",
  "PartnerDelegatedTenantScope",
  "ExclusiveConfigScope",
]);
