import { heapClass } from "./heap/heap-class.js";
import { epoch, keepFields, keepSome } from "./journal.js";
import type { ScriptBlock } from "./script-block.js";
import type { DotNetObject, Value } from "./value.js";
import type { ValueContext } from "./value-context.js";

/** A note: a name with a value that belongs to one object. */
export interface NoteProperty {
  readonly kind: "NoteProperty";
  readonly name: string;
  readonly value: Value;
  /** It was the original type's own property before the object was serialized: listings show it as a Property. */
  readonly isAdapted?: boolean;
}
export interface AliasProperty {
  readonly kind: "AliasProperty";
  readonly name: string;
  readonly referencedName: string;
}
export interface ScriptProperty {
  readonly kind: "ScriptProperty";
  readonly name: string;
  readonly getter: ScriptBlock | null;
  readonly setter: ScriptBlock | null;
}
/** A property of the type table whose code is ours (`Process.Company`, `DateTime.DateTime`, …). */
export interface CodeProperty {
  readonly kind: "CodeProperty";
  readonly name: string;
  /** Shown by Get-Member. */
  readonly definition: string;
  readonly get: (self: Value, context: ValueContext) => Value;
}
export interface ScriptMethod {
  readonly kind: "ScriptMethod";
  readonly name: string;
  readonly script: ScriptBlock;
}
export interface PropertySet {
  readonly kind: "PropertySet";
  readonly name: string;
  readonly referencedNames: readonly string[];
}
/** `PSStandardMembers` and its kin: members behind one name. */
export interface MemberSet {
  readonly kind: "MemberSet";
  readonly name: string;
  readonly members: MemberTable;
}
export type PSMember =
  | NoteProperty
  | AliasProperty
  | ScriptProperty
  | CodeProperty
  | ScriptMethod
  | PropertySet
  | MemberSet;

const none: readonly PSMember[] = [];
/** Up to so many members are looked through one by one: most objects have fewer, and need no index then. */
const few = 8;

/** Members in the order in which they were added, found by name ignoring case. */
export class MemberTable implements Iterable<PSMember> {
  /** Made with the first member: thousands of objects have a table that stays empty. */
  private members: PSMember[] | null = null;
  /** The places of the members by name in lower case, once there are many; `null` while they are few or have moved. */
  private places: Map<string, number> | null = null;
  /** The line in which the table was made or its members were last copied: in that line they change in place. */
  private epoch = epoch;

  get size(): number {
    return this.members?.length ?? 0;
  }
  get(name: string): PSMember | undefined {
    const { members } = this;
    return members === null ? undefined : members[this.place(members, name)];
  }
  has(name: string): boolean {
    return this.get(name) !== undefined;
  }
  /** Adds or replaces; a replaced member keeps its place. */
  set(member: PSMember): void {
    if (this.epoch !== epoch) this.own();
    if (this.members === null) {
      this.members = [member];
      return;
    }
    const place = this.place(this.members, member.name);
    if (place >= 0) this.members[place] = member;
    else {
      this.places?.set(member.name.toLowerCase(), this.members.length);
      this.members.push(member);
    }
  }
  delete(name: string): boolean {
    if (this.epoch !== epoch) this.own();
    const place = this.members === null ? -1 : this.place(this.members, name);
    if (place < 0) return false;
    this.members?.splice(place, 1);
    this.places = null;
    return true;
  }
  /** Where a member of this name stands; -1 when there is none. */
  private place(members: readonly PSMember[], name: string): number {
    if (members.length > few) return this.placesOf(members).get(name.toLowerCase()) ?? -1;
    // Mostly a name comes in the spelling of the member.
    for (let i = 0; i < members.length; i++) if (members[i]?.name === name) return i;
    const key = name.toLowerCase();
    for (let i = 0; i < members.length; i++) if (members[i]?.name.toLowerCase() === key) return i;
    return -1;
  }
  private placesOf(members: readonly PSMember[]): ReadonlyMap<string, number> {
    this.places ??= new Map(members.map(({ name }, i) => [name.toLowerCase(), i]));
    return this.places;
  }
  /** The members of one object are few: the line that changes them works on a copy. */
  private own(): void {
    keepFields(this);
    if (this.members !== null) this.members = [...this.members];
    this.places = null;
    this.epoch = epoch;
  }
  [Symbol.iterator](): Iterator<PSMember> {
    return (this.members ?? none).values();
  }
}
heapClass("MemberTable", MemberTable, { caches: { places: null } });

