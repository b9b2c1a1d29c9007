/**
 * The text that ConvertFrom-SecureString gives. Windows encrypts it for the user and machine; here nothing is secret, so
 * the text begins as Windows' does (the header and provider GUID of DPAPI) and holds the characters' codes.
 */
const header = "01000000d08c9ddf0115d1118c7a00c04fc297eb01000000";

/** Four hexadecimal digits for each UTF-16 unit, low byte first, as UTF-16 lies in memory. */
export function encryptedText(plain: string): string {
  let text = header;
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i);
    text += hexByte(unit & 255) + hexByte(unit >> 8);
  }
  return text;
}

const hexByte = (byte: number): string => (byte < 16 ? "0" : "") + byte.toString(16);

/** What {@link encryptedText} was made of; `null` for a text that it did not make. */
export function decryptedText(text: string): string | null {
  const body = text.startsWith(header) ? text.slice(header.length) : null;
  if (body === null || body.length % 4 !== 0 || !/^[0-9a-f]*$/i.test(body)) return null;
  let plain = "";
  for (let i = 0; i < body.length; i += 4) {
    const low = Number.parseInt(body.slice(i, i + 2), 16);
    const high = Number.parseInt(body.slice(i + 2, i + 4), 16);
    plain += String.fromCharCode(low | (high << 8));
  }
  return plain;
}
