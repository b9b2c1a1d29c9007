import { DotNetType, type TypeDefinition } from "./dotnet-type.js";

/**
 * The registry of .NET types. Definitions are data, keyed by full name; a DotNetType is made of one at its first use,
 * so that hundreds of definitions cost nothing at load.
 */
const definitions = new Map<string, TypeDefinition>();
const types = new Map<string, DotNetType>();
/** Types under the spelling by which code asks for them: every value asks for its own. */
const named = new Map<string, DotNetType>();
const arrays = new Map<DotNetType, DotNetType>();

/** Makes a type known. Call at module level of the file that holds the values' class. */
export function defineType(definition: TypeDefinition): void {
  definitions.set(definition.fullName.toLowerCase(), definition);
}

/** Full names of all defined types, generic ones with the number of their arguments. */
export function knownTypeNames(): readonly string[] {
  return [...definitions.values(), ...generics.values()].map(({ fullName }) => fullName);
}

/** A generic type: its name with the number of its arguments, and the definition that given arguments make. */
export interface GenericDefinition {
  /** ``System.Collections.Generic.List`1`` */
  readonly fullName: string;
  readonly define: (args: readonly DotNetType[]) => Omit<TypeDefinition, "fullName">;
}
const generics = new Map<string, GenericDefinition>();

/** Makes a generic type known. */
export function defineGenericType(definition: GenericDefinition): void {
  generics.set(definition.fullName.toLowerCase(), definition);
}

/** The generic type of this name (with its `` `1 ``) with arguments; `undefined` when no file defines it. */
export function genericTypeOf(fullName: string, args: readonly DotNetType[]): DotNetType | undefined {
  const generic = generics.get(fullName.toLowerCase());
  if (generic === undefined) return undefined;
  const closedName = `${generic.fullName}[${args.map((a) => `[${a.fullName}]`).join(",")}]`;
  const key = closedName.toLowerCase();
  const known = types.get(key);
  if (known !== undefined) return known;
  const definition: TypeDefinition = { ...generic.define(args), fullName: closedName };
  const made = new DotNetType(definition, baseOfDefinition(definition), null, args, runtimeType);
  types.set(key, made);
  return made;
}

/** The type of this full name (ignoring case). Throws when no file defines it: a mistake in our code, not in the user's. */
export function typeNamed(fullName: string): DotNetType {
  const known = named.get(fullName);
  if (known !== undefined) return known;
  const found = findTypeByFullName(fullName);
  if (found === undefined) throw new Error(`type not defined: ${fullName}`);
  named.set(fullName, found);
  return found;
}

/** The type of this full name (ignoring case), arrays (`System.Int32[]`) included; `undefined` when there is none. */
export function findTypeByFullName(fullName: string): DotNetType | undefined {
  const key = fullName.toLowerCase();
  const known = types.get(key);
  if (known !== undefined) return known;
  const suffix = arraySuffix(fullName);
  if (suffix !== "") {
    const element = findTypeByFullName(fullName.slice(0, -suffix.length));
    return element && arrayTypeOf(element, suffix.length - 1);
  }
  const definition = definitions.get(key);
  if (definition === undefined) return closedGeneric(fullName);
  const made = new DotNetType(definition, baseOfDefinition(definition), null, [], runtimeType);
  types.set(key, made);
  return made;
}

/** A generic type by the full name that it has with its arguments, when these are not generic themselves. */
function closedGeneric(fullName: string): DotNetType | undefined {
  const [, generic = "", list = ""] = /^([^[]+`\d+)\[\[(.+)\]\]$/.exec(fullName) ?? [];
  if (list === "") return undefined;
  const args = list.split("],[").map(findTypeByFullName);
  return args.every((arg) => arg !== undefined) ? genericTypeOf(generic, args) : undefined;
}

function baseOfDefinition(definition: TypeDefinition): DotNetType | null {
  if (definition.fullName === "System.Object" || definition.kind === "interface") return null;
  if (definition.base !== undefined) return typeNamed(definition.base);
  if (definition.kind === "enum") return typeNamed("System.Enum");
  if (definition.kind === "struct") return typeNamed("System.ValueType");
  return typeNamed("System.Object");
}

function runtimeType(): DotNetType {
  return typeNamed("System.RuntimeType");
}

/** `[]`, `[,]`, … at the end of a type's name; empty when it is no array's. */
export function arraySuffix(name: string): string {
  return /\[,*\]$/.exec(name)?.[0] ?? "";
}

/** `T[]` for an element type, `T[,]` for one and a rank of 2; `Object[]` for none. */
export function arrayTypeOf(elementType: DotNetType | null, rank = 1): DotNetType {
  const element = elementType ?? typeNamed("System.Object");
  const known = rank === 1 ? arrays.get(element) : undefined;
  if (known !== undefined) return known;
  const fullName = `${element.fullName}[${",".repeat(rank - 1)}]`;
  const key = fullName.toLowerCase();
  const made =
    types.get(key) ?? new DotNetType({ fullName, rank }, typeNamed("System.Array"), element, [], runtimeType);
  types.set(key, made);
  if (rank === 1) arrays.set(element, made);
  return made;
}
