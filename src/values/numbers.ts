import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { typeNamed } from "./types.js";
import { NumericObject } from "./value.js";

/** System.Double. */
export class Double extends NumericObject {
  constructor(readonly value: number) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Double");
  }
}
heapClass("Double", Double, { isImmutable: true });

/** System.Single; `value` is rounded to single precision. */
export class Single extends NumericObject {
  readonly value: number;
  constructor(value: number) {
    super();
    this.value = Math.fround(value);
  }
  get type(): DotNetType {
    return typeNamed("System.Single");
  }
}
heapClass("Single", Single, { isImmutable: true });

/** System.Decimal: `mantissa / 10^scale`, 0 ≤ scale ≤ 28, |mantissa| < 2^96. The scale is kept, as in `1.10d`. */
export class Decimal extends NumericObject {
  constructor(
    readonly mantissa: bigint,
    readonly scale: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Decimal");
  }
}
heapClass("Decimal", Decimal, { isImmutable: true });

/** Which integer types besides Int32 (number) and Int64 (bigint) there are. */
export type SmallIntegerKind = "Byte" | "SByte" | "Int16" | "UInt16" | "UInt32";

/** Byte, SByte, Int16, UInt16 and UInt32: integers that fit a JavaScript number. */
export class SmallInteger extends NumericObject {
  constructor(
    readonly kind: SmallIntegerKind,
    readonly value: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`System.${this.kind}`);
  }
}
heapClass("SmallInteger", SmallInteger, { isImmutable: true });

/** System.UInt64. */
export class UInt64 extends NumericObject {
  constructor(readonly value: bigint) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.UInt64");
  }
}
heapClass("UInt64", UInt64, { isImmutable: true });

/** System.Numerics.BigInteger. */
export class BigInteger extends NumericObject {
  constructor(readonly value: bigint) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Numerics.BigInteger");
  }
}
heapClass("BigInteger", BigInteger, { isImmutable: true });

/** System.Char: one UTF-16 unit. */
export class Char extends NumericObject {
  constructor(readonly code: number) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Char");
  }
  get text(): string {
    return String.fromCharCode(this.code);
  }
}
heapClass("Char", Char, { isImmutable: true });

/** A value of an enumeration type. */
export class EnumValue extends NumericObject {
  constructor(
    readonly type: DotNetType,
    readonly value: bigint,
  ) {
    super();
  }
}
heapClass("EnumValue", EnumValue, { isImmutable: true });
