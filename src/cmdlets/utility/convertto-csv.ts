import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { typeNamesOf } from "../../values/index.js";
import { csvForm, csvWritingParameters } from "./csv-parameters.js";
import { columnsOf, headerLine, objectLine } from "./csv-text.js";

const { Delimiter, UseCulture, ...shared } = csvWritingParameters;

/** SPEC E.10. */
export const convertToCsv = defineCmdlet({
  name: "ConvertTo-Csv",
  typeName: "Microsoft.PowerShell.Commands.ConvertToCsvCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes CSV lines of objects.",
  defaultParameterSet: "Delimiter",
  parameters: {
    ...shared,
    Delimiter: { ...Delimiter, sets: ["Delimiter"] },
    UseCulture: { ...UseCulture, sets: ["UseCulture"] },
  },
  create: (parameters, cmdlet) => {
    const { context } = cmdlet;
    const form = csvForm(parameters.Delimiter, parameters.UseQuotes, parameters.QuoteFields);
    const byDefault = context.facts.languageVersion < 6;
    const withType = parameters.IncludeTypeInformation || (byDefault && !parameters.NoTypeInformation);
    let columns: readonly string[] | null = null;
    return {
      process(): void {
        const object = parameters.InputObject;
        if (object === undefined || object === null) return;
        if (columns === null) {
          columns = columnsOf(context, object);
          if (columns.length === 0) return;
          if (withType) cmdlet.writeObject(`#TYPE ${typeNamesOf(object)[0]}`);
          if (!parameters.NoHeader) cmdlet.writeObject(headerLine(columns, form));
        }
        if (columns.length > 0) cmdlet.writeObject(objectLine(context, object, columns, form));
      },
    };
  },
});
