import { md5 } from "./md5.js";
import { sha1 } from "./sha1.js";
import { sha256 } from "./sha256.js";
import { sha384, sha512 } from "./sha512.js";

/** The digests of RFC 1321 and FIPS 180-4, by the names that .NET gives them. */
export type DigestAlgorithm = "MD5" | "SHA1" | "SHA256" | "SHA384" | "SHA512";

const functions: Readonly<Record<DigestAlgorithm, (bytes: readonly number[]) => readonly number[]>> = {
  MD5: md5,
  SHA1: sha1,
  SHA256: sha256,
  SHA384: sha384,
  SHA512: sha512,
};

/** The digest of bytes (0 to 255), as bytes. */
export function digest(algorithm: DigestAlgorithm, bytes: readonly number[]): readonly number[] {
  return functions[algorithm](bytes);
}
