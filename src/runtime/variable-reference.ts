import { heapClass } from "../values/heap/heap-class.js";
import { PSReference } from "../values/objects.js";
import type { Value } from "../values/value.js";
import { assignTo } from "./scope.js";
import type { Variable } from "./variable.js";

/** `[ref]$x`: reads and writes the variable. */
export class VariableReference extends PSReference {
  constructor(private readonly variable: Variable) {
    super();
  }
  get(): Value {
    return this.variable.value;
  }
  set(value: Value): void {
    assignTo(this.variable, value);
  }
}
heapClass("VariableReference", VariableReference);
