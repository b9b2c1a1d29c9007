import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { contentPathParameters } from "./content.js";
import { streamNotFound, streamOf, writeStream } from "./file-streams.js";
import { writeFile } from "./paths.js";
import { withoutCredentials } from "./provider-credentials.js";
import { selectedNodes } from "./selected-nodes.js";

const { Encoding: _encoding, Stream: stream, ...pathParameters } = contentPathParameters;

export const clearContent = defineCmdlet({
  name: "Clear-Content",
  typeName: "Microsoft.PowerShell.Commands.ClearContentCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Empties files.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: { ...pathParameters, Stream: stream },
  create: withoutCredentials((bound, cmdlet) => ({
    process(): void {
      const literal = bound.LiteralPath !== undefined;
      for (const path of namesOf(cmdlet, bound.LiteralPath ?? bound.Path)) {
        for (const { path: file, node } of selectedNodes(cmdlet, path, literal, bound)) {
          if (node.kind !== "file") cmdlet.writeError(notEmptied(file));
          else if (streamOf(node, bound.Stream) === undefined)
            cmdlet.writeError(streamNotFound(file, bound.Stream ?? "", "AlternateDataStreamNotFound"));
          else if (cmdlet.shouldProcess(`Item: ${file}`, "Clear Content")) {
            if (streamOf(node, bound.Stream) === node) writeFile(cmdlet, file, "");
            else writeStream(cmdlet, file, node, bound.Stream ?? "", "");
          }
        }
      }
    },
  })),
});

function notEmptied(path: string) {
  return cmdletError({
    id: "ClearContent",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message: `Unable to clear the content of the directory '${path}'. Clear-Content is only supported on files.`,
    target: path,
  });
}
