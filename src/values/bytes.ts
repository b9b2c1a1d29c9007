import { toItems } from "./enumeration.js";
import { netError } from "./net-errors.js";
import { integerOf } from "./numeric.js";
import type { Value } from "./value.js";

/** The numbers in a byte[]. */
export function bytesOf(value: Value): number[] {
  return value === null ? [] : toItems(value).map((b) => Number(integerOf(b) ?? 0n) & 255);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function toBase64(bytes: readonly number[]): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1] ?? 0;
    const c = bytes[i + 2] ?? 0;
    out += alphabet.charAt(a >> 2) + alphabet.charAt(((a & 3) << 4) | (b >> 4));
    out += i + 1 < bytes.length ? alphabet.charAt(((b & 15) << 2) | (c >> 6)) : "=";
    out += i + 2 < bytes.length ? alphabet.charAt(c & 63) : "=";
  }
  return out;
}

/** Throws FormatException. */
export function fromBase64(text: string): number[] {
  const clean = text.replace(/[ \t\r\n]/g, "");
  if (clean.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) {
    throw netError(
      "System.FormatException",
      "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.",
    );
  }
  const out: number[] = [];
  for (let i = 0; i < clean.length; i += 4) {
    const n = [0, 1, 2, 3].map((k) => Math.max(0, alphabet.indexOf(clean.charAt(i + k))));
    const bits = ((n[0] ?? 0) << 18) | ((n[1] ?? 0) << 12) | ((n[2] ?? 0) << 6) | (n[3] ?? 0);
    out.push(bits >> 16);
    if (clean[i + 2] !== "=") out.push((bits >> 8) & 255);
    if (clean[i + 3] !== "=") out.push(bits & 255);
  }
  return out;
}

/** UTF-8; a lone surrogate becomes U+FFFD. */
export function utf8Bytes(text: string): number[] {
  const out: number[] = [];
  for (const c of text) {
    let code = c.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return out;
}

/** What is no UTF-8 becomes U+FFFD, one for each byte. */
export function utf8Text(bytes: readonly number[]): string {
  let out = "";
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i] ?? 0;
    const length = b < 0x80 ? 1 : b >= 0xf0 && b < 0xf5 ? 4 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xc2 && b < 0xe0 ? 2 : 0;
    let code = length === 1 ? b : b & (0xff >> (length + 1));
    let ok = length > 0 && i + length <= bytes.length;
    for (let k = 1; ok && k < length; k++) {
      const next = bytes[i + k] ?? 0;
      if ((next & 0xc0) !== 0x80) ok = false;
      code = (code << 6) | (next & 63);
    }
    if (ok && !(code >= 0xd800 && code <= 0xdfff)) {
      out += String.fromCodePoint(code);
      i += length;
    } else {
      out += "\ufffd";
      i++;
    }
  }
  return out;
}
