import { type DirectoryObject, getProperty, type ObjectChange, updateObject } from "../../../topology/index.js";
import { PSArray } from "../../../values/collections.js";
import { toItems } from "../../../values/enumeration.js";
import { SwitchParameter } from "../../../values/objects.js";
import { netText } from "../../../values/text.js";
import { typeNamed } from "../../../values/types.js";
import type { Value } from "../../../values/value.js";
import { sentence } from "../../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { live, multiValued } from "../../noun/read.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { IdParameter, idParameterType } from "../../parameters/id-parameter.js";
import { computed, fixed } from "../../properties/property.js";
import { accessListAttributes, schema } from "../../schema.js";
import { accessWarnings, warnOfAccess } from "../access-warnings.js";
import { domainNameOf } from "../account-names.js";
import { inheritanceType } from "../inheritance.js";
import { objectOwner, ownerView } from "../owner.js";
import { placeIdentity, shownPrincipal, writeRow } from "../permission-rows.js";
import { principalFor, principalText } from "../security-principal.js";
import { accessListOf, ownEntries, type PlacedEntry, withEntryAdded, withEntryRemoved } from "./access-list.js";
import { type DirectoryEntry, isSameEntry } from "./directory-entry.js";
import { entriesGiven, objectGiven } from "./given-entries.js";
import { directoryRights, extendedRightBit, extendedRightNamed, namesOf } from "./rights.js";

const tasks = "Microsoft.Exchange.Management.RecipientTasks";
const typeName = `${tasks}.ADAcePresentationObject`;
const idTypes = "Microsoft.Exchange.Configuration.Tasks";

/** Who may do what with an object of the directory. Order of the list from memory. */
export const adPermission = defineNoun({
  noun: "ADPermission",
  tasks: "RecipientTasks",
  identity: { classes: [] },
  typeNames: [typeName, `${tasks}.AcePresentationObject`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("AccessRights", `${directoryRights.fullName}[]`, live("AccessRights")),
    computed("ExtendedRights", `${idTypes}.ExtendedRightIdParameter[]`, live("ExtendedRights")),
    computed("ChildObjectTypes", `${idTypes}.ADSchemaObjectIdParameter[]`, live("ChildObjectTypes")),
    computed("InheritedObjectType", `${idTypes}.ADSchemaObjectIdParameter`, live("InheritedObjectType")),
    computed("Properties", `${idTypes}.ADSchemaObjectIdParameter[]`, live("Properties")),
    computed("Deny", "System.Management.Automation.SwitchParameter", live("Deny")),
    computed("InheritanceType", inheritanceType.fullName, live("InheritanceType")),
    computed("User", `${idTypes}.SecurityPrincipalIdParameter`, live("User")),
    placeIdentity,
    computed("IsInherited", "bool", live("IsInherited")),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "Unchanged", { since: "2013" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/views.md: add-adpermission.1, add-adpermission.2
      columns: [
        { property: "Identity", width: 20 },
        { property: "User", width: 20 },
        { property: "Deny", width: 5, alignment: "left" },
        { property: "IsInherited", label: "Inherited", alignment: "left" },
      ],
    },
    ownerView,
  ],
});

