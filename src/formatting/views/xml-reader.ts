/** An element of a format file: its name, its elements, and its text. Attributes are skipped. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Text of the element itself, entities resolved, untrimmed. */
  readonly text: string;
}

/** Why a text is not XML. */
export class XmlError extends Error {}

/**
 * Reads the XML that format files are written in: elements, text, CDATA, comments, processing instructions and the
 * predefined entities. No document types. Throws {@link XmlError}.
 */
export function readXml(text: string): XmlElement {
  return new XmlReader(text).document();
}

interface OpenElement {
  readonly name: string;
  readonly children: XmlElement[];
  readonly text: string[];
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Deeper nesting is no format file. */
const deepest = 200;

class XmlReader {
  private at = 0;

  constructor(private readonly source: string) {}

  document(): XmlElement {
    const open: OpenElement[] = [];
    let root: XmlElement | null = null;
    while (this.at < this.source.length) {
      const bracket = this.source.indexOf("<", this.at);
      const text = this.source.slice(this.at, bracket < 0 ? this.source.length : bracket);
      if (open.length > 0) open.at(-1)?.text.push(resolveEntities(text));
      else if (text.replace("\ufeff", "").trim() !== "") throw new XmlError("Data at the root level is invalid.");
      if (bracket < 0) break;
      this.at = bracket;
      if (this.skip("<!--", "-->") !== null || this.skip("<?", "?>") !== null) continue;
      const data = this.skip("<![CDATA[", "]]>");
      if (data !== null) {
        open.at(-1)?.text.push(data);
        continue;
      }
      const closed = this.tag(open);
      if (closed === null) continue;
      if (open.length > 0) open.at(-1)?.children.push(closed);
      else if (root === null) root = closed;
      else throw new XmlError("There are multiple root elements.");
    }
    if (root === null || open.length > 0) throw new XmlError("Unexpected end of file has occurred.");
    return root;
  }

  /** Skips a piece with these marks; gives what stands between them. */
  private skip(start: string, end: string): string | null {
    if (!this.source.startsWith(start, this.at)) return null;
    const close = this.source.indexOf(end, this.at + start.length);
    if (close < 0) throw new XmlError("Unexpected end of file has occurred.");
    const inside = this.source.slice(this.at + start.length, close);
    this.at = close + end.length;
    return inside;
  }

  /** Reads a tag; gives the element that it completes. */
  private tag(open: OpenElement[]): XmlElement | null {
    const close = this.source.indexOf(">", this.at);
    if (close < 0) throw new XmlError("Unexpected end of file has occurred.");
    const inside = this.source.slice(this.at + 1, close);
    this.at = close + 1;
    if (inside.startsWith("/")) return this.endTag(inside.slice(1).trim(), open);
    const isEmpty = inside.endsWith("/");
    const content = isEmpty ? inside.slice(0, -1) : inside;
    const name = content.trimEnd().split(/\s/, 1)[0] ?? "";
    if (name === "") throw new XmlError("Name cannot begin with the '>' character.");
    if (isEmpty) return { name, children: [], text: "" };
    if (open.length >= deepest) throw new XmlError("The elements are nested too deeply.");
    open.push({ name, children: [], text: [] });
    return null;
  }

  private endTag(name: string, open: OpenElement[]): XmlElement {
    const element = open.pop();
    if (element === undefined || element.name !== name) {
      throw new XmlError(`The '${element?.name ?? ""}' start tag does not match the end tag of '${name}'.`);
    }
    return { name, children: element.children, text: element.text.join("") };
  }
}

function resolveEntities(text: string): string {
  if (!text.includes("&")) return text;
  const parts = text.split("&");
  const out = [parts[0] as string];
  for (const part of parts.slice(1)) {
    const end = part.indexOf(";");
    if (end < 0) throw new XmlError("An entity has no end.");
    out.push(entityText(part.slice(0, end)), part.slice(end + 1));
  }
  return out.join("");
}

function entityText(name: string): string {
  const known = entities.get(name);
  if (known !== undefined) return known;
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!name.startsWith("#") || !(code >= 0 && code <= 0x10ffff)) {
    throw new XmlError(`Reference to undeclared entity '${name}'.`);
  }
  return String.fromCodePoint(code);
}
