import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed, type Value } from "../../values/index.js";
import { defineResultType, ResultObject } from "../result-type.js";

const genericName = "Microsoft.PowerShell.Commands.GenericMeasureInfo";
const textName = "Microsoft.PowerShell.Commands.TextMeasureInfo";
const baseName = "Microsoft.PowerShell.Commands.MeasureInfo";

defineResultType(baseName, [{ name: "Property", typeName: "string" }]);

defineResultType(
  genericName,
  [
    { name: "Count", typeName: "int" },
    { name: "Average", typeName: "System.Nullable[double]" },
    { name: "Sum", typeName: "System.Nullable[double]" },
    { name: "Maximum", typeName: "System.Nullable[double]" },
    { name: "Minimum", typeName: "System.Nullable[double]" },
    { name: "StandardDeviation", typeName: "System.Nullable[double]", isCoreOnly: true },
    { name: "Property", typeName: "string" },
  ],
  baseName,
);

defineResultType(
  textName,
  [
    { name: "Lines", typeName: "System.Nullable[int]" },
    { name: "Words", typeName: "System.Nullable[int]" },
    { name: "Characters", typeName: "System.Nullable[int]" },
    { name: "Property", typeName: "string" },
  ],
  baseName,
);

/** What Measure-Object gives for numbers and other values that can be compared. */
export class GenericMeasureInfo extends ResultObject {
  constructor(
    fields: Readonly<
      Record<"Count" | "Average" | "Sum" | "Maximum" | "Minimum" | "StandardDeviation" | "Property", Value>
    >,
  ) {
    super();
    for (const [name, value] of Object.entries(fields)) this.setField(name, value);
  }
  get type(): DotNetType {
    return typeNamed(genericName);
  }
}
heapClass("GenericMeasureInfo", GenericMeasureInfo);

/** What Measure-Object -Line, -Word and -Character give. */
export class TextMeasureInfo extends ResultObject {
  constructor(fields: Readonly<Record<"Lines" | "Words" | "Characters" | "Property", Value>>) {
    super();
    for (const [name, value] of Object.entries(fields)) this.setField(name, value);
  }
  get type(): DotNetType {
    return typeNamed(textName);
  }
}
heapClass("TextMeasureInfo", TextMeasureInfo);
