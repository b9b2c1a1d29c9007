import type { PowerShellError } from "../../errors.js";
import { placeOf, xmlErrorAt } from "./xml-error.js";
import { invalidCharacter, ncNameAt, shownCharacter } from "./xml-names.js";

const predefined: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: what plain text does not have
const needsCare = /[&\]\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: in attributes tabs and line ends become spaces
const needsCareInAttribute = /[&\u0000-\u001F\uFFFE\uFFFF]/;

/** A place in a text of XML, and the pieces that can stand there. Errors carry .NET's words and places. */
export class XmlScanner {
  position = 0;

  constructor(readonly source: string) {}

  get atEnd(): boolean {
    return this.position >= this.source.length;
  }
  /** The character at the place or behind it; empty at the end. */
  peek(ahead = 0): string {
    return this.source.charAt(this.position + ahead);
  }
  startsWith(text: string): boolean {
    return this.source.startsWith(text, this.position);
  }
  skipWhitespace(): void {
    while (isBlankCode(this.source.charCodeAt(this.position))) this.position++;
  }

  error(offset: number, message: string): PowerShellError {
    return xmlErrorAt(this.source, offset, message);
  }
  place(offset: number): readonly [line: number, position: number] {
    return placeOf(this.source, offset);
  }
  /** The end of the text inside of something that has a name. */
  endWhile(what: string, offset = this.source.length): PowerShellError {
    return this.error(offset, `Unexpected end of file while parsing ${what} has occurred.`);
  }
  /** What stands at the offset, a whole name where one begins, is not what is expected. */
  unexpected(offset: number, expected: string): PowerShellError {
    if (offset >= this.source.length) return this.error(this.source.length, "Unexpected end of file has occurred.");
    ncNameAt.lastIndex = offset;
    const token = ncNameAt.exec(this.source)?.[0] ?? this.source.charAt(offset);
    return this.error(offset, `'${token}' is an unexpected token. ${expected}`);
  }

  /** A name without colon. */
  ncName(): string {
    const found = this.nameHere();
    if (found === undefined) {
      if (this.atEnd) throw this.endWhile("Name");
      const [text, hexadecimal] = shownCharacter(this.peek());
      throw this.error(
        this.position,
        `Name cannot begin with the '${text}' character, hexadecimal value ${hexadecimal}.`,
      );
    }
    this.position += found.length;
    if (this.atEnd) throw this.endWhile("Name");
    return found;
  }

  private nameHere(): string | undefined {
    const start = this.position;
    let end = start;
    while (isLetterOrDigit(this.source.charCodeAt(end))) end++;
    // Nearly every name is of letters and digits alone; what other characters may do is left to the expression.
    const behind = this.source.charCodeAt(end);
    if (end > start && this.source.charCodeAt(start) > nine && endsName(behind)) return this.source.slice(start, end);
    ncNameAt.lastIndex = start;
    return ncNameAt.exec(this.source)?.[0];
  }

  /**
   * Whether a name stands here whole, and no longer one; nothing moves. Says no where it is not sure.
   * @param name one that was read before
   */
  isAtName(name: string): boolean {
    if (!this.source.startsWith(name, this.position)) return false;
    const behind = this.source.charCodeAt(this.position + name.length);
    return behind === greaterThan || isBlankCode(behind);
  }

  /** A name that may have a prefix. At the end of the text right behind a closing tag's name nothing is said here. */
  qualifiedName(): string {
    const start = this.position;
    if (this.source.charAt(start - 1) === "/") {
      const name = this.nameHere();
      if (name !== undefined && start + name.length === this.source.length) {
        this.position = this.source.length;
        return name;
      }
    }
    this.ncName();
    if (this.peek() === ":") {
      this.position++;
      this.ncName();
    }
    if (this.peek() === ":") throw this.error(this.position, colonInName);
    return this.source.slice(start, this.position);
  }

  /** Characters up to the next `<`, references resolved, line ends as `\n`. */
  text(): { readonly value: string; readonly isWhitespace: boolean } {
    const start = this.position;
    const end = this.source.indexOf("<", start);
    const stop = end < 0 ? this.source.length : end;
    const raw = this.source.slice(start, stop);
    const value = needsCare.test(raw) ? this.resolve(raw, start, false) : raw;
    this.position = stop;
    return { value, isWhitespace: (raw.charCodeAt(0) <= 32 || raw.startsWith("&")) && /^[ \t\r\n]*$/.test(value) };
  }

  /** `offset` is where the raw text stands in the source. */
  resolve(raw: string, offset: number, isAttribute: boolean): string {
    if (isAttribute && !needsCareInAttribute.test(raw)) return raw;
    const wrong = invalidCharacter.exec(raw);
    const closing = isAttribute ? -1 : raw.indexOf("]]>");
    const reference = raw.indexOf("&");
    const firstFault = Math.min(...[wrong?.index ?? -1, closing].filter((at) => at >= 0), raw.length);
    const lines = (text: string) => normalizeLines(text, isAttribute);
    if (reference >= 0 && reference < firstFault) return this.resolveReferences(raw, offset, reference, isAttribute);
    if (wrong !== null && wrong.index === firstFault) throw this.invalid(offset + wrong.index);
    if (closing === firstFault && closing >= 0) {
      throw this.error(offset + closing, "']]>' is not allowed in character data.");
    }
    return lines(raw);
  }

