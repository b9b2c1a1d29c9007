import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import type { MemberTable } from "./members.js";

/**
 * Everything that PowerShell computes with.
 *
 * `null` is `$null`; a JavaScript number is an Int32, a bigint an Int64; boolean and string are themselves.
 * Every other kind of value (Double, Decimal, DateTime, arrays, hashtables, custom objects, types, …) is an instance
 * of a subclass of {@link DotNetObject}. So the common case costs nothing and `1` is never confused with `1.0`.
 */
export type Value = null | boolean | number | bigint | string | DotNetObject;

/** The kinds of value that JavaScript itself holds. */
export type PrimitiveValue = boolean | number | bigint | string;

/**
 * A value with a .NET type of its own. Instance members (Add-Member, the notes of a custom object) hang on the object
 * itself, as PSObject does it, so that identity is kept.
 */
export abstract class DotNetObject {
  /** The .NET type of the object. */
  abstract readonly type: DotNetType;
  /** Members that this one instance has; `null` until the first is added. Change them through `members.ts` only. */
  declare instanceMembers: MemberTable | null;
  /** Replacement of PSTypeNames, most derived first; `null` when the names of `type` and its bases hold. */
  declare typeNames: readonly string[] | null;

  // Both begin as the prototype's: few objects ever get their own, and initializing two fields through a constructor
  // that every class of values shares made up two thirds of the time of a loop that adds numbers.
  static {
    DotNetObject.prototype.instanceMembers = null;
    DotNetObject.prototype.typeNames = null;
  }
}

/**
 * A boolean, number or string that carries more than its value: instance members (`5 | Add-Member …`) or the text by
 * which it was written in the source (`Write-Output 0x10` shows `0x10`). Operators look through it with {@link baseOf}.
 */
export class PSObject extends DotNetObject {
  constructor(
    readonly base: PrimitiveValue | NumericObject,
    /** Source text of a number token in argument position, shown instead of the number. */
    readonly tokenText: string | null,
    private readonly typeOfBase: DotNetType,
  ) {
    super();
  }
  get type(): DotNetType {
    return this.typeOfBase;
  }
}
heapClass("PSObject", PSObject);

/** Boxed numbers and characters: values without identity that are not JavaScript primitives. */
export abstract class NumericObject extends DotNetObject {}

/** The value without a PSObject wrapper around it. */
export function baseOf(value: Value): Value {
  return value instanceof PSObject ? value.base : value;
}
