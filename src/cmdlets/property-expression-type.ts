import { nameExpression, type PropertyExpression } from "../formatting/property-expressions.js";
import { heapClass } from "../values/heap/heap-class.js";
import { type DotNetType, defineType, PSArray, ScriptBlock, typeNamed, type Value } from "../values/index.js";
import { baseOf, DotNetObject } from "../values/value.js";

/** The type of Measure-Object's -Property: text and script blocks become one through its constructors. */
export const propertyExpressionType = "Microsoft.PowerShell.Commands.PSPropertyExpression";

/** A property expression as a value. */
class PropertyExpressionObject extends DotNetObject {
  constructor(readonly expression: PropertyExpression) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(propertyExpressionType);
  }
}
heapClass("PropertyExpressionObject", PropertyExpressionObject);

/** The expression inside such a value; `null` for other values. */
export function expressionOf(value: Value): PropertyExpression | null {
  return value instanceof PropertyExpressionObject ? value.expression : null;
}

/** Makes property expressions of the arguments that they can be made of: the transformation of such parameters. */
export function toPropertyExpression(value: Value): Value {
  const base = baseOf(value);
  if (base instanceof PSArray) return new PSArray(base.items.map(toPropertyExpression));
  if (typeof base === "number" || typeof base === "bigint") return toPropertyExpression(String(base));
  if (typeof base === "string" && base !== "") return new PropertyExpressionObject(nameExpression(base));
  return base instanceof ScriptBlock ? new PropertyExpressionObject({ kind: "script", block: base }) : value;
}

const parameter = { isParamArray: false, isByRef: false, isOptional: false } as const;

defineType({
  fullName: propertyExpressionType,
  constructors: () => [
    {
      signature: `${propertyExpressionType}(string s)`,
      returnTypeName: propertyExpressionType,
      parameters: [{ ...parameter, name: "s", typeName: "string" }],
      invoke: (_context, _self, [name]) =>
        new PropertyExpressionObject(nameExpression(typeof name === "string" ? name : "")),
    },
    {
      signature: `${propertyExpressionType}(scriptblock scriptBlock)`,
      returnTypeName: propertyExpressionType,
      parameters: [{ ...parameter, name: "scriptBlock", typeName: "scriptblock" }],
      invoke: (_context, _self, [block]) => {
        if (!(block instanceof ScriptBlock)) throw new Error("the argument is not a script block");
        return new PropertyExpressionObject({ kind: "script", block });
      },
    },
  ],
});
