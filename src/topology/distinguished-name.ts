import type { NamingAttribute } from "./schema.js";

/** One step of a distinguished name: `CN=Users`, with the name free of escapes. */
export interface RelativeName {
  readonly attribute: NamingAttribute;
  readonly name: string;
}

/** Writes one step of a distinguished name, with the escapes that Active Directory writes. */
export function formatRelativeName({ attribute, name }: RelativeName): string {
  return `${attribute}=${escapeName(name)}`;
}

/** Writes the steps that a domain has in a distinguished name: `DC=contoso,DC=com` for `contoso.com`. */
export function formatDomain(dnsName: string): string {
  return dnsName
    .split(".")
    .map((label) => formatRelativeName({ attribute: "DC", name: label }))
    .join(",");
}

/**
 * Reads a distinguished name into its steps, the object's own first; null when the text is none.
 * Both escapes are understood: `\,` and `\2C`.
 */
export function parseDistinguishedName(text: string): RelativeName[] | null {
  const steps: RelativeName[] = [];
  for (const part of splitUnescaped(text, ",")) {
    const step = parseRelativeName(part);
    if (step === null) return null;
    steps.push(step);
  }
  return steps;
}

/** Reads one step of a distinguished name; null when the text is none. */
export function parseRelativeName(text: string): RelativeName | null {
  const equals = text.indexOf("=");
  if (equals < 0) return null;
  const attribute = text.slice(0, equals).trim().toUpperCase();
  if (attribute !== "CN" && attribute !== "OU" && attribute !== "DC") return null;
  const name = unescapeName(trimUnescaped(text.slice(equals + 1)));
  return name === null || name === "" ? null : { attribute, name };
}

/** Reads a canonical name, `contoso.com/Users/Alan Reid`, into its parts; a slash in a name is written `\/`. */
export function parseCanonicalName(text: string): string[] {
  return splitUnescaped(text, "/").map((part) => part.replaceAll("\\/", "/"));
}

/** Writes a part of a canonical name. */
export function escapeCanonicalPart(name: string): string {
  return name.replaceAll("/", "\\/");
}

const needsEscape = new Set([",", "+", '"', "\\", "<", ">", ";", "="]);

function escapeName(name: string): string {
  let text = "";
  for (let index = 0; index < name.length; index++) {
    const character = name.charAt(index);
    const atEdge =
      (index === 0 && (character === " " || character === "#")) || (index === name.length - 1 && character === " ");
    if (character < " ") text += `\\${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
    else text += needsEscape.has(character) || atEdge ? `\\${character}` : character;
  }
  return text;
}

/** Takes the escapes out; null when a backslash stands at the end or bytes are no text. */
function unescapeName(text: string): string | null {
  let name = "";
  for (let index = 0; index < text.length; index++) {
    if (text.charAt(index) !== "\\") {
      name += text.charAt(index);
      continue;
    }
    const bytes = /^(?:\\[0-9a-fA-F]{2})+/.exec(text.slice(index, index + maximumEscapedRun))?.[0];
    if (bytes !== undefined) {
      const decoded = decodeBytes(bytes);
      if (decoded === null) return null;
      name += decoded;
      index += bytes.length - 1;
    } else {
      index++;
      if (index >= text.length) return null;
      name += text.charAt(index);
    }
  }
  return name;
}

/** How much of a text is looked at for one run of escaped bytes; a multiple of three, the length of one byte. */
const maximumEscapedRun = 3 * 256;

/** UTF-8 bytes written as `\C3\A9`, as text. */
function decodeBytes(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped.replaceAll("\\", "%"));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Cuts blanks around a value, except an escaped one at its end. */
function trimUnescaped(text: string): string {
  const start = text.trimStart();
  const end = start.trimEnd();
  let backslashes = 0;
  while (end.charAt(end.length - 1 - backslashes) === "\\") backslashes++;
  return backslashes % 2 === 1 && end.length < start.length ? start.slice(0, end.length + 1) : end;
}

/** Splits at a separator that no backslash precedes; the escapes stay. */
function splitUnescaped(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\\") index++;
    else if (character === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
