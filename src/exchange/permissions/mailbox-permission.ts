import { type DirectoryObject, getProperty, type PropertyValue, pathOf, updateObject } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { toItems } from "../../values/enumeration.js";
import { SwitchParameter } from "../../values/objects.js";
import { netText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { identityProperty } from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import { resultSize, warnOfMore } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { declareInDirectory, schema } from "../schema.js";
import { databaseOf } from "../transport/delivery.js";
import { enumeration } from "../types/enumeration.js";
import { type AccessEntry, entriesAsProperty, entriesIn, withEntry, withoutEntry } from "./access-entry.js";
import { accessWarnings, warnOfAccess } from "./access-warnings.js";
import { domainNameOf } from "./account-names.js";
import { addedEntries } from "./directory/access-list.js";
import { bitsOf } from "./directory/rights.js";
import { inheritanceType } from "./inheritance.js";
import { ownerAttribute, setMailboxOwner, writeMailboxOwner } from "./mailbox-owner.js";
import { shownPrincipal, writeRow } from "./permission-rows.js";
import { isPresent } from "./present.js";
import { principalFor, principalText } from "./security-principal.js";

const tasks = "Microsoft.Exchange.Management.RecipientTasks";
const typeName = `${tasks}.MailboxAcePresentationObject`;

const rights = enumeration(`${tasks}.MailboxRights`, [
  "FullAccess",
  "SendAs",
  "ExternalAccount",
  "DeleteItem",
  "ReadPermission",
  "ChangePermission",
  "ChangeOwner",
]);

const attribute = "MailboxAccess";
declareInDirectory({
  noun: "the access lists of mailboxes",
  extension: { name: "User", properties: { [attribute]: { holds: "record", many: true } } },
});
/** What a user has of all this who has no mailbox. */
export const withoutMailboxPermissions: Readonly<Record<string, PropertyValue>> = {
  [attribute]: [],
  [ownerAttribute]: null,
};

const entry = (principal: string, names: readonly string[], deny = false): AccessEntry => ({
  principal,
  rights: names,
  deny,
  inheritance: "All",
});

/** What the owner of a mailbox has. */
const own: readonly AccessEntry[] = [entry("NT AUTHORITY\\SELF", ["FullAccess", "ReadPermission"])];
const all = ["FullAccess", "DeleteItem", "ReadPermission", "ChangePermission", "ChangeOwner"];
const administrators = ["Administrator", "Domain Admins", "Enterprise Admins", "Organization Management"];

/** What comes down from the database and the organization; groups by name, without the domain (from memory). */
const inherited: readonly (AccessEntry & { readonly inDomain: boolean })[] = [
  ...administrators.map((name) => ({ ...entry(name, ["FullAccess"], true), inDomain: true })),
  { ...entry("NT AUTHORITY\\SYSTEM", ["FullAccess"]), inDomain: false },
  { ...entry("NT AUTHORITY\\NETWORK SERVICE", ["ReadPermission"]), inDomain: false },
  ...administrators.map((name) => ({ ...entry(name, all), inDomain: true })),
  { ...entry("Public Folder Management", ["ReadPermission"]), inDomain: true },
  { ...entry("Delegated Setup", ["ReadPermission"]), inDomain: true },
  { ...entry("Exchange Servers", ["FullAccess", "ReadPermission"]), inDomain: true },
  { ...entry("Exchange Trusted Subsystem", all), inDomain: true },
];

/** Who may open a mailbox. The entries are in the security descriptor of the mailbox, not of the user. */
export const mailboxPermission = defineNoun({
  noun: "MailboxPermission",
  tasks: "RecipientTasks",
  identity: mailbox.identity,
  typeNames: [typeName, `${tasks}.AcePresentationObject`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("AccessRights", `${rights.fullName}[]`, live("AccessRights")),
    computed("Deny", "System.Management.Automation.SwitchParameter", live("Deny")),
    computed("InheritanceType", inheritanceType.fullName, live("InheritanceType")),
    computed("User", "Microsoft.Exchange.Configuration.Tasks.SecurityPrincipalIdParameter", live("User")),
    identityProperty("canonical"),
    computed("IsInherited", "bool", live("IsInherited")),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "Unchanged", { since: "2013" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/views.md: add-mailboxpermission.2
      columns: [
        { property: "Identity", width: 20 },
        { property: "User", width: 20 },
        { property: "AccessRights" },
        { property: "IsInherited", width: 11 },
        { property: "Deny", width: 5 },
      ],
    },
  ],
});

const adding = sentence({
  text: (identity: string, user: string, names: string) =>
    `Adding mailbox permission "${identity}" for user "${user}" with access rights "${names}".`,
  certainty: "derived",
  evidence: "facts/nouns.json: as Remove-MailboxPermission asks",
});
const removing = sentence({
  text: (identity: string, user: string, names: string) =>
    `Removing mailbox permission "${identity}" for user "${user}" with access rights "${names}".`,
  certainty: "captured",
  evidence: "facts/nouns.json, Remove-MailboxPermission",
});

const resetting = sentence({
  text: (identity: string) => `Resetting the permissions of mailbox "${identity}" to the default.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const clearing = sentence({
  text: (identity: string) => `Clearing the automapping of mailbox "${identity}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

function entriesOf(user: DirectoryObject): readonly AccessEntry[] {
  const stored = entriesIn(getProperty(schema, user, attribute));
  return stored.length === 0 ? own : stored;
}

function write(task: Task, user: DirectoryObject, of: AccessEntry, isInherited: boolean): void {
  writeRow(task, mailboxPermission, user, {
    AccessRights: new PSArray(of.rights.map(rights), typeNamed(rights.fullName)),
    Deny: new SwitchParameter(of.deny),
    InheritanceType: inheritanceType(of.inheritance),
    User: shownPrincipal(task, of.principal),
    IsInherited: isInherited,
  });
}

const allBits = bitsOf(["GenericAll"]);

/** Who was let into all mailboxes of the user's database, by Add-ADPermission: GenericAll or Receive-As on it. */
function fromDatabase(task: Task, user: DirectoryObject): readonly AccessEntry[] {
  const database = databaseOf(task.topology, user);
  if (database === null) return [];
  return pathOf(task.topology, database).flatMap((place) =>
    addedEntries(place)
      .filter(
        ({ about, bits }) => about?.toLowerCase() === "receive-as" || (about === null && (bits & allBits) === allBits),
      )
      .map(({ principal, deny }) => entry(principal, ["FullAccess"], deny)),
  );
}

function show(task: Task): void {
  const identity = task.value("Identity");
  const found = identity instanceof IdParameter ? task.matches(identity, mailbox.identity) : [];
  if (found.length === 0 && identity instanceof IdParameter && !identity.text.includes("*"))
    throw task.notFound(identity.text);
  const wanted = task.has("User") ? principalText(task.topology, principalFor(task, "User")).toLowerCase() : null;
  const limit = resultSize(task);
  for (const [index, user] of found.entries()) {
    if (index >= limit) {
      warnOfMore(task);
      return;
    }
    if (task.isOn("Owner")) {
      writeMailboxOwner(task, user);
      continue;
    }
    const domain = domainNameOf(task.topology, user);
    const fits = (principal: string): boolean =>
      wanted === null || principalText(task.topology, principal).toLowerCase() === wanted;
    for (const of of entriesOf(user)) if (fits(of.principal)) write(task, user, of, false);
    for (const of of fromDatabase(task, user)) if (fits(of.principal)) write(task, user, of, true);
    for (const { inDomain, ...of } of inherited) {
      const principal = inDomain ? `${domain}\\${of.principal}` : of.principal;
      if (fits(principal)) write(task, user, { ...of, principal }, true);
    }
  }
}

/** What is given of an entry: by parameters, or by one that was handed over. */
interface Given {
  readonly user: DirectoryObject;
  readonly entry: AccessEntry;
  /** For the question: as it was typed. */
  readonly called: readonly [identity: string, user: string, rights: string];
}

function given(task: Task): Given {
  const instance = task.value("Instance");
  const { context } = task.cmdlet;
  const of = (name: string): Value =>
    task.has(name) || !(instance instanceof ExchangeObject)
      ? task.value(name)
      : (instance.source.live?.get(name) ?? null);
  const user =
    instance instanceof ExchangeObject && !task.has("Identity")
      ? task.single(task.find(instance.source.object.guid, mailbox.identity), instance.source.object.name, (name) =>
          task.notFound(name),
        )
      : task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  const wanted = new Set(toItems(of("AccessRights")).map((right) => netText(context, right)));
  const names = rights.members.filter((name) => wanted.has(name));
  const principal = of("User");
  const identity = task.value("Identity");
  return {
    user,
    entry: {
      principal: principalFor(task, principal),
      rights: names,
      deny: task.has("Deny") ? task.isOn("Deny") : isPresent(of("Deny")),
      inheritance: netText(context, of("InheritanceType")) || "All",
    },
    called: [
      identity instanceof IdParameter ? identity.text : user.name,
      principal instanceof IdParameter ? principal.text : "",
      names.map((name) => `'${name}'`).join(", "),
    ],
  };
}

function store(task: Task, user: DirectoryObject, entries: readonly AccessEntry[]): DirectoryObject {
  const result = updateObject(schema, task.topology, user.guid, {
    properties: { [attribute]: entriesAsProperty(entries) },
  });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

function add(task: Task): void {
  if (task.has("Owner")) {
    setMailboxOwner(task);
    return;
  }
  const { user, entry: added, called } = given(task);
  task.requireWrite(user);
  if (!task.shouldProcess(adding.text(...called))) return;
  const entries = withEntry(entriesOf(user), added, rights.members);
  if (entries === null) warnOfAccess(task, accessWarnings.present, user, added.principal);
  const changed = entries === null ? user : store(task, user, entries);
  const result = (entries ?? entriesOf(user)).find((of) => of.principal === added.principal && of.deny === added.deny);
  if (result !== undefined) write(task, changed, result, false);
}

/** -ResetDefault: what was added goes, and the owner has what he had. */
function reset(task: Task): void {
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  task.requireWrite(user);
  if (task.shouldProcess(resetting.text(user.name))) store(task, user, []);
}

/** -ClearAutoMapping: who may open the mailbox stays; that Outlook opens it by itself nothing here shows. */
function clearAutoMapping(task: Task): void {
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  task.requireWrite(user);
  task.shouldProcess(clearing.text(user.name));
}

function remove(task: Task): void {
  const { user, entry: removed, called } = given(task);
  task.requireWrite(user);
  if (!task.shouldProcess(removing.text(...called))) return;
  const entries = withoutEntry(entriesOf(user), removed);
  if (entries === null) warnOfAccess(task, accessWarnings.absent, user, removed.principal);
  else store(task, user, entries);
}

const emulated = ["Identity", "User", "AccessRights", "Deny", "InheritanceType", "Instance"];

export const mailboxPermissionVerbs: NounVerbs = {
  Get: {
    taskClass: "RecipientTasks.GetMailboxPermission",
    emulated: ["Identity", "Owner", "ResultSize", "User"],
    accepted: [],
    defaultParameterSet: "AccessRights",
    process: show,
  },
  Add: {
    taskClass: "RecipientTasks.AddMailboxPermission",
    emulated: [...emulated, "Owner"],
    // Outlook opens such a mailbox by itself; nothing here does.
    accepted: ["AutoMapping"],
    defaultParameterSet: "AccessRights",
    givenByInstance: ["User", "AccessRights"],
    process: add,
  },
  Remove: {
    taskClass: "RecipientTasks.RemoveMailboxPermission",
    emulated: [...emulated, "ClearAutoMapping", "ResetDefault"],
    accepted: [],
    confirms: true,
    inSets: { ResetDefault: ["ResetDefault"] },
    // That of Add and Get, which have -Owner.
    noSets: ["Owner"],
    defaultParameterSet: "AccessRights",
    givenByInstance: ["Identity", "User", "AccessRights"],
    process: (task) => {
      if (task.isOn("ResetDefault")) reset(task);
      else if (task.isOn("ClearAutoMapping")) clearAutoMapping(task);
      else remove(task);
    },
  },
};