const questions = {
  Add: sentence({
    text: (identity: string, user: string, names: string) =>
      `Adding Active Directory permission "${identity}" for user "${user}" with access rights "${names}".`,
    certainty: "derived",
    evidence: "facts/captures.jsonl: as Remove-ADPermission asks",
  }),
  Remove: sentence({
    text: (identity: string, user: string, names: string) =>
      `Removing Active Directory permission "${identity}" for user "${user}" with access rights "${names}".`,
    certainty: "derived",
    evidence: "facts/captures.jsonl, remove-adpermission.1: seen in Korean",
  }),
  Owner: sentence({
    text: (identity: string, owner: string) => `Setting the owner of "${identity}" to "${owner}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
} as const;

const schemaId = (name: string): Value =>
  new IdParameter(typeNamed(idParameterType("ADSchemaObjectIdParameter")), name, null);
const rightId = (name: string): Value =>
  new IdParameter(typeNamed(idParameterType("ExtendedRightIdParameter")), name, null);
const childBits = 0x3n;

/** Writes an entry: what it is about stands under the name of its kind. */
function write(task: Task, object: DirectoryObject, entry: PlacedEntry): void {
  const { about } = entry;
  const isRight = about !== null && (entry.bits & extendedRightBit) !== 0n && extendedRightNamed(about) !== undefined;
  const isChild = about !== null && !isRight && (entry.bits & childBits) !== 0n;
  const several = (wanted: boolean, type: string, id: (name: string) => Value): Value =>
    wanted && about !== null ? multiValued([id(about)], `${idTypes}.${type}`) : null;
  writeRow(task, adPermission, object, {
    AccessRights: new PSArray(namesOf(entry.bits).map(directoryRights), typeNamed(directoryRights.fullName)),
    ExtendedRights: several(isRight, "ExtendedRightIdParameter", rightId),
    ChildObjectTypes: several(isChild, "ADSchemaObjectIdParameter", schemaId),
    InheritedObjectType: entry.onto === null ? null : schemaId(entry.onto),
    Properties: several(!isRight && !isChild, "ADSchemaObjectIdParameter", schemaId),
    Deny: new SwitchParameter(entry.deny),
    InheritanceType: inheritanceType(entry.inheritance),
    User: shownPrincipal(task, entry.principal),
    IsInherited: entry.isInherited,
  });
}

function show(task: Task): void {
  const object = objectGiven(task);
  if (task.isOn("Owner")) {
    showOwner(task, object);
    return;
  }
  const wanted = task.has("User") ? principalText(task.topology, principalFor(task, "User")).toLowerCase() : null;
  for (const entry of accessListOf(task.topology, object)) {
    if (wanted === null || principalText(task.topology, entry.principal).toLowerCase() === wanted)
      write(task, object, entry);
  }
}

/** Who made it, until somebody else is said to own it: the administrators of the domain (from memory). */
function showOwner(task: Task, object: DirectoryObject): void {
  const kept = getProperty(schema, object, accessListAttributes.owner);
  const owner = typeof kept === "string" ? kept : `${domainNameOf(task.topology, object)}\\Domain Admins`;
  writeRow(task, objectOwner, object, { Owner: shownPrincipal(task, owner) });
}

function save(task: Task, object: DirectoryObject, change: ObjectChange): DirectoryObject {
  const result = updateObject(schema, task.topology, object.guid, change);
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

const typed = (value: Value, otherwise: string): string => (value instanceof IdParameter ? value.text : otherwise);

/** Asks before entries are changed. */
function asks(
  task: Task,
  verb: "Add" | "Remove",
  object: DirectoryObject,
  entries: readonly DirectoryEntry[],
): boolean {
  task.requireWrite(object);
  const given = toItems(task.value("AccessRights")).map((each) => netText(task.cmdlet.context, each));
  const names = given.length > 0 ? given : namesOf(entries[0]?.bits ?? 0n);
  const [first] = entries;
  const user = typed(task.value("User"), first === undefined ? "" : principalText(task.topology, first.principal));
  const shown = names.map((name) => `'${name}'`).join(", ");
  return task.shouldProcess(questions[verb].text(typed(task.value("Identity"), object.name), user, shown));
}

function add(task: Task): void {
  let object = objectGiven(task);
  if (task.has("Owner")) {
    setOwner(task, object);
    return;
  }
  const entries = entriesGiven(task);
  if (!asks(task, "Add", object, entries)) return;
  for (const entry of entries) {
    const change = withEntryAdded(task.topology, object, entry);
    if (change === null) warnOfAccess(task, accessWarnings.present, object, entry.principal);
    else object = save(task, object, change);
    const result = ownEntries(task.topology, object).find((each) => isSameEntry(each, entry));
    if (result !== undefined) write(task, object, { ...result, isInherited: false });
  }
}

function setOwner(task: Task, object: DirectoryObject): void {
  const owner = principalFor(task, "Owner");
  task.requireWrite(object);
  const called = typed(task.value("Identity"), object.name);
  if (!task.shouldProcess(questions.Owner.text(called, typed(task.value("Owner"), "")))) return;
  showOwner(task, save(task, object, { properties: { [accessListAttributes.owner]: owner } }));
}

function remove(task: Task): void {
  let object = objectGiven(task);
  const entries = entriesGiven(task);
  if (!asks(task, "Remove", object, entries)) return;
  for (const entry of entries.flatMap((each) => meantBy(task, object, each))) {
    const change = withEntryRemoved(task.topology, object, entry);
    if (change === null) warnOfAccess(task, accessWarnings.absent, object, entry.principal);
    else object = save(task, object, change);
  }
}

/** Without -InheritanceType an entry is meant however it goes on to what is below. */
function meantBy(task: Task, object: DirectoryObject, entry: DirectoryEntry): readonly DirectoryEntry[] {
  if (task.has("InheritanceType")) return [entry];
  const present = ownEntries(task.topology, object).filter(
    (each) => (each.bits & entry.bits) !== 0n && isSameEntry({ ...each, inheritance: entry.inheritance }, entry),
  );
  return present.length === 0 ? [entry] : present.map(({ inheritance }) => ({ ...entry, inheritance }));
}

const entryParameters = [
  "Identity",
  "Instance",
  "User",
  "AccessRights",
  "ChildObjectTypes",
  "Deny",
  "ExtendedRights",
  "InheritanceType",
  "InheritedObjectType",
  "Properties",
];

export const adPermissionVerbs: NounVerbs = {
  Get: {
    taskClass: "RecipientTasks.GetADPermission",
    emulated: ["Identity", "Owner", "User"],
    accepted: [],
    defaultParameterSet: "AccessRights",
    process: show,
  },
  Add: {
    taskClass: "RecipientTasks.AddADPermission",
    emulated: [...entryParameters, "Owner"],
    accepted: [],
    defaultParameterSet: "AccessRights",
    givenByInstance: ["User"],
    process: add,
  },
  Remove: {
    taskClass: "RecipientTasks.RemoveADPermission",
    emulated: entryParameters,
    accepted: [],
    confirms: true,
    defaultParameterSet: "AccessRights",
    givenByInstance: ["Identity", "User"],
    process: remove,
  },
};
