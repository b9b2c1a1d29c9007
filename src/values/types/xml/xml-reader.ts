import type { PowerShellError } from "../../errors.js";
import { netError } from "../../net-errors.js";
import { readAttributes } from "./xml-attributes.js";
import { splitName } from "./xml-names.js";
import { readDeclaration, readDocumentType } from "./xml-prolog.js";
import { XmlScanner } from "./xml-scanner.js";

/** An attribute as it stands in a start tag, entities resolved. */
export interface ParsedAttribute {
  readonly name: string;
  readonly value: string;
  /** Offset of the name in the source, for errors. */
  readonly offset: number;
  /** Offset of the quote before the value. */
  readonly valueOffset: number;
}

/** What a document is made of, in the order of the text. Names are as written, prefixes not resolved. */
export interface XmlHandler {
  /** `offset` is that of the name, for errors. */
  startElement(name: string, attributes: readonly ParsedAttribute[], isEmpty: boolean, offset: number): void;
  /** `offset` is that of the name in the end tag; not called for empty elements. */
  endElement(offset: number): void;
  text(value: string): void;
  /** Text of nothing but blanks and line ends. */
  whitespace(value: string): void;
  cdata(value: string): void;
  comment(value: string): void;
  processingInstruction(target: string, data: string): void;
  declaration(version: string, encoding: string, standalone: string): void;
  documentType(name: string, publicId: string, systemId: string, internalSubset: string): void;
}

/**
 * `document`: one root element, nothing but blanks beside it. `fragment`: as .NET reads a text of which it does not know
 * what it is; the receiver refuses what it does not take.
 */
export type XmlConformance = "document" | "fragment";

/** Elements deeper than this are refused: .NET's readers overflow their stack somewhere. */
const deepest = 10_000;

/**
 * Reads a text of XML 1.0 from front to back, in time proportional to its length. Throws System.Xml.XmlException with
 * .NET's words, line and position; entities that a document type declares are not emulated.
 */
export function readXmlText(source: string, handler: XmlHandler, conformance: XmlConformance = "document"): void {
  new XmlReader(source, handler, conformance).read();
}

interface OpenElement {
  readonly name: string;
  readonly offset: number;
}

class XmlReader {
  private readonly scanner: XmlScanner;
  private readonly open: OpenElement[] = [];
  private hasRoot = false;

  constructor(
    private readonly source: string,
    private readonly handler: XmlHandler,
    private readonly conformance: XmlConformance,
  ) {
    this.scanner = new XmlScanner(source);
  }

  read(): void {
    const { scanner } = this;
    if (scanner.startsWith("\ufeff")) scanner.position++;
    if (scanner.startsWith("<?xml") && /[\s?]/.test(scanner.peek(5) || "x")) readDeclaration(scanner, this.handler);
    else if (/^<\?xml\s?$/.test(this.source)) throw scanner.endWhile("Name");
    while (!scanner.atEnd) {
      if (this.open.length > 0) this.content();
      else this.rootLevel();
    }
    if (this.open.length > 0) throw this.unclosed();
    if (!this.hasRoot && this.conformance === "document") {
      throw netError("System.Xml.XmlException", "Root element is missing.");
    }
  }

  /** What stands beside the root element. */
  private rootLevel(): void {
    const { scanner } = this;
    if (scanner.peek() !== "<") {
      this.rootText();
      return;
    }
    const start = scanner.position;
    // .NET looks four characters ahead before it knows what begins here.
    if (this.source.length - start < 4) throw scanner.error(start, rootLevelInvalid);
    if (scanner.startsWith("<!--") || scanner.startsWith("<?")) {
      this.markup();
    } else if (scanner.startsWith("<![CDATA[") && this.conformance === "fragment") {
      this.markup();
    } else if (scanner.startsWith("<!")) {
      if (this.hasRoot) throw scanner.error(start, "DTD must be defined before the document root element.");
      readDocumentType(scanner, this.handler);
    } else if (scanner.startsWith("</")) {
      throw scanner.error(start + 2, "Unexpected end tag.");
    } else {
      if (this.hasRoot && this.conformance === "document") {
        throw scanner.error(start + 1, "There are multiple root elements.");
      }
      this.startTag();
    }
  }

