import { PSArray } from "../values/collections.js";
import { convertTo } from "../values/conversion/index.js";
import { englishCulture } from "../values/culture.js";
import type { DotNetType } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import { Guid } from "../values/simple-values.js";
import { toText } from "../values/text.js";
import { CultureInfo } from "../values/types/culture-info.js";
import { defineType, typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";
import type { Engine } from "./engine.js";
import { HostRawUserInterface } from "./host-raw-interface.js";
import { methodOf, readOnly } from "./object-members.js";
import { Collector } from "./pipes.js";
import type { ScopeTables } from "./scope.js";
import { currentScopeIn, type ScriptModule } from "./script-module.js";
import { nameKey } from "./variable.js";

/** `$Host`. */
export class HostObject extends DotNetObject {
  readonly window: HostRawUserInterface;
  constructor(readonly engine: Engine) {
    super();
    this.window = new HostRawUserInterface(engine);
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.Internal.Host.InternalHost");
  }
}
heapClass("HostObject", HostObject);

/** `$Host.UI`. */
export class HostUserInterface extends DotNetObject {
  constructor(
    readonly engine: Engine,
    readonly window: HostRawUserInterface,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.Internal.Host.InternalHostUserInterface");
  }
}
heapClass("HostUserInterface", HostUserInterface);

/** `$ExecutionContext`. */
export class EngineIntrinsics extends DotNetObject {
  constructor(
    readonly engine: Engine,
    readonly host: HostObject,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.EngineIntrinsics");
  }
}
heapClass("EngineIntrinsics", EngineIntrinsics);

/** `$ExecutionContext.InvokeCommand`. */
export class CommandInvocationIntrinsics extends DotNetObject {
  constructor(readonly engine: Engine) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.CommandInvocationIntrinsics");
  }
}
heapClass("CommandInvocationIntrinsics", CommandInvocationIntrinsics);

/** `$ExecutionContext.SessionState`. */
export class SessionStateObject extends DotNetObject {
  constructor(
    readonly engine: Engine,
    /** The module whose session state it is; `null`: the session's own. */
    readonly module: ScriptModule | null,
    /** The scope that it is in; `null`: whichever is the current one when it is asked. */
    readonly scope: ScopeTables | null = null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.SessionState");
  }
}
heapClass("SessionStateObject", SessionStateObject);

/** `$ExecutionContext.SessionState.PSVariable`. */
export class VariableIntrinsics extends DotNetObject {
  constructor(
    readonly engine: Engine,
    private readonly module: ScriptModule | null,
    private readonly own: ScopeTables | null,
  ) {
    super();
  }
  get scope(): ScopeTables {
    const { engine, module, own } = this;
    return own ?? currentScopeIn(engine, module);
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSVariableIntrinsics");
  }
}
heapClass("VariableIntrinsics", VariableIntrinsics);

/** Expands a text as a double-quoted string. */
export function expandString(engine: Engine, text: string): string {
  const block = engine.createScriptBlock(`@"\n${text}\n"@`);
  return toText(engine, engine.invokeInline(block));
}

defineType({
  fullName: "System.Management.Automation.Internal.Host.InternalHost",
  members: () => [
    readOnly(HostObject, "Name", "string", ({ engine }) => engine.host.name),
    readOnly(HostObject, "Version", "version", ({ engine }) =>
      convertTo(engine, engine.runtimeFacts.psVersion, typeNamed("System.Version")),
    ),
    readOnly(HostObject, "InstanceId", "guid", () => new Guid("5a0c1de2-7f43-4b8e-9d61-2c83e4a97b10")),
    readOnly(
      HostObject,
      "UI",
      "System.Management.Automation.Host.PSHostUserInterface",
      ({ engine, window }) => new HostUserInterface(engine, window),
    ),
    readOnly(HostObject, "CurrentCulture", "cultureinfo", ({ engine }) => hostCulture(engine)),
    readOnly(HostObject, "CurrentUICulture", "cultureinfo", ({ engine }) => hostCulture(engine)),
    readOnly(
      HostObject,
      "PrivateData",
      "psobject",
      () => new HostPart("Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy"),
    ),
    readOnly(HostObject, "DebuggerEnabled", "bool", () => true),
    readOnly(HostObject, "IsRunspacePushed", "bool", () => false),
    readOnly(
      HostObject,
      "Runspace",
      "runspace",
      () => new HostPart("System.Management.Automation.Runspaces.LocalRunspace"),
    ),
  ],
});

function hostCulture(engine: Engine): Value {
  return new CultureInfo(engine.currentCulture ?? englishCulture(engine.facts));
}

