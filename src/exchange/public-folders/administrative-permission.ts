import { type DirectoryObject, getProperty, pathOf } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { toItems } from "../../values/enumeration.js";
import { SwitchParameter } from "../../values/objects.js";
import { netText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { exchangeMessages, sentence } from "../noun/exchange-errors.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import {
  type AccessEntry,
  entriesAsProperty,
  entriesIn,
  withEntry,
  withoutEntry,
} from "../permissions/access-entry.js";
import { accessWarnings, warnOfAccess } from "../permissions/access-warnings.js";
import { domainNameOf } from "../permissions/account-names.js";
import { inheritanceType } from "../permissions/inheritance.js";
import { objectOwner, ownerView } from "../permissions/owner.js";
import { shownPrincipal, writeRow } from "../permissions/permission-rows.js";
import { isPresent } from "../permissions/present.js";
import { principalFor, principalText } from "../permissions/security-principal.js";
import { computed, fixed } from "../properties/property.js";
import { declareInDirectory, schema } from "../schema.js";
import { writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { folderClass, folderOf, folderPath } from "./hierarchy.js";

const tasks = "Microsoft.Exchange.Management.MapiTasks";
const typeName = `${tasks}.PublicFolderAdministrativeAceObject`;

/** Documented. */
const right = enumeration(`${tasks}.PublicFolderAdministrativePermission`, [
  "None",
  "ModifyPublicFolderACL",
  "ModifyPublicFolderAdminACL",
  "ModifyPublicFolderDeletedItemRetention",
  "ModifyPublicFolderExpiry",
  "ModifyPublicFolderQuotas",
  "ModifyPublicFolderReplicaList",
  "AdministerInformationStore",
  "ViewInformationStore",
  "AllExtendedRights",
]);

const attributes = { list: "AdministrativePermissions", owner: "AdministrativeOwner" } as const;
declareInDirectory({
  noun: "the administrative permissions of public folders",
  extension: {
    name: folderClass,
    properties: { [attributes.list]: { holds: "record", many: true }, [attributes.owner]: { holds: "string" } },
  },
});

/** Who manages public folders without having been named (from memory). */
const managers = ["Organization Management", "Public Folder Management"];

/** Who may manage a public folder: of 2010 only. Order and view from memory. */
export const publicFolderAdministrativePermission = defineNoun({
  noun: "PublicFolderAdministrativePermission",
  tasks: "MapiTasks",
  identity: { classes: [folderClass] },
  typeNames: [typeName, `${tasks}.AcePresentationObject`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("AccessRights", `${right.fullName}[]`, live("AccessRights")),
    computed("Deny", "System.Management.Automation.SwitchParameter", live("Deny")),
    computed("InheritanceType", inheritanceType.fullName, live("InheritanceType")),
    computed("User", "Microsoft.Exchange.Configuration.Tasks.SecurityPrincipalIdParameter", live("User")),
    computed("Identity", "Microsoft.Exchange.Data.Mapi.PublicFolderId", ({ topology, object }) =>
      folderPath(topology, object),
    ),
    computed("IsInherited", "bool", live("IsInherited")),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity", width: 20 },
        { property: "User", width: 20 },
        { property: "AccessRights" },
        { property: "IsInherited", width: 11 },
        { property: "Deny", width: 5 },
      ],
    },
    ownerView,
  ],
});

