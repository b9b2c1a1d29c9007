import { type DotNetMember, DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { epoch, keepFields } from "../../values/journal.js";
import { netText } from "../../values/text.js";
import { defineType, typeNamed } from "../../values/types.js";
import { DotNetObject, type Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { type ExchangeRelease, exchangeReleases } from "../catalogue/release.js";
import type { Column } from "../properties/kind.js";
import type { Certainty, Source } from "./source.js";

/** A property of an Exchange object, in the place where `Format-List` shows it. */
export interface ExchangeProperty {
  readonly name: string;
  /** .NET type as Get-Member shows it. */
  readonly type: string;
  readonly read: (source: Source, context: ValueContext) => Value;
  /** The first release that has it; all when omitted. */
  readonly since?: ExchangeRelease;
  /** The last release that has it; all when omitted. */
  readonly until?: ExchangeRelease;
  /** How sure name and place are, where it is not as sure as the noun's list as a whole. */
  readonly certainty?: Certainty;
  /** How the directory keeps it, for a property that parameters set; see properties/property.ts. */
  readonly column?: Column;
}

/**
 * An object that an Exchange cmdlet gives: a copy of the directory object as it was when it was read. Properties are
 * computed when they are asked for, once. What a script sets stays on this copy.
 */
export class ExchangeObject extends DotNetObject {
  /** Values by index of the property: computed ones, and those that a script has set. */
  private cells: (Value | undefined)[] | null = null;
  private epoch = epoch;

  constructor(
    readonly type: DotNetType,
    readonly source: Source,
  ) {
    super();
    source.session.stampObject(this);
  }

  /** The value of the property at this index. */
  cell(index: number, property: ExchangeProperty, context: ValueContext): Value {
    const known = this.cells?.[index];
    if (known !== undefined) return known;
    const value = this.source.live?.get(property.name) ?? property.read(this.source, context);
    this.setCell(index, value);
    return value;
  }

  setCell(index: number, value: Value): void {
    if (this.epoch !== epoch) {
      keepFields(this);
      if (this.cells !== null) this.cells = [...this.cells];
      this.epoch = epoch;
    }
    this.cells ??= [];
    this.cells[index] = value;
  }

  /** What `"$object"` gives: its identity (from memory). */
  toNetText(context: ValueContext): string {
    const identity = this.type.member("Identity");
    return identity?.kind === "Property" ? netText(context, identity.get(context, this)) : this.source.object.name;
  }
}
heapClass("ExchangeObject", ExchangeObject);

/** Classes that the objects of several nouns have above them. */
const definedBases = new Set<string>();

/** The .NET types of a noun's objects: of one name, with the members that the release has. */
export type ObjectType = (release: ExchangeRelease) => DotNetType;

/**
 * Defines the .NET type of a noun's objects: `typeNames` from the most derived down to the one below System.Object, all
 * properties on the most derived one, in their order; they are asked for when a member first is.
 * @throws {Error} the most derived type is one of .NET's: a mistake in our code
 */
export function defineObjectType(
  typeNames: readonly string[],
  properties: () => readonly ExchangeProperty[],
): ObjectType {
  const [own = "", ...bases] = typeNames;
  if (own.startsWith("System.")) throw new Error(`the type ${own} is .NET's own`);
  const base = bases.reduceRight((below, name) => {
    if (!definedBases.has(name)) defineType({ fullName: name, base: below });
    definedBases.add(name);
    return name;
  }, "System.Object");
  const membersIn = (release: ExchangeRelease) => () =>
    properties()
      .filter((property) => isIn(property, release))
      .map((property, index) => memberOf(property, index));
  // By its name alone the type is that of the first release; objects of the others carry their own.
  const definition = { fullName: own, base };
  defineType({ ...definition, members: membersIn("2010") });
  const byRelease = new Map<ExchangeRelease, DotNetType>();
  const typeOf: ObjectType = (release) => {
    let type = byRelease.get(release);
    if (type === undefined) {
      type = release === "2010" ? typeNamed(own) : typeOfRelease({ ...definition, members: membersIn(release) });
      byRelease.set(release, type);
    }
    return type;
  };
  objectTypes.set(own, typeOf);
  return typeOf;
}

/** The types of objects by full name: under one name, those of all releases. */
const objectTypes = new Map<string, ObjectType>();

/** A name for a type whose full name alone means that of another release: `2013:Microsoft.Exchange.…`. */
export function releaseTypeName(type: DotNetType): string | undefined {
  const typeOf = objectTypes.get(type.fullName);
  const release = exchangeReleases.find((each) => each !== "2010" && typeOf?.(each) === type);
  return release === undefined ? undefined : `${release}:${type.fullName}`;
}

/** The type of such a name. */
export function releaseTypeNamed(name: string): DotNetType | undefined {
  const colon = name.indexOf(":");
  const release = exchangeReleases.find((each) => each === name.slice(0, colon));
  return release === undefined ? undefined : objectTypes.get(name.slice(colon + 1))?.(release);
}

function typeOfRelease(definition: DotNetType["definition"] & { readonly base: string }): DotNetType {
  return new DotNetType(definition, typeNamed(definition.base), null, [], () => typeNamed("System.RuntimeType"));
}

/** Whether a release has the property. */
export function isIn({ since, until }: Pick<ExchangeProperty, "since" | "until">, release: ExchangeRelease): boolean {
  const at = exchangeReleases.indexOf(release);
  if (since !== undefined && at < exchangeReleases.indexOf(since)) return false;
  return until === undefined || at <= exchangeReleases.indexOf(until);
}

function memberOf(property: ExchangeProperty, index: number): DotNetMember {
  return {
    kind: "Property",
    name: property.name,
    typeName: property.type,
    get: (context, self) => (self instanceof ExchangeObject ? self.cell(index, property, context) : null),
    set: (_context, self, value) => {
      if (self instanceof ExchangeObject) self.setCell(index, value);
    },
  };
}
