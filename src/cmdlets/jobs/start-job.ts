import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { usingValuesOf } from "../../runtime/fresh-runspace.js";
import { engineOf } from "../../runtime/script-command.js";
import type { ScriptBlock, Value } from "../../values/index.js";
import { scriptBlockText } from "../../values/text.js";
import { runApart } from "../core/remote-run.js";
import { filesOf, findNode, fullPath, pathNotFound } from "../management/paths.js";
import { addJob } from "./job.js";
import { recorded } from "./run-job.js";

const ofCode = ["ComputerName", "FilePathComputerName", "LiteralFilePathComputerName"];

/**
 * Runs code in a runspace of its own, as a job: what it writes waits for Receive-Job. The code runs at once, as if the
 * job's process were faster than whoever asks for it; the files and the commands are those of the session.
 */
export const startJob = defineCmdlet({
  name: "Start-Job",
  typeName: "Microsoft.PowerShell.Commands.StartJobCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Runs a script block as a job, whose output Receive-Job gets.",
  defaultParameterSet: "ComputerName",
  parameters: {
    ScriptBlock: {
      type: "scriptblock",
      position: 0,
      mandatory: true,
      aliases: ["Command"],
      sets: ["ComputerName"],
    },
    FilePath: { type: "string", position: 0, mandatory: true, sets: ["FilePathComputerName"] },
    LiteralPath: {
      since: 3,
      type: "string",
      mandatory: true,
      aliases: ["PSPath", "LP"],
      sets: ["LiteralFilePathComputerName"],
    },
    DefinitionName: { since: 3, type: "string", mandatory: true, sets: ["DefinitionName"], coverage: "refused" },
    DefinitionPath: { since: 3, type: "string", position: 1, sets: ["DefinitionName"], coverage: "refused" },
    Type: { since: 3, type: "string", position: 2, sets: ["DefinitionName"], coverage: "refused" },
    Name: { type: "string", pipeline: "name", sets: ofCode },
    InitializationScript: { type: "scriptblock", position: 1, sets: ofCode },
    // There is one process and one user.
    Credential: { type: "pscredential", sets: ofCode, coverage: "accepted" },
    Authentication: { type: "string", sets: ofCode, coverage: "accepted" },
    RunAs32: { type: "switch", sets: ofCode, coverage: "accepted" },
    PSVersion: { since: 3, type: "version", sets: ofCode, coverage: "accepted" },
    WorkingDirectory: { since: 7, type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
    InputObject: { type: "psobject", pipeline: "value", sets: ofCode },
    ArgumentList: { type: "object[]", sets: ofCode, aliases: ["Args"] },
  },
  create: (parameters, cmdlet) => {
    const input: Value[] = [];
    return {
      process(): void {
        if (parameters.InputObject !== undefined) input.push(parameters.InputObject);
      },
      end(): void {
        const path = parameters.FilePath ?? parameters.LiteralPath;
        const block = parameters.ScriptBlock ?? (path === undefined ? undefined : scriptOf(cmdlet, path));
        if (block === undefined) return;
        // What $using: means must be known before the job is made.
        usingValuesOf(engineOf(cmdlet.context), block);
        const args = parameters.ArgumentList?.items ?? [];
        const code = withStart(cmdlet, parameters.InitializationScript, block);
        const run = () =>
          recorded(cmdlet, (recorder) => {
            if (parameters.WorkingDirectory !== undefined)
              filesOf(cmdlet).location = fullPath(cmdlet, parameters.WorkingDirectory);
            return runApart(recorder, "localhost", { block: code, args, input, hidesComputerName: true });
          });
        const job = addJob(cmdlet.context, {
          name: parameters.Name,
          kind: "BackgroundJob",
          childKind: "",
          command: scriptBlockText(block),
          children: [{ location: "localhost", run }],
        });
        cmdlet.writeObject(job);
      },
    };
  },
});

/** The code of a script file; the console's error when there is none. */
function scriptOf(cmdlet: CmdletRuntime, path: string): ScriptBlock | undefined {
  const found = findNode(cmdlet, fullPath(cmdlet, path));
  if (found?.node.kind === "file") return cmdlet.context.createScriptBlock(found.node.text.replace(/^\uFEFF/, ""));
  cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
  return undefined;
}

/** The code behind the -InitializationScript: what that defines is there, what it writes comes first. */
function withStart(cmdlet: CmdletRuntime, start: ScriptBlock | undefined, block: ScriptBlock): ScriptBlock {
  if (start === undefined) return block;
  return cmdlet.context.createScriptBlock(
    `. {${scriptBlockText(start)}\n}; $input | & {${scriptBlockText(block)}\n} @args`,
  );
}
