import type { Engine } from "../../runtime/engine.js";
import {
  type DotNetMember,
  type DotNetType,
  isCollection,
  isDictionary,
  PSCustomObject,
  type PSDictionary,
  type PSMember,
  resolveTypeName,
  toItems,
  typeNamed,
  typeOf,
} from "../../values/index.js";
import { builtInMembers } from "../../values/member-access/built-in-members.js";
import type { Value } from "../../values/value.js";

/** What is known of an object that only exists when the line runs. */
export type Shape =
  /** Of a type. */
  | { readonly kind: "type"; readonly type: DotNetType }
  /** A custom object or a hashtable: names with what they hold; `null`: not known. */
  | { readonly kind: "notes"; readonly notes: ReadonlyMap<string, Shape | null>; readonly isDictionary: boolean }
  /** The value of a variable, as it is now. */
  | { readonly kind: "value"; readonly value: Value };

/** A shape that is told without a value. */
export type KnownShape = Exclude<Shape, { readonly kind: "value" }>;

/** A member's name, and whether it is read or called. */
export interface ShapeMember {
  readonly name: string;
  readonly isProperty: boolean;
}

export const typeShape = (type: DotNetType): KnownShape => ({ kind: "type", type });

/** The shape of a type by its name in a signature; `undefined` when this build does not know it. */
export function namedShape(typeName: string): Shape | undefined {
  const type = resolveTypeName(typeName);
  return type === undefined || type.fullName === "System.Void" ? undefined : typeShape(type);
}

/** What the pipeline makes of a value of this shape: the elements of a collection, else the object itself. */
export function elementShape(shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case "value":
      return isCollection(shape.value) ? firstOf(shape.value) : settled(shape);
    case "notes":
      return shape;
    case "type": {
      const { elementType, genericArguments, fullName } = shape.type;
      if (elementType !== null) return typeShape(elementType);
      if (/^System\.Collections\.Generic\.(?:List|HashSet|Queue|Stack)`1/.test(fullName)) {
        const [argument] = genericArguments;
        return argument && typeShape(argument);
      }
      return shape;
    }
  }
}

function firstOf(value: Value): Shape | undefined {
  const [first] = toItems(value);
  return first === undefined || first === null ? undefined : settled({ kind: "value", value: first });
}

/** A value's shape without the value: as it is told of other objects of its kind. */
export function settled(shape: Shape): KnownShape | undefined {
  if (shape.kind !== "value") return shape;
  const { value } = shape;
  if (value instanceof PSCustomObject) {
    const notes = new Map<string, Shape | null>();
    for (const member of value.instanceMembers) {
      if (isPropertyKind(member))
        notes.set(member.name, member.kind === "NoteProperty" ? typeOfNote(member.value) : null);
    }
    return { kind: "notes", notes, isDictionary: false };
  }
  if (isDictionary(value)) return { kind: "notes", notes: notesOfDictionary(value), isDictionary: true };
  const type = typeOf(value);
  return type && typeShape(type);
}

function typeOfNote(value: Value): Shape | null {
  const type = typeOf(value);
  return type === undefined ? null : typeShape(type);
}

function notesOfDictionary(table: PSDictionary): ReadonlyMap<string, Shape | null> {
  const notes = new Map<string, Shape | null>();
  for (const { key, value } of table.entries()) if (typeof key === "string") notes.set(key, typeOfNote(value));
  return notes;
}

/** The shape of a property's value; `undefined` when it is not known. */
export function propertyShape(engine: Engine, shape: Shape, name: string): Shape | undefined {
  const known = settled(shape);
  if (known === undefined) return undefined;
  const wanted = name.toLowerCase();
  if (known.kind === "notes") {
    const found = [...known.notes].find(([each]) => each.toLowerCase() === wanted);
    if (found !== undefined) return found[1] ?? undefined;
  }
  const type = known.kind === "type" ? known.type : typeNamed("System.Collections.Hashtable");
  const member = known.kind === "notes" && !known.isDictionary ? undefined : type.member(name);
  if (member?.kind === "Property") return namedShape(member.typeName);
  const element = elementShape(known);
  return member === undefined && element !== undefined && element !== known
    ? propertyShape(engine, element, name)
    : undefined;
}

/** The shape of what a method gives: of its first overload. */
export function methodShape(shape: Shape, name: string): Shape | undefined {
  const known = settled(shape);
  if (name.toLowerCase() === "gettype") return namedShape("System.RuntimeType");
  if (known?.kind !== "type") return undefined;
  const member = known.type.member(name);
  return member?.kind === "Method" ? namedShape(member.overloads[0]?.returnTypeName ?? "void") : undefined;
}

/** What PSObject itself has: a custom object is told by it when it is not there to be asked. */
const objectMembers: readonly ShapeMember[] = [
  ...["BaseObject", "ImmediateBaseObject", "Members", "Methods", "Properties", "TypeNames"].map((name) => ({
    name,
    isProperty: true,
  })),
  ...["CompareTo", "Copy", "Equals", "GetHashCode", "GetMetaObject", "GetObjectData", "GetType", "ToString"].map(
    (name) => ({
      name,
      isProperty: false,
    }),
  ),
];

/** The members that an object of this shape has, in no particular order. */
export function shapeMembers(engine: Engine, shape: Shape): readonly ShapeMember[] {
  const known = settled(shape);
  if (known === undefined) return [];
  if (known.kind === "type") return typeMembers(engine, known.type);
  const notes = [...known.notes.keys()].map((name) => ({ name, isProperty: true }));
  return [
    ...notes,
    ...(known.isDictionary ? typeMembers(engine, typeNamed("System.Collections.Hashtable")) : objectMembers),
  ];
}

function typeMembers(engine: Engine, type: DotNetType): readonly ShapeMember[] {
  const found = new Map<string, ShapeMember>();
  const add = (name: string, isProperty: boolean): void => {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), { name, isProperty });
  };
  for (const typeName of type.typeNameHierarchy) {
    for (const table of [engine.typeTable.membersOf(typeName), builtInMembers(typeName)]) {
      for (const member of table ?? [])
        if (member.kind !== "MemberSet") add(member.name, member.kind !== "ScriptMethod");
    }
  }
  for (const member of type.members) {
    if (member.kind !== "ParameterizedProperty" && isOfEdition(engine, member))
      add(member.name, member.kind === "Property");
  }
  return [...found.values()];
}

/** Whether the edition's .NET has a member. */
export function isOfEdition(engine: Engine, member: DotNetMember): boolean {
  return !(member.kind === "Property" && member.isCoreOnly === true && engine.facts.exceptionTexts === "framework");
}

function isPropertyKind({ kind }: PSMember): boolean {
  return kind !== "ScriptMethod" && kind !== "PropertySet" && kind !== "MemberSet";
}
