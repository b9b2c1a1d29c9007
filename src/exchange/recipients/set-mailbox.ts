import { reference } from "../../topology/index.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import { mailboxMeant } from "./arbitration.js";
import { checkDatabase } from "./damaged-mailbox.js";
import { linkedMasterAccount } from "./linked-account.js";
import { mailbox } from "./mailbox.js";
import { checkQuotaOrder } from "./quota-order.js";
import { dataSetters } from "./recipient-data.js";
import { accountName, addressSetters, checkAddressChange, completedByPolicy } from "./recipient-writing.js";
import { checkResourceProperties } from "./resource-properties.js";
import { secondaryExtension } from "./secondary-extension.js";
import { accepted2013, setters2013 } from "./set-mailbox-2013.js";

const types: Readonly<Record<string, string>> = {
  Regular: "UserMailbox",
  Room: "RoomMailbox",
  Equipment: "EquipmentMailbox",
  Shared: "SharedMailbox",
};

const type: Setter = (task) => ({
  properties: { RecipientTypeDetails: types[task.text("Type") ?? ""] ?? "UserMailbox" },
});

/** Where the directory says that the mailbox is, without moving it: after its database was lost (documented). */
const place =
  (parameter: "Database" | "ArchiveDatabase"): Setter =>
  (task) => {
    const database = task.resolve(parameter, { classes: ["MailboxDatabase"] }, (identity) =>
      task.failure(exchangeMessages.databaseNotFound, [identity]),
    );
    return { properties: { [parameter]: reference(database.guid) } };
  };

export const setMailbox = setVerb(mailbox, {
  emulated: ["Identity", "Arbitration"],
  find: mailboxMeant,
  accepted: [
    ...accepted2013,
    "Force",
    "ApplyMandatoryProperties",
    "LinkedCredential",
    "LinkedDomainController",
    "ManagedFolderMailboxPolicyAllowed",
    // The map is always what the names make of it.
    "CreateDTMFMap",
  ],
  setters: {
    ...addressSetters,
    ...dataSetters,
    ...setters2013,
    ...secondaryExtension,
    UserPrincipalName: accountName("UserPrincipalName"),
    SamAccountName: accountName("SamAccountName"),
    Type: type,
    Database: place("Database"),
    ArchiveDatabase: place("ArchiveDatabase"),
    LinkedMasterAccount: linkedMasterAccount,
    RemoveManagedFolderAndPolicy: (_task, value) =>
      value === true ? { properties: { ManagedFolderMailboxPolicy: null } } : {},
  },
  complete: completedByPolicy,
  check: (task, object, change) => {
    checkDatabase(task, object, change);
    checkQuotaOrder(task, object, change);
    checkAddressChange(task, object, change);
    checkResourceProperties(task, object, change);
  },
});
