import { defineResultType, ResultObject } from "../../cmdlets/result-type.js";
import type { FormatView } from "../../formatting/index.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, PSArray, typeNamed, type Value } from "../../values/index.js";

/** A property of the lab's objects, and its column when the table shows it. */
export interface LabColumn<T> {
  readonly name: string;
  /** As Get-Member shows it; `string` when omitted. */
  readonly typeName?: string;
  /** Cells of the column; 0: the last one, as wide as there is room. Omitted: only lists show it. */
  readonly width?: number;
  /** Left when omitted. */
  readonly alignment?: "right";
  readonly value: (of: T) => Value;
}

/** An object that the lab's cmdlets give out. */
class LabObject extends ResultObject {
  constructor(
    private readonly typeName: string,
    private readonly shown: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  override text(): string {
    return this.shown;
  }
}
heapClass("LabObject", LabObject);

/** A kind of objects of the lab: its type, its views, and how one is made. */
export interface LabType<T> {
  readonly views: readonly FormatView[];
  make(of: T): LabObject;
}

/** Declares a kind of objects: `EmsEmulator.Lab.Client`. The first property is what an object is called as text. */
export function labType<T>(name: string, columns: readonly LabColumn<T>[]): LabType<T> {
  return objectType(`EmsEmulator.Lab.${name}`, columns);
}

/** The same for objects that Windows has, under their own type names. */
export function objectType<T>(fullName: string, columns: readonly LabColumn<T>[]): LabType<T> {
  defineResultType(
    fullName,
    columns.map((column) => ({ name: column.name, typeName: column.typeName ?? "string" })),
  );
  const inTable = columns.filter(({ width }) => width !== undefined);
  return {
    views: [
      {
        kind: "table",
        wrap: true,
        name: fullName,
        typeNames: [fullName],
        columns: inTable.map(({ name: property, width, alignment }) => ({
          property,
          alignment: alignment ?? ("left" as const),
          ...(width === undefined || width === 0 ? {} : { width }),
        })),
      },
      {
        kind: "list",
        name: fullName,
        typeNames: [fullName],
        entries: [{ items: columns.map(({ name: property }) => ({ property })) }],
      },
    ],
    make: (of) => {
      const values = columns.map((column) => column.value(of));
      const object = new LabObject(fullName, String(values[0] ?? ""));
      for (const [index, column] of columns.entries()) object.setField(column.name, values[index] ?? null);
      return object;
    },
  };
}

/** A list of texts as a property has it. */
export function textList(texts: readonly string[]): PSArray {
  return new PSArray([...texts], typeNamed("System.String"));
}
