import { netError } from "../../net-errors.js";
import { quotedValue } from "./xml-attributes.js";
import type { XmlHandler } from "./xml-reader.js";
import type { XmlScanner } from "./xml-scanner.js";

const parts = ["version", "encoding", "standalone"] as const;
const invalidSyntax = "Syntax for an XML declaration is invalid.";

/** `<?xml version="1.0" encoding="utf-8" standalone="yes"?>`. */
export function readDeclaration(scanner: XmlScanner, handler: XmlHandler): void {
  scanner.position += 5;
  const values = new Map<string, string>();
  let next = 0;
  while (true) {
    const before = scanner.position;
    scanner.skipWhitespace();
    if (scanner.peek() === "?") {
      if (scanner.peek(1) === ">" && values.has("version")) break;
      throw values.has("version")
        ? scanner.unexpected(scanner.position, expectedEnd)
        : scanner.error(scanner.position, invalidSyntax);
    }
    if (before === scanner.position && values.size > 0) throw scanner.unexpected(before, expectedEnd);
    const start = scanner.position;
    if (scanner.atEnd || !/[A-Za-z]/.test(scanner.peek())) throw scanner.unexpected(start, expectedEnd);
    const name = scanner.ncName();
    const at = parts.findIndex((part, i) => part === name && i >= next);
    if (at < 0 || (at > 0 && !values.has("version"))) throw scanner.error(start, invalidSyntax);
    scanner.skipWhitespace();
    if (scanner.peek() !== "=") throw scanner.unexpected(scanner.position, "The expected token is '='.");
    scanner.position++;
    scanner.skipWhitespace();
    const valueStart = scanner.position + 1;
    const value = quotedValue(scanner);
    checkPart(scanner, name, value, valueStart);
    values.set(name, value);
    next = at + 1;
  }
  scanner.position += 2;
  handler.declaration(values.get("version") ?? "", values.get("encoding") ?? "", values.get("standalone") ?? "");
}

function checkPart(scanner: XmlScanner, name: string, value: string, offset: number): void {
  if (name === "version" && value !== "1.0") throw scanner.error(offset, `Version number '${value}' is invalid.`);
  if (name === "standalone" && value !== "yes" && value !== "no") throw scanner.error(offset, invalidSyntax);
}

const expectedEnd = "The expected token is '?>'.";

/** `<!DOCTYPE name PUBLIC "…" "…" [ … ]>`. Declarations inside are kept as text; those of entities are not emulated. */
export function readDocumentType(scanner: XmlScanner, handler: XmlHandler): void {
  const { source } = scanner;
  scanner.position += 2;
  if (source.length - scanner.position < 7) throw scanner.endWhile("DOCTYPE", scanner.position);
  if (!scanner.startsWith("DOCTYPE")) throw scanner.unexpected(scanner.position, "The expected token is 'DOCTYPE'.");
  scanner.position += 7;
  if (!/\s/.test(scanner.peek())) throw scanner.unexpected(scanner.position, "Expecting whitespace.");
  scanner.skipWhitespace();
  const pattern =
    /([^\s>[]+)\s*(?:SYSTEM\s+("[^"]*"|'[^']*')|PUBLIC\s+("[^"]*"|'[^']*')\s+("[^"]*"|'[^']*'))?\s*(?:\[([^\]]*)\]\s*)?>/y;
  pattern.lastIndex = scanner.position;
  const found = pattern.exec(source);
  if (found === null) throw scanner.error(source.length, "Incomplete DTD content.");
  scanner.position = pattern.lastIndex;
  const [, name = "", system, publicId = "", publicSystem = "", subset = ""] = found;
  if (subset.includes("<!ENTITY")) {
    throw netError(
      "System.NotSupportedException",
      "NotEmulated: document types that declare entities are not supported.",
    );
  }
  handler.documentType(name, publicId.slice(1, -1), (system ?? publicSystem).slice(1, -1), subset);
}
