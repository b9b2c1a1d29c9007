import { ValueObject } from "../../../values/dictionary.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { method, property } from "../../../values/signatures.js";
import { parseIPAddress } from "../../../values/simple-value-parsing.js";
import { IPAddress } from "../../../values/simple-values.js";
import { defineType, typeNamed } from "../../../values/types.js";
import { formatError, fromText } from "../../types/text-conversion.js";

export const ipRangeName = "Microsoft.Exchange.Data.IPRange";

/** Addresses from one to another, as they were written: one address, `10.0.0.0/8`, `10.1.1.1-10.1.1.9`. */
export class IPRange extends ValueObject {
  constructor(
    readonly expression: string,
    readonly lower: IPAddress,
    readonly upper: IPAddress,
    readonly form: "SingleAddress" | "CIDR" | "LoHi" | "Netmask",
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(ipRangeName);
  }
  equalityKey(): string {
    return `${this.lower.text}-${this.upper.text}`;
  }
  toNetText(): string {
    return this.expression;
  }
  contains(address: IPAddress): boolean {
    return (
      address.isIPv6 === this.lower.isIPv6 &&
      compareBytes(this.lower.bytes, address.bytes) <= 0 &&
      compareBytes(address.bytes, this.upper.bytes) <= 0
    );
  }
  /** How many addresses, less one: of two ranges the smaller one is the more specific. */
  get size(): bigint {
    return numberOf(this.upper) - numberOf(this.lower);
  }
}
heapClass("IPRange", IPRange);

const numberOf = ({ bytes }: IPAddress): bigint => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function compareBytes(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Reads the forms that -RemoteIPRanges takes; of what a mask leaves open, all. */
export function parseIPRange(text: string): IPRange {
  const expression = text.trim();
  const range = pair(expression) ?? prefix(expression) ?? netmask(expression) ?? single(expression);
  if (range === null || compareBytes(range.lower.bytes, range.upper.bytes) > 0)
    throw formatError(`"${text}" isn't a valid IP range. Write an address, 10.0.0.0/8, or 10.1.1.1-10.1.1.9.`);
  return range;
}

function single(text: string): IPRange | null {
  const address = parseIPAddress(text);
  return address === null ? null : new IPRange(text, address, address, "SingleAddress");
}

function pair(text: string): IPRange | null {
  const [low = "", high] = text.split("-");
  if (high === undefined) return null;
  const lower = parseIPAddress(low);
  const upper = parseIPAddress(high);
  const isPair = lower !== null && upper !== null && lower.isIPv6 === upper.isIPv6;
  return isPair ? new IPRange(text, lower, upper, "LoHi") : null;
}

function prefix(text: string): IPRange | null {
  const [host = "", length] = text.split("/");
  if (length === undefined || !/^\d{1,3}$/.test(length)) return null;
  const address = parseIPAddress(host);
  if (address === null || Number(length) > address.bytes.length * 8) return null;
  const mask = address.bytes.map((_byte, index) => {
    const bits = Math.min(8, Math.max(0, Number(length) - index * 8));
    return 256 - 2 ** (8 - bits);
  });
  return masked(text, address, mask, "CIDR");
}

/** `192.168.1.0(255.255.255.0)` */
function netmask(text: string): IPRange | null {
  const [, host = "", maskText = ""] = /^([\d.]+)\(([\d.]+)\)$/.exec(text) ?? [];
  const address = parseIPAddress(host);
  const mask = parseIPAddress(maskText);
  return address === null || mask === null ? null : masked(text, address, mask.bytes, "Netmask");
}

function masked(text: string, address: IPAddress, mask: readonly number[], form: "CIDR" | "Netmask"): IPRange {
  const lower = address.bytes.map((byte, index) => byte & (mask[index] ?? 0));
  const upper = lower.map((byte, index) => byte | (255 - (mask[index] ?? 0)));
  return new IPRange(text, new IPAddress(lower), new IPAddress(upper), form);
}

const parsed = fromText(() => ipRangeName, parseIPRange);

defineType({
  fullName: ipRangeName,
  takesText: true,
  convertFrom: (context, value) => (value instanceof IPRange ? value : parsed(context, value)),
  members: () => [
    property<IPRange>("string LowerBound", (self) => self.lower.text),
    property<IPRange>("string UpperBound", (self) => self.upper.text),
    property<IPRange>("string RangeFormat", (self) => self.form),
    property<IPRange>("string Expression", (self) => self.expression),
    method<IPRange>(["string ToString()", (_context, self) => self.expression]),
  ],
});
