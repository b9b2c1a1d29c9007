import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { formattingOf } from "../../formatting/formatting.js";
import { readFormatFile } from "../../formatting/views/format-file.js";
import { formatFileMistakes } from "../../formatting/views/format-file-check.js";
import type { FormatView } from "../../formatting/views/view.js";
import { readXml, XmlError } from "../../formatting/views/xml-reader.js";
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

/** The views of a file; one with a mistake gives none. */
function viewsOfText(cmdlet: CmdletRuntime, path: string, text: string): readonly FormatView[] {
  const mistakes = mistakesOf(path, text);
  if (mistakes.length === 0) return readFormatFile(text);
  const isCore = cmdlet.context.facts.languageVersion >= 7;
  // From memory of consoles that list them at their start: 5.1 has the last one at the end.
  const lines = isCore ? mistakes : mistakes.toReversed();
  const head = isCore ? "Errors occurred while loading" : "There were errors in loading";
  cmdlet.writeError(
    cmdletError({
      id: "FormatXmlUpdateException",
      category: "InvalidOperation",
      exception: "RuntimeException",
      message: `${head} the format data file: \n${lines.map((line) => `${path}, ${line}\n`).join("")}`,
    }),
  );
  return [];
}

function mistakesOf(path: string, text: string): readonly string[] {
  try {
    return formatFileMistakes(readXml(text)).map(
      ({ path: at, text: why }) => `Error at XPath ${at} in file ${path}: ${why}`,
    );
  } catch (thrown) {
    if (thrown instanceof XmlError) return [`Error in file ${path}: ${thrown.message}`];
    throw thrown;
  }
}
