import type { DotNetType } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import { keepFields } from "../values/journal.js";
import { ownMembers } from "../values/members.js";
import { Double, UInt64 } from "../values/numbers.js";
import { doubleOf } from "../values/numeric.js";
import { SwitchParameter } from "../values/objects.js";
import { method, property } from "../values/signatures.js";
import { defineType, typeNamed } from "../values/types.js";
import { DotNetObject, PSObject, type Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";

const typeName = "System.Management.Automation.PagingParameters";

/** `$PSCmdlet.PagingParameters`: which page a caller wants of a command that supports paging. */
export class PagingParameters extends DotNetObject {
  constructor(
    private includeTotalCount: Value,
    private skip: Value,
    private first: Value,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(typeName);
  }
  get(name: "includeTotalCount" | "skip" | "first"): Value {
    return this[name];
  }
  set(name: "includeTotalCount" | "skip" | "first", value: Value): void {
    keepFields(this);
    this[name] = value;
  }
}
heapClass("PagingParameters", PagingParameters);

/** Everything, unless the common parameters say otherwise. */
export function pagingParameters(common: ReadonlyMap<string, Value>): PagingParameters {
  return new PagingParameters(
    common.get("IncludeTotalCount") ?? new SwitchParameter(false),
    common.get("Skip") ?? new UInt64(0n),
    common.get("First") ?? new UInt64(0xffff_ffff_ffff_ffffn),
  );
}

const settable = (declaration: string, name: "includeTotalCount" | "skip" | "first") =>
  property(
    declaration,
    (self: PagingParameters) => self.get(name),
    (self: PagingParameters, value) => self.set(name, value),
  );

/** How a count of that accuracy (0 to 1) is told. */
function countText(total: Value, accuracy: number): string {
  if (accuracy >= 1) return `Total count: ${total instanceof UInt64 ? total.value : 0n}`;
  if (accuracy > 0) return `Estimated total count: ${total instanceof UInt64 ? total.value : 0n}`;
  return "Unknown total count";
}

/** The object that tells how many objects there are, of which a page is shown. */
export function totalCount(context: ValueContext, total: Value, accuracy: number): Value {
  const count = new PSObject(total instanceof UInt64 ? total : new UInt64(0n), null, typeNamed("System.UInt64"));
  const text = countText(total, accuracy).replaceAll("'", "''");
  const members = ownMembers(count);
  members.set({ kind: "NoteProperty", name: "Accuracy", value: new Double(accuracy) });
  members.set({ kind: "ScriptMethod", name: "ToString", script: context.createScriptBlock(`'${text}'`) });
  return count;
}

defineType({
  fullName: typeName,
  members: () => [
    settable("switch IncludeTotalCount", "includeTotalCount"),
    settable("ulong Skip", "skip"),
    settable("ulong First", "first"),
    method<PagingParameters>([
      "psobject NewTotalCount(ulong totalCount, double accuracy)",
      (context, _self, [total = null, accuracy = null]) => totalCount(context, total, doubleOf(accuracy) ?? 0),
    ]),
  ],
});
