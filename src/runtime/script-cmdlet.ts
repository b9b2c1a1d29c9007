import { isTrue } from "../values/conversion/index.js";
import type { DotNetMember, DotNetType, MethodOverload, MethodParameter } from "../values/dotnet-type.js";
import { ErrorRecord } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { AutomationNull, PSReference } from "../values/objects.js";
import { property as netProperty } from "../values/signatures.js";
import { toText } from "../values/text.js";
import { PSSet } from "../values/types/set-types.js";
import { defineType, genericTypeOf, typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";
import type { CommandRuntime } from "./cmdlet.js";
import type { CommandInvocation } from "./commands.js";
import type { Engine } from "./engine.js";
import type { ExecutionContext } from "./execution-context.js";
import { myInvocation } from "./invocation-objects.js";
import { pagingParameters } from "./paging-parameters.js";
import type { ScopeTables } from "./scope.js";
import type { ScriptCommand } from "./script-command.js";
import { SessionStateObject } from "./session-objects.js";
import { nameKey } from "./variable.js";

/** `$PSCmdlet` of an advanced function. */
export class ScriptCmdlet extends DotNetObject {
  constructor(
    readonly engine: Engine,
    readonly runtime: CommandRuntime,
    readonly command: ScriptCommand,
    readonly invocation: CommandInvocation,
    /** The scope of whoever called the function. */
    readonly callerScope: ScopeTables,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSScriptCmdlet");
  }
}
heapClass("ScriptCmdlet", ScriptCmdlet, { refused: "$PSCmdlet, which belongs to a running command" });

type Run = (cmdlet: ScriptCmdlet, args: readonly Value[]) => Value | undefined;

function parameters(...names: readonly (readonly [name: string, typeName: string])[]): readonly MethodParameter[] {
  return names.map(([name, typeName]) => ({
    name,
    typeName,
    isParamArray: false,
    isByRef: typeName === "ref",
    isOptional: false,
  }));
}

function overload(
  name: string,
  returns: string,
  given: readonly (readonly [string, string])[],
  run: Run,
): MethodOverload {
  return {
    signature: `${returns} ${name}(${given.map(([parameter, type]) => `${type} ${parameter}`).join(", ")})`,
    returnTypeName: returns,
    parameters: parameters(...given),
    invoke: (_context, self, args) => (self instanceof ScriptCmdlet ? (run(self, args) ?? AutomationNull) : null),
  };
}

function text(cmdlet: ScriptCmdlet, value: Value | undefined): string {
  return toText(cmdlet.engine, value ?? null);
}

/** The yes-to-all and no-to-all references of ShouldContinue. */
function shouldContinueForAll(cmdlet: ScriptCmdlet, args: readonly Value[]): boolean {
  const [query, caption, yes, no] = args;
  const state = { yesToAll: referenced(yes), noToAll: referenced(no) };
  const answer = cmdlet.runtime.shouldContinueForAll(text(cmdlet, query), text(cmdlet, caption), state);
  if (yes instanceof PSReference) yes.set(state.yesToAll);
  if (no instanceof PSReference) no.set(state.noToAll);
  return answer;
}

function referenced(value: Value | undefined): boolean {
  return value instanceof PSReference && isTrue(value.get());
}

/** A variable as the function's caller sees it. */
function variableOfCaller(cmdlet: ScriptCmdlet, [name, fallback = null]: readonly Value[]): Value {
  return cmdlet.callerScope.lookUp(nameKey(text(cmdlet, name)))?.current ?? fallback;
}

const s = "string";

const methods: readonly DotNetMember[] = [
  {
    kind: "Method",
    name: "ShouldProcess",
    overloads: [
      overload("ShouldProcess", "bool", [["target", s]], (c, [t]) => c.runtime.shouldProcess(text(c, t))),
      overload(
        "ShouldProcess",
        "bool",
        [
          ["target", s],
          ["action", s],
        ],
        (c, [t, a]) => c.runtime.shouldProcess(text(c, t), text(c, a)),
      ),
      overload(
        "ShouldProcess",
        "bool",
        [
          ["verboseDescription", s],
          ["verboseWarning", s],
          ["caption", s],
        ],
        (c, [d, w, caption]) => c.runtime.shouldProcessDescription(text(c, d), text(c, w), text(c, caption)),
      ),
    ],
  },
  {
    kind: "Method",
    name: "ShouldContinue",
    overloads: [
      overload(
        "ShouldContinue",
        "bool",
        [
          ["query", s],
          ["caption", s],
        ],
        (c, [q, caption]) => c.runtime.shouldContinue(text(c, q), text(c, caption)),
      ),
      overload(
        "ShouldContinue",
        "bool",
        [
          ["query", s],
          ["caption", s],
          ["yesToAll", "ref"],
          ["noToAll", "ref"],
        ],
        shouldContinueForAll,
      ),
    ],
  },
  {
    kind: "Method",
    name: "GetVariableValue",
    overloads: [
      overload("GetVariableValue", "System.Object", [["name", s]], variableOfCaller),
      overload(
        "GetVariableValue",
        "System.Object",
        [
          ["name", s],
          ["defaultValue", "System.Object"],
        ],
        variableOfCaller,
      ),
    ],
  },
  {
    kind: "Method",
    name: "WriteObject",
    overloads: [
      overload("WriteObject", "void", [["sendToPipeline", "System.Object"]], (c, [value = null]) => {
        c.runtime.writeObject(value);
        return undefined;
      }),
      overload(
        "WriteObject",
        "void",
        [
          ["sendToPipeline", "System.Object"],
          ["enumerateCollection", "bool"],
        ],
        (c, [value = null, enumerates = false]) => {
          c.runtime.writeObject(value, isTrue(enumerates));
          return undefined;
        },
      ),
    ],
  },
  {
    kind: "Method",
    name: "WriteError",
    overloads: [
      overload("WriteError", "void", [["errorRecord", "System.Management.Automation.ErrorRecord"]], (c, [record]) => {
        if (record instanceof ErrorRecord) c.runtime.writeError(record);
        return undefined;
      }),
    ],
  },
  {
    kind: "Method",
    name: "ThrowTerminatingError",
    overloads: [
      overload(
        "ThrowTerminatingError",
        "void",
        [["errorRecord", "System.Management.Automation.ErrorRecord"]],
        (c, [record]) => (record instanceof ErrorRecord ? c.runtime.throwTerminatingError(record) : undefined),
      ),
    ],
  },
  writer("WriteWarning", (c, message) => c.runtime.writeWarning(message)),
  writer("WriteVerbose", (c, message) => c.runtime.writeVerbose(message)),
  writer("WriteDebug", (c, message) => c.runtime.writeDebug(message)),
];

function writer(name: string, write: (cmdlet: ScriptCmdlet, message: string) => void): DotNetMember {
  return {
    kind: "Method",
    name,
    overloads: [
      overload(name, "void", [["text", s]], (c, [message]) => {
        write(c, text(c, message));
        return undefined;
      }),
    ],
  };
}

function property(name: string, typeName: string, get: (cmdlet: ScriptCmdlet) => Value): DotNetMember {
  return {
    kind: "Property",
    name,
    typeName,
    get: (_c, self) => (self instanceof ScriptCmdlet ? get(self) : null),
    set: null,
  };
}

/** `[Cmdlet]::CommonParameters`: names that every advanced command takes. */
function nameSet(name: string, names: (context: ValueContext) => readonly string[]): DotNetMember {
  return netProperty(`System.Collections.Generic.HashSet[string] ${name}`, (_self, context) => {
    const type = genericTypeOf("System.Collections.Generic.HashSet`1", [typeNamed("System.String")]);
    const set = new PSSet(type as DotNetType, true, null);
    for (const each of names(context)) set.add(each);
    return set;
  });
}

const isSession = (context: ValueContext): context is ExecutionContext => "findCommand" in context;

const commonNames = (context: ValueContext): readonly string[] =>
  isSession(context)
    ? context.services
        .commonParameters(false, false)
        .filter(({ since = 2 }) => since <= context.facts.languageVersion)
        .map(({ name }) => name)
    : [];

defineType({
  fullName: "System.Management.Automation.Cmdlet",
  staticMembers: () => [
    nameSet("CommonParameters", commonNames),
    nameSet("OptionalCommonParameters", () => ["WhatIf", "Confirm", "UseTransaction"]),
  ],
});
defineType({ fullName: "System.Management.Automation.PSCmdlet", base: "System.Management.Automation.Cmdlet" });

defineType({
  fullName: "System.Management.Automation.PSScriptCmdlet",
  base: "System.Management.Automation.PSCmdlet",
  members: () => [
    ...methods,
    property("ParameterSetName", "string", ({ runtime }) => runtime.parameterSetName),
    property("MyInvocation", "System.Management.Automation.InvocationInfo", ({ command, invocation }) =>
      myInvocation(command, invocation, new Map(), [], "Runspace"),
    ),
    property(
      "SessionState",
      "System.Management.Automation.SessionState",
      ({ engine, callerScope }) => new SessionStateObject(engine, callerScope.module, callerScope),
    ),
    property("PagingParameters", "System.Management.Automation.PagingParameters", ({ engine, command, runtime }) =>
      command.metadata(engine).parameters.some(({ name, isCommon }) => isCommon && name === "IncludeTotalCount")
        ? pagingParameters(runtime.common)
        : null,
    ),
  ],
});
