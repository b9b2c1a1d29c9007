import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { namesOf } from "../session/scopes.js";
import { contentPathParameters } from "./content.js";
import { expandPath, fullPath, pathNotFound, writeFile } from "./paths.js";

export const clearContent = defineCmdlet({
  name: "Clear-Content",
  typeName: "Microsoft.PowerShell.Commands.ClearContentCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Empties files.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: contentPathParameters,
  create: (bound, cmdlet) => ({
    process(): void {
      const literal = bound.LiteralPath !== undefined;
      for (const path of namesOf(cmdlet, bound.LiteralPath ?? bound.Path)) {
        const found = expandPath(cmdlet, path, literal);
        if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
        for (const { path: file } of found) {
          if (cmdlet.shouldProcess(`Item: ${file}`, "Clear Content")) writeFile(cmdlet, file, "");
        }
      }
    },
  }),
});
