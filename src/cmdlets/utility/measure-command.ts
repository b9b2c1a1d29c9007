import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { TimeSpan } from "../../values/date-time.js";

/** The time that the emulated clock moved on: zero, but for Start-Sleep. */
export const measureCommand = defineCmdlet({
  name: "Measure-Command",
  typeName: "Microsoft.PowerShell.Commands.MeasureCommandCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Runs a script block and gives the time it took.",
  parameters: {
    InputObject: { type: "psobject", pipeline: "value" },
    Expression: { type: "scriptblock", mandatory: true, position: 0 },
  },
  create: (parameters, cmdlet) => {
    let ticks = 0n;
    return {
      process(): void {
        const { context, streams } = cmdlet;
        const block = parameters.Expression;
        if (block === undefined) return;
        const input = parameters.InputObject;
        const start = context.now();
        context.invokeBlock(block, {
          output: { write: () => {} },
          useCallerScope: true,
          streams,
          ...(input === undefined ? {} : { underscore: input, input: [input] }),
        });
        ticks += context.now() - start;
      },
      end: () => cmdlet.writeObject(new TimeSpan(ticks)),
    };
  },
});
