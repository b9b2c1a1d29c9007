import type { DirectoryObject, ObjectChange } from "../../topology/index.js";
import { toText } from "../../values/text.js";
import { message } from "../noun/exchange-errors.js";
import { rename, type Setter, setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { listKind } from "../properties/list-kind.js";
import { proxyAddressKind } from "../properties/scalar-kinds.js";
import { defaultDomain } from "../transport/accepted-domain.js";
import { addressesIn, checkAddresses, normalized, policyAddress, primaryOf, withPrimary } from "./addresses.js";
import { mailbox } from "./mailbox.js";
import { checkQuotaOrder } from "./quota-order.js";
import { checkAccountName } from "./unique-values.js";

const messages = {
  policyOwnsPrimary: message({
    text: () =>
      "The e-mail addresses for this recipient are automatically generated based on e-mail address policies. To modify the primary SMTP address for this recipient, you must disable automatic updating of e-mail addresses based on e-mail address policies.",
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidOperation",
    certainty: "memory",
    evidence: "remembered",
  }),
} as const;

const addressList = listKind(proxyAddressKind);

const emailAddresses: Setter = (task, value, object) => {
  const setting = { task, parameter: "EmailAddresses", object, current: addressesIn(object) };
  const taken = addressList.take(value, setting);
  return { properties: { EmailAddresses: normalized(Array.isArray(taken) ? taken.map(String) : []) } };
};

const primaryAddress: Setter = (task, value, object) => {
  const primary = value === null ? "" : toText(task.cmdlet.context, value);
  return { properties: { EmailAddresses: withPrimary(addressesIn(object), primary) } };
};

/** While the policy makes the addresses, a new alias brings a new primary address; the old one stays as a further one. */
const alias: Setter = (task, _value, object) => {
  const text = task.text("Alias") ?? "";
  const properties = { Alias: text };
  if (!policyIsOn(task, object)) return { properties };
  const address = policyAddress(task, text, defaultDomain(task.topology) ?? "", object);
  return { properties: { ...properties, EmailAddresses: withPrimary(addressesIn(object), address) } };
};

const accountName =
  (property: "UserPrincipalName" | "SamAccountName"): Setter =>
  (task, _value, object) => {
    const text = task.text(property) ?? "";
    checkAccountName(task, property, text, object);
    return { properties: { [property]: text } };
  };

const types: Readonly<Record<string, string>> = {
  Regular: "UserMailbox",
  Room: "RoomMailbox",
  Equipment: "EquipmentMailbox",
  Shared: "SharedMailbox",
};

const type: Setter = (task) => ({
  properties: { RecipientTypeDetails: types[task.text("Type") ?? ""] ?? "UserMailbox" },
});

function policyIsOn(task: Task, object: DirectoryObject): boolean {
  if (task.has("EmailAddressPolicyEnabled")) return task.isOn("EmailAddressPolicyEnabled");
  return object.properties.EmailAddressPolicyEnabled !== false;
}

/** The parameters that change names under which a mailbox is reached; other nouns of a mailbox have them as well. */
export const addressSetters: Readonly<Record<string, Setter>> = {
  EmailAddresses: emailAddresses,
  PrimarySmtpAddress: primaryAddress,
  SamAccountName: accountName("SamAccountName"),
};

/**
 * Refuses changed addresses that another recipient has, and a primary address that the policy would make anew.
 * @throws {PowerShellError} for those
 */
export function checkAddressChange(task: Task, object: DirectoryObject, change: ObjectChange): void {
  const addresses = change.properties?.EmailAddresses;
  if (!Array.isArray(addresses)) return;
  const texts = addresses.map(String);
  const moved = primaryOf(texts).toLowerCase() !== primaryOf(addressesIn(object)).toLowerCase();
  if (moved && !task.has("Alias") && policyIsOn(task, object)) throw task.failure(messages.policyOwnsPrimary, []);
  checkAddresses(task, texts, object);
}

export const setMailbox = setVerb(mailbox, {
  accepted: ["Arbitration", "Force", "ApplyMandatoryProperties"],
  setters: {
    Name: rename,
    ...addressSetters,
    Alias: alias,
    WindowsEmailAddress: primaryAddress,
    UserPrincipalName: accountName("UserPrincipalName"),
    Type: type,
  },
  check: (task, object, change) => {
    checkQuotaOrder(task, object, change);
    checkAddressChange(task, object, change);
  },
});
