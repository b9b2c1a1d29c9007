import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { PowerShellError, type ScriptBlock } from "../../values/index.js";
import { cmdletError } from "../error-record.js";

export const invokeExpression = defineCmdlet({
  name: "Invoke-Expression",
  typeName: "Microsoft.PowerShell.Commands.InvokeExpressionCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Runs a text as a command line.",
  parameters: { Command: { type: "string", mandatory: true, position: 0, pipeline: "value" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context, streams } = cmdlet;
      const block = parse(parameters.Command ?? "");
      context.invokeBlock(block, {
        output: { write: (value) => cmdlet.writeObject(value) },
        useCallerScope: true,
        streams,
      });

      function parse(text: string): ScriptBlock {
        try {
          return context.createScriptBlock(text);
        } catch (thrown) {
          if (!(thrown instanceof PowerShellError)) throw thrown;
          const { record } = thrown;
          const position = record.invocation === null ? "" : `${context.services.positionText(record.invocation)}\n`;
          const { message, details } = record.exception;
          return cmdlet.throwTerminatingError(
            cmdletError({
              id: record.errorId,
              category: "ParserError",
              exception: "ParseException",
              message: message.startsWith(position) ? message : position + message,
              details,
            }),
          );
        }
      }
    },
  }),
});
