import { fromBase64, toBase64 } from "../../values/bytes.js";
import { aesDecrypted, aesEncrypted } from "../../values/ciphers/aes.js";
import { PowerShellError } from "../../values/errors.js";

// The texts that ConvertFrom-SecureString gives.

/** Why a text cannot be read: it is not hexadecimal, the text at fault beside it; or it was made with another key. */
export type Unreadable =
  | { readonly kind: "format"; readonly text: string }
  | { readonly kind: "key"; readonly message: string };

/** What texts of Windows' own protection begin with: version, provider. */
const protectedHeader = "01000000d08c9ddf0115d1118c7a00c04fc297eb01000000";
/**
 * Windows encrypts for the user and the machine. Here nothing is secret: the master key is the one that this machine
 * has, and behind it stand the characters' codes.
 */
const machineHeader = `${protectedHeader}454d532d456d756c61746f7200000000`;
/** What texts begin with that were made with a key: the header of version 2. */
const keyedHeader = "76492d1116743f0423413b16050a5345";

/** Two bytes for each UTF-16 unit, low byte first. */
export function unicodeBytes(text: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8);
  return bytes;
}

function unicodeText(bytes: readonly number[]): string {
  let text = "";
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  return text;
}

const hexText = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes of pairs of digits; a last digit without another is passed over. */
function hexBytes(text: string): number[] | Unreadable {
  const bytes: number[] = [];
  for (let i = 0; i + 1 < text.length; i += 2) {
    const pair = text.slice(i, i + 2);
    if (!/^[0-9a-f]{2}$/i.test(pair)) return { kind: "format", text: pair };
    bytes.push(Number.parseInt(pair, 16));
  }
  return bytes;
}

/** Text that only the same machine reads. */
export function encryptedText(plain: string): string {
  return machineHeader + hexText(unicodeBytes(plain));
}

/** What {@link encryptedText} was made of, or why it cannot be read. */
export function decryptedText(text: string): string | Unreadable {
  const bytes = hexBytes(text);
  if (!Array.isArray(bytes)) return bytes;
  const lower = text.toLowerCase();
  // Bytes that Windows never made: from memory.
  if (!lower.startsWith(protectedHeader)) return { kind: "key", message: "The data is invalid." };
  if (!lower.startsWith(machineHeader)) return { kind: "key", message: "Key not valid for use in specified state." };
  return unicodeText(bytes.slice(machineHeader.length / 2));
}

/**
 * Text that is read with the same key.
 * @param key 16, 24 or 32 bytes
 * @param vector 16 bytes, no two texts with the same
 */
export function keyedText(plain: string, key: readonly number[], vector: readonly number[]): string {
  const body = `2|${toBase64(vector)}|${hexText(aesEncrypted(unicodeBytes(plain), key, vector))}`;
  return keyedHeader + toBase64(unicodeBytes(body));
}

/** What {@link keyedText}, or the real shell, was given. A text without the header is read with a vector of zeros. */
export function keyedPlainText(text: string, key: readonly number[]): string | Unreadable {
  const parts = text.startsWith(keyedHeader) ? partsOf(text.slice(keyedHeader.length)) : null;
  const [, vector, body] = parts ?? ["", "AAAAAAAAAAAAAAAAAAAAAA==", text];
  const bytes = hexBytes(body);
  if (!Array.isArray(bytes)) return bytes;
  if (bytes.length % 16 !== 0) return { kind: "key", message: "The input data is not a complete block." };
  const plain = aesDecrypted(bytes, key, fromBase64(vector));
  return plain === null ? { kind: "key", message: "Padding is invalid and cannot be removed." } : unicodeText(plain);
}

/** Version, vector and digits; `null` for a text that is not made of them. */
function partsOf(body: string): readonly [string, string, string] | null {
  try {
    const [version = "", vector = "", digits, ...rest] = unicodeText(fromBase64(body)).split("|");
    if (version !== "2" || digits === undefined || rest.length > 0 || fromBase64(vector).length !== 16) return null;
    return [version, vector, digits];
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    return null;
  }
}
