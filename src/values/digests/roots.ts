/** The first prime numbers. */
export function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/**
 * The first `bits` bits of the fractional part of a root, from which the constants of FIPS 180-4 come.
 * @param degree 2 for the square root, 3 for the cube root
 */
export function rootFraction(n: number, degree: 2 | 3, bits: number): bigint {
  const scaled = BigInt(n) << BigInt(degree * bits);
  let low = 0n;
  let high = BigInt(n + 1) << BigInt(bits);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(bits, low);
}
