import { toText } from "../../values/text.js";
import type { Kind } from "../properties/kind.js";
import { schema } from "../schema.js";
import { SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { addressOf } from "./mail-flow/recipients.js";

/**
 * A recipient that a rule names: somebody of the organization, by any identity, or an address outside. It is kept and
 * shown as an address.
 */
export const recipientKind: Kind = {
  name: "recipient",
  typeName: smtpAddressName,
  holds: "string",
  show: (stored) => (typeof stored === "string" ? new SmtpAddress(stored) : null),
  take: (given, { task }) => {
    if (given === null) return null;
    const text = toText(task.cmdlet.context, given);
    const found = task.find(text, { classes: schema.classesSharing("address") });
    if (found.length === 0 && /^[^@\s]+@[^@\s]+$/.test(text)) return text;
    return addressOf(task.single(found, text, (identity) => task.parameterNotFound(identity)));
  },
};
