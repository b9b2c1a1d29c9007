import type { Guid } from "./value.js";

/** Where GUIDs come from: the same seed and count give the same GUID, on every machine. */
export interface IdSource {
  /** A whole number that tells one organization's GUIDs from another's. */
  readonly seed: number;
  /** How many GUIDs were drawn. */
  readonly drawn: number;
}

const guidForm = /^\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

/** The GUID that a text spells, with or without braces and hyphens, in its usual form; null if it spells none. */
export function parseGuid(text: string): Guid | null {
  const parts = guidForm.exec(text.trim());
  return parts === null ? null : parts.slice(1).join("-").toLowerCase();
}

/**
 * The GUID with the given number in a source: four rounds of a 32-bit mixer, then the version and variant bits of a
 * random GUID (version 4). Nothing here is random: the same arguments always give the same GUID.
 */
export function guidAt(seed: number, number: number): Guid {
  let state = mix(seed ^ 0x9e3779b9) ^ mix(number + 0x85ebca6b) ^ mix(Math.floor(number / 0x1_0000_0000) + 0x27d4eb2f);
  const salt = mix(seed + number);
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state ^ salt);
  };
  const a = word();
  const b = (word() & 0xffff0fff) | 0x4000;
  const c = (word() & 0x3fffffff) | 0x80000000;
  const d = word();
  return spell([a, b, c, d]);
}

/** The GUID that a source has for a text: for objects that are to have the same one whatever was made before them. */
export function guidNamed(seed: number, text: string): Guid {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    // `mix` of each, written out: at the start of a session most of the time goes into calling it.
    low ^= text.charCodeAt(index);
    low = Math.imul(low ^ (low >>> 16), 0x21f0aaad);
    low = Math.imul(low ^ (low >>> 15), 0x735a2d97);
    low ^= low >>> 15;
    high = (high + low) | 0;
    high = Math.imul(high ^ (high >>> 16), 0x21f0aaad);
    high = Math.imul(high ^ (high >>> 15), 0x735a2d97);
    high ^= high >>> 15;
  }
  return guidAt(seed ^ high, low >>> 0);
}

const hexadecimal = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const hyphen = "-".charCodeAt(0);

/** Writes four words as a GUID. From character codes, because text put together piece by piece stays in pieces. */
function spell(words: readonly number[]): Guid {
  const codes: number[] = [];
  for (const word of words) {
    for (let shift = 28; shift >= 0; shift -= 4) {
      if (codes.length === 8 || codes.length === 13 || codes.length === 18 || codes.length === 23) codes.push(hyphen);
      codes.push(hexadecimal[(word >>> shift) & 15] as number);
    }
  }
  return String.fromCharCode(...codes);
}

/** A bijective mixer of 32 bits: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
