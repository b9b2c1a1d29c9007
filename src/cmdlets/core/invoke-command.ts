import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import type { Value } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { remotingKey } from "../session-services.js";

/** Runs what it is given through a connection. */
function through(cmdlet: CmdletRuntime, session: Value, run: () => void): void {
  if (extensionOf(cmdlet.context, remotingKey).runThrough(session, run)) return;
  cmdlet.writeError(
    cmdletError({
      id: "PSSessionStateBroken",
      category: "InvalidOperation",
      exception: "PSInvalidOperationException",
      message:
        "Because the session state for the session is not equal to Open, you cannot run a command in the session.",
      target: session,
    }),
  );
}

/** Here, or through a connection to an Exchange server; there are no other computers to run anything on. */
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
    Session: { type: "object[]", mandatory: true, sets: ["Session"] },
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
        const run = (): void =>
          cmdlet.context.invokeBlock(block, {
            arguments: parameters.ArgumentList?.items ?? [],
            input,
            output: { write: (value) => cmdlet.writeObject(value) },
            useCallerScope: parameters.NoNewScope,
            ...(cmdlet.context.callerInvocation ? { invocationInfo: cmdlet.context.callerInvocation } : {}),
            streams: cmdlet.streams,
          });
        if (!cmdlet.isBound("Session")) run();
        else for (const session of parameters.Session?.items ?? []) through(cmdlet, session, run);
      },
    };
  },
});