  private resolveReferences(raw: string, offset: number, first: number, isAttribute: boolean): string {
    const parts: string[] = [normalizeLines(raw.slice(0, first), isAttribute)];
    let at = first;
    while (at >= 0 && at < raw.length) {
      const [text, end] = this.reference(offset + at + 1);
      parts.push(text);
      const next = raw.indexOf("&", end - offset);
      const piece = raw.slice(end - offset, next < 0 ? raw.length : next);
      parts.push(this.resolve(piece, end, isAttribute));
      at = next;
    }
    return parts.join("");
  }

  /** `name;`, `#65;` or `#x41;` at an offset behind the ampersand: what it stands for, and the offset behind it. */
  private reference(start: number): readonly [text: string, end: number] {
    if (this.source.charAt(start) === "#") return this.characterReference(start);
    ncNameAt.lastIndex = start;
    const name = ncNameAt.exec(this.source)?.[0];
    if (name === undefined) throw this.error(start, "An error occurred while parsing EntityName.");
    const end = start + name.length;
    if (this.source.charAt(end) !== ";") throw this.unexpected(end, "The expected token is ';'.");
    const text = predefined.get(name);
    if (text === undefined) throw this.error(start, `Reference to undeclared entity '${name}'.`);
    return [text, end + 1];
  }

  private characterReference(start: number): readonly [text: string, end: number] {
    const isHexadecimal = this.source.charAt(start + 1) === "x";
    const digits = isHexadecimal ? /[0-9A-Fa-f]*/y : /[0-9]*/y;
    const first = start + (isHexadecimal ? 2 : 1);
    digits.lastIndex = first;
    const found = digits.exec(this.source)?.[0] ?? "";
    const end = first + found.length;
    if (found === "" || this.source.charAt(end) !== ";") {
      const form = isHexadecimal ? "hexadecimal" : "decimal";
      throw this.error(end, `Invalid syntax for a ${form} numeric entity reference.`);
    }
    const code = Number.parseInt(found, isHexadecimal ? 16 : 10);
    if (code <= 0x10ffff) return [String.fromCodePoint(code), end + 1];
    const [text, hexadecimal] = shownCharacter(String.fromCharCode(code & 0xffff));
    throw this.error(start + 1, `'${text}', hexadecimal value ${hexadecimal}, is an invalid character.`);
  }

  private invalid(offset: number): PowerShellError {
    const [text, hexadecimal] = shownCharacter(this.source.charAt(offset));
    return this.error(offset, `'${text}', hexadecimal value ${hexadecimal}, is an invalid character.`);
  }

  /** What stands between two marks, the first of which begins here. */
  until(start: string, end: string, what: string): string {
    const from = this.position + start.length;
    const close = this.source.indexOf(end, from);
    if (close < 0) throw this.endWhile(what, from);
    const inside = this.source.slice(from, close);
    const wrong = invalidCharacter.exec(inside);
    if (wrong !== null) throw this.invalid(from + wrong.index);
    this.position = close + end.length;
    return normalizeLines(inside, false);
  }

  comment(): string {
    const from = this.position + 4;
    const dashes = this.source.indexOf("--", from);
    if (dashes < 0) throw this.endWhile("Comment", from);
    if (this.source.charAt(dashes + 2) !== ">") {
      throw this.error(dashes, "An XML comment cannot contain '--', and '-' cannot be the last character.");
    }
    return this.until("<!--", "-->", "Comment");
  }

  processingInstruction(): readonly [target: string, data: string] {
    this.position += 2;
    const start = this.position;
    const target = this.ncName();
    if (this.peek() === ":") throw this.error(this.position, colonInName);
    if (target.toLowerCase() === "xml") {
      throw this.error(
        start,
        target === "xml" ? lateDeclaration : `'${target}' is an invalid name for processing instructions.`,
      );
    }
    const behind = this.position;
    this.skipWhitespace();
    if (behind === this.position && !this.startsWith("?>")) {
      const [text, hexadecimal] = shownCharacter(this.peek());
      throw this.error(
        this.position,
        `The '${text}' character, hexadecimal value ${hexadecimal}, cannot be included in a name.`,
      );
    }
    return [target, this.until("", "?>", "PI")];
  }
}

const nine = 57;
const equalsSign = 61;
const greaterThan = 62;
const slash = 47;

function isBlankCode(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= nine);
}

/** Whether a character is certain to be no part of a name. */
function endsName(code: number): boolean {
  return code === greaterThan || code === slash || code === equalsSign || isBlankCode(code);
}

/** Line ends as `\n`; in attributes every blank as a space. */
function normalizeLines(text: string, isAttribute: boolean): string {
  if (isAttribute) return /[\t\r\n]/.test(text) ? text.replace(/\r\n|[\t\r\n]/g, " ") : text;
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const colonInName = "The ':' character, hexadecimal value 0x3A, cannot be included in a name.";
const lateDeclaration =
  "Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace characters are allowed to appear before it.";
