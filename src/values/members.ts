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

const none: ReadonlyMap<string, PSMember> = new Map();

/** Members in the order in which they were added, found by name ignoring case. */
export class MemberTable implements Iterable<PSMember> {
  /** Made with the first member: thousands of objects have a table that stays empty. */
  private byName: Map<string, PSMember> | null = null;
  /** The line in which the table was made or its members were last copied: in that line they change in place. */
  private epoch = epoch;

  get size(): number {
    return this.byName?.size ?? 0;
  }
  get(name: string): PSMember | undefined {
    return this.byName?.get(name.toLowerCase());
  }
  has(name: string): boolean {
    return this.byName?.has(name.toLowerCase()) ?? false;
  }
  /** Adds or replaces; a replaced member keeps its place. */
  set(member: PSMember): void {
    if (this.epoch !== epoch) this.own();
    this.byName ??= new Map();
    this.byName.set(member.name.toLowerCase(), member);
  }
  delete(name: string): boolean {
    if (this.epoch !== epoch) this.own();
    return this.byName?.delete(name.toLowerCase()) ?? false;
  }
  /** The members of one object are few: the line that changes them works on a copy. */
  private own(): void {
    keepFields(this);
    if (this.byName !== null) this.byName = new Map(this.byName);
    this.epoch = epoch;
  }
  [Symbol.iterator](): Iterator<PSMember> {
    return (this.byName ?? none).values();
  }
}
heapClass("MemberTable", MemberTable);

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
    let table = this.byTypeName.get(key);
    if (table === undefined) {
      table = new MemberTable();
      this.byTypeName = new Map([...this.byTypeName, [key, table]]);
    }
    table.set(member);
  }
  remove(typeName: string): boolean {
    const rest = new Map(this.byTypeName);
    const isKnown = rest.delete(typeName.toLowerCase());
    if (isKnown) this.tables = rest;
    return isKnown;
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
