import { EnumValue } from "../../values/numbers.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";

/** Defines an enumeration of Exchange's whose members count from zero, and gives what makes its values. */
export function enumeration(
  fullName: string,
  names: readonly string[],
  options: { readonly isFlags?: boolean } = {},
): (name: string) => Value {
  const numberOf = (index: number): bigint =>
    options.isFlags === true ? (index === 0 ? 0n : 1n << BigInt(index - 1)) : BigInt(index);
  defineType({
    fullName,
    kind: "enum",
    enumValues: names.map((name, index) => [name, numberOf(index)]),
    ...(options.isFlags === true ? { isFlags: true } : {}),
  });
  const known = new Map(names.map((name, index) => [name.toLowerCase(), numberOf(index)]));
  return (name) => {
    const number = known.get(name.toLowerCase());
    return number === undefined ? null : new EnumValue(typeNamed(fullName), number);
  };
}
