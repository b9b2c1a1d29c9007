import { EnumValue } from "../../values/numbers.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";

/** An enumeration of Exchange's: makes its values from a member's name, of flags from names with commas. */
export interface EnumerationType {
  (name: string): Value;
  readonly fullName: string;
  readonly members: readonly string[];
}

export interface EnumerationOptions {
  /** Bits, of which a value may have several. */
  readonly isFlags?: boolean;
  /** The members' numbers, where they do not count from zero, or bits from one. */
  readonly numbers?: readonly bigint[];
}

/** Defines an enumeration of Exchange's, and gives what makes its values. */
export function enumeration(
  fullName: string,
  members: readonly string[],
  options: EnumerationOptions = {},
): EnumerationType {
  const numberOf = (index: number): bigint =>
    options.numbers?.[index] ??
    (options.isFlags === true ? (index === 0 ? 0n : 1n << BigInt(index - 1)) : BigInt(index));
  defineType({
    fullName,
    kind: "enum",
    enumValues: members.map((name, index) => [name, numberOf(index)]),
    ...(options.isFlags === true ? { isFlags: true } : {}),
  });
  const known = new Map(members.map((name, index) => [name.toLowerCase(), numberOf(index)]));
  const make = (text: string): Value => {
    let sum = 0n;
    for (const name of text.split(",")) {
      const number = known.get(name.trim().toLowerCase());
      if (number === undefined) return null;
      sum |= number;
    }
    return new EnumValue(typeNamed(fullName), sum);
  };
  return Object.assign(make, { fullName, members });
}

/** The same for an enumeration that .NET has. */
export function netEnumeration(fullName: string, members: readonly string[]): EnumerationType {
  const make = (text: string): Value => {
    const index = members.findIndex((member) => member.toLowerCase() === text.toLowerCase());
    return index < 0 ? null : new EnumValue(typeNamed(fullName), BigInt(index));
  };
  return Object.assign(make, { fullName, members });
}
