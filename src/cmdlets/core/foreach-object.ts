import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  AutomationNull,
  displayText,
  isNull,
  PowerShellError,
  type PSArray,
  PSDictionary,
  ScriptBlock,
  type Value,
  WildcardPattern,
} from "../../values/index.js";
import { baseOf } from "../../values/value.js";
import { type CmdletErrorInit, cmdletError, rewrapped } from "../error-record.js";
import { callMember, findMembers, isMethod, memberValue } from "../members-by-name.js";
import { ParallelJob } from "./parallel-job.js";
import { ParallelLoop } from "./parallel-loop.js";

/** SPEC E.2. */
export const forEachObject = defineCmdlet({
  name: "ForEach-Object",
  typeName: "Microsoft.PowerShell.Commands.ForEachObjectCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Runs a script block, or reads or calls a member, for each object.",
  defaultParameterSet: "ScriptBlockSet",
  supportsShouldProcess: true,
  parameters: {
    InputObject: {
      type: "psobject",
      pipeline: "value",
      sets: ["ScriptBlockSet", "PropertyAndMethodSet", "ParallelParameterSet"],
    },
    Begin: { type: "scriptblock", sets: ["ScriptBlockSet"] },
    Process: {
      type: "scriptblock[]",
      sets: ["ScriptBlockSet"],
      mandatory: true,
      position: 0,
      allowNull: true,
      allowEmptyCollection: true,
    },
    End: { type: "scriptblock", sets: ["ScriptBlockSet"] },
    RemainingScripts: {
      type: "scriptblock[]",
      sets: ["ScriptBlockSet"],
      remaining: true,
      allowNull: true,
      allowEmptyCollection: true,
    },
    MemberName: {
      since: 3,
      type: "string",
      sets: ["PropertyAndMethodSet"],
      mandatory: true,
      position: 0,
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    ArgumentList: { since: 3, type: "object[]", sets: ["PropertyAndMethodSet"], remaining: true, aliases: ["Args"] },
    Parallel: { since: 7, type: "scriptblock", sets: ["ParallelParameterSet"], mandatory: true },
    // Tasks run one after another, each in a runspace of its own, and take no time.
    ThrottleLimit: {
      since: 7,
      type: "int",
      sets: ["ParallelParameterSet"],
      validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
      coverage: "accepted",
    },
    TimeoutSeconds: {
      since: 7,
      type: "int",
      sets: ["ParallelParameterSet"],
      validate: [{ kind: "ValidateRange", min: 0, max: 2147483 }],
      coverage: "accepted",
    },
    AsJob: { since: 7, type: "switch", sets: ["ParallelParameterSet"] },
    UseNewRunspace: { since: 7, type: "switch", sets: ["ParallelParameterSet"], coverage: "accepted" },
  },
  create: (parameters, cmdlet) => {
    if (parameters.Parallel !== undefined && parameters.AsJob) {
      if (cmdlet.isBound("TimeoutSeconds")) cmdlet.throwTerminatingError(noTimeoutOfJobs());
      return new ParallelJob(parameters.Parallel, () => parameters.InputObject, cmdlet);
    }
    if (parameters.Parallel !== undefined)
      return new ParallelLoop(parameters.Parallel, () => parameters.InputObject, cmdlet);
    if (parameters.MemberName !== undefined) {
      return new MemberLoop(
        parameters.MemberName,
        () => parameters.InputObject,
        parameters.ArgumentList?.items ?? null,
        cmdlet,
      );
    }
    const scripts = [
      ...(parameters.Begin === undefined ? [] : [parameters.Begin]),
      ...blocksOf(parameters.Process),
      ...blocksOf(parameters.RemainingScripts),
    ];
    return new BlockLoop(scripts, parameters.End, () => parameters.InputObject, cmdlet);
  },
});

function noTimeoutOfJobs() {
  return cmdletError({
    id: "ParallelCannotUseTimeoutWithJob",
    category: "InvalidOperation",
    exception: "PSArgumentException",
    message: "The 'TimeoutSeconds' parameter cannot be used with the 'AsJob' parameter.",
    target: "Microsoft.PowerShell.Commands.ForEachObjectCommand",
    targetType: "ForEachObjectCommand",
  });
}

/** `$null` counts as one missing block. */
function blocksOf(value: PSArray | null | undefined): readonly (ScriptBlock | null)[] {
  if (value === undefined) return [];
  if (value === null) return [null];
  return value.items.map((item) => {
    const block = baseOf(item);
    return block instanceof ScriptBlock ? block : null;
  });
}

/**
 * The block form. Of the blocks in their order, -Begin before all, the first of several is the beginning, the last of
 * three or more the end unless -End is given, and all others run for each object.
 */
class BlockLoop implements CmdletBody {
  private readonly beginning: ScriptBlock | null;
  private readonly each: readonly (ScriptBlock | null)[];
  private readonly ending: ScriptBlock | null;
  private readonly pipe = { write: (value: Value): void => this.cmdlet.writeObject(value) };

  constructor(
    scripts: readonly (ScriptBlock | null)[],
    end: ScriptBlock | undefined,
    private readonly input: () => Value | undefined,
    private readonly cmdlet: CmdletRuntime,
  ) {
    const hasBeginning = scripts.length > 1;
    const lastIsEnd = end === undefined && scripts.length > 2;
    this.beginning = hasBeginning ? (scripts[0] ?? null) : null;
    this.ending = end ?? (lastIsEnd ? (scripts.at(-1) ?? null) : null);
    this.each = scripts.slice(hasBeginning ? 1 : 0, lastIsEnd ? -1 : undefined);
  }

  begin(): void {
    const { cmdlet } = this;
    if (cmdlet.isBound("WhatIf") || cmdlet.isBound("Confirm")) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "NoShouldProcessForScriptBlockSet",
          category: "InvalidOperation",
          exception: "InvalidOperationException",
          message: "The -WhatIf and -Confirm parameters are not supported for script blocks.",
        }),
      );
    }
    this.run(this.beginning, undefined);
  }

  process(): void {
    const value = this.input();
    for (const block of this.each) this.run(block, value ?? null);
  }

  end(): void {
    this.run(this.ending, undefined);
  }

  private run(block: ScriptBlock | null, underscore: Value | undefined): void {
    if (block === null) return;
    const { context, streams } = this.cmdlet;
    context.invokeBlock(block, {
      output: this.pipe,
      ...(underscore === undefined ? {} : { underscore, input: [underscore] }),
      useCallerScope: true,
      streams,
    });
  }
}

