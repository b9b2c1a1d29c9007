import type { DirectoryObject, NewObject, ObjectChange, PropertyValue } from "../../topology/index.js";
import { childNamed, eachObject, getProperty, listObjects } from "../../topology/index.js";
import { toText } from "../../values/text.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import { exchangeMessages, message } from "../noun/exchange-errors.js";
import { rename, type SetOptions, type Setter } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { listKind } from "../properties/list-kind.js";
import { proxyAddressKind } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { policyAddresses, wantsOtherAddresses } from "./address-templates.js";
import { addressesIn, checkAddresses, defaultAlias, normalized, primaryOf, withPrimary } from "./addresses.js";
import { attributeOf, isMailEnabled, typeDetailsOf } from "./recipient-types.js";
import { withSenders } from "./senders.js";
import { checkAccountName } from "./unique-values.js";

/** What New, Enable and Set do with the addresses of a recipient of any kind. */

const messages = {
  policyOwnsPrimary: message({
    text: () =>
      "The e-mail addresses for this recipient are automatically generated based on e-mail address policies. To modify the primary SMTP address for this recipient, you must disable automatic updating of e-mail addresses based on e-mail address policies.",
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidOperation",
    certainty: "memory",
    evidence: "remembered",
  }),
  wrongType: message({
    text: (recipient: string, type: string) =>
      `This task does not support recipients of this type. The specified recipient ${recipient} is of type ${type}. Please make sure that this recipient matches the required recipient type for this task.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "captured",
    evidence: "facts/nouns.json, New-Mailbox: seen of Enable-RemoteMailbox",
  }),
} as const;

/** Refuses a recipient that is not of the kind that the cmdlet takes. */
export function wrongType(task: Task, recipient: DirectoryObject): never {
  const target = new ADObjectId(task.topology, recipient, "canonical");
  throw task.failure(messages.wrongType, [canonicalIdentity(task.source(recipient)), typeDetailsOf(recipient)], target);
}

/** Where units, containers and domains are looked for. */
const units = { classes: ["OrganizationalUnit", "Container", "Domain"] } as const;

/** The unit that -OrganizationalUnit means; left out, new recipients lie in CN=Users. */
export function unitFor(task: Task): Pick<NewObject, "parent"> {
  if (task.value("OrganizationalUnit") === null) return {};
  const unit = task.resolve("OrganizationalUnit", units, (identity) =>
    task.failure(exchangeMessages.givenUnitNotFound, [identity]),
  );
  return { parent: unit.guid };
}

/** Where legacy names of recipients begin. */
function recipientsPrefix(task: Task): string {
  for (const group of eachObject(task.topology, "AdministrativeGroup")) {
    const legacyDN = getProperty(schema, group, "LegacyExchangeDN");
    if (typeof legacyDN === "string") return `${legacyDN}/cn=Recipients/cn=`;
  }
  return "";
}

/** A recipient as it is going to be: for policies, which look at it before it is written. */
function draftOf(task: Task, object: DirectoryObject | NewObject, properties: Readonly<Record<string, PropertyValue>>) {
  const [domain] = listObjects(task.topology, "Domain");
  const users = domain === undefined ? undefined : childNamed(task.topology, domain.guid, "CN", "Users");
  const { clock } = task.topology;
  return {
    whenCreated: clock,
    whenChanged: clock,
    usnCreated: 0,
    usnChanged: 0,
    ...object,
    guid: object.guid ?? "",
    parent: object.parent ?? users ?? null,
    properties: { ...object.properties, ...properties },
  };
}

/** What makes an object a recipient. */
export interface MailEnabling {
  /** The object as it is, or as it is going to be made. */
  readonly object: DirectoryObject | NewObject;
  /** What it gets beside its addresses; policies look at it. */
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** The address outside, of contacts and mail users: `SMTP:…`. */
  readonly external?: string;
}

/** The user principal name that an object has or gets with the properties; null without an account. */
function accountNameOf(object: MailEnabling["object"], properties: MailEnabling["properties"]): string | null {
  return textIn(properties, "UserPrincipalName") ?? textIn(object.properties ?? {}, "UserPrincipalName");
}

/** The text of a property; null where there is none. */
function textIn(properties: MailEnabling["properties"], name: string): string | null {
  const value = properties[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Alias, addresses and legacy name: what New and Enable give to each recipient. */
export function mailEnabled(task: Task, { object, properties, external }: MailEnabling): Record<string, PropertyValue> {
  const alias =
    task.text("Alias") ?? textIn(properties, "Alias") ?? defaultAlias(object.name, accountNameOf(object, properties));
  const wanted = task.text("PrimarySmtpAddress");
  const self = "usnCreated" in object ? object : null;
  const own = { ...properties, Alias: alias };
  const given = external === undefined ? [] : [external];
  const made = wanted === null ? policyAddresses(task, draftOf(task, object, own), self) : [`SMTP:${wanted}`];
  const addresses = joined(wanted === null ? [...given, ...made] : [...made, ...given]);
  checkAddresses(task, addresses, self);
  return {
    ...own,
    EmailAddresses: addresses,
    // An address of one's own is not the policy's to change.
    EmailAddressPolicyEnabled: wanted === null,
    LegacyExchangeDN: `${recipientsPrefix(task)}${object.name}${task.cmdlet.context.newGuid().slice(0, 3)}`,
  };
}

/** Addresses of which the first one is the primary one; each once. */
function joined(addresses: readonly string[]): readonly string[] {
  const [first = "", ...others] = addresses;
  if (first === "") return [];
  const primary = first.slice(first.indexOf(":") + 1);
  const seen = new Set([`smtp:${primary.toLowerCase()}`]);
  const kept = others.filter((address) => {
    const isNew = !seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return isNew;
  });
  return withPrimary(kept, primary);
}

const addressList = listKind(proxyAddressKind);

export const emailAddressesSetter: Setter = (task, value, object) => {
  const setting = { task, parameter: "EmailAddresses", object, current: addressesIn(object) };
  const taken = addressList.take(value, setting);
  return { properties: { EmailAddresses: normalized(Array.isArray(taken) ? taken.map(String) : []) } };
};

export const primaryAddressSetter: Setter = (task, value, object) => {
  const primary = value === null ? "" : toText(task.cmdlet.context, value);
  return { properties: { EmailAddresses: withPrimary(addressesIn(object), primary) } };
};

/** An account name, which nobody else may have. */
export const accountName =
  (property: "UserPrincipalName" | "SamAccountName"): Setter =>
  (task, _value, object) => {
    const text = task.text(property) ?? "";
    checkAccountName(task, property, text, object);
    return { properties: { [property]: text } };
  };

/** An address outside, with its prefix. */
export function externalAddress(task: Task): string {
  const text = task.text("ExternalEmailAddress") ?? "";
  return text.includes(":") ? text.replace(/^smtp:/i, "SMTP:") : `SMTP:${text}`;
}

/** Another address outside: it takes the place of the old one among the recipient's own. */
export const setExternalAddress: Setter = (task, _value, object) => {
  const external = externalAddress(task);
  const before = attributeOf(object, "ExternalEmailAddress");
  const isOld = (address: string): boolean => address.toLowerCase() === String(before).toLowerCase();
  const wasPrimary = addressesIn(object).some((address) => address.startsWith("SMTP:") && isOld(address));
  const kept = addressesIn(object).filter((address) => !isOld(address));
  const addresses = wasPrimary ? joined([external, ...kept]) : [...kept, external.replace(/^SMTP:/, "smtp:")];
  return { properties: { ExternalEmailAddress: external, EmailAddresses: addresses } };
};

export const addressSetters: Readonly<Record<string, Setter>> = {
  Name: rename,
  EmailAddresses: emailAddressesSetter,
  PrimarySmtpAddress: primaryAddressSetter,
  WindowsEmailAddress: primaryAddressSetter,
};

function policyIsOn(object: DirectoryObject, change: ObjectChange): boolean {
  return (change.properties?.EmailAddressPolicyEnabled ?? object.properties.EmailAddressPolicyEnabled) !== false;
}

/** Whether the addresses were given, and not made. */
const givesAddresses = (change: ObjectChange): boolean => change.properties?.EmailAddresses !== undefined;

/**
 * What a change of a recipient brings with it: while the policies make the addresses, another alias or name brings
 * another primary address, and the old one stays as a further one.
 */
export function completedByPolicy(task: Task, object: DirectoryObject, given: ObjectChange): ObjectChange {
  const change = withSenders(task, object, given);
  if (givesAddresses(change) || !isMailEnabled(object) || !policyIsOn(object, change)) return change;
  const after = {
    ...object,
    name: change.name ?? object.name,
    properties: { ...object.properties, ...change.properties },
  };
  const wasOff = object.properties.EmailAddressPolicyEnabled === false;
  if (!wasOff && !wantsOtherAddresses(task, object, after)) return change;
  return { ...change, properties: { ...change.properties, EmailAddresses: reapplied(task, after, object) } };
}

/** The recipient's addresses as the policies want them; what it has stays. */
export function reapplied(task: Task, recipient: DirectoryObject, self: DirectoryObject): readonly string[] {
  const made = policyAddresses(task, recipient, self);
  const external = attributeOf(recipient, "ExternalEmailAddress");
  const first = typeof external === "string" ? [external] : [];
  return joined([...first, ...made, ...addressesIn(recipient).map((address) => address.replace(/^SMTP:/, "smtp:"))]);
}

/** Refuses addresses that somebody else has, and a primary one that is the policy's to make. */
export function checkAddressChange(task: Task, object: DirectoryObject, change: ObjectChange): void {
  const addresses = change.properties?.EmailAddresses;
  if (!Array.isArray(addresses)) return;
  const texts = addresses.map(String);
  const moved = primaryOf(texts).toLowerCase() !== primaryOf(addressesIn(object)).toLowerCase();
  const isGiven = ["EmailAddresses", "PrimarySmtpAddress", "WindowsEmailAddress"].some((name) => task.has(name));
  if (moved && isGiven && policyIsOn(object, change)) throw task.failure(messages.policyOwnsPrimary, []);
  checkAddresses(task, texts, object);
}

/** The options of Set that all recipients share. */
export const recipientSetOptions: Pick<SetOptions, "complete" | "check"> = {
  complete: completedByPolicy,
  check: checkAddressChange,
};
