import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { formattingOf } from "../../formatting/formatting.js";
import { FormatXmlWriter } from "../../formatting/views/format-xml.js";
import type { FormatView } from "../../formatting/views/view.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { toItems } from "../../values/enumeration.js";
import { displayText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { attributeBits, attributesOf } from "../management/file-info.js";
import { fileOpenDenied, fileOpenFailure, findNode, fullPath, parentExists, writeFile } from "../management/paths.js";
import { FormatDataObject } from "./format-data.js";

/** Writes views that Get-FormatData tells of as a format.ps1xml file, which Update-FormatData reads. */
export const exportFormatData = defineCmdlet({
  name: "Export-FormatData",
  typeName: "Microsoft.PowerShell.Commands.ExportFormatDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes views to a format.ps1xml file.",
  defaultParameterSet: "ByPath",
  parameters: {
    InputObject: {
      type: "System.Management.Automation.ExtendedTypeDefinition[]",
      mandatory: true,
      pipeline: "value",
    },
    Path: { type: "string", mandatory: true, sets: ["ByPath"], aliases: ["FilePath"] },
    LiteralPath: { type: "string", mandatory: true, sets: ["ByLiteralPath"], aliases: ["PSPath", "LP"] },
    Force: { type: "switch" },
    NoClobber: { type: "switch", aliases: ["NoOverwrite"] },
    IncludeScriptBlock: { type: "switch" },
  },
  create: (parameters, cmdlet) => {
    const definitions: Value[] = [];
    return {
      process(): void {
        definitions.push(...toItems(parameters.InputObject ?? null));
      },
      end(): void {
        const path = fullPath(cmdlet, parameters.LiteralPath ?? parameters.Path ?? "");
        check(cmdlet, path, parameters);
        const views = definitions.flatMap((definition) => viewsOf(cmdlet, definition));
        writeFile(cmdlet, path, new FormatXmlWriter(parameters.IncludeScriptBlock).file(views));
      },
    };
  },
});

/** Ends the statement when the file cannot be written. */
function check(
  cmdlet: CmdletRuntime,
  path: string,
  { NoClobber, Force }: { readonly NoClobber: boolean; readonly Force: boolean },
): void {
  if (!parentExists(cmdlet, path)) cmdlet.throwTerminatingError(fileOpenFailure(cmdlet, path));
  const node = findNode(cmdlet, path)?.node;
  if (node === undefined) return;
  const isLocked = !Force && (attributesOf(node) & attributeBits.readOnly) !== 0;
  if (node.kind === "directory" || isLocked) cmdlet.throwTerminatingError(fileOpenDenied(path));
  if (!NoClobber) return;
  cmdlet.throwTerminatingError(
    cmdletError({
      id: "NoClobber",
      category: "ResourceExists",
      exception: "IOException",
      message: `The file '${path}' already exists.`,
      target: path,
    }),
  );
}

/** The session's views that an object of Get-FormatData tells of, in its order. */
function viewsOf(cmdlet: CmdletRuntime, definition: Value): readonly FormatView[] {
  if (!(definition instanceof FormatDataObject)) return [];
  const texts = (field: string): readonly string[] =>
    toItems(definition.field(field)).map((item) => displayText(cmdlet.context, item));
  const key = texts("TypeNames").join("\n");
  const own = formattingOf(cmdlet.context).views.views.filter((view) => view.typeNames.join("\n") === key);
  const left = [...own];
  return texts("FormatViewDefinition").flatMap((name) => {
    const at = left.findIndex((view) => view.name === name);
    return at < 0 ? [] : left.splice(at, 1);
  });
}
