import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { PSArray, type Value } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { historyKey } from "../session-services.js";
import { HistoryInfo } from "./history-info.js";

/** SPEC E.14. */
export const getHistory = defineCmdlet({
  name: "Get-History",
  typeName: "Microsoft.PowerShell.Commands.GetHistoryCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Gives the entries typed in this session.",
  parameters: {
    Id: {
      type: "long[]",
      position: 0,
      pipeline: "value",
      validate: [{ kind: "ValidateRange", min: 1n, max: 9223372036854775807n }],
    },
    Count: { type: "int", position: 1, validate: [{ kind: "ValidateRange", min: 0, max: 32767 }] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { entries } = extensionOf(cmdlet.context, historyKey);
      const { Count, Id } = parameters;
      const ids = Id instanceof PSArray ? Id.items : undefined;
      if (ids === undefined) {
        const shown = Count === undefined ? entries : entries.slice(Math.max(0, entries.length - Count));
        for (const entry of shown) cmdlet.writeObject(new HistoryInfo(entry));
        return;
      }
      if (Count !== undefined && ids.length > 1) refuseCountOfMany(cmdlet, Count);
      for (const id of ids) {
        const found = entries.findIndex((entry) => BigInt(entry.id) === id);
        if (found < 0) {
          writeNoEntry(cmdlet, id);
          continue;
        }
        const from = Count === undefined ? found : Math.max(0, found - Count + 1);
        for (const entry of entries.slice(from, found + 1)) cmdlet.writeObject(new HistoryInfo(entry));
      }
    },
  }),
});

/** The history has no entry of this number. */
export function writeNoEntry(cmdlet: CmdletRuntime, id: Value): void {
  cmdlet.writeError(
    cmdletError({
      id: "GetHistoryNoHistoryForId",
      category: "ObjectNotFound",
      exception: "ArgumentException",
      message: `Cannot locate the history for Id ${String(id)}.`,
      target: id,
    }),
  );
}

/** A count goes with one number only. */
export function refuseCountOfMany(cmdlet: CmdletRuntime, count: number): never {
  return cmdlet.throwTerminatingError(
    cmdletError({
      id: "GetHistoryNoCountWithMultipleIds",
      category: "InvalidArgument",
      exception: "ArgumentException",
      message: "The count cannot be combined with multiple Ids.",
      target: count,
    }),
  );
}
