import { type Comparison, type DirectoryFilter, DirectoryFilterError, deepestFilter } from "./filter.js";

/** Rules that a filter may name between colons. */
const rules: Readonly<Record<string, Comparison>> = {
  "1.2.840.113556.1.4.803": "allBits",
  "1.2.840.113556.1.4.804": "anyBit",
  "1.2.840.113556.1.4.1941": "inChain",
};

const item = /([^()=<>~:*\\\s]+)(?::([\d.]+):)?(=|>=|<=|~=)((?:[^()\\]|\\[0-9a-fA-F]{2})*)/y;

/** RFC 4515: `(&(objectClass=user)(!(mail=*)))`; the outermost parentheses may be left out, as Active Directory does. */
class LdapParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  parse(): DirectoryFilter {
    this.skip();
    const node = this.peek() === "(" ? this.bracketed() : this.item();
    this.skip();
    if (this.at < this.text.length) this.fail();
    return node;
  }

  private bracketed(): DirectoryFilter {
    if (++this.depth > deepestFilter) this.fail();
    this.expect("(");
    const node = this.component();
    this.expect(")");
    this.depth--;
    return node;
  }

  private component(): DirectoryFilter {
    this.skip();
    switch (this.peek()) {
      case "&":
        this.at++;
        return { kind: "and", operands: this.operands() };
      case "|":
        this.at++;
        return { kind: "or", operands: this.operands() };
      case "!":
        this.at++;
        this.skip();
        return { kind: "not", operand: this.bracketed() };
      default:
        return this.item();
    }
  }

  private operands(): readonly DirectoryFilter[] {
    const found: DirectoryFilter[] = [];
    for (this.skip(); this.peek() === "("; this.skip()) found.push(this.bracketed());
    if (found.length === 0) this.fail();
    return found;
  }

  private item(): DirectoryFilter {
    item.lastIndex = this.at;
    const found = item.exec(this.text);
    if (found === null) return this.fail();
    const [whole, attribute = "", rule, operator, value = ""] = found;
    this.at += whole.length;
    if (rule !== undefined) return this.ruled(attribute, rule, value);
    switch (operator) {
      case ">=":
        return { kind: "compare", attribute, operator: "ge", value: plain(value) };
      case "<=":
        return { kind: "compare", attribute, operator: "le", value: plain(value) };
      default:
        if (value === "*") return { kind: "present", attribute };
        return value.includes("*")
          ? { kind: "compare", attribute, operator: "like", value: pattern(value) }
          : { kind: "compare", attribute, operator: "eq", value: plain(value) };
    }
  }

  private ruled(attribute: string, rule: string, value: string): DirectoryFilter {
    const operator = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
    return operator === undefined ? this.fail() : { kind: "compare", attribute, operator, value: plain(value) };
  }

  private expect(bracket: string): void {
    this.skip();
    if (this.peek() !== bracket) this.fail();
    this.at++;
  }
  private skip(): void {
    while (/\s/.test(this.peek())) this.at++;
  }
  private peek(): string {
    return this.text[this.at] ?? "";
  }
  private fail(): never {
    throw new DirectoryFilterError("The search filter cannot be recognized", this.at + 1);
  }
}

const unescaped = (_: string, code: string): string => String.fromCharCode(Number.parseInt(code, 16));
/** `\2a` is a star that is meant. */
const plain = (value: string): string => value.replace(/\\([0-9a-fA-F]{2})/g, unescaped);
/** Stars that are meant stand in a class of their own in the pattern. */
const pattern = (value: string): string => value.replace(/\\2a/gi, "`*").replace(/\\([0-9a-fA-F]{2})/g, unescaped);

/**
 * Reads a filter of LDAP's.
 * @throws {DirectoryFilterError} for text that is none
 */
export function parseLdapFilter(text: string): DirectoryFilter {
  return new LdapParser(text).parse();
}
