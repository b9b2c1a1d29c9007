import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { Char } from "../../values/numbers.js";
import { cmdletError } from "../error-record.js";
import { encodingParameter } from "../management/content.js";
import { expandPath, fullPath } from "../management/paths.js";
import { namesOf } from "../session/scopes.js";
import { CsvObjects } from "./csv-objects.js";

/** SPEC E.10. */
export const importCsv = defineCmdlet({
  name: "Import-Csv",
  typeName: "Microsoft.PowerShell.Commands.ImportCsvCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes objects of a CSV file.",
  defaultParameterSet: "DelimiterPath",
  parameters: {
    Delimiter: { type: "char", position: 1, sets: ["DelimiterPath", "DelimiterLiteralPath"] },
    Path: {
      type: "string[]",
      position: 0,
      mandatory: true,
      pipeline: "value,name",
      sets: ["DelimiterPath", "CulturePath"],
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    LiteralPath: {
      since: 3,
      type: "string[]",
      mandatory: true,
      pipeline: "name",
      sets: ["DelimiterLiteralPath", "CultureLiteralPath"],
      aliases: ["PSPath", "LP"],
    },
    UseCulture: { type: "switch", mandatory: true, sets: ["CulturePath", "CultureLiteralPath"] },
    Header: { type: "string[]", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
    Encoding: { ...encodingParameter, since: 3, coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const literal = parameters.LiteralPath !== undefined;
      const delimiter = parameters.Delimiter instanceof Char ? parameters.Delimiter.text : ",";
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const found = expandPath(cmdlet, path, literal);
        if (found.length === 0) {
          cmdlet.writeError(
            cmdletError({
              id: "FileOpenFailure",
              category: "OpenError",
              exception: "FileNotFoundException",
              message: `Could not find file '${fullPath(cmdlet, path)}'.`,
            }),
          );
        }
        for (const { node } of found) {
          if (node.kind !== "file") continue;
          const header = parameters.Header === undefined ? null : namesOf(cmdlet, parameters.Header);
          new CsvObjects(cmdlet, delimiter, header).add(node.text);
        }
      }
    },
  }),
});
