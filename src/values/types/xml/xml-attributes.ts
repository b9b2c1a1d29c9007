import type { PowerShellError } from "../../errors.js";
import type { ParsedAttribute } from "./xml-reader.js";
import type { XmlScanner } from "./xml-scanner.js";

const none: readonly ParsedAttribute[] = [];

/**
 * The attributes of a start tag, from behind its name up to `>` or `/>`, where the scanner is left. `unclosed` makes the
 * error for the end of the text.
 */
export function readAttributes(scanner: XmlScanner, unclosed: () => PowerShellError): readonly ParsedAttribute[] {
  const first = scanner.peek();
  if (first === ">") return none;
  if (first === "/") {
    if (scanner.peek(1) === ">") return none;
    throw scanner.unexpected(scanner.position, expectedEnd);
  }
  if (!isBlank(first)) throw scanner.unexpected(scanner.position, "Expecting whitespace.");
  const found: ParsedAttribute[] = [];
  while (true) {
    const before = scanner.position;
    scanner.skipWhitespace();
    if (scanner.atEnd) throw unclosed();
    const c = scanner.peek();
    if (c === ">") break;
    if (c === "/") {
      if (scanner.peek(1) !== ">") {
        throw scanner.position + 1 >= scanner.source.length
          ? unclosed()
          : scanner.unexpected(found.length === 0 ? scanner.position : scanner.position + 1, expectedEnd);
      }
      break;
    }
    if (before === scanner.position) throw scanner.unexpected(before, "Expecting whitespace.");
    found.push(readAttribute(scanner));
  }
  checkDuplicates(scanner, found);
  return found;
}

function readAttribute(scanner: XmlScanner): ParsedAttribute {
  const offset = scanner.position;
  const name = scanner.qualifiedName();
  scanner.skipWhitespace();
  if (scanner.peek() !== "=") throw scanner.unexpected(scanner.position, "The expected token is '='.");
  scanner.position++;
  scanner.skipWhitespace();
  const valueOffset = scanner.position;
  return { name, value: quotedValue(scanner), offset, valueOffset };
}

/** A value between quotes, references resolved. */
export function quotedValue(scanner: XmlScanner): string {
  const quote = scanner.peek();
  if (quote !== '"' && quote !== "'") throw scanner.unexpected(scanner.position, `The expected token is '"' or '''.`);
  const start = scanner.position + 1;
  const close = scanner.source.indexOf(quote, start);
  const end = close < 0 ? scanner.source.length : close;
  const raw = scanner.source.slice(start, end);
  const bracket = raw.indexOf("<");
  const value = scanner.resolve(bracket < 0 ? raw : raw.slice(0, bracket), start, true);
  if (bracket >= 0) {
    throw scanner.error(start + bracket, "'<', hexadecimal value 0x3C, is an invalid attribute character.");
  }
  if (close < 0) throw scanner.error(end, "There is an unclosed literal string.");
  scanner.position = close + 1;
  return value;
}

function checkDuplicates(scanner: XmlScanner, attributes: readonly ParsedAttribute[]): void {
  if (attributes.length < 2) return;
  if (attributes.length === 2 && attributes[0]?.name !== attributes[1]?.name) return;
  const seen = new Set<string>();
  for (const { name, offset } of attributes) {
    if (seen.has(name)) throw scanner.error(offset, `'${name}' is a duplicate attribute name.`);
    seen.add(name);
  }
}

function isBlank(c: string): boolean {
  return c === " " || c === "\t" || c === "\r" || c === "\n";
}

const expectedEnd = "The expected token is '>'.";
