import { type PropertyValue, type Reference, reference } from "../value.js";
import type { BuildContext } from "./context.js";
import { buildDevices } from "./devices.js";
import {
  checkFields,
  type Given,
  itemOf,
  named,
  oneOf,
  optionalList,
  optionalText,
  requiredText,
  show,
} from "./reader.js";
import { type MailboxSpec, mailboxTypes, type TopologySpec } from "./spec.js";

const fields = [
  "name",
  "alias",
  "displayName",
  "firstName",
  "lastName",
  "database",
  "organizationalUnit",
  "type",
  "emailAddresses",
  "devices",
];

/** The longest logon name that Windows before 2000 knew, and that Active Directory still allows. */
const maximumSamAccountName = 20;

/** Makes the users with mailboxes. */
export function buildMailboxes(context: BuildContext, spec: TopologySpec): void {
  const mailboxes: unknown = spec.mailboxes ?? [];
  if (!isIterable(mailboxes)) {
    context.problems.add("mailboxes", `${show(mailboxes)} won't do. Give a list of names or descriptions.`);
    return;
  }
  const byTurns = [...context.databases.values()]
    .filter((database) => !database.recovery)
    .map((database) => reference(database.object.guid));
  let number = 0;
  for (const item of mailboxes) {
    buildMailbox(context, number, itemOf<MailboxSpec>(item), byTurns[number % byTurns.length]);
    number++;
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function buildMailbox(
  context: BuildContext,
  number: number,
  given: Given<MailboxSpec>,
  next: Reference | undefined,
): void {
  const { problems, forest, domainName } = context;
  const where = `mailboxes[${number}]`;
  checkFields(problems, where, given, fields);
  const name = requiredText(problems, `${where}.name`, given.name, "Alan Reid");
  const alias = optionalText(problems, `${where}.alias`, given.alias, "alan.reid") ?? aliasOf(name);
  const unit = unitOf(context, where, given.organizationalUnit);
  const [first, last] = twoWords(name);
  const properties: Record<string, PropertyValue> = {
    SamAccountName: alias.slice(0, maximumSamAccountName),
    UserPrincipalName: `${alias}@${domainName}`,
    FirstName: optionalText(problems, `${where}.firstName`, given.firstName, "Alan") ?? first,
    LastName: optionalText(problems, `${where}.lastName`, given.lastName, "Reid") ?? last,
    DisplayName: optionalText(problems, `${where}.displayName`, given.displayName, "Alan Reid") ?? name,
    Alias: alias,
    EmailAddresses: addressesOf(context, where, given.emailAddresses) ?? [`SMTP:${alias}@${domainName}`],
    // Names are unique within Users only, so in other units the number keeps the legacy names apart.
    LegacyExchangeDN: context.recipientsPrefix + (unit === undefined ? name : name + number.toString(16)),
    Database: databaseOf(context, where, given.database, next),
    ExchangeGuid: forest.propertyGuid(),
    RecipientTypeDetails: oneOf(problems, `${where}.type`, given.type, mailboxTypes, "UserMailbox"),
  };
  if (name === "") return;
  const input =
    unit === undefined ? { class: "User", name, properties } : { class: "User", name, parent: unit, properties };
  if (given.devices === undefined) forest.addLeaf(input, where);
  else buildDevices(context, forest.add(input, where).guid, `${where}.devices`, given.devices);
}

/** `alan.reid` for `Alan Reid`: small letters, dots for blanks, and no characters that an alias can't have. */
function aliasOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, ".")
    .replace(/[^a-z0-9!#$%&'*+\-/=?^_`{|}~.\u00a1-\uffff]/g, "");
}

function twoWords(name: string): readonly [string, string] | readonly [null, null] {
  const blank = name.indexOf(" ");
  if (blank < 0 || name.indexOf(" ", blank + 1) >= 0) return [null, null];
  return [name.slice(0, blank), name.slice(blank + 1)];
}

function unitOf(context: BuildContext, where: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const place = `${where}.organizationalUnit`;
  const name = requiredText(context.problems, place, value, "Sales");
  return named(context.problems, place, name, context.units, "organizational unit")?.guid;
}

function databaseOf(
  context: BuildContext,
  where: string,
  value: unknown,
  next: Reference | undefined,
): Reference | null {
  const { problems } = context;
  const name = optionalText(problems, `${where}.database`, value, "Mailbox Database 1");
  if (name === undefined) {
    if (next === undefined)
      problems.add(where, "a mailbox needs a database. Describe one that is no recovery database.");
    return next ?? null;
  }
  const database = named(problems, `${where}.database`, name, context.databases, "database");
  if (database === null) return null;
  if (database.recovery)
    problems.add(`${where}.database`, `${name} is a recovery database, which holds no mailboxes of users.`);
  return reference(database.object.guid);
}

/** Addresses with their prefix, the first one the primary one; undefined when none are given. */
function addressesOf(context: BuildContext, where: string, value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  const given = optionalList(context.problems, `${where}.emailAddresses`, value);
  return given.map((item, index) => {
    const place = `${where}.emailAddresses[${index}]`;
    const address = requiredText(context.problems, place, item, `alan.reid@${context.domainName}`);
    if (!/^[^@\s]+@[^@\s]+$/.test(address))
      context.problems.add(place, `${show(address)} is no address. Write it as name@domain.`);
    return `${index === 0 ? "SMTP" : "smtp"}:${address}`;
  });
}
