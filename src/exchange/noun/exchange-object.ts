import type { DotNetMember, DotNetType } from "../../values/dotnet-type.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";
import { DotNetObject, type Value } from "../../values/value.js";
import type { Source } from "./source.js";

/** A property of an Exchange object, in the place where `Format-List` shows it. */
export interface ExchangeProperty {
  readonly name: string;
  /** .NET type as Get-Member shows it. */
  readonly type: string;
  readonly read: (source: Source) => Value;
}

/**
 * An object that an Exchange cmdlet gives: a copy of the directory object as it was when it was read. Properties are
 * computed when they are asked for, once. What a script sets stays on this copy.
 */
export class ExchangeObject extends DotNetObject {
  /** Values by index of the property: computed ones, and those that a script has set. */
  private readonly cells: (Value | undefined)[] = [];

  constructor(
    readonly type: DotNetType,
    readonly source: Source,
  ) {
    super();
  }

  /** The value of the property at this index. */
  cell(index: number, property: ExchangeProperty): Value {
    const known = this.cells[index];
    if (known !== undefined) return known;
    const value = property.read(this.source);
    this.cells[index] = value;
    return value;
  }

  setCell(index: number, value: Value): void {
    this.cells[index] = value;
  }
}

/**
 * Defines the .NET type of a noun's objects: `typeNames` from the most derived down to the one below System.Object, all
 * properties on the most derived one, in their order.
 */
export function defineObjectType(typeNames: readonly string[], properties: readonly ExchangeProperty[]): () => DotNetType {
  const [own = "", ...bases] = typeNames;
  const base = bases.reduceRight((below, name) => {
    if (findTypeByFullName(name) === undefined) defineType({ fullName: name, base: below });
    return name;
  }, "System.Object");
  defineType({ fullName: own, base, members: () => properties.map(memberOf) });
  return () => typeNamed(own);
}

function memberOf(property: ExchangeProperty, index: number): DotNetMember {
  return {
    kind: "Property",
    name: property.name,
    typeName: property.type,
    get: (_context, self) => (self instanceof ExchangeObject ? self.cell(index, property) : null),
    set: (_context, self, value) => {
      if (self instanceof ExchangeObject) self.setCell(index, value);
    },
  };
}
