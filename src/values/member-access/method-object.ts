import type { DotNetMethod, DotNetParameterizedProperty, DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import type { ScriptBlock } from "../script-block.js";
import { typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { declaredMethods, isFramework, shownSignature } from "./declared/declared-methods.js";

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
  /** The overloads as they are shown; of .NET's own types those too that are not emulated. */
  shownOverloads(context: ValueContext): readonly string[] {
    const type = typeOf(operand(this.owner));
    const declared = type === undefined ? undefined : declaredMethods(type, isFramework(context));
    const found = declared?.find(({ name }) => name === this.method.name);
    return found?.overloads ?? this.method.overloads.map(({ signature }) => shownSignature(signature));
  }
  toNetText(context: ValueContext): string {
    return this.shownOverloads(context).join(", ");
  }
  /** As an element of a list that is shown: its name. */
  toBracedText(): string {
    return this.method.name;
  }
}
heapClass("MethodObject", MethodObject, { definitions: ["method"] });

/** A method that a script block is, without parentheses: a PSScriptMethod. */
export class ScriptMethodObject extends DotNetObject {
  constructor(
    readonly owner: Value,
    readonly name: string,
    readonly script: ScriptBlock,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSScriptMethod");
  }
  toNetText(): string {
    return `System.Object ${this.name}();`;
  }
  /** As an element of a list that is shown: its name. */
  toBracedText(): string {
    return this.name;
  }
}
heapClass("ScriptMethodObject", ScriptMethodObject);

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
