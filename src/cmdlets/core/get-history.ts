import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { DateTime, TimeSpan } from "../../values/date-time.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, defineType, findTypeByFullName, PSArray, typeNamed } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { cmdletError } from "../error-record.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { type HistoryEntry, historyKey } from "../session-services.js";

const fullName = "Microsoft.PowerShell.Commands.HistoryInfo";
const stateName = "System.Management.Automation.Runspaces.PipelineState";
const states = [
  ["NotStarted", 0n],
  ["Running", 1n],
  ["Stopping", 2n],
  ["Stopped", 3n],
  ["Completed", 4n],
  ["Failed", 5n],
  ["Disconnected", 6n],
] as const;
const stateValues: ReadonlyMap<string, bigint> = new Map(states);

if (findTypeByFullName(stateName) === undefined) defineType({ fullName: stateName, kind: "enum", enumValues: states });
defineResultType(fullName, [
  { name: "Id", typeName: "long" },
  { name: "CommandLine", typeName: "string" },
  { name: "ExecutionStatus", typeName: stateName },
  { name: "StartExecutionTime", typeName: "datetime" },
  { name: "EndExecutionTime", typeName: "datetime" },
  { name: "Duration", typeName: "timespan" },
]);

/** An entry as Get-History gives it; its text is the command line. */
export class HistoryInfo extends ResultObject {
  constructor(private readonly entry: HistoryEntry) {
    super();
    this.setField("Id", BigInt(entry.id));
    this.setField("CommandLine", entry.commandLine);
    this.setField("ExecutionStatus", new EnumValue(typeNamed(stateName), stateValues.get(entry.status) ?? 0n));
    this.setField("StartExecutionTime", new DateTime(entry.start, "Local"));
    this.setField("EndExecutionTime", new DateTime(entry.end, "Local"));
    this.setField("Duration", new TimeSpan(entry.end - entry.start));
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return this.entry.commandLine;
  }
}
heapClass("HistoryInfo", HistoryInfo);

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
      for (const id of ids) {
        const found = entries.findIndex((entry) => BigInt(entry.id) === id);
        if (found < 0) {
          cmdlet.writeError(
            cmdletError({
              id: "GetHistoryNoHistoryForId",
              category: "ObjectNotFound",
              exception: "ArgumentException",
              message: `Cannot locate the history for Id ${String(id)}.`,
              target: id,
            }),
          );
          continue;
        }
        const from = Count === undefined ? found : Math.max(0, found - Count + 1);
        for (const entry of entries.slice(from, found + 1)) cmdlet.writeObject(new HistoryInfo(entry));
      }
    },
  }),
});
