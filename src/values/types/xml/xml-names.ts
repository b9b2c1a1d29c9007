/** Names and characters of XML 1.0, as .NET's readers check them. */

const nameStart =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD";
const nameChar = `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

/** Matches a name without colon at `lastIndex`. */
export const ncNameAt = new RegExp(`[${nameStart}][${nameChar}]*`, "y");
const wholeNcName = new RegExp(`^[${nameStart}][${nameChar}]*$`);
const startCharacter = new RegExp(`[${nameStart}]`);

/** Whether a text is a name without colon. */
export function isNcName(text: string): boolean {
  return wholeNcName.test(text);
}

/** Where a text stops being a name that may hold colons: the offset of the first wrong character; -1 when it is one. */
export function wrongNameCharacter(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    const fits = i === 0 ? startCharacter.test(c) || c === ":" : c === ":" || isNcName(`a${c}`);
    if (!fits) return i;
  }
  return -1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML does not have
export const invalidCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** `'<' , hexadecimal value 0x3C`: how .NET's messages show a character. */
export function shownCharacter(c: string): readonly [text: string, hexadecimal: string] {
  const code = c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
  return [c === "\0" ? "." : c, `0x${code}`];
}

export const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
export const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** `p:b` taken apart; without colon the prefix is empty. */
export function splitName(name: string): readonly [prefix: string, localName: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}
