import { DotNetObject, type Value } from "./value.js";
import type { ValueContext } from "./value-context.js";
import type { ValueFacts } from "./value-facts.js";

/** A parameter of a method or constructor, as its signature declares it. */
export interface MethodParameter {
  readonly name: string;
  /** Type name as written in the signature: `string`, `int`, `System.Char[]`, … */
  readonly typeName: string;
  readonly isParamArray: boolean;
  /** `[ref]` / `out` parameter: the argument is a PSReference. */
  readonly isByRef: boolean;
  readonly isOptional: boolean;
}

/** One overload. `invoke` gets arguments that are already converted to the parameters' types. */
export interface MethodOverload {
  /** As Get-Member shows it: `string Substring(int startIndex)`. */
  readonly signature: string;
  readonly returnTypeName: string;
  readonly parameters: readonly MethodParameter[];
  /** .NET Framework does not have it: its editions do not find it. */
  readonly isCoreOnly?: boolean;
  /** `self` is `null` for static methods and constructors. */
  readonly invoke: (context: ValueContext, self: Value, args: readonly Value[]) => Value;
}

export interface DotNetMethod {
  readonly kind: "Method";
  readonly name: string;
  readonly overloads: readonly MethodOverload[];
  /** Of a generic method: the one that type arguments make of it (`[array]::Empty[int]()`). */
  readonly close?: (types: readonly DotNetType[]) => DotNetMethod;
}

export interface DotNetProperty {
  readonly kind: "Property";
  readonly name: string;
  /** Type name as Get-Member shows it: `int`, `System.Object`, … */
  readonly typeName: string;
  readonly get: (context: ValueContext, self: Value) => Value;
  /** `null`: read-only. */
  readonly set: ((context: ValueContext, self: Value, value: Value) => void) | null;
  /** .NET Framework does not have it: listings of its editions leave it out. */
  readonly isCoreOnly?: boolean;
  /** The PowerShell whose .NET or engine has it first: listings of earlier ones leave it out. */
  readonly since?: ValueFacts["languageVersion"];
  /** Listings show it as read-only, although setting it has an error of its own. */
  readonly isShownReadOnly?: boolean;
  /** `set` takes the value as it is given and throws as assignments show it: nothing converts or wraps. */
  readonly keepsValue?: boolean;
}

/** What PowerShell's adapter of a type makes properties of, besides .NET's (the elements of an XmlNode). */
export interface PropertyAdapter {
  /** The property of that name, ignoring case. */
  readonly property: (self: Value, name: string) => DotNetProperty | undefined;
  /** All of them, in the order of a listing. */
  readonly properties: (self: Value) => readonly DotNetProperty[];
}

/** `Item`: what `[…]` and `.Item(…)` reach. */
export interface DotNetParameterizedProperty {
  readonly kind: "ParameterizedProperty";
  readonly name: string;
  readonly signature: string;
  readonly get: (context: ValueContext, self: Value, index: readonly Value[]) => Value;
  readonly set: ((context: ValueContext, self: Value, index: readonly Value[], value: Value) => void) | null;
}

export type DotNetMember = DotNetMethod | DotNetProperty | DotNetParameterizedProperty;

/** What a type definition supplies; the functions run at the first use of the type's members. */
export interface TypeDefinition {
  readonly fullName: string;
  /** Full name of the base type; `System.Object` (or `System.ValueType`, `System.Enum`, `System.Array`) when omitted. */
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly kind?: "class" | "struct" | "enum" | "interface";
  /** Windows PowerShell and .NET Framework do not have it: their editions do not find it by name. */
  readonly isCoreOnly?: boolean;
  /** Instance members in reflection order (the order of `Format-List *`). */
  readonly members?: () => readonly DotNetMember[];
  /** Names of `members` in .NET Framework's reflection order, where that is another. */
  readonly frameworkOrder?: readonly string[];
  readonly staticMembers?: () => readonly DotNetMember[];
  readonly constructors?: () => readonly MethodOverload[];
  /** Enumerations: names with their values, in the order of `[enum]::GetNames`. */
  readonly enumValues?: readonly (readonly [name: string, value: bigint])[];
  readonly isFlags?: boolean;
  /** Array types: how many dimensions; one when omitted. */
  readonly rank?: number;
  /** A conversion of the type's own that a cast tries before members: `undefined` when it does not apply. */
  readonly convertFrom?: (context: ValueContext, value: Value) => Value | undefined;
  /** `convertFrom` takes a number as text, by which it was written where that is known: `0123` is not `123`. */
  readonly takesText?: boolean;
  /** `convertFrom` takes a collection as a whole: a parameter of the type may be given a list. */
  readonly takesList?: boolean;
  /** Properties that PowerShell puts before .NET's; types derived from this one have them too. */
  readonly adapter?: PropertyAdapter;
}

