import { isTrue } from "../conversion/truth.js";
import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject, toItems } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { argumentError, bareOutOfRangeError } from "../net-errors.js";
import { integerOf } from "../numeric.js";
import { method, overload, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

const name = "System.Collections.BitArray";

/** BitArray: so many truth values. */
class BitArray extends EnumerableObject {
  constructor(private bits: readonly boolean[]) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(name);
  }
  override elements(): readonly boolean[] {
    return this.bits;
  }
  override count(): number {
    return this.bits.length;
  }
  replace(bits: readonly boolean[]): BitArray {
    keepFields(this);
    this.bits = bits;
    return this;
  }
}
heapClass("BitArray", BitArray);

const int = (value: Value | undefined): number => Number(integerOf(value ?? null) ?? 0n);

function checkedIndex(context: ValueContext, bits: BitArray, index: Value | undefined): number {
  const at = int(index);
  if (at >= 0 && at < bits.count()) return at;
  throw bareOutOfRangeError(
    context,
    "Index was out of range. Must be non-negative and less than the size of the collection.",
    "index",
  );
}

const set = (context: ValueContext, bits: BitArray, index: Value | undefined, value: Value): BitArray =>
  bits.replace(bits.elements().with(checkedIndex(context, bits, index), isTrue(value)));

/** Each bit with that of another array in its place. */
const combined = (sign: string, combine: (left: boolean, right: boolean) => boolean) =>
  method<BitArray>([
    `${name} ${sign}(${name} value)`,
    (context, bits, [other]) => {
      const others = other instanceof BitArray ? other.elements() : [];
      if (others.length !== bits.count()) {
        throw argumentError(context, "Array lengths must be the same.", "");
      }
      return bits.replace(bits.elements().map((bit, index) => combine(bit, others[index] === true)));
    },
  ]);

defineType({
  fullName: name,
  interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection"],
  members: () => [
    {
      kind: "ParameterizedProperty",
      name: "Item",
      signature: "bool Item(int index) {get;set;}",
      get: (context, self, [index]) => {
        const bits = self as BitArray;
        return bits.elements()[checkedIndex(context, bits, index)] ?? false;
      },
      set: (context, self, [index], value) => {
        set(context, self as BitArray, index, value);
      },
    },
    property("int Length", (bits: BitArray) => bits.count()),
    property("int Count", (bits: BitArray) => bits.count()),
    property("bool IsReadOnly", () => false),
    property("bool IsSynchronized", () => false),
    method<BitArray>([
      "bool Get(int index)",
      (context, bits, [index]) => bits.elements()[checkedIndex(context, bits, index)] ?? false,
    ]),
    method<BitArray>([
      "void Set(int index, bool value)",
      (context, bits, [index, value]) => {
        set(context, bits, index, value ?? null);
        return null;
      },
    ]),
    method<BitArray>([
      "void SetAll(bool value)",
      (_, bits, [value]) => {
        bits.replace(bits.elements().map(() => isTrue(value ?? null)));
        return null;
      },
    ]),
    combined("And", (left, right) => left && right),
    combined("Or", (left, right) => left || right),
    combined("Xor", (left, right) => left !== right),
    method<BitArray>([`${name} Not()`, (_, bits) => bits.replace(bits.elements().map((bit) => !bit))]),
    method<BitArray>(["System.Object Clone()", (_, bits) => new BitArray(bits.elements())]),
    method<BitArray>(["[core] bool HasAllSet()", (_, bits) => bits.elements().every((bit) => bit)]),
    method<BitArray>(["[core] bool HasAnySet()", (_, bits) => bits.elements().some((bit) => bit)]),
  ],
  constructors: () => [
    overload(`${name} new(int length)`, (context, _, [length]) => {
      context.checkSize("collection", int(length));
      return new BitArray(new Array<boolean>(int(length)).fill(false));
    }),
    overload(`${name} new(int length, bool defaultValue)`, (context, _, [length, value]) => {
      context.checkSize("collection", int(length));
      return new BitArray(new Array<boolean>(int(length)).fill(isTrue(value ?? null)));
    }),
    overload(`${name} new(bool[] values)`, (_, __, [values]) => new BitArray(toItems(values ?? null).map(isTrue))),
    overload(`${name} new(byte[] bytes)`, (_, __, [bytes]) => new BitArray(bitsOf(toItems(bytes ?? null), 8))),
    overload(`${name} new(int[] values)`, (_, __, [values]) => new BitArray(bitsOf(toItems(values ?? null), 32))),
    overload(
      `${name} new(${name} bits)`,
      (_, __, [bits]) => new BitArray(bits instanceof BitArray ? bits.elements() : []),
    ),
  ],
});

/** The bits of numbers, the lowest first. */
function bitsOf(numbers: readonly Value[], width: number): readonly boolean[] {
  return numbers.flatMap((number) => Array.from({ length: width }, (_, bit) => ((int(number) >>> bit) & 1) === 1));
}
