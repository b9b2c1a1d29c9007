import { PSArray, PSDictionary } from "../values/collections.js";
import { caseInsensitiveKey } from "../values/dictionary.js";
import type { DotNetType } from "../values/dotnet-type.js";
import { ErrorRecord, type InvocationInfo } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { defineType, genericTypeOf, typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";
import { CommandInfoObject } from "./command-info-object.js";
import type { CommandInfo, CommandInvocation } from "./commands.js";
import type { ExecutionContext } from "./execution-context.js";
import { readOnly } from "./object-members.js";

const boundParametersType = "System.Management.Automation.PSBoundParametersDictionary";
const stringToObject = "System.Collections.Generic.Dictionary`2[[System.String],[System.Object]]";

defineType({ fullName: boundParametersType, base: stringToObject });

/** `$PSBoundParameters`. */
export function boundParametersDictionary(values: ReadonlyMap<string, Value>): PSDictionary {
  // Its base type has to be made before it.
  genericTypeOf("System.Collections.Generic.Dictionary`2", [typeNamed("System.String"), typeNamed("System.Object")]);
  const dictionary = new PSDictionary(typeNamed(boundParametersType), caseInsensitiveKey);
  for (const [name, value] of values) dictionary.set(name, value);
  return dictionary;
}

/** What is known of a running command beside its place. */
interface InvocationDetails {
  readonly command: CommandInfo | null;
  readonly values: ReadonlyMap<string, Value>;
  readonly remaining: readonly Value[];
  readonly pipelineLength: number;
  readonly pipelinePosition: number;
  readonly expectingInput: boolean;
  /** Of the entry of the history that runs the command; -1 when it is not known. */
  readonly historyId: number;
  readonly origin: "Runspace" | "Internal";
}

/** `$MyInvocation`, and the InvocationInfo of an error record. */
export class InvocationInfoObject extends DotNetObject {
  constructor(
    readonly context: ExecutionContext,
    readonly info: InvocationInfo,
    readonly details: InvocationDetails,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.InvocationInfo");
  }
}
heapClass("InvocationInfoObject", InvocationInfoObject);

/** `$MyInvocation` of a function or script block. */
export function myInvocation(
  command: CommandInfo,
  invocation: CommandInvocation,
  values: ReadonlyMap<string, Value>,
  remaining: readonly Value[],
  origin: InvocationDetails["origin"],
): InvocationInfoObject {
  const { context, invocationInfo, pipelineLength, pipelinePosition, expectingInput } = invocation;
  return new InvocationInfoObject(context, invocationInfo, {
    command,
    values,
    remaining,
    pipelineLength,
    pipelinePosition,
    expectingInput,
    historyId: context.services.historyId?.() ?? -1,
    origin,
  });
}

/** `$MyInvocation` at the prompt: the entry has no place, and Out-Default stands behind it. */
export function promptInvocation(context: ExecutionContext, command: CommandInfo): InvocationInfoObject {
  return new InvocationInfoObject(
    context,
    { invocationName: null, commandName: null, sourceText: "", file: null, start: 0, end: 0 },
    {
      command,
      values: new Map(),
      remaining: [],
      pipelineLength: 2,
      pipelinePosition: 1,
      expectingInput: false,
      historyId: context.services.historyId?.() ?? -1,
      origin: "Runspace",
    },
  );
}

/** `$_.InvocationInfo` of an error record; `null` when nothing is known of its place. */
export function invocationOfError(context: ExecutionContext, record: Value): Value {
  if (!(record instanceof ErrorRecord) || record.invocation === null) return null;
  const { commandName } = record.invocation;
  return new InvocationInfoObject(context, record.invocation, {
    command: commandName === null ? null : (context.findCommand(commandName) ?? null),
    values: new Map(),
    remaining: [],
    pipelineLength: 0,
    pipelinePosition: 0,
    expectingInput: false,
    historyId: -1,
    origin: "Internal",
  });
}

/** 1-based line and column of an offset. */
function lineAndColumn({ sourceText, start }: InvocationInfo): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let i = sourceText.indexOf("\n"); i >= 0 && i < start; i = sourceText.indexOf("\n", i + 1)) {
    line++;
    lineStart = i + 1;
  }
  return { line, column: start - lineStart + 1 };
}

/** What a prompt runs has no place. */
const isNowhere = ({ sourceText, end }: InvocationInfo): boolean => sourceText === "" && end === 0;

/** The whole source line that a position is on, with its line end left out. */
function sourceLine({ sourceText, start }: InvocationInfo): string {
  const from = sourceText.lastIndexOf("\n", start - 1) + 1;
  const to = sourceText.indexOf("\n", start);
  return sourceText.slice(from, to < 0 ? undefined : to).replace(/\r$/, "");
}

/** The directory of a file; that of `C:\x.ps1` is the root. */
export function directoryOf(file: string | null): string {
  const directory = (file ?? "").replace(/[\\/][^\\/]*$/, "");
  return directory.endsWith(":") ? `${directory}\\` : directory;
}

const owner = InvocationInfoObject;

defineType({
  fullName: "System.Management.Automation.InvocationInfo",
  members: () => [
    readOnly(owner, "MyCommand", "System.Management.Automation.CommandInfo", ({ details: { command } }) =>
      command === null ? null : new CommandInfoObject(command),
    ),
    readOnly(owner, "BoundParameters", "System.Collections.Generic.Dictionary[string,System.Object]", ({ details }) =>
      boundParametersDictionary(details.values),
    ),
    readOnly(
      owner,
      "UnboundArguments",
      "System.Collections.Generic.List[System.Object]",
      ({ details }) => new PSArray([...details.remaining]),
    ),
    readOnly(owner, "ScriptLineNumber", "int", ({ info }) => (isNowhere(info) ? 0 : lineAndColumn(info).line)),
    readOnly(owner, "OffsetInLine", "int", ({ info }) => (isNowhere(info) ? 0 : lineAndColumn(info).column)),
    readOnly(owner, "HistoryId", "long", ({ details }) => BigInt(details.historyId)),
    readOnly(owner, "ScriptName", "string", ({ info }) => info.file ?? ""),
    readOnly(owner, "Line", "string", ({ info }) => sourceLine(info)),
    readOnly(owner, "Statement", "string", ({ info }) => info.sourceText.slice(info.start, info.end)),
    readOnly(owner, "PositionMessage", "string", ({ context, info }) =>
      info.sourceText === "" ? "" : context.services.positionText(info),
    ),
    readOnly(owner, "PSScriptRoot", "string", ({ info }) => directoryOf(info.file)),
    readOnly(owner, "PSCommandPath", "string", ({ info }) => info.file),
    readOnly(owner, "InvocationName", "string", ({ info }) => info.invocationName ?? ""),
    readOnly(owner, "PipelineLength", "int", ({ details }) => details.pipelineLength),
    readOnly(owner, "PipelinePosition", "int", ({ details }) => details.pipelinePosition),
    readOnly(owner, "ExpectingInput", "bool", ({ details }) => details.expectingInput),
    readOnly(owner, "CommandOrigin", "System.Management.Automation.CommandOrigin", ({ details }) => details.origin),
    readOnly(owner, "DisplayScriptPosition", "System.Management.Automation.Language.IScriptExtent", () => null),
  ],
});
