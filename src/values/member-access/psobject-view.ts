import { PSArray, PSList } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject, operand } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { type MemberSet, MemberTable, ownMembers, type PropertySet, type PSMember, setTypeNames } from "../members.js";
import { netError } from "../net-errors.js";
import { PSCustomObject } from "../objects.js";
import { toText } from "../text.js";
import { resolveTypeName } from "../type-names.js";
import { typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { WildcardPattern } from "../wildcard.js";
import { membersOf, type PropertyView, propertiesOf, propertyOf } from "./listing.js";
import { typeNamesOf } from "./type-names-of.js";

/** `$x.psobject`: the members of a value as a value. */
export class PSObjectView extends DotNetObject {
  constructor(readonly target: Value) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSObject");
  }
  get baseObject(): Value {
    return operand(this.target);
  }
  /** PSTypeNames; changing the list changes the object's names. */
  typeNameList(): Value {
    return new TypeNameList(this.target);
  }
  properties(context: ValueContext): Value {
    return new PropertyCollection(context, this.target);
  }
  members(context: ValueContext): Value {
    return new PropertyCollection(context, this.target);
  }
  methods(context: ValueContext): Value {
    const methods = membersOf(context, this.target).filter(
      (m) => m.memberType === "Method" || m.memberType === "ScriptMethod",
    );
    return new PSArray(
      methods.map(
        (m) =>
          new PSCustomObject([
            ["Name", m.name],
            ["MemberType", m.memberType],
            ["Definition", m.definition],
          ]),
      ),
    );
  }
  toNetText(context: ValueContext): string {
    return toText(context, this.target);
  }
}
heapClass("PSObjectView", PSObjectView);

/** The names of a type as a list that writes through. */
class TypeNameList extends PSList {
  constructor(private readonly target: Value) {
    super(
      resolveTypeName("System.Collections.ObjectModel.Collection[string]") ?? typeNamed("System.Collections.ArrayList"),
      [...typeNamesOf(target)],
      typeNamed("System.String"),
    );
  }
  private store(): void {
    if (this.target !== null && typeof this.target === "object") {
      setTypeNames(
        this.target,
        this.items.map((item) => (typeof item === "string" ? item : "")),
      );
    }
  }
  override setItem(index: number, value: Value): void {
    super.setItem(index, value);
    this.store();
  }
  override insert(index: number, ...values: readonly Value[]): void {
    super.insert(index, ...values);
    this.store();
  }
  override append(values: readonly Value[]): void {
    super.append(values);
    this.store();
  }
  override removeRange(index: number, count: number): void {
    super.removeRange(index, count);
    this.store();
  }
  override replaceAll(items: Value[]): void {
    super.replaceAll(items);
    this.store();
  }
}
heapClass("TypeNameList", TypeNameList, { caches: { changes: 0 } });

/** One property of an object, as `.psobject.Properties` gives it: `PSNoteProperty` and its kin. */
export class PropertyInfo extends DotNetObject {
  /** How the property is read and written; looked up again where it is not known. */
  private known: PropertyView | null;

  constructor(
    private readonly context: ValueContext,
    private readonly target: Value,
    view: PropertyView,
    readonly isInstance: boolean,
  ) {
    super();
    this.known = view;
    this.name = view.name;
  }
  readonly name: string;

  get view(): PropertyView {
    this.known ??= propertyOf(this.context, this.target, this.name) ?? vanished(this.name);
    return this.known;
  }
  get type(): DotNetType {
    return typeNamed(`System.Management.Automation.PS${this.view.memberKind}`);
  }
  toNetText(context: ValueContext): string {
    const { view } = this;
    return view.memberKind === "NoteProperty"
      ? `${view.typeName} ${view.name}=${toText(context, view.get())}`
      : `${view.typeName} ${view.name} {${view.set === null ? "get;" : "get;set;"}}`;
  }
}
heapClass("PropertyInfo", PropertyInfo, { caches: { known: null } });

/** The property was removed from its object meanwhile. */
function vanished(name: string): PropertyView {
  return { name, memberKind: "NoteProperty", typeName: "object", get: () => null, set: null };
}

/** A member made by `[psnoteproperty]::new(name, value)` or New-Object, to be added to an object. */
export class DetachedMember extends DotNetObject {
  constructor(readonly member: PSMember) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`System.Management.Automation.PS${this.member.kind}`);
  }
  /** A set shows the names in it: `Names {First, Last}`. */
  toNetText(): string {
    const { member } = this;
    if (member.kind === "PropertySet") return `${member.name} {${member.referencedNames.join(", ")}}`;
    if (member.kind === "MemberSet") return `${member.name} {${[...member.members].map((m) => m.name).join(", ")}}`;
    return this.type.fullName;
  }
}
heapClass("DetachedMember", DetachedMember);

/** The members that member objects stand for, as a table; other values are left out. */
export function memberTable(items: readonly Value[]): MemberTable {
  const table = new MemberTable();
  for (const item of items) {
    const member = operand(item);
    if (member instanceof DetachedMember) table.set(member.member);
  }
  return table;
}

/** What reading a set of an object gives: the set, through which the members of a member set are reached. */
export function setObject(member: PropertySet | MemberSet): DetachedMember {
  const set = new DetachedMember(member);
  if (member.kind === "MemberSet") set.instanceMembers = member.members;
  return set;
}

/** PSMemberInfoCollection: the properties of an object, in order; Add and Remove change the object. */
export class PropertyCollection extends EnumerableObject {
  constructor(
    private readonly context: ValueContext,
    readonly target: Value,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSMemberInfoIntegratingCollection");
  }
  private table(): MemberTable | null {
    return this.target !== null && typeof this.target === "object" ? this.target.instanceMembers : null;
  }
  override elements(): readonly PropertyInfo[] {
    const own = this.table();
    return propertiesOf(this.context, this.target).map(
      (view) => new PropertyInfo(this.context, this.target, view, own?.has(view.name) ?? false),
    );
  }
  find(name: string): PropertyInfo | null {
    const lower = name.toLowerCase();
    return this.elements().find((p) => p.view.name.toLowerCase() === lower) ?? null;
  }
  match(pattern: string): readonly PropertyInfo[] {
    const wildcard = new WildcardPattern(pattern);
    return this.elements().filter((p) => wildcard.isMatch(p.view.name));
  }
  remove(name: string): void {
    this.table()?.delete(name);
  }
  add(value: Value): void {
    if (!(value instanceof DetachedMember)) {
      throw netError("System.ArgumentException", "Only PSMemberInfo objects can be added to the members of an object.");
    }
    const { target } = this;
    if (target === null || typeof target !== "object") return;
    const members = ownMembers(target);
    if (members.has(value.member.name)) {
      throw netError(
        "System.Management.Automation.ExtendedTypeSystemException",
        `Cannot add a member with the name "${value.member.name}" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.`,
      );
    }
    members.set(value.member);
  }
}
heapClass("PropertyCollection", PropertyCollection);
