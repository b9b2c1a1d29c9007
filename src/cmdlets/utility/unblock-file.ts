import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { removeStreams, streamsNamed } from "../management/file-streams.js";
import { expandPath, fullPath, pathNotFound } from "../management/paths.js";
import { namesOf } from "../session/scopes.js";

/** The stream in which Windows keeps that a file comes from the internet. */
const zone = "Zone.Identifier";

/** Takes the mark of the internet from files. */
export const unblockFile = defineCmdlet({
  name: "Unblock-File",
  typeName: "Microsoft.PowerShell.Commands.UnblockFileCommand",
  since: 3,
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Takes the mark from files that they come from the internet.",
  defaultParameterSet: "ByPath",
  supportsShouldProcess: true,
  parameters: {
    Path: { type: "string[]", position: 0, mandatory: true, sets: ["ByPath"] },
    LiteralPath: {
      type: "string[]",
      mandatory: true,
      pipeline: "name",
      sets: ["ByLiteralPath"],
      aliases: ["PSPath", "LP"],
    },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const literal = parameters.LiteralPath !== undefined;
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const found = expandPath(cmdlet, path, literal);
        if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
        for (const { path: file, node } of found) {
          if (node.kind !== "file" || !cmdlet.shouldProcess(file)) continue;
          if (streamsNamed(node, zone).length > 0) removeStreams(cmdlet, file, node, [zone], true);
        }
      }
    },
  }),
});
