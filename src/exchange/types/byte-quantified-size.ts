import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { UInt64 } from "../../values/numbers.js";
import { integerOf, isNumber } from "../../values/numeric.js";
import { method, overload } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import { formatError, fromText } from "./text-conversion.js";

export const byteQuantifiedSizeName = "Microsoft.Exchange.Data.ByteQuantifiedSize";
const units = ["B", "KB", "MB", "GB", "TB"] as const;
const significantDigits = 4;

/** A size in bytes: `1.899 GB (2,039,480,320 bytes)`. */
export class ByteQuantifiedSize extends ValueObject {
  constructor(readonly bytes: bigint) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(byteQuantifiedSizeName);
  }
  equalityKey(): string {
    return this.bytes.toString();
  }
  override comparisonKey(): bigint {
    return this.bytes;
  }
  /** The largest unit that leaves at least one, four significant digits, and the exact number with commas. */
  toNetText(): string {
    let unit = 0;
    while (unit < units.length - 1 && this.bytes >= 1024n ** BigInt(unit + 1)) unit++;
    const amount = Number(this.bytes) / 1024 ** unit;
    return `${Number(amount.toPrecision(significantDigits))} ${units[unit]} (${withCommas(this.bytes)} bytes)`;
  }
}
heapClass("ByteQuantifiedSize", ByteQuantifiedSize);

function withCommas(n: bigint): string {
  return n.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * Reads `2GB`, `1.9 GB (2,040,109,466 bytes)`, `1024`, `512 kb`. What stands in parentheses counts when it is there.
 * @returns null for any other text
 */
export function parseByteQuantifiedSize(text: string): ByteQuantifiedSize | null {
  const exact = /\(([\d,]+) bytes\)\s*$/i.exec(text);
  if (exact?.[1] !== undefined) return new ByteQuantifiedSize(BigInt(exact[1].replaceAll(",", "")));
  const parts = /^\s*(\d{1,20}(?:\.\d{1,10})?)\s*(B|KB|MB|GB|TB)?\s*$/i.exec(text);
  if (parts?.[1] === undefined) return null;
  const unit = units.findIndex((name) => name === (parts[2] ?? "B").toUpperCase());
  const [whole = "0", fraction = ""] = parts[1].split(".");
  const scale = 10n ** BigInt(fraction.length);
  return new ByteQuantifiedSize((BigInt(whole + fraction) * 1024n ** BigInt(unit)) / scale);
}

function parse(text: string): ByteQuantifiedSize {
  const size = parseByteQuantifiedSize(text);
  if (size === null) {
    throw formatError(`The string '${text}' can't be converted to a size: write a number with B, KB, MB, GB or TB.`);
  }
  return size;
}

const toUnit = (name: string, unit: number) =>
  method<ByteQuantifiedSize>([`ulong To${name}()`, (_context, self) => new UInt64(self.bytes / 1024n ** BigInt(unit))]);

const fromUnit = (name: string, unit: number) =>
  method([
    `static ${byteQuantifiedSizeName} From${name}(ulong ${name.toLowerCase()}Value)`,
    (_context, _self, [amount]) =>
      new ByteQuantifiedSize((amount instanceof UInt64 ? amount.value : 0n) * 1024n ** BigInt(unit)),
  ]);

defineType({
  fullName: byteQuantifiedSizeName,
  kind: "struct",
  interfaces: ["System.IComparable"],
  convertFrom: (context, value) => {
    const bytes = isNumber(value) ? integerOf(value) : null;
    return bytes === null
      ? fromText(() => byteQuantifiedSizeName, parse)(context, value)
      : new ByteQuantifiedSize(bytes);
  },
  members: () => [
    toUnit("Bytes", 0),
    toUnit("KB", 1),
    toUnit("MB", 2),
    toUnit("GB", 3),
    toUnit("TB", 4),
    method<ByteQuantifiedSize>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
  staticMembers: () => [
    ...["Bytes", "KB", "MB", "GB", "TB"].map(fromUnit),
    method([
      "static Microsoft.Exchange.Data.ByteQuantifiedSize Parse(string expression)",
      (_context, _self, [text]) => parse(String(text)),
    ]),
  ],
  constructors: () => [
    overload("Microsoft.Exchange.Data.ByteQuantifiedSize new(ulong bytes)", (_context, _self, [bytes]) => {
      return new ByteQuantifiedSize(bytes instanceof UInt64 ? bytes.value : 0n);
    }),
  ],
});
