import { padded, rotateLeft, wordAt, wordBytes } from "./padding.js";

/** SHA-1 of bytes, as bytes. */
export function sha1(bytes: readonly number[]): readonly number[] {
  const message = padded(bytes, 64, 8);
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let offset = 0; offset < message.length; offset += 64) {
    const after = block(message, offset, state);
    state = state.map((word, i) => (word + (after[i] ?? 0)) | 0);
  }
  return wordBytes(state);
}

function block(message: readonly number[], offset: number, state: readonly number[]): readonly number[] {
  const words = new Int32Array(80);
  for (let i = 0; i < 16; i++) words[i] = wordAt(message, offset + 4 * i);
  const word = (i: number): number => words[i] ?? 0;
  for (let i = 16; i < 80; i++) words[i] = rotateLeft(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const next = (rotateLeft(a, 5) + mix(i, b, c, d) + e + word(i)) | 0;
    [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
  }
  return [a, b, c, d, e];
}

/** FIPS 180-4, section 4.1.1 and 4.2.1. */
function mix(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}
