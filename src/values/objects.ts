import type { DotNetType } from "./dotnet-type.js";
import { MemberTable, type PSMember } from "./members.js";
import { typeNamed } from "./types.js";
import { DotNetObject, type Value } from "./value.js";

/** `[pscustomobject]@{…}`, what Select-Object makes, what Import-Csv reads: an object that is nothing but its members. */
export class PSCustomObject extends DotNetObject {
  override instanceMembers: MemberTable = new MemberTable();

  constructor(notes: Iterable<readonly [name: string, value: Value]> = [], typeNames: readonly string[] | null = null) {
    super();
    this.typeNames = typeNames;
    for (const [name, value] of notes) this.instanceMembers.set({ kind: "NoteProperty", name, value });
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSCustomObject");
  }
  /** The text that the object had before it was serialized; `null`: its text is made of its properties. */
  get originalText(): string | null {
    return null;
  }
  add(member: PSMember): void {
    this.instanceMembers.set(member);
  }
}

/**
 * "No output": what a pipeline without output gives. It is `$null` to every operator, but writing it to a pipeline
 * writes nothing.
 */
class AutomationNullObject extends DotNetObject {
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSCustomObject");
  }
}
export const AutomationNull: DotNetObject = new AutomationNullObject();

/** Whether a value is `$null` or "no output". */
export function isNull(value: Value): boolean {
  return value === null || value === AutomationNull;
}

/** A switch parameter's value. */
export class SwitchParameter extends DotNetObject {
  constructor(readonly isPresent: boolean) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.SwitchParameter");
  }
}

/** `[ref]$x`: reads and writes a variable, property or element. */
export class PSReference extends DotNetObject {
  constructor(
    readonly get: () => Value,
    readonly set: (value: Value) => void,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSReference");
  }
}