/** A part of the host that has no members here; its text is its type's name. */
class HostPart extends DotNetObject {
  constructor(private readonly typeName: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
}
heapClass("HostPart", HostPart);
for (const fullName of [
  "Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy",
  "System.Management.Automation.Runspaces.LocalRunspace",
]) {
  defineType({ fullName, members: () => [] });
}

defineType({
  fullName: "System.Management.Automation.Internal.Host.InternalHostUserInterface",
  members: () => [
    readOnly(
      HostUserInterface,
      "RawUI",
      "System.Management.Automation.Host.PSHostRawUserInterface",
      ({ window }) => window,
    ),
    methodOf(HostUserInterface, "WriteLine", "void", [["string", "value"]], ({ engine }, [value = null]) => {
      engine.host.write(`${toText(engine, value)}\n`);
      return undefined;
    }),
    methodOf(HostUserInterface, "Write", "void", [["string", "value"]], ({ engine }, [value = null]) => {
      engine.host.write(toText(engine, value));
      return undefined;
    }),
    ...(["Warning", "Verbose", "Debug"] as const).map((kind) =>
      methodOf(HostUserInterface, `Write${kind}Line`, "void", [["string", "message"]], ({ engine }, [value = null]) => {
        engine.host.writeMessage(messageKinds[kind], toText(engine, value));
        return undefined;
      }),
    ),
    methodOf(HostUserInterface, "ReadLine", "string", [], ({ engine }) =>
      engine.host.ask({ kind: "line", prompt: "", caption: "", message: "", choices: [], defaultChoice: -1 }),
    ),
  ],
});

const messageKinds = { Warning: "warning", Verbose: "verbose", Debug: "debug" } as const;

defineType({
  fullName: "System.Management.Automation.EngineIntrinsics",
  members: () => [
    readOnly(EngineIntrinsics, "Host", "System.Management.Automation.Host.PSHost", ({ host }) => host),
    readOnly(
      EngineIntrinsics,
      "InvokeCommand",
      "System.Management.Automation.CommandInvocationIntrinsics",
      ({ engine }) => new CommandInvocationIntrinsics(engine),
    ),
    readOnly(
      EngineIntrinsics,
      "SessionState",
      "System.Management.Automation.SessionState",
      ({ engine }) => new SessionStateObject(engine, engine.currentScope.module),
    ),
  ],
});

defineType({
  fullName: "System.Management.Automation.CommandInvocationIntrinsics",
  members: () => [
    methodOf(
      CommandInvocationIntrinsics,
      "ExpandString",
      "string",
      [["string", "source"]],
      ({ engine }, [source = null]) => expandString(engine, toText(engine, source)),
    ),
    methodOf(
      CommandInvocationIntrinsics,
      "NewScriptBlock",
      "scriptblock",
      [["string", "scriptText"]],
      ({ engine }, [text = null]) => engine.createScriptBlock(toText(engine, text)),
    ),
    methodOf(
      CommandInvocationIntrinsics,
      "InvokeScript",
      "System.Object",
      [["string", "script"]],
      ({ engine }, [text = null]) => {
        const output = new Collector(engine);
        engine.invokeBlock(engine.createScriptBlock(toText(engine, text)), { output });
        return new PSArray([...output.items]);
      },
    ),
  ],
});

defineType({
  fullName: "System.Management.Automation.SessionState",
  members: () => [
    readOnly(
      SessionStateObject,
      "PSVariable",
      "System.Management.Automation.PSVariableIntrinsics",
      ({ engine, module, scope }) => new VariableIntrinsics(engine, module, scope),
    ),
    readOnly(SessionStateObject, "Module", "psmoduleinfo", ({ module }) => module),
  ],
});

defineType({
  fullName: "System.Management.Automation.PSVariableIntrinsics",
  members: () => [
    methodOf(
      VariableIntrinsics,
      "GetValue",
      "System.Object",
      [["string", "name"]],
      ({ engine, scope }, [name = null]): Value => scope.lookUp(nameKey(toText(engine, name)))?.current ?? null,
    ),
    methodOf(
      VariableIntrinsics,
      "Set",
      "void",
      [
        ["string", "name"],
        ["System.Object", "value"],
      ],
      ({ engine, scope }, [name = null, value = null]) => {
        engine.inScope(scope, () => engine.setVariable(toText(engine, name), value));
        return undefined;
      },
    ),
    methodOf(VariableIntrinsics, "Remove", "void", [["string", "name"]], ({ engine, scope }, [name = null]) => {
      scope.removeVariable(toText(engine, name));
      return undefined;
    }),
  ],
});
