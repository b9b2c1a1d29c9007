import type { DotNetMethod, DotNetParameterizedProperty, DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";

/** `'abc'.Substring` without parentheses: a PSMethod, which shows its overloads. */
export class MethodObject extends DotNetObject {
  constructor(
    readonly owner: Value,
    readonly method: DotNetMethod,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSMethod");
  }
  toNetText(): string {
    return this.method.overloads.map((o) => o.signature).join(", ");
  }
}
heapClass("MethodObject", MethodObject, { definitions: ["method"] });

/** `'abc'.Chars` without an index. */
export class ParameterizedPropertyObject extends DotNetObject {
  constructor(
    readonly owner: Value,
    readonly property: DotNetParameterizedProperty,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSParameterizedProperty");
  }
  toNetText(): string {
    return this.property.signature;
  }
}
heapClass("ParameterizedPropertyObject", ParameterizedPropertyObject, { definitions: ["property"] });
