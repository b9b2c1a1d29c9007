import { enumeration } from "../types/enumeration.js";

const directory = "Microsoft.Exchange.Data.Directory";

/** What a resource mailbox is of (documented). */
export const resourceTypes = enumeration(`${directory}.ExchangeResourceType`, ["Room", "Equipment"]);

/** Whose retention of deleted items counts; members from memory. */
export const deletedItemRetention = enumeration(`${directory}.DeletedItemRetention`, [
  "DatabaseDefault",
  "RetainForCustomPeriod",
  "RetainUntilBackupOrCustomPeriod",
]);

/** Bits of the attribute userAccountControl (documented by the directory's own reference). */
export const userAccountControl = enumeration(
  `${directory}.Recipient.UserAccountControlFlags`,
  [
    "None",
    "Script",
    "AccountDisabled",
    "HomeDirectoryRequired",
    "Lockout",
    "PasswordNotRequired",
    "CannotChangePassword",
    "EncryptedTextPasswordAllowed",
    "TemporaryDuplicateAccount",
    "NormalAccount",
    "DoNotExpirePassword",
  ],
  { isFlags: true, numbers: [0n, 1n, 2n, 8n, 16n, 32n, 64n, 128n, 256n, 512n, 65536n] },
);
