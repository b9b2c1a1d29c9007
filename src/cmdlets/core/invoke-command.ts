import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { Value } from "../../values/index.js";

/** Local runs only: there is no other computer to run anything on. */
export const invokeCommand = defineCmdlet({
  name: "Invoke-Command",
  typeName: "Microsoft.PowerShell.Commands.InvokeCommandCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Runs a script block.",
  defaultParameterSet: "InProcess",
  parameters: {
    ScriptBlock: {
      type: "scriptblock",
      mandatory: true,
      position: 0,
      aliases: ["Command"],
      sets: ["InProcess", "ComputerName", "Session"],
    },
    NoNewScope: { type: "switch", sets: ["InProcess"] },
    InputObject: { type: "psobject", pipeline: "value" },
    ArgumentList: { type: "object[]", aliases: ["Args"] },
    ComputerName: { type: "string[]", mandatory: true, aliases: ["Cn"], sets: ["ComputerName"], coverage: "refused" },
    Session: { type: "object[]", mandatory: true, sets: ["Session"], coverage: "refused" },
    AsJob: { type: "switch", sets: ["ComputerName", "Session"], coverage: "refused" },
    Credential: { type: "object", sets: ["ComputerName"], coverage: "refused" },
    HideComputerName: { type: "switch", aliases: ["HCN"], sets: ["ComputerName", "Session"], coverage: "refused" },
  },
  create: (parameters, cmdlet) => {
    const input: Value[] = [];
    return {
      process(): void {
        if (cmdlet.expectingInput && parameters.InputObject !== undefined) input.push(parameters.InputObject);
      },
      end(): void {
        const block = parameters.ScriptBlock;
        if (block === undefined) return;
        if (!cmdlet.expectingInput && parameters.InputObject !== undefined) input.push(parameters.InputObject);
        cmdlet.context.invokeBlock(block, {
          arguments: parameters.ArgumentList?.items ?? [],
          input,
          output: { write: (value) => cmdlet.writeObject(value) },
          useCallerScope: parameters.NoNewScope,
          ...(cmdlet.context.callerInvocation ? { invocationInfo: cmdlet.context.callerInvocation } : {}),
          streams: cmdlet.streams,
        });
      },
    };
  },
});
