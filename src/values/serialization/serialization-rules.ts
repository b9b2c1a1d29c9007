import { typeNamesOf } from "../member-access/index.js";
import type { MemberTable } from "../members.js";
import { doubleOf } from "../numeric.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** How the type table says that objects of a type are written (`Update-TypeData -SerializationMethod` and its kin). */
export interface SerializationRules {
  /** The text of the property, or of the whole object when `null`, in the object's place. */
  readonly asText: { readonly property: string | null } | null;
  /** The only properties of .NET's that are written, in lower case; `null`: all. */
  readonly properties: ReadonlySet<string> | null;
  /** How many levels of objects below show properties; `null`: what was asked for. */
  readonly depth: number | null;
}

const none: SerializationRules = { asText: null, properties: null, depth: null };

/** The rules for a value: what its own type says goes before what the types above it say. */
export function serializationRules(context: ValueContext, value: Value): SerializationRules {
  const tables: MemberTable[] = [];
  for (const name of typeNamesOf(value)) {
    const standard = context.typeTable.membersOf(name)?.get("PSStandardMembers");
    if (standard?.kind === "MemberSet") tables.push(standard.members);
  }
  if (tables.length === 0) return none;
  const method = String(note(tables, "SerializationMethod") ?? "").toLowerCase();
  const depth = note(tables, "SerializationDepth");
  return {
    asText: method === "string" ? { property: sourceOf(tables) } : null,
    properties: method === "specificproperties" ? setOf(tables) : null,
    depth: depth === undefined || depth === null ? null : doubleOf(depth),
  };
}

function note(tables: readonly MemberTable[], name: string): Value | undefined {
  for (const table of tables) {
    const member = table.get(name);
    if (member?.kind === "NoteProperty") return member.value;
  }
  return undefined;
}

function sourceOf(tables: readonly MemberTable[]): string | null {
  for (const table of tables) {
    const member = table.get("StringSerializationSource");
    if (member?.kind === "AliasProperty") return member.referencedName;
  }
  return null;
}

/** What the sets of the types name together; a type whose InheritPropertySerializationSet is false is the last to add. */
function setOf(tables: readonly MemberTable[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const table of tables) {
    const member = table.get("PropertySerializationSet");
    for (const name of member?.kind === "PropertySet" ? member.referencedNames : []) names.add(name.toLowerCase());
    const inherits = table.get("InheritPropertySerializationSet");
    if (inherits?.kind === "NoteProperty" && inherits.value === false) break;
  }
  return names;
}
