import type { DotNetType } from "../values/dotnet-type.js";
import { EnumerableObject } from "../values/enumeration.js";
import { heapClass } from "../values/heap/heap-class.js";
import { epoch, keepFields } from "../values/journal.js";
import { defineType, typeNamed } from "../values/types.js";
import type { Value } from "../values/value.js";

/** `$input`: the objects of the pipeline, to be read once. */
export class InputEnumerator extends EnumerableObject {
  private index = -1;
  private readonly epoch = epoch;
  constructor(private readonly items: readonly Value[]) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Collections.ArrayList+ArrayListEnumeratorSimple");
  }
  *elements(): Iterable<Value> {
    while (this.moveNext()) yield this.current;
  }
  get current(): Value {
    return this.items[this.index] ?? null;
  }
  moveNext(): boolean {
    if (this.epoch !== epoch) keepFields(this);
    if (this.index < this.items.length) this.index++;
    return this.index < this.items.length;
  }
  reset(): void {
    if (this.epoch !== epoch) keepFields(this);
    this.index = -1;
  }
}
heapClass("InputEnumerator", InputEnumerator);

defineType({
  fullName: "System.Collections.ArrayList+ArrayListEnumeratorSimple",
  interfaces: ["System.Collections.IEnumerator"],
  members: () => [
    {
      kind: "Method",
      name: "MoveNext",
      overloads: [
        {
          signature: "bool MoveNext()",
          returnTypeName: "bool",
          parameters: [],
          invoke: (_context, self) => self instanceof InputEnumerator && self.moveNext(),
        },
      ],
    },
    {
      kind: "Method",
      name: "Reset",
      overloads: [
        {
          signature: "void Reset()",
          returnTypeName: "void",
          parameters: [],
          invoke: (_context, self) => {
            if (self instanceof InputEnumerator) self.reset();
            return null;
          },
        },
      ],
    },
    {
      kind: "Property",
      name: "Current",
      typeName: "System.Object",
      get: (_context, self) => (self instanceof InputEnumerator ? self.current : null),
      set: null,
    },
  ],
});