const question = (doing: string, link: string) =>
  sentence({
    text: (folder: string, user: string, rights: string) =>
      `${doing} the administrative rights "${rights}" of user "${user}" ${link} public folder "${folder}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });
const questions = {
  add: question("Adding", "to"),
  remove: question("Removing", "from"),
  owner: sentence({
    text: (folder: string, user: string) => `Setting the owner of public folder "${folder}" to "${user}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
} as const;

const ownEntries = (folder: DirectoryObject): readonly AccessEntry[] =>
  entriesIn(getProperty(schema, folder, attributes.list));

/** What comes from the folders above, the nearest first. */
function inherited(task: Task, folder: DirectoryObject): readonly AccessEntry[] {
  const above = pathOf(task.topology, folder)
    .filter((step) => step.class === folderClass && step.guid !== folder.guid)
    .toReversed();
  const given = above.flatMap((step, index) =>
    ownEntries(step).filter(
      ({ inheritance }) => /All|Descendents/.test(inheritance) || (index === 0 && inheritance !== "None"),
    ),
  );
  const domain = domainNameOf(task.topology, folder);
  const always = managers.map((name) => ({
    principal: `${domain}\\${name}`,
    rights: ["AllExtendedRights"],
    deny: false,
    inheritance: "All",
  }));
  return [...given, ...always];
}

function write(task: Task, folder: DirectoryObject, entry: AccessEntry, isInherited: boolean): void {
  writeRow(task, publicFolderAdministrativePermission, folder, {
    AccessRights: new PSArray(entry.rights.map(right), typeNamed(right.fullName)),
    Deny: new SwitchParameter(entry.deny),
    InheritanceType: inheritanceType(entry.inheritance),
    User: shownPrincipal(task, entry.principal),
    IsInherited: isInherited,
  });
}

function writeOwner(task: Task, folder: DirectoryObject): void {
  const owner = getProperty(schema, folder, attributes.owner);
  const first = `${domainNameOf(task.topology, folder)}\\Organization Management`;
  writeRow(task, objectOwner, folder, {
    Owner: shownPrincipal(task, typeof owner === "string" ? owner : first),
    Identity: writtenId(folderPath(task.topology, folder)),
  });
}

function show(task: Task): void {
  const folder = folderOf(task);
  if (task.isOn("Owner")) {
    writeOwner(task, folder);
    return;
  }
  const wanted = task.has("User") ? principalText(task.topology, principalFor(task, "User")).toLowerCase() : null;
  const fits = ({ principal }: AccessEntry): boolean =>
    wanted === null || principalText(task.topology, principal).toLowerCase() === wanted;
  for (const entry of ownEntries(folder)) if (fits(entry)) write(task, folder, entry, false);
  for (const entry of inherited(task, folder)) if (fits(entry)) write(task, folder, entry, true);
}

/** The entry that the parameters mean, or the one that was handed over. */
function given(task: Task): AccessEntry {
  const { context } = task.cmdlet;
  const instance = task.value("Instance");
  const of = (name: string): Value =>
    task.has(name) || !(instance instanceof ExchangeObject)
      ? task.value(name)
      : (instance.source.live?.get(name) ?? null);
  const listed = of("AccessRights");
  const texts =
    listed instanceof MultiValuedChange
      ? (listed.replacement ?? listed.add)
      : toItems(listed).map((each) => netText(context, each));
  const wanted = texts.flatMap((text) => text.split(",")).map((text) => text.trim().toLowerCase());
  const rights = right.members.filter((name) => wanted.includes(name.toLowerCase()));
  if (rights.length !== new Set(wanted).size)
    throw task.failure(exchangeMessages.badValue, [
      `"${texts.join(", ")}" isn't a list of access rights. There are ${right.members.join(", ")}.`,
    ]);
  return {
    principal: principalFor(task, of("User")),
    rights,
    deny: task.has("Deny") ? task.isOn("Deny") : isPresent(of("Deny")),
    inheritance: netText(context, of("InheritanceType")) || "All",
  };
}

const called = (task: Task, folder: DirectoryObject, { principal, rights }: AccessEntry) =>
  [folderPath(task.topology, folder), principalText(task.topology, principal), rights.join(", ")] as const;

function folderGiven(task: Task): DirectoryObject {
  const instance = task.value("Instance");
  if (!(instance instanceof ExchangeObject) || task.value("Identity") instanceof IdParameter) return folderOf(task);
  const { guid, name } = instance.source.object;
  return task.single(task.find(guid, { classes: [folderClass] }), name, (identity) => task.notFound(identity));
}

function store(task: Task, folder: DirectoryObject, entries: readonly AccessEntry[]): DirectoryObject {
  return change(task, folder, { properties: { [attributes.list]: entriesAsProperty(entries) } });
}

function add(task: Task): void {
  const folder = folderGiven(task);
  if (task.has("Owner")) {
    const owner = principalFor(task, "Owner");
    const path = folderPath(task.topology, folder);
    if (!task.shouldProcess(questions.owner.text(path, principalText(task.topology, owner)))) return;
    writeOwner(task, change(task, folder, { properties: { [attributes.owner]: owner } }));
    return;
  }
  const entry = given(task);
  if (!task.shouldProcess(questions.add.text(...called(task, folder, entry)))) return;
  const entries = withEntry(ownEntries(folder), entry, right.members);
  if (entries === null) warnOfAccess(task, accessWarnings.present, folder, entry.principal);
  const after = entries === null ? folder : store(task, folder, entries);
  const result = (entries ?? ownEntries(folder)).find(
    (each) => each.principal === entry.principal && each.deny === entry.deny && each.inheritance === entry.inheritance,
  );
  if (result !== undefined) write(task, after, result, false);
}

function remove(task: Task): void {
  const folder = folderGiven(task);
  const entry = given(task);
  if (!task.shouldProcess(questions.remove.text(...called(task, folder, entry)))) return;
  const entries = withoutEntry(ownEntries(folder), entry);
  if (entries === null) warnOfAccess(task, accessWarnings.absent, folder, entry.principal);
  else store(task, folder, entries);
}

const noun = publicFolderAdministrativePermission;
const emulated = ["Identity", "User", "AccessRights", "Deny", "InheritanceType", "Instance", "Server"];

export const publicFolderAdministrativePermissionVerbs: NounVerbs = {
  Get: {
    taskClass: taskClassOf(noun, "Get"),
    emulated: ["Identity", "User", "Owner", "Server"],
    accepted: [],
    defaultParameterSet: "Identity",
    process: show,
  },
  Add: {
    taskClass: taskClassOf(noun, "Add"),
    emulated: [...emulated, "Owner"],
    accepted: [],
    defaultParameterSet: "Identity",
    givenByInstance: ["User", "AccessRights"],
    process: add,
  },
  Remove: {
    taskClass: taskClassOf(noun, "Remove"),
    emulated,
    accepted: [],
    confirms: true,
    defaultParameterSet: "Identity",
    givenByInstance: ["Identity", "User", "AccessRights"],
    process: remove,
  },
};
