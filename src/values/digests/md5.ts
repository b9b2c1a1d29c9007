import { padded, rotateLeft, wordAt } from "./padding.js";

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

/** RFC 1321: 4294967296 times the sine of 1, 2, … */
const sines = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

/** MD5 of bytes, as bytes. */
export function md5(bytes: readonly number[]): readonly number[] {
  const message = padded(bytes, 64, 8, true);
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let offset = 0; offset < message.length; offset += 64) {
    const words = Array.from({ length: 16 }, (_, i) => reversed(wordAt(message, offset + 4 * i)));
    const after = block(words, state);
    state = state.map((word, i) => (word + (after[i] ?? 0)) | 0);
  }
  return state.flatMap((word) => [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24]);
}

function block(words: readonly number[], state: readonly number[]): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const sum = (a + mix(round, b, c, d) + (sines[i] ?? 0) + (words[place(round, i)] ?? 0)) | 0;
    [a, d, c, b] = [d, c, b, (b + rotateLeft(sum, shifts[round]?.[i & 3] ?? 0)) | 0];
  }
  return [a, b, c, d];
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

function place(round: number, i: number): number {
  return ([i, 5 * i + 1, 3 * i + 5, 7 * i][round] ?? 0) & 15;
}

/** MD5 reads its words with the smallest digits first. */
function reversed(word: number): number {
  return (word >>> 24) | ((word >>> 8) & 0xff00) | ((word << 8) & 0xff0000) | (word << 24);
}
