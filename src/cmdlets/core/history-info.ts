import { DateTime, TimeSpan } from "../../values/date-time.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, defineType, findTypeByFullName, typeNamed, type Value } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { defineResultType, ResultObject } from "../result-type.js";
import type { HistoryEntry, PipelineState } from "../session-services.js";

const fullName = "Microsoft.PowerShell.Commands.HistoryInfo";
const stateName = "System.Management.Automation.Runspaces.PipelineState";
const states: readonly (readonly [PipelineState, bigint])[] = [
  ["NotStarted", 0n],
  ["Running", 1n],
  ["Stopping", 2n],
  ["Stopped", 3n],
  ["Completed", 4n],
  ["Failed", 5n],
  ["Disconnected", 6n],
];
const stateValues: ReadonlyMap<string, bigint> = new Map(states);

/** The state that a value or a name means; `undefined` when it means none. */
export function pipelineState(value: Value): PipelineState | undefined {
  const bits = value instanceof EnumValue && value.type.fullName === stateName ? value.value : undefined;
  return states.find(([name, known]) => known === bits || name.toLowerCase() === value)?.[0];
}

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