  private rootText(): void {
    const { scanner } = this;
    const start = scanner.position;
    if (this.conformance === "document") {
      scanner.skipWhitespace();
      if (!scanner.atEnd && scanner.peek() !== "<") throw scanner.error(scanner.position, rootLevelInvalid);
      const blanks = this.source.slice(start, scanner.position);
      if (blanks !== "") this.handler.whitespace(blanks);
      return;
    }
    this.characters();
  }

  private content(): void {
    const { scanner } = this;
    if (scanner.peek() !== "<") {
      this.characters();
      return;
    }
    const next = scanner.peek(1);
    if (next === "") {
      scanner.position++;
      throw this.unclosed();
    }
    if (next === "/") this.endTag();
    else if (next === "!" || next === "?") this.markup();
    else this.startTag();
  }

  private characters(): void {
    const text = this.scanner.text();
    if (text.isWhitespace) this.handler.whitespace(text.value);
    else this.handler.text(text.value);
  }

  /** `<!--`, `<![CDATA[` and `<?`. */
  private markup(): void {
    const { scanner } = this;
    const start = scanner.position;
    if (scanner.startsWith("<!--")) {
      this.handler.comment(scanner.comment());
    } else if (scanner.startsWith("<![CDATA[")) {
      this.handler.cdata(scanner.until("<![CDATA[", "]]>", "CDATA"));
    } else if (scanner.startsWith("<?")) {
      const [target, data] = scanner.processingInstruction();
      this.handler.processingInstruction(target, data);
    } else if ("<![CDATA[".startsWith(this.source.slice(start)) || "<!--".startsWith(this.source.slice(start))) {
      scanner.position = this.source.length;
      throw this.unclosed();
    } else {
      throw scanner.unexpected(start + 2, "The expected token is '<!--' or '<[CDATA['.");
    }
  }

  private startTag(): void {
    const { scanner } = this;
    scanner.position++;
    const offset = scanner.position;
    const name = scanner.qualifiedName();
    const attributes = readAttributes(scanner, () => this.unclosed());
    const isEmpty = scanner.peek() === "/";
    scanner.position += isEmpty ? 2 : 1;
    this.hasRoot = true;
    this.handler.startElement(name, attributes, isEmpty, offset);
    if (isEmpty) return;
    if (this.open.length >= deepest) throw netError("System.InsufficientExecutionStackException", tooDeep);
    this.open.push({ name, offset });
  }

  private endTag(): void {
    const { scanner } = this;
    scanner.position += 2;
    const offset = scanner.position;
    const element = this.open.at(-1);
    if (element !== undefined && scanner.isAtName(element.name)) scanner.position += element.name.length;
    else this.checkEndTag(element, scanner.qualifiedName(), offset);
    scanner.skipWhitespace();
    if (scanner.atEnd) throw this.unclosed();
    if (scanner.peek() !== ">") throw scanner.unexpected(scanner.position, "The expected token is '>'.");
    scanner.position++;
    this.open.pop();
    this.handler.endElement(offset);
  }

  /** Throws when the name, as it turns out, is another than that of the element that is open. */
  private checkEndTag(element: OpenElement | undefined, name: string, offset: number): void {
    if (element === undefined || element.name === name) return;
    const [line, position] = this.scanner.place(element.offset);
    throw this.scanner.error(
      offset,
      `The '${element.name}' start tag on line ${line} position ${position} does not match the end tag of '${name}'.`,
    );
  }

  /** The end came before these elements did. */
  private unclosed(): PowerShellError {
    const names = this.open
      .map(({ name }) =>
        splitName(name)
          .filter((part) => part !== "")
          .join(":"),
      )
      .reverse();
    const list = names.length === 0 ? "" : `${names.join(", ")}.`;
    return this.scanner.error(
      this.source.length,
      `Unexpected end of file has occurred. The following elements are not closed: ${list}`,
    );
  }
}

const rootLevelInvalid = "Data at the root level is invalid.";
const tooDeep =
  "Insufficient stack to continue executing the program safely. This can happen from having too many functions on the call stack or function on the stack using too much stack space.";
