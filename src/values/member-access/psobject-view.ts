import { PSList } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject, operand } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { type MemberSet, MemberTable, ownMembers, type PropertySet, type PSMember, setTypeNames } from "../members.js";
import { netError } from "../net-errors.js";
import { toText } from "../text.js";
import { resolveTypeName } from "../type-names.js";
import { typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { WildcardPattern } from "../wildcard.js";
import { membersOf, type PropertyView, propertiesOf, propertyOf } from "./listing.js";
import { MethodObject, ParameterizedPropertyObject, ScriptMethodObject } from "./method-object.js";
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
    return new PropertyCollection(context, this.target, "Properties");
  }
  members(context: ValueContext): Value {
    return new PropertyCollection(context, this.target, "Members");
  }
  methods(context: ValueContext): Value {
    return new PropertyCollection(context, this.target, "Methods");
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

/** A member of an object as a value: of a property what tells of it, of a method the method without parentheses. */
export type MemberObject = PropertyInfo | MethodObject | ScriptMethodObject | ParameterizedPropertyObject;

function memberName(member: MemberObject): string {
  if (member instanceof MethodObject) return member.method.name;
  return member instanceof ParameterizedPropertyObject ? member.property.name : member.name;
}

/** A method by name: of .NET's, those too that Get-Member lists and nobody emulates. */
function methodObject(target: Value, name: string): MethodObject | ScriptMethodObject {
  const own = target !== null && typeof target === "object" ? target.instanceMembers?.get(name) : undefined;
  if (own?.kind === "ScriptMethod") return new ScriptMethodObject(target, own.name, own.script);
  const base = operand(target);
  const member = typeOf(base)?.member(name);
  return new MethodObject(base, member?.kind === "Method" ? member : { kind: "Method", name, overloads: [] });
}

/** PSMemberInfoCollection: members of an object, in order; Add and Remove change the object. */
export class PropertyCollection extends EnumerableObject {
  constructor(
    private readonly context: ValueContext,
    readonly target: Value,
    readonly kind: "Members" | "Properties" | "Methods" = "Properties",
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSMemberInfoIntegratingCollection`1");
  }
  private table(): MemberTable | null {
    return this.target !== null && typeof this.target === "object" ? this.target.instanceMembers : null;
  }
  override elements(): readonly MemberObject[] {
    const { context, target, kind } = this;
    const own = this.table();
    const info = (view: PropertyView) => new PropertyInfo(context, target, view, own?.has(view.name) ?? false);
    const properties = kind === "Methods" ? [] : propertiesOf(context, target);
    if (kind === "Properties") return properties.map(info);
    const rows = membersOf(context, target);
    const methods = rows
      .filter(({ memberType }) => memberType === "Method" || memberType === "ScriptMethod")
      .map(({ name }) => methodObject(target, name));
    if (kind === "Methods") return methods;
    const indexed = rows.flatMap(({ name, memberType }) => {
      const member = memberType === "ParameterizedProperty" ? typeOf(operand(target))?.member(name) : undefined;
      return member?.kind === "ParameterizedProperty" ? [new ParameterizedPropertyObject(operand(target), member)] : [];
    });
    const extended = properties.filter((view) => view.memberKind !== "Property").map(info);
    const adapted = properties.filter((view) => view.memberKind === "Property").map(info);
    return [...extended, ...indexed, ...adapted, ...methods];
  }
  find(name: string): MemberObject | null {
    const lower = name.toLowerCase();
    return this.elements().find((member) => memberName(member).toLowerCase() === lower) ?? null;
  }
  match(pattern: string): readonly MemberObject[] {
    const wildcard = new WildcardPattern(pattern);
    return this.elements().filter((member) => wildcard.isMatch(memberName(member)));
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