/** The member form: `% Name`, `% Substring 1`. */
class MemberLoop implements CmdletBody {
  private readonly hasWildcards: boolean;

  constructor(
    private readonly member: string,
    private readonly input: () => Value | undefined,
    /** `null`: none given. */
    private readonly args: readonly Value[] | null,
    private readonly cmdlet: CmdletRuntime,
  ) {
    this.hasWildcards = WildcardPattern.containsWildcardCharacters(member);
  }

  process(): void {
    const target = this.input();
    if (target === AutomationNull) return;
    if (this.args !== null) this.callWithArguments(target ?? null, this.args);
    else this.readOrCall(target ?? null);
  }

  private readOrCall(target: Value): void {
    const { cmdlet } = this;
    const { context } = cmdlet;
    if (isNull(target)) {
      if (this.confirmRead(target, this.member)) this.writeMissing(target);
      return;
    }
    const base = baseOf(target);
    if (base instanceof PSDictionary) {
      const entry = base.get(this.member);
      if (entry !== undefined) {
        if (this.confirmRead(target, this.member)) cmdlet.writeObject(entry, true);
        return;
      }
    }
    const members = findMembers(context, target, this.member, this.hasWildcards);
    if (members.length > 1) {
      this.writeNameError(
        "AmbiguousPropertyOrMethodName",
        `Input name "${this.member}" is ambiguous. It can be resolved to multiple matched members. Possible matches include: ${members.map((m) => m.name).join(" ")}.`,
        target,
      );
      return;
    }
    const [member] = members;
    if (member === undefined) {
      if (this.confirmRead(target, this.member)) this.writeMissing(target);
    } else if (isMethod(member)) {
      if (!cmdlet.shouldProcess(this.targetText(target), `Invoke method '${member.name}'`)) return;
      this.guarded(target, () => callMember(context, target, member, []));
    } else if (this.confirmRead(target, member.name)) {
      cmdlet.writeObject(memberValue(context, target, member), true);
    }
  }

  private callWithArguments(target: Value, args: readonly Value[]): void {
    const { cmdlet } = this;
    const { context } = cmdlet;
    if (isNull(target)) {
      this.writeNameError("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.", target);
      return;
    }
    const methods = findMembers(context, target, this.member, this.hasWildcards).filter(isMethod);
    if (methods.length > 1) {
      this.writeNameError(
        "AmbiguousMethodName",
        `Input name "${this.member}" is ambiguous. It can be resolved to multiple matched methods. Possible matches include: ${methods.map((m) => m.name).join(" ")}.`,
        target,
      );
      return;
    }
    const [method] = methods;
    if (method === undefined) {
      this.writeNameError("MethodNotFound", `Input name "${this.member}" cannot be resolved to a method.`, target);
      return;
    }
    const list = args.map((arg) => displayText(context, arg)).join(", ");
    if (!cmdlet.shouldProcess(this.targetText(target), `Invoke method '${method.name}' with arguments: ${list}`))
      return;
    this.guarded(target, () => callMember(context, target, method, args));
  }

  private confirmRead(target: Value, name: string): boolean {
    return this.cmdlet.shouldProcess(this.targetText(target), `Retrieve the value for property '${name}'`);
  }

  private targetText(target: Value): string {
    return `InputObject: ${isNull(target) ? "null" : displayText(this.cmdlet.context, target)}`;
  }

  private guarded(target: Value, call: () => Value): void {
    let result: Value;
    try {
      result = call();
    } catch (thrown) {
      if (!(thrown instanceof PowerShellError)) throw thrown;
      this.cmdlet.writeError(rewrapped(thrown.record, "MethodInvocationError", "InvalidOperation", target, true));
      return;
    }
    this.cmdlet.writeObject(result, true);
  }

  /** An absent member is `$null`, in strict mode an error. */
  private writeMissing(target: Value): void {
    if ((this.cmdlet.context.strictModeVersion ?? 0) < 2) {
      this.cmdlet.writeObject(null);
      return;
    }
    this.writeNameError(
      isNull(target) ? "InputObjectIsNull" : "PropertyOrMethodNotFound",
      isNull(target)
        ? "Cannot operate on a 'null' input object."
        : `The input name "${this.member}" cannot be resolved to a member.`,
      target,
    );
  }

  private writeNameError(id: string, message: string, target: Value): void {
    const init: CmdletErrorInit = {
      id,
      category: "InvalidArgument",
      exception: "PSArgumentException",
      message,
      target,
      targetIsPSObject: true,
    };
    this.cmdlet.writeError(cmdletError(init));
  }
}
