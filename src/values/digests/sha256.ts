import { padded, rotateLeft, wordAt, wordBytes } from "./padding.js";
import { primes, rootFraction } from "./roots.js";

/** FIPS 180-4, sections 4.2.2 and 5.3.3. Computed for the first digest: few sessions ever make one. */
class Constants {
  readonly rounds = primes(64).map((prime) => Number(rootFraction(prime, 3, 32)) | 0);
  readonly initial = primes(8).map((prime) => Number(rootFraction(prime, 2, 32)) | 0);
}
let computed: Constants | null = null;
function constants(): Constants {
  computed ??= new Constants();
  return computed;
}

const rotateRight = (word: number, bits: number): number => rotateLeft(word, 32 - bits);

/** SHA-256 of bytes, as bytes. */
export function sha256(bytes: readonly number[]): readonly number[] {
  const message = padded(bytes, 64, 8);
  let state: readonly number[] = constants().initial;
  for (let offset = 0; offset < message.length; offset += 64) {
    const after = block(message, offset, state);
    state = state.map((word, i) => (word + (after[i] ?? 0)) | 0);
  }
  return wordBytes(state);
}

function block(message: readonly number[], offset: number, state: readonly number[]): readonly number[] {
  const words = schedule(message, offset);
  const { rounds } = constants();
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const turnedE = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const first = (h + turnedE + ((e & f) ^ (~e & g)) + (rounds[i] ?? 0) + (words[i] ?? 0)) | 0;
    const turnedA = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const second = (turnedA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h];
}

function schedule(message: readonly number[], offset: number): Int32Array {
  const words = new Int32Array(64);
  for (let i = 0; i < 16; i++) words[i] = wordAt(message, offset + 4 * i);
  const word = (i: number): number => words[i] ?? 0;
  for (let i = 16; i < 64; i++) {
    const near = word(i - 2);
    const far = word(i - 15);
    const small1 = rotateRight(near, 17) ^ rotateRight(near, 19) ^ (near >>> 10);
    const small0 = rotateRight(far, 7) ^ rotateRight(far, 18) ^ (far >>> 3);
    words[i] = small1 + word(i - 7) + small0 + word(i - 16);
  }
  return words;
}