/** The members of an object's own, to be added to: the table is made when it has none. */
export function ownMembers(object: DotNetObject): MemberTable {
  if (object.instanceMembers !== null) return object.instanceMembers;
  keepSome(object, ["instanceMembers"]);
  object.instanceMembers = new MemberTable();
  return object.instanceMembers;
}

/** Gives an object other type names than those of its type, most derived first. */
export function setTypeNames(object: DotNetObject, names: readonly string[]): void {
  keepSome(object, ["typeNames"]);
  object.typeNames = names;
}

/** Type names can be made up by scripts, so that not all that were asked for are kept. */
const mostAsked = 1000;

/** Extra members by type name, as types.ps1xml files and Update-TypeData give them. */
export class TypeTable {
  private byTypeName: ReadonlyMap<string, MemberTable> = new Map();
  /** The same by the names as they were asked for: it is asked at every access to a member, with few names. */
  private readonly asked = new Map<string, MemberTable | undefined>();
  private readonly spellings = new Map<string, string>();
  private textMethods = false;
  private changes = 0;

  /** Grows with every change, so that what was found can be kept meanwhile. */
  get version(): number {
    return this.changes;
  }

  /** Whether some type was ever given a `ToString`: texts need not look otherwise. */
  get hasTextMethods(): boolean {
    return this.textMethods;
  }

  /** The members added to one type name; `undefined` when there are none. */
  membersOf(typeName: string): MemberTable | undefined {
    const known = this.asked.get(typeName);
    if (known !== undefined || this.asked.has(typeName)) return known;
    const found = this.byTypeName.get(typeName.toLowerCase());
    if (this.asked.size === mostAsked) this.asked.clear();
    this.asked.set(typeName, found);
    return found;
  }
  add(typeName: string, member: PSMember): void {
    this.asked.clear();
    this.changes++;
    if (member.name.toLowerCase() === "tostring") this.textMethods = true;
    const key = typeName.toLowerCase();
    if (!this.spellings.has(key)) this.spellings.set(key, typeName);
    let table = this.byTypeName.get(key);
    if (table === undefined) {
      table = new MemberTable();
      this.byTypeName = new Map([...this.byTypeName, [key, table]]);
    }
    table.set(member);
  }
  /** Takes members of these names from a type; gives how many it had. */
  removeMembers(typeName: string, names: readonly string[]): number {
    const key = typeName.toLowerCase();
    const old = this.byTypeName.get(key);
    if (old === undefined) return 0;
    const gone = names.filter((name) => old.has(name));
    const unwanted = new Set(gone.map((name) => name.toLowerCase()));
    const table = new MemberTable();
    for (const member of old) if (!unwanted.has(member.name.toLowerCase())) table.set(member);
    const rest = new Map(this.byTypeName);
    if (table.size === 0) rest.delete(key);
    else rest.set(key, table);
    this.tables = rest;
    return gone.length;
  }
  remove(typeName: string): boolean {
    const rest = new Map(this.byTypeName);
    const isKnown = rest.delete(typeName.toLowerCase());
    if (isKnown) this.tables = rest;
    return isKnown;
  }
  /** The names of the types that have added members, as they were first spelled. */
  get typeNames(): readonly string[] {
    return [...this.byTypeName.keys()].map((key) => this.spellings.get(key) ?? key);
  }
  /** All tables by type name in lower case: an immutable value, to be put back when a line is undone. */
  get tables(): ReadonlyMap<string, MemberTable> {
    return this.byTypeName;
  }
  set tables(tables: ReadonlyMap<string, MemberTable>) {
    this.asked.clear();
    this.changes++;
    this.byTypeName = tables;
  }
}
