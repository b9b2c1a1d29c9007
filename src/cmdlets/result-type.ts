import { type DotNetMember, defineType, type Value } from "../values/index.js";
import { epoch, keepFields } from "../values/journal.js";
import { DotNetObject } from "../values/value.js";

/** A property of an object that a cmdlet makes. */
export interface ResultProperty {
  readonly name: string;
  /** As Get-Member shows it: `int`, `System.Object`, … */
  readonly typeName: string;
  /** Whether script may assign it. */
  readonly settable?: boolean;
  /** PowerShell 6 brought it. */
  readonly isCoreOnly?: boolean;
}

/**
 * An object that a cmdlet gives out: a .NET class with plain properties, such as GroupInfo or MatchInfo. Its type is
 * known after {@link defineResultType}.
 */
export abstract class ResultObject extends DotNetObject {
  private fields = new Map<string, Value>();
  private epoch = epoch;

  field(name: string): Value {
    return this.fields.get(name) ?? null;
  }
  setField(name: string, value: Value): void {
    if (this.epoch !== epoch) {
      keepFields(this);
      this.fields = new Map(this.fields);
      this.epoch = epoch;
    }
    this.fields.set(name, value);
  }
  /** What ToString gives; `null`: the type's name. */
  text(): string | null {
    return null;
  }
  toNetText(): string {
    return this.text() ?? this.type.fullName;
  }
}

/** Makes the type of a {@link ResultObject} known, with its properties in reflection order. */
export function defineResultType(
  fullName: string,
  properties: readonly ResultProperty[],
  base?: string,
  methods: readonly DotNetMember[] = [],
  staticMembers: readonly DotNetMember[] = [],
): void {
  defineType({
    fullName,
    staticMembers: () => staticMembers,
    ...(base === undefined ? {} : { base }),
    members: () => [
      ...properties.map(propertyMember),
      ...methods,
      ...(methods.some(({ name }) => name === "ToString") ? [] : [toStringMember(fullName)]),
    ],
  });
}

function propertyMember({ name, typeName, settable, isCoreOnly = false }: ResultProperty): DotNetMember {
  return {
    kind: "Property",
    name,
    typeName,
    isCoreOnly,
    get: (_context, self) => (self instanceof ResultObject ? self.field(name) : null),
    set: settable
      ? (_context, self, value) => {
          if (self instanceof ResultObject) self.setField(name, value);
        }
      : null,
  };
}

function toStringMember(fullName: string): DotNetMember {
  return {
    kind: "Method",
    name: "ToString",
    overloads: [
      {
        signature: "string ToString()",
        returnTypeName: "string",
        parameters: [],
        invoke: (_context, self) => (self instanceof ResultObject ? self.toNetText() : fullName),
      },
    ],
  };
}
