import { defineResultType, ResultObject, type ResultProperty } from "../../cmdlets/result-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import {
  type DotNetMember,
  type DotNetType,
  defineType,
  enumValueNamed,
  findTypeByFullName,
  typeNamed,
  type Value,
} from "../../values/index.js";
import type { EnumValue } from "../../values/numbers.js";
import { IPAddress } from "../../values/simple-values.js";

/** A property of an object that a cmdlet of Windows gives out. */
export interface WindowsProperty<T> {
  readonly name: string;
  /** As Get-Member shows it; `string` when omitted. */
  readonly typeName?: string;
  /** Whether script may assign it. */
  readonly settable?: boolean;
  readonly value: (of: T) => Value;
}

/** An object that a cmdlet of Windows gives out. */
export class WindowsObject extends ResultObject {
  constructor(
    private readonly typeName: string,
    private readonly shown: string | null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  override text(): string | null {
    return this.shown;
  }
  /** Another object with the same properties; objects in them are copied too. */
  copy(): WindowsObject {
    const made = new WindowsObject(this.typeName, this.shown);
    for (const name of propertyNames.get(this.typeName) ?? []) {
      const value = this.field(name);
      made.setField(name, value instanceof WindowsObject ? value.copy() : value);
    }
    return made;
  }
}
const propertyNames = new Map<string, readonly string[]>();

heapClass("WindowsObject", WindowsObject);

const cimInstance = "Microsoft.Management.Infrastructure.CimInstance";

/** CIM objects can be copied: their Clone. */
const cloneMethod: DotNetMember = {
  kind: "Method",
  name: "Clone",
  overloads: [
    {
      signature: "System.Object Clone()",
      returnTypeName: "System.Object",
      parameters: [],
      invoke: (_context, self) => (self instanceof WindowsObject ? self.copy() : null),
    },
  ],
};

/** A type of objects, and how one is made. */
export interface WindowsType<T> {
  readonly fullName: string;
  make(of: T): WindowsObject;
}

/**
 * Declares a type of objects that Windows has, under its own name.
 * @param text what an object is as text; left out: the name of its type
 */
export function windowsType<T>(
  fullName: string,
  properties: readonly WindowsProperty<T>[],
  { text, base }: { readonly text?: (of: T) => string; readonly base?: string } = {},
): WindowsType<T> {
  const declared = properties.map(
    ({ name, typeName = "string", settable = false }): ResultProperty => ({ name, typeName, settable }),
  );
  propertyNames.set(
    fullName,
    properties.map(({ name }) => name),
  );
  defineResultType(fullName, declared, base, fullName.startsWith(cimInstance) ? [cloneMethod] : []);
  return {
    fullName,
    make: (of) => {
      const object = new WindowsObject(fullName, text === undefined ? null : text(of));
      for (const { name, value } of properties) object.setField(name, value(of));
      return object;
    },
  };
}

/** Declares an enumeration of Windows, and gives its values by their names. */
export function windowsEnum<N extends string>(
  fullName: string,
  values: Readonly<Record<N, number>>,
): (name: N) => EnumValue {
  const entries = Object.entries<number>(values).map(([name, value]) => [name, BigInt(value)] as const);
  if (findTypeByFullName(fullName) === undefined) defineType({ fullName, kind: "enum", enumValues: entries });
  return (name) => {
    const found = enumValueNamed(typeNamed(fullName), name);
    if (found === undefined) throw new Error(`${fullName} has no ${name}`);
    return found;
  };
}

/** The .NET object of an IPv4 address. */
export function ipAddress(text: string): IPAddress {
  return new IPAddress(text.split(".").map(Number));
}
