import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { cmdletError } from "../error-record.js";
import { historyKey } from "../session-services.js";

/** Types an entry again: the last one, one by its number, or the last that begins with a text. */
export const invokeHistory = defineCmdlet({
  name: "Invoke-History",
  typeName: "Microsoft.PowerShell.Commands.InvokeHistoryCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Runs an entry of the history again.",
  supportsShouldProcess: true,
  parameters: { Id: { type: "string", position: 0, pipeline: "name" } },
  create: (parameters, cmdlet) => ({
    end(): void {
      const { context, streams } = cmdlet;
      const { entries } = extensionOf(context, historyKey);
      const { Id: wanted } = parameters;
      const isNumber = wanted !== undefined && /^\d+$/.test(wanted);
      const found =
        wanted === undefined
          ? entries.at(-1)
          : isNumber
            ? entries.find((entry) => entry.id === Number(wanted))
            : entries.findLast((entry) => entry.commandLine.toLowerCase().startsWith(wanted.toLowerCase()));
      if (found === undefined) {
        cmdlet.throwTerminatingError(
          cmdletError({
            id: isNumber ? "InvokeHistoryNoHistoryForId" : "InvokeHistoryNoHistoryForCommandline",
            category: "ObjectNotFound",
            exception: "ArgumentException",
            message: isNumber
              ? `Cannot locate the history for Id ${wanted}.`
              : `Cannot locate the history for command line ${wanted ?? ""}.`,
            target: isNumber ? BigInt(wanted) : (wanted ?? null),
          }),
        );
        return;
      }
      if (!cmdlet.shouldProcess(found.commandLine)) return;
      extensionOf(context, historyKey).replaceRunning(found.commandLine);
      context.host.write(`${found.commandLine}\n`);
      context.invokeBlock(context.createScriptBlock(found.commandLine), {
        output: { write: (value) => cmdlet.writeObject(value) },
        useCallerScope: true,
        streams,
      });
    },
  }),
});
