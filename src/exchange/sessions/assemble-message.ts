import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { bytesOf } from "../../values/bytes.js";
import { toText } from "../../values/text.js";

/**
 * AssembleMessage: writes what Export-Message gives to a file (documented: `Export-Message … | AssembleMessage -Path …`).
 * What it says of a wrong path is from memory: the words of .NET.
 */
export const assembleMessage = defineCmdlet({
  name: "AssembleMessage",
  typeName: "AssembleMessage",
  source: "",
  isFunction: true,
  synopsis: "Writes exported messages to a file.",
  parameters: {
    FileData: { type: "object", pipeline: "name" },
    Path: { type: "string", mandatory: true, position: 0 },
  },
  create: (parameters, { context }) => {
    const bytes: number[] = [];
    return {
      process: () => {
        bytes.push(...bytesOf(parameters.FileData ?? null));
      },
      end: () => {
        context.services?.files?.writeBytes(toText(context, parameters.Path ?? ""), bytes);
      },
    };
  },
});
