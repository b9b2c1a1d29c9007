import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { DateTime } from "../../values/date-time.js";
import { getProperty, PSArray, tryConvertTo, typeNamed, type Value } from "../../values/index.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { type HistoryEntry, historyKey } from "../session-services.js";
import { HistoryInfo, pipelineState } from "./history-info.js";

/** Takes objects as Get-History gives them, also those that a file brought back (asked of the engine). */
export const addHistory = defineCmdlet({
  name: "Add-History",
  typeName: "Microsoft.PowerShell.Commands.AddHistoryCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Adds entries to the history.",
  parameters: {
    InputObject: { type: "psobject[]", position: 0, pipeline: "value" },
    Passthru: { type: "switch" },
  },
  create: (bound, cmdlet) => ({
    process(): void {
      if (!(bound.InputObject instanceof PSArray)) return;
      for (const item of bound.InputObject.items) {
        const entry = entryOf(cmdlet, item);
        if (entry === undefined) {
          writeInvalid(cmdlet, item);
          continue;
        }
        const added = extensionOf(cmdlet.context, historyKey).add(entry);
        if (bound.Passthru) cmdlet.writeObject(new HistoryInfo(added));
      }
    },
  }),
});

/** The entry that an object tells; `undefined` when a part of it is missing. */
function entryOf({ context }: CmdletRuntime, item: Value): Omit<HistoryEntry, "id"> | undefined {
  const part = (name: string): Value => baseOf(getProperty(context, item, name) ?? null);
  const commandLine = part("CommandLine");
  const state = part("ExecutionStatus");
  const status = pipelineState(typeof state === "string" ? state.toLowerCase() : state);
  const start = dateOf(part("StartExecutionTime"));
  const end = dateOf(part("EndExecutionTime"));
  if (typeof commandLine !== "string" || status === undefined || start === undefined || end === undefined) {
    return undefined;
  }
  return { commandLine, status, start: start.ticks, end: end.ticks };

  function dateOf(value: Value): DateTime | undefined {
    const date = value === null ? undefined : tryConvertTo(context, value, typeNamed("System.DateTime"));
    return date instanceof DateTime ? date : undefined;
  }
}

function writeInvalid(cmdlet: CmdletRuntime, target: Value): void {
  cmdlet.writeError(
    cmdletError({
      id: "AddHistoryInvalidInput",
      category: "InvalidData",
      exception: "InvalidDataException",
      message: "Cannot add history because the input object has a format that is not valid.",
      target,
      targetIsPSObject: true,
    }),
  );
}
