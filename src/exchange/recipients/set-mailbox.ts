import { type Setter, setVerb } from "../noun/set-verb.js";
import { mailbox } from "./mailbox.js";
import { checkQuotaOrder } from "./quota-order.js";
import { accountName, addressSetters, checkAddressChange, completedByPolicy } from "./recipient-writing.js";

const types: Readonly<Record<string, string>> = {
  Regular: "UserMailbox",
  Room: "RoomMailbox",
  Equipment: "EquipmentMailbox",
  Shared: "SharedMailbox",
};

const type: Setter = (task) => ({
  properties: { RecipientTypeDetails: types[task.text("Type") ?? ""] ?? "UserMailbox" },
});

export const setMailbox = setVerb(mailbox, {
  accepted: ["Arbitration", "Force", "ApplyMandatoryProperties"],
  setters: {
    ...addressSetters,
    UserPrincipalName: accountName("UserPrincipalName"),
    SamAccountName: accountName("SamAccountName"),
    Type: type,
  },
  complete: completedByPolicy,
  check: (task, object, change) => {
    checkQuotaOrder(task, object, change);
    checkAddressChange(task, object, change);
  },
});
