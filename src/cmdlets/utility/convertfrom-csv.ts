import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { Char } from "../../values/numbers.js";
import { namesOf } from "../session/scopes.js";
import { CsvObjects } from "./csv-objects.js";

/** SPEC E.10. */
export const convertFromCsv = defineCmdlet({
  name: "ConvertFrom-Csv",
  typeName: "Microsoft.PowerShell.Commands.ConvertFromCsvCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes objects of CSV text.",
  defaultParameterSet: "DelimiterPath",
  parameters: {
    Delimiter: { type: "char", position: 1, sets: ["DelimiterPath"], validate: [{ kind: "ValidateNotNull" }] },
    UseCulture: { type: "switch", mandatory: true, sets: ["CulturePath"], validate: [{ kind: "ValidateNotNull" }] },
    InputObject: {
      type: "psobject[]",
      position: 0,
      mandatory: true,
      pipeline: "value,name",
      validate: [{ kind: "ValidateNotNull" }],
      allowEmptyString: true,
    },
    Header: { type: "string[]", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  },
  create: (parameters, cmdlet) => {
    const delimiter = parameters.Delimiter instanceof Char ? parameters.Delimiter.text : ",";
    let objects: CsvObjects | null = null;
    return {
      process(): void {
        objects ??= new CsvObjects(
          cmdlet,
          delimiter,
          parameters.Header === undefined ? null : namesOf(cmdlet, parameters.Header),
        );
        for (const text of namesOf(cmdlet, parameters.InputObject)) objects.add(text);
      },
    };
  },
});
