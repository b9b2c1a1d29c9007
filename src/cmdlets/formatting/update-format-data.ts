import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { formattingOf } from "../../formatting/formatting.js";
import { readFormatFile } from "../../formatting/views/format-file.js";
import type { FormatView } from "../../formatting/views/view.js";
import { XmlError } from "../../formatting/views/xml-reader.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { PSArray } from "../../values/collections.js";
import { cmdletError } from "../error-record.js";
import { readFileText } from "../management/content.js";
import { expandPath, fullPath, pathNotFound } from "../management/paths.js";

/** Loads format.ps1xml files: their views hold for the rest of the session. */
export const updateFormatData = defineCmdlet({
  name: "Update-FormatData",
  typeName: "Microsoft.PowerShell.Commands.UpdateFormatDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Loads files that describe how objects are shown.",
  defaultParameterSet: "FileSet",
  supportsShouldProcess: true,
  parameters: {
    AppendPath: {
      type: "string[]",
      position: 0,
      pipeline: "value,name",
      aliases: ["PSPath", "Path"],
      sets: ["FileSet"],
    },
    PrependPath: { type: "string[]", sets: ["FileSet"] },
  },
  create: (bound, cmdlet) => {
    let appended: FormatView[] = [];
    return {
      process() {
        if (bound.AppendPath !== undefined) appended.push(...viewsOfFiles(cmdlet, bound.AppendPath));
      },
      end() {
        const formatting = formattingOf(cmdlet.context);
        if (bound.PrependPath !== undefined) {
          formatting.views = formatting.views.prepend(viewsOfFiles(cmdlet, bound.PrependPath));
        }
        if (appended.length > 0) formatting.views = formatting.views.append(appended);
        appended = [];
      },
    };
  },
});

function viewsOfFiles(cmdlet: CmdletRuntime, paths: PSArray): readonly FormatView[] {
  return paths.items.flatMap((path) => (typeof path === "string" ? viewsOfPath(cmdlet, path) : []));
}

function viewsOfPath(cmdlet: CmdletRuntime, path: string): readonly FormatView[] {
  const found = expandPath(cmdlet, path, false);
  if (found.length === 0) {
    cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
    return [];
  }
  return found.flatMap((file) => {
    if (!cmdlet.shouldProcess(`FileName: ${file.path}`)) return [];
    const text = readFileText(cmdlet, file.path);
    return text === undefined ? [] : viewsOfText(cmdlet, file.path, text);
  });
}

function viewsOfText(cmdlet: CmdletRuntime, path: string, text: string): readonly FormatView[] {
  try {
    return readFormatFile(text);
  } catch (thrown) {
    if (!(thrown instanceof XmlError)) throw thrown;
    cmdlet.writeError(
      cmdletError({
        id: "FormatXmlUpdateException",
        category: "InvalidOperation",
        exception: "RuntimeException",
        message: `There were errors in loading the format data file: \n${path} : File skipped because of the following validation exception: ${thrown.message}`,
      }),
    );
    return [];
  }
}
