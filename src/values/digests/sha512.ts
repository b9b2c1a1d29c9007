import { padded } from "./padding.js";
import { primes, rootFraction } from "./roots.js";

/** FIPS 180-4, sections 4.2.3, 5.3.4 and 5.3.5. Computed for the first digest: few sessions ever make one. */
class Constants {
  readonly rounds = primes(80).map((prime) => rootFraction(prime, 3, 64));
  private readonly squares = primes(16).map((prime) => rootFraction(prime, 2, 64));
  readonly initial512 = this.squares.slice(0, 8);
  readonly initial384 = this.squares.slice(8);
}
let computed: Constants | null = null;
function constants(): Constants {
  computed ??= new Constants();
  return computed;
}

const cut = (word: bigint): bigint => BigInt.asUintN(64, word);
const rotateRight = (word: bigint, bits: bigint): bigint => (word >> bits) | cut(word << (64n - bits));

/** SHA-512 of bytes, as bytes. */
export function sha512(bytes: readonly number[]): readonly number[] {
  return run(bytes, constants().initial512);
}

/** SHA-384 of bytes, as bytes. */
export function sha384(bytes: readonly number[]): readonly number[] {
  return run(bytes, constants().initial384).slice(0, 48);
}

function run(bytes: readonly number[], initial: readonly bigint[]): readonly number[] {
  const message = padded(bytes, 128, 16);
  let state = initial;
  for (let offset = 0; offset < message.length; offset += 128) {
    const after = block(message, offset, state);
    state = state.map((word, i) => cut(word + (after[i] ?? 0n)));
  }
  return state.flatMap((word) => Array.from({ length: 8 }, (_, i) => Number((word >> BigInt(56 - 8 * i)) & 0xffn)));
}

function block(message: readonly number[], offset: number, state: readonly bigint[]): readonly bigint[] {
  const words = schedule(message, offset);
  const { rounds } = constants();
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (let i = 0; i < 80; i++) {
    const turnedE = rotateRight(e, 14n) ^ rotateRight(e, 18n) ^ rotateRight(e, 41n);
    const first = h + turnedE + ((e & f) ^ (cut(~e) & g)) + (rounds[i] ?? 0n) + (words[i] ?? 0n);
    const turnedA = rotateRight(a, 28n) ^ rotateRight(a, 34n) ^ rotateRight(a, 39n);
    const second = turnedA + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, cut(d + first), c, b, a, cut(first + second)];
  }
  return [a, b, c, d, e, f, g, h];
}

function schedule(message: readonly number[], offset: number): readonly bigint[] {
  const words: bigint[] = [];
  const word = (i: number): bigint => words[i] ?? 0n;
  for (let i = 0; i < 16; i++) {
    const bytes = message.slice(offset + 8 * i, offset + 8 * i + 8);
    words.push(bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n));
  }
  for (let i = 16; i < 80; i++) {
    const near = word(i - 2);
    const far = word(i - 15);
    const small1 = rotateRight(near, 19n) ^ rotateRight(near, 61n) ^ (near >> 6n);
    const small0 = rotateRight(far, 1n) ^ rotateRight(far, 8n) ^ (far >> 7n);
    words.push(cut(small1 + word(i - 7) + small0 + word(i - 16)));
  }
  return words;
}
