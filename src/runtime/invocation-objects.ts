import { PSArray, PSDictionary } from "../values/collections.js";
import { caseInsensitiveKey } from "../values/dictionary.js";
import type { DotNetMember, DotNetType } from "../values/dotnet-type.js";
import type { InvocationInfo } from "../values/errors.js";
import { defineType, typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";
import { CommandInfoObject } from "./command-info-object.js";
import type { CommandInfo, CommandInvocation } from "./commands.js";

/** `$PSBoundParameters`. */
export function boundParametersDictionary(values: ReadonlyMap<string, Value>): PSDictionary {
  const dictionary = new PSDictionary(typeNamed("System.Management.Automation.PSBoundParametersDictionary"), caseInsensitiveKey);
  for (const [name, value] of values) dictionary.set(name, value);
  return dictionary;
}

/** `$MyInvocation`, and the InvocationInfo of an error record. */
export class MyInvocation extends DotNetObject {
  constructor(
    readonly command: CommandInfo | null,
    readonly invocation: CommandInvocation,
    readonly values: ReadonlyMap<string, Value>,
    readonly remaining: readonly Value[],
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.InvocationInfo");
  }
}

/** 1-based line and column of an offset. */
export function lineAndColumn({ sourceText, start }: InvocationInfo): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let i = sourceText.indexOf("\n"); i >= 0 && i < start; i = sourceText.indexOf("\n", i + 1)) {
    line++;
    lineStart = i + 1;
  }
  return { line, column: start - lineStart + 1 };
}

/** The whole source line that a position is on, with its line end left out. */
export function sourceLine({ sourceText, start }: InvocationInfo): string {
  const from = sourceText.lastIndexOf("\n", start - 1) + 1;
  const to = sourceText.indexOf("\n", start);
  return sourceText.slice(from, to < 0 ? undefined : to).replace(/\r$/, "");
}

function property(name: string, typeName: string, get: (self: MyInvocation) => Value): DotNetMember {
  return {
    kind: "Property",
    name,
    typeName,
    get: (_context, self) => (self instanceof MyInvocation ? get(self) : null),
    set: null,
  };
}

export const invocationInfoMembers = (): readonly DotNetMember[] => [
  property("MyCommand", "System.Management.Automation.CommandInfo", ({ command }) =>
    command === null ? null : new CommandInfoObject(command),
  ),
  property("BoundParameters", "System.Collections.Generic.Dictionary[string,System.Object]", ({ values }) => boundParametersDictionary(values)),
  property("UnboundArguments", "System.Collections.Generic.List[System.Object]", ({ remaining }) => new PSArray([...remaining])),
  property("ScriptLineNumber", "int", ({ invocation }) => lineAndColumn(invocation.invocationInfo).line),
  property("OffsetInLine", "int", ({ invocation }) => lineAndColumn(invocation.invocationInfo).column),
  property("HistoryId", "long", () => -1n),
  property("ScriptName", "string", ({ invocation }) => invocation.invocationInfo.file ?? ""),
  property("Line", "string", ({ invocation }) => sourceLine(invocation.invocationInfo)),
  property("Statement", "string", ({ invocation: { invocationInfo } }) =>
    invocationInfo.sourceText.slice(invocationInfo.start, invocationInfo.end),
  ),
  property("InvocationName", "string", ({ invocation }) => invocation.invocationInfo.invocationName ?? ""),
  property("PipelineLength", "int", ({ invocation }) => invocation.pipelineLength),
  property("PipelinePosition", "int", ({ invocation }) => invocation.pipelinePosition),
  property("ExpectingInput", "bool", ({ invocation }) => invocation.expectingInput),
  property("CommandOrigin", "System.Management.Automation.CommandOrigin", () => "Internal"),
  property("DisplayScriptPosition", "System.Management.Automation.Language.IScriptExtent", () => null),
  property("PSScriptRoot", "string", ({ invocation }) => (invocation.invocationInfo.file ?? "").replace(/[\\/][^\\/]*$/, "")),
  property("PSCommandPath", "string", ({ invocation }) => invocation.invocationInfo.file),
];

defineType({ fullName: "System.Management.Automation.InvocationInfo", members: invocationInfoMembers });
