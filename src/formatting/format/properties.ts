import { operand } from "../../values/enumeration.js";
import { builtInMembers } from "../../values/member-access/built-in-members.js";
import { type PropertyOrder, propertiesOf, typeNamesOf } from "../../values/member-access/index.js";
import type { MemberSet, MemberTable, PropertySet, PSMember } from "../../values/members.js";
import { AutomationNull } from "../../values/objects.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { typeOf } from "../../values/value-types.js";
import { withoutDeserialized } from "../views/view-table.js";

/** Notes that remoting adds and that no display shows. */
const hiddenNotes: ReadonlySet<string> = new Set(["psshowcomputername"]);

/** Notes of remoting: an object that has nothing else is shown as its text. */
export const remotingNotes: ReadonlySet<string> = new Set([
  "runspaceid",
  "pscomputername",
  "psshowcomputername",
  "pssourcejobinstanceid",
]);

const propertyKinds: ReadonlySet<PSMember["kind"]> = new Set([
  "NoteProperty",
  "AliasProperty",
  "ScriptProperty",
  "CodeProperty",
] as const);

/**
 * Names of the properties that a display without -Property shows: instance members, then .NET's, then those of the type
 * table (SPEC A.3). Of an object with an adapter those that the adapter makes, if any.
 */
export function displayableProperties(context: ValueContext, value: Value): readonly string[] {
  const adapted = typeOf(value)?.adapter?.properties(operand(value)) ?? [];
  if (adapted.length > 0) return [...ownNames(value), ...adapted.map(({ name }) => name)];
  return visibleNames(context, value, "all");
}

/** Names of the instance's own properties. */
function ownNames(value: Value): readonly string[] {
  return [...(instanceMembers(value) ?? [])].filter(({ kind }) => propertyKinds.has(kind)).map(({ name }) => name);
}

/** Names in the order in which wildcards find them: instance members, then those of the type table, then .NET's. */
export function wildcardProperties(context: ValueContext, value: Value): readonly string[] {
  return visibleNames(context, value, "wildcard");
}

function visibleNames(context: ValueContext, value: Value, order: PropertyOrder): readonly string[] {
  const names: string[] = [];
  for (const { name, memberKind } of propertiesOf(context, value, order)) {
    if (memberKind !== "ParameterizedProperty" && !isHiddenNote(value, name)) names.push(name);
  }
  return names;
}

/** Whether an object has any property besides the notes of remoting, found without listing them all. */
export function hasProperties(context: ValueContext, value: Value): boolean {
  for (const member of instanceMembers(value) ?? []) {
    if (propertyKinds.has(member.kind) && !remotingNotes.has(member.name.toLowerCase())) return true;
  }
  const type = typeOf(value);
  if (type?.members.some((member) => member.kind === "Property") === true) return true;
  return displayableProperties(context, value).some((name) => !remotingNotes.has(name.toLowerCase()));
}

function isHiddenNote(value: Value, name: string): boolean {
  const key = name.toLowerCase();
  if (hiddenNotes.has(key)) return true;
  if (key !== "pscomputername") return false;
  // Shown only when PSShowComputerName says so.
  const show = instanceMembers(value)?.get("PSShowComputerName");
  return show?.kind === "NoteProperty" && show.value === false;
}

function instanceMembers(value: Value): MemberTable | null {
  return typeof value === "object" && value !== null && value !== AutomationNull ? value.instanceMembers : null;
}

/** Names of `DefaultDisplayPropertySet` that the object has; `null` without such a set. */
export function defaultDisplaySet(context: ValueContext, value: Value): readonly string[] | null {
  const set = standardMember(context, value, "DefaultDisplayPropertySet");
  return set?.kind === "PropertySet" ? set.referencedNames : null;
}

/** Names of `DefaultKeyPropertySet`: what sorting and grouping go by when they are told nothing; `null` without such a set. */
export function defaultKeySet(context: ValueContext, value: Value): readonly string[] | null {
  const set = standardMember(context, value, "DefaultKeyPropertySet");
  return set?.kind === "PropertySet" ? set.referencedNames : null;
}

/** The one property that stands for the object in a wide view: `DefaultDisplayProperty`; `null` when none is declared. */
export function defaultDisplayProperty(context: ValueContext, value: Value): string | null {
  const note = standardMember(context, value, "DefaultDisplayProperty");
  return note?.kind === "NoteProperty" && typeof note.value === "string" ? note.value : null;
}

function standardMember(context: ValueContext, value: Value, name: string): PSMember | undefined {
  const member = findMember(context, value, "PSStandardMembers", (table) => table.has(name));
  return member?.members.get(name);
}

/** The nearest `PSStandardMembers` that has what is looked for: the instance's own, or that of one of its types. */
function findMember(
  context: ValueContext,
  value: Value,
  name: string,
  accept: (members: MemberTable) => boolean,
): MemberSet | undefined {
  for (const table of memberTables(context, value)) {
    const member = table.get(name);
    if (member?.kind === "MemberSet" && accept(member.members)) return member;
  }
  return undefined;
}

/** Where members of an object may stand: on the instance, then by type name in the session's and the built-in tables. */
function* memberTables(context: ValueContext, value: Value): Generator<MemberTable> {
  const own = instanceMembers(value);
  if (own !== null) yield own;
  const names = typeNamesOf(value);
  for (const typeName of names) yield* tablesOf(context, typeName);
  for (const typeName of names) {
    const original = withoutDeserialized(typeName);
    if (original !== null) yield* tablesOf(context, original);
  }
}

function* tablesOf(context: ValueContext, typeName: string): Generator<MemberTable> {
  const table = context.typeTable.membersOf(typeName);
  if (table !== undefined) yield table;
  const builtIn = builtInMembers(typeName);
  if (builtIn !== undefined) yield builtIn;
}

/** Members of the property set of this name; `null` when the object has no such set. */
export function propertySetNames(context: ValueContext, value: Value, name: string): readonly string[] | null {
  const set = findPropertySet(context, value, name);
  return set === undefined ? null : set.referencedNames;
}

function findPropertySet(context: ValueContext, value: Value, name: string): PropertySet | undefined {
  for (const table of memberTables(context, value)) {
    const member = table.get(name);
    if (member?.kind === "PropertySet") return member;
  }
  return undefined;
}

/** The property that names an object (SPEC A.3, wide): declared, or the first that looks like a name; `null`: none. */
export function nameProperty(context: ValueContext, value: Value): string | null {
  const declared = defaultDisplayProperty(context, value);
  if (declared !== null) return declared;
  const names = displayableProperties(context, value);
  const lower = names.map((name) => name.toLowerCase());
  const tests: readonly ((name: string) => boolean)[] = [
    (name) => name === "name",
    (name) => name === "id",
    (name) => name === "key",
    (name) => name.endsWith("key"),
    (name) => name.endsWith("name"),
    (name) => name.endsWith("id"),
  ];
  for (const test of tests) {
    const k = lower.findIndex(test);
    if (k >= 0) return names[k] as string;
  }
  return null;
}