/**
 * A .NET type, and the value that `[int]` gives. Types are interned: the same full name is the same object, so types
 * compare by identity. Create them through `types.ts` (`defineType`, `arrayOf`, `genericOf`).
 */
export class DotNetType extends DotNetObject {
  private memberMap: ReadonlyMap<string, DotNetMember> | null = null;
  private memberList: readonly DotNetMember[] | null = null;
  private frameworkList: readonly DotNetMember[] | null = null;
  private staticMap: ReadonlyMap<string, DotNetMember> | null = null;
  private names: readonly string[] | null = null;

  constructor(
    readonly definition: TypeDefinition,
    readonly baseType: DotNetType | null,
    readonly elementType: DotNetType | null,
    readonly genericArguments: readonly DotNetType[],
    private readonly runtimeType: () => DotNetType,
  ) {
    super();
  }

  get type(): DotNetType {
    return this.runtimeType();
  }
  /** `System.Int32`, `System.Object[]`, ``System.Collections.Generic.List`1[[System.Int32]]`` as .NET's FullName without assembly. */
  get fullName(): string {
    return this.definition.fullName;
  }
  /** `Int32`, `Object[]`, ``List`1``. */
  get name(): string {
    const full = this.definition.fullName;
    const bracket = full.search(/\[(?!,*\])/);
    const head = bracket < 0 ? full : full.slice(0, bracket);
    return head.slice(Math.max(head.lastIndexOf("."), head.lastIndexOf("+")) + 1);
  }
  /** Dimensions of an array type. */
  get rank(): number {
    return this.definition.rank ?? 1;
  }
  get isEnum(): boolean {
    return this.definition.kind === "enum";
  }
  get isValueType(): boolean {
    return this.definition.kind === "struct" || this.definition.kind === "enum";
  }

  /** Its own adapter or that of the nearest base type; `null`: .NET's members are all there is. */
  get adapter(): PropertyAdapter | null {
    return this.definition.adapter ?? this.baseType?.adapter ?? null;
  }

  /** Full names from this type up to System.Object: what PSTypeNames holds. */
  get typeNameHierarchy(): readonly string[] {
    this.names ??= [this.fullName, ...(this.baseType?.typeNameHierarchy ?? [])];
    return this.names;
  }

  /** All instance members, own before inherited ones, without overridden duplicates. */
  get members(): readonly DotNetMember[] {
    if (this.memberList === null) {
      const own = this.definition.members?.() ?? [];
      const seen = new Set(own.map((m) => m.name.toLowerCase()));
      const inherited = this.baseType?.members.filter((m) => !seen.has(m.name.toLowerCase())) ?? [];
      this.memberList = [...own, ...inherited];
    }
    return this.memberList;
  }

  /** `members` in the order of .NET Framework: what it orders itself stands last, as base types stand behind theirs. */
  get frameworkMembers(): readonly DotNetMember[] {
    const order = this.frameworkOrder;
    if (order === null) return this.members;
    if (this.frameworkList !== null) return this.frameworkList;
    const start = this.members.findIndex(({ name }) => name === order.coreFirst);
    const rank = ({ name }: DotNetMember): number => {
      const at = order.names.indexOf(name);
      return at < 0 ? order.names.length : at;
    };
    this.frameworkList = [
      ...this.members.slice(0, start),
      ...this.members.slice(start).toSorted((a, b) => rank(a) - rank(b)),
    ];
    return this.frameworkList;
  }

  private get frameworkOrder(): { readonly names: readonly string[]; readonly coreFirst: string } | null {
    const names = this.definition.frameworkOrder;
    if (names === undefined) return this.baseType?.frameworkOrder ?? null;
    return { names, coreFirst: this.definition.members?.()[0]?.name ?? "" };
  }

  /** An instance member by name, ignoring case. */
  member(name: string): DotNetMember | undefined {
    this.memberMap ??= new Map(this.members.map((m) => [m.name.toLowerCase(), m]));
    return this.memberMap.get(name) ?? this.memberMap.get(name.toLowerCase());
  }

  /** A static member by name, ignoring case; own ones only, as PowerShell sees base ones through the base type. */
  staticMember(name: string): DotNetMember | undefined {
    this.staticMap ??= new Map((this.definition.staticMembers?.() ?? []).map((m) => [m.name.toLowerCase(), m]));
    return this.staticMap.get(name.toLowerCase());
  }

  /**
   * Whether a variable of type `other` can hold a value of this type. A type may be there in several versions, with
   * the members of each: they are the same by name.
   */
  isAssignableTo(other: DotNetType): boolean {
    for (let t: DotNetType | null = this; t !== null; t = t.baseType) {
      if (t === other || t.fullName === other.fullName || t.definition.interfaces?.includes(other.fullName))
        return true;
    }
    return false;
  }
}
