import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { XmlError } from "../../formatting/views/xml-reader.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { readFileText } from "../management/content.js";
import { expandPath, fullPath, pathNotFound } from "../management/paths.js";
import { namesOf } from "../session/scopes.js";
import { TypeDataObject } from "./type-data.js";
import { readTypeFile } from "./type-file.js";
import { typeDataError } from "./update-type-data.js";

/** Takes back what Update-TypeData added to a type, or what a types.ps1xml file added to several. */
export const removeTypeData = defineCmdlet({
  name: "Remove-TypeData",
  since: 3,
  typeName: "Microsoft.PowerShell.Commands.RemoveTypeDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Removes the members that were added to a type.",
  defaultParameterSet: "RemoveTypeSet",
  supportsShouldProcess: true,
  parameters: {
    TypeName: {
      type: "string",
      sets: ["RemoveTypeSet"],
      mandatory: true,
      position: 0,
      pipeline: "value,name",
    },
    TypeData: { type: "object", sets: ["RemoveTypeDataSet"], mandatory: true, pipeline: "value" },
    Path: { type: "string[]", sets: ["RemoveFileSet"], mandatory: true },
  },
  create: (bound, cmdlet) => ({
    process() {
      for (const path of namesOf(cmdlet, bound.Path)) removeFile(cmdlet, path);
      const given = bound.TypeData instanceof TypeDataObject ? bound.TypeData.field("TypeName") : undefined;
      const typeName = bound.TypeName ?? given;
      if (typeof typeName === "string") removeType(cmdlet, typeName);
    },
  }),
});

function removeType(cmdlet: CmdletRuntime, typeName: string): void {
  if (!cmdlet.shouldProcess(`Remove Type: ${typeName}`)) return;
  if (cmdlet.context.typeTable.remove(typeName)) return;
  const message =
    `Error in TypeData "${typeName}": The type "${typeName}" was not found. The type name value must be the full ` +
    "name of the type. Verify the type name and run the command again.";
  cmdlet.writeError(typeDataError("TypesDynamicRemoveException", message));
}

/** The members that a file names are gone afterwards. The texts of errors are from memory. */
function removeFile(cmdlet: CmdletRuntime, path: string): void {
  const found = expandPath(cmdlet, path, false);
  if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
  for (const file of found) {
    if (!cmdlet.shouldProcess(`Remove File: ${file.path}`)) continue;
    const text = readFileText(cmdlet, file.path);
    if (text === undefined || removeMembers(cmdlet, text) > 0) continue;
    const message = `The type file "${file.path}" was not loaded in this session.`;
    cmdlet.writeError(typeDataError("TypesFileRemoveException", message));
  }
}

function removeMembers({ context }: CmdletRuntime, text: string): number {
  try {
    let removed = 0;
    for (const { typeName, members } of readTypeFile(context, text, () => {}))
      removed += context.typeTable.removeMembers(
        typeName,
        members.map(({ name }) => name),
      );
    return removed;
  } catch (thrown) {
    if (!(thrown instanceof XmlError)) throw thrown;
    return 0;
  }
}
