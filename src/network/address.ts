/** IPv4 addresses and the subnets that they lie in. */

const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const largestByte = 255;
const bits = 32;

/** The number of an IPv4 address, 0 to 2^32 - 1; null for a text that is none. */
export function addressNumber(text: string): number | null {
  const match = parts.exec(text.trim());
  if (match === null) return null;
  let number = 0;
  for (let part = 1; part < match.length; part++) {
    const byte = Number(match[part]);
    if (byte > largestByte) return null;
    number = number * (largestByte + 1) + byte;
  }
  return number;
}

/** `10.1.0.10` of its number. */
export function addressText(number: number): string {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & largestByte).join(".");
}

/** A range of addresses with a common beginning. */
export interface Subnet {
  /** `10.1.0.0/16` */
  readonly prefix: string;
  readonly first: number;
  /** How many bits all of them share. */
  readonly length: number;
}

/** Reads `10.1.0.0/16`; null for a text that is no subnet. */
export function parseSubnet(prefix: string): Subnet | null {
  const [address = "", length = ""] = prefix.split("/");
  const first = addressNumber(address);
  if (first === null || !/^\d{1,2}$/.test(length) || Number(length) > bits) return null;
  const subnet = { prefix, first, length: Number(length) };
  return isInSubnet(subnet, first) && first % 2 ** (bits - subnet.length) === 0 ? subnet : null;
}

/** Whether an address lies in a subnet. */
export function isInSubnet({ first, length }: Subnet, address: number): boolean {
  const size = 2 ** (bits - length);
  return address >= first && address < first + size;
}

/** `255.255.0.0` of a subnet. */
export function subnetMask({ length }: Subnet): string {
  return addressText(2 ** bits - 2 ** (bits - length));
}

/** `10.0.1.10.in-addr.arpa`: the name under which the PTR record of an address is kept. */
export function reverseName(address: string): string {
  return `${address.split(".").reverse().join(".")}.in-addr.arpa`;
}
