// AES of FIPS 197 with chained blocks (CBC) and PKCS #7 padding, over bytes (0 to 255). A state is 16 bytes, column by
// column. The tables are computed from the field's arithmetic.

/** Twice a byte in the field of 256 elements with the polynomial x^8 + x^4 + x^3 + x + 1. */
const doubled = (a: number): number => ((a << 1) ^ (a & 0x80 ? 0x11b : 0)) & 255;

function product(a: number, b: number): number {
  let sum = 0;
  for (let factor = a, rest = b; rest > 0; rest >>= 1, factor = doubled(factor)) if (rest & 1) sum ^= factor;
  return sum;
}

const substitution: number[] = [];
const inverse: number[] = [];
for (let a = 0; a < 256; a++) {
  let reciprocal = 0;
  for (let b = 1; b < 256 && reciprocal === 0; b++) if (product(a, b) === 1) reciprocal = b;
  let value = 0x63;
  for (let turn = 0; turn < 5; turn++) value ^= ((reciprocal << turn) | (reciprocal >> (8 - turn))) & 255;
  substitution[a] = value;
  inverse[value] = a;
}

const at = (bytes: readonly number[], index: number): number => bytes[index] ?? 0;
const added = (a: readonly number[], b: readonly number[]): number[] => a.map((byte, i) => byte ^ at(b, i));

/** The keys of the rounds, 16 bytes each. */
function roundKeys(key: readonly number[]): readonly (readonly number[])[] {
  const length = key.length / 4;
  const rounds = length + 7;
  const words: number[][] = [];
  for (let i = 0; i < length; i++) words.push(key.slice(4 * i, 4 * i + 4));
  for (let i = length, constant = 1; i < 4 * rounds; i++) {
    let word = words[i - 1] ?? [];
    if (i % length === 0) {
      word = [...word.slice(1), at(word, 0)].map((byte) => at(substitution, byte));
      word[0] = at(word, 0) ^ constant;
      constant = doubled(constant);
    } else if (length > 6 && i % length === 4) word = word.map((byte) => at(substitution, byte));
    words.push(added(words[i - length] ?? [], word));
  }
  return Array.from({ length: rounds }, (_, i) => words.slice(4 * i, 4 * i + 4).flat());
}

/** Each row moves to the left by its number; to the right when undone. */
const shifted = (state: readonly number[], direction: 1 | -1): number[] =>
  state.map((_, i) => at(state, (i + direction * 4 * (i % 4) + 16) % 16));

const mixed = (state: readonly number[], factors: readonly number[]): number[] =>
  state.map((_, i) => {
    const column = i - (i % 4);
    let sum = 0;
    for (let row = 0; row < 4; row++) sum ^= product(at(state, column + row), at(factors, (row - (i % 4) + 4) % 4));
    return sum;
  });

function encryptedBlock(block: readonly number[], keys: readonly (readonly number[])[]): number[] {
  let state = added(block, keys[0] ?? []);
  for (let round = 1; round < keys.length; round++) {
    state = shifted(
      state.map((byte) => at(substitution, byte)),
      1,
    );
    if (round < keys.length - 1) state = mixed(state, [2, 3, 1, 1]);
    state = added(state, keys[round] ?? []);
  }
  return state;
}

function decryptedBlock(block: readonly number[], keys: readonly (readonly number[])[]): number[] {
  let state: number[] = [...block];
  for (let round = keys.length - 1; round > 0; round--) {
    state = added(state, keys[round] ?? []);
    if (round < keys.length - 1) state = mixed(state, [14, 11, 13, 9]);
    state = shifted(state, -1).map((byte) => at(inverse, byte));
  }
  return added(state, keys[0] ?? []);
}

/** Whether a key has 128, 192 or 256 bits. */
export const isAesKey = ({ length }: readonly number[]): boolean => length === 16 || length === 24 || length === 32;

/** @param vector 16 bytes, with which the first block is mixed */
export function aesEncrypted(plain: readonly number[], key: readonly number[], vector: readonly number[]): number[] {
  const keys = roundKeys(key);
  const padding = 16 - (plain.length % 16);
  const padded = [...plain, ...Array<number>(padding).fill(padding)];
  const out: number[] = [];
  let before = vector;
  for (let i = 0; i < padded.length; i += 16) {
    const block = encryptedBlock(added(padded.slice(i, i + 16), before), keys);
    out.push(...block);
    before = block;
  }
  return out;
}

/** The plain bytes; `null` when there is no right padding behind them: another key, or no such text. */
export function aesDecrypted(
  encrypted: readonly number[],
  key: readonly number[],
  vector: readonly number[],
): number[] | null {
  const keys = roundKeys(key);
  const out: number[] = [];
  let before = vector;
  for (let i = 0; i < encrypted.length; i += 16) {
    const block = encrypted.slice(i, i + 16);
    out.push(...added(decryptedBlock(block, keys), before));
    before = block;
  }
  const padding = out.at(-1) ?? 0;
  const isRight = padding >= 1 && padding <= 16 && out.slice(-padding).every((byte) => byte === padding);
  return isRight ? out.slice(0, -padding) : null;
}
