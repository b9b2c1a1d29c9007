import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { typeNamesOf } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { encodingParameter, newLine } from "../management/content.js";
import { defaultEncoding, encodingNamed } from "../management/file-encoding.js";
import { attributeBits, attributesOf } from "../management/file-info.js";
import { fileOpenDenied, fileOpenFailure, findNode, fullPath, parentExists, writeFile } from "../management/paths.js";
import { csvForm, csvWritingParameters } from "./csv-parameters.js";
import { type CsvForm, CsvReader, columnsOf, headerLine, objectLine } from "./csv-text.js";

const { Delimiter, UseCulture, ...shared } = csvWritingParameters;

const parameters = {
  ...shared,
  Delimiter: { ...Delimiter, sets: ["Delimiter"] },
  UseCulture: { ...UseCulture, sets: ["UseCulture"] },
  Path: { type: "string", position: 0, validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  LiteralPath: { since: 3, type: "string", aliases: ["PSPath", "LP"], validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  Force: { type: "switch" },
  NoClobber: { type: "switch", aliases: ["NoOverwrite"] },
  Encoding: encodingParameter,
  Append: { since: 3, type: "switch" },
} as const satisfies ParameterDeclarations;

/** SPEC E.10. */
export const exportCsv = defineCmdlet({
  name: "Export-Csv",
  typeName: "Microsoft.PowerShell.Commands.ExportCsvCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes objects to a CSV file.",
  defaultParameterSet: "Delimiter",
  supportsShouldProcess: true,
  parameters,
  create: (bound, cmdlet) => new CsvExport(bound, cmdlet),
});

class CsvExport implements CmdletBody {
  private columns: readonly string[] | null = null;
  private readonly lines: string[] = [];
  private path = "";
  private old = "";
  private allowed = true;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    const { bound, cmdlet } = this;
    if ((bound.Path === undefined) === (bound.LiteralPath === undefined)) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "CannotSpecifyPathAndLiteralPath",
          category: "InvalidData",
          exception: "InvalidOperationException",
          message: "You must specify either the -Path or -LiteralPath parameters, but not both.",
        }),
      );
    }
    this.path = fullPath(cmdlet, bound.LiteralPath ?? bound.Path ?? "");
    this.allowed = cmdlet.shouldProcess(this.path);
    if (!this.allowed) return;
    if (!parentExists(cmdlet, this.path)) {
      cmdlet.throwTerminatingError(fileOpenFailure(cmdlet, this.path));
    }
    const node = findNode(cmdlet, this.path)?.node;
    if (node === undefined) return;
    const isLocked = !bound.Force && (attributesOf(node) & attributeBits.readOnly) !== 0;
    if (node.kind === "directory" || isLocked) {
      cmdlet.throwTerminatingError(fileOpenDenied(this.path));
      return;
    }
    if (bound.NoClobber && !bound.Append) this.refuseOverwrite();
    if (bound.Append && node.text !== "") {
      this.old = node.text;
      this.columns = this.columnsOfFile(node.text);
    }
  }

  process(): void {
    const object = this.bound.InputObject;
    if (!this.allowed || object === undefined || object === null) return;
    const { context } = this.cmdlet;
    const form = this.form();
    if (this.columns === null) {
      this.columns = columnsOf(context, object);
      const byDefault = context.facts.languageVersion < 6;
      if (this.bound.IncludeTypeInformation || (byDefault && !this.bound.NoTypeInformation)) {
        this.lines.push(`#TYPE ${typeNamesOf(object)[0]}`);
      }
      if (!this.bound.NoHeader) this.lines.push(headerLine(this.columns, form));
    } else if (this.old !== "" && !this.bound.Force) {
      this.checkColumns(new Set(columnsOf(context, object).map((name) => name.toLowerCase())), this.columns);
    }
    this.lines.push(objectLine(context, object, this.columns, form));
  }

  end(): void {
    if (!this.allowed) return;
    const added = this.lines.map((line) => line + newLine).join("");
    const separator = this.old === "" || /\n$/.test(this.old) ? "" : newLine;
    const { Encoding } = this.bound;
    const { context } = this.cmdlet;
    const isAdded = this.old !== "" && Encoding === undefined;
    const encoding = isAdded ? undefined : encodingNamed(context, Encoding, defaultEncoding(context, "csv"));
    writeFile(this.cmdlet, this.path, this.old + separator + added, encoding);
  }

  private form(): CsvForm {
    return csvForm(this.bound.Delimiter, this.bound.UseQuotes, this.bound.QuoteFields);
  }

  private columnsOfFile(text: string): readonly string[] {
    const reader = new CsvReader(text, this.form().delimiter);
    while (!reader.atEnd && reader.peekLine().startsWith("#")) reader.skipLine();
    return reader.record().map((name) => name ?? "");
  }

  private checkColumns(present: ReadonlySet<string>, columns: readonly string[]): void {
    const missing = columns.find((name) => !present.has(name.toLowerCase()));
    if (missing === undefined) return;
    this.allowed = false;
    this.cmdlet.throwTerminatingError(
      cmdletError({
        id: "CannotAppendCsvWithMismatchedPropertyNames",
        category: "InvalidData",
        exception: "InvalidOperationException",
        message: `Cannot append CSV content to the following file: ${this.bound.LiteralPath ?? this.bound.Path}. The appended object does not have a property that corresponds to the following column: ${missing}. To continue with mismatched properties, add the -Force parameter, and then retry the command.`,
        target: missing,
      }),
    );
  }

  private refuseOverwrite(): never {
    return this.cmdlet.throwTerminatingError(
      cmdletError({
        id: "NoClobber",
        category: "ResourceExists",
        exception: "IOException",
        message: `The file '${this.path}' already exists.`,
        target: this.path,
      }),
    );
  }
}
