import type { DotNetType } from "./dotnet-type.js";
import { heapClass, heapConstant } from "./heap/heap-class.js";
import { keepFields } from "./journal.js";
import { MemberTable, type PSMember } from "./members.js";
import { typeNamed } from "./types.js";
import { DotNetObject, type Value } from "./value.js";

/** `[pscustomobject]@{…}`, what Select-Object makes, what Import-Csv reads: an object that is nothing but its members. */
export class PSCustomObject extends DotNetObject {
  override readonly instanceMembers: MemberTable = new MemberTable();

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
heapClass("PSCustomObject", PSCustomObject);

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
heapConstant("AutomationNull", AutomationNull);

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
heapClass("SwitchParameter", SwitchParameter);

/** `[ref]`: a place with a value. Subclasses say which place. */
export abstract class PSReference extends DotNetObject {
  abstract get(): Value;
  abstract set(value: Value): void;
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSReference");
  }
}

/** `[ref]5`, `[ref]$x.Name`: a place of its own, with a value of its own. */
export class ValueReference extends PSReference {
  constructor(private held: Value) {
    super();
  }
  get(): Value {
    return this.held;
  }
  set(value: Value): void {
    keepFields(this);
    this.held = value;
  }
}
heapClass("ValueReference", ValueReference);

/** `[NullString]::Value`: the null that a method of .NET gets for a text, where `$null` becomes the empty one. */
export class NullString extends DotNetObject {
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.Language.NullString");
  }
  toNetText(): string {
    return "";
  }
}
heapClass("NullString", NullString);
