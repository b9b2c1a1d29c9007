import type { DotNetType, MethodOverload } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import { epoch, keepFields } from "../values/journal.js";
import { defineType, typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";

/** `$foreach` and `$switch`: where a loop stands in what it goes over; script code may move it on. */
export class LoopEnumerator extends DotNetObject {
  private index = -1;
  private readonly epoch = epoch;
  constructor(private readonly items: readonly Value[]) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Array+ArrayEnumerator");
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
heapClass("LoopEnumerator", LoopEnumerator);

function method(signature: string, returnTypeName: string, run: (self: LoopEnumerator) => Value): MethodOverload {
  return {
    signature,
    returnTypeName,
    parameters: [],
    invoke: (_context, self) => (self instanceof LoopEnumerator ? run(self) : null),
  };
}

defineType({
  fullName: "System.Array+ArrayEnumerator",
  interfaces: ["System.Collections.IEnumerator"],
  members: () => [
    { kind: "Method", name: "MoveNext", overloads: [method("bool MoveNext()", "bool", (self) => self.moveNext())] },
    {
      kind: "Method",
      name: "Reset",
      overloads: [
        method("void Reset()", "void", (self) => {
          self.reset();
          return null;
        }),
      ],
    },
    {
      kind: "Property",
      name: "Current",
      typeName: "System.Object",
      get: (_context, self) => (self instanceof LoopEnumerator ? self.current : null),
      set: null,
    },
  ],
});
