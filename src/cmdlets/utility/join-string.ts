import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { evaluateExpression, type PropertyExpression } from "../../formatting/property-expressions.js";
import { binaryOperations, displayText, isNull, PSArray, type Value } from "../../values/index.js";
import { expressionOf, propertyExpressionType, toPropertyExpression } from "../property-expression-type.js";

export const joinString = defineCmdlet({
  name: "Join-String",
  since: 7,
  typeName: "Microsoft.PowerShell.Commands.JoinStringCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Joins objects to one text.",
  defaultParameterSet: "default",
  parameters: {
    Property: { type: propertyExpressionType, position: 0, transform: toPropertyExpression },
    Separator: { type: "string", position: 1 },
    OutputPrefix: { type: "string", aliases: ["op"] },
    OutputSuffix: { type: "string", aliases: ["os"] },
    SingleQuote: { type: "switch", sets: ["SingleQuote"] },
    DoubleQuote: { type: "switch", sets: ["DoubleQuote"] },
    FormatString: { type: "string", sets: ["Format"] },
    UseCulture: { type: "switch", coverage: "accepted" },
    InputObject: { type: "psobject[]", pipeline: "value" },
  },
  create: (parameters, cmdlet) => {
    const { context } = cmdlet;
    const parts: string[] = [];
    return {
      process(): void {
        const property = parameters.Property === undefined ? null : expressionOf(parameters.Property);
        for (const object of parameters.InputObject?.items ?? []) {
          const value = property === null ? object : firstValue(object, property);
          if (!isNull(value)) parts.push(decorated(value));
        }
      },
      end(): void {
        const separator =
          parameters.Separator ?? (context.outputFieldSeparator === " " ? "" : context.outputFieldSeparator);
        const { OutputPrefix = "", OutputSuffix = "" } = parameters;
        cmdlet.writeObject(OutputPrefix + parts.join(separator) + OutputSuffix);
      },
    };

    function firstValue(object: Value, property: PropertyExpression): Value {
      const [first] = evaluateExpression(context, object, property);
      return first === undefined || first.error !== null ? null : first.value;
    }

    function decorated(value: Value): string {
      if (parameters.FormatString !== undefined) {
        return displayText(context, binaryOperations.Format(context, parameters.FormatString, new PSArray([value])));
      }
      const text = displayText(context, value);
      if (parameters.SingleQuote) return `'${text}'`;
      return parameters.DoubleQuote ? `"${text}"` : text;
    }
  },
});
