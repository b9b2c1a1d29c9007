/**
 * A message as the digests take it: a bit 1, zeros and the length in bits behind it, so that whole blocks come out.
 * @param block bytes of a block
 * @param lengthBytes bytes that the length takes, the last of them for the smallest digits unless `isLittleEndian`
 */
export function padded(
  bytes: readonly number[],
  block: number,
  lengthBytes: number,
  isLittleEndian = false,
): readonly number[] {
  const zeros = (2 * block - ((bytes.length + 1 + lengthBytes) % block)) % block;
  const length: number[] = [];
  for (let bits = BigInt(bytes.length) * 8n; length.length < lengthBytes; bits >>= 8n)
    length.push(Number(bits & 0xffn));
  if (!isLittleEndian) length.reverse();
  return [...bytes, 0x80, ...new Array<number>(zeros).fill(0), ...length];
}

/** Turns 32 bits to the left. */
export function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Words of 32 bits, largest digits first, as bytes. */
export function wordBytes(words: readonly number[]): readonly number[] {
  return words.flatMap((word) => [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff]);
}

/** The word of 32 bits at an offset, largest digits first. */
export function wordAt(bytes: readonly number[], offset: number): number {
  const byte = (i: number): number => bytes[offset + i] ?? 0;
  return (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
}
