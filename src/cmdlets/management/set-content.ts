import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { namesOf } from "../session/scopes.js";
import { contentPathParameters, contentText, filesToWrite } from "./content.js";
import { findNode, writeFile } from "./paths.js";

const parameters = {
  Value: {
    type: "object[]",
    position: 1,
    mandatory: true,
    pipeline: "value,name",
    allowNull: true,
    allowEmptyCollection: true,
  },
  PassThru: { type: "switch" },
  ...contentPathParameters,
  NoNewline: { since: 5, type: "switch" },
  AsByteStream: { since: 7, type: "switch", coverage: "refused" },
} as const;

/** Set-Content and Add-Content: the same but for what becomes of the old text. */
function contentWriter(verb: "Set" | "Add") {
  return defineCmdlet({
    name: `${verb}-Content`,
    typeName: `Microsoft.PowerShell.Commands.${verb}ContentCommand`,
    source: "Microsoft.PowerShell.Management",
    synopsis: verb === "Set" ? "Writes a file anew." : "Appends to a file.",
    defaultParameterSet: "Path",
    supportsShouldProcess: true,
    parameters,
    create: (bound, cmdlet) => {
      /** Files in work with the pieces of text that they get. */
      const targets = new Map<string, string[]>();
      return {
        process(): void {
          const literal = bound.LiteralPath !== undefined;
          for (const path of namesOf(cmdlet, bound.LiteralPath ?? bound.Path)) {
            for (const file of filesToWrite(cmdlet, path, literal, "GetContentWriterDirectoryNotFoundError")) {
              let pieces = targets.get(file);
              if (pieces === undefined) {
                if (!cmdlet.shouldProcess(`Path: ${file}`, `${verb} Content`)) continue;
                pieces = [];
                targets.set(file, pieces);
                const old = findNode(cmdlet, file);
                if (verb === "Add" && old?.node.kind === "file") pieces.push(old.node.text);
              }
              pieces.push(contentText(cmdlet, bound.Value ?? null, bound.NoNewline));
            }
          }
          if (bound.PassThru && bound.Value !== undefined) cmdlet.writeObject(bound.Value, true);
        },
        end(): void {
          for (const [file, pieces] of targets) writeFile(cmdlet, file, pieces.join(""));
        },
      };
    },
  });
}

export const setContent = contentWriter("Set");
export const addContent = contentWriter("Add");
